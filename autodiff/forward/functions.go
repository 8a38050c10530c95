package forward

import (
	"math"

	"gonum.org/v1/gonum/num/dual"

	"github.com/gradcmp/gradcmp/eval"
)

func constant(c float64) Rule { return func([]dual.Number) dual.Number { return dual.Number{Real: c} } }

// unary is the row of a function of one dual number.
func unary(f func(dual.Number) dual.Number) Rule {
	return func(args []dual.Number) dual.Number { return f(args[0]) }
}

// lift is the row of a function of one argument with the given value and
// derivative.
func lift(value, slope func(float64) float64) Rule {
	return func(args []dual.Number) dual.Number {
		x := args[0]
		return dual.Number{Real: value(x.Real), Emag: times(slope(x.Real), x.Emag)}
	}
}

// flat is the slope of a piecewise constant function.
func flat(float64) float64 { return 0 }

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

// sqrt returns the square root of d; the tangent at 0 is infinite, with the
// sign of the argument's.
func sqrt(d dual.Number) dual.Number {
	r := math.Sqrt(d.Real)
	return dual.Number{Real: r, Emag: over(d.Emag, math.Abs(2*r))}
}

// slopeOfAsin returns 1/sqrt(1 - x^2), +Inf at the edges and NaN beyond. The
// difference of squares is taken as a product, which does not cancel.
func slopeOfAsin(x float64) float64 {
	return 1 / math.Sqrt(float64((1+math.Abs(x))*(1-math.Abs(x))))
}

// slopeOfTanh returns 4q/(1 + q)^2 with q = exp(-2|x|).
func slopeOfTanh(x float64) float64 {
	q := math.Exp(-2 * math.Abs(x))
	return 4 * q / ((1 + q) * (1 + q))
}

func slopeOfSigmoid(x float64) float64 { return eval.Sigmoid(x) * eval.Sigmoid(-x) }

func slopeOfRelu(x float64) float64 { return math.Max(eval.Sign(x), 0) }

// values appends the values of the arguments to buffer.
func values(buffer []float64, args []dual.Number) []float64 {
	for _, a := range args {
		buffer = append(buffer, a.Real)
	}
	return buffer
}

// few is the number of arguments up to which a rule needs no memory.
const few = 16

func minimum(args []dual.Number) dual.Number {
	var buffer [few]float64
	return extremum(eval.Min(values(buffer[:0], args)), args)
}

func maximum(args []dual.Number) dual.Number {
	var buffer [few]float64
	return extremum(eval.Max(values(buffer[:0], args)), args)
}

// extremum returns the value with the mean of the tangents of the arguments
// that equal it; NaN equals none.
func extremum(value float64, args []dual.Number) dual.Number {
	sum, ties := 0.0, 0.0
	for _, a := range args {
		if a.Real == value {
			sum += a.Emag
			ties++
		}
	}
	return dual.Number{Real: value, Emag: sum / ties}
}

func argmax(args []dual.Number) dual.Number {
	var buffer [few]float64
	return dual.Number{Real: eval.Argmax(values(buffer[:0], args))}
}

// logSumExp weighs each tangent by the exponential of its argument's distance
// from the greatest.
func logSumExp(args []dual.Number) dual.Number {
	var buffer [few]float64
	xs := values(buffer[:0], args)
	greatest := eval.Max(xs)
	weighted, total := 0.0, 0.0
	for i, x := range xs {
		weight := 1.0
		if x != greatest { // Inf - Inf would be NaN
			weight = math.Exp(x - greatest)
		}
		weighted += float64(times(weight, args[i].Emag))
		total += weight
	}
	return dual.Number{Real: eval.LogSumExp(xs), Emag: weighted / total}
}

// norm projects the tangents on the unit vector; at the origin there is none
// and the result does not move.
func norm(args []dual.Number) dual.Number {
	var buffer [few]float64
	length := eval.Norm(values(buffer[:0], args))
	if length == 0 {
		return dual.Number{}
	}
	projection := 0.0
	for _, a := range args {
		projection += float64(times(a.Real/length, a.Emag))
	}
	return dual.Number{Real: length, Emag: projection}
}
