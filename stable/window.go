package stable

import (
	"slices"
	"strconv"
	"strings"

	"github.com/gradcmp/gradcmp/expr"
)

// mostWindow is the number of nodes of a window.
const mostWindow = 500

// window is the part of a formula that is searched, copied into a graph of its
// own: the work does not depend on what else there is, and what the search
// builds on the way is not left in the graph of the formula.
type window struct {
	formula   expr.Expr // in the original graph
	top       expr.Expr // the node of the formula that the window shows
	root, at  expr.Expr // top and the node at fault in the window
	originals map[expr.ID]expr.Expr
}

// opaque marks the variables of a window that stand for what is left out. No
// name in the language has it.
const opaque = "#"

func isOpaque(x expr.Expr) bool { return x.Op() == expr.OpVar && strings.HasPrefix(x.Name(), opaque) }

// newWindow shows the formula f if it is small enough, otherwise the
// surroundings of the node at.
func newWindow(f, at expr.Expr) *window {
	w := &window{formula: f, top: f, originals: map[expr.ID]expr.Expr{}}
	ids := expr.Reach(f)
	if len(ids) > mostWindow {
		line := above(f.Graph(), ids, at)
		w.top, ids = line[len(line)-1], nearest(line)
	}
	g, in := expr.NewGraph(), f.Graph()
	image := map[expr.ID]expr.Expr{}
	for _, id := range ids {
		x := in.At(id)
		args := x.Args()
		for i, a := range args {
			y, ok := image[a.ID()]
			if !ok {
				y = g.Var(opaque + strconv.Itoa(len(w.originals)))
				image[a.ID()], w.originals[y.ID()] = y, a
			}
			args[i] = y
		}
		image[id] = build(g, x, args)
	}
	w.root, w.at = image[w.top.ID()], image[at.ID()]
	if !w.at.IsValid() { // no part of the formula
		w.at = w.root
	}
	return w
}

// above returns at and a few nodes above it, each used by the next.
func above(g *expr.Graph, ids []expr.ID, at expr.Expr) []expr.Expr {
	line := []expr.Expr{at}
	for _, id := range ids {
		x, last := g.At(id), line[len(line)-1]
		if len(line) <= farthestUp && slices.Contains(x.ArgIDs(), last.ID()) && x.NumArgs() < widest {
			line = append(line, x)
		}
	}
	return line
}

// nearest returns the nodes of a line and those that they depend on, the fewest
// levels below first until a window is full, in increasing order.
func nearest(line []expr.Expr) []expr.ID {
	seen := map[expr.ID]bool{}
	for _, x := range line {
		seen[x.ID()] = true
	}
	queue := slices.Clone(line)
	for i := 0; i < len(queue) && len(queue) < mostWindow; i++ {
		for _, a := range queue[i].Args() {
			if !seen[a.ID()] && len(queue) < mostWindow {
				seen[a.ID()] = true
				queue = append(queue, a)
			}
		}
	}
	var ids []expr.ID
	for id := range seen {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// original returns an expression of the window in the graph of the formula.
func (w *window) original(x expr.Expr) expr.Expr {
	g := w.formula.Graph()
	image := map[expr.ID]expr.Expr{}
	for _, id := range expr.Reach(x) {
		y := x.Graph().At(id)
		if from, ok := w.originals[id]; ok {
			image[id] = from
			continue
		}
		args := y.Args()
		for i := range args {
			args[i] = image[args[i].ID()]
		}
		image[id] = build(g, y, args)
	}
	return image[x.ID()]
}

// candidate returns a candidate of the window as one of the formula.
func (w *window) candidate(c Candidate) Candidate {
	top := w.original(c.Formula)
	c.Formula = expr.Substitute(w.formula.Graph(), map[expr.ID]expr.Expr{w.top.ID(): top}, w.formula)[0]
	for i, condition := range c.Conditions {
		c.Conditions[i] = w.original(condition)
	}
	return c
}

// build returns in graph g the node x, which may be of another graph, with the
// given arguments.
func build(g *expr.Graph, x expr.Expr, args []expr.Expr) expr.Expr {
	switch x.Op() {
	case expr.OpNum:
		n, _ := x.Number()
		return g.Num(n)
	case expr.OpVar:
		return g.Var(x.Name())
	case expr.OpNeg:
		return g.Neg(args[0])
	case expr.OpAdd:
		return g.Add(args...)
	case expr.OpSub:
		return g.Sub(args[0], args[1])
	case expr.OpMul:
		return g.Mul(args...)
	case expr.OpDiv:
		return g.Div(args[0], args[1])
	case expr.OpPow:
		return g.Pow(args[0], args[1])
	case expr.OpCmp:
		return g.Compare(x.Relation(), args[0], args[1])
	case expr.OpSelect:
		return g.Select(args[0], args[1], args[2])
	default:
		return g.Call(x.Func(), args...)
	}
}
