package ball

import "math/big"

// Neg returns -x, without rounding.
func (c Context) Neg(x Ball) Ball {
	if x.state != Known {
		return x
	}
	return Ball{mid: new(big.Float).Neg(x.Mid()), rad: x.rad}
}

// Add returns x + y.
func (c Context) Add(x, y Ball) Ball {
	if x.state|y.state != Known {
		return None(worst(x, y))
	}
	return rounded(add(c.float(), x.Mid(), y.Mid()), x.rad.Add(y.rad))
}

// Sub returns x - y.
func (c Context) Sub(x, y Ball) Ball {
	if x.state|y.state != Known {
		return None(worst(x, y))
	}
	return rounded(sub(c.float(), x.Mid(), y.Mid()), x.rad.Add(y.rad))
}

// Mul returns x*y. The radius is |x|*ry + |y|*rx + rx*ry.
func (c Context) Mul(x, y Ball) Ball {
	if x.state|y.state != Known {
		return None(worst(x, y))
	}
	z := new(big.Float)
	var rad Mag
	if !y.rad.IsZero() {
		rad = x.rad.Add(magnitudeWith(z, x.Mid())).Mul(y.rad)
	}
	if !x.rad.IsZero() {
		rad = rad.Add(magnitudeWith(z, y.Mid()).Mul(x.rad))
	}
	return rounded(c.renew(z).Mul(x.Mid(), y.Mid()), rad)
}

// Scale returns x*2^n, without rounding.
func (c Context) Scale(x Ball, n int) Ball {
	if x.state != Known {
		return x
	}
	rad := x.rad.Mul(power(int64(n)))
	z := new(big.Float).SetMantExp(x.Mid(), n)
	switch {
	case z.IsInf():
		return None(Beyond)
	case z.Sign() == 0 && x.Mid().Sign() != 0:
		rad = rad.Add(power(big.MinExp - 1))
	}
	return Ball{mid: z, rad: rad}
}

// Quo returns x/y. It is [Undefined] if y is 0 and [Unknown] if y may be 0.
//
// With |y| - ry > 0, |x'/y' - x/y| <= (|x/y|*ry + rx)/(|y| - ry). For a large ry
// the middle of the quotients is far from x/y; then the ball of 1/y comes first.
func (c Context) Quo(x, y Ball) Ball {
	if x.state|y.state != Known {
		return None(worst(x, y))
	}
	if y.rad.IsZero() && x.rad.IsZero() {
		if y.Mid().Sign() == 0 {
			return None(Undefined)
		}
		return rounded(c.float().Quo(x.Mid(), y.Mid()), Mag{})
	}
	z := new(big.Float)
	m, exp, _ := leading(z, y.Mid())
	smaller := magOf(m, exp)
	least := smaller.minus(y.rad)
	switch {
	case least.IsZero():
		return None(absentOr(Undefined, y))
	case !y.rad.IsZero() && !y.isNarrow(y.Mid()):
		lo, hi := y.Bounds()
		return c.Mul(x, c.with(8).hullOf(c.with(8).inverse, lo, hi))
	}
	ratio := magnitudeWith(c.renew(z), x.Mid()).Quo(smaller)
	rad := ratio.Mul(y.rad).Add(x.rad).Quo(least)
	return rounded(c.renew(z).Quo(x.Mid(), y.Mid()), rad)
}

// inverse returns 1/x, for x other than 0.
func (c Context) inverse(x *big.Float) Ball {
	return rounded(c.float().Quo(oneFloat, x), Mag{})
}

// absentOr returns why there is no value at the ball x, part of which is
// where there is none: the given reason if x is exact, and Unknown otherwise.
func absentOr(why State, x Ball) State {
	if x.IsExact() {
		return why
	}
	return Unknown
}

// MulInt returns x*n.
func (c Context) MulInt(x Ball, n int64) Ball { return c.Mul(x, FromInt(n)) }

// QuoInt returns x/n. It is [Undefined] if n is 0.
func (c Context) QuoInt(x Ball, n int64) Ball { return c.Quo(x, FromInt(n)) }

// Sqr returns x^2, which is never negative. The radius is 2|x|*r + r^2.
func (c Context) Sqr(x Ball) Ball {
	if x.state != Known {
		return x
	}
	z := new(big.Float)
	var rad Mag
	if !x.rad.IsZero() {
		if !x.isNarrow(x.Mid()) {
			return c.powUint(x, 2, 2)
		}
		rad = magnitudeWith(z, x.Mid()).Mul(power(1)).Add(x.rad).Mul(x.rad)
	}
	return rounded(c.renew(z).Mul(x.Mid(), x.Mid()), rad)
}
