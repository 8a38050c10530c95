package parser

import (
	"math"

	"github.com/gradcmp/gradcmp/expr"
)

// The limits that apply where [Options] say 0.
const (
	DefaultMaxDepth    = 10_000
	DefaultMaxSource   = 16 << 20
	DefaultMaxElements = 10_000_000
)

// Options are the limits and the surroundings of a parse. The zero value is
// ready for use.
type Options struct {
	// MaxDepth bounds the nesting of parentheses, brackets, calls, unary
	// minus and powers; 0 means [DefaultMaxDepth].
	MaxDepth int
	// MaxSource bounds the source in bytes; 0 means [DefaultMaxSource]. No
	// source of 2 GiB or more is read.
	MaxSource int
	// MaxDigits bounds the digits of each number; 0 means [expr.MaxDigits].
	MaxDigits int
	// MaxElements bounds the work that a short source can ask for: the elements
	// that all operations on arrays together read or produce, and the
	// operations that the bodies of functions, sums and products write out to,
	// which count as 4 each; 0 means [DefaultMaxElements].
	MaxElements int
	// Shapes are the shapes of names given from outside, by a point. Such a
	// name shadows a constant or function and needs no declaration.
	Shapes map[string]expr.Shape
	// NonFinite lets the values of a point be inf, -inf and nan, which stand in
	// the graph as 1/0 and 0/0.
	NonFinite bool
	// Convention decides which piece of a function of the prelude, such as clamp,
	// holds the point where two pieces meet at a kink, and so the derivative there.
	Convention expr.Convention
	// File is the name of the source in messages, "" for an argument.
	File string
}

// limits returns the options with every limit filled in.
func (o Options) limits() Options {
	for _, l := range []struct {
		limit    *int
		standard int
	}{
		{&o.MaxDepth, DefaultMaxDepth},
		{&o.MaxSource, DefaultMaxSource},
		{&o.MaxDigits, expr.MaxDigits},
		{&o.MaxElements, DefaultMaxElements},
	} {
		if *l.limit <= 0 {
			*l.limit = l.standard
		}
		*l.limit = min(*l.limit, math.MaxInt32) // offsets and element counts are kept in 32 bits
	}
	return o
}
