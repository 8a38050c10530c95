package eval

import "math"

// Log returns the natural logarithm of x: -Inf at 0, NaN below. Unlike the
// standard library's it is right for subnormal x on every platform.
func Log(x float64) float64 {
	const smallestNormal = 0x1p-1022
	if 0 < x && x < smallestNormal {
		return math.Log(x*0x1p54) - 54*math.Ln2
	}
	return math.Log(x)
}

// Asin returns the inverse sine of x; NaN for |x| > 1. It goes by the angle
// of the point (sqrt(1 - x^2), x), which is accurate at the edges too.
func Asin(x float64) float64 { return math.Atan2(x, math.Sqrt(float64((1-x)*(1+x)))) }

// Acos returns the inverse cosine of x; NaN for |x| > 1. See [Asin].
func Acos(x float64) float64 { return math.Atan2(math.Sqrt(float64((1-x)*(1+x))), x) }

// Sign returns -1, 0 or 1 as x is negative, zero or positive.
func Sign(x float64) float64 {
	switch {
	case x > 0:
		return 1
	case x < 0:
		return -1
	case x == 0:
		return 0
	}
	return x // NaN
}

// Sigmoid returns 1/(1 + exp(-x)) without overflow.
func Sigmoid(x float64) float64 {
	if x < 0 {
		e := math.Exp(x)
		return e / (1 + e)
	}
	return 1 / (1 + math.Exp(-x))
}

// Softplus returns log(1 + exp(x)) without overflow.
func Softplus(x float64) float64 { return max(x, 0) + math.Log1p(math.Exp(-math.Abs(x))) }

// Relu returns max(x, 0).
func Relu(x float64) float64 { return max(x, 0) }

// sinhOverflow is where exp(x) comes near to overflowing although sinh and
// cosh, half as large, do not yet.
const sinhOverflow = 709

// Sinh returns the hyperbolic sine of x, accurate near 0 too.
func Sinh(x float64) float64 {
	a := math.Abs(x)
	if a > sinhOverflow {
		return math.Copysign(halfExp(a), x)
	}
	t := math.Expm1(a)
	return math.Copysign(0.5*(t+t/(t+1)), x)
}

// Cosh returns the hyperbolic cosine of x.
func Cosh(x float64) float64 {
	a := math.Abs(x)
	if a > sinhOverflow {
		return halfExp(a)
	}
	t := math.Exp(a)
	return float64(0.5*t) + 0.5/t
}

// halfExp returns exp(x)/2 where exp(x) may overflow.
func halfExp(x float64) float64 {
	root := math.Exp(x / 2)
	return 0.5 * root * root
}
