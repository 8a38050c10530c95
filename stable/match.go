package stable

import (
	"slices"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/simplify"
)

// mostSteps bounds the work of matching one pattern at one place.
const mostSteps = 3000

// matcher finds the ways in which a pattern fits an expression. Its methods
// call their continuation for each way, in a fixed order, until that returns
// true, and return whether it did. They recurse only as deep as the pattern.
type matcher struct {
	g         *expr.Graph
	bound     map[string][]expr.Expr // what the holes stand for; lists for sequences
	canonical map[expr.ID]expr.Expr
	steps     int
}

// same reports whether x and y are equal in canonical form.
func (m *matcher) same(x, y expr.Expr) bool { return x == y || m.canon(x) == m.canon(y) }

func (m *matcher) canon(x expr.Expr) expr.Expr {
	y, ok := m.canonical[x.ID()]
	if !ok {
		y = x
		if sizeOf(largest, x) < largest {
			y = simplify.Full(x)
		}
		m.canonical[x.ID()] = y
	}
	return y
}

// spent counts a step and reports whether there are too many.
func (m *matcher) spent() bool {
	m.steps++
	return m.steps > mostSteps
}

// knows reports whether all holes stand for something.
func (m *matcher) knows(holes []string) bool {
	return !slices.ContainsFunc(holes, func(h string) bool { return m.bound[h] == nil })
}

// bind lets a hole stand for x in what follows.
func (m *matcher) bind(hole string, x []expr.Expr, then func() bool) bool {
	if before := m.bound[hole]; before != nil {
		return slices.EqualFunc(before, x, m.same) && then()
	}
	m.bound[hole] = x
	if then() {
		return true
	}
	delete(m.bound, hole)
	return false
}

// match matches all of x.
func (m *matcher) match(p *pattern, x expr.Expr, then func() bool) bool {
	if m.spent() {
		return false
	}
	if m.knows(p.holes) {
		return m.same(m.instance(p.source), x) && then()
	}
	if inner, ok := monomialOf(x).sole(); ok {
		x = inner
	}
	switch p.kind {
	case holePattern:
		return m.bind(p.hole, []expr.Expr{x}, then)
	case callPattern:
		return x.IsCall(p.call) && x.NumArgs() == len(p.args) && m.matchArgs(p.args, x.Args(), then)
	case sumPattern:
		terms := termsOf(x)
		one := constant(expr.Int(1))
		return len(terms) > 1 && m.matchTerms(p.terms, terms, sumMode{whole: true, scale: &one},
			func(_ monomial, left []monomial) bool { return len(left) == 0 && then() })
	default:
		whole := monomialOf(x)
		whole.coef = whole.coef.Mul(p.coef.Inv())
		absorb := p.parts[len(p.parts)-1].isHole()
		return m.matchFactors(p.parts, whole, absorb, func(left monomial) bool { return left.isOne() && then() })
	}
}

func (m *matcher) matchArgs(ps []*pattern, args []expr.Expr, then func() bool) bool {
	if len(ps) == 0 {
		return then()
	}
	return m.match(ps[0], args[0], func() bool { return m.matchArgs(ps[1:], args[1:], then) })
}

// matchFactors finds the factors in m and continues with what they leave. If
// absorb is set the last one, a hole, stands for all that the others leave.
func (m *matcher) matchFactors(ps []factorPattern, have monomial, absorb bool, then func(left monomial) bool) bool {
	if m.spent() {
		return false
	}
	if len(ps) == 0 {
		return then(have)
	}
	p := ps[0]
	next := func(left monomial) bool { return m.matchFactors(ps[1:], left, absorb, then) }
	if absorb && len(ps) == 1 {
		one := constant(expr.Int(1))
		return m.bind(p.base.hole, []expr.Expr{have.build(m.g)}, func() bool { return then(one) })
	}
	for i, f := range have.factors {
		left := monomial{have.coef, append(slices.Clone(have.factors[:i]), have.factors[i+1:]...)}
		if m.matchFactor(p, f, left, next) {
			return true
		}
	}
	return false
}

// matchFactor matches p with the factor f and continues with left, to which it
// returns what p does not use of f.
func (m *matcher) matchFactor(p factorPattern, f factor, left monomial, next func(monomial) bool) bool {
	switch {
	case p.sym != nil && (f.sym.IsValid() || !f.exp.IsOne()):
		e := f.sym
		if !e.IsValid() {
			e = m.g.Num(f.exp)
		}
		return m.match(p.base, f.base, func() bool {
			return m.match(p.sym, e, func() bool { return next(left) })
		})
	case p.sym != nil || f.sym.IsValid() || p.exp.Sign() != f.exp.Sign():
		return false
	}
	if p.exp.Cmp(f.exp) == 0 {
		if p.base.kind == sumPattern {
			return m.matchScaled(p, f, left, next)
		}
		return m.match(p.base, f.base, func() bool { return next(left) })
	}
	if p.base.kind == holePattern && p.exp.Neg().IsOne() && !f.exp.IsInt() {
		return m.match(p.base, power(m.g, f.base, f.exp.Neg()), func() bool { return next(left) })
	}
	if !p.exp.IsInt() || !f.exp.IsInt() || p.exp.Abs().Cmp(f.exp.Abs()) > 0 {
		return false
	}
	times := f.exp.Mul(p.exp.Inv())
	if p.base.kind == holePattern && times.IsInt() && !p.exp.Abs().IsOne() {
		return m.match(p.base, power(m.g, f.base, times), func() bool { return next(left) })
	}
	left.factors = append(left.factors, factor{base: f.base, exp: f.exp.Sub(p.exp)})
	return m.match(p.base, f.base, func() bool { return next(left) })
}

// matchScaled matches a power of a sum, which may be a number times the
// pattern.
func (m *matcher) matchScaled(p factorPattern, f factor, left monomial, next func(monomial) bool) bool {
	if m.knows(p.base.holes) || !p.exp.Abs().IsOne() || slices.ContainsFunc(p.base.holes, isSequence) {
		return m.match(p.base, f.base, func() bool { return next(left) })
	}
	terms := termsOf(f.base)
	return len(terms) > 1 && m.matchTerms(p.base.terms, terms, sumMode{whole: true},
		func(scale monomial, rest []monomial) bool {
			if len(rest) > 0 || len(scale.factors) > 0 {
				return false
			}
			k, _ := p.exp.Int64()
			outer, _ := scale.coef.Pow(k)
			return next(monomial{left.coef.Mul(outer), left.factors})
		})
}
