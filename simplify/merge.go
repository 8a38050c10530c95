package simplify

import (
	"slices"

	"github.com/gradcmp/gradcmp/expr"
)

// mergeExponentials multiplies exponentials by adding their arguments where
// that leaves a single term or fewer terms than the longest argument has:
// exp(x)*exp(-x) is 1 and exp(x)*exp(2*x) is exp(3*x), but exp(x)*exp(y) is left
// as it is, and so is the product of two probabilities exp(x - z)*exp(y - z).
func (p *product) mergeExponentials() {
	var at []int
	longest := 0
	exponent := p.c.newSum()
	for i, f := range p.factors {
		if len(f.symbolic) > 0 || f.exponent.IsZero() {
			continue
		}
		if x, ok := p.c.exponentialOf(f.base); ok {
			at = append(at, i)
			longest = max(longest, countTerms(x))
			exponent.add(x, f.exponent)
		}
	}
	if len(at) < 2 {
		return
	}
	merged := exponent.build()
	if n := countTerms(merged); n > 1 && n >= longest {
		return
	}
	for _, i := range at {
		p.factors[i].exponent = expr.Number{}
	}
	p.multiply(p.c.call(expr.Exp, []expr.Expr{merged}), expr.Int(1))
}

// mergeNegated merges integer powers of sums that are each other's negation:
// (a - b)/(b - a) is -1. The sum that begins with a minus sign gives way.
func (p *product) mergeNegated() {
	sums := 0
	for _, f := range p.factors {
		if f.isIntegerPowerOfSum() {
			sums++
		}
	}
	if sums < 2 {
		return
	}
	for i := range p.factors {
		f := &p.factors[i]
		if !f.isIntegerPowerOfSum() {
			continue
		}
		if n, _ := coefficient(f.base.Arg(0)); n.Sign() > 0 {
			continue
		}
		j, ok := p.index.find(p.c.times(expr.Int(-1), f.base).ID())
		if !ok || !p.factors[j].isIntegerPowerOfSum() {
			continue
		}
		p.factors[j].exponent = p.factors[j].exponent.Add(f.exponent)
		if !isEven(f.exponent) {
			p.coefficient.multiply(expr.Int(-1))
		}
		f.exponent = expr.Number{}
	}
}

func (f *factor) isIntegerPowerOfSum() bool {
	return f.base.Op() == expr.OpAdd && len(f.symbolic) == 0 && f.exponent.IsInt()
}

// exponentialOf returns y if x is exp(y); e is exp(1).
func (c *canonicalizer) exponentialOf(x expr.Expr) (expr.Expr, bool) {
	switch {
	case x.IsCall(expr.Exp):
		return x.Arg(0), true
	case x.IsCall(expr.E):
		return c.g.Int(1), true
	}
	return expr.Expr{}, false
}

func countTerms(x expr.Expr) int {
	if x.Op() == expr.OpAdd {
		return x.NumArgs()
	}
	if isNumber(x, 0) {
		return 0
	}
	return 1
}

// content parts a sum whose terms all have the same fractional size into that
// size and a sum of integer multiples, since it is written over one
// denominator: x/2 + y/2 as (x + y)/2. A term that is kept whole keeps its size.
func (c *canonicalizer) content(x expr.Expr) (expr.Number, expr.Expr, bool) {
	if x.Op() != expr.OpAdd || c.order.isWhole(x.ID()) || slices.ContainsFunc(x.ArgIDs(), c.order.isWhole) {
		return expr.Number{}, expr.Expr{}, false
	}
	size, ok := commonFraction(x)
	if !ok {
		return expr.Number{}, expr.Expr{}, false
	}
	return size, c.times(size.Inv(), x), true
}
