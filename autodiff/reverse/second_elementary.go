package reverse

import (
	"math"

	"github.com/gradcmp/gradcmp/eval/special"
)

// arcSineBend returns the second derivative x/(1 - x^2)^(3/2) of asin.
func arcSineBend(x float64) float64 {
	s := 1 / math.Sqrt(float64((1-x)*(1+x)))
	return x * s * s * s
}

// arcTangentBend returns the second derivative -2x/(1 + x^2)^2 of atan.
func arcTangentBend(x float64) float64 {
	d := 1 / (1 + float64(x*x))
	return damped(-2*x, d) * d
}

// arcSecantBend returns the second derivative of asec, its first one times
// -(1/x + x/(x^2 - 1)).
func arcSecantBend(x float64) float64 {
	return -arcSecant(x) * (1/x + x/(math.Abs(x)-1)/(math.Abs(x)+1))
}

// angleBend returns the second partials of atan2(y, x), homogeneous functions
// of the point (x, y) of degree -2.
func angleBend(y, x, _ float64) (yy, yx, xx float64) {
	r := special.Hypot(x, y)
	xx = 2 * (x / r / r) * (y / r / r)
	less, more := y/2-x/2, y/2+x/2 // halves, so that the sum does not overflow
	return -xx, 4 * (less / r / r) * (more / r / r), xx
}

// sincBend returns the second derivative -sinc(x) - 2*sinc'(x)/x; near 0 it is
// summed as the series -1/3 + x^2/10 - x^4/168 + ….
func sincBend(x, value float64) float64 {
	if math.Abs(x) > 1 {
		return -value - float64(2*sinc(x, value)/x)
	}
	const terms = 9
	power, sum := 1.0, 0.0
	factorial := 6.0 // (2k+1)!
	for k := 1; k <= terms; k++ {
		sum -= float64(2*k*(2*k-1)) / factorial * power
		power *= -float64(x * x)
		factorial *= float64((2*k + 2) * (2*k + 3))
	}
	return sum
}

// sechBend returns sech(x)*(tanh(x)^2 - sech(x)^2).
func sechBend(x, y float64) float64 {
	t := math.Abs(special.Tanh(x))
	return y * float64((t-y)*(t+y))
}

// acoshBend returns -x/(x^2 - 1)^(3/2).
func acoshBend(x, _ float64) float64 {
	s := 1 / (math.Sqrt(x-1) * math.Sqrt(x+1))
	return -x * s * s * s
}

// asechBend returns the derivative of -1/(x*sqrt(1 - x^2)).
func asechBend(x, _ float64) float64 {
	s := 1 / math.Sqrt(float64((1-x)*(1+x)))
	return (1 - float64(2*x*x)) * square(reciprocal(x)) * s * s * s
}

// acschBend returns the derivative of -1/(abs(x)*sqrt(1 + x^2)).
func acschBend(x, _ float64) float64 {
	s := 1 / special.Hypot(1, x)
	return math.Copysign(s, x) * (square(1/x) + float64(s*s))
}

// logisticBend returns the second derivative of the logistic function, with t =
// exp(-|x|) its density times (t - 1)/(t + 1), which has the sign of -x.
func logisticBend(x float64) float64 {
	a := math.Abs(x)
	return logisticDensity(x) * math.Copysign(special.Expm1(-a)/(1+special.Exp(-a)), -x)
}

// xLogYBend returns the second partials of x*log(y): nothing bends where x is 0
// and y not positive, as in the first partials.
func xLogYBend(x, y, _ float64) (xx, xy, yy float64) {
	switch {
	case x == 0 && y <= 0:
		return 0, 0, 0
	case x == 0:
		return 0, 1 / y, 0
	}
	return 0, reciprocal(y), -x * reciprocal(y) * reciprocal(y)
}
