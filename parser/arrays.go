package parser

import (
	"slices"

	"github.com/gradcmp/gradcmp/expr"
)

// vector lowers a list in brackets: scalars make a vector, vectors the rows of
// a matrix.
func (l *lowering) vector(op operation) (expr.Array, error) {
	row := op.args[0].Shape
	if len(row) > 1 {
		return expr.Array{}, l.errorf(op.span(), "the elements of a list are scalars or vectors, not a %v", row)
	}
	for i, a := range op.args {
		if !sameShape(a.Shape, row) {
			return expr.Array{}, l.errorf(l.nodes[op.operands[i]].span(),
				"the elements of a list have one shape: the first is a %v, this a %v", row, a.Shape)
		}
	}
	if err := l.spend(op.span(), row.Size(), len(op.args)); err != nil {
		return expr.Array{}, err
	}
	elems := make([]expr.Expr, 0, row.Size()*len(op.args))
	for _, a := range op.args {
		elems = append(elems, a.Elems...)
	}
	return expr.Array{Shape: append(expr.Shape{len(op.args)}, row...), Elems: elems}, nil
}

// index lowers x[i] and W[i,j]: each index picks along the first dimension
// that is left.
func (l *lowering) index(op operation) (expr.Array, error) {
	a := op.args[0]
	base := l.spanText(l.nodes[op.operands[0]].span())
	if len(a.Shape) == 0 {
		hint := ""
		if b, ok := l.scope[foldName(base)]; ok && b.origin == used {
			hint = "; declare it on a line before, as in x : vector(3)"
		}
		return expr.Array{}, l.errorf(op.span(), "%s is a scalar and has no elements%s", quote(base), hint)
	}
	if len(op.args)-1 > len(a.Shape) {
		return expr.Array{}, l.errorf(op.span(), "%s is a %v: too many indices", quote(base), a.Shape)
	}
	for i, index := range op.args[1:] {
		at := l.nodes[op.operands[i+1]].span()
		if len(index.Shape) != 0 {
			return expr.Array{}, l.errorf(at, "an index is a scalar, not a %v", index.Shape)
		}
		n, known := fixedIndex(index.Elems[0])
		if !known {
			var err error
			if a, err = l.choose(op, a, index.Elems[0]); err != nil {
				return expr.Array{}, err
			}
			continue
		}
		k, isInt := n.Int64()
		length := a.Shape[0]
		switch {
		case n.Sign() < 0:
			return expr.Array{}, l.errorf(at, "an index is not negative: indices count from 0 to %d here", length-1)
		case !n.IsInt():
			return expr.Array{}, l.errorf(at, "an index is a whole number")
		case !isInt || k >= int64(length):
			return expr.Array{}, l.errorf(at, "index out of range: the length is %d, so indices run from 0 to %d", length, length-1)
		}
		a = element(a, int(k))
	}
	return a, nil
}

// element returns element k of a vector or row k of a matrix.
func element(a expr.Array, k int) expr.Array {
	rest := a.Shape[1:]
	size := rest.Size()
	return expr.Array{Shape: slices.Clip(rest), Elems: a.Elems[k*size : (k+1)*size : (k+1)*size]}
}

// indexArithmetic are the operations that an index may consist of, as n - 1
// does for a defined n, and still be known.
var indexArithmetic = map[expr.Op]func(a, b expr.Number) expr.Number{
	expr.OpNeg: func(a, _ expr.Number) expr.Number { return a.Neg() },
	expr.OpAdd: expr.Number.Add,
	expr.OpSub: expr.Number.Sub,
}

// fixedIndex returns the value of an index that is a number or one operation
// on numbers. Other indices are data.
func fixedIndex(x expr.Expr) (expr.Number, bool) {
	if n, ok := x.Number(); ok {
		return n, true
	}
	combine, ok := indexArithmetic[x.Op()]
	if !ok || x.NumArgs() > 2 {
		return expr.Number{}, false
	}
	a, okA := x.Arg(0).Number()
	b, okB := x.Arg(x.NumArgs() - 1).Number()
	if !okA || !okB {
		return expr.Number{}, false
	}
	return combine(a, b), true
}

// choose lowers an index that depends on data to nested selects: the first
// element where the index is 0, the second where it is 1, …, otherwise the
// last.
func (l *lowering) choose(op operation, a expr.Array, index expr.Expr) (expr.Array, error) {
	if err := l.spend(op.span(), len(a.Elems), 1); err != nil {
		return expr.Array{}, err
	}
	last := a.Shape[0] - 1
	chosen := slices.Clone(element(a, last).Elems)
	for k := last - 1; k >= 0; k-- {
		hit := l.g.Compare(expr.Equal, index, l.g.Int(int64(k)))
		for j, x := range element(a, k).Elems {
			chosen[j] = l.g.Select(hit, x, chosen[j])
		}
	}
	return expr.Array{Shape: a.Shape[1:], Elems: chosen}, nil
}

// matmul lowers the matrix product. A vector is a row on the left and a
// column on the right, and that dimension is dropped from the result.
func matmul(l *lowering, op operation) (expr.Array, error) {
	a, b := op.args[0], op.args[1]
	if len(a.Shape) == 0 || len(b.Shape) == 0 {
		return expr.Array{}, l.shapeError(op, `a matrix product takes vectors and matrices; for scalars write "*"`)
	}
	rows, inner := rowsAndColumns(a.Shape)
	height, cols := rowsAndColumns(b.Shape)
	if len(b.Shape) == 1 {
		height, cols = cols, 1
	}
	if inner != height {
		return expr.Array{}, l.shapeError(op, "the inner lengths %d and %d differ", inner, height)
	}
	if err := l.spend(op.span(), rows*cols, inner); err != nil {
		return expr.Array{}, err
	}
	elems := make([]expr.Expr, 0, rows*cols)
	for i := range rows {
		for j := range cols {
			l.terms = l.terms[:0]
			for k := range inner {
				l.terms = append(l.terms, l.g.Mul(a.Elems[i*inner+k], b.Elems[k*cols+j]))
			}
			elems = append(elems, l.g.Add(l.terms...))
		}
	}
	shape := append(slices.Clone(a.Shape[:len(a.Shape)-1]), b.Shape[1:]...)
	return expr.Array{Shape: shape, Elems: elems}, nil
}
