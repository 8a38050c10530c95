package forward

import (
	"math"

	"github.com/gradcmp/gradcmp/eval/special"
)

// curvatureOfTanhshrink returns 2*tanh(x)*sech(x)^2.
func curvatureOfTanhshrink(x float64) float64 {
	t, m := decay(x)
	s := 1 + float64(t*t)
	return math.Copysign(8*float64(t*t)*m/s/s/s, x)
}

func curvatureOfSech(x float64) float64 {
	t, m := decay(x)
	s := 1 + float64(t*t)
	return 2 * t / s * ((m - 2*t) / s) * ((m + 2*t) / s)
}

func curvatureOfCsch(x float64) float64 {
	t, m := decay(x)
	s := 1 + float64(t*t)
	return math.Copysign(2*t/m*(squared(s/m)+squared(2*t/m)), x)
}

func curvatureOfCoth(x float64) float64 {
	t, m := decay(x)
	return math.Copysign(2*(1+float64(t*t))/m*squared(2*t/m), x)
}

// curvatureOfAsinh returns -x/(1 + x^2)^(3/2).
func curvatureOfAsinh(x float64) float64 {
	s := slopeOfAsinh(x)
	return -(x * s) * s * s
}

// curvatureOfAsech returns the derivative of -1/(x*sqrt(1 - x^2)).
func curvatureOfAsech(x float64) float64 {
	s := slopeOfAsin(x)
	return slopeOfLog(x) * slopeOfLog(x) * (s * (s * ((1 - float64(x*x)) - float64(x*x)) * s))
}

// curvatureOfAcsch returns the derivative of -1/(abs(x)*sqrt(1 + x^2)).
func curvatureOfAcsch(x float64) float64 {
	s := slopeOfAsinh(x)
	return math.Copysign(s/x/x*(1+squared(x*s)), x)
}

// curvatureOfSoftplus returns the logistic density.
func curvatureOfSoftplus(x float64) float64 { return special.Sigmoid(x) * special.Sigmoid(-x) }

// curvatureOfLogit returns 1/(1 - x)^2 - 1/x^2.
func curvatureOfLogit(x float64) float64 {
	a, b := slopeOfLog(x), slopeOfLog(1-x)
	return (x - (1 - x)) * squared(a*b)
}
