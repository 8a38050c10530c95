package compare

import (
	"fmt"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/ball"
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/expr"
)

// branchesApart gives the verdict where doubles take another branch than exact
// arithmetic, as at 3*x == 0.3 for x = 0.1, and reports whether they do.
func (r *run) branchesApart(p *Partial, f expr.Expr) bool {
	var steps []expr.Expr
	for _, id := range r.values.live(f) {
		if x := f.Graph().At(id); isStep(x) {
			steps = append(steps, x)
		}
	}
	if len(steps) == 0 {
		return false
	}
	program, err := eval.Compile(r.inputs, enclosure.Fold(steps...))
	if err != nil {
		return false
	}
	c := ball.Context{Bits: branchBits}
	ar := &enclosure.Arithmetic{Context: c, Functions: r.Tables.Functions}
	for k, y := range eval.NewInterpreter[ball.Ball](program, ar).Run(nil, r.truth.at(c)) {
		x := steps[k]
		exact, known := y.Float64()
		if got := r.values.value(x); known && got != exact {
			p.decide(Branch, "%s%s is %s in doubles and %s exactly: the formula takes another branch",
				subexpression(x), r.place(x.ID()), truthValue(x, got), truthValue(x, exact))
			r.show(p, x.ID())
			return true
		}
	}
	return false
}

// branchBits is the precision with which branches are decided.
const branchBits = 512

// isStep reports whether a node has the value of a step: a comparison, or a
// function that jumps from one integer to the next.
func isStep(x expr.Expr) bool {
	if x.Op() == expr.OpCmp {
		return true
	}
	k := x.Func().Info().Kink
	return x.Op() == expr.OpCall && k.Edge.IsJump() && k.Left == 0 && k.Right == 0
}

// truthValue writes the value of a step.
func truthValue(x expr.Expr, v float64) string {
	switch {
	case x.Op() != expr.OpCmp:
		return spell(v)
	case v != 0:
		return "true"
	}
	return "false"
}

// place says where a node stands in the source; "" if that is not known.
func (r *run) place(id expr.ID) string {
	if r.Place == nil {
		return ""
	}
	at := r.Place(id)
	if at == "" {
		return ""
	}
	return fmt.Sprintf(" at %s", at)
}
