package stable_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
	"github.com/gradcmp/gradcmp/parser"
	"github.com/gradcmp/gradcmp/stable"
)

func parse(t testing.TB, text string) expr.Expr {
	t.Helper()
	result, err := parser.Parse(text, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return result.Value.Elems[0]
}

// written returns a candidate as text: the formula, its conditions after "if".
func written(c stable.Candidate) string {
	text := print.String(c.Formula)
	for i, condition := range c.Conditions {
		text += []string{" if ", " and "}[min(i, 1)] + print.String(condition)
	}
	return text
}

func texts(candidates []stable.Candidate) []string {
	var out []string
	for _, c := range candidates {
		out = append(out, written(c))
	}
	return out
}

func TestBestGuess(t *testing.T) {
	for _, tt := range []struct{ formula, want string }{
		{"(1 - cos(x))/x^2", "2*sin(x/2)^2/x^2"},
		{"2 - 2*cos(3*t)", "4*sin(3*t/2)^2"},
		{"-1*cos(x) + 1", "2*sin(x/2)^2"},
		{"1 + -cos(x)", "2*sin(x/2)^2"},
		{"w - w*cos(x) + y", "2*w*sin(x/2)^2 + y"},
		{"(1 - cos(x))/(1 - cos(y))", "sin(x/2)^2/sin(y/2)^2"},
		{"cos(x + h) - cos(x)", "-2*sin(h/2 + x)*sin(h/2)"},
		{"sin(x + 1e-8) - sin(x)", "2*cos(x + 5e-9)*sin(5e-9)"},
		{"(1 - cos(x))/sin(x)", "tan(x/2)"},
		{"tan(x) - sin(x)", "2*tan(x)*sin(x/2)^2"},
		{"sin(pi*x)", "(1 - 2*mod(round(x), 2))*sin(pi*(x - round(x)))"},

		{"exp(x) - 1", "expm1(x)"},
		{"e^x - 1", "expm1(x)"},
		{"exp(a) - exp(b)", "exp(b)*expm1(a - b)"},
		{"2^x - 1", "expm1(x*log(2))"},
		{"(1 + x^2)^n - 1", "expm1(n*log1p(x^2))"},
		{"cosh(x)^n - 1", "expm1(n*log1p(2*sinh(x/2)^2))"},
		{"(1 + x)^n - 1", "expm1(n*log1p(x)) if x > -1"},
		{"1 - (1 - p)^n", "-expm1(n*log1p(-p)) if -p > -1"},
		{"x/(exp(x) - 1)", "x/expm1(x)"},
		{"log(1 + x)", "log1p(x)"},
		{"log(1 - x)", "log1p(-x)"},
		{"log(x + 1 - y)", "log1p(x - y)"},
		{"log(x + 1) - log(x)", "log1p(1/x)"},
		{"log(1 + x) - x*0", "log1p(x)"},

		{"log(exp(a) + exp(b))", "logaddexp(a, b)"},
		{"log(exp(a) + exp(b) + exp(c))", "logsumexp(a, b, c)"},
		{"log(1 + exp(a) + exp(b))", "logsumexp(0, a, b)"},
		{"log(1 + exp(x))", "softplus(x)"},
		{"1/(1 + exp(-x))", "sigmoid(x)"},
		{"exp(x)/(1 + exp(x))", "sigmoid(x)"},
		{"1 - 1/(1 + exp(-x))", "sigmoid(-x)"},
		{"log(sigmoid(x))", "logsigmoid(x)"},
		{"log(exp(x)/(1 + exp(x)))", "logsigmoid(x)"},
		{"-y*log(sigmoid(z)) - (1 - y)*log(1 - sigmoid(z))", "-y*logsigmoid(z) - (1 - y)*logsigmoid(-z)"},
		{"exp(a)/(exp(a) + exp(b) + exp(c))", "exp(a - logsumexp(a, b, c))"},

		{"sqrt(x + 1) - sqrt(x)", "1/(sqrt(x + 1) + sqrt(x)) if sqrt(x + 1) + sqrt(x) != 0"},
		{"1 - sqrt(1 - x)", "x/(sqrt(1 - x) + 1)"},
		{"cbrt(x + 1) - cbrt(x)", "1/(cbrt(x + 1)^2 + cbrt(x + 1)*cbrt(x) + cbrt(x)^2) if cbrt(x + 1)^2 + cbrt(x)^2 > 0"},
		{"1/x - 1/(x + 1)", "1/(x*(x + 1))"},
		{"1/sqrt(x) - 1/sqrt(x + 1)", "1/(sqrt(x)*sqrt(x + 1)*(sqrt(x) + sqrt(x + 1)))"},
		{"x^2 - y^2", "(x - y)*(x + y)"},
		{"x*x - 1", "(x - 1)*(x + 1)"},
		{"sqrt(1 - x^2)", "sqrt((1 - x)*(1 + x))"},
		{"4*x^2 - 9*y^2", "(2*x - 3*y)*(2*x + 3*y)"},
		{"w*x^2 - w*y^2", "w*(x - y)*(x + y)"},
		{"(x + h)^2 - x^2", "h*((x + h) + x)"},
		{"(x^3 - 1)/(x - 1)", "x^2 + x + 1"},
		{"x^2 - 2*x*y + y^2", "(x - y)^2"},
		{"x^2 - x*y", "x*(x - y)"},
		{
			"(-b + sqrt(b^2 - 4*a*c))/(2*a)",
			"-2*c/(sqrt(b^2 - 4*a*c) + b) if sqrt(b^2 - 4*a*c) + b != 0",
		},
		{"(-b - sqrt(b^2 - 4*a*c))/(2*a)", "2*c/(sqrt(b^2 - 4*a*c) - b) if sqrt(b^2 - 4*a*c) - b != 0"},
		{"1/(x - 1) - 2/x + 1/(x + 1)", "2/(x*(x - 1)*(x + 1))"},

		{"1 - tanh(x)^2", "sech(x)^2"},
		{"tanh(x) - 1", "-2*sigmoid(-2*x)"},
		{"(exp(x) - exp(-x))/2", "sinh(x)"},
		{"(exp(x) - 1/exp(x))/2", "sinh(x)"},
		{"(exp(x) - exp(-x))/(exp(x) + exp(-x))", "tanh(x)"},
		{"(exp(2*x) - 1)/(exp(2*x) + 1)", "tanh(x)"},
		{"cosh(x) - sinh(x)", "exp(-x)"},
		{"log(x + sqrt(1 + x^2))", "asinh(x)"},
		{"log((1 + x)/(1 - x))/2", "atanh(x)"},
		{"acos(1 - x)", "2*asin(sqrt(x/2))"},
		{"atan(x + 1) - atan(x)", "atan2(1, 1 + (x + 1)*x) if (x + 1)*x > -1"},
		{"pi/2 - atan(x)", "atan2(1, x)"},

		{"1 - erf(x)", "erfc(x)"},
		{"1 - normcdf(x)", "normcdf(-x)"},
		{"gamma(a)/gamma(b)", "exp(lgamma(a) - lgamma(b)) if a > 0 and b > 0"},
		{"gamma(x + 1)/gamma(x)", "x"},
		{"factorial(n)/(factorial(k)*factorial(n - k))", "binomial(n, k)"},
		{"x*log(x)", "xlogy(x, x)"},
		{"sqrt(x^2 + y^2)", "hypot(x, y)"},
		{"sqrt(4*x^2 + y^2 + 1)", "norm(2*x, y, 1)"},
		{"exp(a)/exp(b)", "exp(a - b)"},
		{"x^a*exp(-b)", "exp(a*log(x) - b) if x > 0"},

		{"(exp(x) - 1 - x)/x^2", "1/2 + x*(1/6 + x*(1/24 + x*(1/120 + x*(1/720 + x/5040)))) if abs(x) < 0.01"},
		{"x - sin(x)", "x^3*(1/6 - x^2*(1/120 - x^2/5040)) if abs(x) < 0.01"},
		{"1/x - 1/tan(x)", "x*(1/3 + x^2*(1/45 + x^2*(2/945 + x^2/4725))) if abs(x) < 0.01"},
		{"(x + 1) - x", "1"},
	} {
		f := parse(t, tt.formula)
		got := texts(stable.Candidates(f, f))
		if len(got) == 0 || got[0] != tt.want {
			t.Errorf("%s:\ngot  %q\nwant %q first", tt.formula, got, tt.want)
		}
	}
}

// Candidates that are there without being the best guess.
func TestAlsoThere(t *testing.T) {
	for _, tt := range []struct{ formula, want string }{
		{"sqrt(x^2 + 1) - 1", "x^2/(sqrt(x^2 + 1) + 1)"},
		{"(1 - cos(x))/x^2", "1/2 - x^2*(1/24 - x^2/720) if abs(x) < 0.01"},
		{"log(1 - exp(-x))", "log(-expm1(-x))"},
		{"log(1 - exp(-x))", "log1p(-exp(-x))"},
		{"log(a) - log(b)", "log(a/b)"},
		{"log(a) - log(b)", "log1p((a - b)/b)"},
		{"x/sqrt(x^2 + 1) - 1", "-1/((sqrt(x^2 + 1) + x)*sqrt(x^2 + 1)) if sqrt(x^2 + 1) + x != 0"},
	} {
		f := parse(t, tt.formula)
		if got := texts(stable.Candidates(f, f)); !slices.Contains(got, tt.want) {
			t.Errorf("%s:\ngot  %q\nwant %q among them", tt.formula, got, tt.want)
		}
	}
}

// Formulas without another way to write them have no candidates.
func TestNone(t *testing.T) {
	for _, formula := range []string{"x", "2", "x + y", "sin(x)", "x*y + z", "where(x > 0, x, y)", "expm1(x)/x", "erfc(x)", "(-2)^x - 1"} {
		f := parse(t, formula)
		if got := texts(stable.Candidates(f, f)); len(got) > 0 {
			t.Errorf("%s: %q", formula, got)
		}
	}
}

// A factor that is 0 in disguise is no common factor.
func TestZeroScale(t *testing.T) {
	f := parse(t, "(e - e)*(2 + 2) - (e - e)*log(exp(y))")
	for _, c := range stable.Candidates(f, f) {
		if strings.Contains(print.String(c.Formula), "logit") {
			t.Error(written(c), c.Rules)
		}
	}
}

// Only what is at fault, what is around it and what it is made of is written
// anew.
func TestFocus(t *testing.T) {
	f := parse(t, "(exp(x) - 1)*sin(1 - cos(y))")
	at := f.Arg(0)
	for _, c := range stable.Candidates(f, at) {
		if text := print.String(c.Formula); !strings.HasSuffix(text, "*sin(1 - cos(y))") {
			t.Error(text)
		}
	}
	got := texts(stable.Candidates(f, at))
	if len(got) == 0 || got[0] != "expm1(x)*sin(1 - cos(y))" {
		t.Errorf("%q", got)
	}
	// A pattern around the node at fault.
	f = parse(t, "y + log(1 + exp(x))")
	got = texts(stable.Candidates(f, f.Arg(1).Arg(0)))
	if len(got) == 0 || got[0] != "y + softplus(x)" {
		t.Errorf("%q", got)
	}
}

func TestNear(t *testing.T) {
	for _, tt := range []struct{ formula, at, want string }{
		{"x - sin(x)", "0.05", "x near 0: abs(x) < 0.1"},
		{"x - sin(x)", "0.001", "x near 0: abs(x) < 0.01"},
		{"x - sin(x)", "1e-300", "x near 0: abs(x) < 0.01"},
		{"x - sin(x)", "5", ""},
		{"log(x) - x + 1", "1.001", "x near 1: abs(x - 1) < 0.01"},
		{"x - 1 - log(x)", "1.05", "x near 1: abs(x - 1) < 0.1"},
		{"sqrt(x) - x/2 - 1/2", "1.001", "x near 1: abs(x - 1) < 0.01"},
		{"(sin(pi*x) + pi*(x - 1))/(x - 1)^3", "1.001", "x near 1: abs(x - 1) < 0.01"},
		{"log(x) - x + 1", "1.2", ""},
	} {
		f := parse(t, tt.formula)
		value, err := expr.ParseNumber(tt.at, 1000)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, c := range stable.Candidates(f, f, stable.Place{Var: expr.Vars(f)[0], Value: value}) {
			if c.Near != "" {
				got = fmt.Sprintf("%s: %s", c.Near, print.String(c.Conditions[0]))
			}
		}
		if got != tt.want {
			t.Errorf("%s at %s: %q, want %q", tt.formula, tt.at, got, tt.want)
		}
	}
}

// In a large formula the surroundings of the node at fault are searched.
func TestWindow(t *testing.T) {
	g := expr.NewGraph()
	x := g.Var("x")
	for range 1000 {
		x = g.Call(expr.Sin, x)
	}
	at := g.Sub(g.Int(1), g.Call(expr.Cos, x))
	f := g.Div(at, g.Pow(x, g.Int(2)))
	for range 1000 {
		f = g.Call(expr.Tan, f)
	}
	candidates := stable.Candidates(f, at)
	if len(candidates) == 0 {
		t.Fatal("no candidates")
	}
	half := g.Call(expr.Sin, g.Div(x, g.Int(2)))
	want := g.Div(g.Mul(g.Int(2), g.Pow(half, g.Int(2))), g.Pow(x, g.Int(2)))
	for range 1000 {
		want = g.Call(expr.Tan, want)
	}
	if candidates[0].Formula != want {
		t.Error("the half angle is not the best guess")
	}
	for _, v := range expr.Vars(candidates[0].Formula) {
		if v.Name() != "x" {
			t.Errorf("a stranger: %s", v.Name())
		}
	}
}

// A node that is no part of the formula leads to what the whole would.
func TestStranger(t *testing.T) {
	f := parse(t, "exp(x) - 1")
	stranger := f.Graph().Call(expr.Sin, f)
	if got := texts(stable.Candidates(f, stranger)); len(got) == 0 || got[0] != "expm1(x)" {
		t.Errorf("%q", got)
	}
}

// The same formula gives the same candidates, whatever else the graph holds.
func TestDeterministic(t *testing.T) {
	const formula = "(sqrt(x^2 + 1) - 1)*(exp(a) - exp(b)) + log(1 + exp(x)) - x"
	var first []string
	for i := range 5 {
		g := expr.NewGraph()
		for j := range i {
			g.Var(fmt.Sprint("other", j))
		}
		result, err := parser.ParseInto(g, formula, parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		f := result.Value.Elems[0]
		got := texts(stable.Candidates(f, f))
		if first == nil {
			first = got
		}
		if !slices.Equal(got, first) {
			t.Fatalf("%q\nthen %q", first, got)
		}
	}
}

// Large formulas take bounded work.
func TestLarge(t *testing.T) {
	g := expr.NewGraph()
	x := g.Var("x")
	deep := x
	for range 100_000 {
		deep = g.Call(expr.Sin, g.Sub(g.Call(expr.Cos, deep), g.Int(1)))
	}
	wide := make([]expr.Expr, 10_000)
	for i := range wide {
		wide[i] = g.Call(expr.Exp, g.Var(fmt.Sprint("x", i)))
	}
	shared := x
	for range 200 {
		shared = g.Sub(g.Mul(shared, shared), g.Call(expr.Exp, shared))
	}
	var many []expr.Expr
	for i := range 100 {
		many = append(many, g.Pow(g.Var(fmt.Sprint("x", i)), g.Int(2)), g.Neg(g.Pow(g.Var(fmt.Sprint("y", i)), g.Int(2))))
	}
	for name, f := range map[string]expr.Expr{
		"deep": deep, "wide": g.Call(expr.Log, g.Add(wide...)), "shared": shared, "many": g.Add(many...), "cubes": g.Add(many[:40]...),
	} {
		if got := stable.Candidates(f, f); len(got) > 12 {
			t.Errorf("%s: %d candidates", name, len(got))
		}
	}
}
