package parser

import "github.com/gradcmp/gradcmp/expr"

// knee lowers where(condition, a, b) in the body of a function of the prelude
// whose pieces a and b meet at a kink: where both sides of the condition are
// equal, either piece gives the value, and a convention decides which one gives
// the derivative. PyTorch's, JAX's and that of least norm have bodies that say
// it. For the left and the right derivative, in what the condition compares on
// its left, the piece on that side holds the kink. For [expr.Error] the kink is
// given a derivative that does not exist.
func (l *lowering) knee(f *function, condition, a, b expr.Expr) expr.Expr {
	g, r := l.g, condition.Relation()
	x, edge := condition.Arg(0), condition.Arg(1)
	aOnLeft := r == expr.Less || r == expr.LessEqual
	switch {
	case r == expr.Equal || r == expr.NotEqual:
	case l.Convention == expr.Left:
		condition = g.Compare(heldBy(aOnLeft, aOnLeft), x, edge)
	case l.Convention == expr.Right:
		condition = g.Compare(heldBy(aOnLeft, !aOnLeft), x, edge)
	}
	y := g.Select(condition, a, b)
	if l.knees == nil {
		l.knees = map[expr.ID]string{}
	}
	l.knees[y.ID()] = f.name
	if l.Convention == expr.Error {
		none := g.Call(expr.Abs, g.Sub(x, edge)) // 0, without a derivative
		y = g.Select(g.Compare(expr.Equal, x, edge), g.Add(a, none), y)
		l.knees[y.ID()] = f.name
	}
	return y
}

// heldBy returns the relation that holds on the left of an edge, or on its
// right, and on the edge itself only if that is included.
func heldBy(left, included bool) expr.Relation {
	switch {
	case left && included:
		return expr.LessEqual
	case left:
		return expr.Less
	case included:
		return expr.GreaterEqual
	}
	return expr.Greater
}
