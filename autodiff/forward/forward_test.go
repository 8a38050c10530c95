package forward_test

import (
	"errors"
	"fmt"
	"testing"

	"gonum.org/v1/gonum/num/dual"

	"github.com/gradcmp/gradcmp/autodiff/forward"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
)

func Example() {
	g := expr.NewGraph()
	x1, x2 := g.Var("x1"), g.Var("x2")
	two, three := g.Int(2), g.Int(3)
	f := g.Add(g.Pow(x1, two), g.Mul(three, x1, x2), g.Pow(x2, two))

	p, err := eval.Compile([]expr.Expr{x1, x2}, []expr.Expr{f})
	if err != nil {
		fmt.Println(err)
		return
	}
	d, err := forward.New(p, forward.StandardRules(expr.Torch))
	if err != nil {
		fmt.Println(err)
		return
	}
	value, tangent, jacobian := make([]float64, 1), make([]float64, 1), make([]float64, 2)
	d.Derivative([]float64{2, 3}, []float64{1, -1}, value, tangent)
	d.Jacobian([]float64{2, 3}, value, jacobian)
	fmt.Println(value, tangent, jacobian)
	// Output: [31] [1] [13 12]
}

func differentiator(t testing.TB, inputs []expr.Expr, outputs ...expr.Expr) *forward.Differentiator {
	t.Helper()
	return differentiatorBy(t, expr.Torch, inputs, outputs...)
}

// differentiatorBy returns a differentiator under a convention.
func differentiatorBy(t testing.TB, c expr.Convention, inputs []expr.Expr, outputs ...expr.Expr) *forward.Differentiator {
	t.Helper()
	p, err := eval.Compile(inputs, outputs)
	if err != nil {
		t.Fatal(err)
	}
	d, err := forward.New(p, forward.StandardRules(c))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestSeveralOutputs(t *testing.T) {
	g := expr.NewGraph()
	x, y := g.Var("x"), g.Var("y")
	d := differentiator(t, []expr.Expr{x, y}, g.Mul(x, y), g.Div(x, y), x, g.Int(4))
	values, jacobian := make([]float64, 4), make([]float64, 8)
	d.Jacobian([]float64{3, 2}, values, jacobian)
	if got, want := fmt.Sprint(values, jacobian), "[6 1.5 3 4] [2 3 0.5 -0.75 1 0 0 0]"; got != want {
		t.Errorf("values and Jacobian %s, want %s", got, want)
	}
	values = values[:1]
	differentiator(t, nil, g.Int(4)).Jacobian(nil, values, nil)
	if values[0] != 4 {
		t.Errorf("the value without inputs is %v, want 4", values[0])
	}
}

func TestMissingRule(t *testing.T) {
	g := expr.NewGraph()
	x := g.Var("x")
	p, _ := eval.Compile([]expr.Expr{x}, []expr.Expr{g.Call(expr.Norm, x)})
	rules := forward.StandardRules(expr.Torch)
	delete(rules, expr.Norm)
	_, err := forward.New(p, rules)
	var missing *eval.MissingError
	if !errors.As(err, &missing) || missing.Func != expr.Norm {
		t.Errorf("a missing rule: %v", err)
	}
}

func TestPlantedRule(t *testing.T) {
	g := expr.NewGraph()
	x := g.Var("x")
	p, _ := eval.Compile([]expr.Expr{x}, []expr.Expr{g.Call(expr.Sin, x)})
	rules := forward.StandardRules(expr.Torch)
	rules[expr.Sin] = func([]dual.Number) dual.Number { return dual.Number{Real: 1, Emag: 42} }
	d, err := forward.New(p, rules)
	if err != nil {
		t.Fatal(err)
	}
	value, slope := make([]float64, 1), make([]float64, 1)
	if d.Jacobian([]float64{1}, value, slope); slope[0] != 42 {
		t.Errorf("the planted rule was not used: %v", slope[0])
	}
}

func TestUntakenArmDoesNotPoison(t *testing.T) {
	g := expr.NewGraph()
	x := g.Var("x")
	f := g.Select(g.Compare(expr.Greater, x, g.Int(0)), g.Call(expr.Log, x), x)
	d := differentiator(t, []expr.Expr{x}, f)
	value, slope := make([]float64, 1), make([]float64, 1)
	for _, test := range []struct{ x, slope float64 }{{-1, 1}, {0, 1}, {4, 0.25}} {
		if d.Jacobian([]float64{test.x}, value, slope); slope[0] != test.slope {
			t.Errorf("slope at %v: %v, want %v", test.x, slope[0], test.slope)
		}
	}
}

// Each of these is infinite in one coordinate; the other, which does not
// move, must not become NaN.
func TestStillCoordinatesAreNotPoisoned(t *testing.T) {
	g := expr.NewGraph()
	x, y := g.Var("x"), g.Var("y")
	edges := []expr.Expr{
		g.Call(expr.Sqrt, x), g.Call(expr.Log, x), g.Call(expr.Asin, g.Add(x, g.Int(1))), g.Div(g.Int(1), x),
		g.Pow(x, g.Num(expr.Frac(1, 2))), g.Mul(g.Div(g.Int(1), x), g.Int(3)),
	}
	for i, edge := range edges {
		d := differentiator(t, []expr.Expr{x, y}, g.Add(edge, y))
		value, jacobian := make([]float64, 1), make([]float64, 2)
		d.Jacobian([]float64{0, 5}, value, jacobian)
		if jacobian[1] != 1 {
			t.Errorf("case %d: gradient %v, want 1 in the second place", i, jacobian)
		}
	}
}

func TestLongProductWithZero(t *testing.T) {
	const n = 100_000
	g := expr.NewGraph()
	vars := g.NewVariable("x", expr.Shape{n}).Elems
	d := differentiator(t, vars, g.Mul(vars...))
	x, direction := make([]float64, n), make([]float64, n)
	for i := range x {
		x[i], direction[i] = []float64{2, 0.5}[i%2], 1
	}
	x[10] = 0
	value, slope := make([]float64, 1), make([]float64, 1)
	if d.Derivative(x, direction, value, slope); value[0] != 0 || slope[0] != 0.5 {
		t.Errorf("value %v and slope %v, want 0 and 0.5", value[0], slope[0])
	}
}

func TestMillionInstructions(t *testing.T) {
	g := expr.NewGraph()
	x := g.Var("x")
	half := g.Num(expr.Frac(1, 2))
	y := x
	for range 500_000 {
		y = g.Mul(g.Add(y, x), half)
	}
	value, slope := make([]float64, 1), make([]float64, 1)
	differentiator(t, []expr.Expr{x}, y).Jacobian([]float64{3}, value, slope)
	if value[0] != 3 || slope[0] != 1 {
		t.Errorf("value %v and slope %v, want 3 and 1", value[0], slope[0])
	}
}

func TestRepeatedRunsAllocateNothing(t *testing.T) {
	d, x := mixed(t)
	value, jacobian := make([]float64, 1), make([]float64, len(x))
	if n := testing.AllocsPerRun(100, func() { d.Jacobian(x, value, jacobian) }); n != 0 {
		t.Errorf("a Jacobian allocates %v times", n)
	}
}

// mixed returns a formula with all kinds of operations.
func mixed(t testing.TB) (*forward.Differentiator, []float64) {
	g := expr.NewGraph()
	x, y := g.Var("x"), g.Var("y")
	f := g.Add(g.Mul(x, y, g.Call(expr.Sin, x)), g.Div(x, y), g.Pow(x, g.Int(3)), g.Call(expr.Norm, x, y),
		g.Call(expr.LogSumExp, x, y), g.Call(expr.Max, x, y), g.Select(g.Compare(expr.Less, x, y), x, g.Neg(y)))
	return differentiator(t, []expr.Expr{x, y}, f), []float64{2, 3}
}

func BenchmarkMixed(b *testing.B) {
	d, x := mixed(b)
	value, jacobian := make([]float64, 1), make([]float64, len(x))
	b.ReportAllocs()
	for b.Loop() {
		d.Jacobian(x, value, jacobian)
	}
}
