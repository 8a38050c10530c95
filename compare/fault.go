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
// its arguments have. If there is none it is what puts the operations together;
// "" if that is not known.
func (r *run) ruleAtFault(route Route, i, j int) string {
	f := r.outputs[i]
	tried := true // every operation was
	for _, id := range r.values.live(f) {
		x := f.Graph().At(id)
		if x.NumArgs() == 0 || x.Op() == expr.OpCmp {
			continue
		}
		args := r.values.args(x)
		if x.Op() == expr.OpSelect || anyNonFinite(args) {
			tried = false
			continue
		}
		fails, known := r.failsAlone(route, x, args)
		tried = tried && known
		if fails {
			return fmt.Sprintf("the rule of the %s route for %s is wrong: it fails on %s alone", route, operation(x), subexpression(x))
		}
	}
	switch {
	case r.rows != nil || !tried:
		return ""
	case route == Symbolic && r.simplifiedWrongly(i, j):
		return "the simplification of the symbolic route is wrong: the derivative as the rules give it is right"
	}
	return fmt.Sprintf("the rules of the %s route are right on each operation alone: its sweep, which puts them together, is wrong", route)
}

// simplifiedWrongly reports whether a formula that is wrong was right before it
// was simplified.
func (r *run) simplifiedWrongly(i, j int) bool {
	formulas := r.derivatives(i, j)
	return len(formulas) > 0 && sameNumber(r.enclose(r.truth, formulas[0]), r.truth.findings[i*len(r.Wrt)+j].Value)
}

// operation names what a node does.
func operation(x expr.Expr) string {
	if x.Op() == expr.OpCall {
		return x.Func().Name()
	}
	return "a " + x.Op().String()
}

// failsAlone reports whether a route is wrong on one operation, with variables
// for its arguments that are no numbers, and whether that could be tried.
func (r *run) failsAlone(route Route, x expr.Expr, args []float64) (fails, known bool) {
	g := expr.NewGraph()
	p := Problem{Routes: []Route{route, Referee}, Tables: r.Tables, Convention: r.Convention, plain: true}
	v := g.NewVariable("x", expr.Shape{len(args)})
	in := Input{Variable: v, Values: args}
	elems := slices.Clone(v.Elems)
	for i, a := range x.Args() {
		if n, ok := a.Number(); ok {
			elems[i] = g.Num(n)
			continue
		}
		p.Wrt = append(p.Wrt, v.Elems[i])
	}
	p.F, p.Point = expr.Array{Elems: []expr.Expr{g.With(x, elems...)}}, []Input{in}
	report, err := Run(p)
	if err != nil {
		return false, false
	}
	return slices.ContainsFunc(report.Partials, func(p Partial) bool { return p.Verdict == Wrong }), true
}
