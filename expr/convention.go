package expr

import (
	"fmt"
	"math"
	"slices"
)

// Convention decides what counts as the derivative where there is none: at
// kinks, jumps and ties. The zero Convention is PyTorch's.
//
// At the edge of a domain, such as that of sqrt at 0, the derivative is the
// limit from within whatever the convention, and a power's derivatives are
// those of PyTorch and JAX, which agree: x^0 has derivative 0 everywhere, and
// so has 0^y where y >= 0. Functions that are defined in the language, such as
// clamp, follow the convention by the bodies that the parser gives them.
type Convention uint8

// The conventions.
const (
	Torch   Convention = iota // what PyTorch answers
	JAX                       // what JAX answers
	Left                      // the limit of the derivative from the left, as the argument rises
	Right                     // the limit of the derivative from the right, as it falls
	MinNorm                   // the subgradient of least Euclidean norm; ties share equally
	Error                     // none: the derivative is NaN
)

var conventionNames = []string{
	Torch: "torch", JAX: "jax", Left: "left", Right: "right", MinNorm: "minnorm", Error: "error",
}

// String returns the convention's name, such as "minnorm".
func (c Convention) String() string { return conventionNames[c] }

// Conventions returns all conventions.
func Conventions() []Convention {
	cs := make([]Convention, len(conventionNames))
	for i := range cs {
		cs[i] = Convention(i)
	}
	return cs
}

// ParseConvention returns the convention with the given name.
func ParseConvention(name string) (Convention, error) {
	i := slices.Index(conventionNames, name)
	if i < 0 {
		return 0, fmt.Errorf("unknown convention %q: it is one of %v", name, conventionNames)
	}
	return Convention(i), nil
}

// Kink says where a function fails to be smooth and which derivatives are
// meant there.
//
// Left and Right are the limits of the derivative by one argument as that
// argument comes from either side. At a jump they are those of the two
// pieces, not the infinite slope between them; they are equal for every
// function of the table, so that a jump needs no convention other than
// [Error]. For a jump of a function of two arguments they are those by the
// first, NaN if they depend on the other.
//
// Torch and JAX are those libraries' answers; at a tie they are what the tied
// arguments share equally.
type Kink struct {
	Edge        Edge
	Left, Right float64
	Torch, JAX  float64
}

// Slope returns the derivative by one of the arguments that are on the edge
// under a convention; ties is the number of arguments that tie, and means
// nothing for other edges.
func (k Kink) Slope(c Convention, ties int) float64 {
	shared := 1.0
	if k.Edge == KinkAtTie {
		shared = float64(ties)
	}
	switch c {
	case Torch:
		return k.Torch / shared
	case JAX:
		return k.JAX / shared
	case Left:
		return k.Left
	case Right:
		return k.Right
	case MinNorm:
		if k.Edge == KinkAtTie { // the gradients of the tied arguments span a simplex: its middle
			return 1 / shared
		}
		return max(min(k.Left, k.Right), min(max(k.Left, k.Right), 0))
	}
	return math.NaN()
}
