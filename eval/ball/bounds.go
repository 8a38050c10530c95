package ball

import "math/big"

// Bounds returns the least and the greatest number of the ball, the one
// rounded down and the other up; as long as their first and last bits are not
// very far from each other they are exact. Both are 0 if the ball is not
// [Known]. Where they are beyond the range of exponents they are infinite.
func (b Ball) Bounds() (lo, hi *big.Float) {
	mid := b.Mid()
	if b.rad.IsZero() {
		return mid, mid
	}
	rad := b.rad.Float()
	// All bits of both, if the first ones are up to 256 places apart.
	d := int64(mid.MantExp(nil)) - b.rad.Exponent()
	bits := mid.Prec() + 34 + uint(min(max(d, -d), 256))
	lo = new(big.Float).SetPrec(bits).SetMode(big.ToNegativeInf)
	hi = new(big.Float).SetPrec(bits).SetMode(big.ToPositiveInf)
	sub(lo, mid, rad)
	add(hi, mid, rad)
	// What is below the range of exponents vanishes, in every mode.
	if lo.Sign() == 0 && lo.Acc() != big.Exact {
		setLeast(lo, -1, big.MinExp)
	}
	if hi.Sign() == 0 && hi.Acc() != big.Exact {
		setLeast(hi, 1, big.MinExp)
	}
	return lo, hi
}

// Contains reports whether x is in the ball. A distance, rounded up to the bits
// of a radius, is not above the radius just if it was not before.
func (b Ball) Contains(x *big.Float) bool {
	return b.state == Known && !x.IsInf() && distance(x, b.Mid()).Cmp(b.rad) <= 0
}

// mayBeZero reports whether 0 is in the ball, or so near its edge that the
// radius does not tell.
func (b Ball) mayBeZero() bool {
	if b.rad.IsZero() {
		return b.Mid().Sign() == 0
	}
	return leastMagnitude(b.Mid()).Cmp(b.rad) <= 0
}

// leastMagnitudes returns bounds of the magnitudes in the ball: one that none
// is below, and one that none is above.
func (b Ball) leastMagnitudes() (least, greatest Mag) {
	t := new(big.Float)
	m, exp, exact := leading(t, b.Mid())
	least = magOf(m, exp)
	if !exact {
		m++
	}
	return least.minus(b.rad), magOf(m, exp).Add(b.rad)
}

// Hull returns a ball that holds every number of x and of y.
func (c Context) Hull(x, y Ball) Ball {
	if x.state|y.state != Known {
		return None(worst(x, y))
	}
	xl, xh := x.Bounds()
	yl, yh := y.Bounds()
	if yl.Cmp(xl) < 0 {
		xl = yl
	}
	if yh.Cmp(xh) > 0 {
		xh = yh
	}
	return c.between(xl, xh)
}

// between returns a ball that holds the numbers from lo to hi. If neither of
// them is negative no number of the ball is, and likewise if neither is
// positive. It is [Beyond] if both are infinite, and [Unknown] if one is.
func (c Context) between(lo, hi *big.Float) Ball {
	switch {
	case lo.IsInf() && hi.IsInf() && lo.Signbit() == hi.Signbit():
		return None(Beyond)
	case lo.IsInf() || hi.IsInf():
		return None(Unknown)
	case lo.Cmp(hi) == 0:
		return c.Round(Exact(lo))
	case lo.Sign() < 0 && hi.Sign() <= 0:
		return c.Neg(c.between(new(big.Float).Neg(hi), new(big.Float).Neg(lo)))
	case lo.Sign() == 0:
		return c.upTo(hi)
	}
	mid := add(c.float(), lo, hi)
	if mid.IsInf() {
		return None(Beyond)
	}
	mid.SetMantExp(mid, -1)
	rad := distance(hi, mid)
	if r := distance(mid, lo); r.Cmp(rad) > 0 {
		rad = r
	}
	if lo.Sign() > 0 && rad.Cmp(leastMagnitude(mid)) > 0 {
		return c.upTo(hi)
	}
	return Ball{mid: mid, rad: rad}
}

// distance returns a bound of |a - b|.
func distance(a, b *big.Float) Mag {
	d := sub(new(big.Float).SetPrec(32).SetMode(big.AwayFromZero), a, b)
	switch {
	case d.IsInf():
		return power(big.MaxExp + 1)
	case d.Sign() == 0 && a.Cmp(b) != 0:
		return power(big.MinExp - 1)
	}
	return magnitude(d)
}

// upTo returns a ball of the numbers from 0 to hi and maybe somewhat further,
// but not below 0: its midpoint has no more bits than a radius has.
func (c Context) upTo(hi *big.Float) Ball {
	half := new(big.Float).SetPrec(min(c.Bits, 32)).SetMode(big.AwayFromZero).Set(hi)
	if half.IsInf() {
		return None(Unknown)
	}
	half.SetMantExp(half, -1).SetMode(big.ToNearestEven)
	return Ball{mid: half, rad: magnitude(half)}
}

// notNegative returns the part of x that is not negative, x being the ball of
// a number that is not.
func (c Context) notNegative(x Ball) Ball {
	if x.state != Known || x.rad.IsZero() {
		return x
	}
	if m := x.Mid(); m.Sign() > 0 && x.rad.Cmp(leastMagnitude(m)) <= 0 {
		return x
	}
	lo, hi := x.Bounds()
	if lo.Sign() >= 0 {
		return x
	}
	return c.between(zero, hi)
}

// narrow is the logarithm to base 2 of the ratio of radius and size up to
// which a bound of a function's derivative takes the place of its values at
// both ends: the bound is off by a like ratio.
const narrow = -10

// isNarrow reports whether the radius is small against |size|.
func (b Ball) isNarrow(size *big.Float) bool {
	return size.Sign() != 0 && b.rad.Exponent() <= int64(size.MantExp(nil))-1+narrow
}

// hullOf returns a ball of the values from lo to hi of a function that is
// increasing or decreasing between them.
func (c Context) hullOf(f func(*big.Float) Ball, lo, hi *big.Float) Ball {
	if lo.IsInf() || hi.IsInf() {
		return None(Unknown)
	}
	a, b := f(lo), f(hi)
	if (a.state == Beyond) != (b.state == Beyond) {
		return None(Unknown)
	}
	return c.Hull(a, b)
}

// Magnitude returns a bound of the magnitudes of the ball's numbers. It is 0 if
// the ball is not [Known].
func (b Ball) Magnitude() Mag { return magnitude(b.Mid()).Add(b.rad) }
