package compare

import (
	"errors"
	"fmt"
	"math"
	"strconv"

	"github.com/gradcmp/gradcmp/expr"
)

// RunJVP computes the product of the formula's Jacobian and the vector v, which
// has an element for each variable of the problem: the derivative of each element
// of the formula as the variables move by v, written f(x + t*v) at t = 0. The
// routes are those of [AllRoutes].
func RunJVP(p Problem, v []float64) (*Report, error) {
	line, err := newLine(p, v)
	if err != nil {
		return nil, err
	}
	r, err := begin(line.problem)
	if err != nil {
		return nil, err
	}
	return line.finish(r, JVP)
}

// RunHVP computes the product of the Hessian of every element of the formula and
// the vector v, which has an element for each variable of the problem: how the
// gradient changes as the variables move by v. The routes are those of
// [SecondRoutes].
func RunHVP(p Problem, v []float64) (*Report, error) {
	line, err := newLine(p, v)
	if err != nil {
		return nil, err
	}
	r, err := beginSecond(line.problem, p.Wrt)
	if err != nil {
		return nil, err
	}
	return line.finish(r, HVP)
}

// RunVJP computes the product of the vector u, which has an element for each
// element of the formula, and the formula's Jacobian: the gradient of the sum of
// the elements weighted by u. [Report.RouteValues] are those of this sum. The
// routes are those of [AllRoutes].
func RunVJP(p Problem, u []float64) (*Report, error) {
	if len(u) != len(p.F.Elems) {
		return nil, fmt.Errorf("the vector has %d elements, the formula %d", len(u), len(p.F.Elems))
	}
	weighted, err := weigh(p.F.Elems, u)
	if err != nil {
		return nil, err
	}
	original := p
	p.F, p.Text = expr.Scalar(weighted), (&run{Problem: p.withDefaults()}).text()
	report, err := Run(p)
	if err != nil {
		return nil, err
	}
	whole, err := begin(original)
	if err != nil {
		return nil, err
	}
	report.Kind, report.Value, report.Shape = VJP, whole.report.Value, original.F.Shape
	report.Vector = []Coordinate{{Shape: original.F.Shape, Values: u}}
	return report, nil
}

// weigh returns the sum of the elements times u, those whose weight is 0 left
// out.
func weigh(elems []expr.Expr, u []float64) (expr.Expr, error) {
	if len(elems) == 0 {
		return expr.Expr{}, errors.New("the formula has no elements")
	}
	g := elems[0].Graph()
	var terms []expr.Expr
	for i, x := range elems {
		weight, err := constant(u[i])
		if err != nil {
			return expr.Expr{}, err
		}
		if u[i] != 0 {
			terms = append(terms, g.Mul(g.Num(weight), x))
		}
	}
	switch len(terms) {
	case 0:
		return g.Int(0), nil
	case 1:
		return terms[0], nil
	}
	return g.Add(terms...), nil
}

// constant returns the shortest decimal that is nearest to the double x, so that
// formulas show 0.1 and every route sees x.
func constant(x float64) (expr.Number, error) {
	if !isFinite(x) {
		return expr.Number{}, errors.New("an element of the vector is not finite")
	}
	const longest = 800 // digits of the smallest doubles
	n, err := expr.ParseNumber(strconv.FormatFloat(math.Abs(x), 'g', -1, 64), longest)
	if x < 0 {
		n = n.Neg()
	}
	return n, err
}

// line is a problem on the line x + t*v: its only variable to differentiate by is
// t, at 0.
type line struct {
	problem   Problem
	parameter expr.Expr
	vector    []Coordinate
	size      float64 // of t where the variables change by as much as they are
	unit      float64 // of t where the greatest change is 1
}

func newLine(p Problem, v []float64) (*line, error) {
	if len(v) != len(p.Wrt) {
		return nil, fmt.Errorf("the vector has %d elements, and there are %d variables", len(v), len(p.Wrt))
	}
	if len(p.F.Elems) == 0 {
		return nil, errors.New("the formula has no elements")
	}
	g := p.F.Elems[0].Graph()
	t := g.NewVariable("t of x + t*v", nil) // no name that a formula can use
	l := &line{problem: p, parameter: t.Elems[0], unit: 1}
	moved := map[expr.ID]expr.Expr{}
	greatest := 0.0
	for j, x := range p.Wrt {
		step, err := constant(v[j])
		if err != nil {
			return nil, err
		}
		l.vector = append(l.vector, Coordinate{Name: x.Name(), Values: v[j : j+1]})
		if v[j] != 0 {
			moved[x.ID()] = g.Add(x, g.Mul(l.parameter, g.Num(step)))
			greatest = math.Max(greatest, math.Abs(v[j]))
		}
	}
	if greatest > 0 {
		l.unit = 1 / greatest
	}
	l.size = p.reach(v)
	l.problem.Text = (&run{Problem: p.withDefaults()}).text()
	l.problem.F.Elems = expr.Substitute(g, moved, p.F.Elems...)
	l.problem.Wrt = t.Elems
	l.problem.Point = append(p.Point[:len(p.Point):len(p.Point)], Input{Variable: t, Values: []float64{0}})
	return l, nil
}

// reach returns the least factor by which v moves a variable by its own size, 0
// if all that move are 0.
func (p Problem) reach(v []float64) float64 {
	at := map[expr.ID]float64{}
	for _, in := range p.Point {
		for i, x := range in.Variable.Elems {
			at[x.ID()] = in.Values[i]
		}
	}
	least := math.Inf(1)
	for j, x := range p.Wrt {
		if size := math.Abs(at[x.ID()] / v[j]); size > 0 {
			least = math.Min(least, size)
		}
	}
	if math.IsInf(least, 1) {
		return 0
	}
	return least
}

// finish ends a comparison along the line.
func (l *line) finish(r *run, kind Kind) (*Report, error) {
	r.parameter = l.parameter
	start := r.differencing
	r.differencing = func() (*differences, error) {
		d, err := start()
		if err != nil {
			return nil, err
		}
		others, last := d.scale, len(r.inputs)-1
		d.scale = func(column int) (x, unit float64) {
			if column == last {
				return l.size, l.unit
			}
			return others(column)
		}
		return d, nil
	}
	report, err := r.finish()
	if err != nil {
		return nil, err
	}
	report.Kind, report.Vector = kind, l.vector
	report.At = report.At[:len(report.At)-1] // without the parameter
	return report, nil
}
