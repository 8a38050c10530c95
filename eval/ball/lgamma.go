package ball

import "math/big"

// LGamma returns log|gamma(x)|, 0 exactly at 1 and 2. It is [Undefined] at the
// poles 0, -1, …, and [Unknown] where the ball holds one of them and more.
//
// Method: that of [Context.Gamma]. Next to 1 and 2 it is the Taylor series, and
// next to its zeros between the poles more bits make up for the cancellation.
func (c Context) LGamma(x Ball) Ball {
	if x.state != Known {
		return x
	}
	if s := poles(x); s != Known {
		return None(s)
	}
	y := c.lgammaAt(x.Mid())
	if x.IsExact() || y.state != Known {
		return y
	}
	lo, hi := x.Bounds()
	move := slopeBound(0, lo, hi).Mul(x.rad)
	if move.Exponent() < -3 {
		return y.widen(move)
	}
	// The function is convex between poles: no value exceeds both ends', and
	// none is below the tangent at the midpoint.
	ends := c.Hull(c.lgammaAt(lo), c.lgammaAt(hi))
	switch {
	case lo.Sign() < 0:
		tangent := c.Mul(c.digammaAt(x.Mid()), Ball{rad: x.rad})
		return c.Hull(ends, c.Add(y, tangent).least())
	case lo.Cmp(big.NewFloat(1.4617)) < 0 && hi.Cmp(big.NewFloat(1.4616)) > 0:
		return c.Hull(ends, FromFloat64(-0.1215)) // the least is -0.12148…
	}
	return ends
}

// least returns the ball of the least number of b alone.
func (b Ball) least() Ball {
	if b.state != Known {
		return b
	}
	lo, _ := b.Bounds()
	return Exact(lo)
}

// lgammaAt returns log|gamma(x)|, x not being a pole.
func (c Context) lgammaAt(x *big.Float) Ball {
	if x.Sign() < 0 {
		return c.sharpen(16, func(w Context) Ball { return w.lgammaReflected(x) })
	}
	guard := uint(16)
	for _, zeroAt := range []int64{1, 2} {
		near := new(big.Float).SetPrec(max(x.Prec(), 2)).SetInt64(zeroAt)
		if x.MantExp(nil) != near.MantExp(nil) && x.MantExp(nil) != near.MantExp(nil)-1 {
			continue
		}
		near.Sub(x, near) // exactly
		if near.Sign() == 0 {
			return Ball{}
		}
		e := uint(max(0, -near.MantExp(nil)))
		if e > c.Bits/2+8 {
			return c.lgammaNear(Exact(near), zeroAt)
		}
		guard += e
	}
	return c.sharpen(guard, func(w Context) Ball { return w.lgammaPositive(Exact(x)) })
}

// lgammaNear returns log gamma(n+f) for n = 1 or 2 and |f| < 2^-8, f not 0:
//
//	log gamma(1+f) = -euler f + zeta(2)/2 f^2 - zeta(3)/3 f^3 + …  (DLMF 5.7.3)
//	log gamma(2+f) = log gamma(1+f) + f - f^2/2 + f^3/3 - …
//
// In both the terms from f^3 on are together less than |f|^3, the coefficients
// being less than 0.41 in magnitude.
func (c Context) lgammaNear(f Ball, n int64) Ball {
	w := c.with(16)
	pi := w.Pi()
	a, b := w.Neg(w.EulerGamma()), w.QuoInt(w.Mul(pi, pi), 12)
	if n == 2 {
		a, b = w.Add(a, FromInt(1)), w.Sub(b, Exact(big.NewFloat(0.5)))
	}
	y := w.Mul(f, w.Add(a, w.Mul(b, f)))
	return c.Round(y.widen(f.upper().pow(3)))
}

// lgammaPositive returns log gamma(x) for x > 0, with an absolute error of
// about 2^-Bits or, if it is the greater, a relative one.
func (c Context) lgammaPositive(x Ball) Ball {
	if c.Bits > mostStirling {
		return None(Beyond)
	}
	w := c.with(16)
	n := w.shiftFor(x)
	main := w.stirlingMain(w.Add(x, FromInt(n)))
	if n == 0 {
		return w.Add(main, w.logSqrt2Pi())
	}
	return w.Add(main, w.Log(w.Quo(w.sqrt2Pi(), w.rising(x, n))))
}

// lgammaReflected returns log|gamma(x)| = log(pi/|sin(pi x)|) - log gamma(1-x)
// for x < 0.
func (c Context) lgammaReflected(x *big.Float) Ball {
	rest, _ := nearest(x)
	sine := c.Sin(c.Mul(c.Pi(), Exact(new(big.Float).Abs(rest))))
	return c.Sub(c.Log(c.Quo(c.Pi(), sine)), c.lgammaPositive(c.plus(new(big.Float).Neg(x), 1)))
}
