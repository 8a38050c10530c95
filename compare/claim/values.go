package claim

import (
	"strings"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/ball"
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/expr"
)

// relation is how two values at a point stand to each other.
type relation uint8

const (
	same      relation = iota // equal as far as the balls tell
	differ                    // certainly not equal
	onlyRight                 // the claimed one is undefined
	onlyClaim                 // the right one is undefined
	nothing                   // neither is defined, or balls do not tell
)

// pair evaluates a claimed formula beside the right one. It has the values of
// the formula that is derived, too: where that has none, no derivative counts.
type pair struct {
	program   *eval.Program
	functions enclosure.Functions
	goal      enclosure.Goal
}

// newPair compiles formulas of the variables vars.
func newPair(vars []expr.Expr, f, right, claimed expr.Expr, o Options) (*pair, error) {
	p, err := eval.Compile(vars, enclosure.Fold(f, right, claimed))
	if err != nil {
		return nil, err
	}
	return &pair{p, enclosure.StandardFunctions(), o.goal()}, nil
}

// reading is what a pair is at a point.
type reading struct {
	at             point
	relation       relation
	defined        bool // whether the formula that is derived has a value
	right, claimed ball.Ball
}

func (p *pair) at(x point) reading {
	y, err := enclosure.Enclose(p.program, p.functions, x.balls, p.goal)
	if err != nil { // a function without a row
		return reading{at: x, relation: nothing}
	}
	return reading{x, relate(y[1], y[2], p.goal), y[0].IsKnown(), y[1], y[2]}
}

// relate compares two balls.
func relate(right, claimed ball.Ball, g enclosure.Goal) relation {
	switch {
	case right.IsKnown() && claimed.IsKnown():
		switch {
		case !ball.Overlaps(right, claimed):
			return differ
		case isTold(right, g) && isTold(claimed, g):
			return same
		}
	case right.IsKnown() && claimed.State() == ball.Undefined:
		return onlyRight
	case claimed.IsKnown() && right.State() == ball.Undefined:
		return onlyClaim
	}
	return nothing
}

// isTold reports whether a ball is known to the goal's digits, or is so close
// around 0 that its digits are all 0.
func isTold(y ball.Ball, g enclosure.Goal) bool {
	return g.Reached(y) || y.Magnitude().Exponent() < -int64(g.Bits())
}

// decimals writes both values with as many digits as it takes to tell them
// apart.
func (r reading) decimals(digits int) (claimed, right string) {
	for _, n := range []int{12, 24, digits} {
		claimed, right = decimal(r.claimed, n), decimal(r.right, n)
		if withoutZeros(claimed) != withoutZeros(right) {
			break
		}
	}
	return claimed, right
}

// withoutZeros leaves out the zeros with which a decimal ends.
func withoutZeros(text string) string {
	if strings.Contains(text, ".") {
		return strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return text
}

// decimal writes a ball in n digits.
func decimal(y ball.Ball, n int) string {
	if !y.IsKnown() {
		return y.State().String()
	}
	if text, certain := y.Digits(n); certain > 0 {
		return text
	}
	return "0"
}
