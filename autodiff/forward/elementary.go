package forward

import (
	"math"

	"gonum.org/v1/gonum/num/dual"

	"github.com/gradcmp/gradcmp/eval/special"
)

func squared(x float64) float64 { return x * x }

// slopeOfLog returns the derivative of the logarithm at x, NaN for x < 0. At a
// zero of either sign it is +Inf: the domain lies to the right.
func slopeOfLog(x float64) float64 {
	switch {
	case x < 0:
		return math.NaN()
	case x == 0:
		return math.Inf(1)
	}
	return 1 / x
}

func exp(d dual.Number) dual.Number {
	y := special.Exp(d.Real)
	return moved(y, y, d)
}

// sqrt returns the square root of d; the tangent at 0 is infinite, with the
// sign of the argument's.
func sqrt(d dual.Number) dual.Number {
	r := math.Sqrt(d.Real)
	return dual.Number{Real: r, Emag: over(d.Emag, math.Abs(2*r))}
}

// cbrt returns the cube root of d; the tangent at 0 is infinite.
func cbrt(d dual.Number) dual.Number {
	r := special.Cbrt(d.Real)
	return dual.Number{Real: r, Emag: over(d.Emag/3, squared(r))}
}

// logAddExp weighs the tangents by exp(x) and exp(y) over their sum, each from
// its own end; of two equal infinities the weights are NaN, as in PyTorch.
func logAddExp(args []dual.Number) dual.Number {
	x, y := args[0], args[1]
	d := x.Real - y.Real
	weightX, weightY := special.Sigmoid(d), special.Sigmoid(-d)
	if !math.IsInf(d, 0) {
		// The rounding error of d counts d times in an exponential.
		back := x.Real - d
		rounded := (x.Real - (d + back)) + (back - y.Real)
		weightX, weightY = weightX*(1+float64(rounded*weightY)), weightY*(1-float64(rounded*weightX))
	}
	return plane(special.LogAddExp(x.Real, y.Real), weightX, weightY, x, y)
}

// xLogY returns x*log(y), which is 0 whatever y does where x is 0; by x it has
// slope 0 there for y <= 0, as in PyTorch.
func xLogY(args []dual.Number) dual.Number {
	x, y := args[0], args[1]
	value := special.XLogY(x.Real, y.Real)
	if x.Real == 0 && !(y.Real > 0 || math.IsNaN(y.Real)) {
		return dual.Number{Real: value}
	}
	slope := math.NaN()
	if y.Real >= 0 {
		slope = x.Real / math.Abs(y.Real)
	}
	return plane(value, special.Log(y.Real), slope, x, y)
}

// remainder is the row of mod and fmod with the given value: the number of
// times that y was taken from x is the whole number nearest to what is gone.
func remainder(value func(x, y float64) float64) Rule {
	return func(args []dual.Number) dual.Number {
		x, y := args[0], args[1]
		r := value(x.Real, y.Real)
		count := math.Round(x.Real/y.Real - r/y.Real)
		return plane(r, 1, -count, x, y)
	}
}
