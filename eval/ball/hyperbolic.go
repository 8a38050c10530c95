package ball

import "math/big"

// wideHyperbolic is the radius beyond which a hyperbolic function of a ball
// comes from its ends. Below it, e^r <= 1 + r + r^2 <= 1 + 2r.
var wideHyperbolic = power(-6)

// exponentialGrowth returns a bound of e^r - 1, for a small radius r.
func exponentialGrowth(r Mag) Mag { return r.Add(r.Mul(r)) }

// Sinh returns the hyperbolic sine. It is [Beyond] where that is too large for
// an exponent.
//
// For a small radius, from sinh(m+h) = sinh m cosh h + cosh m sinh h (DLMF
// 4.35.1), the difference to sinh m is cosh(m) (e^|h| - 1) at most.
func (c Context) Sinh(x Ball) Ball {
	switch {
	case x.state != Known:
		return x
	case x.IsExact():
		sinh, _ := c.sinhCosh(x.Mid())
		return sinh
	case x.rad.Cmp(wideHyperbolic) > 0:
		return c.hullOfEnds(x, func(x *big.Float) Ball {
			sinh, _ := c.sinhCosh(x)
			return sinh
		})
	}
	x = trim(x)
	sinh, cosh := c.sinhCosh(x.Mid())
	if !sinh.IsKnown() {
		return sinh
	}
	_, steepest := cosh.leastMagnitudes()
	return sinh.widen(steepest.Mul(exponentialGrowth(x.rad)))
}

// Cosh returns the hyperbolic cosine. It is [Beyond] where that is too large
// for an exponent.
//
// For a small radius, from cosh(m+h) = cosh m cosh h + sinh m sinh h (DLMF
// 4.35.2), the difference to cosh m is |sinh m| (e^|h| - 1) + cosh(m) h^2 at
// most, as cosh h - 1 <= h^2 for |h| <= 1. For a greater one the greatest
// value is at an end, and so is the least unless the ball holds 0.
func (c Context) Cosh(x Ball) Ball {
	switch {
	case x.state != Known:
		return x
	case x.IsExact():
		_, cosh := c.sinhCosh(x.Mid())
		return cosh
	case x.rad.Cmp(wideHyperbolic) > 0:
		hull := c.hullOfEnds(x, func(x *big.Float) Ball {
			_, cosh := c.sinhCosh(x)
			return cosh
		})
		if x.Contains(zero) {
			hull = c.Hull(hull, FromInt(1))
		}
		return c.notBelowOne(hull)
	}
	x = trim(x)
	sinh, cosh := c.sinhCosh(x.Mid())
	if !cosh.IsKnown() {
		return cosh
	}
	_, a := sinh.leastMagnitudes()
	_, b := cosh.leastMagnitudes()
	change := a.Mul(exponentialGrowth(x.rad)).Add(b.Mul(x.rad).Mul(x.rad))
	return c.notBelowOne(cosh.widen(change))
}

// sinhCosh returns the hyperbolic sine and cosine of a number with small
// relative errors. With m = e^|x| - 1 and q = m/(m + 1) = 1 - e^-|x| they are
// ±(m + q)/2 and 1 + (m - q)/2.
func (c Context) sinhCosh(x *big.Float) (sinh, cosh Ball) {
	one := FromInt(1)
	if x.Sign() == 0 {
		return Ball{}, one
	}
	if y, ok := c.nearlyLinear(x); ok {
		a := magnitude(x)
		return y, c.oneAround(a.Mul(a)) // cosh x - 1 <= x^2 for |x| <= 1
	}
	w := c.with(6)
	m := w.Expm1(Exact(new(big.Float).Abs(x)))
	q := w.Quo(m, w.Add(m, one))
	sinh = c.Scale(c.Add(m, q), -1)
	if x.Sign() < 0 {
		sinh = c.Neg(sinh)
	}
	return sinh, c.Add(one, w.Scale(w.Sub(m, q), -1))
}

// notBelowOne returns the part of x from 1 on, x being the ball of a number
// there.
func (c Context) notBelowOne(x Ball) Ball {
	if x.state != Known || x.rad.IsZero() || x.Mid().MantExp(nil) > 1 && x.rad.Cmp(power(0)) <= 0 {
		return x
	}
	lo, hi := x.Bounds()
	one := big.NewFloat(1)
	if lo.Cmp(one) >= 0 {
		return x
	}
	return c.between(one, hi)
}

// Tanh returns the hyperbolic tangent, which is in [-1, 1].
//
// For a radius r <= 1/2, as cosh(m+h) >= cosh(m) e^-|h|, the slope in the ball
// is sech(m)^2 e^2r at most.
func (c Context) Tanh(x Ball) Ball {
	switch {
	case x.state != Known:
		return x
	case x.IsExact():
		tanh, _ := c.tanhSlope(x.Mid())
		return c.inUnit(tanh)
	case x.rad.Cmp(wideHyperbolic) > 0:
		return c.inUnit(c.hullOfEnds(x, func(x *big.Float) Ball {
			tanh, _ := c.tanhSlope(x)
			return tanh
		}))
	}
	x = trim(x)
	tanh, slope := c.tanhSlope(x.Mid())
	return c.inUnit(tanh.widen(slope.Mul(x.rad).Mul(power(0).Add(exponentialGrowth(x.rad.scaled(1))))))
}

// tanhSlope returns the hyperbolic tangent of a number with a small relative
// error, and a bound of its slope there.
//
// With e = e^(-2|x|) it is ±(1 - e)/(1 + e), and its slope 4e/(1 + e)^2. Where
// 2|x| >= Bits + 3 it is nearer to ±1 than 2e <= 2^(1 - 1.44 (Bits + 3)), and
// the slope is 4e at most.
func (c Context) tanhSlope(x *big.Float) (tanh Ball, slope Mag) {
	if y, ok := c.nearlyLinear(x); ok || x.Sign() == 0 {
		return y, power(0)
	}
	one := FromInt(1)
	size := new(big.Float).Abs(x)
	if size.Cmp(big.NewFloat(float64(c.Bits/2+2))) > 0 {
		least := power(-int64(c.Bits) - 2)
		tanh, slope = c.oneAround(least), least
	} else {
		w := c.with(6)
		m := w.Expm1(w.Scale(Exact(size), 1))
		m2 := w.Add(m, FromInt(2))
		tanh = c.Quo(m, m2)
		low := Context{slopeBits, c.Budget}
		_, slope = low.Quo(low.Scale(low.Add(m, one), 2), low.Sqr(m2)).leastMagnitudes()
	}
	if x.Sign() < 0 {
		tanh = c.Neg(tanh)
	}
	return tanh, slope
}
