package referee

import "github.com/gradcmp/gradcmp/eval/ball"

// Zero says whether a derivative may be 0: by an enclosure of it, from
// somewhere else. Differences alone cannot tell 0 from what is too small.
type Zero func() Likely

// Likely is an answer of [Zero].
type Likely uint8

// The answers.
const (
	Unsure     Likely = iota // the enclosure is too wide to tell, or there is none
	Possible                 // it holds 0, and nothing greater than the least double
	Impossible               // it does not hold 0
)

// Derivative finds the derivative of an output by an input. Where the
// differences vanish, zero is asked; nil is never sure.
func (r *Referee) Derivative(output, input int, zero Zero) Finding {
	if !r.depends[input][output] {
		return Finding{Kind: Derivative}
	}
	q := question{input, -1}
	r.runs = r.limits.Runs
	var seen []*level
	for i := range steps {
		seen = append(seen, r.levelAt(q, i))
		if f, ok := settled(seen, output, zero); ok {
			return f
		}
		if r.runs <= 0 {
			break
		}
	}
	return r.classify(input, seen, output)
}

// levelAt returns the differences with a step, computed once for all outputs.
func (r *Referee) levelAt(q question, i int) *level {
	known := r.levels[q]
	if i == len(known) {
		known = append(known, r.level(q, steps[i]))
		r.levels[q] = known
	}
	return known[i]
}

// settled looks at the differences so far: a derivative, a kink or an edge.
func settled(seen []*level, output int, zero Zero) (Finding, bool) {
	left, atLeft := limit(seen, 0, output)
	right, atRight := limit(seen, 1, output)
	last := seen[len(seen)-1]
	absent := func(side int) bool {
		return len(seen) > 1 && last.estimates[side][output].State() == ball.Undefined
	}
	switch {
	case atLeft && atRight && left.IsZero() && right.IsZero():
		return atZero(seen, len(steps), zero)
	case atLeft && atRight && close(left, right):
		c := ball.Context{Bits: firstBits}
		return Finding{Kind: Derivative, Value: c.Scale(c.Add(left, right), -1), Left: left, Right: right}, true
	case atLeft && atRight:
		return Finding{Kind: Kink, Value: none, Left: left, Right: right}, true
	case atRight && absent(0):
		return Finding{Kind: Edge, Value: none, Left: none, Right: right}, true
	case atLeft && absent(1):
		return Finding{Kind: Edge, Value: none, Left: left, Right: none}, true
	}
	return Finding{}, false
}

// atZero answers where the differences of both sides vanish: it is for the
// enclosure to confirm that the derivative is 0. Where the enclosure cannot
// tell, the differences must have vanished down to the last step.
func atZero(seen []*level, all int, zero Zero) (Finding, bool) {
	likely := Unsure
	if zero != nil {
		likely = zero()
	}
	switch {
	case likely == Possible, likely == Unsure && len(seen) == all:
		return Finding{Kind: Derivative}, true
	}
	return Finding{}, false
}

// limit returns the value on which the estimates from one side have settled.
func limit(seen []*level, side, output int) (ball.Ball, bool) {
	n := len(seen)
	if n < 2 {
		return none, false
	}
	a, b := seen[n-2].estimates[side][output], seen[n-1].estimates[side][output]
	switch {
	case !a.IsKnown() || !b.IsKnown():
		return none, false
	case close(a, b):
		return b, true
	case vanishes(seen, side, output):
		return ball.Ball{}, true
	}
	return none, false
}

// close reports whether two estimates agree to 25 digits.
func close(a, b ball.Ball) bool {
	c := ball.Context{Bits: firstBits}
	gap := c.Sub(a, b)
	if !gap.IsKnown() {
		return false
	}
	if gap.IsZero() {
		return true
	}
	size := max(a.Magnitude().Exponent(), b.Magnitude().Exponent())
	return gap.Magnitude().Exponent() <= size-agreeBits && isSharp(a) && isSharp(b)
}

// vanishes reports whether estimates fall towards 0 by one power of the step
// through three steps, or are smaller than any double.
func vanishes(seen []*level, side, output int) bool {
	n := len(seen)
	last := seen[n-1].estimates[side][output]
	if last.IsKnown() && last.Magnitude().IsZero() || exponentOf(last) < leastExponent && n > 2 {
		return true
	}
	slope, ok := powerOf(seen, func(l *level) ball.Ball { return l.estimates[side][output] })
	return ok && slope > leastPower
}

// leastExponent is that of a number which is 0 to any double: the least is
// 2^-1074.
const leastExponent = -1300

// leastPower is the least power of the step with which estimates that vanish
// must fall, and infinite ones grow.
const leastPower = 0.2

// powerOf returns the power of the step as which a quantity falls through the
// last three steps; false if it is no power.
func powerOf(seen []*level, quantity func(*level) ball.Ball) (float64, bool) {
	n := len(seen)
	if n < 3 {
		return 0, false
	}
	var exponents, ks [3]float64
	for i, l := range seen[n-3:] {
		b := quantity(l)
		if !b.IsKnown() || b.Magnitude().IsZero() || !isSharp(b) {
			return 0, false
		}
		exponents[i], ks[i] = float64(exponentOf(b)), float64(l.k)
	}
	first := (exponents[0] - exponents[1]) / (ks[1] - ks[0])
	second := (exponents[1] - exponents[2]) / (ks[2] - ks[1])
	const tolerance = 0.04 // an exponent is off by one at most, over 60 places at least
	if d := first - second; d > tolerance || d < -tolerance {
		return 0, false
	}
	return second, true
}

func exponentOf(b ball.Ball) int64 { return b.Magnitude().Exponent() }
