package ball

import "math/big"

// Sin returns the sine. Its argument may be as large as the budget has bits;
// beyond it is [Beyond].
func (c Context) Sin(x Ball) Ball {
	sin, _ := c.SinCos(x)
	return sin
}

// Cos returns the cosine, of what [Context.Sin] takes.
func (c Context) Cos(x Ball) Ball {
	_, cos := c.SinCos(x)
	return cos
}

// firstOrder is the greatest radius for which a function of a ball comes from
// its midpoint and a derivative, not from its ends.
var firstOrder = power(-6)

// SinCos returns the sine and the cosine of the same argument, for the price
// of one.
//
// For a small radius r both come from the midpoint m: by Taylor's theorem
// sin(m+h) differs from sin m by |cos m| |h| + h^2/2 at most, and cos(m+h)
// from cos m by |sin m| |h| + h^2/2. For a greater one see [Context.wave].
// Results lie in [-1, 1].
func (c Context) SinCos(x Ball) (sin, cos Ball) {
	switch {
	case x.state != Known:
		return x, x
	case x.IsExact():
		sin, cos = c.sinCos(x.Mid())
		return c.inUnit(sin), c.inUnit(cos)
	case x.rad.Cmp(firstOrder) > 0:
		return c.wave(x)
	}
	x = trim(x)
	sin, cos = c.sinCos(x.Mid())
	if !sin.IsKnown() {
		return sin, cos
	}
	second := x.rad.Mul(x.rad).scaled(-1)
	_, a := sin.leastMagnitudes()
	_, b := cos.leastMagnitudes()
	return c.inUnit(sin.widen(b.Mul(x.rad).Add(second))),
		c.inUnit(cos.widen(a.Mul(x.rad).Add(second)))
}

// sinCos returns the sine and the cosine of a number. Both have a small
// relative error. It is [Beyond] if the number takes too many bits to reduce.
func (c Context) sinCos(x *big.Float) (sin, cos Ball) {
	if x.Sign() == 0 {
		return Ball{}, FromInt(1)
	}
	if y, ok := c.nearlyLinear(x); ok {
		a := magnitude(x)
		return y, c.oneAround(a.Mul(a).scaled(-1)) // 1 - x^2/2 <= cos x <= 1
	}
	r, ok := c.reduce(x)
	if !ok {
		return None(Beyond), None(Beyond)
	}
	s, t := sinCosFixed(r.t, r.bits)
	if r.quadrant%2 == 1 {
		s, t = t, s.Neg(s)
	}
	if r.quadrant >= 2 {
		s.Neg(s)
		t.Neg(t)
	}
	err := r.err.Add(power(1))
	return c.fromUnits(s, r.bits, err), c.fromUnits(t, r.bits, err)
}

// oneAround returns the ball around 1. [Ball.Bounds] rounds to little more than
// the midpoint's precision, and so that is not less than the context's.
func (c Context) oneAround(radius Mag) Ball { return Around(c.float().SetInt64(1), radius) }

// nearlyLinear returns x as the value of an odd function that has the slope 1
// in 0, and reports whether x is so small that it is that. The functions are
// sin, tan, their hyperbolic likes and the inverses of all four.
//
// For each f of those |f(x) - x| <= |x|^3/2 for |x| <= 1/2. The coefficients of
// f(x)/x - 1 in x^2 are no greater than those of tan(x)/x - 1 or atanh(x)/x -
// 1 = x^2/3 + x^4/5 + …, which are all positive, and so these are no greater
// than x^2 times their values at 1/2 over 1/4, 0.371 and 0.395.
func (c Context) nearlyLinear(x *big.Float) (Ball, bool) {
	if 2*int64(x.MantExp(nil)) > -int64(c.Bits) {
		return Ball{}, false
	}
	a := magnitude(x)
	return c.Round(Exact(x)).widen(a.Mul(a).Mul(a).scaled(-1)), true
}

// wave returns sine and cosine of a ball that is not small, from those of its
// ends. If it is shorter than pi, each of the two functions has an extremum
// inside at most, and has one if and only if its derivative has different
// signs at the ends. A ball that is longer has any value in [-1, 1].
func (c Context) wave(x Ball) (sin, cos Ball) {
	lo, hi := x.Bounds()
	if !shorterThanPi(lo, hi) {
		all := Ball{rad: power(0)}
		return all, all
	}
	s1, c1 := c.sinCos(lo)
	s2, c2 := c.sinCos(hi)
	sin, cos = c.Hull(s1, s2), c.Hull(c1, c2)
	if a := c1.Mid().Sign(); a*c2.Mid().Sign() < 0 {
		sin = c.Hull(sin, FromInt(int64(a)))
	}
	if a := -s1.Mid().Sign(); a*s2.Mid().Sign() > 0 {
		cos = c.Hull(cos, FromInt(int64(a)))
	}
	return c.inUnit(sin), c.inUnit(cos)
}

// shorterThanPi reports whether lo and hi are certainly less than pi apart.
func shorterThanPi(lo, hi *big.Float) bool {
	width := new(big.Float).SetPrec(32).SetMode(big.AwayFromZero).Sub(hi, lo)
	return width.Cmp(big.NewFloat(3.125)) <= 0
}

// Sinc returns sin(x)/x, and 1 at 0.
//
// As sinc x is the integral of cos(xt) over t in [0, 1], its first derivative
// is |x|/3 at most and the second 1/3. The second, (2 sinc x - 2 cos x)/x^2 -
// sinc x, is also (1 + 3/|x|)/|x| at most where |x| >= 4. From the midpoint m,
// with sinc'(m) = (cos m - sinc m)/m, the value at m+h differs by |sinc'(m)|
// |h| + h^2/2 sup |sinc"| at most.
func (c Context) Sinc(x Ball) Ball {
	switch {
	case x.state != Known:
		return x
	case x.rad.Cmp(power(0)) >= 0:
		return c.sincBound(x)
	}
	x = trim(x)
	m := Exact(x.Mid())
	w := c.with(4)
	sin, cos := w.sinCos(x.Mid())
	sinc := FromInt(1)
	if x.Mid().Sign() != 0 {
		sinc = w.Quo(sin, m)
	}
	if x.IsExact() || !sinc.IsKnown() {
		return c.Round(sinc)
	}
	slope := magnitude(x.Mid()).Quo(magOf(3, 0))
	if x.Mid().Sign() != 0 {
		if _, s := w.Quo(w.Sub(cos, sinc), m).leastMagnitudes(); s.Cmp(slope) < 0 {
			slope = s
		}
	}
	second := power(0).Quo(magOf(3, 0))
	if least, _ := x.leastMagnitudes(); least.Cmp(power(4)) >= 0 {
		second = power(0).Add(magOf(3, 0).Quo(least)).Quo(least)
	}
	second = second.Mul(x.rad).Mul(x.rad).scaled(-1)
	return c.inUnit(c.Round(sinc).widen(slope.Mul(x.rad).Add(second)))
}

// sincBound returns a ball that holds sinc everywhere in x: sinc is 1/|x| at
// most, 1 at most, and not below -1/4 (its minimum is -0.217…).
func (c Context) sincBound(x Ball) Ball {
	least, _ := x.leastMagnitudes()
	if least.Cmp(power(2)) < 0 {
		return c.between(big.NewFloat(-0.25), big.NewFloat(1))
	}
	return Ball{rad: power(0).Quo(least)}
}
