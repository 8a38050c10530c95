package ball

import "math/big"

// Erf returns the error function, 2/sqrt(pi) times the integral of e^(-t^2)
// from 0 to x. Erf(0) is 0 exactly.
//
// Method: the series DLMF 7.6.2, whose terms are positive, and for large x 1
// less the asymptotic series of erfc.
func (c Context) Erf(x Ball) Ball {
	return c.increasing(x, Context.erfAt, Context.gaussSlope)
}

// Erfc returns 1 - erf(x), with full relative precision for large x until the
// result leaves the exponents of numbers, where it is a ball about 0. Erfc(0)
// is 1 exactly.
//
// Method: the asymptotic series DLMF 7.12.1 where its least term is small
// enough; elsewhere 1 less the series of erf, with more bits for the
// cancellation.
func (c Context) Erfc(x Ball) Ball {
	return c.increasing(x, Context.erfcAt, Context.gaussSlope)
}

// increasing returns a ball of f over x, where f is monotone and has a value
// everywhere, at gives it for a number, and slope bounds |f'| between lo and hi.
func (c Context) increasing(x Ball, at func(Context, *big.Float) Ball, slope func(Context, *big.Float, *big.Float) Mag) Ball {
	if x.state != Known {
		return x
	}
	if x.IsExact() {
		return at(c, x.Mid())
	}
	lo, hi := x.Bounds()
	y := at(c, x.Mid())
	move := slope(Context{Bits: 32}, lo, hi).Mul(x.rad)
	if y.state == Known && move.Exponent() < y.upper().Exponent()-3 {
		return y.widen(move)
	}
	return c.Hull(at(c, lo), at(c, hi))
}

// gaussSlope returns a bound of 2/sqrt(pi) e^(-x^2) between lo and hi.
func (c Context) gaussSlope(lo, hi *big.Float) Mag {
	near := Ball{}
	switch {
	case lo.Sign() > 0:
		near = Exact(lo)
	case hi.Sign() < 0:
		near = Exact(hi)
	}
	return c.gauss(c.Sqr(near)).upper().Mul(magOf(5, -2)) // 2/sqrt(pi) = 1.128…
}

// gauss returns e^-s for s >= 0, a ball about 0 where that is out of range.
func (c Context) gauss(s Ball) Ball {
	if s.state == Beyond || s.state == Known && s.Mid().MantExp(nil) > 32 && s.accuracy() > 4 {
		return vanished() // s > 2^31
	}
	return c.Exp(c.Neg(s))
}

// square returns x^2 with the bits that its exponential takes for c's precision.
func (c Context) square(x Ball) Ball {
	return c.with(uint(min(64, 16+max(0, 2*x.Mid().MantExp(nil))))).Sqr(x)
}

// erfArg is an exact argument of erf, not negative: x, or x/sqrt(2) where half
// is set.
type erfArg struct {
	x    *big.Float
	half bool
}

// value returns the argument.
func (a erfArg) value(c Context) Ball {
	if a.half {
		return c.Quo(Exact(a.x), c.Sqrt(FromInt(2)))
	}
	return Exact(a.x)
}

// square returns the argument's square.
func (a erfArg) square(c Context) Ball {
	if a.half {
		return c.Scale(c.square(Exact(a.x)), -1)
	}
	return c.square(Exact(a.x))
}

// drop returns about the bits by which e^-s is below 1, s being the square, and
// at most 2^40. It serves for guesses only.
func (a erfArg) drop() uint {
	f := toDouble(a.x)
	if a.half {
		f *= 0.7072
	}
	return uint(min(f*f*1.4427, 1<<40))
}

// erfAt returns erf(x).
func (c Context) erfAt(x *big.Float) Ball {
	y := c.Round(c.with(12).erfOf(erfArg{new(big.Float).Abs(x), false}))
	if x.Sign() < 0 {
		return c.Neg(y)
	}
	return y
}

// erfcAt returns erfc(x).
func (c Context) erfcAt(x *big.Float) Ball {
	w, a := c.with(12), erfArg{new(big.Float).Abs(x), false}
	if x.Sign() < 0 {
		return c.Round(w.Add(FromInt(1), w.erfOf(a)))
	}
	return c.Round(w.erfcOf(a))
}

// erfOf returns erf(a).
func (c Context) erfOf(a erfArg) Ball {
	drop := a.drop()
	switch {
	case a.x.Sign() == 0:
		return Ball{}
	case drop > c.Bits+8:
		return FromInt(1).widen(c.gauss(a.square(c)).upper()) // erfc(a) <= e^-s
	case 2*drop > c.Bits+16:
		// What the asymptotic series cannot tell, some e^-s, is of e^-s.
		w := Context{c.Bits - drop + 24, c.Budget}
		return c.Sub(FromInt(1), w.erfcAsymptotic(a))
	}
	s := a.square(c)
	y := c.Mul(c.Mul(a.value(c), c.gauss(s)), c.erfSeries(s))
	return c.Scale(c.Quo(y, c.sqrtPi()), 1)
}

// erfcOf returns erfc(a).
func (c Context) erfcOf(a erfArg) Ball {
	drop := a.drop()
	if drop > c.Bits+8 {
		return c.erfcAsymptotic(a)
	}
	w := c.with(drop + 8)
	return c.Sub(FromInt(1), w.erfOf(a))
}

// erfcAsymptotic returns erfc(a) for large a by the asymptotic series.
func (c Context) erfcAsymptotic(a erfArg) Ball {
	s := a.square(c)
	if s.state == Beyond {
		return vanished()
	}
	y := c.Quo(c.gauss(s), c.Mul(a.value(c), c.sqrtPi()))
	return c.Mul(y, c.erfcSeries(s))
}
