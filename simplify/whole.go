package simplify

import (
	"slices"

	"github.com/gradcmp/gradcmp/expr"
)

// keep marks a shared sum or product as whole if it is long. The number that is
// written outside of it is not kept with it.
func (c *canonicalizer) keep(y expr.Expr) expr.Expr {
	if !isFlat(y) || y.NumArgs() <= c.opts.KeepShared {
		return y
	}
	outside := outerNumber(y)
	if outside.IsOne() {
		c.order.whole[y.ID()] = c.order.leading(y)
		return y
	}
	if inside := c.keep(c.times(outside.Inv(), y)); c.order.isWhole(inside.ID()) {
		return c.g.Mul(c.num(outside), inside)
	}
	return y
}

// outerNumber returns the number that is written around a canonical sum or
// product rather than among its terms or factors: the sign of a product, and
// the denominator where only that stands below the line.
func outerNumber(x expr.Expr) expr.Number {
	if x.Op() == expr.OpAdd {
		if size, ok := commonFraction(x); ok {
			return size
		}
		return expr.Int(1)
	}
	n, factors := coefficient(x)
	outside := expr.Int(1)
	if !n.IsDecimal() && !slices.ContainsFunc(factors, func(f expr.ID) bool { return isReciprocal(x.Graph().At(f)) }) {
		r := n.Rat()
		outside = expr.FromRat(r.SetInt(r.Denom())).Inv()
	}
	if n.Sign() < 0 {
		outside = outside.Neg()
	}
	return outside
}

// isReciprocal reports whether x is a power that is written below the line.
func isReciprocal(x expr.Expr) bool {
	if x.Op() != expr.OpPow {
		return false
	}
	n, ok := x.Arg(1).Number()
	return ok && n.Sign() < 0
}

// findShared reports for each of the nodes ids whether it is used more than
// once, counting its use as a root. A multiple of a node stands for the node:
// S is shared by 2*S and -S, and by two users of 2*S, since all of them are
// written with the same S.
func (c *canonicalizer) findShared(ids []expr.ID, roots []expr.Expr) expr.Memo[bool] {
	used, shared := expr.NewMemo[bool](ids), expr.NewMemo[bool](ids)
	for _, r := range roots {
		*used.At(r.ID()) = true
	}
	for i := len(ids) - 1; i >= 0; i-- {
		x := c.g.At(ids[i])
		through := isMultiple(x) && *shared.At(x.ID())
		for _, a := range x.ArgIDs() {
			*shared.At(a) = *shared.At(a) || *used.At(a) || through
			*used.At(a) = true
		}
	}
	return shared
}

// isMultiple reports whether x is written as its one argument that is no number
// with a sign, a number or a fraction bar around it.
func isMultiple(x expr.Expr) bool {
	switch x.Op() {
	case expr.OpNeg:
		return true
	case expr.OpPow:
		return isNumber(x.Arg(1), -1)
	case expr.OpMul, expr.OpDiv:
		return x.NumArgs() == 2 && (x.Arg(0).Op() == expr.OpNum || x.Arg(1).Op() == expr.OpNum)
	}
	return false
}
