package enclosure

import (
	"github.com/gradcmp/gradcmp/eval/ball"
	"github.com/gradcmp/gradcmp/expr"
)

// Arithmetic is the [eval.Arithmetic] of balls of a context. Its functions must
// have a row for every function that a program calls.
type Arithmetic struct {
	ball.Context
	Functions Functions
}

// FromNumber encloses an exact number.
func (ar *Arithmetic) FromNumber(x expr.Number) ball.Ball { return ar.FromRat(x.Rat()) }

// Div returns a/b.
func (ar *Arithmetic) Div(a, b ball.Ball) ball.Ball { return ar.Quo(a, b) }

// Call returns fn of the arguments.
func (ar *Arithmetic) Call(fn expr.Func, args []ball.Ball) ball.Ball {
	return ar.Functions[fn](ar.Context, args)
}

// Compare returns 1 if "a r b" holds, 0 if not, and a ball of both if the
// balls do not tell.
func (ar *Arithmetic) Compare(r expr.Relation, a, b ball.Ball) ball.Ball {
	for _, x := range []ball.Ball{a, b} {
		if x.State() == ball.Undefined || x.State() == ball.Beyond {
			return ball.None(x.State())
		}
	}
	order := ball.Overlap
	if a.IsKnown() && b.IsKnown() {
		order = ball.Cmp(a, b)
	}
	verdict := verdicts[r]
	switch {
	case verdict.holds[order]:
		return ball.FromInt(1)
	case verdict.fails[order]:
		return ball.Ball{}
	}
	return ar.Hull(ball.Ball{}, ball.FromInt(1))
}

// verdicts says for which orders of its sides a relation certainly holds, and
// for which it certainly does not.
var verdicts = map[expr.Relation]struct{ holds, fails map[ball.Order]bool }{
	expr.Less:         {orders(ball.Less), orders(ball.Equal, ball.Greater)},
	expr.LessEqual:    {orders(ball.Less, ball.Equal), orders(ball.Greater)},
	expr.Greater:      {orders(ball.Greater), orders(ball.Equal, ball.Less)},
	expr.GreaterEqual: {orders(ball.Greater, ball.Equal), orders(ball.Less)},
	expr.Equal:        {orders(ball.Equal), orders(ball.Less, ball.Greater)},
	expr.NotEqual:     {orders(ball.Less, ball.Greater), orders(ball.Equal)},
}

func orders(list ...ball.Order) map[ball.Order]bool {
	set := map[ball.Order]bool{}
	for _, o := range list {
		set[o] = true
	}
	return set
}

// Select returns a if c is not 0, b if it is, and a ball that holds both where
// c does not tell.
func (ar *Arithmetic) Select(c, a, b ball.Ball) ball.Ball {
	switch Holds(c) {
	case Yes:
		return a
	case No:
		return b
	case Never:
		return ball.None(c.State())
	}
	return ar.Hull(a, b)
}

// Answer is what a condition says.
type Answer uint8

// The answers.
const (
	Perhaps Answer = iota // the balls do not tell
	Yes
	No
	Never // the condition itself has no value
)

// Holds reports whether a condition is not 0.
func Holds(c ball.Ball) Answer {
	switch {
	case c.State() == ball.Undefined || c.State() == ball.Beyond:
		return Never
	case c.IsZero():
		return No
	case c.IsKnown() && ball.Cmp(c, ball.Ball{}) != ball.Overlap:
		return Yes
	}
	return Perhaps
}
