package stable_test

import (
	"math"
	"testing"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
	"github.com/gradcmp/gradcmp/stable"
)

func TestSeries(t *testing.T) {
	for _, tt := range []struct {
		formula string
		center  int64
		order   int
		want    string // "" where it declines
	}{
		{"exp(x)", 0, 3, "1 + x*(1 + x*(1/2 + x/6))"},
		{"cos(x)", 0, 5, "1 - x^2*(1/2 - x^2/24)"},
		{"(1 - cos(x))/x^2", 0, 4, "1/2 - x^2*(1/24 - x^2/720)"},
		{"log(x)", 1, 3, "(x - 1)*(1 - (x - 1)*(1/2 - (x - 1)/3))"},
		{"sqrt(x)", 4, 2, "2 + (x - 4)*(1/4 - (x - 4)/64)"},
		{"cbrt(x)", -8, 1, "-(2 - (x + 8)/12)"},
		{"(1 + x)^(3/2)", 0, 2, "1 + x*(3/2 + 3*x/8)"},
		{"2/(1 - x)", 0, 2, "2 + x*(2 + 2*x)"},
		{"erf(x)", 0, 3, "x*(2/sqrt(pi) - 2*x^2/(3*sqrt(pi)))"},
		{"atan(x)", 0, 5, "x*(1 - x^2*(1/3 - x^2/5))"},
		{"acos(x)", 0, 1, "pi/2 - x"},
		{"sin(pi*x)", 1, 3, "-(x - 1)*(pi - (x - 1)^2*pi^3/6)"},
		{"tanh(x)", 0, 5, "x*(1 - x^2*(1/3 - 2*x^2/15))"},
		{"sigmoid(x)", 0, 3, "1/2 + x*(1/4 - x^2/48)"},
		{"sinc(x)", 0, 2, "1 - x^2/6"},
		{"tanhshrink(x)", 0, 3, "x^3/3"},
		{"hypot(3, 4 + x)", 0, 1, "5 + 4*x/5"},
		{"xlogy(x, 1 + x)", 0, 3, "x^2*(1 - x/2)"},
		{"(1 + x)^(x)", 0, 2, "1 + x^2"},
		{"e^(2*x)", 0, 1, "1 + 2*x"},
		{"abs(x)", -3, 1, "3 - (x + 3)"},
		{"x^3", 0, 2, "0"},
		{"7", 0, 2, "7"},

		{"exp(x)", 1, 3, ""},
		{"sqrt(x)", 0, 3, ""},
		{"sqrt(x)", 2, 3, ""},
		{"sqrt(x^2)", 0, 3, ""},
		{"abs(x)", 0, 3, ""},
		{"1/x", 0, 3, ""},
		{"log(x)", 0, 3, ""},
		{"x*y", 0, 3, ""},
		{"erf(x) + x", 0, 3, ""},
		{"gamma(1 + x)", 0, 3, ""},
		{"where(x > 0, x, 0)", 0, 3, ""},
		{"x", 0, -1, ""},
		{"x", 0, 1000, ""},
		{"(1 + 1e300*x)^99", 0, 30, ""},
	} {
		e := parse(t, tt.formula)
		got := ""
		if y, ok := stable.Series(e, e.Graph().Var("x"), expr.Int(tt.center), tt.order); ok {
			got = print.String(y)
		}
		if got != tt.want {
			t.Errorf("%s at %d to order %d: %q, want %q", tt.formula, tt.center, tt.order, got, tt.want)
		}
	}
}

// Near their center polynomials of high degree have the values of the
// functions.
func TestSeriesValues(t *testing.T) {
	for _, tt := range []struct {
		formula string
		center  float64
	}{
		{"exp(x)", 0},
		{"expm1(x)", 0},
		{"log(x)", 1},
		{"log1p(x)", 0},
		{"sqrt(x)", 1},
		{"cbrt(x)", -1},
		{"x^(-5/2)", 1},
		{"sin(x)", 0},
		{"cos(x)", 0},
		{"tan(x)", 0},
		{"sec(x)", 0},
		{"x*csc(x)", 0},
		{"x*cot(x)", 0},
		{"sinc(x)", 0},
		{"asin(x)", 0},
		{"acos(x)", 0},
		{"atan(x)", 0},
		{"sinh(x)", 0},
		{"cosh(x)", 0},
		{"tanh(x)", 0},
		{"sech(x)", 0},
		{"x*csch(x)", 0},
		{"x*coth(x)", 0},
		{"asinh(x)", 0},
		{"atanh(x)", 0},
		{"sigmoid(x)", 0},
		{"tanhshrink(x)", 0},
		{"erf(x)", 0},
		{"erfc(x)", 0},
		{"erfi(x)", 0},
		{"norm(3, 4*x)", 1},
		{"sin(pi*x/2)", 1},
		{"cos(pi*x)", 3},
		{"exp(sin(x))*log(1 + x^2)/(1 + x)", 0},
	} {
		e := parse(t, tt.formula)
		x := e.Graph().Var("x")
		y, ok := stable.Series(e, x, expr.Int(int64(tt.center)), 30)
		if !ok {
			t.Errorf("%s has no series at %v", tt.formula, tt.center)
			continue
		}
		p, err := eval.Compile([]expr.Expr{x}, []expr.Expr{e, y})
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range []float64{-0.2, -0.07, 0.11, 0.21} {
			v := p.Eval(nil, []float64{tt.center + d})
			if !(math.Abs(v[0]-v[1]) <= 1e-13*math.Max(1, math.Abs(v[0]))) {
				t.Errorf("%s at %v: %v, its series %v", tt.formula, tt.center+d, v[0], v[1])
			}
		}
	}
}

// Within their radius Taylor polynomials of candidates are right to a few units
// in the last place: here against formulas that lose nothing.
func TestTaylorAccuracy(t *testing.T) {
	for _, tt := range []struct{ formula, exact string }{
		{"(1 - cos(x))/x^2", "2*sin(x/2)^2/x^2"},
		{"exp(x) - 1", "expm1(x)"},
		{"sqrt(1 + x) - 1", "x/(sqrt(1 + x) + 1)"},
		{"(exp(x) - exp(-x))/2", "sinh(x)"},
		{"x - tanh(x)", "tanhshrink(x)"},
	} {
		for _, radius := range []string{"0.0099", "0.099"} {
			f := parse(t, tt.formula)
			x := expr.Vars(f)[0]
			value, err := expr.ParseNumber(radius, 10)
			if err != nil {
				t.Fatal(err)
			}
			var polynomial expr.Expr
			for _, c := range stable.Candidates(f, f, stable.Place{Var: x, Value: value}) {
				if c.Near != "" {
					polynomial = c.Formula
				}
			}
			if !polynomial.IsValid() {
				t.Errorf("%s has no Taylor polynomial", tt.formula)
				continue
			}
			exact := parse(t, tt.exact)
			got := values(t, x, polynomial, value.Float64())
			want := values(t, expr.Vars(exact)[0], exact, value.Float64())
			for i := range got {
				if math.Abs(got[i]/want[i]-1) > 1e-15 {
					t.Errorf("%s at %d: %v, want %v", tt.formula, i, got[i], want[i])
				}
			}
		}
	}
}

// values returns f on both sides of 0, at a distance and nearer.
func values(t *testing.T, x, f expr.Expr, distance float64) []float64 {
	p, err := eval.Compile([]expr.Expr{x}, []expr.Expr{f})
	if err != nil {
		t.Fatal(err)
	}
	var out []float64
	for _, at := range []float64{distance, -distance, distance / 3, distance / 1e3, -distance / 1e6} {
		out = append(out, p.Eval(nil, []float64{at})[0])
	}
	return out
}
