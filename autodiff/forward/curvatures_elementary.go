package forward

import (
	"math"

	"gonum.org/v1/gonum/num/hyperdual"

	"github.com/gradcmp/gradcmp/eval/special"
)

// curvatureOfLog returns -1/x^2, -Inf at 0, NaN below.
func curvatureOfLog(x float64) float64 {
	if x < 0 {
		return math.NaN()
	}
	return -1 / x / x
}

// curvatureOfAsin returns x/(1 - x^2)^(3/2).
func curvatureOfAsin(x float64) float64 {
	gap := float64((1 - x) * (1 + x))
	return x / gap / math.Sqrt(gap)
}

// curvatureOfAtan returns -2x/(1 + x^2)^2, by the length of (1, x).
func curvatureOfAtan(x float64) float64 {
	length := special.Hypot(1, x)
	return -2 * (x / length) / length / length / length
}

// curvatureOfAsec returns -(2 - r^2)*r^3/(1 - r^2)^(3/2) with r = 1/|x|, with the
// sign of x; near 1 the gap 1 - r is taken as (|x| - 1)/|x|.
func curvatureOfAsec(x float64) float64 {
	a := math.Abs(x)
	r := 1 / a
	gap := 1 - r
	if a < 2 {
		gap = (a - 1) / a
	}
	gap *= 1 + r
	return math.Copysign(1, -x) * (2 - float64(r*r)) * cubed(r) / gap / math.Sqrt(gap)
}

// curvatureOfAngle returns that of the angle of z = x + iy, the imaginary part
// of log(z): the imaginary part of -u*v/z^2 for complex steps u and v.
func curvatureOfAngle(args, u, v []float64) float64 {
	y, x := args[0], args[1]
	length := special.Hypot(x, y)
	c, s := x/length, y/length
	re := 2 * ((x/2 - y/2) / length) * (c + s) // of z^2, over the length squared; halves do not overflow
	im := 2 * c * s
	productRe := float64(u[1]*v[1]) - float64(u[0]*v[0])
	productIm := float64(u[1]*v[0]) + float64(u[0]*v[1])
	return float64(times(im/length/length, productRe)) - float64(times(re/length/length, productIm))
}

// curvatureOfSinc returns the second derivative of sin(x)/x. Near 0 it is -1/3
// times a power series in x^2, by Horner's rule.
func curvatureOfSinc(x float64) float64 {
	if math.Abs(x) > 1.5 {
		s, c := special.Sin(x)/x, special.Cos(x)/x
		return -s - 2*(c-s/x)/x
	}
	sum := 1.0
	for k := 12.0; k >= 1; k-- {
		sum = 1 - float64(x*x)*(2*k+1)/float64(2*k*(2*k-1)*(2*k+3))*sum
	}
	return -sum / 3
}

// curvatureOfXLogY returns that of x*log(y): 0 where x is 0 and y not positive, as its
// slopes are.
func curvatureOfXLogY(args, u, v []float64) float64 {
	x, y := args[0], args[1]
	switch {
	case x == 0 && !(y > 0 || math.IsNaN(y)):
		return 0
	case y < 0:
		return math.NaN()
	}
	y = math.Abs(y)
	bend := -x / y / y
	if x == 0 {
		bend = 0
	}
	return quadratic(0, 1/y, bend, u, v)
}

// curvatureOfPower returns that of a^b, with x^0, and 0^y for y >= 0, constant.
func curvatureOfPower(a, b hyperdual.Number) float64 {
	x, y := a.Real, b.Real
	sum := 0.0
	if bent := both(a.E1mag, a.E2mag); bent != 0 && y != 0 && y != 1 {
		sum = float64(bent * float64(float64((y-1)*y)*special.Pow(x, y-2)))
	}
	if mixed := crossed(a.E1mag, b.E1mag, a.E2mag, b.E2mag); mixed != 0 && !(x == 0 && y > 1) {
		sum += float64(mixed * float64(special.Pow(x, y-1)*(float64(special.Log(x)*y)+1)))
	}
	if bent := both(b.E1mag, b.E2mag); bent != 0 && !(x == 0 && y >= 0) {
		log := special.Log(x)
		sum += float64(bent * float64(fading(log, special.Pow(x, y))*log))
	}
	return sum
}
