package compare

import (
	"math"
	"slices"

	"github.com/gradcmp/gradcmp/autodiff/certified"
	"github.com/gradcmp/gradcmp/compare/referee"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/ball"
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/expr"
)

// judgement is the referee's work on a problem: what it found out about each
// derivative, and the means to enclose formulas.
type judgement struct {
	at       enclosure.Point
	exact    []ball.Ball
	values   []ball.Ball       // of the formula's elements
	findings []referee.Finding // outputs by wrt
	enclosed []ball.Ball       // the Jacobian by the reverse sweep in balls, made when needed
}

// truthDigits is the number of digits to which values and enclosures are known.
const truthDigits = 25

// enclosureBudget bounds the precision of enclosures, in bits.
const enclosureBudget = 1 << 12

// runReferee asks the referee about every derivative.
func (r *run) runReferee() error {
	at, err := exactPoint(r.Point, r.Tables.Functions)
	if err != nil {
		return err
	}
	j := &judgement{at: at}
	inputs, formulas, start := r.fromPoint()
	j.exact = enclosure.At(start...)(ball.Context{})
	program, err := eval.Compile(inputs, enclosure.Fold(formulas...))
	if err != nil {
		return err
	}
	ref, err := referee.New(program, r.Tables.Functions, j.exact, referee.Limits{})
	if err != nil {
		return err
	}
	goal := enclosure.Goal{Digits: truthDigits, Budget: enclosureBudget}
	j.values, err = enclosure.Enclose(program, r.Tables.Functions, enclosure.At(start...), goal)
	if err != nil {
		return err
	}
	columns := r.wrtColumns()
	for i := range r.outputs {
		for k, column := range columns {
			zero := func() referee.Likely { return r.likelyZero(j, i, k) }
			j.findings = append(j.findings, r.ask(ref, i, column, zero))
		}
	}
	r.truth = j
	r.jacobi[Referee] = make([]float64, len(j.findings))
	for k, f := range j.findings {
		r.jacobi[Referee][k] = nearest(f.Value)
	}
	r.report.RouteValues[Referee] = make([]float64, len(j.values))
	for k, y := range j.values {
		r.report.RouteValues[Referee][k] = nearest(y)
	}
	return nil
}

// fromPoint returns the formulas with inputs whose values are doubles: a
// coordinate that is given as written, such as 1/3, becomes what is written plus a
// variable with the value 0.
func (r *run) fromPoint() (inputs, formulas []expr.Expr, at []float64) {
	inputs, at = slices.Clone(r.inputs), slices.Clone(r.at)
	moved := map[expr.ID]expr.Expr{}
	k := 0
	for _, in := range r.Point {
		for i, x := range in.Variable.Elems {
			if in.Exact != nil {
				g := x.Graph()
				offset := g.Var("offset of " + x.Name()) // no name that a formula can have
				moved[x.ID()] = g.Add(in.Exact[i], offset)
				inputs[k], at[k] = offset, 0
			}
			k++
		}
	}
	if len(moved) == 0 {
		return inputs, r.F.Elems, at
	}
	return inputs, expr.Substitute(inputs[0].Graph(), moved, r.F.Elems...), at
}

// ask asks about the derivative of output i by the input in a column: a first
// derivative, or a second one where the outputs are first ones.
func (r *run) ask(ref *referee.Referee, i, column int, zero referee.Zero) referee.Finding {
	if r.rows == nil {
		return ref.Derivative(i, column, zero)
	}
	row := r.positions(r.rows)[i%len(r.rows)]
	return ref.Second(r.formulaOf(i), row, column, zero)
}

// nearest returns the double nearest to a number; NaN if there is none, or it is
// not known well enough.
func nearest(y ball.Ball) float64 {
	const enough = 60 // bits
	if y.Accuracy() < enough {
		return math.NaN()
	}
	x, _ := y.Mid().Float64()
	return x
}

// likelyZero says whether a first derivative may be 0, by the reverse sweep in
// balls. A second one is enclosed by the formulas.
func (r *run) likelyZero(j *judgement, i, k int) referee.Likely {
	y := r.enclosure(j, i, k)
	const least = -1074
	switch {
	case !y.IsKnown():
		return referee.Unsure
	case ball.Cmp(y, ball.Ball{}) == ball.Less || ball.Cmp(y, ball.Ball{}) == ball.Greater:
		return referee.Impossible
	case y.Magnitude().Exponent() < least:
		return referee.Possible
	}
	return referee.Unsure
}

// enclosure returns the derivative of output i by variable k, enclosed given
// the rules: of a formula by the reverse sweep in balls, of a first derivative
// by its formula.
func (r *run) enclosure(j *judgement, i, k int) ball.Ball {
	if r.rows != nil {
		formulas := r.derivatives(i, k)
		if len(formulas) == 0 {
			return ball.None(ball.Unknown)
		}
		return r.enclose(j, formulas[0])
	}
	if j.enclosed == nil {
		d, err := certified.New(r.tape, r.Tables.Functions, r.Tables.Certified)
		if err != nil {
			return ball.None(ball.Unknown)
		}
		_, jacobian := d.Jacobian(j.at, enclosure.Goal{Digits: truthDigits, Budget: enclosureBudget})
		columns, n := r.wrtColumns(), len(r.inputs)
		for i := range r.outputs {
			for _, column := range columns {
				j.enclosed = append(j.enclosed, jacobian[i*n+column])
			}
		}
	}
	return j.enclosed[i*len(r.Wrt)+k]
}

// enclose returns the value of a formula of the problem's variables.
func (r *run) enclose(j *judgement, f expr.Expr) ball.Ball {
	program, err := eval.Compile(r.inputs, enclosure.Fold(f))
	if err != nil {
		return ball.None(ball.Unknown)
	}
	y, err := enclosure.Enclose(program, r.Tables.Functions, j.at, enclosure.Goal{Digits: truthDigits, Budget: enclosureBudget})
	if err != nil {
		return ball.None(ball.Unknown)
	}
	return y[0]
}

// undefined reports whether a formula certainly has no value at the point.
func (r *run) undefined(formula int) bool {
	return r.truth != nil && r.truth.values[formula].State() == ball.Undefined
}

// finding returns what the referee found out about a derivative; false if it
// was not asked, or gave up.
func (r *run) finding(i, j int) (referee.Finding, bool) {
	if r.truth == nil {
		return referee.Finding{}, false
	}
	f := r.truth.findings[i*len(r.Wrt)+j]
	return f, f.Kind != referee.GaveUp
}
