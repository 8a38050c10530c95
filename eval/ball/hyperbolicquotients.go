package ball

import "math/big"

// Coth returns the hyperbolic cotangent 1/tanh(x). It is [Undefined] at 0, and
// [Unknown] for other balls with 0.
func (c Context) Coth(x Ball) Ball {
	return c.withoutZero(x, func(x Ball) Ball { return c.Quo(FromInt(1), c.with(4).Tanh(x)) })
}

// Sech returns the hyperbolic secant 1/cosh(x), which is in [0, 1].
//
// With e = e^-|x| it is 2e/(1 + e^2), which no x is too large for. Its slope
// is sech(x) |tanh(x)| in magnitude. For a radius r <= 1/2 it is sech(m) e^r
// (|tanh m| + r) at most. For a greater radius the least value is at an end,
// and so is the greatest unless the ball holds 0.
func (c Context) Sech(x Ball) Ball {
	switch {
	case x.state != Known:
		return x
	case x.IsExact():
		sech, _ := c.sechTanh(x.Mid())
		return c.inUnit(sech)
	case x.rad.Cmp(wideHyperbolic) > 0:
		hull := c.hullOfEnds(x, func(x *big.Float) Ball {
			sech, _ := c.sechTanh(x)
			return sech
		})
		if x.Contains(zero) {
			hull = c.Hull(hull, FromInt(1))
		}
		return c.inUnit(hull)
	}
	x = trim(x)
	sech, tanh := c.sechTanh(x.Mid())
	if !sech.IsKnown() {
		return sech
	}
	_, slope := sech.leastMagnitudes()
	slope = slope.Mul(tanh.Add(x.rad)).Mul(power(0).Add(exponentialGrowth(x.rad)))
	return c.inUnit(sech.widen(slope.Mul(x.rad)))
}

// sechTanh returns the hyperbolic secant of a number, and a bound of |tanh x| =
// (1 - e^2)/(1 + e^2).
func (c Context) sechTanh(x *big.Float) (sech Ball, tanh Mag) {
	w, one := c.with(6), FromInt(1)
	e := w.Exp(Exact(new(big.Float).Neg(new(big.Float).Abs(x))))
	square := w.Sqr(e)
	low := Context{slopeBits, c.Budget}
	_, tanh = low.Quo(low.Sub(one, square), low.Add(one, square)).leastMagnitudes()
	return c.Quo(w.Scale(e, 1), w.Add(one, square)), tanh
}

// Csch returns the hyperbolic cosecant 1/sinh(x). It is [Undefined] at 0, and
// [Unknown] for other balls with 0.
//
// Beyond 1 it is 2e/(1 - e^2) with e = e^-|x|, which no x is too large for. In
// the quotient of balls the errors from e add up as the slope has them.
func (c Context) Csch(x Ball) Ball {
	w, one := c.with(6), FromInt(1)
	return c.withoutZero(x, func(x Ball) Ball {
		if x.Mid().MantExp(nil) <= 0 {
			return c.Quo(one, w.Sinh(x))
		}
		size := x
		if x.Mid().Sign() < 0 {
			size = c.Neg(x)
		}
		e := w.Exp(c.Neg(size))
		y := c.Quo(w.Scale(e, 1), w.Sub(one, w.Sqr(e)))
		if x.Mid().Sign() < 0 {
			return c.Neg(y)
		}
		return y
	})
}
