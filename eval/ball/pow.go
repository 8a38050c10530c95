package ball

import (
	"math/big"
	"math/bits"
)

// Pow returns x^y, for x > 0 as exp(y*log(x)); for an integer y it is
// [Context.PowInt] or the same with the sign that y's last bit gives. It is
// exact for exact arguments if it is a number of the context's precision.
//
// x^0 is 1, and 0^y is 0 for y > 0 and [Undefined] for y < 0. For x < 0 it is
// Undefined if y is no integer, and [Unknown] if y may be one, or not. A ball
// from 0 upwards has a y-th power, y > 0, that is a ball from 0 upwards. It is
// [Beyond] and a ball around 0 as [Context.Exp] is.
func (c Context) Pow(x, y Ball) Ball {
	if x.state|y.state != Known {
		return None(worst(x, y))
	}
	if m := y.Mid(); y.rad.IsZero() && m.IsInt() {
		if n, exact := m.Int64(); exact == big.Exact {
			return c.PowInt(x, n)
		}
		return c.powHuge(x, y)
	}
	xl, xh := x.Bounds()
	yl, yh := y.Bounds()
	switch {
	case xl.Sign() > 0:
		return c.powFraction(x, y)
	case xh.Sign() < 0:
		return None(integerOr(Undefined, yl, yh))
	case xl.Sign() < 0:
		return None(Unknown)
	case yl.Sign() > 0 && xh.Sign() == 0:
		return Ball{}
	case yl.Sign() > 0:
		return c.upToValue(c.powPositive(Exact(xh), y))
	case yh.Sign() < 0:
		return None(absentOr(Undefined, x))
	}
	return None(Unknown)
}

// integerOr returns the state why if there is no integer from lo to hi, and
// Unknown otherwise. Numbers that have no digits before the point but for the
// last 64 bits are not looked at.
func integerOr(why State, lo, hi *big.Float) State {
	if lo.MantExp(nil) > 62 || hi.MantExp(nil) > 62 {
		return Unknown
	}
	// The first integer from lo upwards.
	n, _ := lo.Int64()
	if first := new(big.Float).SetInt64(n); first.Cmp(lo) < 0 {
		n++
	}
	if new(big.Float).SetInt64(n).Cmp(hi) > 0 {
		return why
	}
	return Unknown
}

// powHuge returns x^y for an integer y beyond the range of an int64.
func (c Context) powHuge(x, y Ball) Ball {
	xl, xh := x.Bounds()
	m := y.Mid()
	odd := m.MantExp(nil) == int(m.MinPrec())
	switch {
	case xl.Sign() > 0:
		return c.powPositive(x, y)
	case xh.Sign() < 0 && odd:
		return c.Neg(c.powPositive(c.Neg(x), y))
	case xh.Sign() < 0:
		return c.powPositive(c.Neg(x), y)
	case m.Sign() < 0:
		return None(absentOr(Undefined, x))
	case x.IsExact():
		return Ball{}
	}
	far := new(big.Float).Abs(farther(xl, xh))
	up := c.upToValue(c.powPositive(Exact(far), y))
	if odd && up.state == Known {
		_, hi := up.Bounds()
		return c.between(new(big.Float).Neg(hi), hi)
	}
	return up
}

// powFraction returns x^y for x > 0 and y that is no integer or not exact.
//
// For an exact y = k/2^q the power of an exact x has finitely many bits only
// if x is a 2^q-th power, the roots being square roots of square roots. An
// exponent of x limits q to 31.
func (c Context) powFraction(x, y Ball) Ball {
	m := y.Mid()
	q := int64(m.MinPrec()) - int64(m.MantExp(nil))
	if !y.rad.IsZero() || q > 31 || m.MantExp(nil) > 31 {
		return c.powPositive(x, y)
	}
	k, _ := new(big.Float).SetMantExp(m, int(q)).Int64()
	if x.rad.IsZero() {
		root := x.Mid()
		for i := int64(0); i < q && root != nil; i++ {
			root = exactSqrt(root)
		}
		if root != nil {
			return c.PowInt(Exact(root), k)
		}
	}
	if q == 1 && max(k, -k) < 64 {
		return c.PowInt(c.with(uint(bits.Len64(uint64(max(k, -k))))+8).Sqrt(x), k)
	}
	return c.powPositive(x, y)
}

// exactSqrt returns the square root of x > 0 if it has finitely many bits, and
// nil otherwise.
func exactSqrt(x *big.Float) *big.Float {
	n := x.MinPrec()
	if (x.MantExp(nil)-int(n))%2 != 0 {
		return nil
	}
	y := Context{Bits: n/2 + 2}.sqrt(x)
	if !y.IsExact() {
		return nil
	}
	return y.Mid()
}

// powPositive returns x^y for x > 0. An error of y*log(x) becomes a relative one
// of x^y, so that as many more bits are needed as y*log(x) has before the
// point, of which the range of exponents allows 31.
func (c Context) powPositive(x, y Ball) Ball {
	ex, ey := int64(x.Mid().MantExp(nil)), int64(y.Mid().MantExp(nil))
	before := ey + int64(bits.Len64(uint64(max(ex, -ex)+1)))
	w := c.with(8 + uint(max(0, min(before, 32))))
	return c.Exp(w.Mul(y, w.Log(x)))
}
