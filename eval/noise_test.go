package eval_test

import (
	"math"
	"testing"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
)

// The rounding errors of a few formulas are known: the true value is computed
// from a form that does not cancel. At many points the estimate must seldom be
// below the error and not much above its size.
func TestNoiseTellsTheError(t *testing.T) {
	const points, samples = 400, 5
	g := expr.NewGraph()
	x := g.Var("x")
	one := g.Int(1)
	for _, test := range []struct {
		name   string
		f      expr.Expr
		truth  func(x float64) float64
		center float64
	}{
		{
			"(1-cos(x))/x^2", g.Div(g.Sub(one, g.Call(expr.Cos, x)), g.Pow(x, g.Int(2))),
			func(x float64) float64 { s := math.Sin(x / 2); return 2 * s * s / (x * x) }, 1e-5,
		},
		{
			"exp(x)-1", g.Sub(g.Call(expr.Exp, x), one),
			math.Expm1, 1e-7,
		},
		{
			"sqrt(x+1)-sqrt(x)", g.Sub(g.Call(expr.Sqrt, g.Add(x, one)), g.Call(expr.Sqrt, x)),
			func(x float64) float64 { return 1 / (math.Sqrt(x+1) + math.Sqrt(x)) }, 1e9,
		},
		{
			"x^3-3*x^2+3*x-1",
			g.Add(g.Sub(g.Pow(x, g.Int(3)), g.Mul(g.Int(3), g.Pow(x, g.Int(2)))), g.Sub(g.Mul(g.Int(3), x), one)),
			func(x float64) float64 { return (x - 1) * (x - 1) * (x - 1) }, 1.01,
		},
	} {
		p := compile(t, []expr.Expr{x}, []expr.Expr{test.f})
		m, err := eval.NewMachine(p, eval.StandardKernels())
		if err != nil {
			t.Fatal(err)
		}
		var errors, estimates float64
		below := 0
		for i := range points {
			at := test.center * (1 + float64(i)/1000)
			deviation := math.Abs(m.Eval(nil, []float64{at})[0] - test.truth(at))
			estimate := eval.Noise(p, []float64{at}, samples, uint64(i))[0]
			errors += deviation
			estimates += estimate
			if estimate < deviation {
				below++
			}
		}
		ratio := estimates / errors
		t.Logf("%s: mean error %.2g, mean estimate %.1f times that; %d of %d below the error",
			test.name, errors/points, ratio, below, points)
		if ratio < 2 || ratio > 15 {
			t.Errorf("%s: the mean estimate is %.2g times the mean error", test.name, ratio)
		}
		if below > points/20 {
			t.Errorf("%s: the estimate is below the error at %d of %d points", test.name, below, points)
		}
	}
}

func TestNoiseOfExactOperations(t *testing.T) {
	g := expr.NewGraph()
	x, y := g.Var("x"), g.Var("y")
	exact := g.Add(g.Neg(g.Mul(x, y)), g.Div(x, g.Int(4)), g.Pow(x, g.Int(3)), g.Num(expr.Frac(1, 8)),
		g.Call(expr.Max, x, y), g.Call(expr.Floor, g.Div(y, g.Int(2))), g.Call(expr.Sqrt, g.Int(49)), g.Select(g.Compare(expr.Less, x, y), x, y))
	overflow := g.Div(x, g.Sub(y, y))
	undefined := g.Call(expr.Log, g.Neg(x))
	p := compile(t, []expr.Expr{x, y}, []expr.Expr{exact, overflow, undefined})
	noise := eval.Noise(p, []float64{3, 5}, 10, 1)
	if noise[0] != 0 || noise[1] != 0 || !math.IsNaN(noise[2]) {
		t.Errorf("noise %v, want [0 0 NaN]", noise)
	}
}

// Each sample converts the constants anew: among many, some are an ulp below
// and some an ulp above the nearest double.
func TestNoiseOfConstants(t *testing.T) {
	g := expr.NewGraph()
	tenth := 0.1
	p := compile(t, nil, []expr.Expr{g.Num(expr.Frac(1, 10))})
	want := math.Nextafter(tenth, 1) - math.Nextafter(tenth, 0)
	if got := eval.Noise(p, nil, 30, 1)[0]; got != want {
		t.Errorf("the spread of 1/10 is %v, want %v", got, want)
	}
}

func TestNoiseIsDeterministic(t *testing.T) {
	g := expr.NewGraph()
	x := g.Var("x")
	p := compile(t, []expr.Expr{x}, []expr.Expr{g.Sub(g.Call(expr.Exp, x), g.Int(1))})
	a, b := eval.Noise(p, []float64{0.3}, 4, 9)[0], eval.Noise(p, []float64{0.3}, 4, 9)[0]
	if a != b || a == 0 {
		t.Errorf("two estimates with one seed: %v and %v", a, b)
	}
	if none := eval.Noise(p, []float64{0.3}, 0, 9)[0]; none != 0 {
		t.Errorf("the spread of no samples is %v", none)
	}
}
