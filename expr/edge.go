package expr

import (
	"math"
	"slices"
)

// Edge says where a function fails to be smooth inside its domain.
type Edge uint8

// The kinds of edges. At a kink the derivative jumps, at a jump the value.
const (
	Smooth                 Edge = iota
	KinkAtZero                  // where the argument is 0
	JumpAtZero                  // where the argument is 0
	KinkAtTie                   // where two deciding arguments are equal
	JumpAtTie                   // where two deciding arguments are equal
	KinkAtOrigin                // no derivative where all arguments are 0
	JumpAtIntegers              // where the argument is an integer
	JumpAtNonzeroIntegers       // where the argument is an integer other than 0
	JumpAtHalves                // midway between two integers
	JumpAtMultiples             // where the first argument is a multiple of the second
	JumpAtNonzeroMultiples      // where the first argument is a multiple, other than 0, of the second
	JumpAtCut                   // of an angle, where the first argument is 0 and the second negative
)

var edgeWords = [...]string{
	Smooth:                 "is smooth",
	KinkAtZero:             "has a kink at 0",
	JumpAtZero:             "jumps at 0",
	KinkAtTie:              "has a kink where arguments tie",
	JumpAtTie:              "jumps where arguments tie",
	KinkAtOrigin:           "has a kink at the origin",
	JumpAtIntegers:         "jumps at the integers",
	JumpAtNonzeroIntegers:  "jumps at the integers other than 0",
	JumpAtHalves:           "jumps midway between integers",
	JumpAtMultiples:        "jumps where the first argument is a multiple of the second",
	JumpAtNonzeroMultiples: "jumps where the first argument is a multiple, other than 0, of the second",
	JumpAtCut:              "jumps where the first argument is 0 and the second negative",
}

// String says in words what a function does on the edge, such as "has a kink
// at 0".
func (e Edge) String() string { return edgeWords[e] }

// IsJump reports whether the value jumps on the edge.
func (e Edge) IsJump() bool {
	return e != Smooth && e != KinkAtZero && e != KinkAtTie && e != KinkAtOrigin
}

// At reports whether a function with this kind of edge is on it at the
// arguments, where it has the given value.
func (e Edge) At(args []float64, value float64) bool {
	switch e {
	case KinkAtZero, JumpAtZero:
		return args[0] == 0
	case KinkAtTie:
		return count(args, value) > 1
	case JumpAtTie:
		return count(args, slices.Max(args)) > 1
	case KinkAtOrigin:
		return !slices.ContainsFunc(args, func(x float64) bool { return x != 0 })
	case JumpAtIntegers:
		return isInteger(args[0])
	case JumpAtNonzeroIntegers:
		return isInteger(args[0]) && args[0] != 0
	case JumpAtHalves:
		return isInteger(2*args[0]) && !isInteger(args[0])
	case JumpAtMultiples:
		return math.Mod(args[0], args[1]) == 0
	case JumpAtNonzeroMultiples:
		return math.Mod(args[0], args[1]) == 0 && args[0] != 0
	case JumpAtCut:
		return args[0] == 0 && args[1] < 0
	}
	return false
}

// isInteger reports whether x is a finite integer.
func isInteger(x float64) bool { return x == math.Trunc(x) && !math.IsInf(x, 0) }

func count(xs []float64, y float64) int {
	n := 0
	for _, x := range xs {
		if x == y {
			n++
		}
	}
	return n
}
