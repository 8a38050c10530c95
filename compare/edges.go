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

// edgeWords says what a function does on its edge.
var edgeWords = map[expr.Edge]string{
	expr.KinkAtZero:   "has a kink at 0",
	expr.JumpAtZero:   "jumps at 0",
	expr.KinkAtTie:    "has a kink where arguments tie",
	expr.JumpAtTie:    "jumps where arguments tie",
	expr.KinkAtOrigin: "has a kink at the origin",
}

// borders are the ends of domains at which a function still has a value.
var borders = map[expr.Func][]float64{
	expr.Sqrt:  {0},
	expr.Log:   {0},
	expr.Log1p: {-1},
	expr.Asin:  {-1, 1},
	expr.Acos:  {-1, 1},
}

// edges returns the edges among the live nodes of an output, by node.
func (e *evaluation) edges(f expr.Expr) []edge {
	var found []edge
	for _, id := range e.live(f) {
		if at, ok := e.edge(f.Graph().At(id)); ok {
			at.node = id
			found = append(found, at)
		}
	}
	return found
}

// onTheWay returns the edges of the output f that depend on the variable x.
func onTheWay(edges []edge, f, x expr.Expr) []edge {
	if len(edges) == 0 {
		return nil
	}
	depends := expr.Depends(f.Graph(), expr.Reach(f), []expr.Expr{x})
	var on []edge
	for _, e := range edges {
		if *depends.At(e.node) {
			on = append(on, e)
		}
	}
	return on
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
		if onEdge(info.Edge, args, e.value(x)) {
			return edge{what: info.Name + " " + edgeWords[info.Edge], kind: convention}, true
		}
		onBorder := len(args) == 1 && slices.Contains(borders[x.Func()], args[0])
		return edge{what: info.Name + " is at the edge of its domain", kind: border}, onBorder
	}
	return edge{}, false
}

// onEdge reports whether a function with the given kind of edge and value is
// on it at the arguments.
func onEdge(kind expr.Edge, args []float64, value float64) bool {
	switch kind {
	case expr.KinkAtZero, expr.JumpAtZero:
		return args[0] == 0
	case expr.KinkAtOrigin:
		return value == 0
	case expr.KinkAtTie:
		return count(args, value) > 1
	case expr.JumpAtTie:
		return count(args, slices.Max(args)) > 1
	}
	return false
}

func count(xs []float64, y float64) int {
	n := 0
	for _, x := range xs {
		if x == y {
			n++
		}
	}
	return n
}
