package stable

import (
	"slices"

	"github.com/gradcmp/gradcmp/expr"
)

// sumMode says how a pattern of a sum is to fit.
type sumMode struct {
	// scale is what multiplies all terms of the pattern; nil while it is open.
	scale *monomial
	// whole says that all terms have to be used, so that a hole may stand for
	// all those that the other terms of the pattern leave.
	whole bool
	// positive refuses scales with a negative number.
	positive bool
	// numeric refuses scales that are no numbers.
	numeric bool
}

// matchTerms finds the terms of a sum, times a scale, and continues with the
// scale and the terms that are left.
func (m *matcher) matchTerms(ps []termPattern, terms []monomial, mode sumMode, then func(scale monomial, left []monomial) bool) bool {
	if m.spent() {
		return false
	}
	if len(ps) == 0 {
		return then(*mode.scale, terms)
	}
	p := ps[0]
	next := func(mode sumMode, left []monomial) bool { return m.matchTerms(ps[1:], left, mode, then) }
	switch {
	case mode.scale != nil && m.knows(p.holes):
		return m.matchKnown(p, terms, mode, next)
	case mode.whole && len(p.holes) == 1 && isSequence(p.holes[0]):
		return m.matchSequence(p, terms, mode, next)
	case mode.whole && p.vagueness() == indefinite:
		return m.matchRest(p, terms, mode, next)
	}
	for i, t := range terms {
		left := append(slices.Clone(terms[:i]), terms[i+1:]...)
		if m.matchTerm(p, t, mode, func(mode sumMode) bool { return next(mode, left) }) {
			return true
		}
	}
	return false
}

// matchKnown looks for a term of which all holes are known.
func (m *matcher) matchKnown(p termPattern, terms []monomial, mode sumMode, next func(sumMode, []monomial) bool) bool {
	want := constant(p.coef).product(*mode.scale, 1)
	for _, f := range p.parts {
		part := factor{base: m.instance(f.base.source), exp: f.exp}
		if f.sym != nil {
			part.sym = m.instance(f.sym.source)
		}
		want.multiply(part)
	}
	x := want.build(m.g)
	for i, t := range terms {
		if (len(want.factors) > 0 || len(t.factors) == 0) && m.same(x, t.build(m.g)) {
			return next(mode, append(slices.Clone(terms[:i]), terms[i+1:]...))
		}
	}
	return false
}

// matchRest lets a hole stand for the sum of all terms that are left.
func (m *matcher) matchRest(p termPattern, terms []monomial, mode sumMode, next func(sumMode, []monomial) bool) bool {
	if len(terms) == 0 || mode.scale == nil || mode.scale.coef.IsZero() {
		return false
	}
	scale := constant(p.coef).product(*mode.scale, 1)
	rest := make([]monomial, len(terms))
	for i, t := range terms {
		rest[i] = t.product(scale, -1)
	}
	return m.bind(p.parts[0].base.hole, []expr.Expr{buildSum(m.g, rest)}, func() bool { return next(mode, nil) })
}

// shortest is the length of the shortest list that a sequence stands for: for
// two terms there are functions of two arguments.
const shortest = 3

// matchSequence matches each term that is left with p and lets its hole stand
// for the list of what they give.
func (m *matcher) matchSequence(p termPattern, terms []monomial, mode sumMode, next func(sumMode, []monomial) bool) bool {
	if len(terms) < shortest || mode.scale == nil || !mode.scale.isOne() {
		return false
	}
	hole := p.holes[0]
	var list []expr.Expr
	for _, t := range terms {
		found := m.matchTerm(p, t, mode, func(sumMode) bool {
			list = append(list, m.bound[hole]...)
			return true
		})
		delete(m.bound, hole)
		if !found {
			return false
		}
	}
	return m.bind(hole, list, func() bool { return next(mode, nil) })
}

// matchTerm matches one term and continues with the scale that follows from it
// if that was open. What takes all factors that others leave, and a number,
// would fit with any scale, so there it has to be a number.
func (m *matcher) matchTerm(p termPattern, t monomial, mode sumMode, next func(sumMode) bool) bool {
	if p.absorbs() {
		if mode.scale == nil {
			one := constant(expr.Int(1))
			mode.scale = &one
		}
		if len(mode.scale.factors) > 0 {
			return false
		}
		inner := t.product(constant(p.coef).product(*mode.scale, 1), -1)
		if p.vagueness() == mixed && !mode.whole && inner.coef.Sign() < 0 {
			return false // a*b - a*c is to be a difference
		}
		return m.matchFactors(p.parts, inner, true, func(left monomial) bool { return left.isOne() && next(mode) })
	}
	if n := p.powerOfHole(); n > 0 {
		if m.matchPower(p, n, t, mode, next) {
			return true
		}
	}
	if m.isUnit(p, t, mode) {
		return m.bind(p.parts[0].base.args[0].hole, []expr.Expr{m.g.Int(0)}, func() bool { return next(mode) })
	}
	mode.numeric = len(p.parts) == 0
	return m.matchFactors(p.parts, t, false, func(left monomial) bool {
		return m.agree(left.product(constant(p.coef), -1), mode, next)
	})
}

// isUnit reports whether the pattern is exp of a hole and the term the number
// 1, which is exp(0). Only sums of exponentials read it so.
func (m *matcher) isUnit(p termPattern, t monomial, mode sumMode) bool {
	return mode.whole && mode.scale != nil && mode.scale.isOne() && t.isOne() && p.coef.IsOne() && len(p.parts) == 1 &&
		p.parts[0].base.call == expr.Exp && p.parts[0].base.kind == callPattern &&
		len(p.holes) == 1 && isSequence(p.holes[0])
}

// matchPower matches hole^n with all of the term, such as 4*x^2 with (2*x)^2,
// or, if the scale is open, with all of its factors or all but the sign.
func (m *matcher) matchPower(p termPattern, n int64, t monomial, mode sumMode, next func(sumMode) bool) bool {
	var scales []monomial
	if mode.scale != nil {
		scales = []monomial{*mode.scale}
	} else {
		sign := constant(expr.Int(int64(t.coef.Sign() * p.coef.Sign())))
		scales = []monomial{sign, constant(t.coef.Mul(p.coef.Inv()))}
	}
	for _, scale := range scales {
		root, ok := t.product(constant(p.coef).product(scale, 1), -1).root(n)
		if !ok || root.isOne() && mode.scale == nil && len(t.factors) > 0 {
			continue
		}
		found := m.bind(p.holes[0], []expr.Expr{root.build(m.g)}, func() bool { return m.agree(scale, mode, next) })
		if found {
			return true
		}
	}
	return false
}

// agree continues if the scale that a term needs is the one of the others, or
// may become it. A scale that is 0, such as e - e, would fit any term.
func (m *matcher) agree(scale monomial, mode sumMode, next func(sumMode) bool) bool {
	if mode.scale != nil {
		return m.same(scale.build(m.g), mode.scale.build(m.g)) && next(mode)
	}
	if n, ok := m.canon(scale.build(m.g)).Number(); ok && n.IsZero() {
		return false
	}
	if mode.positive && scale.coef.Sign() < 0 || mode.numeric && len(scale.factors) > 0 {
		return false
	}
	mode.scale, mode.numeric = &scale, false
	return next(mode)
}
