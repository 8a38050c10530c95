package claim

import (
	"fmt"

	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/expr"
)

// edge is one step of the chain rule: from an occurrence of a node to one of
// its arguments that depends on the variable. By the chain rule it contributes
// adjoint*partial*inner to the derivative.
type edge struct {
	node, arg expr.Expr
	i         int       // which argument
	adjoint   expr.Expr // the derivative of the formula by this occurrence of the node
	partial   expr.Expr // the derivative of the node by the argument
	inner     expr.Expr // the derivative of the argument by the variable
	depending int       // how many arguments of the node depend on the variable
	from      *walker
}

// term returns what the edge contributes.
func (e *edge) term() expr.Expr { return times(e.adjoint, e.partial, e.inner) }

const (
	mostEdges    = 300 // that are looked at
	longestInner = 500 // nodes of an inner derivative that is simplified
)

// walker enumerates the edges of a formula.
type walker struct {
	g       *expr.Graph
	by      expr.Expr
	rules   *diff.Rules
	depends expr.Memo[bool]
	inner   map[expr.ID]expr.Expr // derivatives of nodes
}

// edges lists the edges of a subject by occurrence, from the top; not all if
// there are very many.
func edges(s subject, rules *diff.Rules) ([]edge, error) {
	g := s.f.Graph()
	ids := expr.Reach(s.f)
	w := &walker{g, s.by, rules, expr.Depends(g, ids, []expr.Expr{s.by}), map[expr.ID]expr.Expr{}}
	if !*w.depends.At(s.f.ID()) {
		return nil, nil
	}
	if err := w.derive(ids); err != nil {
		return nil, err
	}
	type occurrence struct{ node, adjoint expr.Expr }
	var list []edge
	todo := []occurrence{{s.f, g.Int(1)}}
	for len(todo) > 0 && len(list) < mostEdges {
		o := todo[0]
		todo = todo[1:]
		args := w.arguments(o.node)
		for _, i := range args {
			partial, err := w.partial(o.node, i)
			if err != nil {
				return nil, err
			}
			arg := o.node.Arg(i)
			list = append(list, edge{o.node, arg, i, o.adjoint, partial, w.inner[arg.ID()], len(args), w})
			if arg != s.by {
				todo = append(todo, occurrence{arg, times(o.adjoint, partial)})
			}
		}
	}
	return append(list, together(list, len(todo) == 0)...), nil
}

// together lists the edges that occur more than once as one each, with the sum
// of their adjoints: who derives a shared part once makes a mistake there
// everywhere. That takes all of the occurrences.
func together(list []edge, all bool) []edge {
	type place struct {
		node expr.ID
		i    int
	}
	adjoints := map[place][]expr.Expr{}
	var order []edge
	for _, e := range list {
		p := place{e.node.ID(), e.i}
		if adjoints[p] = append(adjoints[p], e.adjoint); len(adjoints[p]) == 2 {
			order = append(order, e)
		}
	}
	if !all {
		return nil
	}
	for k := range order {
		e := &order[k]
		e.adjoint = e.node.Graph().Add(adjoints[place{e.node.ID(), e.i}]...)
	}
	return order
}

// arguments lists the positions of the arguments that depend on the variable.
func (w *walker) arguments(x expr.Expr) []int {
	var list []int
	for i, a := range x.Args() {
		if *w.depends.At(a.ID()) && !(x.Op() == expr.OpSelect && i == 0) {
			list = append(list, i)
		}
	}
	return list
}

// derive computes the derivatives of all nodes by the variable, upwards.
func (w *walker) derive(ids []expr.ID) error {
	for _, id := range ids {
		x := w.g.At(id)
		if x == w.by {
			w.inner[id] = w.g.Int(1)
			continue
		}
		var terms []expr.Expr
		for _, i := range w.arguments(x) {
			partial, err := w.partial(x, i)
			if err != nil {
				return err
			}
			terms = append(terms, times(partial, w.inner[x.Arg(i).ID()]))
		}
		w.inner[id] = w.g.Add(terms...)
		if expr.TreeSize(longestInner, w.inner[id]) < longestInner {
			w.inner[id] = tidy(w.inner[id])
		}
	}
	return nil
}

// partial returns the derivative of a node by one of its arguments: that of the
// node with names in place of its arguments, into which the arguments are put
// back.
func (w *walker) partial(x expr.Expr, i int) (expr.Expr, error) {
	names := x.Args()
	back := map[expr.ID]expr.Expr{}
	for _, k := range w.arguments(x) {
		names[k] = w.g.Var(fmt.Sprintf("#%d", k)) // no name in the language
		back[names[k].ID()] = x.Arg(k)
	}
	d, err := diff.Gradient(w.g.With(x, names...), []expr.Expr{names[i]}, w.rules)
	if err != nil {
		return expr.Expr{}, err
	}
	return expr.Substitute(w.g, back, d...)[0], nil
}

// times multiplies, leaving out factors of 1.
func times(factors ...expr.Expr) expr.Expr {
	g := factors[0].Graph()
	var kept []expr.Expr
	for _, x := range factors {
		if x != g.Int(1) {
			kept = append(kept, x)
		}
	}
	return g.Mul(kept...)
}
