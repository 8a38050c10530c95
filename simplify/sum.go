package simplify

import (
	"slices"

	"github.com/gradcmp/gradcmp/expr"
)

// sum collects like terms.
type sum struct {
	c     *canonicalizer
	terms []term
	index index // of the terms by their rest
}

// term is a coefficient times an expression without a coefficient, which is 1
// for a constant.
type term struct {
	coefficient tally
	rest        expr.Expr
}

func (c *canonicalizer) newSum() *sum { return &sum{c: c} }

// add adds n*x for a canonical x.
func (s *sum) add(x expr.Expr, n expr.Number) {
	if x.Op() == expr.OpAdd && !s.c.order.isWhole(x.ID()) {
		for _, a := range x.ArgIDs() {
			s.addTerm(s.c.g.At(a), n)
		}
		return
	}
	s.addTerm(x, n)
}

func (s *sum) addTerm(x expr.Expr, n expr.Number) {
	coefficient, rest := s.c.split(x)
	s.addMultiple(coefficient.Mul(n), rest)
}

func (s *sum) addMultiple(n expr.Number, rest expr.Expr) {
	i, ok := s.index.find(rest.ID())
	if !ok {
		i = len(s.terms)
		s.index.add(rest.ID())
		s.terms = append(s.terms, term{rest: rest})
	}
	s.terms[i].coefficient.add(n)
}

// build returns the canonical sum.
func (s *sum) build() expr.Expr {
	for s.mergeChoices() {
	}
	args := make([]expr.Expr, 0, len(s.terms))
	for _, i := range s.sorted() {
		t := &s.terms[i]
		if len(t.coefficient.rest) == 0 && t.coefficient.total.IsOne() {
			args = append(args, t.rest)
			continue
		}
		for _, n := range t.coefficient.sum() {
			if !n.IsZero() {
				args = append(args, s.c.times(n, t.rest))
			}
		}
	}
	return s.c.g.Add(args...)
}

// sorted returns the positions of the terms in their natural order.
func (s *sum) sorted() []int {
	type place struct {
		term    expr.Expr
		factors []expr.ID
		at      int
	}
	places := make([]place, len(s.terms))
	for i, t := range s.terms {
		places[i] = place{t.rest, s.c.order.monomial(t.rest).factors, i}
	}
	slices.SortFunc(places, func(a, b place) int { return s.c.order.terms(a.term, b.term, a.factors, b.factors) })
	positions := make([]int, len(places))
	for i, p := range places {
		positions[i] = p.at
	}
	return positions
}
