package ball

import (
	"math/big"
	"math/bits"
)

// PowInt returns x^n by repeated squaring. x^0 is 1, also for x = 0. For a
// negative n it is [Undefined] if x is 0 and [Unknown] if x may be 0. A power
// that is a number of the context's precision is exact.
//
// With the length of n more bits, the roundings of all steps together, n times
// the first, stay below a unit of the last place.
func (c Context) PowInt(x Ball, n int64) Ball {
	switch {
	case x.state != Known:
		return x
	case n == 0:
		return FromInt(1)
	case n == 1:
		return c.Round(x)
	}
	length := uint(bits.Len64(uint64(max(n, -n))))
	w := c.with(length + 8)
	if n < 0 {
		x = w.Quo(FromInt(1), x)
		if x.state != Known {
			return x
		}
		// The least int64 is its own negative, and right as a uint64.
		n = -n
	}
	return c.Round(w.powUint(x, uint64(n), length))
}

// powUint returns x^n, n > 0 having so many bits. It takes the values at both
// ends if x has so large a radius that products of balls would add to it.
func (c Context) powUint(x Ball, n uint64, length uint) Ball {
	if spread := (Ball{rad: x.rad.Mul(power(int64(length)))}); x.rad.IsZero() || spread.isNarrow(x.Mid()) {
		return c.powSteps(x, n)
	}
	lo, hi := x.Bounds()
	if lo.IsInf() || hi.IsInf() {
		return None(Unknown)
	}
	f := func(x *big.Float) Ball { return c.powSteps(Exact(x), n) }
	if n%2 == 1 || lo.Sign() >= 0 || hi.Sign() <= 0 {
		return c.hullOf(f, lo, hi)
	}
	return c.upToValue(f(farther(lo, hi)))
}

// farther returns which of lo < 0 and hi > 0 is farther from 0.
func farther(lo, hi *big.Float) *big.Float {
	if down := new(big.Float).Neg(lo); down.Cmp(hi) > 0 {
		return lo
	}
	return hi
}

// upToValue returns a ball of the numbers from 0 to y, which is not negative.
func (c Context) upToValue(y Ball) Ball {
	if y.state != Known {
		return None(Unknown)
	}
	_, hi := y.Bounds()
	return c.between(zero, hi)
}

// powSteps returns x^n for n > 0, multiplying balls.
func (c Context) powSteps(x Ball, n uint64) Ball {
	y := x
	for i := bits.Len64(n) - 2; i >= 0; i-- {
		y = c.Sqr(y)
		if n>>i&1 == 1 {
			y = c.Mul(y, x)
		}
		if y.state != Known {
			break
		}
	}
	return y
}
