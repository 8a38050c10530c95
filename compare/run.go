package compare

import (
	"errors"
	"fmt"
	"slices"

	"github.com/gradcmp/gradcmp/autodiff/forward"
	"github.com/gradcmp/gradcmp/autodiff/reverse"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
)

// run is one comparison under way.
type run struct {
	Problem
	inputs []expr.Expr // the variables' elements
	at     []float64   // their values
	tape   *eval.Program
	report *Report
	values *evaluation          // of the formula's nodes at the point
	edges  [][]edge             // by formula
	jacobi [numRoutes][]float64 // by route, outputs by wrt
	bars   []float64            // of finite differences
	sym    *symbolic
	truth  *judgement // of the referee, nil if it is not asked
	// guarded says that the symbolic rules are those for powers of 0.
	guarded bool

	// What is differentiated: the formulas themselves, or their partials by rows,
	// for each formula in turn, which are then not nil.
	outputs   []expr.Expr
	rows      []expr.Expr
	parameter expr.Expr // stands for 0 in printed formulas, if it is valid
	akin      []Route   // share rules with finite differences

	differencing func() (*differences, error)

	differences *differences    // made when needed
	oneSided    map[int][]sides // by wrt, made when needed
}

// Run computes every partial derivative of the problem by every route and
// judges them. The errors are those of a problem that makes no sense: a
// variable without a value, a function without a rule.
func Run(p Problem) (*Report, error) {
	r, err := begin(p)
	if err != nil {
		return nil, err
	}
	return r.finish()
}

// begin evaluates the formulas, which are what is to be differentiated.
func begin(p Problem) (*run, error) {
	r := &run{Problem: p.prepared()}
	r.outputs = r.F.Elems
	r.differencing = func() (*differences, error) { return newDifferences(r.tape, r.Tables.Kernels, r.at) }
	r.inputs, r.at = r.coordinates()
	var err error
	if r.tape, err = r.shared.compiled(r); err != nil {
		return nil, err
	}
	machine, err := eval.NewMachine(r.tape, r.Tables.Kernels)
	if err != nil {
		return nil, err
	}
	r.report = &Report{
		Expr:  r.text(),
		At:    coordinatesOf(r.Point),
		Shape: r.F.Shape,
		Value: machine.Eval(nil, r.at),
	}
	r.values = newEvaluation(machine, r.F.Elems, r.inputs, r.at)
	r.values.nameKnees(r.Knee)
	if r.values.raisesZero(r.F.Elems) {
		r.Tables.Symbolic, r.guarded = r.Tables.Symbolic.Guarded(), true
	}
	for _, f := range r.F.Elems {
		r.edges = append(r.edges, r.values.edges(f))
	}
	return r, nil
}

// finish runs the routes and judges what they give.
func (r *run) finish() (*Report, error) {
	if err := r.routes(); err != nil {
		return nil, err
	}
	r.partials()
	if !r.plain {
		r.taylor()
		r.noteLeak()
	}
	return r.report, nil
}

// routes runs the routes asked for, those excepted that would take too many
// steps.
func (r *run) routes() error {
	runs := [numRoutes]func() error{
		Symbolic:          r.runSymbolic,
		Reverse:           r.runReverse,
		Forward:           r.runForward,
		FiniteDifferences: r.runDifferences,
		ForwardReverse:    r.runForwardReverse,
		Hyperdual:         r.runHyperdual,
		Referee:           r.runReferee,
	}
	for _, route := range r.Routes {
		if steps := r.steps(route); steps > r.MaxSteps {
			r.note("%s: left out, it would take %d steps (the limit is %d; --max-steps raises it)", route, steps, r.MaxSteps)
			continue
		}
		err := runs[route]()
		var missing *eval.MissingError
		if r.rows != nil && errors.As(err, &missing) {
			r.note("%s: left out, %v", route, missing)
			continue
		}
		if err != nil {
			return err
		}
		r.Tamper.numbers(route, r.jacobi[route])
		r.report.Routes = append(r.report.Routes, route)
	}
	return nil
}

// steps estimates the instructions that a route executes. The symbolic route,
// which is linear, counts as 0.
func (r *run) steps(route Route) int64 {
	size := int64(r.tape.NumInputs())
	for i := range r.tape.Code() {
		size += int64(len(r.tape.Args(&r.tape.Code()[i])))
	}
	n, m := int64(len(r.Wrt)), int64(len(r.F.Elems))
	if r.rows != nil {
		return r.secondSteps(route, size)
	}
	return [numRoutes]int64{
		Reverse:           (m + 1) * size,
		Forward:           n * size,
		FiniteDifferences: n * size * differenceEvaluations,
		Referee:           n * size * refereeEvaluations,
	}[route]
}

// refereeEvaluations is about how many evaluations in doubles take as long as those
// in balls that the referee makes for one derivative.
const refereeEvaluations = 300

func (r *run) note(format string, args ...any) {
	r.report.Notes = append(r.report.Notes, fmt.Sprintf(format, args...))
}

func (r *run) runReverse() error {
	sweeper, err := reverse.New(r.tape, r.Tables.Kernels, r.Tables.Reverse)
	if err != nil {
		return err
	}
	r.jacobi[Reverse], r.report.RouteValues[Reverse] = r.columns(sweeper.Jacobian), r.report.Value
	return nil
}

// runForward pushes a unit direction through the formula for each variable
// asked for.
func (r *run) runForward() error {
	d, err := forward.New(r.tape, r.Tables.Forward)
	if err != nil {
		return err
	}
	m, n := len(r.F.Elems), len(r.Wrt)
	values, tangents := make([]float64, m), make([]float64, m)
	direction := make([]float64, len(r.inputs))
	jacobian := make([]float64, m*n)
	if n == 0 {
		d.Derivative(r.at, direction, values, tangents)
	}
	for j, column := range r.wrtColumns() {
		direction[column] = 1
		d.Derivative(r.at, direction, values, tangents)
		direction[column] = 0
		for i, t := range tangents {
			jacobian[i*n+j] = t
		}
	}
	r.jacobi[Forward], r.report.RouteValues[Forward] = jacobian, values
	return nil
}

// runDifferences computes every partial by finite differences with error
// bars.
func (r *run) runDifferences() error {
	d, err := r.differencing()
	if err != nil {
		return err
	}
	r.differences, r.report.RouteValues[FiniteDifferences] = d, r.report.Value
	m, n := len(r.outputs), len(r.Wrt)
	r.jacobi[FiniteDifferences] = make([]float64, m*n)
	r.bars = make([]float64, m*n)
	for j, column := range r.wrtColumns() {
		for i, e := range d.partials(column) {
			r.jacobi[FiniteDifferences][i*n+j], r.bars[i*n+j] = e.value, e.bar
		}
	}
	return nil
}

// wrtColumns returns the position among the inputs of each variable that is
// differentiated by.
func (r *run) wrtColumns() []int { return r.positions(r.Wrt) }

// positions returns the position of each of the variables among the inputs.
func (r *run) positions(vars []expr.Expr) []int { return positions(vars, r.inputs) }

// columns runs a Jacobian over all inputs and keeps the columns asked for.
func (r *run) columns(jacobian func(x, values, jacobian []float64)) []float64 {
	m, all := len(r.F.Elems), len(r.inputs)
	full := make([]float64, m*all)
	jacobian(r.at, make([]float64, m), full)
	columns := r.wrtColumns()
	kept := make([]float64, 0, m*len(columns))
	for i := range m {
		for _, column := range columns {
			kept = append(kept, full[i*all+column])
		}
	}
	return kept
}

// partials judges each partial derivative and then the whole.
func (r *run) partials() {
	n := len(r.Wrt)
	verdicts := make([]Verdict, 0, len(r.outputs)*n)
	for i := range r.outputs {
		for j := range r.Wrt {
			p := Partial{Wrt: r.by(i, j), Of: r.F.Shape.Index(r.formulaOf(i))}
			if r.sym != nil {
				p.Formula = r.sym.texts[i*n+j]
			}
			for _, route := range r.report.Routes {
				p.Values[route] = r.jacobi[route][i*n+j]
			}
			if r.bars != nil {
				p.FDError = r.bars[i*n+j]
			}
			if r.truth != nil {
				p.Truth = truthOf(r.truth.findings[i*n+j])
			}
			r.judge(&p, i, j)
			if p.Verdict == Convention {
				r.noteConventions(&p, r.edgesOn(i, j), i, j)
			}
			if r.sym != nil && r.sym.derived != nil && r.sym.derived[i*n+j] {
				p.Notes = append(p.Notes, "the formula is printed as the rules give it: simplified, it would leave the range of doubles here")
			}
			r.report.Partials = append(r.report.Partials, p)
			verdicts = append(verdicts, p.Verdict)
		}
	}
	r.report.Verdict = Worst(verdicts)
	if len(verdicts) == 0 {
		r.report.Verdict = Unchecked
	}
}

// formulaOf returns the index of the formula that output i belongs to.
func (r *run) formulaOf(i int) int {
	if r.rows == nil {
		return i
	}
	return i / len(r.rows)
}

// ran reports whether a route ran.
func (r *run) ran(route Route) bool { return slices.Contains(r.report.Routes, route) }
