package ball

import "math/big"

// Exp returns e^x. It is [Beyond] where that exceeds the range of exponents,
// for x above 1.4e9, and a ball around 0 where it falls below.
//
// In a ball of radius r <= 1, |e^x' - e^x| <= e^x*(e^r - 1) and
// e^r - 1 <= r*(1 + r).
func (c Context) Exp(x Ball) Ball {
	if x.state != Known {
		return x
	}
	y := c.exp(x.Mid())
	switch {
	case x.rad.IsZero():
		return y
	case y.state == Known && x.rad.Exponent() <= narrow:
		_, greatest := y.leastMagnitudes()
		return y.widen(greatest.Mul(expChange(x.rad)))
	}
	lo, hi := x.Bounds()
	return c.hullOf(c.exp, lo, hi)
}

// expChange returns a bound of e^r - 1, for r < 2^narrow.
func expChange(r Mag) Mag { return r.Mul(magOf(1<<10+1, -10)) }

// exp returns e^x as 2^n*e^r.
func (c Context) exp(x *big.Float) Ball {
	e := x.MantExp(nil)
	switch {
	case x.Sign() == 0:
		return FromInt(1)
	case e > 31:
		return outOfRange(x.Sign())
	case e < -int(c.Bits)-2:
		// |e^x - 1| <= 2|x| is below a quarter of a unit.
		return FromInt(1).widen(magnitude(x).Mul(power(1)))
	}
	p := c.Bits + guardBits
	n, r := reduceExp(x, p, uint(max(e, 0)))
	return c.expTimes(n, r, p, 9)
}

// reduceExp returns n and a fixed-point number r with p bits, 0 <= r < log(2),
// so that x = n*log(2) + r; x is below 2^e.
//
// x and n*log(2) have e more bits. x is cut off, wrong by less than 2^-e units
// of p bits, and log(2) as well, which counts |n| <= 1.45*2^e + 1 times. With 1
// for r's last bits, r is wrong by less than 4, which is 8 of e^r.
func reduceExp(x *big.Float, p, e uint) (n int64, r *big.Int) {
	r = fixed(x, p+e)
	if x.Sign() < 0 {
		r.Neg(r)
	}
	quotient := new(big.Int)
	quotient.DivMod(r, ln2Digits.floor(p+e), r)
	return quotient.Int64(), r.Rsh(r, e)
}

// expTimes returns 2^n*e^r for a fixed-point number r with p bits, 0 <= r < 1,
// whose error is so many units of e^r.
func (c Context) expTimes(n int64, r *big.Int, p uint, units uint64) Ball {
	if n > big.MaxExp || n < big.MinExp-3 {
		return outOfRange(int(max(-1, min(n, 1))))
	}
	v := expm1Fixed(r, p)
	v.Add(v, new(big.Int).Lsh(one, p))
	return c.fromFixed(v, int64(p)-n, expm1Units+units)
}

// outOfRange returns what is too large or too small for the range of
// exponents: [Beyond], or a ball around 0.
func outOfRange(sign int) Ball {
	if sign > 0 {
		return None(Beyond)
	}
	return Ball{rad: power(big.MinExp - 1)}
}

// Exp2 returns 2^x; that of an integer is exact. It is [Beyond] and a ball
// around 0 as [Context.Exp] is.
//
// In a ball of radius r, |2^x' - 2^x| <= 2^x*(e^(r*log(2)) - 1).
func (c Context) Exp2(x Ball) Ball {
	if x.state != Known {
		return x
	}
	y := c.exp2(x.Mid())
	switch {
	case x.rad.IsZero():
		return y
	case y.state == Known && x.rad.Exponent() <= narrow:
		_, greatest := y.leastMagnitudes()
		ln2 := magOf(0xb17217f8, -32)
		return y.widen(greatest.Mul(expChange(x.rad.Mul(ln2))))
	}
	lo, hi := x.Bounds()
	return c.hullOf(c.exp2, lo, hi)
}

// exp2 returns 2^x as 2^n*e^r with r = f*log(2), n being the integer part of x
// and f the fraction. In units, f is wrong by less than 1, log(2) as well, and
// r by 3 with its last bits, which is 6 of e^r.
func (c Context) exp2(x *big.Float) Ball {
	e := x.MantExp(nil)
	switch {
	case e > 32:
		return outOfRange(x.Sign())
	case x.IsInt():
		n, _ := x.Int64()
		return powerOfTwo(n)
	case e < -int(c.Bits)-2:
		// |2^x - 1| <= |x| is below a quarter of a unit.
		return FromInt(1).widen(magnitude(x))
	}
	p := c.Bits + guardBits
	f := fixed(x, p)
	if x.Sign() < 0 {
		f.Neg(f)
	}
	n := new(big.Int).Rsh(f, p)
	f.Sub(f, new(big.Int).Lsh(n, p))
	r := f.Mul(f, ln2Digits.floor(p))
	return c.expTimes(n.Int64(), r.Rsh(r, p), p, 6)
}

// powerOfTwo returns 2^n.
func powerOfTwo(n int64) Ball {
	if n >= big.MaxExp || n < big.MinExp-1 {
		return outOfRange(int(max(-1, min(n, 1))))
	}
	return Exact(shift(new(big.Float), oneFloat, n))
}

// Expm1 returns e^x - 1; that of 0 is exact. It is [Beyond] where [Context.Exp]
// is.
//
// In a ball of radius r, |e^x' - e^x| is bounded as there.
func (c Context) Expm1(x Ball) Ball {
	if x.state != Known {
		return x
	}
	y := c.expm1(x.Mid())
	switch {
	case x.rad.IsZero():
		return y
	case y.state == Known && x.rad.Exponent() <= narrow:
		_, greatest := c.Add(y, FromInt(1)).leastMagnitudes()
		return y.widen(greatest.Mul(expChange(x.rad)))
	}
	lo, hi := x.Bounds()
	return c.hullOf(c.expm1, lo, hi)
}

// expm1 returns e^x - 1, to a precision relative to x if that is small. With
// y = e^|x| - 1, that of -|x| is -y/(1+y), less wrong than y but for a unit of
// the quotient. The cut of x counts for 2 units.
func (c Context) expm1(x *big.Float) Ball {
	e := x.MantExp(nil)
	switch {
	case x.Sign() == 0:
		return Ball{}
	case e >= 0:
		w := c.with(8)
		return c.Sub(w.exp(x), FromInt(1))
	case e < -int(c.Bits)-2:
		// |e^x - 1 - x| <= x^2
		size := magnitude(x)
		return c.Round(Exact(x)).widen(size.Mul(size))
	}
	p := c.Bits + guardBits + uint(-e)
	y := expm1Fixed(fixed(x, p), p)
	if x.Sign() < 0 {
		q := new(big.Int).Lsh(one, p)
		q.Add(q, y)
		y.Neg(y.Quo(y.Lsh(y, p), q))
	}
	return c.fromFixed(y, int64(p), expm1Units+3)
}
