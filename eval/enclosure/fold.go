package enclosure

import (
	"math/bits"

	"github.com/gradcmp/gradcmp/expr"
)

// Fold returns formulas in which what is computed from numbers alone, by
// arithmetic and integer powers, and compared, is computed exactly. No ball can
// tell that 3*0.1 is 0.3, as both are rounded; rational numbers can. Numbers of
// more than some thousand digits are left to balls. The formulas must belong to
// one graph.
func Fold(formulas ...expr.Expr) []expr.Expr {
	if len(formulas) == 0 {
		return nil
	}
	g := formulas[0].Graph()
	folded := map[expr.ID]expr.Expr{}
	for _, id := range expr.Reach(formulas...) {
		x := g.At(id)
		if y, ok := foldNode(x, folded); ok {
			folded[id] = g.Num(y)
		}
	}
	if len(folded) == 0 {
		return formulas
	}
	return expr.Substitute(g, folded, formulas...)
}

// foldNode returns the value of a node whose arguments are numbers.
func foldNode(x expr.Expr, folded map[expr.ID]expr.Expr) (expr.Number, bool) {
	if x.NumArgs() == 0 {
		return expr.Number{}, false
	}
	args := make([]expr.Number, x.NumArgs())
	for i, a := range x.Args() {
		if image, ok := folded[a.ID()]; ok {
			a = image
		}
		n, ok := a.Number()
		if !ok || n.Digits() > mostDigits {
			return expr.Number{}, false
		}
		args[i] = n
	}
	return compute(x, args)
}

// mostDigits bounds the numbers that are folded.
const mostDigits = 2000

// compute applies the operation of a node to numbers.
func compute(x expr.Expr, args []expr.Number) (expr.Number, bool) {
	switch x.Op() {
	case expr.OpNeg:
		return args[0].Neg(), true
	case expr.OpSub:
		return args[0].Sub(args[1]), true
	case expr.OpAdd, expr.OpMul:
		y := args[0]
		for _, n := range args[1:] {
			if x.Op() == expr.OpAdd {
				y = y.Add(n)
			} else {
				y = y.Mul(n)
			}
		}
		return y, true
	case expr.OpDiv:
		if args[1].IsZero() {
			return expr.Number{}, false
		}
		return args[0].Mul(args[1].Inv()), true
	case expr.OpPow:
		return power(args[0], args[1])
	case expr.OpCmp:
		return truth(x.Relation().Holds(args[0].Cmp(args[1]))), true
	}
	return expr.Number{}, false
}

// power returns an integer power of a number, unless it would be too long.
func power(base, exponent expr.Number) (expr.Number, bool) {
	n, ok := exponent.Int64()
	if !ok || base.IsZero() && n <= 0 {
		return expr.Number{}, false
	}
	size := uint64(n)
	if n < 0 {
		size = -size
	}
	if bits.Len64(size) > bits.Len(mostDigits) || int(size)*base.Digits() > mostDigits {
		return expr.Number{}, false
	}
	return base.Pow(n)
}

func truth(holds bool) expr.Number {
	if holds {
		return expr.Int(1)
	}
	return expr.Int(0)
}
