package simplify

import "github.com/gradcmp/gradcmp/expr"

// choose returns the canonical form of where(condition, a, b). A choice by the
// same condition on either side is made once.
func (c *canonicalizer) choose(condition, a, b expr.Expr) expr.Expr {
	if n, ok := condition.Number(); ok {
		if n.IsZero() {
			return b
		}
		return a
	}
	if a.Op() == expr.OpSelect && a.Arg(0) == condition {
		a = a.Arg(1)
	}
	if b.Op() == expr.OpSelect && b.Arg(0) == condition {
		b = b.Arg(2)
	}
	if a == b {
		return a
	}
	return c.g.Select(condition, a, b)
}

// deepestChoice bounds how deep in nested choices factors and sums are moved,
// so that the work on a chain of them stays linear.
const deepestChoice = 6

// nestedChoices returns how many choices stand inside each other in x, at
// whatever distance, up to a little more than deepestChoice.
func (c *canonicalizer) nestedChoices(x expr.Expr) int {
	for id := len(c.nesting); id <= int(x.ID()); id++ {
		y, deepest := c.g.At(expr.ID(id)), uint8(0)
		for _, a := range y.ArgIDs() {
			deepest = max(deepest, c.nesting[a])
		}
		if y.Op() == expr.OpSelect {
			deepest = min(deepest+1, deepestChoice+1)
		}
		c.nesting = append(c.nesting, deepest)
	}
	return int(c.nesting[x.ID()])
}

// mergeChoices brings terms that choose by the same condition under one
// choice: where(c, a, b) + where(c, p, q) is where(c, a + p, b + q). It reports
// whether a choice fell away, so that there may be more to merge.
func (s *sum) mergeChoices() (fellAway bool) {
	byCondition := map[expr.ID][]int{}
	for i, t := range s.terms {
		if t.rest.Op() == expr.OpSelect && !t.coefficient.is(0) && s.c.nestedChoices(t.rest) <= deepestChoice {
			condition := t.rest.ArgIDs()[0]
			byCondition[condition] = append(byCondition[condition], i)
		}
	}
	for i := range len(s.terms) {
		first := s.terms[i].rest
		if first.Op() != expr.OpSelect {
			continue
		}
		same := byCondition[first.ArgIDs()[0]]
		if len(same) == 0 || same[0] != i || len(same) == 1 && s.terms[i].coefficient.is(1) {
			continue
		}
		yes, no := s.c.newSum(), s.c.newSum()
		for _, j := range same {
			for _, n := range s.terms[j].coefficient.sum() {
				yes.add(s.terms[j].rest.Arg(1), n)
				no.add(s.terms[j].rest.Arg(2), n)
			}
			s.terms[j].coefficient = tally{}
		}
		merged := s.c.choose(first.Arg(0), yes.build(), no.build())
		s.add(merged, expr.Int(1))
		fellAway = fellAway || merged.Op() != expr.OpSelect
	}
	return fellAway
}

// absorb moves the other factors into a choice: where(c, a, b)*k is
// where(c, a*k, b*k), so that sums can merge choices by the same condition and
// that a pole of k on the side not taken can do no harm. Of several choices one
// is moved only if one of its sides is 0, so that nothing is written out twice.
func (p *product) absorb(powers []expr.Expr) (expr.Expr, bool) {
	if len(powers) == 1 && p.coefficient.is(1) {
		return expr.Expr{}, false
	}
	at, choices := -1, 0
	for i, x := range powers {
		if x.Op() != expr.OpSelect {
			continue
		}
		choices++
		if at < 0 || hasZeroSide(x) && !hasZeroSide(powers[at]) {
			at = i
		}
	}
	if at < 0 || choices > 1 && !hasZeroSide(powers[at]) || p.c.nestedChoices(powers[at]) > deepestChoice {
		return expr.Expr{}, false
	}
	choice := powers[at]
	side := func(branch int) expr.Expr {
		if isNumber(choice.Arg(branch), 0) {
			return choice.Arg(branch)
		}
		inside := p.c.newProduct()
		for _, n := range p.coefficient.product() {
			inside.coefficient.multiply(n)
		}
		for i, x := range powers {
			if i == at || x.Op() == expr.OpSelect && x.Arg(0) == choice.Arg(0) {
				x = x.Arg(branch)
			}
			inside.multiply(x, expr.Int(1))
		}
		return inside.build()
	}
	return p.c.choose(choice.Arg(0), side(1), side(2)), true
}

func hasZeroSide(x expr.Expr) bool { return isNumber(x.Arg(1), 0) || isNumber(x.Arg(2), 0) }
