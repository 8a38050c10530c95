package ball

import (
	"math"
	"math/big"
	"math/bits"
)

// BesselY returns the Bessel function of the second kind of integer order n,
// for x > 0. It is [Undefined] for x <= 0, and [Unknown] where x may be so.
//
// As [Context.BesselJ] it is Hankel's expansion or a power series, and [Beyond]
// in the same places. Over a ball below max(n, 2), where Y_n increases (DLMF
// 10.21.3; for n = 0 up to the zero 2.197 of Y_1), the values at the ends
// enclose it, and elsewhere the value in the middle with a bound of the
// derivative.
func (c Context) BesselY(n int64, x Ball) Ball {
	if x.state != Known {
		return x
	}
	lo, hi := x.Bounds()
	switch {
	case hi.Sign() <= 0:
		return None(Undefined)
	case lo.Sign() <= 0:
		return None(Unknown)
	case n == math.MinInt64:
		return None(Beyond)
	case n < 0 && n&1 == 1: // Y_-n = (-1)^n Y_n
		return c.Neg(c.besselY(-n, x))
	}
	return c.besselY(max(n, -n), x)
}

// besselY returns Y_n(x) for n >= 0 and x > 0.
func (c Context) besselY(n int64, x Ball) Ball {
	if x.IsExact() {
		return c.besselYAt(n, x.Mid())
	}
	lo, hi := x.Bounds()
	if hi.Cmp(new(big.Float).SetInt64(max(n, 2))) <= 0 {
		return c.Hull(c.besselYAt(n, lo), c.besselYAt(n, hi))
	}
	most, ok := c.modulusFrom(n, lo)
	slope, known := c.besselYSlope(n, lo)
	if !ok || !known {
		return None(Unknown)
	}
	err := slope.Mul(x.rad)
	if err.Cmp(most) >= 0 {
		return Ball{rad: most}
	}
	return c.within(c.besselYAt(n, x.Mid()).widen(err), most)
}

// besselYSlope returns a bound of |Y_n'| = |Y_(n-1) - Y_(n+1)|/2, Y_0' = -Y_1,
// from lo on.
func (c Context) besselYSlope(n int64, lo *big.Float) (Mag, bool) {
	above, ok := c.modulusFrom(n+1, lo)
	if n == 0 || !ok {
		return above, ok
	}
	below, ok := c.modulusFrom(n-1, lo)
	return below.Add(above).Mul(power(-1)), ok
}

// modulusFrom returns a bound of sqrt(J_n^2 + Y_n^2), so of |Y_n|, from lo on.
// That decreases (Watson 13.74), so what it is at lo will do, with |J_n| <= 1.
func (c Context) modulusFrom(n int64, lo *big.Float) (Mag, bool) {
	if lo.Cmp(new(big.Float).SetInt64(n+1)) > 0 {
		return modulusBound(n, lo)
	}
	y := Context{32, c.Budget}.besselYAt(n, lo)
	_, greatest := y.leastMagnitudes()
	return greatest.Add(power(0)), y.IsKnown()
}

// besselYAt returns Y_n(x) for n >= 0 and x > 0.
func (c Context) besselYAt(n int64, x *big.Float) Ball {
	if n >= 1<<30 || x.IsInf() {
		return None(Beyond)
	}
	return c.sharpen(16, func(w Context) Ball {
		_, y, ok := w.besselFar(n, x)
		if ok {
			return y
		}
		if y, ok = w.besselYSeries(n, x); ok {
			return y
		}
		if _, y, ok = w.besselSteps(n, x); ok {
			return y
		}
		return None(Beyond)
	})
}

// besselYSeries returns Y_n(x) from the power series: with the sums of
// besselSums and F that of besselFinite, for n > 0,
//
//	pi Y_n = (x/2)^n/n! (2 (log(x/2) + gamma) sum - weighted) - (n-1)! (x/2)^-n F,
//
// which is DLMF 10.8.1 with psi(k+1) = H_k - gamma (DLMF 5.4.14).
//
// It reports false where that exceeds the budget.
func (c Context) besselYSeries(n int64, x *big.Float) (y Ball, ok bool) {
	if n == 0 {
		y, ok = c.besselYLog(0, x)
		return c.Quo(y, c.Pi()), ok
	}
	scale := c.besselScale(n, x)
	if scale.state == Known && scale.mayBeZero() { // vanished: the inverse is too large
		return None(Beyond), true
	}
	sum, ok := c.besselFinite(n, x, c.Bits)
	if !ok {
		return Ball{}, false
	}
	// (n-1)! (x/2)^-n = 1/(n scale)
	y = c.Neg(c.Quo(sum, c.MulInt(scale, n)))
	if rest := besselRest(n, x).Mul(magnitude(scale.Mid()).Add(scale.rad)); y.state == Known && rest.Exponent() < int64(y.Mid().MantExp(nil))-int64(c.Bits) {
		return c.Quo(y.widen(rest), c.Pi()), true
	}
	log, ok := c.besselYLog(n, x)
	return c.Quo(c.Add(y, c.Mul(scale, log)), c.Pi()), ok
}

// besselYLog returns 2 (log(x/2) + gamma) sum - weighted.
func (c Context) besselYLog(n int64, x *big.Float) (Ball, bool) {
	s, ok := c.besselSums(n, x, c.Bits+smallness(n, x), true)
	if !ok {
		return Ball{}, false
	}
	log := c.Add(c.Log(c.Scale(Exact(x), -1)), c.EulerGamma())
	return c.Sub(c.Mul(c.Scale(log, 1), s.sum), s.weighted), true
}

// besselRest returns a bound of |besselYLog(n, x)|, for x up to the budget or so.
//
// With E the sum of all t_k, that of (H_k + H_(n+k)) t_k is at most
// (n + 2t)E, because H_i <= i and k t_k = t t_(k-1)/(n+k) <= t t_(k-1), and the
// log of x/2 in magnitude is at most that to base 2.
func besselRest(n int64, x *big.Float) Mag {
	log2E, above := growth(n, x)
	log := uint64(max(x.MantExp(nil), -x.MantExp(nil)) + 2)
	weight := uint64(above*above/2) + uint64(n) + 2*(log+1) + 1
	if bits.Len64(weight) > 60 {
		return power(1 << 40)
	}
	return magOf(weight, int64(math.Ceil(log2E)))
}
