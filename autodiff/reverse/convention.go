package reverse

import (
	"math"

	"github.com/gradcmp/gradcmp/expr"
)

// conventional returns a row that is smooth off the kink and follows the
// convention on it. The pieces on both sides of a jump agree on the
// derivative, so that only [expr.Error] asks where it is. Ties are the
// business of the row itself, see [selected].
func conventional(kink expr.Kink, c expr.Convention, smooth Partials) Partials {
	switch {
	case kink.Edge == expr.Smooth, kink.Edge == expr.KinkAtTie, kink.Edge.IsJump() && c != expr.Error:
		return smooth
	}
	slope := kink.Slope(c, 1)
	return func(args []float64, value float64, out []float64) {
		if !kink.Edge.At(args, value) {
			smooth(args, value, out)
			return
		}
		for i := range out {
			out[i] = slope
		}
	}
}

// selected is the row of min and max: 1 for the argument that equals the
// value, and the convention's slope for each of several.
func selected(kink expr.Kink, c expr.Convention) Partials {
	return func(args []float64, value float64, out []float64) {
		ties := 0
		for _, x := range args {
			if x == value {
				ties++
			}
		}
		slope := 1.0
		if ties > 1 {
			slope = kink.Slope(c, ties)
		}
		for i, x := range args {
			switch {
			case ties == 0: // no argument equals a value that is NaN
				out[i] = math.NaN()
			case x == value:
				out[i] = slope
			default:
				out[i] = 0
			}
		}
	}
}
