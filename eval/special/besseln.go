package special

import "math"

// maxOrder bounds the time that an order can cost.
const maxOrder = 1 << 20

// BesselJn returns the Bessel function of the first kind of integer order n, to
// 2 ulp, but next to its zeros: there the error is below 2^-53 of the amplitude
// nearby. The time grows with |n| where |x| is not small. J(-n, x) = J(n, -x) = (-1)^n J(n, x);
// BesselJn(n, ±Inf) is 0. It is NaN for |n| > 2^20.
//
// Where the power series converges at once, it is that; for |x| > n the
// recurrence upwards from J0 and J1; and otherwise that downwards (Miller), all in
// double-double.
func BesselJn(n int, x float64) float64 {
	a := math.Abs(x)
	odd := n&1 != 0
	if n > maxOrder || n < -maxOrder {
		return math.NaN()
	}
	if n < 0 {
		n, x = -n, -x
	}
	var y float64
	switch {
	case n == 0 || math.IsNaN(x):
		return BesselJ0(x)
	case n == 1:
		return BesselJ1(x)
	case a == 0 || math.IsInf(a, 0):
		return 0
	case float64(a*a) <= float64(n+1):
		y = besselSeries(n, a)
	case a > float64(n):
		y = besselUp(n, a)
	default:
		y = besselDown(n, a)
	}
	if odd && x < 0 {
		return -y
	}
	return y
}

// besselSeries returns the sum over k of (-x^2/4)^k (x/2)^n / (k! (n+k)!), for
// x^2 <= n+1.
func besselSeries(n int, x float64) float64 {
	z := float64(x*x) / 4
	sum, term := 0.0, 1.0
	for k := 1.0; math.Abs(term) > 0x1p-60; k++ {
		term = float64(term * (-z / float64(k*(float64(n)+k))))
		sum += term
	}
	order := float64(n)
	l := logOf(dd{x, 0}).sub(ln2).times(order).sub(lgammaPositive(twoSum(order, 1)))
	e := expOf(l)
	return scaled{e.m.mul(twoSum(1, sum)), e.e}.double()
}

// besselUp returns J(n, x) for x > n >= 2.
func besselUp(n int, x float64) float64 {
	before, here := j0Of(x), j1Of(x)
	invX := one.div(dd{x, 0})
	for k := 1; k < n; k++ {
		before, here = here, invX.times(float64(2*k)).mul(here).sub(before)
	}
	return here.double()
}

// besselDown returns J(n, x) for sqrt(n) < x <= n, n >= 2. Downwards from an
// order at which J is less than 10^-20 of J(n, x) the recurrence gives J up to a factor, and J0
// or J1 gives the factor.
func besselDown(n int, x float64) float64 {
	invX := one.div(dd{x, 0})
	start := n
	for p, q := 0.0, 1.0; math.Abs(q) < 1e11; start++ {
		p, q = q, float64(float64(float64(2*start)*invX.hi)*q)-p
	}
	above, here := dd{}, one
	var at scaled
	exponent := 0
	for k := start; k > 0; k-- {
		if k == n {
			at = scaled{here, exponent}
		}
		above, here = here, invX.times(float64(2*k)).mul(here).sub(above)
		if math.Abs(here.hi) > 0x1p300 {
			above, here = above.twice(0x1p-300), here.twice(0x1p-300)
			exponent += 300
		}
	}
	factor := scale(j0Of(x)).div(scaled{here, exponent})
	if math.Abs(above.hi) > math.Abs(here.hi) {
		factor = scale(j1Of(x)).div(scaled{above, exponent})
	}
	return at.mul(factor).double()
}
