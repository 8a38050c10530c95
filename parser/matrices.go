package parser

import (
	"github.com/gradcmp/gradcmp/expr"
)

// dot lowers the inner product of two vectors.
func dot(l *lowering, op operation) (expr.Array, error) {
	a, b := op.args[0].Shape, op.args[1].Shape
	if len(a) != 1 || len(b) != 1 || a[0] != b[0] {
		return expr.Array{}, l.shapeError(op, "expected two vectors of one length")
	}
	return matmul(l, op)
}

// outer lowers the products of each element of a vector with each of another.
func outer(l *lowering, op operation) (expr.Array, error) {
	a, b := op.args[0], op.args[1]
	if len(a.Shape) != 1 || len(b.Shape) != 1 {
		return expr.Array{}, l.shapeError(op, "expected two vectors")
	}
	if err := l.spend(op.span(), len(a.Elems), len(b.Elems)); err != nil {
		return expr.Array{}, err
	}
	elems := make([]expr.Expr, 0, len(a.Elems)*len(b.Elems))
	for _, x := range a.Elems {
		for _, y := range b.Elems {
			elems = append(elems, l.g.Mul(x, y))
		}
	}
	return expr.Array{Shape: expr.Shape{len(a.Elems), len(b.Elems)}, Elems: elems}, nil
}

// transpose lowers the exchange of rows and columns; a scalar or vector stays
// as it is.
func transpose(l *lowering, op operation) (expr.Array, error) {
	a := op.args[0]
	if len(a.Shape) < 2 {
		return a, nil
	}
	if err := l.spend(op.span(), len(a.Elems), 1); err != nil {
		return expr.Array{}, err
	}
	rows, cols := rowsAndColumns(a.Shape)
	elems := make([]expr.Expr, 0, len(a.Elems))
	for j := range cols {
		for i := range rows {
			elems = append(elems, a.Elems[i*cols+j])
		}
	}
	return expr.Array{Shape: expr.Shape{cols, rows}, Elems: elems}, nil
}

// square returns the number of rows of a square matrix.
func (l *lowering) square(op operation) (int, error) {
	if s := op.args[0].Shape; len(s) == 2 && s[0] == s[1] {
		return s[0], l.spend(op.span(), s.Size(), 1)
	}
	return 0, l.shapeError(op, "expected a square matrix")
}

func trace(l *lowering, op operation) (expr.Array, error) {
	n, err := l.square(op)
	if err != nil {
		return expr.Array{}, err
	}
	terms := make([]expr.Expr, n)
	for i := range n {
		terms[i] = op.args[0].Elems[i*n+i]
	}
	return l.scalar(l.g.Add(terms...)), nil
}

// mostRows is the number of rows up to which determinants are written out.
const mostRows = 4

// minors are the determinants of the parts of a square matrix.
type minors struct {
	g     *expr.Graph
	n     int
	elems []expr.Expr
}

func (l *lowering) minors(op operation) (minors, error) {
	n, err := l.square(op)
	if err == nil && n > mostRows {
		err = l.shapeError(op, "written out only for matrices of at most %d rows", mostRows)
	}
	return minors{l.g, n, op.args[0].Elems}, err
}

// det returns the determinant of the part that has the rows and columns whose
// bits are set, as many of the one as of the other: 1 if none, otherwise the
// expansion along the first row (Laplace). It goes mostRows deep.
func (m minors) det(rows, cols uint) expr.Expr {
	row := 0
	for ; row < m.n && rows&(1<<row) == 0; row++ {
	}
	if row == m.n {
		return m.g.Int(1)
	}
	var sum expr.Expr
	plus := true
	for col := range m.n {
		if cols&(1<<col) == 0 {
			continue
		}
		term := m.elems[row*m.n+col]
		if rows != 1<<row {
			term = m.g.Mul(term, m.det(rows&^(1<<row), cols&^(1<<col)))
		}
		switch {
		case !sum.IsValid():
			sum = term
		case plus:
			sum = m.g.Add(sum, term)
		default:
			sum = m.g.Sub(sum, term)
		}
		plus = !plus
	}
	return sum
}

func determinant(l *lowering, op operation) (expr.Array, error) {
	m, err := l.minors(op)
	if err != nil {
		return expr.Array{}, err
	}
	all := uint(1)<<m.n - 1
	return l.scalar(m.det(all, all)), nil
}

// inverse lowers to the adjugate over the determinant.
func inverse(l *lowering, op operation) (expr.Array, error) {
	m, err := l.minors(op)
	if err != nil {
		return expr.Array{}, err
	}
	all := uint(1)<<m.n - 1
	det := m.det(all, all)
	elems := make([]expr.Expr, 0, m.n*m.n)
	for i := range m.n {
		for j := range m.n {
			cofactor := m.det(all&^(1<<j), all&^(1<<i))
			if (i+j)%2 == 1 {
				cofactor = l.g.Neg(cofactor)
			}
			elems = append(elems, l.g.Div(cofactor, det))
		}
	}
	return expr.Array{Shape: op.args[0].Shape, Elems: elems}, nil
}
