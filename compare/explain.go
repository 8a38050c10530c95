package compare

import (
	"fmt"
	"math"

	"github.com/gradcmp/gradcmp/eval/ball"
)

// roundingOn bounds the rounding error of a route: of the symbolic one by the
// formula that it evaluates, of the others by the formula as the rules give it,
// whose operations are theirs, and by the sums that they form in an order of
// their own.
func (r *run) roundingOn(route Route, i, j int) rounding {
	formulas := r.derivatives(i, j)
	switch {
	case route == Symbolic && r.sym != nil:
		return r.roundingOf(r.sym.formulas[i*len(r.Wrt)+j])
	case len(formulas) == 0:
		return rounding{bound: math.Inf(1)}
	}
	b := r.roundingOf(formulas[0])
	_, terms := r.paths(i, j)
	b.bound += 0x1p-52 * terms
	return b
}

// explains reports whether rounding explains the error of a route. Of the
// symbolic route it is known: its formula is evaluated exactly.
func (r *run) explains(route Route, b rounding, a Account, i, j int) bool {
	if route == Symbolic && r.sym != nil {
		y := r.enclose(r.truth, r.sym.formulas[i*len(r.Wrt)+j])
		f := r.truth.findings[i*len(r.Wrt)+j]
		if y.IsKnown() {
			return sameNumber(y, f.Value) || f.Value.IsExact() && isNegligible(y, b.largest)
		}
	}
	const safety = 4
	if a.Error.Absolute <= safety*b.bound {
		return true
	}
	// The bound is of first order: where one rounding leads to another place, as
	// (1 + x)^(1/x) at 1e-16, trials tell more.
	return a.Error.Absolute <= r.formulaNoise(i, j)
}

// sameNumber reports whether two enclosures of about 25 digits can be of the
// same number.
func sameNumber(a, b ball.Ball) bool {
	c := ball.Context{Bits: 256}
	gap := c.Sub(a, b)
	if !gap.IsKnown() {
		return false
	}
	const bits = 70
	size := max(a.Magnitude().Exponent(), b.Magnitude().Exponent())
	return gap.Magnitude().IsZero() || gap.Magnitude().Exponent() <= size-bits
}

// isNegligible reports whether a number is 0 beside the terms that it is made of.
func isNegligible(y ball.Ball, terms float64) bool {
	const bits = 70
	x, _ := y.Magnitude().Float().Float64()
	return x <= math.Ldexp(terms, -bits)
}

// lossIn says which operation loses the digits.
func (r *run) lossIn(b rounding) string {
	if !b.culprit.IsValid() {
		return "the digits cancel"
	}
	where := ""
	if r.Place != nil {
		if place := r.Place(b.culprit.ID()); place != "" {
			where = " at " + place
		} else {
			where = ", in the derivative,"
		}
	}
	return fmt.Sprintf("%s%s loses %.0f digits", subexpression(b.culprit), where, b.digits)
}
