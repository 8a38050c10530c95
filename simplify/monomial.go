package simplify

import (
	"slices"

	"github.com/gradcmp/gradcmp/expr"
)

// monomial is a term: a coefficient and factors, none for a number.
type monomial struct {
	coefficient expr.Number
	factors     []expr.ID
}

// monomial takes a term apart. What is kept whole counts by its contents, a sum
// by its first term, so that keeping it does not change its place.
func (o *ordering) monomial(x expr.Expr) monomial {
	n, factors := coefficient(o.leading(x))
	if len(o.whole) > 0 && slices.ContainsFunc(factors, o.isProductPower) {
		return o.flattened(n, factors)
	}
	return monomial{n, factors}
}

// leading returns the first term of a sum that is no sum itself, and x if x is
// no sum.
func (o *ordering) leading(x expr.Expr) expr.Expr {
	if x.Op() != expr.OpAdd {
		return x
	}
	first := x.Arg(0)
	if y, ok := o.whole[first.ID()]; ok && first.Op() == expr.OpAdd {
		return y
	}
	return first
}

// isProductPower reports whether a factor is a product or an integer power of
// one.
func (o *ordering) isProductPower(id expr.ID) bool {
	base, n := parts(o.g.At(id))
	return base.Op() == expr.OpMul && n.IsInt()
}

// flattened returns the factors with products and their integer powers
// multiplied out by one level.
func (o *ordering) flattened(n expr.Number, factors []expr.ID) monomial {
	m := monomial{coefficient: n}
	multiply := func(x expr.Expr, exponent expr.Number) {
		base, e := parts(x)
		if v, ok := base.Number(); ok {
			k, _ := exponent.Int64()
			if v, ok = v.Pow(k); ok {
				m.coefficient = m.coefficient.Mul(v)
			}
			return
		}
		if e = e.Mul(exponent); !e.IsOne() {
			base = o.g.Pow(base, o.g.Num(e))
		}
		m.factors = append(m.factors, base.ID())
	}
	for _, id := range factors {
		if !o.isProductPower(id) {
			m.factors = append(m.factors, id)
			continue
		}
		base, exponent := parts(o.g.At(id))
		for _, x := range base.Args() {
			multiply(x, exponent)
		}
	}
	slices.SortFunc(m.factors, func(a, b expr.ID) int { return o.factors(o.g.At(a), o.g.At(b)) })
	return m
}
