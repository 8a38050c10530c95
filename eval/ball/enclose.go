package ball

import "math/big"

// Ways from the function of a number to that of a ball.

// slopeBits is the precision of a slope: it only scales a radius.
const slopeBits = 32

// monotone returns f of the ball x, all over which f is defined and monotone,
// and slope its derivative. f takes a number, slope any part of the domain.
//
// Where the slope varies little over the ball, f differs from its value in the
// midpoint by the greatest slope times the radius at most (mean value
// theorem). Elsewhere the extremes of f are at the ends.
func (c Context) monotone(x Ball, f func(x *big.Float) Ball, slope func(w Context, x Ball) Ball) Ball {
	if x.IsExact() {
		return f(x.Mid())
	}
	trimmed := trim(x)
	d := slope(Context{slopeBits, c.Budget}, trimmed)
	if d.IsKnown() && d.rad.Cmp(magnitude(d.Mid()).scaled(-5)) <= 0 {
		_, steepest := d.leastMagnitudes()
		return f(trimmed.Mid()).widen(steepest.Mul(trimmed.rad))
	}
	return c.hullOfEnds(x, f)
}

// hullOfEnds returns a ball that holds f of either end of x, and what is
// between. It is [Unknown] if an end is beyond the range of exponents.
func (c Context) hullOfEnds(x Ball, f func(x *big.Float) Ball) Ball {
	lo, hi := x.Bounds()
	if lo.IsInf() || hi.IsInf() {
		return None(Unknown)
	}
	return c.Hull(f(lo), f(hi))
}

// trim returns the ball x with only those bits of the midpoint that count
// beside the radius, and hardly more radius.
func trim(x Ball) Ball {
	if x.rad.IsZero() || x.Mid().Sign() == 0 {
		return x
	}
	const margin = 32
	bits := max(2, int64(x.Mid().MantExp(nil))-x.rad.Exponent()+margin)
	if bits >= int64(x.Mid().Prec()) {
		return x
	}
	return rounded(new(big.Float).SetPrec(uint(bits)).Set(x.Mid()), x.rad)
}

// reciprocal returns 1/y. That of a wide ball comes from its ends.
func (c Context) reciprocal(y Ball) Ball {
	one := FromInt(1)
	if y.state != Known || y.mayBeZero() || y.rad.Cmp(magnitude(y.Mid()).scaled(-6)) <= 0 {
		return c.Quo(one, y)
	}
	return c.hullOfEnds(y, func(y *big.Float) Ball { return c.Quo(one, Exact(y)) })
}

// withoutZero returns f of the ball x, where f has a pole at 0 and is monotone
// on either side. It is [Undefined] at 0 and [Unknown] for other balls with 0.
// f takes a ball that is small beside its distance from 0.
func (c Context) withoutZero(x Ball, f func(x Ball) Ball) Ball {
	if x.state != Known {
		return x
	}
	lo, hi := x.Bounds()
	switch {
	case lo.Sign() <= 0 && hi.Sign() >= 0:
		return None(absentOr(Undefined, x))
	case x.rad.Cmp(magnitude(x.Mid()).scaled(-6)) <= 0 && x.rad.Cmp(wideHyperbolic) <= 0:
		return f(x)
	}
	return c.hullOfEnds(x, func(x *big.Float) Ball { return f(Exact(x)) })
}

// inUnit returns the part of x in [-1, 1], x being the ball of a number there.
func (c Context) inUnit(x Ball) Ball {
	if x.state != Known || x.rad.IsZero() || magnitude(x.Mid()).Add(x.rad).Cmp(power(0)) <= 0 {
		return x
	}
	lo, hi := x.Bounds()
	one, minusOne := big.NewFloat(1), big.NewFloat(-1)
	if lo.Cmp(minusOne) >= 0 && hi.Cmp(one) <= 0 {
		return x
	}
	if lo.Cmp(minusOne) < 0 {
		lo = minusOne
	}
	if hi.Cmp(one) > 0 {
		hi = one
	}
	return c.between(lo, hi)
}
