package ball

import "math/big"

// Log returns the natural logarithm; that of 1 is exact. It is [Undefined] if
// no number of the ball is positive, and [Unknown] if only some are.
//
// In a ball of radius r < x, |log(x') - log(x)| <= r/(x - r).
func (c Context) Log(x Ball) Ball {
	if x.state != Known {
		return x
	}
	mid := x.Mid()
	if mid.Sign() > 0 && (x.rad.IsZero() || x.isNarrow(mid)) {
		return c.logAround(c.log(mid), x.rad, mid)
	}
	lo, hi := x.Bounds()
	switch {
	case hi.Sign() <= 0:
		return None(Undefined)
	case lo.Sign() <= 0:
		return None(Unknown)
	}
	return c.hullOf(c.log, lo, hi)
}

// logAround returns the logarithm y of x or, rounded down to it, of a number
// not far above, widened for those that are not further than rad.
func (c Context) logAround(y Ball, rad Mag, x *big.Float) Ball {
	if rad.IsZero() || y.state != Known {
		return y
	}
	return y.widen(rad.Quo(leastMagnitude(x).minus(rad)))
}

// Log1p returns log(1+x); that of 0 is exact. It is [Undefined] if no number of
// the ball is above -1, and [Unknown] if only some are.
func (c Context) Log1p(x Ball) Ball {
	if x.state != Known {
		return x
	}
	mid := x.Mid()
	plus := add(new(big.Float).SetPrec(64).SetMode(big.ToZero), mid, oneFloat)
	if plus.Sign() > 0 && (x.rad.IsZero() || x.isNarrow(plus)) {
		return c.logAround(c.log1p(mid), x.rad, plus)
	}
	lo, hi := x.Bounds()
	switch {
	case hi.Cmp(minusOne) <= 0:
		return None(Undefined)
	case lo.Cmp(minusOne) <= 0:
		return None(Unknown)
	}
	return c.hullOf(c.log1p, lo, hi)
}

// Log2 returns the logarithm to base 2; that of a power of 2 is exact. It is
// [Undefined] and [Unknown] where [Context.Log] is.
func (c Context) Log2(x Ball) Ball {
	if mid := x.Mid(); x.IsExact() && mid.Sign() > 0 && mid.MinPrec() == 1 {
		return c.Round(FromInt(int64(mid.MantExp(nil)) - 1))
	}
	w := c.with(8)
	return c.Quo(w.Log(x), w.Ln2())
}

// Log10 returns the logarithm to base 10; that of a power of 10 is exact. It is
// [Undefined] and [Unknown] where [Context.Log] is.
func (c Context) Log10(x Ball) Ball {
	if n, ok := powerOfTen(x); ok {
		return c.Round(FromInt(n))
	}
	w := c.with(8)
	return c.Quo(w.Log(x), w.constant(&ln10Digits))
}

// powerOfTen returns n if x is exactly 10^n, n >= 0. 10^n is 2^n times an odd
// number whose length in bits, of 5^n, is between 2n and 3n+1.
func powerOfTen(x Ball) (n int64, ok bool) {
	mid := x.Mid()
	if !x.IsExact() || mid.Sign() <= 0 {
		return 0, false
	}
	odd := int64(mid.MinPrec())
	n = int64(mid.MantExp(nil)) - odd
	if n < 0 || odd < 2*n || odd > 3*n+1 {
		return 0, false
	}
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(n), nil)
	return n, new(big.Float).SetInt(ten).Cmp(mid) == 0
}

var oneFloat, minusOne = big.NewFloat(1), big.NewFloat(-1)

// log returns log(x) for x > 0, as e*log(2) + log(m) with 3/4 <= m < 3/2. That
// is above 1/4 in magnitude unless e = 0, the case of [Context.logNear].
func (c Context) log(x *big.Float) Ball {
	m := new(big.Float)
	e := int64(x.MantExp(m))
	if m.Cmp(threeQuarters) < 0 {
		m.SetMantExp(m, 1)
		e--
	}
	if e == 0 {
		// The difference of numbers so close is exact.
		return c.logNear(m.SetPrec(max(m.Prec(), 64)).Sub(m, oneFloat))
	}
	p := c.Bits + guardBits
	v := logFixed(fixed(m, p), p)
	// With log(2) to 32 bits more, e*log(2) is wrong by less than a unit, and
	// its last cut by another.
	ln2 := product(big.NewInt(e), ln2Digits.floor(p+32))
	return c.fromFixed(v.Add(v, ln2.Rsh(ln2, 32)), int64(p), logUnits+2)
}

var threeQuarters = big.NewFloat(0.75)

// log1p returns log(1+x) for x > -1.
func (c Context) log1p(x *big.Float) Ball {
	e := x.MantExp(nil)
	switch {
	case e < -1 || x.Sign() > 0 && e < 0:
		return c.logNear(x)
	case e > int(c.Bits)+8:
		// log(1+x) - log(x) <= 1/x
		return c.log(x).widen(power(1 - int64(e)))
	}
	// So many bits hold the sum.
	p := new(big.Float).SetPrec(x.Prec() + uint(max(e, 0)) + 2)
	return c.log(p.Add(x, oneFloat))
}

// logNear returns log(1+u) for -1/4 <= u < 1/2, to a precision relative to u.
func (c Context) logNear(u *big.Float) Ball {
	small := uint(-u.MantExp(nil)) // |u| < 2^-small
	switch {
	case u.Sign() == 0:
		return Ball{}
	case small > c.Bits+2:
		// |log(1+u) - u| <= u^2
		size := magnitude(u)
		return c.Round(Exact(u)).widen(size.Mul(size))
	case small > max(16, c.Bits/8):
		return c.logNearest(u, small)
	}
	p := c.Bits + guardBits + small
	v := fixed(u, p)
	if u.Sign() < 0 {
		v.Neg(v)
	}
	v.Add(v, new(big.Int).Lsh(one, p))
	return c.fromFixed(logFixed(v, p), int64(p), logUnits)
}

// logNearest returns log(1+u) = 2*atanh(u/(2+u)) for |u| < 2^-small, small > 16.
// t = u/(2+u), below 2^-small, has two roundings of 2^-w, which are less than 3
// units of p = w + small bits; one more is for its last bits, and two are for
// [atanhFixed].
func (c Context) logNearest(u *big.Float, small uint) Ball {
	w := Context{Bits: c.Bits + guardBits}
	t := add(w.float(), u, big.NewFloat(2))
	t.Quo(u, t)
	p := w.Bits + small
	v := fixed(t, p)
	if t.Sign() < 0 {
		v.Neg(v)
	}
	v = atanhFixed(v, p)
	return c.fromFixed(v.Lsh(v, 1), int64(p), 16)
}
