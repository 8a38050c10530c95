package ball

import (
	"math"
	"math/big"
)

// sharpen computes f in the context with guard bits and, where cancellation
// leaves fewer than c.Bits bits of the result, again with more. f takes exact
// arguments, so that more bits help; its last result is returned, however wide,
// once the bits inside would exceed what depends on c alone.
func (c Context) sharpen(guard uint, f func(w Context) Ball) Ball {
	const spare = 4
	most := max(guard, min(4*c.Bits+4096, c.budget()))
	for {
		y := f(c.with(guard))
		have := y.accuracy()
		if y.state == Beyond || y.state == Undefined || have >= int64(c.Bits)+spare || guard >= most {
			return c.Round(y)
		}
		if y.state == Known && have > 0 {
			guard = min(max(guard+8, guard+uint(int64(c.Bits)+spare+4-have)), most)
		} else {
			guard = min(2*guard+c.Bits, most)
		}
	}
}

// accuracy returns how many leading bits of the number in the ball are known:
// the exponent of the midpoint less that of the radius. It is as large as can
// be where the ball is exact or the number has vanished.
func (b Ball) accuracy() int64 {
	switch {
	case b.state != Known:
		return 0
	case b.rad.IsZero() || b.rad.Exponent() < big.MinExp+64:
		return math.MaxInt64
	case b.Mid().Sign() == 0:
		return math.MinInt64
	}
	return int64(b.Mid().MantExp(nil)) - b.rad.Exponent()
}

// vanished returns the ball of a number that is not 0 but has an exponent
// below those of big.Float: |x| <= least.
func vanished() Ball { return Ball{rad: power(big.MinExp - 1)} }

// upper returns a bound of the magnitudes in the ball. It is huge if the ball
// is not known.
func (b Ball) upper() Mag {
	if b.state != Known {
		return power(math.MaxInt64 >> 2)
	}
	return magnitude(b.Mid()).Add(b.rad)
}

// pow returns a bound of a^n.
func (a Mag) pow(n int) Mag {
	p := power(0)
	for ; n > 0; n >>= 1 {
		if n&1 != 0 {
			p = p.Mul(a)
		}
		a = a.Mul(a)
	}
	return p
}

// log2Of returns about log2|x| for x other than 0. It serves for guesses only.
func log2Of(x *big.Float) float64 {
	m := new(big.Float)
	e := x.MantExp(m)
	f, _ := m.Float64()
	return math.Log2(math.Abs(f)) + float64(e)
}

// isInteger reports whether x is an integer, without making it one of 2^31
// bits.
func isInteger(x *big.Float) bool { return x.MantExp(nil) > int(x.Prec()) || x.IsInt() }

// nearest returns x less the nearest integer, exactly, and whether that is
// odd. The result is in [-1/2, 1/2].
func nearest(x *big.Float) (rest *big.Float, odd bool) {
	e := x.MantExp(nil)
	if e < 0 {
		return x, false
	}
	if e > int(x.Prec()) {
		// x is an integer of which the last bit is that of the mantissa.
		return new(big.Float), false
	}
	n, _ := x.Int(nil)
	whole := new(big.Float).SetPrec(x.Prec()).SetInt(n)
	rest = new(big.Float).SetPrec(x.Prec()).Sub(x, whole)
	odd = n.Bit(0) == 1
	if half := big.NewFloat(0.5); new(big.Float).Abs(rest).Cmp(half) > 0 {
		rest.Sub(rest, big.NewFloat(float64(x.Sign())))
		odd = !odd
	}
	return rest, odd
}

// plus returns x + n for the exact x, exactly where that takes not many more
// bits than x and the context have, so that poles and zeros stay where they are.
func (c Context) plus(x *big.Float, n int64) Ball {
	z := new(big.Float).SetPrec(max(x.Prec(), c.Bits)+64).Add(x, new(big.Float).SetInt64(n))
	return rounded(z, Mag{})
}

// poles returns [Known] if no pole of the gamma function, 0, -1, …, is in the
// known ball x, [Undefined] if it is one, and [Unknown] otherwise.
func poles(x Ball) State {
	lo, hi := x.Bounds()
	if lo.Sign() > 0 {
		return Known
	}
	up := lo
	if !isInteger(lo) {
		n, _ := lo.Int(nil) // towards 0, that is up
		up = new(big.Float).SetInt(n)
	}
	if up.Cmp(hi) > 0 {
		return Known
	}
	return absentOr(Undefined, x)
}
