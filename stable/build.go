package stable

import (
	"slices"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/simplify"
)

// largest is the size, written out, of the expressions that are simplified or
// compared in canonical form; larger ones are left and compared as they are.
const largest = 2000

// build writes the monomial the way people do: the sign in front, negative
// powers and the denominator of the coefficient below the line.
func (m monomial) build(g *expr.Graph) expr.Expr {
	if m.coef.Sign() < 0 {
		m.coef = m.coef.Neg()
		return g.Neg(m.build(g))
	}
	var above, below []expr.Expr
	if n := m.coef; n.IsInt() || n.IsDecimal() {
		if !n.IsOne() {
			above = append(above, g.Num(n))
		}
	} else {
		r := n.Rat()
		if numerator := expr.FromRat(r.SetInt(r.Num())); !numerator.IsOne() {
			above = append(above, g.Num(numerator))
		}
		r = n.Rat()
		below = append(below, g.Num(expr.FromRat(r.SetInt(r.Denom()))))
	}
	for _, f := range m.factors {
		switch {
		case f.sym.IsValid():
			above = append(above, g.Pow(f.base, f.sym))
		case f.exp.Sign() < 0:
			below = append(below, power(g, f.base, f.exp.Neg()))
		default:
			above = append(above, power(g, f.base, f.exp))
		}
	}
	if len(below) == 0 {
		return g.Mul(above...)
	}
	return g.Div(g.Mul(above...), g.Mul(below...))
}

// power writes base^e for e > 0.
func power(g *expr.Graph, base expr.Expr, e expr.Number) expr.Expr {
	switch {
	case e.IsOne():
		return base
	case e.Cmp(expr.Frac(1, 2)) == 0:
		return g.Call(expr.Sqrt, base)
	case e.IsInt() || e.IsDecimal():
		return g.Pow(base, g.Num(e))
	}
	return g.Pow(base, constant(e).build(g))
}

// buildSum writes terms one after the other, negative ones subtracted. A leading
// negative term changes places with the first positive one.
func buildSum(g *expr.Graph, terms []monomial) expr.Expr {
	if len(terms) == 0 {
		return g.Int(0)
	}
	if terms[0].coef.Sign() < 0 {
		if i := slices.IndexFunc(terms, func(m monomial) bool { return m.coef.Sign() > 0 }); i > 0 {
			terms = slices.Clone(terms)
			terms[0], terms[i] = terms[i], terms[0]
		}
	}
	run := []expr.Expr{terms[0].build(g)}
	for _, m := range terms[1:] {
		if m.coef.Sign() >= 0 {
			run = append(run, m.build(g))
			continue
		}
		m.coef = m.coef.Neg()
		run = []expr.Expr{g.Sub(g.Add(run...), m.build(g))}
	}
	return g.Add(run...)
}

// collect adds up the terms that differ in their numbers only.
func collect(terms []monomial) []monomial {
	var out []monomial
	for _, t := range terms {
		i := slices.IndexFunc(out, func(o monomial) bool { return sameFactors(o, t) })
		if i < 0 {
			out = append(out, t)
			continue
		}
		out[i].coef = out[i].coef.Add(t.coef)
	}
	return slices.DeleteFunc(out, func(t monomial) bool { return t.coef.IsZero() })
}

// sameFactors reports whether two monomials are equal but for their numbers.
func sameFactors(a, b monomial) bool {
	return slices.EqualFunc(a.factors, b.factors, func(f, h factor) bool {
		return f.base == h.base && f.sym == h.sym && f.exp.Cmp(h.exp) == 0
	})
}

// withSigns returns x as a monomial with the signs of its sums in front: for
// (-a - b)/c it is -(a + b)/c.
func withSigns(x expr.Expr) monomial {
	m := monomialOf(x)
	for i, f := range m.factors {
		if !isSum(f.base) || f.sym.IsValid() || !f.exp.Abs().IsOne() {
			continue
		}
		terms := termsOf(f.base)
		if slices.ContainsFunc(terms, func(t monomial) bool { return t.coef.Sign() > 0 }) {
			continue
		}
		for j := range terms {
			terms[j].coef = terms[j].coef.Neg()
		}
		m.factors[i].base, m.coef = buildSum(x.Graph(), terms), m.coef.Neg()
	}
	return m
}

// sizeOf returns how many nodes x has, written out as a tree, and the limit if
// there are more. It looks at no more than that.
func sizeOf(limit int, x expr.Expr) int {
	todo := []expr.Expr{x}
	size := 0
	for len(todo) > 0 && size < limit {
		y := todo[len(todo)-1]
		todo = append(todo[:len(todo)-1], y.Args()...)
		size++
	}
	return size
}

// tidy simplifies x if that makes it smaller; otherwise x stays as it was
// written, with fractions below the line.
func tidy(x expr.Expr) expr.Expr {
	size := sizeOf(largest, x)
	if size >= largest || x.Op() == expr.OpCmp {
		return x
	}
	if x.Op() == expr.OpMul {
		x = monomialOf(x).build(x.Graph())
	}
	if y := simplify.Full(x); sizeOf(size, y) < size {
		return y
	}
	return x
}

// regroup collects like powers of a product, or like terms of a sum, if that
// makes x no larger. It looks at the top of x only, so that what the author wrote below
// stays.
func regroup(x expr.Expr) expr.Expr {
	var y expr.Expr
	switch {
	case isProduct(x):
		y = monomialOf(x).build(x.Graph())
	case isSum(x):
		y = buildSum(x.Graph(), collect(termsOf(x)))
	default:
		return x
	}
	size := sizeOf(largest, x)
	if longer := sizeOf(size, y) - size; longer < 0 || longer == 0 && isProduct(x) {
		return y
	}
	return x
}

// replace returns x with node old exchanged for new, the sums and products above
// it regrouped, and the image of the node focus. If that is gone from the
// result, because what is above it took up its parts, it is the image of the
// next node above that is there.
func replace(old, new, x, focus expr.Expr) (whole, image expr.Expr) {
	g := old.Graph()
	ids := expr.Reach(x)
	images := expr.NewMemo[expr.Expr](ids)
	for _, id := range ids {
		y := g.At(id)
		if y == old {
			*images.At(id) = new
			continue
		}
		args, changed := y.Args(), false
		for i := range args {
			z := *images.At(args[i].ID())
			changed = changed || z != args[i]
			args[i] = z
		}
		if changed {
			y = regroup(g.With(y, args...))
		}
		*images.At(id) = y
	}
	whole = *images.At(x.ID())
	there := expr.Reach(whole)
	for _, id := range ids {
		above := id == focus.ID() || image.IsValid() && slices.ContainsFunc(g.At(id).ArgIDs(), func(a expr.ID) bool {
			return *images.At(a) == image
		})
		if !above {
			continue
		}
		image = *images.At(id)
		if _, found := slices.BinarySearch(there, image.ID()); found {
			return whole, image
		}
	}
	return whole, whole
}
