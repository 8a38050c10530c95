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
