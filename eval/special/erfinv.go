package special

import "math"

// Erfinv returns the inverse of [Erf], to 1 ulp; NaN for |y| > 1. Erfinv(±0)
// is ±0, Erfinv(±1) is ±Inf. From 1/2 on it is s = sqrt(-log(1-y)) times a
// function of s that changes little.
func Erfinv(y float64) float64 {
	a := math.Abs(y)
	switch {
	case a == 1:
		return math.Copysign(math.Inf(1), y)
	case !(a < 1):
		return math.NaN()
	case a <= 0.5:
		return math.Copysign(erfinvCentre.at(twoProd(y, y)).times(a).double(), y)
	}
	s := logOf(twoSum(1, -a)).neg().sqrt()
	return math.Copysign(s.mul(erfinvTail.at(s)).double(), y)
}
