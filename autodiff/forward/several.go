package forward

import (
	"math"

	"gonum.org/v1/gonum/num/dual"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/special"
	"github.com/gradcmp/gradcmp/expr"
)

// selected is the row of min and max: the argument that equals the value moves
// it, and of several each by the convention's slope; NaN equals none.
func selected(kink expr.Kink, c expr.Convention, value func([]float64) float64) Rule {
	return func(args []dual.Number) dual.Number {
		var buffer [few]float64
		y := dual.Number{Real: value(values(buffer[:0], args))}
		ties := 0
		for _, a := range args {
			if a.Real == y.Real {
				y.Emag += a.Emag
				ties++
			}
		}
		if ties == 0 {
			y.Emag = math.NaN()
		}
		if ties > 1 {
			y.Emag = times(kink.Slope(c, ties), y.Emag)
		}
		return y
	}
}

func argmax(args []dual.Number) dual.Number {
	var buffer [few]float64
	return dual.Number{Real: eval.Argmax(values(buffer[:0], args))}
}

// logSumExp weighs each tangent by the exponential of its argument's distance
// from the greatest. If that is infinite the weights of what equals it are
// NaN, as in PyTorch, and the others 0.
func logSumExp(args []dual.Number) dual.Number {
	var buffer [few]float64
	xs := values(buffer[:0], args)
	greatest := eval.Max(xs)
	weighted, total := 0.0, 0.0
	for i, x := range xs {
		distance := x - greatest
		weight := special.Exp(distance)
		// What rounding took off the distance (Knuth); NaN where that is infinite.
		part := distance + greatest
		if rounded := (x - part) - (greatest + (distance - part)); !math.IsNaN(rounded) {
			weight += float64(weight * rounded)
		}
		weighted += float64(times(weight, args[i].Emag))
		total += weight
	}
	if math.IsInf(greatest, 0) {
		total = 1
	}
	return dual.Number{Real: eval.LogSumExp(xs), Emag: weighted / total}
}

// length is the row of norm and hypot, of the given value: the projection of
// the tangents on the unit vector.
func length(value func([]float64) float64) Rule {
	return func(args []dual.Number) dual.Number {
		var buffer [few]float64
		y := dual.Number{Real: value(values(buffer[:0], args))}
		for _, a := range args {
			y.Emag += float64(times(a.Real/y.Real, a.Emag))
		}
		return y
	}
}
