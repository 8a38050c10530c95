package parser

import (
	"slices"
	"strings"

	"github.com/gradcmp/gradcmp/expr"
)

// elementwise returns the rule of an operation that works on scalars, and on
// arrays element by element. Shapes are broadcast as in NumPy: aligned at
// their last lengths, a scalar or a length of 1 is repeated to fit.
func elementwise(build func(*lowering, operation, []expr.Expr) expr.Expr) rule {
	return func(l *lowering, op operation) (expr.Array, error) {
		shape, err := l.broadcast(op)
		if err != nil {
			return expr.Array{}, err
		}
		if len(shape) == 0 {
			l.terms = slices.Grow(l.terms[:0], len(op.args))
			for _, a := range op.args {
				l.terms = append(l.terms, a.Elems[0])
			}
			return l.scalar(build(l, op, l.terms)), nil
		}
		if err := l.spend(op.span(), shape.Size(), len(op.args)); err != nil {
			return expr.Array{}, err
		}
		rows, cols := rowsAndColumns(shape)
		elems := make([]expr.Expr, 0, rows*cols)
		for i := range rows {
			for j := range cols {
				l.terms = l.terms[:0]
				for _, a := range op.args {
					l.terms = append(l.terms, broadcastAt(a, i, j))
				}
				elems = append(elems, build(l, op, l.terms))
			}
		}
		return expr.Array{Shape: shape, Elems: elems}, nil
	}
}

// broadcast returns the common shape of the operands.
func (l *lowering) broadcast(op operation) (expr.Shape, error) {
	var shape expr.Shape
	for _, a := range op.args {
		if len(a.Shape) == 0 {
			continue
		}
		joint, ok := joinShapes(shape, a.Shape)
		if !ok {
			return nil, l.shapeError(op, "shapes %v and %v do not fit", shape, a.Shape)
		}
		shape = joint
	}
	return shape, nil
}

// joinShapes returns the shape that a and b broadcast to.
func joinShapes(a, b expr.Shape) (expr.Shape, bool) {
	if len(a) < len(b) {
		a, b = b, a
	}
	joint := slices.Clone(a)
	for i, n := range b {
		m := &joint[len(a)-len(b)+i]
		switch {
		case *m == 1:
			*m = n
		case n != 1 && n != *m:
			return nil, false
		}
	}
	return joint, true
}

// rowsAndColumns views a shape as a matrix, a vector as one row.
func rowsAndColumns(s expr.Shape) (rows, cols int) {
	switch len(s) {
	case 0:
		return 1, 1
	case 1:
		return 1, s[0]
	}
	return s[0], s[1]
}

// broadcastAt returns the element of a in row i and column j, where lengths
// of 1 are repeated.
func broadcastAt(a expr.Array, i, j int) expr.Expr {
	rows, cols := rowsAndColumns(a.Shape)
	if rows == 1 {
		i = 0
	}
	if cols == 1 {
		j = 0
	}
	return a.Elems[i*cols+j]
}

// shapeError reports operands that do not go together, and lists their shapes.
func (l *lowering) shapeError(op operation, format string, args ...any) error {
	const most = 4
	operator := l.tokenText(int(op.token))
	if op.kind == kindMul { // whose sign may be left out
		operator = "*"
	}
	list := make([]string, 0, most)
	for i, a := range op.args {
		if i == most-1 && len(op.args) > most {
			list = append(list, "…")
			break
		}
		list = append(list, a.Shape.String())
	}
	shapes := strings.Join(list, " "+operator+" ")
	if op.kind == kindCall {
		shapes = operator + "(" + strings.Join(list, ", ") + ")"
	}
	return l.errorf(op.span(), shapes+": "+format, args...)
}
