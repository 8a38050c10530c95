package compare

import (
	"slices"

	"github.com/gradcmp/gradcmp/expr"
)

// edge is a place in the formula where the point lies on the border of two
// pieces or of a domain: abs of 0, a tie of max, a comparison of equal values,
// the square root of 0.
type edge struct {
	what string // in words
	kind edgeKind
	node expr.ID
}

type edgeKind uint8

const (
	convention edgeKind = iota // a kink or jump with a derivative by convention
	comparison                 // where(x > 0, …) at 0: what happens there is the formula's business
	border                     // of a domain; a derivative may be infinite
)

// edges returns the edges among the live nodes of an output, by node.
func (e *evaluation) edges(f expr.Expr) []edge {
	var found []edge
	for _, id := range e.live(f) {
		x := f.Graph().At(id)
		at, ok := e.edge(x)
		if name := e.knee(id); name != "" {
			at, ok = e.kinkOf(name, x)
		}
		if ok {
			at.node = id
			found = append(found, at)
		}
	}
	return found
}

// onTheWay returns the edges of the output f that depend on one of the variables.
func onTheWay(edges []edge, f expr.Expr, vars ...expr.Expr) []edge {
	if len(edges) == 0 {
		return nil
	}
	depends := expr.Depends(f.Graph(), expr.Reach(f), vars)
	var on []edge
	for _, e := range edges {
		if *depends.At(e.node) {
			on = append(on, e)
		}
	}
	return on
}

// kinkOf returns the kink that a select is on which chooses between two pieces
// of the named function: where both sides of its condition are equal.
func (e *evaluation) kinkOf(name string, x expr.Expr) (edge, bool) {
	sides := e.args(x.Arg(0))
	return edge{what: name + " has a kink at " + spell(sides[1]), kind: convention}, sides[0] == sides[1]
}

// edge returns the edge that the node x is on.
func (e *evaluation) edge(x expr.Expr) (edge, bool) {
	args := e.args(x)
	switch x.Op() {
	case expr.OpCmp:
		stepwise := *e.stepwise.At(x.ArgIDs()[0]) && *e.stepwise.At(x.ArgIDs()[1])
		at := edge{what: "both sides of " + x.Relation().String() + " are equal", kind: comparison}
		return at, args[0] == args[1] && !stepwise
	case expr.OpDiv:
		return edge{what: "a divisor is 0", kind: border}, args[1] == 0
	case expr.OpPow:
		n, constant := x.Arg(1).Number()
		smooth := constant && n.IsInt() && n.Sign() >= 0
		return edge{what: "the base of a power is 0", kind: border}, args[0] == 0 && !smooth
	case expr.OpCall:
		info := x.Func().Info()
		if info.Edge.At(args, e.value(x)) {
			return edge{what: info.Name + " " + info.Edge.String(), kind: convention}, true
		}
		onBorder := len(args) == 1 && slices.Contains(info.Ends, args[0])
		return edge{what: info.Name + " is at the edge of its domain", kind: border}, onBorder
	}
	return edge{}, false
}
