package special

import "math"

// logTwice returns log(2x) for x > far, where asinh and acosh are that.
func logTwice(x float64) float64 { return logOf(dd{x, 0}).add(ln2).double() }

// asinhOf returns asinh(x) for 0 < x < 2^61, as log1p(x + x^2/(1 + sqrt(1+x^2))).
func asinhOf(x dd) dd {
	square := x.mul(x)
	return log1pOf(x.add(square.div(square.plus(1).sqrt().plus(1))))
}

// Asinh returns the inverse hyperbolic sine of x, to 1 ulp. Asinh(±0) is ±0,
// Asinh(±Inf) is ±Inf.
func Asinh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case a < linear || notFinite(x):
		return x
	case a > far:
		return math.Copysign(logTwice(a), x)
	}
	return math.Copysign(asinhOf(dd{a, 0}).double(), x)
}

// Acosh returns the inverse hyperbolic cosine of x, to 1 ulp; NaN for x < 1.
// Acosh(1) is 0, Acosh(+Inf) is +Inf.
func Acosh(x float64) float64 {
	switch {
	case !(x >= 1):
		return math.NaN()
	case math.IsInf(x, 1):
		return x
	case x > far:
		return logTwice(x)
	}
	return log1pOf(besideOne(x).add(twoSum(x, -1))).double()
}

// Atanh returns the inverse hyperbolic tangent of x, to 1 ulp; NaN for |x| > 1.
// Atanh(±0) is ±0, Atanh(±1) is ±Inf.
func Atanh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case a < linear:
		return x
	case a == 1:
		return math.Copysign(math.Inf(1), x)
	case !(a < 1):
		return math.NaN()
	}
	return math.Copysign(log1pOf(dd{float64(2 * a), 0}.div(twoSum(1, -a))).double()/2, x)
}

// Asech returns acosh(1/x), to 1 ulp; NaN outside [0, 1]. Asech(0) is +Inf,
// Asech(1) is 0.
func Asech(x float64) float64 {
	switch {
	case x == 0:
		return math.Inf(1)
	case !(x > 0 && x <= 1):
		return math.NaN()
	case x < 0.5:
		return logOf(besideOne(x).plus(1)).sub(logOf(dd{x, 0})).double()
	}
	return log1pOf(besideOne(x).add(twoSum(1, -x)).div(dd{x, 0})).double()
}

// Acsch returns asinh(1/x), to 1 ulp. Acsch(±0) is ±Inf, Acsch(±Inf) is ±0.
func Acsch(x float64) float64 {
	a := math.Abs(x)
	switch {
	case a > far || a == 0:
		return 1 / x
	case math.IsNaN(x):
		return x
	case a < 1/far:
		return math.Copysign(ln2.sub(logOf(dd{a, 0})).double(), x)
	}
	return math.Copysign(asinhOf(one.div(dd{a, 0})).double(), x)
}

// Acoth returns atanh(1/x), to 1 ulp; NaN for |x| < 1. Acoth(±1) is ±Inf,
// Acoth(±Inf) is ±0.
func Acoth(x float64) float64 {
	a := math.Abs(x)
	switch {
	case a == 1:
		return math.Copysign(math.Inf(1), x)
	case !(a > 1):
		return math.NaN()
	case a > far:
		return 1 / x
	}
	return math.Copysign(log1pOf(dd{2, 0}.div(twoSum(a, -1))).double()/2, x)
}
