package special

import "math"

// Cbrt returns the cube root of x, to 1 ulp; that of a cube is exact.
// Cbrt(±0) is ±0, Cbrt(±Inf) is ±Inf.
func Cbrt(x float64) float64 {
	if x == 0 || math.IsInf(x, 0) || math.IsNaN(x) {
		return x
	}
	m, e := math.Frexp(math.Abs(x))
	for e%3 != 0 { // at most twice: m in [1/8, 1)
		m /= 2
		e++
	}
	// A quadratic through the root, off by 2% at most; two steps of Halley's
	// method triple its digits each; one of Newton's, with the cube in
	// double-double, gives the last.
	t := 0.38 + float64(m*(1.03-float64(m*0.42)))
	for range 2 {
		cube := float64(float64(t*t) * t)
		t = float64(t*(cube+float64(2*m))) / (float64(2*cube) + m)
	}
	rest := twoProd(t, t).times(t).plus(-m).double()
	t -= rest / float64(float64(3*t)*t)
	return math.Copysign(math.Ldexp(t, e/3), x)
}

// Hypot returns sqrt(x^2 + y^2), to 1 ulp, without undue overflow or
// underflow. Hypot(±Inf, y) is +Inf, even for NaN.
func Hypot(x, y float64) float64 {
	a, b := math.Abs(x), math.Abs(y)
	switch {
	case math.IsInf(a, 0) || math.IsInf(b, 0):
		return math.Inf(1)
	case math.IsNaN(a) || math.IsNaN(b):
		return math.NaN()
	}
	a, b = max(a, b), min(a, b)
	if b < float64(a*0x1p-60) || b == 0 {
		return a
	}
	_, e := math.Frexp(a)
	a, b = math.Ldexp(a, -e), math.Ldexp(b, -e)
	return math.Ldexp(twoProd(a, a).add(twoProd(b, b)).sqrt().double(), e)
}
