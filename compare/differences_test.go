package compare

import (
	"math"
	"testing"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// compile returns the expression, its variable x and its differences at x.
func differencesOf(t testing.TB, formula string, x float64) *differences {
	t.Helper()
	r, err := parser.Parse(formula, parser.Options{Shapes: map[string]expr.Shape{"x": nil}})
	if err != nil {
		t.Fatal(err)
	}
	program, err := eval.Compile([]expr.Expr{r.Graph.Var("x")}, r.Value.Elems, eval.Keep())
	if err != nil {
		t.Fatal(err)
	}
	d, err := newDifferences(program, eval.StandardKernels(), []float64{x})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// The truth lies inside the error bar, which is not wider than the relative
// width asked for.
func TestDifferences(t *testing.T) {
	for _, tt := range []struct {
		formula string
		x       float64
		want    float64
		width   float64
	}{
		{"x^2", 1e12, 2e12, 1e-12},
		{"x^2", 1e-12, 2e-12, 1e-9},
		{"x^2", 0, 0, 0},
		{"log(x)", 1e-8, 1e8, 1e-9},
		{"log(x)", 1e-300, 1e300, 1e-9},
		{"sqrt(x)", 1e-10, 0.5e5, 1e-9},
		{"sqrt(x)", 1e-30, 0.5e15, 1e-9},
		{"sqrt(x)", 1e20, 0.5e-10, 1e-9},
		{"exp(1000*x)", 0, 1000, 1e-9},
		{"exp(1000*x)", 0.5, 1000 * math.Exp(500), 1e-9},
		{"sin(1e6*x)", 0.3, 1e6 * math.Cos(3e5), 1e-5},
		{"cos(x)", 1e5, -math.Sin(1e5), 1e-8},
		{"1e-30*sin(x)", 1, 1e-30 * math.Cos(1), 1e-9},
		{"sin(x)", 1e-30, 1, 1e-9},
		{"x/(x + 1e-30)", 1e-30, 0.25e30, 1e-9},
		{"x^(-2)", 1e-8, -2e24, 1e-9},
		{"sqrt(x^2 + 1e-20)", 1e-10, math.Sqrt(0.5), 1e-8},
		{"abs(x)", 1e-10, 1, 1e-12},
		{"where(x > 0.01, 1, x)", 0, 1, 1e-12},
		{"x + 1e30*0", 1, 1, 1e-12},
		{"x - x", 3, 0, 0},
		{"atan(x)", 1e8, 1e-16, 1},
		{"(x - 1)^4", 1, 0, 1e-12},
		// One-sided.
		{"where(x >= 1, x^2, log(-1))", 1, 2, 1e-6},
		{"where(x <= 1, x^2, log(-1))", 1, 2, 1e-6},
		{"x*sqrt(x)", 0, 0, 1e-6},
	} {
		e := differencesOf(t, tt.formula, tt.x).partials(0)[0]
		if !(math.Abs(e.value-tt.want) <= e.bar) {
			t.Errorf("%s at %g: %g ± %g, truly %g", tt.formula, tt.x, e.value, e.bar, tt.want)
		}
		if width := tt.width * math.Max(math.Abs(tt.want), 1e-3); !(e.bar <= math.Max(width, 1e-14)) && tt.want != 1e-16 {
			t.Errorf("%s at %g: the bar of %g ± %g is wide", tt.formula, tt.x, e.value, e.bar)
		}
	}
}

// Where no number can be given the estimate says so, by a bar that admits it.
func TestDifferencesUnknown(t *testing.T) {
	for _, tt := range []struct {
		formula string
		x       float64
	}{
		{"log(x)", -1},
		{"sqrt(x)", 0},
		{"asin(x)", 1},
		{"where(x > 0, 1, 0)", 0},
		{"log(x) + log(-x)", 1},
		{"where(x == 2, 0, log(-1))", 2},
		{"x", math.MaxFloat64},
	} {
		e := differencesOf(t, tt.formula, tt.x).partials(0)[0]
		if e.exists() && tt.x != math.MaxFloat64 {
			t.Errorf("%s at %g: %g ± %g", tt.formula, tt.x, e.value, e.bar)
		}
	}
}

// Noise that is far larger than the result is admitted: the terms 1e16 leave
// no digit.
func TestDifferencesNoise(t *testing.T) {
	e := differencesOf(t, "x + 1e20 - 1e20", 1).partials(0)[0]
	if !(e.bar > 1) {
		t.Errorf("%g ± %g", e.value, e.bar)
	}
}

func TestSides(t *testing.T) {
	for _, tt := range []struct {
		formula     string
		x           float64
		left, right float64 // NaN for none
		jump        bool
	}{
		{"abs(x)", 0, -1, 1, false},
		{"abs(x - 3)", 3, -1, 1, false},
		{"where(x > 0, 5*x, x^2)", 0, 0, 5, false},
		{"x^2", 0, 0, 0, false},
		{"sqrt(x)", 0, nan, nan, false},
		{"x^1.5", 0, nan, 0, false},
		{"where(x > 0, 1, 0)", 0, 0, nan, true},
		{"where(x > 3, 2*x, x)", 3, 1, nan, true},
		{"sign(x)", 0, nan, nan, true},
		{"1 + sqrt(x)", 0, nan, nan, false},
	} {
		s := differencesOf(t, tt.formula, tt.x).sides(0)[0]
		for _, side := range []struct {
			name string
			got  estimate
			want float64
		}{{"left", s.left, tt.left}, {"right", s.right, tt.right}} {
			if side.got.exists() == math.IsNaN(side.want) || side.got.exists() && math.Abs(side.got.value-side.want) > side.got.bar {
				t.Errorf("%s at %g, %s: %g ± %g, want %g", tt.formula, tt.x, side.name, side.got.value, side.got.bar, side.want)
			}
		}
		if s.jump != tt.jump {
			t.Errorf("%s at %g jumps: %v", tt.formula, tt.x, s.jump)
		}
	}
}

func TestEstimateString(t *testing.T) {
	for _, tt := range []struct {
		e    estimate
		want string
	}{
		{noEstimate(), "unknown"},
		{estimate{value: 1, bar: 1e-12}, "1"},
		{estimate{value: 2.0 / 3, bar: 1e-4}, "0.667"},
		{estimate{value: -2.0 / 3}, "-0.666666667"},
		{estimate{value: 1e-15, bar: 1e-12}, "0"},
		{estimate{value: 3, bar: 2}, "3"},
	} {
		if got := tt.e.String(); got != tt.want {
			t.Errorf("%v: %q, want %q", tt.e, got, tt.want)
		}
	}
}

func BenchmarkDifferences(b *testing.B) {
	d := differencesOf(b, "exp(-x^2/2)*sin(3*x)", 0.7)
	b.ReportAllocs()
	for range b.N {
		d.partials(0)
	}
}
