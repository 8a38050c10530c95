package parser

import (
	"github.com/gradcmp/gradcmp/expr"
)

// folds are the functions that take an index: sum(i, 1, 10, x^i) is
// x^1 + x^2 + … + x^10. Bounds are constant integers, both included; the sum of
// no terms is 0, the product of no factors 1.
var folds = map[string]rule{
	"sum":  elementwise(func(l *lowering, _ operation, x []expr.Expr) expr.Expr { return l.g.Add(x...) }),
	"prod": elementwise(func(l *lowering, _ operation, x []expr.Expr) expr.Expr { return l.g.Mul(x...) }),
}

// enterLoop begins the body of a sum or product whose index and bounds are on
// the stack.
func (l *lowering) enterLoop(i int) error {
	fold := &l.nodes[l.nodes[i].token]
	name := l.tokenText(int(fold.token))
	if _, err := l.callee(fold); err != nil {
		return err
	}
	base := len(l.stack) - (loopArguments - 1)
	index := l.nodes[l.operands[base]]
	var bounds [2]int64
	for j := range bounds {
		at := l.nodes[l.operands[base+1+j]].span()
		n, known := exactScalar(l.stack[base+1+j])
		k, isInt := n.Int64()
		switch {
		case !known:
			return l.errorf(at, "the bounds of an index are constant integers; for %s of four terms write %s([a, b, c, d])", name, name)
		case !isInt:
			return l.errorf(at, "the bounds of an index are whole numbers")
		}
		bounds[j] = k
	}
	low, high := bounds[0], bounds[1]
	if count := uint64(high) - uint64(low); high >= low && count >= uint64(max(0, l.budget))/elementsPerOperation {
		return l.errorf(fold.span(), "the index takes more values than the limit of %d operations; --max-elements raises it",
			l.MaxElements/elementsPerOperation)
	}
	caller := &l.active[len(l.active)-1]
	caller.next = int(l.nodes[i].token) + 1
	body := activation{
		tree: l.syntax, first: i + 1, last: caller.next - 1, names: []string{l.nameAt(int(index.token))}, base: base, k: low - 1, high: high,
	}
	body.next = body.last
	l.stack, l.operands = l.stack[:base+1], l.operands[:base+1]
	l.active = append(l.active, body)
	return nil
}

// nextIndex begins the body anew with the next value of the index, or puts the
// sum or product of all values of the body in the place of the index.
func (l *lowering) nextIndex(a *activation) error {
	if a.k < a.high {
		a.k++
		a.next = a.first
		l.stack[a.base] = l.scalar(l.g.Int(a.k))
		return nil
	}
	fold := &l.nodes[a.last]
	before := l.g.Len()
	args, operands := l.stack[a.base+1:], l.operands[a.base+1:]
	v, err := folds[l.tokenText(int(fold.token))](l, operation{fold, args, operands, a.last})
	if err != nil {
		return err
	}
	l.mark(fold, before, v)
	l.replace(a.base, v, a.last)
	l.active = l.active[:len(l.active)-1]
	return nil
}
