package enclosure

import (
	"math"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/ball"
)

// Goal says how well outputs are to be known, and at what price.
type Goal struct {
	// Digits is the number of significant decimal digits.
	Digits int
	// Budget is the greatest precision to compute with, in bits; 0 stands for
	// DefaultBudget.
	Budget uint
}

// DefaultBudget is the budget of a [Goal] that names none: more than 4,900
// digits.
const DefaultBudget = 1 << 14

// guardBits is the precision beyond the goal with which the first attempt is
// made: enough for a formula that is well conditioned.
const guardBits = 24

// Bits returns the precision of the goal.
func (g Goal) Bits() uint { return uint(math.Ceil(float64(max(g.Digits, 1))*math.Log2(10))) + 1 }

// Reached reports whether a ball is as good as it can get: known to the goal's
// digits, exact, or certainly none.
func (g Goal) Reached(y ball.Ball) bool {
	switch y.State() {
	case ball.Unknown:
		return false
	case ball.Known:
		return y.IsExact() || y.Accuracy() >= int64(g.Bits())
	}
	return true
}

// Rise calls attempt with contexts of rising precision, until it says that it
// is content or the budget is spent. It reports whether it was.
func (g Goal) Rise(attempt func(c ball.Context) bool) bool {
	budget := g.Budget
	if budget == 0 {
		budget = DefaultBudget
	}
	for bits := min(g.Bits()+guardBits, budget); ; bits = min(2*bits, budget) {
		if attempt(ball.Context{Bits: bits, Budget: max(ball.DefaultBudget, 4*bits)}) {
			return true
		}
		if bits == budget {
			return false
		}
	}
}

// Point encloses the coordinates of a point with a precision.
type Point func(c ball.Context) []ball.Ball

// At returns the point of the given doubles, which are exact.
func At(x ...float64) Point {
	exact := make([]ball.Ball, len(x))
	for i := range x {
		exact[i] = ball.FromFloat64(x[i])
	}
	return func(ball.Context) []ball.Ball { return exact }
}

// Enclose returns the outputs of a program at a point, each to the goal's
// digits if its budget allows. The error is an [*eval.MissingError] if the
// program calls a function without a row.
func Enclose(p *eval.Program, functions Functions, x Point, g Goal) ([]ball.Ball, error) {
	if _, err := eval.Rows(p, "function on balls", functions); err != nil {
		return nil, err
	}
	ar := &Arithmetic{Functions: functions}
	it := eval.NewInterpreter[ball.Ball](p, ar)
	var best []ball.Ball
	g.Rise(func(c ball.Context) bool {
		ar.Context = c
		it.LoadConstants()
		best = better(best, it.Run(nil, x(c)))
		for _, y := range best {
			if !g.Reached(y) {
				return false
			}
		}
		return true
	})
	return best, nil
}

// better keeps what has been known already: a ball at higher precision is no
// worse, except by chance.
func better(before, now []ball.Ball) []ball.Ball {
	for i, y := range before {
		if y.IsKnown() && (!now[i].IsKnown() || y.Radius().Cmp(now[i].Radius()) < 0) {
			now[i] = y
		}
	}
	return now
}
