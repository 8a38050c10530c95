package parser

import (
	"slices"

	"github.com/gradcmp/gradcmp/expr"
)

// bounds lowers the bounds of a slice to a vector that the index takes apart:
// the lower bound, 0 if left out, and the upper bound unless left out.
func (l *lowering) bounds(op operation) (expr.Array, error) {
	for i, a := range op.args {
		if len(a.Shape) != 0 {
			return expr.Array{}, l.errorf(l.nodes[op.operands[i]].span(), "the bound of a slice is a scalar, not a %v", a.Shape)
		}
	}
	low := append(slices.Clone(op.args[0].Elems), l.g.Int(0))[:1]
	elems := append(low, op.args[1].Elems...)
	return expr.Array{Shape: expr.Shape{len(elems)}, Elems: elems}, nil
}

// index lowers x[i], W[i,j], x[1:3] and W[:,1]: each index picks along the
// next dimension, a slice keeps the dimension.
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
	axis := 0 // the dimension that the next index is for
	for i, index := range op.args[1:] {
		n := &l.nodes[op.operands[i+1]]
		if n.kind == kindSlice {
			low, high, err := l.sliceRange(n, index.Elems, a.Shape[axis])
			if err == nil {
				err = l.spend(op.span(), len(a.Elems), 1)
			}
			if err != nil {
				return expr.Array{}, err
			}
			a = part(a, axis, low, high)
			axis++
			continue
		}
		if len(index.Shape) != 0 {
			return expr.Array{}, l.errorf(n.span(), "an index is a scalar, not a %v", index.Shape)
		}
		k, known, err := l.indexValue(n, index.Elems[0], a.Shape[axis])
		if err == nil && (!known || axis > 0) {
			err = l.spend(op.span(), len(a.Elems), 1)
		}
		switch {
		case err != nil:
			return expr.Array{}, err
		case known:
			a = without(part(a, axis, k, k+1), axis)
		default:
			a = l.choose(a, axis, index.Elems[0])
		}
	}
	return a, nil
}

// indexValue returns the value of an index that is known, in a dimension of the
// given length.
func (l *lowering) indexValue(n *node, index expr.Expr, length int) (k int, known bool, err error) {
	x, known := exact(index)
	if !known {
		return 0, false, nil
	}
	i, isInt := x.Int64()
	switch {
	case x.Sign() < 0:
		err = l.errorf(n.span(), "an index is not negative: indices count from 0 to %d here", length-1)
	case !x.IsInt():
		err = l.errorf(n.span(), "an index is a whole number")
	case !isInt || i >= int64(length):
		err = l.errorf(n.span(), "index out of range: the length is %d, so indices run from 0 to %d", length, length-1)
	}
	return int(i), true, err
}

// sliceRange returns the bounds of a slice in a dimension of the given length.
func (l *lowering) sliceRange(n *node, elems []expr.Expr, length int) (low, high int, err error) {
	bounds := [2]int{0, length}
	for i, x := range elems {
		v, known := exact(x)
		k, isInt := v.Int64()
		switch {
		case !known:
			return 0, 0, l.errorf(n.span(), "the bounds of a slice are constants")
		case !isInt || k < 0 || k > int64(length):
			return 0, 0, l.errorf(n.span(), "slice out of range: the length is %d, so bounds run from 0 to %d", length, length)
		}
		bounds[i] = int(k)
	}
	if bounds[0] >= bounds[1] {
		return 0, 0, l.errorf(n.span(), "the slice is empty: it runs from %d up to but not including %d", bounds[0], bounds[1])
	}
	return bounds[0], bounds[1], nil
}

// part returns the elements of a whose index along a dimension is at least low
// and below high. Along the first dimension they are shared with a.
func part(a expr.Array, axis, low, high int) expr.Array {
	shape := slices.Clone(a.Shape)
	shape[axis] = high - low
	if axis == 0 {
		size := a.Shape[1:].Size()
		return expr.Array{Shape: shape, Elems: a.Elems[low*size : high*size : high*size]}
	}
	cols := a.Shape[1]
	elems := make([]expr.Expr, 0, shape.Size())
	for row := range a.Shape[0] {
		elems = append(elems, a.Elems[row*cols+low:row*cols+high]...)
	}
	return expr.Array{Shape: shape, Elems: elems}
}

// without drops a dimension of length 1.
func without(a expr.Array, axis int) expr.Array {
	return expr.Array{Shape: slices.Delete(a.Shape, axis, axis+1), Elems: a.Elems}
}

// choose lowers an index that depends on data to nested selects: the first
// element where the index is 0, the second where it is 1, …, otherwise the
// last.
func (l *lowering) choose(a expr.Array, axis int, index expr.Expr) expr.Array {
	last := a.Shape[axis] - 1
	chosen := without(part(a, axis, last, last+1), axis)
	chosen.Elems = slices.Clone(chosen.Elems)
	for k := last - 1; k >= 0; k-- {
		hit := l.g.Compare(expr.Equal, index, l.g.Int(int64(k)))
		for j, x := range part(a, axis, k, k+1).Elems {
			chosen.Elems[j] = l.g.Select(hit, x, chosen.Elems[j])
		}
	}
	return chosen
}
