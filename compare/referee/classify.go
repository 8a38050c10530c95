package referee

import "github.com/gradcmp/gradcmp/eval/ball"

// classify says what there is where the differences did not settle on
// derivatives.
func (r *Referee) classify(input int, seen []*level, output int) Finding {
	last := seen[len(seen)-1]
	center := r.atPoint(firstBits)[output]
	switch center.State() {
	case ball.Undefined:
		return r.filled(input, seen, output)
	case ball.Beyond:
		return Finding{Kind: GaveUp, Value: none, Why: "the value is beyond the budget"}
	}
	if last.estimates[0][output].State() == ball.Undefined && last.estimates[1][output].State() == ball.Undefined {
		return Finding{Kind: Undefined, Value: none, Left: none, Right: none} // the point stands alone
	}
	jumps := [2]bool{distant(seen, 0, output), distant(seen, 1, output)}
	switch {
	case jumps[0] && jumps[1] && close(last.distances[0][output], last.distances[1][output]):
		return r.filled(input, seen, output)
	case jumps[0] || jumps[1]:
		f := Finding{Kind: Jump, Value: none, Left: none, Right: none}
		if left, ok := limit(seen, 0, output); ok {
			f.Left = left
		}
		if right, ok := limit(seen, 1, output); ok {
			f.Right = right
		}
		return f
	case steep(seen, 0, output) || steep(seen, 1, output):
		return Finding{Kind: Vertical, Value: none, Left: none, Right: none}
	}
	return Finding{Kind: GaveUp, Value: none, Left: none, Right: none, Why: why(last, output)}
}

// distant reports whether the values on one side keep their distance from the
// value at the point as the step falls.
func distant(seen []*level, side, output int) bool {
	n := len(seen)
	if n < 2 {
		return false
	}
	a, b := seen[n-2].distances[side][output], seen[n-1].distances[side][output]
	return a.IsKnown() && b.IsKnown() && !b.IsZero() && sameSize(a, b)
}

// sameSize reports whether two values or distances agree, to fewer digits than
// derivatives must: beside a jump the function may still rise.
func sameSize(a, b ball.Ball) bool {
	c := ball.Context{Bits: firstBits}
	const digits = 40
	gap := c.Sub(a, b)
	return gap.IsKnown() && (gap.IsZero() || exponentOf(gap) <= exponentOf(a)-digits)
}

// steep reports whether the estimates on one side grow without bound as the
// step falls.
func steep(seen []*level, side, output int) bool {
	power, ok := powerOf(seen, func(l *level) ball.Ball { return l.estimates[side][output] })
	return ok && power < -leastPower && power > -1+leastPower/2
}

// filled answers where the value at the point, if there is any, is not the
// limit of those beside it: if both sides have one limit, the difference between
// them gives the derivative of the function with the hole filled.
func (r *Referee) filled(input int, seen []*level, output int) Finding {
	f := Finding{Kind: Undefined, Value: none, Left: none, Right: none}
	var last, now pair
	for _, l := range seen {
		last, now = now, r.pair(input, l.k, output)
	}
	toZero := falls(last.left, now.left) && falls(last.right, now.right)
	if len(seen) < 2 || !toZero && (!sameSize(last.left, now.left) || !sameSize(last.right, now.right)) {
		return f
	}
	if f.Kind = Jump; toZero || sameSize(now.left, now.right) {
		f.Kind = Hole
		if close(last.slope, now.slope) {
			f.Value = now.slope
		} else if exponentOf(now.slope) < leastExponent {
			f.Value = ball.Ball{}
		}
	}
	return f
}

// falls reports whether values fall to 0 with the step, of which the last was at
// least 60 binary places smaller than the one before.
func falls(last, now ball.Ball) bool {
	const places = 10
	return now.IsKnown() && last.IsKnown() && (now.IsZero() || exponentOf(now) <= exponentOf(last)-places)
}

// pair holds the values on both sides of a point and the slope between them.
type pair struct{ left, right, slope ball.Ball }

// pair computes the values at a distance from the point, with bits enough to
// know their difference.
func (r *Referee) pair(input, k, output int) pair {
	h := r.step(input, k)
	c := ball.Context{Bits: firstBits + uint(k)}
	for {
		p := pair{
			left:  r.beside(c.Bits, move{input, signed(h, -1)})[output],
			right: r.beside(c.Bits, move{input, h})[output],
		}
		p.slope = c.Quo(c.Sub(p.right, p.left), c.Scale(ball.Exact(h), 1))
		if isSharp(p.slope) || 2*c.Bits > r.limits.Bits || r.runs <= 0 {
			return p
		}
		c.Bits *= 2
	}
}

// why says why the differences did not settle.
func why(l *level, output int) string {
	for _, side := range l.estimates {
		switch e := side[output]; {
		case e.State() == ball.Beyond:
			return "a value beside the point is beyond the budget"
		case !isSharp(e):
			return "the budget of bits does not suffice to know the function beside the point"
		}
	}
	return "the differences do not settle as the step falls"
}
