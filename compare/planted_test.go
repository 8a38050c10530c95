package compare_test

import (
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/gonum/num/dual"

	"github.com/gradcmp/gradcmp/autodiff/forward"
	"github.com/gradcmp/gradcmp/autodiff/reverse"
	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/expr"
)

// mistake is what people get wrong in a derivative of a function of one
// argument: as a rule text made of the right one, and as a number made of the
// right derivative d and the argument x.
type mistake struct {
	name  string
	text  func(rule string) string
	value func(d, x float64) float64
}

var mistakes = []mistake{
	{"wrong sign", func(s string) string { return "-(" + s + ")" }, func(d, _ float64) float64 { return -d }},
	{"factor 2", func(s string) string { return "2*(" + s + ")" }, func(d, _ float64) float64 { return 2 * d }},
	{"lost derivative", func(string) string { return "1" }, func(_, _ float64) float64 { return 1 }},
	{"lost term", func(s string) string { return "(" + s + ") - x/7" }, func(d, x float64) float64 { return d - x/7 }},
	{"factor x", func(s string) string { return "(" + s + ")*x" }, func(d, x float64) float64 { return d * x }},
	{"squared", func(s string) string { return "(" + s + ")^2" }, func(d, _ float64) float64 { return d * d }},
	{"a millionth", func(s string) string { return "1.000001*(" + s + ")" }, func(d, _ float64) float64 { return 1.000001 * d }},
}

// plant puts a mistake about fn into one route of a problem.
func plant(p *compare.Problem, route compare.Route, fn expr.Func, m mistake) {
	switch route {
	case compare.Symbolic:
		right, _ := diff.StandardRules(expr.Torch).Lookup(fn)
		wrong := diff.Rule{Op: expr.OpCall, Func: fn, Partials: []string{m.text(right.Partials[0])}}
		p.Tables.Symbolic = diff.StandardRules(expr.Torch).With(wrong)
	case compare.Reverse:
		p.Tables.Reverse = reverse.StandardRules(expr.Torch)
		right := p.Tables.Reverse[fn]
		p.Tables.Reverse[fn] = func(args []float64, value float64, out []float64) {
			right(args, value, out)
			out[0] = m.value(out[0], args[0])
		}
	case compare.Forward:
		p.Tables.Forward = forward.StandardRules(expr.Torch)
		right := p.Tables.Forward[fn]
		p.Tables.Forward[fn] = func(args []dual.Number) dual.Number {
			y := right(args)
			unit := right([]dual.Number{{Real: args[0].Real, Emag: 1}})
			y.Emag = m.value(unit.Emag, args[0].Real) * args[0].Emag
			return y
		}
	}
}

// The functions of one argument whose derivative is not constant, with a
// formula each in which df/dx depends on it and df/dy does not.
var plantedFunctions = []expr.Func{
	expr.Exp, expr.Expm1, expr.Log, expr.Log1p, expr.Sqrt, expr.Sin, expr.Cos, expr.Tan, expr.Asin, expr.Acos,
	expr.Atan, expr.Sinh, expr.Cosh, expr.Tanh, expr.Sigmoid, expr.Softplus,
}

var plantedFormulas = []string{"#(x) + y^2", "#(x)*3 - y", "y/2 + x*#(x^2)", "2/y - #(x/3)^2", "y^3 - #(x*0.9)/x"}

var plantedPoints = []string{"x=0.3,y=0.7", "x=0.85,y=-2"}

// checkPlanted runs a problem in which the partial by x alone is wrong by one
// route.
func checkPlanted(t *testing.T, p compare.Problem, wrong compare.Route, about string) {
	t.Helper()
	for _, q := range run(t, p).Partials {
		if q.Wrt != "x" {
			if q.Verdict != compare.Agree {
				t.Errorf("%s: d%s is %s, which has nothing to do with it: %v", about, q.Wrt, q.Verdict, q.Notes)
			}
			continue
		}
		if q.Verdict != compare.Wrong || !slices.Equal(q.Wrong, []compare.Route{wrong}) {
			t.Errorf("%s: %s %v: %v %v", about, q.Verdict, q.Wrong, q.Values, q.Notes)
			continue
		}
		if !strings.HasPrefix(q.Notes[0], wrong.String()+" is wrong: ") {
			t.Errorf("%s: note %q", about, q.Notes[0])
		}
	}
}

// Every mistake in every route is found, the route is named, and nothing else
// is blamed.
func TestPlantedMistakes(t *testing.T) {
	n := 0
	for _, route := range []compare.Route{compare.Symbolic, compare.Reverse, compare.Forward} {
		for _, fn := range plantedFunctions {
			for _, m := range mistakes {
				// Each with one formula and point: all are met often.
				formula := strings.ReplaceAll(plantedFormulas[n%len(plantedFormulas)], "#", fn.Name())
				at := plantedPoints[n%len(plantedPoints)]
				n++
				p := problem(t, formula, at)
				plant(&p, route, fn, m)
				checkPlanted(t, p, route, route.String()+": "+m.name+" of "+fn.Name()+" in "+formula+" at "+at)
			}
		}
	}
}

// The rules of operations and of functions of several arguments are planted in
// the symbolic table.
func TestPlantedOperations(t *testing.T) {
	for _, tt := range []struct {
		formula string
		rule    diff.Rule
	}{
		{"sin(x)/x + y", diff.Rule{Op: expr.OpDiv, Partials: []string{"1/y", "x/y^2"}}},
		{"sin(x)/x + y", diff.Rule{Op: expr.OpDiv, Partials: []string{"1/y", "-x/y"}}},
		{"x/3 + y", diff.Rule{Op: expr.OpDiv, Partials: []string{"y", "-x/y^2"}}},
		{"x^3 + y", diff.Rule{Op: expr.OpPow, Partials: []string{"y*x^y", "f*log(x)"}}},
		{"x^3 + y", diff.Rule{Op: expr.OpPow, Partials: []string{"x^(y - 1)", "f*log(x)"}}},
		{"x^3 + y", diff.Rule{Op: expr.OpPow, Partials: []string{"y*x^(y - 2)", "f*log(x)"}}},
		{"2^x + y", diff.Rule{Op: expr.OpPow, Partials: []string{"y*x^(y - 1)", "f"}}},
		{"x - y", diff.Rule{Op: expr.OpSub, Partials: []string{"-1", "-1"}}},
		{"-x + y", diff.Rule{Op: expr.OpNeg, Partials: []string{"1"}}},
		{"where(x < 1, x^2, x) + y", diff.Rule{Op: expr.OpSelect, Partials: []string{"0", "where(x, 0, 1)", "where(x, 0, 1)"}}},
		{"max(x, 0.1, 0.2) + y", diff.Rule{Op: expr.OpCall, Func: expr.Max, Each: "where(x == f, 2, 0)"}},
		{"logsumexp(x, 2*x, 1) + y", diff.Rule{Op: expr.OpCall, Func: expr.LogSumExp, Each: "exp(f - x)"}},
		{"norm(x, 2) + y", diff.Rule{Op: expr.OpCall, Func: expr.Norm, Each: "1/f"}},
		// NaN is a mistake like others where nothing excuses it.
		{"sin(x) + y", diff.Rule{Op: expr.OpCall, Func: expr.Sin, Partials: []string{"log(-1)"}}},
	} {
		for _, at := range plantedPoints {
			p := problem(t, tt.formula, at)
			p.Tables.Symbolic = diff.StandardRules(expr.Torch).With(tt.rule)
			checkPlanted(t, p, compare.Symbolic, tt.formula+" at "+at+" with "+strings.Join(tt.rule.Partials, "; ")+tt.rule.Each)
		}
	}
}

// With fewer routes less can be told, and no more is said.
func TestPlantedFewRoutes(t *testing.T) {
	sine := func(p *compare.Problem, routes ...compare.Route) {
		for _, route := range routes {
			plant(p, route, expr.Sin, mistakes[1])
		}
	}
	s, r, f, d := compare.Symbolic, compare.Reverse, compare.Forward, compare.FiniteDifferences
	for _, tt := range []struct {
		name          string
		routes, wrong []compare.Route
		verdict       compare.Verdict
		blamed        []compare.Route
		note          string
	}{
		{
			"differences name the wrong one of two",
			[]compare.Route{s, r, d},
			[]compare.Route{r},
			compare.Wrong,
			[]compare.Route{r},
			"reverse is wrong: symbolic and fd give ",
		},
		{
			"nothing names the wrong one of two",
			[]compare.Route{s, r},
			[]compare.Route{r},
			compare.Wrong, nil, "and nothing tells which is right",
		},
		{
			"two outvote one",
			[]compare.Route{s, r, f},
			[]compare.Route{s},
			compare.Wrong,
			[]compare.Route{s},
			"symbolic is wrong: reverse and forward give ",
		},
		{
			"the majority shares a mistake, which differences contradict",
			[]compare.Route{s, r, f, d},
			[]compare.Route{s, f},
			compare.Wrong, nil, "finite differences bear out reverse: two routes may share a mistake",
		},
		{
			"all share a mistake",
			[]compare.Route{s, r, f, d},
			[]compare.Route{s, r, f},
			compare.Inconclusive, nil, "a mistake is shared",
		},
		{
			"one route against differences",
			[]compare.Route{f, d},
			[]compare.Route{f},
			compare.Inconclusive, nil, "but finite differences give",
		},
	} {
		p := problem(t, "sin(x) + y", "x=0.3,y=2")
		p.Routes = tt.routes
		sine(&p, tt.wrong...)
		q := run(t, p).Partials[0]
		if q.Verdict != tt.verdict || !slices.Equal(q.Wrong, tt.blamed) || !strings.Contains(q.Notes[0], tt.note) {
			t.Errorf("%s: %s %v %q", tt.name, q.Verdict, q.Wrong, q.Notes)
		}
	}
}

// Different mistakes in two routes are both named where differences bear out
// the third.
func TestTwoPlantedMistakes(t *testing.T) {
	p := problem(t, "tanh(x)", "x=0.3")
	plant(&p, compare.Symbolic, expr.Tanh, mistakes[0])
	plant(&p, compare.Forward, expr.Tanh, mistakes[1])
	q := run(t, p).Partials[0]
	if q.Verdict != compare.Wrong || !slices.Equal(q.Wrong, []compare.Route{compare.Symbolic, compare.Forward}) {
		t.Errorf("%s %v %v", q.Verdict, q.Wrong, q.Notes)
	}
}

// A wrong convention at a kink is wrong if it lies outside the one-sided
// derivatives, and a disagreement if not.
func TestPlantedConvention(t *testing.T) {
	for _, tt := range []struct {
		slope float64
		want  compare.Verdict
		wrong []compare.Route
	}{
		{1, compare.Kink, nil},
		{2, compare.Wrong, []compare.Route{compare.Reverse}},
	} {
		p := problem(t, "abs(x)", "x=0")
		p.Tables.Reverse = reverse.StandardRules(expr.Torch)
		p.Tables.Reverse[expr.Abs] = func(_ []float64, _ float64, out []float64) { out[0] = tt.slope }
		q := run(t, p).Partials[0]
		if q.Verdict != tt.want || !slices.Equal(q.Wrong, tt.wrong) {
			t.Errorf("slope %v: %s %v %v", tt.slope, q.Verdict, q.Wrong, q.Notes)
		}
	}
}

// Forward mode has values of its own, so that it notices a wrong kernel, which
// all other routes share.
func TestPlantedKernel(t *testing.T) {
	p := problem(t, "sin(x)", "x=0.3")
	p.Tables.Kernels = compare.StandardTables(expr.Torch).Kernels
	right := p.Tables.Kernels[expr.Sin]
	p.Tables.Kernels[expr.Sin] = func(args []float64) float64 { return 1.01 * right(args) }
	q := run(t, p).Partials[0]
	if q.Verdict != compare.Wrong || len(q.Wrong) > 0 || !strings.Contains(q.Notes[0], "one of them has a function wrong") {
		t.Errorf("%s %v %v", q.Verdict, q.Wrong, q.Notes)
	}
}
