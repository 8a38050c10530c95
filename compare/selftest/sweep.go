package selftest

import (
	"math"

	"github.com/gradcmp/gradcmp/autodiff/reverse"
	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/eval"
)

// step carries a derivative along one edge of a formula's graph: an adjoint from a
// result to an argument, or a tangent from an argument to a result.
type step struct {
	from, to eval.Reg
	partial  float64
}

// slip is a mistake in one step of a sweep: it returns the derivative at the end, given
// what it was and what it is at the start, and the partial. Next is the partial
// of the step that is taken next.
type slip struct {
	name string
	to   func(to, from, partial, next float64) float64
}

var slips = []slip{
	{"wrong sign", func(to, from, partial, _ float64) float64 { return to - from*partial }},
	{"factor 2", func(to, from, partial, _ float64) float64 { return to + 2*from*partial }},
	{"lost chain factor", func(to, _, partial, _ float64) float64 { return to + partial }},
	{"lost partial", func(to, from, _, _ float64) float64 { return to + from }},
	{"lost product term", func(to, _, _, _ float64) float64 { return to }},
	{"overwritten instead of added", func(_, from, partial, _ float64) float64 { return from * partial }},
	{"order off by one", func(to, from, partial, _ float64) float64 { return to + from*partial*partial }},
	{"swapped argument", func(to, from, _, next float64) float64 { return to + from*next }},
	{"relative error of 1e-6", func(to, from, partial, _ float64) float64 { return to + 1.000001*from*partial }},
}

// right is a step without a mistake.
func right(to, from, partial, _ float64) float64 { return to + from*partial }

// sweep takes the steps, with a slip in step k, and returns the derivatives at all
// registers. K less than 0 is a sweep without a mistake.
func sweep(steps []step, registers int, start eval.Reg, k int, s slip) []float64 {
	at := make([]float64, registers)
	at[start] = 1
	for n, e := range steps {
		take, next := right, e.partial
		if n == k {
			take = s.to
			next = steps[(n+1)%len(steps)].partial
		}
		at[e.to] = take(at[e.to], at[e.from], e.partial, next)
	}
	return at
}

// graph is a formula's graph with the partial derivatives along its edges.
type graph struct {
	compare.Problem
	program *eval.Program
	edges   []step // from results to arguments, in the order of the program
}

// newGraph computes the partial derivatives at the point.
func newGraph(f formula) (*graph, error) {
	p, err := f.problem()
	if err != nil {
		return nil, err
	}
	g := &graph{Problem: p}
	var at []float64
	if g.program, at, err = compiled(p, p.F.Elems); err != nil {
		return nil, err
	}
	s, err := reverse.New(g.program, p.Tables.Kernels, p.Tables.Reverse)
	if err != nil {
		return nil, err
	}
	s.Gradient(at, 0, make([]float64, len(at)))
	s.Edges(func(dst, arg eval.Reg, partial float64) { g.edges = append(g.edges, step{dst, arg, partial}) })
	return g, nil
}

// adjoints returns the gradient by a reverse sweep with a slip in step k.
func (g *graph) adjoints(k int, s slip) []float64 {
	steps := make([]step, len(g.edges))
	for i, e := range g.edges {
		steps[len(steps)-1-i] = e
	}
	at := sweep(steps, g.program.NumRegisters(), g.program.Outputs()[0], k, s)
	return at[:len(g.Wrt)]
}

// tangents returns the gradient by forward sweeps with a slip in step k of each.
func (g *graph) tangents(k int, s slip) []float64 {
	steps := make([]step, len(g.edges))
	for i, e := range g.edges {
		steps[i] = step{e.to, e.from, e.partial}
	}
	gradient := make([]float64, len(g.Wrt))
	for j := range gradient {
		at := sweep(steps, g.program.NumRegisters(), eval.Reg(j), k, s)
		gradient[j] = at[g.program.Outputs()[0]]
	}
	return gradient
}

// sweeps are the two sweeps.
var sweeps = []struct {
	place    Place
	route    compare.Route
	gradient func(g *graph, k int, s slip) []float64
}{
	{AdjointSweep, compare.Reverse, (*graph).adjoints},
	{TangentSweep, compare.Forward, (*graph).tangents},
}

// sweptFormulas have variables that are used more than once.
var sweptFormulas = []formula{
	{"x*sin(x*y) + y*exp(x/y)", map[string]float64{"x": 0.8125, "y": 1.375}},
	{"log(x^2 + y^2)*x*y - y/3", map[string]float64{"x": 1.6875, "y": -0.5625}},
}

// sweepTrials returns every slip in every step of the sweeps over some formulas.
func sweepTrials() ([]trial, error) {
	var all []trial
	for _, f := range sweptFormulas {
		g, err := newGraph(f)
		if err != nil {
			return nil, err
		}
		for _, w := range sweeps {
			gradient := w.gradient(g, -1, slip{})
			for k := range g.edges {
				for _, s := range slips {
					all = append(all, trial{Mutant{Place: w.place, About: f.text, Mistake: s.name}, func(out *Mutant) {
						// A graph belongs to one comparison.
						g, err := newGraph(f)
						if err != nil {
							out.Said = err.Error()
							return
						}
						wrong := w.gradient(g, k, s)
						if !anyChanges(gradient, wrong) {
							out.skip(sameHere)
							return
						}
						out.judge(g.tampered(w.route, wrong), w.route, "its sweep, which puts them together, is wrong")
					}})
				}
			}
		}
	}
	return all, nil
}

// tampered returns the comparison in which a route gives another gradient.
func (g *graph) tampered(route compare.Route, gradient []float64) compare.Problem {
	p := g.Problem
	p.Tamper.Jacobian = func(r compare.Route, jacobian []float64) {
		if r == route {
			copy(jacobian, gradient)
		}
	}
	return p
}

// sweepChecks returns comparisons with the sweeps that the slips are planted in, and no
// slip.
func sweepChecks() []check {
	var all []check
	for _, f := range sweptFormulas {
		for _, w := range sweeps {
			all = append(all, check{string(w.place) + " over " + f.text, func() (compare.Problem, error) {
				g, err := newGraph(f)
				if err != nil {
					return compare.Problem{}, err
				}
				return g.tampered(w.route, w.gradient(g, -1, slip{})), nil
			}})
		}
	}
	return all
}

// anyChanges reports whether mutated numbers are not the right ones.
func anyChanges(right, mutated []float64) bool {
	for i, x := range mutated {
		if changes(right[i], x) || math.IsNaN(x) {
			return true
		}
	}
	return false
}
