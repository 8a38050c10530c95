package print

import (
	"strconv"
	"strings"

	"github.com/gradcmp/gradcmp/expr"
)

// Definition gives a name to an expression.
type Definition struct {
	Name  string
	Value expr.Expr
}

// Let gives names to subexpressions that occur more than once in the roots,
// and returns the definitions, each before those that use it, and the roots
// written in terms of them. The results belong to the graph of the roots, in
// which a name is a variable.
//
// A node gets a name if it is used at least twice, where each root counts as a
// use, and is worth one: a call, a select, or an expression of two operations
// or more, but not 2*x, -x or pi. The names are t1, t2, …, without those that
// a variable or array of the roots has already. Written as trees, definitions
// and roots together have at most a small multiple of the size of the graph
// they came from.
func Let(roots []expr.Expr) (defs []Definition, bodies []expr.Expr) {
	if len(roots) == 0 {
		return nil, nil
	}
	g := roots[0].Graph()
	ids := expr.Reach(roots...)
	uses := expr.Uses(g, ids)
	for _, r := range roots {
		*uses.At(r.ID())++
	}
	nextName := freshNames(roots)
	image := expr.NewMemo[expr.Expr](ids) // what a node is written as
	weights := expr.NewMemo[weight](ids)  // of the image
	var args []expr.Expr
	for _, id := range ids {
		x := g.At(id)
		args = args[:0]
		w := ownWeight(x)
		for _, a := range x.ArgIDs() {
			args = append(args, *image.At(a))
			w.operations += weights.At(a).operations
			w.nodes += weights.At(a).nodes
		}
		y := g.With(x, args...)
		if *uses.At(id) > 1 && w.deservesName() {
			name := nextName()
			defs = append(defs, Definition{name, y})
			y = g.Var(name)
			w = ownWeight(y)
		}
		*image.At(id), *weights.At(id) = y, w
	}
	bodies = make([]expr.Expr, len(roots))
	for i, r := range roots {
		bodies[i] = *image.At(r.ID())
	}
	return defs, bodies
}

// weight measures a written tree. Minus signs are not counted as operations.
type weight struct{ operations, nodes int64 }

// The least weights that deserve a name. The second is for the chains of
// minus signs that the first would let grow without bound.
const (
	manyOperations = 2
	manyNodes      = 8
)

func (w weight) deservesName() bool {
	return w.operations >= manyOperations || w.nodes >= manyNodes
}

// ownWeight returns what x adds to the weights of its arguments.
func ownWeight(x expr.Expr) weight {
	n := int64(x.NumArgs())
	switch x.Op() {
	case expr.OpNum, expr.OpVar, expr.OpNeg:
		return weight{0, 1}
	case expr.OpCall, expr.OpSelect:
		return weight{min(n, 1) * manyOperations, 1}
	}
	return weight{n - 1, 1}
}

// freshNames returns a function that returns t1, t2, … in turn, leaving out
// the names of the variables, and of the arrays, that the roots depend on.
func freshNames(roots []expr.Expr) func() string {
	taken := make(map[string]bool)
	for _, v := range expr.Vars(roots...) {
		name, _, _ := strings.Cut(v.Name(), "[")
		taken[name] = true
	}
	n := 0
	return func() string {
		for {
			n++
			if name := "t" + strconv.Itoa(n); !taken[name] {
				return name
			}
		}
	}
}
