package ball

import (
	"math"
	"math/big"
	"math/bits"
)

// besselSteps returns J and Y of order n at an exact x > 1 by the recurrence
//
//	C_(k+1) = (2k/x) C_k - C_(k-1)    (DLMF 10.6.1)
//
// from orders 0 and 1, where Hankel's expansions reach: for orders of the size
// of x, at which series and expansions lose as many bits as there are orders.
// It reports false where those do not reach, or the steps exceed the budget.
//
// Up to the order m = floor(x) the recurrence is stable for J and for Y. Beyond,
// Y grows and the ratios of neighbours forget their errors, as those of J do
// from above. J_n then follows from the Wronskian (DLMF 10.5.2),
//
//	J_(n+1) Y_n - J_n Y_(n+1) = 2/(pi x).
func (c Context) besselSteps(n int64, x *big.Float) (j, y Ball, ok bool) {
	if uint64(n) > uint64(c.budget()) || x.MantExp(nil) > 40 {
		return j, y, false
	}
	w := c.with(16 + uint(bits.Len64(uint64(n))) + 2*uint(x.MantExp(nil)))
	j0, y0, ok := w.besselHankel(0, x)
	if !ok {
		return j, y, false
	}
	j1, y1, ok := w.besselHankel(1, x)
	if !ok {
		return j, y, false
	}
	if x.Cmp(new(big.Float).SetInt64(n)) >= 0 {
		_, j = w.besselForward(n, x, j0, j1)
		_, y = w.besselForward(n, x, y0, y1)
		return j, y, true
	}
	m, _ := x.Int64()
	if uint64(n-m) > uint64(c.budget()/4) { // these steps take longer
		return j, y, false
	}
	y0, y1 = w.besselForward(m, x, y0, y1)
	ratio := Ball{}
	inverse := w.Quo(FromInt(1), Exact(x))
	for k := m; k <= n; k++ {
		// y1 is Y_k, and ratio Y_(k+1)/Y_k = 2k/x - Y_(k-1)/Y_k.
		before := w.Quo(y0, y1)
		if k > m {
			before = w.Quo(FromInt(1), ratio)
			y1 = w.Mul(y1, ratio)
		}
		ratio = w.Sub(w.MulInt(inverse, 2*k), before)
	}
	r := w.besselRatio(n, x, inverse)
	j = w.Quo(w.Mul(w.Scale(inverse, 1), w.Quo(FromInt(1), w.Pi())), w.Mul(y1, w.Sub(r, ratio)))
	return j, y1, true
}

// besselForward returns a_(n-1) and a_n of the recurrence, for 1 <= n <= x, from
// the a_0 and a_1 of J or of Y.
//
// It computes integers in units of 2^-f. 1/x is rounded to so many bits that the
// product with 2k a_k is wrong by a unit at most, and a step by 2. An error of
// one unit at j becomes G(k) at k, the solution with G(j-1) = 0 and G(j) = 1,
// which by the Wronskian is pi x/2 (J_k Y_(j-1) - J_(j-1) Y_k). That is at most
// pi x/2 M_k M_(j-1), with M_k^2 = J_k^2 + Y_k^2 at x. M_k decreases in x (Watson
// 13.74), so that M_k <= M_k(k), and for M_k(k) Nicholson's integral (DLMF
// 10.9.30) with K_0(z) <= sqrt(pi/(2z)) e^-z and sinh t >= t + t^3/6 gives
//
//	M_k(k)^2 <= 4 pi^(-3/2) k^(-1/2) ∫ t^(-1/2) e^(-k t^3/3) dt = 1.6004 k^(-2/3).
//
// M_0^2 <= 2/(pi x) is less. So |G| < 2.6x, for the errors of a_0 and a_1 too.
func (c Context) besselForward(n int64, x *big.Float, a0, a1 Ball) (before, last Ball) {
	f := c.Bits
	g := f + uint(x.MantExp(nil)) + 2
	if a0.state|a1.state != Known {
		return None(worst(a0, a1)), None(worst(a0, a1))
	}
	inverse, _ := new(big.Float).SetMantExp(new(big.Float).SetPrec(g).SetMode(big.ToZero).Quo(big.NewFloat(1), x), int(g)).Int(nil)
	a, b := toFixedPoint(a0.Mid(), f), toFixedPoint(a1.Mid(), f)
	product, d := new(big.Int), new(big.Int)
	for k := int64(1); k < n; k++ {
		product.Mul(b, d.SetInt64(2*k))
		d.Mul(product, inverse)
		d.Rsh(d, g)
		a.Sub(d, a)
		a, b = b, a
	}
	unit := power(-int64(f))
	rad := a0.rad.Add(a1.rad).Add(unit.Mul(magOf(uint64(2*n+2), 0)))
	rad = rad.Mul(magnitude(x)).Mul(magOf(26, 0)).Mul(magOf(103, -10)) // 2.6 < 26*103/1024
	return fixedPoint(a, f, rad), fixedPoint(b, f, rad)
}

// toFixedPoint returns x*2^f, rounded towards 0.
func toFixedPoint(x *big.Float, f uint) *big.Int {
	n, _ := new(big.Float).SetMantExp(x, int(f)).Int(nil)
	return n
}

// besselRatio returns J_(n+1)/J_n at x < n+1, inverse being 1/x, from
// J_k/J_(k-1) = 1/(2k/x - J_(k+1)/J_k), the continued fraction DLMF 10.10.1. Its
// denominators 2k/x are 2 or more, so by Pringsheim's theorem the ratios are
// between 0 and 1: that is the first enclosure, at some k = N, and every step
// down narrows it by the square of the ratio.
func (c Context) besselRatio(n int64, x *big.Float, inverse Ball) Ball {
	size := toDouble(x)
	last := n + 2
	for gain := 0.0; gain < float64(c.Bits); last++ {
		gain += 2 * math.Log2E * math.Acosh(max(1, float64(last)/size))
	}
	half := FromFloat64(0.5)
	r := half.widen(power(-1))
	for k := last; k > n; k-- {
		r = c.Quo(FromInt(1), c.Sub(c.MulInt(inverse, 2*k), r))
	}
	return r
}
