package ball

import "math/big"

// Mod returns x - y*floor(x/y), which has the sign of y. For exact arguments
// it is computed in integers and rounded once. It is [Undefined] if y is 0 and
// [Unknown] if y may be 0.
//
// Where the balls leave no doubt which multiple of y is taken off, the result
// is x - k*y, and else everything from 0 to y: the jump.
func (c Context) Mod(x, y Ball) Ball {
	if x.state|y.state != Known {
		return None(worst(x, y))
	}
	if y.mayBeZero() {
		return None(absentOr(Undefined, y))
	}
	if y.Mid().Sign() < 0 {
		return c.Neg(c.Mod(c.Neg(x), c.Neg(y)))
	}
	r, k := c.remainder(x.Mid(), y.Mid())
	if r.state != Known || x.IsExact() && y.IsExact() {
		return r
	}
	// x' - k*y' is the remainder for all x' and y' if it stays in [0, y').
	all := r.widen(x.rad)
	if !y.rad.IsZero() {
		all = all.widen(k.Mul(y.rad))
	}
	lo, hi := all.Bounds()
	least, greatest := y.Bounds()
	if lo.Sign() >= 0 && hi.Cmp(least) < 0 {
		return all
	}
	return c.between(zero, greatest)
}

// Fmod returns x - y*trunc(x/y), which has the sign of x, as C's fmod. For
// exact arguments it is computed in integers and rounded once. It is
// [Undefined] if y is 0 and [Unknown] if y may be 0.
func (c Context) Fmod(x, y Ball) Ball {
	if x.state|y.state != Known {
		return None(worst(x, y))
	}
	if y.mayBeZero() {
		return None(absentOr(Undefined, y))
	}
	if y.Mid().Sign() < 0 {
		y = c.Neg(y)
	}
	lo, hi := x.Bounds()
	switch least, _ := y.Bounds(); {
	case hi.Cmp(least) < 0 && new(big.Float).Neg(lo).Cmp(least) < 0:
		return c.Round(x)
	case lo.Sign() >= 0:
		return c.Mod(x, y)
	case hi.Sign() <= 0:
		return c.Neg(c.Mod(c.Neg(x), y))
	}
	// x may have either sign, and remainders go no further than x, nor than y.
	_, greatest := y.Bounds()
	if hi.Cmp(greatest) > 0 {
		hi = greatest
	}
	if greatest = new(big.Float).Neg(greatest); lo.Cmp(greatest) < 0 {
		lo = greatest
	}
	return c.between(lo, hi)
}

// remainder returns x - k*y for exact x and y > 0, in [0, y) but for the
// rounding, and a bound of |k|. For k = 0 that bound is 0.
func (c Context) remainder(x, y *big.Float) (r Ball, k Mag) {
	if new(big.Float).Abs(x).Cmp(y) < 0 {
		if x.Sign() >= 0 {
			return c.Round(Exact(x)), Mag{}
		}
		return rounded(add(c.float(), x, y), Mag{}), power(0)
	}
	m, em := dyadic(x)
	n, en := dyadic(y)
	exp := en
	if em >= en {
		// 2^(em-en) may be far too large to write down, but not modulo n.
		shift := new(big.Int).Exp(big.NewInt(2), big.NewInt(int64(em-en)), n)
		m.Mul(m, shift)
	} else {
		// As |x| >= y, en - em is below the number of bits of m.
		n.Lsh(n, uint(en-em))
		exp = em
	}
	r = rounded(c.float().SetInt(m.Mod(m, n)), Mag{})
	// |k| is |x/y| rounded down, or up where x < 0. Away from 0 the quotient does
	// not round past an integer.
	q := new(big.Float).SetPrec(64).SetMode(big.AwayFromZero).Quo(x, y)
	return c.Scale(r, exp), magnitude(floor(q))
}

// dyadic returns the odd integer m, or 0, and the exponent e with x = m*2^e.
func dyadic(x *big.Float) (m *big.Int, e int) {
	bits := int(x.MinPrec())
	f := new(big.Float)
	e = x.MantExp(f) - bits
	m, _ = f.SetMantExp(f, bits).Int(nil)
	return m, e
}
