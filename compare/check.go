package compare

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/gradcmp/gradcmp/compare/points"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// Check says where and by what a derivative written by hand is checked. Its zero
// value needs Points or Box.
type Check struct {
	// Expr is the function as a formula, of the coordinates' names: then the
	// referee knows the derivatives, and the function itself is checked too. Without
	// it the derivatives are judged by differences of the function's values.
	Expr string
	// Names are those of the coordinates; nil stands for x[0], x[1], …
	Names []string
	// Points are where to check. Box is, one range for each coordinate, where to
	// take Sample more, reproducibly by Seed; Sample 0 stands for DefaultSample.
	Points [][]float64
	Box    []points.Range
	Sample int
	Seed   uint64
	// Tolerance is what the derivative may be off, besides what any computation in
	// doubles may be; nil stands for a relative 1e-9 with Expr, and 1e-6 without.
	Tolerance *Tolerance
}

// DefaultSample is the number of points that a [Check] takes from its box.
const DefaultSample = 100

// GradientError is the error of [CheckGradient] and [CheckHessian]: what is wrong
// with which entries, in words a person acts on.
type GradientError struct {
	Points  int      // that were checked
	Entries []string // each a sentence on one entry of the derivative, or on the function
}

// Error returns the sentences, one a line.
func (e *GradientError) Error() string {
	text := fmt.Sprintf("the derivative is wrong, by %d points:", e.Points)
	for _, entry := range e.Entries {
		text += "\n\t" + entry
	}
	return text
}

// CheckGradient checks a gradient written by hand: grad stores in dst the partial
// derivatives of f at x, as gonum's optimize has it. It returns nil if all is
// well, a [*GradientError] if not, and another error if the check makes no sense
// or nothing could be judged. In a test:
//
//	if err := compare.CheckGradient(f, grad, compare.Check{Points: …}); err != nil {
//		t.Error(err)
//	}
func CheckGradient(f func(x []float64) float64, grad func(dst, x []float64), c Check) error {
	return c.run(f, grad, 1)
}

// CheckHessian checks a matrix of second derivatives written by hand: hess stores
// in dst its entries at x, row by row. Otherwise it is [CheckGradient].
func CheckHessian(f func(x []float64) float64, hess func(dst, x []float64), c Check) error {
	return c.run(f, hess, 2)
}

// entries collects what is known of each entry of a derivative.
type entries struct {
	check    *Check
	n        int
	order    int
	points   int
	judged   int
	wrong    []entry // by entry; the first point at which it is wrong
	ratios   []float64
	function string // what is wrong with the function itself
}

// entry is a wrong entry at a point.
type entry struct {
	at        []float64
	got, want float64
	how       string
	points    int
}

// run checks at every point.
func (c Check) run(f func(x []float64) float64, derivative func(dst, x []float64), order int) error {
	all, err := c.points()
	if err != nil {
		return err
	}
	judge, err := c.judge(f, order, len(all[0]))
	if err != nil {
		return err
	}
	n := len(all[0])
	size := n
	if order == 2 {
		size = n * n
	}
	e := &entries{check: &c, n: n, order: order, points: len(all), wrong: make([]entry, size), ratios: make([]float64, size)}
	got := make([]float64, size)
	for _, x := range all {
		derivative(got, slices.Clone(x))
		known, err := judge(x)
		if err != nil {
			return err
		}
		if known.function != "" && e.function == "" {
			e.function = known.function
		}
		e.add(x, got, known)
	}
	return e.verdict()
}

// points returns the points of the check.
func (c *Check) points() ([][]float64, error) {
	all := slices.Clone(c.Points)
	if len(c.Box) > 0 {
		n := c.Sample
		if n == 0 {
			n = DefaultSample
		}
		sample, err := points.NewSample(c.Box, n, c.Seed)
		if err != nil {
			return nil, err
		}
		for range n {
			p, err := sample.Next()
			if err != nil {
				return nil, err
			}
			all = append(all, slices.Clone(p.Values))
		}
	}
	if len(all) == 0 {
		return nil, errors.New("a check needs points, or a box to take them from")
	}
	for _, x := range all {
		if len(x) != len(all[0]) || len(x) == 0 {
			return nil, fmt.Errorf("points of %d and %d coordinates", len(all[0]), len(x))
		}
	}
	if c.Names != nil && len(c.Names) != len(all[0]) {
		return nil, fmt.Errorf("%d names for points of %d coordinates", len(c.Names), len(all[0]))
	}
	return all, nil
}

// variables returns the names and shapes that the formula may use.
func (c *Check) variables(n int) map[string]expr.Shape {
	if c.Names == nil {
		return map[string]expr.Shape{"x": {n}}
	}
	shapes := map[string]expr.Shape{}
	for _, name := range c.Names {
		shapes[name] = nil
	}
	return shapes
}

// name returns the name of a coordinate.
func (c *Check) name(i int) string {
	if c.Names != nil {
		return c.Names[i]
	}
	return "x[" + strconv.Itoa(i) + "]"
}

// known is what is known of the derivatives at a point.
type known struct {
	values   []float64 // NaN where nothing is
	allowed  []float64 // what an entry may be off
	how      string
	function string
}

// judge returns what finds the derivatives at a point.
func (c *Check) judge(f func([]float64) float64, order, n int) (func(x []float64) (known, error), error) {
	if c.Expr == "" {
		return func(x []float64) (known, error) { return c.byDifferences(f, order, x), nil }, nil
	}
	g := expr.NewGraph()
	r, err := parser.ParseInto(g, c.Expr, parser.Options{Shapes: c.variables(n)})
	if err != nil {
		return nil, err
	}
	if len(r.Value.Shape) > 0 {
		return nil, fmt.Errorf("the formula is a %s, not a number", r.Value.Shape)
	}
	var inputs []Input
	if c.Names == nil {
		inputs = []Input{{Variable: g.NewVariable("x", expr.Shape{n})}}
	} else {
		for _, name := range c.Names {
			inputs = append(inputs, Input{Variable: g.NewVariable(name, nil)})
		}
	}
	p := Problem{F: r.Value, Text: c.Expr, Knee: r.Knee, Tolerance: DefaultTolerance}
	for _, in := range inputs {
		p.Wrt = append(p.Wrt, in.Variable.Elems...)
	}
	return func(x []float64) (known, error) {
		p := p
		p.Point = inputsAt(inputs, x)
		return c.byReferee(p, f(slices.Clone(x)), order)
	}, nil
}

// byReferee asks the referee about every derivative of the formula.
func (c *Check) byReferee(p Problem, value float64, order int) (known, error) {
	var r *run
	var err error
	if order == 1 {
		p.Routes = []Route{Reverse, Referee}
		r, err = begin(p)
	} else {
		p.Routes = []Route{ForwardReverse, Referee}
		r, err = beginSecond(p, p.Wrt)
	}
	if err != nil {
		return known{}, err
	}
	if _, err := r.finish(); err != nil {
		return known{}, err
	}
	k := known{how: "by the formula"}
	truth := nearest(r.truth.values[0])
	own := c.tolerance(DefaultTolerance.Relative)
	if isFinite(truth) && math.Abs(value-truth) > Allowance*ulpOf(truth)+4*r.roundingOf(r.F.Elems[0]).bound && !own.Accepts(value, truth) {
		k.function = fmt.Sprintf("the function gives %v at %s, and the formula is %v there: they are not the same function",
			value, c.spell(r.at), truth)
	}
	for i := range r.outputs {
		for j := range r.Wrt {
			want := r.jacobi[Referee][i*len(r.Wrt)+j]
			var a Account
			if isFinite(want) {
				r.allow(&a, want, i, j)
			}
			k.values = append(k.values, want)
			k.allowed = append(k.allowed, math.Max(a.Allowed, own.of(want)))
		}
	}
	return k, nil
}

func (c *Check) tolerance(relative float64) Tolerance {
	if c.Tolerance != nil {
		return *c.Tolerance
	}
	return Tolerance{Relative: relative}
}

// of returns what a value may be off.
func (t Tolerance) of(want float64) float64 {
	return t.Absolute + float64(t.Relative*math.Abs(want)) + float64(t.ULP*ulpOf(want))
}

// spell writes a point.
func (c *Check) spell(x []float64) string {
	text := ""
	for i, v := range x {
		if i > 0 {
			text += ", "
		}
		text += c.name(i) + " = " + strconv.FormatFloat(v, 'g', -1, 64)
	}
	return text
}
