package eval_test

import (
	"fmt"
	"math"
	"testing"

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
	m, err := eval.NewMachine(p, eval.StandardKernels())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(m.Eval(nil, []float64{2, 3}), m.Eval(nil, []float64{-1, 0.5}))
	// Output: [31] [-0.25]
}

func TestCompare(t *testing.T) {
	nan := math.NaN()
	for _, test := range []struct {
		r    expr.Relation
		a, b float64
		want float64
	}{
		{expr.Less, 1, 2, 1},
		{expr.Less, 2, 2, 0},
		{expr.LessEqual, 2, 2, 1},
		{expr.Greater, 3, 2, 1},
		{expr.GreaterEqual, 2, 3, 0},
		{expr.Equal, 0, math.Copysign(0, -1), 1},
		{expr.NotEqual, 1, 2, 1},
		{expr.Less, nan, 1, 0},
		{expr.GreaterEqual, nan, nan, 0},
		{expr.Equal, nan, nan, 0},
		{expr.NotEqual, nan, nan, 1},
	} {
		if got := eval.Compare(test.r, test.a, test.b); got != test.want {
			t.Errorf("%v %s %v is %v, want %v", test.a, test.r, test.b, got, test.want)
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
	p := compile(t, []expr.Expr{x}, []expr.Expr{y})
	if got := p.Eval(nil, []float64{3})[0]; got != 3 || len(p.Code()) != 1_000_000 {
		t.Errorf("%d instructions yield %v, want 3", len(p.Code()), got)
	}
}

func TestRepeatedRunsAllocateNothing(t *testing.T) {
	p, m := quadratic(t)
	x, y := []float64{2, 3}, make([]float64, 1)
	it := eval.NewInterpreter(p, float64s{eval.StandardKernels()})
	for name, run := range map[string]func(){
		"machine":     func() { m.Eval(y, x) },
		"interpreter": func() { it.Run(y, x) },
	} {
		if n := testing.AllocsPerRun(100, run); n != 0 {
			t.Errorf("a run of the %s allocates %v times", name, n)
		}
	}
}

func TestWrongPoint(t *testing.T) {
	_, m := quadratic(t)
	defer func() {
		if recover() == nil {
			t.Error("a point of one coordinate was accepted for two inputs")
		}
	}()
	m.Eval(nil, []float64{1})
}

func quadratic(t testing.TB) (*eval.Program, *eval.Machine) {
	g := expr.NewGraph()
	x1, x2 := g.Var("x1"), g.Var("x2")
	two := g.Int(2)
	f := g.Add(g.Pow(x1, two), g.Mul(g.Int(3), x1, x2), g.Pow(x2, two), g.Call(expr.Sin, x1))
	p := compile(t, []expr.Expr{x1, x2}, []expr.Expr{f})
	m, err := eval.NewMachine(p, eval.StandardKernels())
	if err != nil {
		t.Fatal(err)
	}
	return p, m
}

func BenchmarkQuadratic(b *testing.B) {
	_, m := quadratic(b)
	x, y := []float64{2, 3}, make([]float64, 1)
	b.ReportAllocs()
	for b.Loop() {
		m.Eval(y, x)
	}
}

// A chain of sums, products and differences shows the cost of an instruction.
func BenchmarkChain(b *testing.B) {
	const links = 1000
	g := expr.NewGraph()
	x := g.Var("x")
	y := x
	for range links {
		y = g.Sub(g.Mul(g.Add(y, x), x), y)
	}
	m, err := eval.NewMachine(compile(b, []expr.Expr{x}, []expr.Expr{y}), eval.StandardKernels())
	if err != nil {
		b.Fatal(err)
	}
	point, out := []float64{0.5}, make([]float64, 1)
	b.ReportAllocs()
	for b.Loop() {
		m.Eval(out, point)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/(3*links), "ns/instr")
}

func BenchmarkKernels(b *testing.B) {
	kernels := eval.StandardKernels()
	args := []float64{1.37, 2.5}
	for _, fn := range []expr.Func{expr.Exp, expr.Sin, expr.Hypot, expr.LogSumExp, expr.Norm, expr.BesselJ0} {
		b.Run(fn.Name(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				kernels[fn](args)
			}
		})
	}
}

func BenchmarkCompile(b *testing.B) {
	g := expr.NewGraph()
	x := g.Var("x")
	y := x
	for range 10_000 {
		y = g.Add(g.Mul(y, x), g.Call(expr.Sin, y))
	}
	b.ReportAllocs()
	for b.Loop() {
		compile(b, []expr.Expr{x}, []expr.Expr{y}, eval.Keep())
	}
}
