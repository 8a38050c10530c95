package forward

import (
	"math"

	"gonum.org/v1/gonum/num/dual"

	"github.com/gradcmp/gradcmp/eval/special"
)

// slopeOfAsin returns 1/sqrt(1 - x^2), +Inf at the edges and NaN beyond. The
// difference of squares is taken as a product, which does not cancel.
func slopeOfAsin(x float64) float64 {
	return 1 / math.Sqrt(float64((1+math.Abs(x))*(1-math.Abs(x))))
}

// slopeOfAtan returns 1/(1 + x^2), by the length of (1, x).
func slopeOfAtan(x float64) float64 {
	length := special.Hypot(1, x)
	return 1 / length / length
}

// slopeOfAsec returns 1/(x^2*sqrt(1 - 1/x^2)), +Inf at 1 and -1, as the slope
// of acos at 1/x times 1/x^2; near 1 the gap 1 - 1/|x| is taken as (|x|-1)/|x|.
func slopeOfAsec(x float64) float64 {
	a := math.Abs(x)
	r := 1 / a
	gap := 1 - r
	if a < 2 {
		gap = (a - 1) / a
	}
	return r * r / math.Sqrt(float64(gap*(1+r)))
}

// slopeOfSinc returns the derivative of sin(x)/x, minus the spherical Bessel
// function of order 1 (DLMF 10.49.3). Near 0 that goes by its ascending series
// (DLMF 10.53.1).
func slopeOfSinc(x float64) float64 {
	if math.Abs(x) > 1.5 {
		return (special.Cos(x) - special.Sin(x)/x) / x
	}
	sum := 1.0
	for k := 12.0; k >= 1; k-- {
		sum = 1 - float64(x*x)/float64(2*k*(2*k+3))*sum
	}
	return -x / 3 * sum
}

// angle returns the angle of the point (x, y), whose slopes are x and -y over
// the square of its length, with the point scaled by a power of two so that
// nothing overflows; NaN at the origin.
func angle(args []dual.Number) dual.Number {
	y, x := args[0], args[1]
	_, e := math.Frexp(max(math.Abs(x.Real), math.Abs(y.Real)))
	e-- // so that 1 stays 1, and what is beside it is not lost
	u, v := math.Ldexp(x.Real, -e), math.Ldexp(y.Real, -e)
	square := float64(u*u) + float64(v*v)
	return plane(special.Atan2(y.Real, x.Real), math.Ldexp(u/square, -e), math.Ldexp(-v/square, -e), y, x)
}
