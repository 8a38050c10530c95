package stable

import (
	"slices"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/simplify"
)

// verdict says what is known about a condition.
type verdict uint8

const (
	open verdict = iota
	holds
	fails
)

// decide looks whether a comparison holds for all values of its variables.
func decide(c expr.Expr) verdict {
	if c.Op() != expr.OpCmp {
		return open
	}
	a, b := simplify.Full(c.Arg(0)), simplify.Full(c.Arg(1))
	if d, ok := numberOf(simplify.Full(c.Graph().Sub(a, b))); ok {
		if c.Relation().Holds(d.Sign()) {
			return holds
		}
		return fails
	}
	n, ok := numberOf(b)
	if !ok || n.Sign() > 0 {
		return open
	}
	switch strict := n.Sign() == 0; c.Relation() {
	case expr.Greater, expr.NotEqual:
		if signOf(a) == positive || !strict && signOf(a) == nonnegative {
			return holds
		}
	case expr.GreaterEqual:
		if signOf(a) != unknown {
			return holds
		}
	}
	return open
}

// numberOf returns the value of a number, with a sign or as a fraction too.
func numberOf(x expr.Expr) (expr.Number, bool) {
	m := monomialOf(x)
	return m.coef, len(m.factors) == 0
}

// sign is what is known of an expression's sign where it is defined.
type sign uint8

const (
	unknown sign = iota
	nonnegative
	positive
)

// positiveFuncs and nonnegativeFuncs are functions whose values are.
var (
	positiveFuncs = []expr.Func{
		expr.Pi, expr.E, expr.Exp, expr.Cosh, expr.Sech, expr.Sigmoid, expr.Softplus, expr.Erfc, expr.NormPDF, expr.NormCDF,
	}
	nonnegativeFuncs = []expr.Func{expr.Sqrt, expr.Abs, expr.Hypot, expr.Norm, expr.Relu, expr.Acos, expr.Acosh}
)

// signOf returns what shows of the sign of x at a glance: from its terms and
// factors, not from their arguments.
func signOf(x expr.Expr) sign {
	terms := termsOf(x)
	if len(terms) == 0 {
		return nonnegative
	}
	all := nonnegative
	for _, t := range terms {
		switch t.sign() {
		case unknown:
			return unknown
		case positive:
			all = positive
		}
	}
	return all
}

func (m monomial) sign() sign {
	if m.coef.Sign() < 0 {
		return unknown
	}
	all := positive
	for _, f := range m.factors {
		even := !f.sym.IsValid() && f.exp.Mul(expr.Frac(1, 2)).IsInt()
		fraction := f.sym.IsValid() || !f.exp.IsInt() // defined for bases >= 0 only
		n, isNumber := f.base.Number()
		isPositive := isNumber && n.Sign() > 0 ||
			f.base.Op() == expr.OpCall && slices.Contains(positiveFuncs, f.base.Func())
		switch {
		case isPositive:
		case even, fraction && !f.sym.IsValid(), f.base.Op() == expr.OpCall && slices.Contains(nonnegativeFuncs, f.base.Func()):
			all = nonnegative
		default:
			return unknown
		}
	}
	return all
}

// addConditions returns the conditions with those of more that are open and
// new, and false if one fails.
func addConditions(conditions, more []expr.Expr) ([]expr.Expr, bool) {
	out := slices.Clone(conditions)
	for _, c := range more {
		switch decide(c) {
		case fails:
			return nil, false
		case open:
			if !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	return out, true
}
