package parser

import "github.com/gradcmp/gradcmp/expr"

// A condition holds if it is not 0. What makes a condition of others gives 1
// or 0, and looks at the second only where the first does not decide.

func choice(l *lowering, _ operation, x []expr.Expr) expr.Expr {
	if f := l.body(); f != nil && f.kinked && x[0].Op() == expr.OpCmp {
		return l.knee(f, x[0], x[1], x[2])
	}
	return l.g.Select(x[0], x[1], x[2])
}

func and(l *lowering, _ operation, x []expr.Expr) expr.Expr {
	return l.g.Select(x[0], l.truth(x[1]), l.g.Int(0))
}

func or(l *lowering, _ operation, x []expr.Expr) expr.Expr {
	return l.g.Select(x[0], l.g.Int(1), l.truth(x[1]))
}

func not(l *lowering, _ operation, x []expr.Expr) expr.Expr {
	return l.g.Select(x[0], l.g.Int(0), l.g.Int(1))
}

// truth returns x as 1 or 0. A comparison, and a choice between such values as
// "and", "or" and "not" make it, is that already.
func (l *lowering) truth(x expr.Expr) expr.Expr {
	if isTruth(x) || x.Op() == expr.OpSelect && isTruth(x.Arg(1)) && isTruth(x.Arg(2)) {
		return x
	}
	return l.g.Compare(expr.NotEqual, x, l.g.Int(0))
}

// isTruth reports whether x is a comparison, 0 or 1.
func isTruth(x expr.Expr) bool {
	n, ok := x.Number()
	return x.Op() == expr.OpCmp || ok && (n.IsZero() || n.IsOne())
}

// piecewise lowers to a chain of selects.
func piecewise(l *lowering, op operation) (expr.Array, error) {
	if len(op.args)%2 == 0 {
		return expr.Array{}, l.errorf(op.span(), "the last argument of piecewise is the value where no condition holds")
	}
	return elementwise(func(l *lowering, _ operation, x []expr.Expr) expr.Expr {
		value := x[len(x)-1]
		for i := len(x) - 3; i >= 0; i -= 2 {
			value = l.g.Select(x[i], x[i+1], value)
		}
		return value
	})(l, op)
}
