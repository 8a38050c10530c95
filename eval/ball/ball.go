package ball

import (
	"math"
	"math/big"
)

// State says what a [Ball] knows.
type State uint8

const (
	// Known is the state of a ball that encloses a number.
	Known State = iota
	// Unknown says that nothing is known at this precision: the value may be
	// any number, or none. More bits may tell.
	Unknown
	// Beyond says that a number is too large, or takes more bits than the
	// budget allows. More bits do not help.
	Beyond
	// Undefined says that there is certainly no value, such as of log(-1).
	Undefined
)

// String returns the state's name in small letters.
func (s State) String() string {
	return [...]string{"known", "unknown", "beyond the budget", "undefined"}[s]
}

// Ball is a set of real numbers: those not further from a midpoint than a
// radius. If its state is not [Known] it has neither. A Ball is never changed
// once made. The zero Ball is the number 0.
type Ball struct {
	mid   *big.Float // finite, never changed; nil for 0
	rad   Mag
	state State
}

var zero = new(big.Float)

// Exact returns the ball that holds x alone. It is [Undefined] if x is
// infinite. x must not be changed any more.
func Exact(x *big.Float) Ball {
	if x.IsInf() {
		return Ball{state: Undefined}
	}
	return Ball{mid: x}
}

// FromInt returns the ball that holds n alone.
func FromInt(n int64) Ball { return Ball{mid: new(big.Float).SetInt64(n)} }

// FromFloat64 returns the ball that holds x alone. It is [Undefined] if x is
// infinite or NaN.
func FromFloat64(x float64) Ball {
	if math.IsNaN(x) {
		return Ball{state: Undefined}
	}
	return Exact(new(big.Float).SetFloat64(x))
}

// Around returns the ball of the numbers not further from mid than radius. It
// is [Undefined] if mid is infinite. mid must not be changed any more.
func Around(mid *big.Float, radius Mag) Ball {
	b := Exact(mid)
	if b.state == Known {
		b.rad = radius
	}
	return b
}

// None returns a ball that holds no number, with the reason.
func None(why State) Ball { return Ball{state: why} }

// State returns what the ball knows.
func (b Ball) State() State { return b.state }

// IsKnown reports whether the ball encloses a number.
func (b Ball) IsKnown() bool { return b.state == Known }

// Mid returns the midpoint. It must not be changed. It is 0 if the ball is
// not [Known].
func (b Ball) Mid() *big.Float {
	if b.mid == nil {
		return zero
	}
	return b.mid
}

// Radius returns the radius.
func (b Ball) Radius() Mag { return b.rad }

// IsZero reports whether the ball holds 0 alone.
func (b Ball) IsZero() bool { return b.IsExact() && b.Mid().Sign() == 0 }

// IsExact reports whether the ball holds one number alone.
func (b Ball) IsExact() bool { return b.state == Known && b.rad.IsZero() }

// worst returns the state of an operation on balls of which at least one is
// not known: what is certain goes before what is not.
func worst(balls ...Ball) State {
	s := Known
	for _, b := range balls {
		s = max(s, b.state)
	}
	return s
}

// widen returns the ball with more radius, if it has one.
func (b Ball) widen(by Mag) Ball {
	if b.state == Known {
		b.rad = b.rad.Add(by)
	}
	return b
}
