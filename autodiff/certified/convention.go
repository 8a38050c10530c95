package certified

import (
	"math"
	"slices"

	"github.com/gradcmp/gradcmp/eval/ball"
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/expr"
)

// conventional returns a row that is smooth off the edge of a function and
// follows the convention on it. Where the arguments may be on the edge or not,
// the derivative is not known. Ties are the business of the row itself, see
// [selected].
func conventional(kink expr.Kink, convention expr.Convention, smooth Partials) Partials {
	slope := fromSlope(kink.Slope(convention, 1))
	return func(c ball.Context, args []ball.Ball, value ball.Ball) []ball.Ball {
		out := make([]ball.Ball, len(args))
		if !value.IsKnown() {
			for i := range out {
				out[i] = ball.None(value.State())
			}
			return out
		}
		switch on := onEdge(c, kink.Edge, args); {
		case on == enclosure.No, on == enclosure.Yes && kink.Edge.IsJump() && convention != expr.Error:
			return smooth(c, args, value)
		case on == enclosure.Yes:
			for i := range out {
				out[i] = slope
			}
		default:
			for i := range out {
				out[i] = ball.None(ball.Unknown)
			}
		}
		return out
	}
}

// fromSlope returns the ball of a slope of the table: NaN says that there is
// none.
func fromSlope(slope float64) ball.Ball {
	if math.IsNaN(slope) {
		return ball.None(ball.Undefined)
	}
	return ball.FromFloat64(slope)
}

// onEdge reports whether arguments are on an edge, as far as the balls tell.
func onEdge(c ball.Context, e expr.Edge, args []ball.Ball) enclosure.Answer {
	x := args0(args)
	switch e {
	case expr.Smooth, expr.KinkAtTie:
		return enclosure.No
	case expr.JumpAtTie:
		return tie(args)
	case expr.KinkAtZero, expr.JumpAtZero:
		return isAt(x, ball.Ball{})
	case expr.KinkAtOrigin:
		return allAt(args)
	case expr.JumpAtIntegers:
		return isWhole(c, x)
	case expr.JumpAtNonzeroIntegers:
		return unless(isAt(x, ball.Ball{}), isWhole(c, x))
	case expr.JumpAtHalves:
		return isWhole(c, c.Add(x, ball.FromFloat64(0.5)))
	case expr.JumpAtMultiples:
		return isWhole(c, c.Quo(x, args[1]))
	case expr.JumpAtNonzeroMultiples:
		return unless(isAt(x, ball.Ball{}), isWhole(c, c.Quo(x, args[1])))
	case expr.JumpAtCut:
		if ball.Cmp(args[1], ball.Ball{}) == ball.Greater {
			return enclosure.No
		}
		return isAt(x, ball.Ball{})
	}
	return enclosure.Perhaps
}

func args0(args []ball.Ball) ball.Ball {
	if len(args) == 0 {
		return ball.Ball{}
	}
	return args[0]
}

// tie reports whether the greatest argument is so twice.
func tie(args []ball.Ball) enclosure.Answer {
	answer := enclosure.No
	for i, x := range args {
		for _, y := range args[:i] {
			order := ball.Cmp(x, y)
			if order != ball.Equal && order != ball.Overlap || beaten(args, x) || beaten(args, y) {
				continue
			}
			if order == ball.Equal {
				return enclosure.Yes
			}
			answer = enclosure.Perhaps
		}
	}
	return answer
}

// beaten reports whether an argument is certainly greater than x.
func beaten(args []ball.Ball, x ball.Ball) bool {
	return slices.ContainsFunc(args, func(y ball.Ball) bool { return ball.Cmp(y, x) == ball.Greater })
}

// isAt reports whether x is the number y.
func isAt(x, y ball.Ball) enclosure.Answer {
	switch ball.Cmp(x, y) {
	case ball.Equal:
		return enclosure.Yes
	case ball.Overlap:
		return enclosure.Perhaps
	}
	return enclosure.No
}

// allAt reports whether all arguments are 0.
func allAt(args []ball.Ball) enclosure.Answer {
	answer := enclosure.Yes
	for _, x := range args {
		switch isAt(x, ball.Ball{}) {
		case enclosure.No:
			return enclosure.No
		case enclosure.Perhaps:
			answer = enclosure.Perhaps
		}
	}
	return answer
}

// isWhole reports whether x is an integer.
func isWhole(c ball.Context, x ball.Ball) enclosure.Answer {
	below, above := c.Floor(x), c.Ceil(x)
	if !below.IsExact() || !above.IsExact() {
		return enclosure.Perhaps
	}
	return isAt(below, above)
}

// unless returns the answer where an exception does not apply.
func unless(exception, answer enclosure.Answer) enclosure.Answer {
	switch {
	case exception == enclosure.Yes:
		return enclosure.No
	case exception == enclosure.Perhaps && answer != enclosure.No:
		return enclosure.Perhaps
	}
	return answer
}

// selected is the row of min and max: 1 for the argument that is the value, 0
// for one that another beats, and the convention's slope for each of several
// that tie. beats is the order of an argument to one that it beats.
func selected(kink expr.Kink, convention expr.Convention, beats ball.Order) Partials {
	return func(c ball.Context, args []ball.Ball, _ ball.Ball) []ball.Ball {
		out := make([]ball.Ball, len(args))
		for i, x := range args {
			out[i] = share(kink, convention, beats, args, x)
		}
		return out
	}
}

// share returns the slope of an argument of min or max.
func share(kink expr.Kink, convention expr.Convention, beats ball.Order, args []ball.Ball, x ball.Ball) ball.Ball {
	ties, perhaps := 0, false
	for _, other := range args {
		switch order := ball.Cmp(other, x); order {
		case beats:
			return ball.Ball{}
		case ball.Equal:
			ties++
		case ball.Overlap:
			perhaps = true
		}
	}
	switch {
	case perhaps:
		return ball.None(ball.Unknown)
	case ties > 1:
		return fromSlope(kink.Slope(convention, ties))
	}
	return one
}
