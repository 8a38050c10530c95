package forward

import (
	"math"

	"gonum.org/v1/gonum/num/dual"

	"github.com/gradcmp/gradcmp/expr"
)

func constant(c float64) Rule { return func([]dual.Number) dual.Number { return dual.Number{Real: c} } }

// unary is the row of a function of one dual number.
func unary(f func(dual.Number) dual.Number) Rule {
	return func(args []dual.Number) dual.Number { return f(args[0]) }
}

// lift is the row of a function of one argument with the given value and
// derivative.
func lift(value, slope func(float64) float64) Rule {
	return func(args []dual.Number) dual.Number { return moved(value(args[0].Real), slope(args[0].Real), args[0]) }
}

// ordered is the row of a function of an order and an argument, by which its
// derivative is slope, where that order exists; by the order there is none.
func ordered(value, slope func(n, x float64) float64) Rule {
	return func(args []dual.Number) dual.Number {
		n, x := args[0], args[1]
		y := dual.Number{Real: value(n.Real, x.Real), Emag: math.NaN()}
		if n.Emag != 0 || math.IsNaN(y.Real) {
			return y
		}
		return moved(y.Real, slope(n.Real, x.Real), x)
	}
}

// moved is the number of the given value that moves slope times as fast as x.
func moved(value, slope float64, x dual.Number) dual.Number {
	return dual.Number{Real: value, Emag: times(slope, x.Emag)}
}

// plane is the number of the given value that moves with x and y by two slopes.
func plane(value, slopeX, slopeY float64, x, y dual.Number) dual.Number {
	return dual.Number{Real: value, Emag: float64(times(slopeX, x.Emag)) + float64(times(slopeY, y.Emag))}
}

// flat is the slope of a piecewise constant function.
func flat(float64) float64 { return 0 }

// conventional returns a row that is smooth off the kink and follows the
// convention on it. The pieces on both sides of a jump agree on the tangent,
// so that only [expr.Error] asks where it is. Ties are the business of the row
// itself, see [selected].
func conventional(kink expr.Kink, c expr.Convention, smooth Rule) Rule {
	if kink.Edge == expr.Smooth || kink.Edge == expr.KinkAtTie || kink.Edge.IsJump() && c != expr.Error {
		return smooth
	}
	return func(args []dual.Number) dual.Number {
		var buffer [few]float64
		y := smooth(args)
		if kink.Edge.At(values(buffer[:0], args), y.Real) {
			y.Emag = 0
			for _, a := range args {
				y.Emag += times(kink.Slope(c, 1), a.Emag)
			}
		}
		return y
	}
}

// few is the number of arguments up to which a rule needs no memory.
const few = 16

// values appends the values of the arguments to buffer.
func values(buffer []float64, args []dual.Number) []float64 {
	for _, a := range args {
		buffer = append(buffer, a.Real)
	}
	return buffer
}
