package referee

import (
	"math/big"

	"github.com/gradcmp/gradcmp/eval/ball"
)

// Second finds the second derivative of an output by two inputs, which may be
// the same. Its estimates are the differences over the four quadrants beside
// the point, or to the left and right of it and across it, which must all settle
// on one value: otherwise the first derivative has a kink, or there is none.
func (r *Referee) Second(output, first, second int, zero Zero) Finding {
	if !r.depends[first][output] || !r.depends[second][output] {
		return Finding{Kind: Derivative}
	}
	q := question{min(first, second), max(first, second)}
	r.runs = r.limits.Runs
	var seen []*level
	for i := range secondSteps {
		seen = append(seen, r.levelAt(q, i))
		if f, ok := agreed(seen, output, zero); ok {
			return f
		}
		if r.runs <= 0 {
			break
		}
	}
	return r.bent(seen, output)
}

// secondSteps are fewer: a second difference needs twice the bits.
var secondSteps = steps[:4]

// agreed looks at second differences: one value from all sides is a derivative.
func agreed(seen []*level, output int, zero Zero) (Finding, bool) {
	var common ball.Ball
	for side := range seen[0].estimates {
		y, ok := limit(seen, side, output)
		switch {
		case !ok:
			return Finding{}, false
		case side == 0:
			common = y
		case !close(common, y):
			return kinkOfFirst(seen, output)
		}
	}
	if common.IsZero() {
		return atZero(seen, len(secondSteps), zero)
	}
	return Finding{Kind: Derivative, Value: common, Left: common, Right: common}, true
}

// kinkOfFirst answers where the sides have settled on different values: for a
// repeated derivative those are the derivatives from the left and from the right,
// between which the difference across the point lies.
func kinkOfFirst(seen []*level, output int) (Finding, bool) {
	f := Finding{Kind: Kink, Value: none, Left: none, Right: none}
	values := make([]ball.Ball, len(seen[0].estimates))
	for side := range values {
		var ok bool
		if values[side], ok = limit(seen, side, output); !ok {
			return Finding{}, false
		}
	}
	if repeated := len(values) == 3; repeated {
		f.Left, f.Right = values[0], values[1]
	}
	return f, true
}

// bent says what there is where second differences did not settle.
func (r *Referee) bent(seen []*level, output int) Finding {
	f := Finding{Kind: GaveUp, Value: none, Left: none, Right: none}
	if n := len(seen[0].estimates); n == 3 && steep(seen, 2, output) {
		f.Kind = Kink // of the function itself
		return f
	}
	switch center := r.atPoint(firstBits)[output]; center.State() {
	case ball.Undefined:
		f.Kind = Undefined
	case ball.Beyond:
		f.Why = "the value is beyond the budget"
	default:
		f.Why = why(seen[len(seen)-1], output)
	}
	return f
}

// secondDifferences computes second differences: over each quadrant for two
// inputs, and for one to the left, to the right and across the point.
func (r *Referee) secondDifferences(q question, k int, bits uint) *level {
	h, g := r.step(q.first, k), r.step(q.second, k)
	center := r.atPoint(bits)
	by := func(x, y float64) []ball.Ball {
		if q.first == q.second {
			return r.beside(bits, move{q.first, signed(h, x)})
		}
		return r.beside(bits, move{q.first, signed(h, x)}, move{q.second, signed(g, y)})
	}
	var corners [][4][]ball.Ball // whose values are added and subtracted in turn
	if q.first == q.second {
		left, right := by(-1, 0), by(1, 0)
		corners = [][4][]ball.Ball{
			{by(-2, 0), left, center, left}, {by(2, 0), right, center, right}, {left, center, right, center},
		}
	} else {
		left, right, below, above := by(-1, 0), by(1, 0), by(0, -1), by(0, 1)
		corners = [][4][]ball.Ball{
			{by(1, 1), right, center, above},
			{left, by(-1, 1), above, center},
			{below, by(1, -1), right, center},
			{by(-1, -1), left, center, below},
		}
	}
	l := &level{k: k}
	area := ball.Exact(new(big.Float).Mul(h, g))
	c := ball.Context{Bits: bits}
	for _, corner := range corners {
		estimates := make([]ball.Ball, len(center))
		for i := range estimates {
			sum := c.Add(c.Sub(corner[0][i], corner[1][i]), c.Sub(corner[2][i], corner[3][i]))
			estimates[i] = c.Quo(sum, area)
		}
		l.estimates = append(l.estimates, estimates)
	}
	return l
}
