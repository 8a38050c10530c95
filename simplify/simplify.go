package simplify

import (
	"slices"

	"github.com/gradcmp/gradcmp/expr"
)

// Options say how far to go.
type Options struct {
	// KeepShared is the largest sum or product, in terms or factors, that is
	// merged into a larger one around it although it is also used elsewhere.
	// A small bound keeps the result about as large as the input, counted in
	// nodes of the graph; [Unbounded] gives the flattest formulas, at a cost
	// that is bounded only by the size of the formula written out as a tree.
	KeepShared int
}

// Unbounded merges every nested sum and product.
const Unbounded = int(^uint(0) >> 1)

// Shared is the bound on merging that suits formulas whose common
// subexpressions are printed as definitions.
const Shared = 4

// mostRounds bounds the rounds of Simplify. Two are usual; only sums made to
// lose one shared part after the other take more than three.
const mostRounds = 8

// Simplify returns the roots in canonical form, written as people write: see
// the package comment. The results are nodes of the same graph, equal
// subexpressions shared. Applying it again changes nothing.
//
// Where a shared part was kept whole, another round looks at what is shared in
// the result: the part may have lost its other users to cancellation, or what is
// written around it may be shared in its place.
func Simplify(opts Options, roots ...expr.Expr) []expr.Expr {
	if len(roots) == 0 {
		return nil
	}
	for range mostRounds {
		forms, kept := canonical(opts, roots)
		simplified := present(forms)
		if !kept || slices.Equal(simplified, roots) {
			return simplified
		}
		roots = simplified
	}
	return roots
}

// Full simplifies one expression without bound on merging.
func Full(x expr.Expr) expr.Expr { return Simplify(Options{KeepShared: Unbounded}, x)[0] }
