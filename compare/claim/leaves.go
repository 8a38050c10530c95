package claim

import (
	"fmt"
	"math"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
)

// mostLeaves bounds the leaves of a claim that are exchanged for others.
const mostLeaves = 60

// leaf is a place in a formula where a variable or number stands.
type leaf struct {
	parent expr.Expr // what it is an argument of; itself for a formula of one node
	was    expr.Expr
	name   expr.Expr // the name that stands there in a split formula
}

// split is a claimed formula in which every variable or number that may be
// exchanged has a name of its own, by its place in the graph: what is shared
// counts once.
type split struct {
	formula expr.Expr
	leaves  []leaf
	machine *eval.Machine
	vars    []expr.Expr
}

// splitAt splits a formula at the leaves that are of a kind; nil if there are
// none or too many.
func splitAt(x expr.Expr, vars []expr.Expr, kind expr.Op) (*split, error) {
	g := x.Graph()
	s := &split{vars: vars}
	take := func(parent, a expr.Expr) expr.Expr {
		if a.Op() != kind {
			return a
		}
		name := g.Var(fmt.Sprintf("#%d", len(s.leaves))) // no name in the language
		s.leaves = append(s.leaves, leaf{parent, a, name})
		return name
	}
	image := map[expr.ID]expr.Expr{}
	for _, id := range expr.Reach(x) {
		node := g.At(id)
		if node.NumArgs() == 0 {
			continue
		}
		args := node.Args()
		for i, a := range args {
			if b, ok := image[a.ID()]; ok {
				args[i] = b
			} else {
				args[i] = take(node, a)
			}
		}
		image[id] = g.With(node, args...)
	}
	var ok bool
	if s.formula, ok = image[x.ID()]; !ok {
		s.formula = take(x, x)
	}
	if len(s.leaves) == 0 || len(s.leaves) > mostLeaves {
		return nil, nil
	}
	inputs := append([]expr.Expr(nil), vars...)
	for _, l := range s.leaves {
		inputs = append(inputs, l.name)
	}
	p, err := eval.Compile(inputs, []expr.Expr{s.formula})
	if err != nil {
		return nil, err
	}
	s.machine, err = eval.NewMachine(p, eval.StandardKernels())
	return s, err
}

// inputs returns the coordinates of a point and the value of each leaf there.
func (s *split) inputs(x point) []float64 {
	values := make([]float64, len(x), len(x)+len(s.leaves))
	for i := range x {
		values[i] = x[i].Float64()
	}
	for _, l := range s.leaves {
		if n, ok := l.was.Number(); ok {
			values = append(values, n.Float64())
			continue
		}
		for i, v := range s.vars {
			if v == l.was {
				values = append(values, values[i])
			}
		}
	}
	return values
}

// put returns the formula with other expressions in place of some leaves.
func (s *split) put(other map[int]expr.Expr) expr.Expr {
	back := map[expr.ID]expr.Expr{}
	for i, l := range s.leaves {
		back[l.name.ID()] = l.was
		if y, ok := other[i]; ok {
			back[l.name.ID()] = y
		}
	}
	return expr.Substitute(s.formula.Graph(), back, s.formula)[0]
}

// trial is a split formula at a point where the claim is wrong.
type trial struct {
	inputs []float64
	want   float64
}

// trials returns the points with which changes are sifted in doubles.
func (s *split) trials(found survey) []trial {
	var list []trial
	for i := len(found.off) - 1; i >= 0 && len(list) < screens; i-- {
		r := found.off[i]
		if want, _ := r.right.Mid().Float64(); r.relation == differ && !math.IsInf(want, 0) {
			list = append(list, trial{s.inputs(r.at), want})
		}
	}
	return list
}

// eval returns the value of the split formula.
func (s *split) eval(inputs []float64) float64 { return s.machine.Eval(nil, inputs)[0] }

// near reports whether two doubles are about the same.
func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*(math.Abs(a)+math.Abs(b)) }
