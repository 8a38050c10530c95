package diff_test

import (
	"math"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/evaltest"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// gradientOf differentiates with the standard rules.
func gradientOf(t testing.TB, f expr.Expr, wrt []expr.Expr) []expr.Expr {
	t.Helper()
	grad, err := diff.Gradient(f, wrt, diff.StandardRules(expr.Torch))
	if err != nil {
		t.Fatal(err)
	}
	return grad
}

// values evaluates expressions of the variables vars at a point.
func values(t testing.TB, vars, outputs []expr.Expr, point []float64) []float64 {
	t.Helper()
	p, err := eval.Compile(vars, outputs)
	if err != nil {
		t.Fatal(err)
	}
	return p.Eval(nil, point)
}

func scalar(t testing.TB, g *expr.Graph, source string, opts parser.Options) expr.Expr {
	t.Helper()
	r, err := parser.ParseInto(g, source, opts)
	if err != nil {
		t.Fatal(err)
	}
	return r.Value.Elems[0]
}

// arities are the numbers of arguments that a function is tried with.
func arities(fn expr.Func) []int {
	info := fn.Info()
	if info.MaxArgs == expr.Variadic {
		return []int{max(1, info.MinArgs), 2, 3, 5}
	}
	return []int{info.MaxArgs}
}

// ordinary are points at which no function is at an edge; the coordinates of
// each differ.
var ordinary = [][]float64{
	{0.3, 0.55, 0.1, 0.45, 0.2},
	{-0.4, 0.25, -0.7, 0.6, 0.05},
	{0.875, -0.125, 0.5, -0.625, 0.375},
	{1.25, 2.5, 0.75, 3, 1.75},
}

func TestEveryFunctionHasRule(t *testing.T) {
	rules := diff.StandardRules(expr.Torch)
	for _, fn := range expr.Funcs() {
		if _, ok := rules.Lookup(fn); !ok {
			t.Errorf("%s has no rule", fn)
			continue
		}
		for _, n := range arities(fn) {
			g := expr.NewGraph()
			args := g.NewVariable("x", expr.Shape{n}).Elems
			vars := slices.Clone(args)
			if hasOrder(fn) {
				args[0], vars = g.Int(2), vars[1:]
			}
			checkDifferences(t, g.Call(fn, args...), vars)
		}
	}
}

// hasOrder reports whether the first argument of a function is an order, by
// which there is no derivative.
func hasOrder(fn expr.Func) bool {
	row, _ := diff.StandardRules(expr.Torch).Lookup(fn)
	return len(row.Partials) > 0 && row.Partials[0] == ""
}

func TestNoDerivativeByOrder(t *testing.T) {
	g := expr.NewGraph()
	n, x := g.Var("n"), g.Var("x")
	f := g.Call(expr.BesselJ, n, x)
	if _, err := diff.Gradient(f, []expr.Expr{x}, diff.StandardRules(expr.Torch)); err != nil {
		t.Errorf("by the argument: %v", err)
	}
	_, err := diff.Gradient(f, []expr.Expr{n}, diff.StandardRules(expr.Torch))
	if err == nil || err.Error() != "besselj has no derivative with respect to its argument 1" {
		t.Errorf("by the order: %v", err)
	}
}

func TestEveryOperationHasRule(t *testing.T) {
	for _, source := range []string{
		"-x", "x + y + z", "x*y*z", "x*y*z*x*y*z*x*y*z*x*y*z", "x - y", "x/y", "x^y", "x^3", "3^x", "x < y",
		"where(x < y, x*z, y^2)", "where(x, y, z)",
	} {
		g := expr.NewGraph()
		vars := []expr.Expr{g.Var("x"), g.Var("y"), g.Var("z")}
		checkDifferences(t, scalar(t, g, source, parser.Options{}), vars)
	}
}

// checkDifferences compares the gradient of f with central differences at the
// ordinary points in its domain, of which there must be one.
func checkDifferences(t *testing.T, f expr.Expr, vars []expr.Expr) {
	t.Helper()
	grad := gradientOf(t, f, vars)
	compared := len(vars) == 0
	for _, point := range ordinary {
		point = point[:len(vars)]
		got := values(t, vars, grad, point)
		value := func(x []float64) float64 { return values(t, vars, []expr.Expr{f}, x)[0] }
		for i := range vars {
			want, ok := evaltest.Difference(value, point, i)
			if !ok {
				continue
			}
			compared = true
			if !(math.Abs(got[i]-want) <= 1e-6*(1+math.Abs(want))) {
				t.Errorf("the partial of %v with respect to argument %d at %v is %v, by differences %v", f.Func(), i, point, got[i], want)
			}
		}
	}
	if !compared {
		t.Errorf("the partials of %v were not compared anywhere", f.Func())
	}
}

// squareLeavesRange reports whether x^2, which many formulas contain where the
// AD routes take care, overflows or underflows.
func squareLeavesRange(x float64) bool { return math.Abs(x) > 1e150 || x != 0 && math.Abs(x) < 1e-150 }

// isPole reports whether gamma(x + 1) has a pole.
func isPole(x float64) bool { return x < 0 && x == math.Trunc(x) }

// The recorded partials are mpmath's. What a formula loses by cancellation in
// doubles is not the rule's fault, so the noise of the formula is allowed for.
func TestRulesAgainstTruth(t *testing.T) {
	const (
		generous = 20
		tiny     = 1e-300 // squares underflow early
	)
	compared := 0
	for _, row := range evaltest.Truth() {
		f, vars := evaltest.Call(row.Name, len(row.Args))
		var partials []*big.Float
		var by []expr.Expr
		for i, partial := range row.Partials {
			if partial != nil {
				partials, by = append(partials, partial), append(by, vars[i])
			}
		}
		if len(by) == 0 || slices.ContainsFunc(row.Args, squareLeavesRange) {
			continue
		}
		program, err := eval.Compile(vars, gradientOf(t, f, by))
		if err != nil {
			t.Fatal(err)
		}
		if row.Name == "binomial" && slices.ContainsFunc([]float64{row.Args[0], row.Args[1], row.Args[0] - row.Args[1]}, isPole) {
			continue // a gamma function in the formula has a pole where the binomial has none
		}
		got, noise := program.Eval(nil, row.Args), eval.Noise(program, row.Args, 8, 1)
		for i, partial := range partials {
			compared++
			want, _ := partial.Float64()
			if allowed := generous*noise[i] + 1e-14*math.Abs(want) + tiny; got[i] != want && !(math.Abs(got[i]-want) <= allowed) {
				t.Errorf("partial %d of %s%v = %v, want %v; noise %v", i, row.Name, row.Args, got[i], want, noise[i])
			}
		}
	}
	if compared < 100 {
		t.Errorf("only %d partials compared", compared)
	}
}

func TestKinksAndTies(t *testing.T) {
	for _, test := range []struct {
		source string
		at     []float64 // x, y, z
		want   []float64
	}{
		{"abs(x)", []float64{0, 0, 0}, []float64{0, 0, 0}},
		{"sign(x)", []float64{0, 0, 0}, []float64{0, 0, 0}},
		{"relu(x)", []float64{0, 0, 0}, []float64{0, 0, 0}},
		{"max(x, y)", []float64{1, 1, 0}, []float64{0.5, 0.5, 0}},
		{"min(x, y)", []float64{1, 1, 0}, []float64{0.5, 0.5, 0}},
		{"max(x, y)", []float64{1, 2, 0}, []float64{0, 1, 0}},
		{"min(x, y)", []float64{1, 2, 0}, []float64{1, 0, 0}},
		{"max(x, x)", []float64{3, 0, 0}, []float64{1, 0, 0}},
		{"max(x, y, z)", []float64{2, 1, 2}, []float64{0.5, 0, 0.5}},
		{"max(x, y, z)", []float64{1, 1, 1}, []float64{1. / 3, 1. / 3, 1. / 3}},
		{"min(x, y, z)", []float64{1, 1, 2}, []float64{0.5, 0.5, 0}},
		{"argmax(x, y)", []float64{1, 1, 0}, []float64{0, 0, 0}},
		{"where(x < y, x*z, y)", []float64{1, 2, 3}, []float64{3, 0, 1}},
		{"where(x < y, x*z, y)", []float64{2, 2, 3}, []float64{0, 1, 0}},
		{"x*(x < y)", []float64{1, 2, 0}, []float64{1, 0, 0}},
	} {
		g := expr.NewGraph()
		vars := []expr.Expr{g.Var("x"), g.Var("y"), g.Var("z")}
		got := values(t, vars, gradientOf(t, scalar(t, g, test.source, parser.Options{}), vars), test.at)
		for i, want := range test.want {
			if got[i] != want {
				t.Errorf("gradient of %s at %v = %v, want %v", test.source, test.at, got, test.want)
				break
			}
		}
	}
}

func TestPlantedRule(t *testing.T) {
	g := expr.NewGraph()
	x := g.Var("x")
	f := g.Call(expr.Sin, g.Mul(x, x))
	standard := diff.StandardRules(expr.Torch)
	planted := standard.With(diff.Rule{Op: expr.OpCall, Func: expr.Sin, Partials: []string{"-cos(x)"}})
	for _, test := range []struct {
		rules *diff.Rules
		sign  float64
	}{{planted, -1}, {standard, 1}} {
		grad, err := diff.Gradient(f, []expr.Expr{x}, test.rules)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := values(t, []expr.Expr{x}, grad, []float64{0.5})[0], test.sign*math.Cos(0.25); got != want {
			t.Errorf("the derivative is %v, want %v", got, want)
		}
	}
	if rule, ok := planted.Lookup(expr.Sin); !ok || rule.Partials[0] != "-cos(x)" {
		t.Errorf("the planted rule is looked up as %v", rule)
	}
}

func TestBadRules(t *testing.T) {
	call := func(fn expr.Func, partials ...string) diff.Rule {
		return diff.Rule{Op: expr.OpCall, Func: fn, Partials: partials}
	}
	for _, test := range []struct {
		source string
		rules  *diff.Rules
		want   string
	}{
		{"sin(x)", new(diff.Rules), "no symbolic derivative rule for sin"},
		{"-x", new(diff.Rules), "no symbolic derivative rule for a negation"},
		{"sin(x)", diff.StandardRules(expr.Torch).With(call(expr.Sin)), "the symbolic derivative rule for sin has 0 partials for 1 arguments"},
		{"-x", new(diff.Rules).With(diff.Rule{Op: expr.OpNeg}), "the symbolic derivative rule for a negation has 0 partials"},
		{"sin(x)", diff.StandardRules(expr.Torch).With(call(expr.Sin, "cos(")), `symbolic derivative rule "cos("`},
		{"sin(x)", diff.StandardRules(expr.Torch).With(call(expr.Sin, "cos(t)")), `symbolic derivative rule "cos(t)": unknown name t`},
		{"sin(x)", diff.StandardRules(expr.Torch).With(call(expr.Sin, "[x, x]")), "a vector(2) in place of a scalar"},
	} {
		g := expr.NewGraph()
		_, err := diff.Gradient(scalar(t, g, test.source, parser.Options{}), []expr.Expr{g.Var("x")}, test.rules)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want %s", test.source, err, test.want)
		}
	}
}
