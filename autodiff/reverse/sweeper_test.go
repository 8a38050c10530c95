package reverse_test

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"github.com/gradcmp/gradcmp/autodiff/reverse"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
)

func Example() {
	g := expr.NewGraph()
	x1, x2 := g.Var("x1"), g.Var("x2")
	two, three := g.Int(2), g.Int(3)
	f := g.Add(g.Pow(x1, two), g.Mul(three, x1, x2), g.Pow(x2, two))

	p, err := eval.Compile([]expr.Expr{x1, x2}, []expr.Expr{f}, eval.Keep())
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := reverse.New(p, eval.StandardKernels(), reverse.StandardRules(expr.Torch))
	if err != nil {
		fmt.Println(err)
		return
	}
	grad := make([]float64, 2)
	value := s.Gradient([]float64{2, 3}, 0, grad)
	fmt.Println(value, grad)
	// Output: 31 [13 12]
}

func sweeper(t testing.TB, inputs []expr.Expr, outputs ...expr.Expr) *reverse.Sweeper {
	t.Helper()
	return sweeperBy(t, expr.Torch, inputs, outputs...)
}

// sweeperBy returns a sweeper under a convention.
func sweeperBy(t testing.TB, c expr.Convention, inputs []expr.Expr, outputs ...expr.Expr) *reverse.Sweeper {
	t.Helper()
	p, err := eval.Compile(inputs, outputs, eval.Keep())
	if err != nil {
		t.Fatal(err)
	}
	s, err := reverse.New(p, eval.StandardKernels(), reverse.StandardRules(c))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSeveralOutputs(t *testing.T) {
	g := expr.NewGraph()
	x, y := g.Var("x"), g.Var("y")
	s := sweeper(t, []expr.Expr{x, y}, g.Mul(x, y), g.Div(x, y), x, g.Int(4), x)
	values, jacobian, grad := make([]float64, 5), make([]float64, 10), make([]float64, 2)
	s.Jacobian([]float64{3, 2}, values, jacobian)
	if got, want := fmt.Sprint(values, jacobian), "[6 1.5 3 4 3] [2 3 0.5 -0.75 1 0 0 0 1 0]"; got != want {
		t.Errorf("values and Jacobian %s, want %s", got, want)
	}
	s.VJP([]float64{3, 2}, []float64{1, 2, 3, 4, 5}, values, grad)
	if got, want := fmt.Sprint(values, grad), "[6 1.5 3 4 3] [11 1.5]"; got != want {
		t.Errorf("values and product %s, want %s", got, want)
	}
}

func TestNewErrors(t *testing.T) {
	g := expr.NewGraph()
	x := g.Var("x")
	inputs, outputs := []expr.Expr{x}, []expr.Expr{g.Call(expr.Sin, x)}
	reusing, _ := eval.Compile(inputs, outputs)
	if _, err := reverse.New(reusing, eval.StandardKernels(), reverse.StandardRules(expr.Torch)); !errors.Is(err, reverse.ErrNotKept) {
		t.Errorf("a program that is not kept: %v", err)
	}
	keeping, _ := eval.Compile(inputs, outputs, eval.Keep())
	rules := reverse.StandardRules(expr.Torch)
	delete(rules, expr.Sin)
	_, err := reverse.New(keeping, eval.StandardKernels(), rules)
	var missing *eval.MissingError
	if !errors.As(err, &missing) || missing.Func != expr.Sin {
		t.Errorf("a missing rule: %v", err)
	}
}

func TestPlantedRule(t *testing.T) {
	g := expr.NewGraph()
	x := g.Var("x")
	p, _ := eval.Compile([]expr.Expr{x}, []expr.Expr{g.Call(expr.Sin, x)}, eval.Keep())
	rules := reverse.StandardRules(expr.Torch)
	rules[expr.Sin] = func(_ []float64, _ float64, out []float64) { out[0] = 42 }
	s, err := reverse.New(p, eval.StandardKernels(), rules)
	if err != nil {
		t.Fatal(err)
	}
	grad := make([]float64, 1)
	if s.Gradient([]float64{1}, 0, grad); grad[0] != 42 {
		t.Errorf("the planted rule was not used: %v", grad[0])
	}
}

func TestUntakenArmDoesNotPoison(t *testing.T) {
	g := expr.NewGraph()
	x := g.Var("x")
	f := g.Select(g.Compare(expr.Greater, x, g.Int(0)), g.Call(expr.Log, x), x)
	root := g.Select(g.Compare(expr.Greater, x, g.Int(0)), g.Call(expr.Sqrt, x), g.Mul(x, x))
	s := sweeper(t, []expr.Expr{x}, f, root)
	values, jacobian := make([]float64, 2), make([]float64, 2)
	for _, test := range []struct{ x, slope, rootSlope float64 }{{-1, 1, -2}, {0, 1, 0}, {4, 0.25, 0.25}} {
		s.Jacobian([]float64{test.x}, values, jacobian)
		if jacobian[0] != test.slope || jacobian[1] != test.rootSlope {
			t.Errorf("slopes at %v: %v, want %v and %v", test.x, jacobian, test.slope, test.rootSlope)
		}
	}
}

func TestLongProductWithZeros(t *testing.T) {
	const n = 100_000
	g := expr.NewGraph()
	vars := g.NewVariable("x", expr.Shape{n}).Elems
	s := sweeper(t, vars, g.Mul(vars...))
	x, grad := make([]float64, n), make([]float64, n)
	for _, zeros := range []int{0, 1, 2} {
		for i := range x {
			x[i] = []float64{2, 0.5}[i%2]
		}
		for _, i := range []int{10, 77_777}[:min(zeros, 2)] {
			x[i] = 0
		}
		value := s.Gradient(x, 0, grad)
		nonzero := 0
		for _, d := range grad {
			if d != 0 {
				nonzero++
			}
		}
		want := []struct {
			value   float64
			nonzero int
			at10    float64
		}{{1, n, 0.5}, {0, 1, 0.5}, {0, 0, 0}}[zeros]
		if value != want.value || nonzero != want.nonzero || grad[10] != want.at10 {
			t.Errorf("%d zeros: value %v, %d partials that are not 0, one of them %v; want %v", zeros, value, nonzero, grad[10], want)
		}
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
	grad := make([]float64, 1)
	if value := sweeper(t, []expr.Expr{x}, y).Gradient([]float64{3}, 0, grad); value != 3 || grad[0] != 1 {
		t.Errorf("value %v and slope %v, want 3 and 1", value, grad[0])
	}
}

func TestRepeatedSweepsAllocateNothing(t *testing.T) {
	s, x := rosenbrock(t, 10)
	grad := make([]float64, len(x))
	if n := testing.AllocsPerRun(100, func() { s.Gradient(x, 0, grad) }); n != 0 {
		t.Errorf("a gradient allocates %v times", n)
	}
}

// rosenbrock returns the sweeper of the sum of 100*(x[i+1] - x[i]^2)^2 + (1 -
// x[i])^2 and a point.
func rosenbrock(t testing.TB, n int) (*reverse.Sweeper, []float64) {
	g := expr.NewGraph()
	x := g.NewVariable("x", expr.Shape{n}).Elems
	one, two, hundred := g.Int(1), g.Int(2), g.Int(100)
	var terms []expr.Expr
	for i := range n - 1 {
		valley := g.Pow(g.Sub(x[i+1], g.Pow(x[i], two)), two)
		terms = append(terms, g.Mul(hundred, valley), g.Pow(g.Sub(one, x[i]), two))
	}
	point := make([]float64, n)
	for i := range point {
		point[i] = 1 + math.Sin(float64(i))/10
	}
	return sweeper(t, x, g.Add(terms...)), point
}

func TestRosenbrockGradient(t *testing.T) {
	s, x := rosenbrock(t, 50)
	grad := make([]float64, len(x))
	s.Gradient(x, 0, grad)
	for i := range x {
		want := 0.0
		if i > 0 {
			want += 200 * (x[i] - x[i-1]*x[i-1])
		}
		if i < len(x)-1 {
			want += -400*x[i]*(x[i+1]-x[i]*x[i]) - 2*(1-x[i])
		}
		if math.Abs(grad[i]-want) > 1e-12*(1+math.Abs(want)) {
			t.Errorf("partial %d: %v, want %v", i, grad[i], want)
		}
	}
}

func BenchmarkRosenbrock1000(b *testing.B) {
	s, x := rosenbrock(b, 1000)
	grad := make([]float64, len(x))
	b.ReportAllocs()
	for b.Loop() {
		s.Gradient(x, 0, grad)
	}
}

func BenchmarkProduct2000(b *testing.B) {
	const n = 2000
	g := expr.NewGraph()
	vars := g.NewVariable("x", expr.Shape{n}).Elems
	x, grad := make([]float64, n), make([]float64, n)
	for i := range x {
		x[i] = 1 + 1/float64(i+1)
	}
	for name, f := range map[string]expr.Expr{"n-ary": g.Mul(vars...), "binary": chain(g, vars)} {
		b.Run(name, func(b *testing.B) {
			s := sweeper(b, vars, f)
			b.ReportAllocs()
			for b.Loop() {
				s.Gradient(x, 0, grad)
			}
		})
	}
}

func chain(g *expr.Graph, factors []expr.Expr) expr.Expr {
	y := factors[0]
	for _, x := range factors[1:] {
		y = g.Mul(y, x)
	}
	return y
}
