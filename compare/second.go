package compare

import (
	"slices"

	"github.com/gradcmp/gradcmp/autodiff/forward"
	"github.com/gradcmp/gradcmp/autodiff/reverse"
	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
)

// RunSecond computes the Hessian of every element of the formula, all second
// derivatives by the variables of the problem, by every route of [SecondRoutes]
// and judges them as [Run] does first derivatives. [Partial.Wrt] names both
// variables, such as "x,y". The matrix is symmetric, though every entry is
// computed by itself: of two that mirror each other the one below the diagonal is
// marked as such, unless the verdicts differ.
//
// Finite differences are those of the gradient of reverse mode, so that they
// cannot bear out forward over reverse mode alone. A route that lacks the second
// derivative of a function is left out with a note.
func RunSecond(p Problem) (*Report, error) {
	r, err := beginSecond(p, p.Wrt)
	if err != nil {
		return nil, err
	}
	r.report.Kind = Hessian
	report, err := r.finish()
	if err != nil {
		return nil, err
	}
	n := len(p.Wrt)
	for i := range report.Partials {
		row, column := i/n%n, i%n
		mirrored := &report.Partials[i-row*n-column+column*n+row]
		report.Partials[i].Mirror = row > column && report.Partials[i].Verdict == mirrored.Verdict
	}
	return report, nil
}

// beginSecond evaluates the formulas and their partials by the variables rows,
// which the variables of the problem are to differentiate again.
func beginSecond(p Problem, rows []expr.Expr) (*run, error) {
	if len(p.Routes) == 0 {
		p.Routes = SecondRoutes()
	}
	r, err := begin(p)
	if err != nil {
		return nil, err
	}
	if r.outputs, err = diff.Jacobian(r.F.Elems, rows, r.Tables.Symbolic); err != nil {
		return nil, err
	}
	r.rows = slices.Concat([]expr.Expr{}, rows) // not nil
	r.akin = []Route{ForwardReverse}
	r.differencing = r.gradientDifferences
	if r.values, err = evaluate(slices.Concat(r.F.Elems, r.outputs), r.inputs, r.at, r.Tables.Kernels); err != nil {
		return nil, err
	}
	r.values.nameKnees(r.Knee)
	return r, nil
}

// gradientDifferences differences the gradient that reverse mode computes, whose
// rounding errors are taken to be those of the formulas for it.
func (r *run) gradientDifferences() (*differences, error) {
	sweeper, err := reverse.New(r.tape, r.Tables.Kernels, r.Tables.Reverse)
	if err != nil {
		return nil, err
	}
	program, err := eval.Compile(r.inputs, r.outputs)
	if err != nil {
		return nil, err
	}
	m, all := len(r.F.Elems), len(r.inputs)
	rows := r.positions(r.rows)
	values, jacobian := make([]float64, m), make([]float64, m*all)
	gradient := func(dst, x []float64) []float64 {
		sweeper.Jacobian(x, values, jacobian)
		dst = dst[:0]
		for k := range m {
			for _, row := range rows {
				dst = append(dst, jacobian[k*all+row])
			}
		}
		return dst
	}
	d := differencesFrom(gradient, program, r.at)
	d.uneven = true
	return d, nil
}

// runForwardReverse sweeps once for each formula and each variable to
// differentiate by.
func (r *run) runForwardReverse() error {
	s, err := reverse.NewSecond(r.tape, r.Tables.Kernels, r.Tables.Reverse, r.Tables.ReverseSecond)
	if err != nil {
		return err
	}
	n, rows := len(r.Wrt), r.positions(r.rows)
	direction, product := make([]float64, len(r.inputs)), make([]float64, len(r.inputs))
	entries := make([]float64, len(r.outputs)*n)
	for j, column := range r.wrtColumns() {
		direction[column] = 1
		for k := range r.F.Elems {
			s.HVP(r.at, direction, k, product)
			for a, row := range rows {
				entries[(k*len(rows)+a)*n+j] = product[row]
			}
		}
		direction[column] = 0
	}
	r.jacobi[ForwardReverse], r.report.RouteValues[ForwardReverse] = entries, r.report.Value
	return nil
}

// runHyperdual runs the formulas once for each pair of variables; the pairs of a
// Hessian that mirror each other are the same.
func (r *run) runHyperdual() error {
	d, err := forward.NewSecond(r.tape, r.Tables.Forward, r.Tables.Hyperdual)
	if err != nil {
		return err
	}
	m, n, rows := len(r.F.Elems), len(r.Wrt), r.positions(r.rows)
	u, v := make([]float64, len(r.inputs)), make([]float64, len(r.inputs))
	values, seconds := make([]float64, m), make([]float64, m)
	entries := make([]float64, len(r.outputs)*n)
	d.Mixed(r.at, u, v, values, seconds)
	for a, row := range rows {
		for j, column := range r.wrtColumns() {
			if r.isHessian() && j < a {
				for k := range m {
					entries[(k*n+a)*n+j] = entries[(k*n+j)*n+a]
				}
				continue
			}
			u[row], v[column] = 1, 1
			d.Mixed(r.at, u, v, values, seconds)
			u[row], v[column] = 0, 0
			for k := range m {
				entries[(k*len(rows)+a)*n+j] = seconds[k]
			}
		}
	}
	r.jacobi[Hyperdual], r.report.RouteValues[Hyperdual] = entries, values
	return nil
}

// secondSteps estimates the instructions that a route to second derivatives
// executes for a formula of the given size.
func (r *run) secondSteps(route Route, size int64) int64 {
	const dearer = 4 // than an evaluation of the formula
	rows, n, m := int64(len(r.rows)), int64(len(r.Wrt)), int64(len(r.F.Elems))
	return [numRoutes]int64{
		Symbolic:          int64(len(expr.Reach(r.outputs...))) * rows * m,
		ForwardReverse:    dearer * m * n * size,
		Hyperdual:         dearer * rows * n * size,
		FiniteDifferences: dearer * n * m * size * differenceEvaluations,
		Referee:           dearer * rows * n * size * refereeEvaluations,
	}[route]
}

// isHessian reports whether rows and columns are the same variables.
func (r *run) isHessian() bool { return r.rows != nil && slices.Equal(r.rows, r.Wrt) }

// by names the variables that the partial of output i by variable j is by; the
// parameter of a directional derivative is none.
func (r *run) by(i, j int) string {
	name := ""
	if r.rows != nil {
		name = r.rows[i%len(r.rows)].Name()
	}
	if r.Wrt[j] == r.parameter {
		return name
	}
	if name != "" {
		name += ","
	}
	return name + r.Wrt[j].Name()
}

// noun says what is differentiated.
func (r *run) noun() string {
	if r.rows != nil {
		return "gradient"
	}
	return "function"
}
