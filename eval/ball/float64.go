package ball

import (
	"math"
	"math/big"
)

// Float64 returns the double to which every number of the ball is rounded, to
// nearest and to even between two, subnormal numbers included; beyond the
// greatest double that is ±Inf. It reports false if there is no such double
// because the ball is too wide or not [Known].
func (b Ball) Float64() (float64, bool) {
	if b.state != Known {
		return math.NaN(), false
	}
	if b.rad.IsZero() {
		return toDouble(b.Mid()), true
	}
	// With more than 54 bits no double, and no number halfway between two, lies
	// between an end and its rounding; but the rounding may hit one.
	bits := max(b.Mid().Prec(), 64) + 32
	lo, hi := b.boundsTo(bits)
	f, g := toDouble(inward(lo)), toDouble(inward(hi))
	if f != g {
		return math.NaN(), false
	}
	if f == 0 && math.Signbit(f) != math.Signbit(g) {
		return 0, true
	}
	return f, true
}

// toDouble returns the double nearest to x. (For the least exponent of all,
// [big.Float.Float64] has an infinite one.)
func toDouble(x *big.Float) float64 {
	if x.MantExp(nil) < -1100 && !x.IsInf() {
		return math.Copysign(0, float64(x.Sign()))
	}
	f, _ := x.Float64()
	return f
}

// boundsTo is [Ball.Bounds] to so many bits.
func (b Ball) boundsTo(bits uint) (lo, hi *big.Float) {
	rad := b.rad.Float()
	lo = new(big.Float).SetPrec(bits).SetMode(big.ToNegativeInf)
	hi = new(big.Float).SetPrec(bits).SetMode(big.ToPositiveInf)
	return sub(lo, b.Mid(), rad), add(hi, b.Mid(), rad)
}

// inward returns a number between x and the exact value of which it is the
// rounding.
func inward(x *big.Float) *big.Float {
	if x.Acc() == big.Exact || x.IsInf() || x.Sign() == 0 {
		return x
	}
	quarter := big.NewFloat(-0.25 * float64(x.Acc()))
	quarter.SetMantExp(quarter, x.MantExp(nil)-int(x.Prec()))
	return new(big.Float).SetPrec(x.Prec()+3).Add(x, quarter)
}

// Accuracy returns how many bits of the midpoint the radius leaves: a lower
// bound of log2(|mid|/rad), at most 2 below it. It is the greatest int64 for an
// exact ball, negative for one that holds 0, and the least int64 for one around
// 0 or not [Known].
func (b Ball) Accuracy() int64 {
	switch {
	case b.state != Known:
		return math.MinInt64
	case b.rad.IsZero():
		return math.MaxInt64
	case b.Mid().Sign() == 0:
		return math.MinInt64
	}
	return int64(b.Mid().MantExp(nil)) - 1 - b.rad.Exponent()
}
