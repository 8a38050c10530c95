package compare

import (
	"slices"

	"github.com/gradcmp/gradcmp/autodiff/reverse"
	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
	"github.com/gradcmp/gradcmp/simplify"
)

// maxFormulas bounds the nodes of all formulas together that are written out.
const maxFormulas = 200_000

// symbolic is the symbolic route: the formulas of the partial derivatives.
type symbolic struct {
	formulas []expr.Expr // as printed
	texts    []string
	derived  []bool // printed as the rules give them, not simplified
}

// derivation is what the symbolic route derives: it does not depend on the
// point, other than by the rules that hold there.
type derivation struct {
	raw      []expr.Expr // as the rules give them
	formulas []expr.Expr // as printed
	texts    []string
	let      []Definition
	itself   []expr.Expr      // the formulas of the problem, simplified
	program  *eval.Program    // for formulas and itself
	swept    *reverse.Sweeper // of the program, made when needed
}

// derive derives the formulas and simplifies them.
func (r *run) derive() (*derivation, error) {
	d := &derivation{}
	outputs := r.outputs
	if r.rows != nil { // formulas of first derivatives, which would swell
		outputs = simplify.Simplify(simplify.Options{KeepShared: simplify.Shared}, outputs...)
	}
	var err error
	if d.raw, err = diff.Jacobian(outputs, r.Wrt, r.Tables.Symbolic); err != nil {
		return nil, err
	}
	if r.parameter.IsValid() && len(d.raw) > 0 {
		g := r.parameter.Graph()
		d.raw = expr.Substitute(g, map[expr.ID]expr.Expr{r.parameter.ID(): g.Int(0)}, d.raw...)
	}
	var whole bool
	d.formulas, whole = simplify.Readable(r.MaxFormula, maxFormulas, r.Tamper.rewritten(d.raw)...)
	printed := d.formulas
	if !whole {
		var definitions []print.Definition
		definitions, printed = print.Let(d.formulas)
		for _, x := range definitions {
			d.let = append(d.let, Definition{x.Name, print.String(x.Value)})
		}
	}
	for _, x := range printed {
		d.texts = append(d.texts, print.String(x))
	}
	d.itself = simplify.Simplify(simplify.Options{KeepShared: simplify.Shared}, r.F.Elems...)
	d.program, err = eval.Compile(r.inputs, d.all(), eval.Keep())
	return d, err
}

// all returns everything that the derivation's program computes.
func (d *derivation) all() []expr.Expr { return slices.Concat(d.formulas, d.itself) }

// runSymbolic evaluates what will be printed, and the simplified formula itself.
func (r *run) runSymbolic() error {
	d, err := r.shared.derived(r)
	if err != nil {
		return err
	}
	r.report.Let = slices.Concat(r.report.Let, d.let)
	machine, err := eval.NewMachine(d.program, r.Tables.Kernels)
	if err != nil {
		return err
	}
	values := machine.Eval(nil, r.at)
	r.sym = &symbolic{formulas: slices.Clone(d.formulas), texts: slices.Clone(d.texts)}
	r.jacobi[Symbolic], r.report.RouteValues[Symbolic] = values[:len(d.formulas)], values[len(d.formulas):]
	if err := r.takeDerived(d.raw, newEvaluation(machine, d.all(), r.inputs, r.at)); err != nil {
		return err
	}
	return r.takeExact()
}

// takeDerived takes the place of simplified formulas that leave the range of
// doubles on the way with the formulas as the rules give them, where these do
// not and are short enough to be printed: x/(x^2 + y^2) overflows where
// x/hypot(x, y)/hypot(x, y) has a value. What is evaluated is what is printed.
func (r *run) takeDerived(raw []expr.Expr, printed *evaluation) error {
	if len(raw) == 0 {
		return nil
	}
	fine := printed.inRange(r.sym.formulas)
	if !slices.Contains(fine, false) {
		return nil
	}
	derived, err := evaluate(raw, r.inputs, r.at, r.Tables.Kernels)
	if err != nil {
		return err
	}
	r.sym.derived = make([]bool, len(raw))
	for i, ok := range derived.inRange(raw) {
		if !ok || fine[i] || expr.TreeSize(r.MaxFormula+1, raw[i]) > r.MaxFormula {
			continue
		}
		r.sym.derived[i] = true
		r.sym.formulas[i], r.sym.texts[i] = raw[i], print.String(raw[i])
		r.jacobi[Symbolic][i] = derived.value(raw[i])
	}
	return nil
}

// evaluate computes formulas at the point.
func (r *run) evaluate(formulas []expr.Expr) ([]float64, error) {
	program, err := eval.Compile(r.inputs, formulas)
	if err != nil {
		return nil, err
	}
	machine, err := eval.NewMachine(program, r.Tables.Kernels)
	if err != nil {
		return nil, err
	}
	return machine.Eval(nil, r.at), nil
}

// takeExact replaces the values of formulas at coordinates taken as written:
// the exact coordinates go into the formula, numbers are folded exactly, and
// what is left is rounded.
func (r *run) takeExact() error {
	exact := map[expr.ID]expr.Expr{}
	for _, in := range r.Point {
		for i, x := range in.Exact {
			exact[in.Variable.Elems[i].ID()] = x
		}
	}
	if len(exact) == 0 || len(r.sym.formulas) == 0 {
		return nil
	}
	g := r.sym.formulas[0].Graph()
	at := expr.Substitute(g, exact, r.sym.formulas...)
	at = simplify.Simplify(simplify.Options{KeepShared: simplify.Unbounded}, at...)
	var err error
	r.jacobi[Symbolic], err = r.evaluate(at)
	return err
}
