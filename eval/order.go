package eval

import (
	"math"

	"github.com/gradcmp/gradcmp/eval/special"
)

// Polygamma returns the derivative of order n of the digamma function at x. It
// is NaN unless n is an integer from 0 to 2^20.
func Polygamma(n, x float64) float64 {
	if order, ok := integer(n); ok && order >= 0 {
		return special.Polygamma(order, x)
	}
	return math.NaN()
}

// BesselJ returns the Bessel function of the first kind of order n at x. It is
// NaN unless n is an integer from -2^20 to 2^20.
func BesselJ(n, x float64) float64 {
	if order, ok := integer(n); ok {
		return special.BesselJn(order, x)
	}
	return math.NaN()
}

// integer returns n as an int, and false if it is none or so large that the
// recurrences in the order would take long.
func integer(n float64) (int, bool) {
	const most = 1 << 20
	return int(n), n == math.Trunc(n) && math.Abs(n) <= most
}
