package compare

import (
	"fmt"
	"slices"

	"github.com/gradcmp/gradcmp/expr"
)

// noteNonFinite says which operation of a derivative as the rules give it first
// makes a NaN or an infinity of finite numbers.
func (r *run) noteNonFinite(p *Partial, i, j int) {
	formulas := r.derivatives(i, j)
	if len(formulas) == 0 {
		return
	}
	if e, err := evaluate(formulas[:1], r.inputs, r.at, r.Tables.Kernels); err == nil {
		r.noteCulprit(p, e, formulas[0])
	}
}

// ruleAtFault names the operation whose rule a route has wrong: the first, from
// the variables up, whose own derivative the route gets wrong at the values that
// its arguments have; "" if there is none.
func (r *run) ruleAtFault(route Route, i, j int) string {
	f := r.outputs[i]
	for _, id := range r.values.live(f) {
		x := f.Graph().At(id)
		if x.NumArgs() == 0 || x.Op() == expr.OpCmp || x.Op() == expr.OpSelect {
			continue
		}
		args := r.values.args(x)
		if anyNonFinite(args) || !r.failsAlone(route, x, args) {
			continue
		}
		return fmt.Sprintf("the rule of the %s route for %s is wrong: it fails on %s alone", route, operation(x), subexpression(x))
	}
	return ""
}

// operation names what a node does.
func operation(x expr.Expr) string {
	if x.Op() == expr.OpCall {
		return x.Func().Name()
	}
	return "a " + x.Op().String()
}

// failsAlone reports whether a route is wrong on one operation, with variables
// for its arguments.
func (r *run) failsAlone(route Route, x expr.Expr, args []float64) bool {
	g := expr.NewGraph()
	v := g.NewVariable("x", expr.Shape{len(args)})
	call := g.With(x, v.Elems...)
	report, err := Run(Problem{
		F: expr.Array{Elems: []expr.Expr{call}}, Wrt: v.Elems, Point: []Input{{Variable: v, Values: args}},
		Routes: []Route{route, Referee}, Tables: r.Tables, Convention: r.Convention, plain: true,
	})
	if err != nil {
		return false
	}
	return slices.ContainsFunc(report.Partials, func(p Partial) bool { return p.Verdict == Wrong })
}
