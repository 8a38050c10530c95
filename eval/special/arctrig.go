package special

import "math"

// atanTail has -1/3, 1/5, …, of (atan(t) - t)/t^3 in t^2.
var atanTail = [...]float64{-1.0 / 3, 1.0 / 5, -1.0 / 7, 1.0 / 9, -1.0 / 11, 1.0 / 13, -1.0 / 15}

// atan2Of returns the angle of the point (x, y), from 0 to pi, for y >= 0,
// with a relative error below 2^-63. In the first octant it takes out the angle
// atan(i/16) of a table, which leaves t, |t| < 1/32.
func atan2Of(y, x dd) dd {
	switch {
	case x.hi < 0:
		return pi.sub(atan2Of(y, x.neg()))
	case y.hi > x.hi:
		return halfPi.sub(atan2Of(x, y))
	}
	i := math.RoundToEven(float64(y.hi/x.hi) * 16)
	t := y.div(x)
	if i > 0 {
		t = y.sub(x.times(i / 16)).div(x.add(y.times(i / 16)))
	}
	z := float64(t.hi * t.hi)
	t = t.plus(float64(float64(t.hi*z) * horner(atanTail[:], z)))
	return atanTable[int(i)].add(t)
}

// Atan returns the inverse tangent of x, to 1 ulp. Atan(±0) is ±0, Atan(±Inf)
// is ±pi/2.
func Atan(x float64) float64 {
	switch {
	case math.Abs(x) < linear || math.IsNaN(x):
		return x
	case math.IsInf(x, 0):
		return math.Copysign(math.Pi/2, x)
	}
	return math.Copysign(atan2Of(dd{math.Abs(x), 0}, one).double(), x)
}

// Atan2 returns the angle of the point (x, y), in [-pi, pi], to 1 ulp. Special
// cases are those of C99: the sign is that of y, Atan2(±0, x) is ±0 for x >= +0
// and ±pi for x <= -0, Atan2(±Inf, ±Inf) is an odd multiple of pi/4.
func Atan2(y, x float64) float64 {
	a, b := math.Abs(y), math.Abs(x)
	var angle float64 // of (|x|, |y|)
	switch {
	case math.IsNaN(x) || math.IsNaN(y):
		return math.NaN()
	case math.IsInf(a, 0) && math.IsInf(b, 0):
		angle = math.Copysign(1, x) // both are far out on the diagonal
		return math.Copysign(atan2Of(one, dd{angle, 0}).double(), y)
	case a == 0 || math.IsInf(b, 0) || a < float64(b*0x1p-60):
		if math.Signbit(x) {
			return math.Copysign(math.Pi, y)
		}
		if a > 0 {
			angle = a / b
		}
		return math.Copysign(angle, y)
	case b < float64(a*0x1p-60):
		return math.Copysign(math.Pi/2, y)
	}
	_, e := math.Frexp(b)
	angle = atan2Of(dd{math.Ldexp(a, -e), 0}, dd{math.Ldexp(x, -e), 0}).double()
	return math.Copysign(angle, y)
}

// besideOne returns sqrt(|1 - x^2|) = sqrt(|1-x|*(1+x)), for 0 <= x < 2^500.
func besideOne(x float64) dd {
	d := twoSum(1, -x)
	if d.hi < 0 {
		d = d.neg()
	}
	return d.mul(twoSum(1, x)).sqrt()
}

// Asin returns the inverse sine of x, to 1 ulp; NaN for |x| > 1. Asin(±0) is ±0.
func Asin(x float64) float64 {
	a := math.Abs(x)
	switch {
	case a < linear:
		return x
	case !(a <= 1):
		return math.NaN()
	}
	return math.Copysign(atan2Of(dd{a, 0}, besideOne(a)).double(), x)
}

// Acos returns the inverse cosine of x, to 1 ulp, also next to 1; NaN for |x| > 1.
func Acos(x float64) float64 {
	if !(math.Abs(x) <= 1) {
		return math.NaN()
	}
	return atan2Of(besideOne(math.Abs(x)), dd{x, 0}).double()
}

// Beyond this 1 does not count beside x^2.
const far = 0x1p60

// Asec returns acos(1/x), to 1 ulp; NaN for |x| < 1. Asec(±Inf) is pi/2.
func Asec(x float64) float64 {
	a := math.Abs(x)
	switch {
	case !(a >= 1):
		return math.NaN()
	case a > far:
		return math.Pi / 2
	}
	return atan2Of(besideOne(a), dd{math.Copysign(1, x), 0}).double()
}

// Acsc returns asin(1/x), to 1 ulp; NaN for |x| < 1. Acsc(±Inf) is ±0.
func Acsc(x float64) float64 {
	a := math.Abs(x)
	switch {
	case !(a >= 1):
		return math.NaN()
	case a > far:
		return 1 / x
	}
	return math.Copysign(atan2Of(one, besideOne(a)).double(), x)
}

// Acot returns atan(1/x), which is odd, to 1 ulp. Acot(±0) is ±pi/2,
// Acot(±Inf) is ±0.
func Acot(x float64) float64 {
	a := math.Abs(x)
	switch {
	case math.IsNaN(x):
		return x
	case a > far:
		return 1 / x
	}
	return math.Copysign(atan2Of(one, dd{a, 0}).double(), x)
}
