package forward

import (
	"math"

	"github.com/gradcmp/gradcmp/eval/special"
)

// decay returns exp(-|x|) and 1 - exp(-2|x|), of which the slopes of the
// hyperbolic functions are made without overflow or cancellation.
func decay(x float64) (t, m float64) {
	a := math.Abs(x)
	return special.Exp(-a), -special.Expm1(-2 * a)
}

// slopeOfTanh returns 4q/(1 + q)^2 with q = exp(-2|x|).
func slopeOfTanh(x float64) float64 {
	q := special.Exp(-2 * math.Abs(x))
	return 4 * q / ((1 + q) * (1 + q))
}

func slopeOfTanhshrink(x float64) float64 {
	t, m := decay(x)
	return squared(m / (1 + float64(t*t)))
}

func slopeOfSech(x float64) float64 {
	t, m := decay(x)
	s := 1 + float64(t*t)
	return math.Copysign(2*t*m/(s*s), -x)
}

func slopeOfCsch(x float64) float64 {
	t, m := decay(x)
	return -2 * t / m * ((1 + float64(t*t)) / m)
}

func slopeOfCoth(x float64) float64 {
	t, m := decay(x)
	return -squared(2 * t / m)
}

// slopeOfAsinh returns 1/sqrt(1 + x^2), also where x^2 overflows.
func slopeOfAsinh(x float64) float64 {
	if a := math.Abs(x); a > 1 {
		r := 1 / a
		return r / math.Sqrt(1+float64(r*r))
	}
	return 1 / math.Sqrt(1+float64(x*x))
}

// slopeOfAcoth returns 1/(1 - x^2), NaN within 1.
func slopeOfAcoth(x float64) float64 {
	a := math.Abs(x)
	if a < 1 {
		return math.NaN()
	}
	return 1 / (1 + a) / math.Copysign(1-a, -1)
}
