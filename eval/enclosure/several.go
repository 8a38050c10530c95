package enclosure

import (
	"github.com/gradcmp/gradcmp/eval/ball"
)

// LogSumExp returns log(e^x1 + e^x2 + …), relative to the argument with the
// greatest midpoint.
func LogSumExp(c ball.Context, args []ball.Ball) ball.Ball {
	at := 0
	for i, x := range args {
		if x.Mid().Cmp(args[at].Mid()) > 0 {
			at = i
		}
	}
	rest := ball.Ball{}
	for i, x := range args {
		if i != at {
			rest = c.Add(rest, c.Exp(c.Sub(x, args[at])))
		}
	}
	return c.Add(args[at], c.Log1p(rest))
}

// Norm returns the Euclidean length.
func Norm(c ball.Context, args []ball.Ball) ball.Ball {
	sum := ball.Ball{}
	for _, x := range args {
		sum = c.Add(sum, c.Sqr(x))
	}
	return c.Sqrt(sum)
}

// Argmax returns the index, from 0, of the first greatest argument, or a ball
// of the indices that may be it.
func Argmax(c ball.Context, args []ball.Ball) ball.Ball {
	first, last := -1, -1
	for i, x := range args {
		if !x.IsKnown() {
			return ball.None(x.State())
		}
		if beaten(args, i) {
			continue
		}
		if last = i; first < 0 {
			first = i
		}
	}
	return c.Hull(ball.FromInt(int64(first)), ball.FromInt(int64(last)))
}

// beaten reports whether another argument is certainly greater than argument
// i, or as great and before it.
func beaten(args []ball.Ball, i int) bool {
	for j, x := range args {
		order := ball.Cmp(x, args[i])
		if order == ball.Greater || order == ball.Equal && j < i {
			return true
		}
	}
	return false
}

// BesselJ returns the Bessel function of the first kind of an order that is an
// integer of at most 2^20; of others it is undefined.
func BesselJ(c ball.Context, n, x ball.Ball) ball.Ball {
	const most = 1 << 20
	if !n.IsKnown() {
		return n
	}
	order, accuracy := n.Mid().Int64()
	switch {
	case !n.IsExact():
		return ball.None(ball.Unknown)
	case accuracy != 0 || order > most || order < -most:
		return ball.None(ball.Undefined)
	}
	return c.BesselJ(order, x)
}
