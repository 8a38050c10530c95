package compare

import (
	"math"
	"slices"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
)

// evaluation holds the values of all nodes of some formulas at a point.
type evaluation struct {
	values   expr.Memo[float64]
	stepwise expr.Memo[bool] // made of comparisons and the like: constant on each side of any edge
	knee     func(expr.ID) string
}

// evaluate computes the formulas, which must not be empty, at the point.
func evaluate(formulas, inputs []expr.Expr, at []float64, kernels eval.Kernels) (*evaluation, error) {
	program, err := eval.Compile(inputs, formulas, eval.Keep())
	if err != nil {
		return nil, err
	}
	machine, err := eval.NewMachine(program, kernels)
	if err != nil {
		return nil, err
	}
	machine.Run(at)
	return newEvaluation(machine, formulas, inputs, at), nil
}

// newEvaluation takes the values from a machine that has run.
func newEvaluation(machine *eval.Machine, formulas, inputs []expr.Expr, at []float64) *evaluation {
	ids := expr.Reach(formulas...)
	e := &evaluation{expr.NewMemo[float64](ids), expr.NewMemo[bool](ids), func(expr.ID) string { return "" }}
	if len(ids) == 0 {
		return e
	}
	last := ids[len(ids)-1]
	for i, x := range inputs {
		if x.ID() <= last {
			*e.values.At(x.ID()) = at[i]
		}
	}
	code, regs := machine.Program().Code(), machine.Registers()
	for i := range code {
		*e.values.At(code[i].Node) = regs[code[i].Dst]
	}
	g := formulas[0].Graph()
	for _, id := range ids {
		x := g.At(id)
		if n, ok := x.Number(); ok {
			*e.values.At(id) = n.Float64()
		}
		*e.stepwise.At(id) = e.isStepwise(x)
	}
	return e
}

// nameKnees says which selects choose at the kink of a function; nil names none.
func (e *evaluation) nameKnees(knee func(expr.ID) string) {
	if knee != nil {
		e.knee = knee
	}
}

// isStepwise reports whether a node whose arguments are known is stepwise.
func (e *evaluation) isStepwise(x expr.Expr) bool {
	switch x.Op() {
	case expr.OpVar:
		return false
	case expr.OpCmp:
		return true
	case expr.OpCall:
		if k := x.Func().Info().Kink; k.Edge.IsJump() && k.Left == 0 && k.Right == 0 {
			return true
		}
	}
	return !slices.ContainsFunc(x.ArgIDs(), func(a expr.ID) bool { return !*e.stepwise.At(a) })
}

func (e *evaluation) value(x expr.Expr) float64 { return *e.values.At(x.ID()) }

func (e *evaluation) args(x expr.Expr) []float64 {
	var args []float64
	for _, a := range x.ArgIDs() {
		args = append(args, *e.values.At(a))
	}
	return args
}

// live returns the nodes that the derivative of f depends on at the point, in
// order: not those of untaken arms, nor what a comparison compares, unless that
// is stepwise and may have an edge of its own, nor the condition of a select
// that stands for a kink.
func (e *evaluation) live(f expr.Expr) []expr.ID {
	ids := expr.Reach(f)
	live := expr.NewMemo[bool](ids)
	*live.At(f.ID()) = true
	kept := make([]expr.ID, 0, len(ids))
	for _, id := range slices.Backward(ids) {
		if !*live.At(id) {
			continue
		}
		kept = append(kept, id)
		x := f.Graph().At(id)
		for i, a := range x.ArgIDs() {
			switch x.Op() {
			case expr.OpSelect:
				taken := 1
				if *e.values.At(x.ArgIDs()[0]) == 0 {
					taken = 2
				}
				*live.At(a) = *live.At(a) || i == 0 && e.knee(id) == "" || i == taken
			case expr.OpCmp:
				*live.At(a) = *live.At(a) || *e.stepwise.At(a)
			default:
				*live.At(a) = true
			}
		}
	}
	slices.Reverse(kept)
	return kept
}

// leavesRange reports whether a live operation of f overflows, which is to say
// gives an infinity from finite arguments other than at the border of its
// domain, or underflows to 0.
func (e *evaluation) leavesRange(f expr.Expr) bool {
	return slices.ContainsFunc(e.live(f), func(id expr.ID) bool { return e.overflows(f.Graph().At(id)) })
}

// inRange reports for each of some formulas that no operation of it, live or
// not, leaves the range of doubles, in one pass over all of them.
func (e *evaluation) inRange(formulas []expr.Expr) []bool {
	ids := expr.Reach(formulas...)
	leaves := expr.NewMemo[bool](ids)
	g := formulas[0].Graph()
	for _, id := range ids {
		x := g.At(id)
		*leaves.At(id) = e.overflows(x) || slices.ContainsFunc(x.ArgIDs(), func(a expr.ID) bool { return *leaves.At(a) })
	}
	in := make([]bool, len(formulas))
	for i, f := range formulas {
		in[i] = !*leaves.At(f.ID())
	}
	return in
}

// overflows reports whether an operation overflows or underflows.
func (e *evaluation) overflows(x expr.Expr) bool {
	if e.underflows(x) {
		return true
	}
	if !math.IsInf(e.value(x), 0) || x.NumArgs() == 0 || anyNonFinite(e.args(x)) {
		return false
	}
	at, ok := e.edge(x)
	return !ok || at.kind != border
}

// underflows reports whether an operation gives 0 though the exact result is
// another number.
func (e *evaluation) underflows(x expr.Expr) bool {
	args := e.args(x)
	if e.value(x) != 0 || anyNonFinite(args) {
		return false
	}
	switch x.Op() {
	case expr.OpMul:
		return !slices.Contains(args, 0)
	case expr.OpDiv, expr.OpPow:
		return args[0] != 0
	}
	return x.IsCall(expr.Exp) || x.IsCall(expr.Sigmoid)
}

// raisesZero reports whether one of some formulas has a power of 0 whose exponent
// is no number.
func (e *evaluation) raisesZero(formulas []expr.Expr) bool {
	return slices.ContainsFunc(expr.Reach(formulas...), func(id expr.ID) bool {
		x := formulas[0].Graph().At(id)
		return x.Op() == expr.OpPow && x.Arg(1).Op() != expr.OpNum && e.value(x.Arg(0)) == 0
	})
}

// largest returns the greatest absolute value among the live nodes of f.
func (e *evaluation) largest(f expr.Expr) float64 {
	most := 0.0
	for _, id := range e.live(f) {
		most = math.Max(most, math.Abs(*e.values.At(id)))
	}
	return most
}
