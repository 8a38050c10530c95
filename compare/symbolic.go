package compare

import (
	"slices"

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

// runSymbolic derives the formulas, simplifies them and evaluates what will
// be printed, and the simplified formula itself.
func (r *run) runSymbolic() error {
	s := &symbolic{}
	outputs := r.outputs
	if r.rows != nil { // formulas of first derivatives, which would swell
		outputs = simplify.Simplify(simplify.Options{KeepShared: simplify.Shared}, outputs...)
	}
	raw, err := diff.Jacobian(outputs, r.Wrt, r.Tables.Symbolic)
	if err != nil {
		return err
	}
	if r.parameter.IsValid() && len(raw) > 0 {
		g := r.parameter.Graph()
		raw = expr.Substitute(g, map[expr.ID]expr.Expr{r.parameter.ID(): g.Int(0)}, raw...)
	}
	var whole bool
	s.formulas, whole = simplify.Readable(r.MaxFormula, maxFormulas, raw...)
	printed := s.formulas
	if !whole {
		var definitions []print.Definition
		definitions, printed = print.Let(s.formulas)
		for _, d := range definitions {
			r.report.Let = append(r.report.Let, Definition{d.Name, print.String(d.Value)})
		}
	}
	for _, x := range printed {
		s.texts = append(s.texts, print.String(x))
	}
	itself := simplify.Simplify(simplify.Options{KeepShared: simplify.Shared}, r.F.Elems...)
	values, err := r.evaluate(append(slices.Clone(s.formulas), itself...))
	if err != nil {
		return err
	}
	r.jacobi[Symbolic], r.report.RouteValues[Symbolic] = values[:len(s.formulas)], values[len(s.formulas):]
	r.sym = s
	if err := r.takeDerived(raw); err != nil {
		return err
	}
	return r.takeExact()
}

// takeDerived takes the place of simplified formulas that leave the range of
// doubles on the way with the formulas as the rules give them, where these do
// not and are short enough to be printed: x/(x^2 + y^2) overflows where
// x/hypot(x, y)/hypot(x, y) has a value. What is evaluated is what is printed.
func (r *run) takeDerived(raw []expr.Expr) error {
	if len(raw) == 0 {
		return nil
	}
	printed, err := evaluate(r.sym.formulas, r.inputs, r.at, r.Tables.Kernels)
	if err != nil {
		return err
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
