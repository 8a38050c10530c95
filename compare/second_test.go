package compare_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/eval/evaltest"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

func ExampleRunSecond() {
	r, err := parser.Parse("x^2*sin(y)", parser.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	x, y := r.Vars[0], r.Vars[1]
	report, err := compare.RunSecond(compare.Problem{
		F:         r.Value,
		Wrt:       []expr.Expr{x.Elems[0], y.Elems[0]},
		Point:     []compare.Input{{Variable: x, Values: []float64{3}}, {Variable: y, Values: []float64{0}}},
		Tolerance: compare.DefaultTolerance,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range report.Partials {
		fmt.Println(p.Wrt, p.Formula, p.Values[compare.ForwardReverse], p.Values[compare.Hyperdual], p.Verdict)
	}
	// Output:
	// x,x 2*sin(y) 0 0 agree
	// x,y 2*x*cos(y) 6 6 agree
	// y,x 2*x*cos(y) 6 6 agree
	// y,y -x^2*sin(y) 0 0 agree
}

// second compares all routes to second derivatives but the referee, unless the
// problem names some.
func second(t testing.TB, p compare.Problem) *compare.Report {
	t.Helper()
	if p.Routes == nil {
		p.Routes = compare.Unrefereed(compare.SecondRoutes())
	}
	r, err := compare.RunSecond(p)
	if err != nil {
		t.Fatalf("%s: %v", p.Text, err)
	}
	return r
}

func TestSecond(t *testing.T) {
	for _, tt := range []struct {
		formula, at string
		value       float64 // of the entry 0, 0, by hyperdual numbers
		verdict     compare.Verdict
	}{
		{"x^3", "x=2", 12, compare.Agree},
		{"x*y", "x=2,y=3", 0, compare.Agree},
		{"where(x > 0, log(x), x^3)", "x=-1", -6, compare.Agree},
		{"log(x)", "x=1e-8", -1e16, compare.Agree},
		{"x^3", "x=1e12", 6e12, compare.Agree},
		{"norm(x, y)", "x=3,y=4", 0.128, compare.Agree},
		{"gamma(x)*y", "x=2.5,y=0", 0, compare.Agree},
		{"binomial(x, 3)", "x=2.5", 1.5, compare.Agree},
		{"abs(x)", "x=0", 0, compare.Convention},
		{"relu(x)^2", "x=0", 0, compare.Convention},
		{"max(x, 1)^2", "x=1", 0.5, compare.Convention},
		{"where(x == 0, 1, sin(x)/x)", "x=0", 0, compare.Inconclusive},
		{"sqrt(x)", "x=0", math.Inf(-1), compare.DomainEdge},
		{"log(x)", "x=-1", math.NaN(), compare.Undefined},
		{"exp(x)", "x=800", math.Inf(1), compare.Overflow},
		{"(1 - cos(x))/x^2", "x=1e-5", 0, compare.Cancellation},
	} {
		r := second(t, problem(t, tt.formula, tt.at))
		got := r.Partials[0].Values[compare.Hyperdual]
		close := evaltest.Close(got, tt.value) || tt.verdict == compare.Cancellation
		if r.Verdict != tt.verdict || !close || r.Kind != compare.Hessian {
			t.Errorf("%s at %s: %v, %s %v; want %v, %s", tt.formula, tt.at, got, r.Verdict, r.Partials[0].Notes, tt.value, tt.verdict)
		}
	}
}

// Without a convention a kink has no second derivative, though a formula that is
// simplified to 0 has.
func TestSecondWithoutConvention(t *testing.T) {
	p := problem(t, "abs(x)*y", "x=0,y=1")
	p.Convention = expr.Error
	if q := second(t, p).Partials[0]; q.Verdict != compare.Kink || len(q.Wrong) > 0 {
		t.Errorf("%s %v: %v", q.Verdict, q.Wrong, q.Notes)
	}
}

// The entry above the diagonal stands for both, unless their verdicts differ: on
// the kink of relu(x)*y only the slope by x jumps.
func TestMirror(t *testing.T) {
	for formula, want := range map[string][]bool{
		"x^2*y":     {false, false, true, false},
		"relu(x)*y": {false, false, false, false},
	} {
		var got []bool
		for _, q := range second(t, problem(t, formula, "x=0,y=2")).Partials {
			got = append(got, q.Mirror)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", formula, got, want)
		}
	}
}

// plantSecond puts a mistake about the second derivative of fn into one route.
func plantSecond(p *compare.Problem, route compare.Route, fn expr.Func, m mistake) {
	standard := compare.StandardTables(expr.Torch)
	switch route {
	case compare.ForwardReverse:
		right := standard.ReverseSecond[fn]
		standard.ReverseSecond[fn] = func(args []float64, value float64, direction, out []float64) {
			right(args, value, []float64{1}, out)
			out[0] = m.value(out[0], args[0]) * direction[0]
		}
		p.Tables.ReverseSecond = standard.ReverseSecond
	case compare.Hyperdual:
		right := standard.Hyperdual[fn]
		standard.Hyperdual[fn] = func(args, u, v []float64) float64 {
			return m.value(right(args, []float64{1}, []float64{1}), args[0]) * u[0] * v[0]
		}
		p.Tables.Hyperdual = standard.Hyperdual
	}
}

// Every mistake in the table of second derivatives of either route is found and
// the route is named.
func TestPlantedSecondMistakes(t *testing.T) {
	n := 0
	for _, route := range []compare.Route{compare.ForwardReverse, compare.Hyperdual} {
		for _, fn := range plantedFunctions {
			for _, m := range mistakes {
				at := plantedPoints[n%len(plantedPoints)]
				n++
				p := problem(t, fn.Name()+"(x) + y^2", at)
				plantSecond(&p, route, fn, m)
				q := second(t, p).Partials[0]
				if q.Verdict != compare.Wrong || !slices.Equal(q.Wrong, []compare.Route{route}) {
					t.Errorf("%s: %s of %s at %s: %s %v %v %v", route, m.name, fn, at, q.Verdict, q.Wrong, q.Values, q.Notes)
				}
			}
		}
	}
}

// A mistake in a first derivative that finite differences share with forward over
// reverse mode does not make them witnesses for it.
func TestSharedFirstDerivative(t *testing.T) {
	p := problem(t, "sin(x)*y", "x=0.3,y=2")
	tables := compare.StandardTables(expr.Torch)
	right := tables.Reverse[expr.Sin]
	tables.Reverse[expr.Sin] = func(args []float64, value float64, out []float64) {
		right(args, value, out)
		out[0] *= 2
	}
	p.Tables.Reverse = tables.Reverse
	q := second(t, p).Partials[1]
	if q.Verdict != compare.Wrong || !slices.Equal(q.Wrong, []compare.Route{compare.ForwardReverse}) {
		t.Errorf("%s %v: %v", q.Verdict, q.Wrong, q.Notes)
	}
	p.Routes = []compare.Route{compare.ForwardReverse, compare.Hyperdual, compare.FiniteDifferences}
	if q := second(t, p).Partials[1]; q.Verdict != compare.Wrong || len(q.Wrong) > 0 {
		t.Errorf("%s %v: %v", q.Verdict, q.Wrong, q.Notes)
	}
}

// A route without the second derivative of a function is left out and the
// function named.
func TestMissingSecondDerivative(t *testing.T) {
	p := problem(t, "sin(x)*x", "x=1")
	tables := compare.StandardTables(expr.Torch)
	delete(tables.Hyperdual, expr.Sin)
	p.Tables.Hyperdual = tables.Hyperdual
	r := second(t, p)
	if slices.Contains(r.Routes, compare.Hyperdual) || r.Verdict != compare.Agree ||
		!slices.Contains(r.Notes, "hyperdual: left out, the function sin has no curvature for hyperdual numbers") {
		t.Errorf("%v %s %q", r.Routes, r.Verdict, r.Notes)
	}
}

func TestSecondOverTheLimit(t *testing.T) {
	p := problem(t, "sin(x)*x", "x=1")
	p.MaxSteps = 100
	r := second(t, p)
	if slices.Contains(r.Routes, compare.FiniteDifferences) || !slices.Contains(r.Routes, compare.Hyperdual) ||
		len(r.Notes) != 1 || !strings.HasPrefix(r.Notes[0], "fd: left out") {
		t.Errorf("%v %q", r.Routes, r.Notes)
	}
}

// On random formulas the routes agree, or a cause is found; none is called wrong.
func TestSecondOfRandomFormulas(t *testing.T) {
	agreed := 0
	rapid.Check(t, func(rt *rapid.T) {
		g := expr.NewGraph()
		vars := []expr.Variable{g.NewVariable("x", nil), g.NewVariable("y", nil)}
		p := compare.Problem{Tolerance: compare.DefaultTolerance, Wrt: []expr.Expr{vars[0].Elems[0], vars[1].Elems[0]}}
		p.F = expr.Scalar(evaltest.Expression(rt, g, p.Wrt, 8))
		for i, x := range evaltest.Point(rt, 2) {
			p.Point = append(p.Point, compare.Input{Variable: vars[i], Values: []float64{x}})
		}
		p.Routes = compare.Unrefereed(compare.SecondRoutes())
		r, err := compare.RunSecond(p)
		if err != nil {
			rt.Fatal(err)
		}
		if r.Verdict == compare.Agree {
			agreed++
		}
		for _, q := range r.Partials {
			if q.Verdict == compare.Wrong {
				rt.Fatalf("%s: d%s is wrong: %v %v", r.Expr, q.Wrt, q.Values, q.Notes)
			}
		}
	})
	if agreed < 25 {
		t.Errorf("the routes agree on %d formulas only", agreed)
	}
}

// The rules of forward over reverse mode for operations are checked by those of
// the others, so a mistake planted in a symbolic rule is the symbolic route's.
func TestPlantedOperationOfSecond(t *testing.T) {
	p := problem(t, "x/y + x*y^3", "x=0.7,y=2")
	p.Tables.Symbolic = diff.StandardRules(expr.Torch).With(diff.Rule{Op: expr.OpDiv, Partials: []string{"1/y", "x/y^2"}})
	q := second(t, p).Partials[1]
	if q.Verdict != compare.Wrong || !slices.Equal(q.Wrong, []compare.Route{compare.Symbolic}) {
		t.Errorf("%s %v: %v", q.Verdict, q.Wrong, q.Notes)
	}
}
