package reverse

import (
	"math"

	"github.com/gradcmp/gradcmp/eval/special"
)

// reciprocal returns 1/x on the domain of the logarithm: +Inf at 0 of either
// sign, NaN below.
func reciprocal(x float64) float64 {
	if x < 0 {
		return math.NaN()
	}
	return 1 / math.Abs(x)
}

// arcSecant returns the derivative 1/(|x|*sqrt(x^2 - 1)) of asec, +Inf at 1
// and -1. The two roots do not overflow.
func arcSecant(x float64) float64 {
	a := math.Abs(x)
	return 1 / (a * math.Sqrt(a-1) * math.Sqrt(a+1))
}

// areaTangent returns the derivative 1/(1 - x^2) of atanh, NaN beyond 1.
func areaTangent(x float64) float64 {
	a := math.Abs(x)
	return reciprocal(1-a) / (1 + a)
}

// areaCotangent returns the derivative -1/(x^2 - 1) of acoth, NaN within 1.
func areaCotangent(x float64) float64 {
	a := math.Abs(x)
	return -reciprocal(a-1) / (a + 1)
}

// angle is the row of atan2: the partials of the angle of the point (x, y),
// which are NaN at the origin.
func angle(args []float64, _ float64, out []float64) {
	y, x := args[0], args[1]
	r := special.Hypot(x, y)
	out[0], out[1] = x/r/r, -y/r/r
}

// sinc returns the derivative (cos(x) - sinc(x))/x; near 0, where the two
// cancel, it is summed as the series -x/3 + x^3/30 - x^5/840 + ….
func sinc(x, value float64) float64 {
	if math.Abs(x) > 1 {
		return (special.Cos(x) - value) / x
	}
	const terms = 9
	square, power, sum := float64(x*x), x, 0.0
	factorial := 6.0 // (2k+1)!
	for k := 1; k <= terms; k++ {
		sum -= float64(2*k) / factorial * power
		power *= -square
		factorial *= float64((2*k + 2) * (2*k + 3))
	}
	return sum
}

// xLogY is the row of x*log(y). Where x is 0 the function is 0 whatever y, so
// that its slope by y is 0, at y = 0 too, where PyTorch's 0/0 is NaN. By x it is
// infinitely steep at (0, 0); that slope is 0 where x is 0 and y not positive,
// as PyTorch has it.
func xLogY(args []float64, _ float64, out []float64) {
	x, y := args[0], args[1]
	out[0], out[1] = special.Log(y), x/math.Abs(y)
	switch {
	case x == 0 && y <= 0:
		out[0], out[1] = 0, 0
	case y < 0:
		out[1] = math.NaN()
	}
}

// remainder is the row of mod and fmod: the whole quotient that was taken out
// of x is found again from the value.
func remainder(args []float64, value float64, out []float64) {
	x, y := args[0], args[1]
	out[0], out[1] = 1, -math.RoundToEven((x-value)/y)
}

// signOf returns the sign of x other than 0, NaN for NaN.
func signOf(x float64) float64 {
	if math.IsNaN(x) {
		return x
	}
	return math.Copysign(1, x)
}

// step returns 1 for x > 0, otherwise 0, NaN for NaN.
func step(x float64) float64 {
	switch {
	case x > 0:
		return 1
	case x <= 0:
		return 0
	}
	return x
}

// logisticDensity returns the derivative of the logistic function, an even
// function, as t/(1+t)^2 with t = exp(-|x|): s(1-s) would be 0 from x = 37 on.
func logisticDensity(x float64) float64 {
	t := special.Exp(-math.Abs(x))
	return t / ((1 + t) * (1 + t))
}
