package ball

import "math/big"

// Sqrt returns the square root, exactly if it is a number of the context's
// precision. It is [Undefined] below 0, and [Unknown] where x may be negative.
//
// For x' in a ball with 0 < least <= x', |sqrt(x') - sqrt(x)| =
// |x' - x|/(sqrt(x') + sqrt(x)) <= r/(2*sqrt(least)).
func (c Context) Sqrt(x Ball) Ball {
	if x.state != Known {
		return x
	}
	mid := x.Mid()
	if x.rad.IsZero() {
		if mid.Sign() < 0 {
			return None(Undefined)
		}
		return c.sqrt(mid)
	}
	if mid.Sign() > 0 && x.isNarrow(mid) {
		least, _ := x.leastMagnitudes()
		// A bound of 1/least, since the root of a Mag rounds up.
		inverse := power(0).Quo(least)
		return c.sqrt(mid).widen(x.rad.Mul(inverse.Sqrt()).Mul(power(-1)))
	}
	lo, hi := x.Bounds()
	switch {
	case hi.Sign() < 0:
		return None(Undefined)
	case lo.Sign() < 0:
		return None(Unknown)
	}
	return c.hullOf(c.sqrt, lo, hi)
}

// sqrt returns the square root of x, which is not negative.
//
// What [big.Float.Sqrt] returns, z, is not taken on trust: with d = x - z^2,
// |sqrt(x) - z| = |d|/(sqrt(x) + z) <= |d|/z. Where |d| <= z^2*2^-8, sqrt(x)
// is at least z*(1-2^-8), so that the error is at most |d|/(2z) * (1 + 2^-8).
func (c Context) sqrt(x *big.Float) Ball {
	if x.Sign() == 0 {
		return Ball{}
	}
	z := c.float().Sqrt(x)
	d := distance(x, new(big.Float).SetPrec(2*c.Bits).Mul(z, z))
	if d.IsZero() {
		return Ball{mid: z}
	}
	rad := d.Quo(leastMagnitude(z))
	if d.Exponent() <= 2*int64(z.MantExp(nil)-1)-8 {
		rad = rad.Mul(magOf(1<<8+1, -9))
	}
	return Ball{mid: z, rad: rad}
}
