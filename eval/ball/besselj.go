package ball

import (
	"math"
	"math/big"
)

// BesselJ returns the Bessel function of the first kind of integer order n. It
// is defined everywhere; J_0(0) = 1 and J_n(0) = 0 for other n are exact.
//
// It is Hankel's asymptotic expansion where that reaches the precision, for the
// order n or for 0 and 1, with the recurrence from there, and elsewhere the
// power series, with the bits that its terms cancel in excess. Near a zero it is
// computed again with more bits. It is [Beyond] where that exceeds the budget:
// for x and n both above 30000 or so, n being the greater, or above 130000, and
// for x with an exponent greater than the budget.
//
// Over a ball within [0, |n|], where J_n increases (DLMF 10.21.3), the values at
// the ends enclose it, and elsewhere the value in the middle with a bound of
// the derivative.
func (c Context) BesselJ(n int64, x Ball) Ball {
	if x.state != Known {
		return x
	}
	// J_-n(x) = J_n(-x) = (-1)^n J_n(x).
	turn := false
	if n < 0 {
		if n == math.MinInt64 {
			return None(Beyond)
		}
		n, turn = -n, n&1 == 1
	}
	if x.Mid().Sign() < 0 {
		x = c.Neg(x)
		turn = turn != (n&1 == 1)
	}
	y := c.besselJ(n, x)
	if turn {
		y = c.Neg(y)
	}
	return y
}

// besselJ returns J_n(x) for n >= 0 and a midpoint of x that is not negative.
func (c Context) besselJ(n int64, x Ball) Ball {
	if x.IsExact() {
		return c.besselJAt(n, x.Mid())
	}
	lo, hi := x.Bounds()
	if lo.Sign() >= 0 && hi.Cmp(new(big.Float).SetInt64(n)) <= 0 {
		return c.Hull(c.besselJAt(n, lo), c.besselJAt(n, hi))
	}
	most := besselBound(n, x)
	var slope Mag // |J_n'| = |J_(n-1) - J_(n+1)|/2, and J_0' = -J_1
	if n == 0 {
		slope = besselBound(1, x)
	} else {
		slope = besselBound(n-1, x).Add(besselBound(n+1, x)).Mul(power(-1))
	}
	err := slope.Mul(x.rad)
	if err.Cmp(most) >= 0 {
		return Ball{rad: most}
	}
	return c.within(c.besselJAt(n, x.Mid()).widen(err), most)
}

// within returns the part of x of magnitudes up to most, x being the ball of a
// number that has such a one.
func (c Context) within(x Ball, most Mag) Ball {
	if x.state != Known || magnitude(x.Mid()).Add(x.rad).Cmp(most) <= 0 {
		return x
	}
	lo, hi := x.Bounds()
	end := most.Float()
	if end.Cmp(hi) < 0 {
		hi = end
	}
	if end = new(big.Float).Neg(end); end.Cmp(lo) > 0 {
		lo = end
	}
	return c.between(lo, hi)
}

// besselJAt returns J_n(x) for n >= 0 and x >= 0.
func (c Context) besselJAt(n int64, x *big.Float) Ball {
	switch {
	case x.Sign() == 0 && n == 0:
		return FromInt(1)
	case x.Sign() == 0:
		return Ball{}
	case x.IsInf():
		return None(Beyond)
	}
	if least := powerBound(n, magnitude(x)); least.Exponent() < big.MinExp {
		return Ball{rad: least}
	}
	if n >= 1<<30 {
		return None(Beyond)
	}
	return c.sharpen(16, func(w Context) Ball {
		j, _, ok := w.besselFar(n, x)
		if ok {
			return j
		}
		if j, ok = w.besselJSeries(n, x); ok {
			return j
		}
		if j, _, ok = w.besselSteps(n, x); ok {
			return j
		}
		return None(Beyond)
	})
}

// besselFar returns J_n(x) and Y_n(x) where Hankel's expansions reach, for the
// order n or for those to begin with, and the power series do worse.
func (c Context) besselFar(n int64, x *big.Float) (j, y Ball, ok bool) {
	if j, y, ok = c.besselHankel(n, x); ok {
		return j, y, true
	}
	if x.Cmp(big.NewFloat(float64(n)/4)) > 0 {
		return c.besselSteps(n, x)
	}
	return j, y, false
}

// besselJSeries returns J_n(x) from the power series, for n >= 0 and x > 0. It
// reports false where that exceeds the budget.
func (c Context) besselJSeries(n int64, x *big.Float) (Ball, bool) {
	s, ok := c.besselSums(n, x, c.Bits+smallness(n, x), false)
	if !ok {
		return Ball{}, false
	}
	return c.Mul(c.besselScale(n, x), s.sum), true
}

// smallness guesses how many bits the power series loses because its sum,
// J_n(x) n!/(x/2)^n, is small against its first term, 1.
func smallness(n int64, x *big.Float) uint {
	f := toDouble(x)
	if f <= float64(n) {
		return uint(math.Log2E * f * f / 4 / float64(n+1))
	}
	log, _ := math.Lgamma(float64(n + 1))
	loss := float64(n)*math.Log2(f/2) - math.Log2E*log + math.Log2(max(f, 1))/2
	if loss > 0 {
		return uint(min(loss, 1<<30))
	}
	return 0 // for NaN too
}

// besselScale returns (x/2)^n/n!.
func (c Context) besselScale(n int64, x *big.Float) Ball {
	half := c.Scale(Exact(x), -1)
	return c.Quo(c.PowInt(half, n), c.Gamma(FromInt(n+1)))
}
