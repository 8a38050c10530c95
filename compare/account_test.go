package compare_test

import (
	"math"
	"strings"
	"testing"

	"github.com/gradcmp/gradcmp/autodiff/reverse"
	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/expr"
)

// refereedPartial compares all routes, the referee among them, and returns the first
// partial.
func refereedPartial(t *testing.T, formula, at string) compare.Partial {
	t.Helper()
	p := problem(t, formula, at)
	p.Routes = compare.AllRoutes()
	return run(t, p).Partials[0]
}

// The remedies are those that numerical analysis knows, and measured.
func TestRemedy(t *testing.T) {
	for _, tt := range []struct{ formula, at, want string }{
		{"sqrt(x + 1) - sqrt(x)", "x=1e12", "1/(sqrt(x + 1) + sqrt(x))"},
		{"log(exp(x) + exp(y))", "x=800,y=799", "logaddexp(x, y)"},
		{"exp(x)/(1 + exp(x))", "x=800", "sigmoid(x)"},
		{"sqrt(x^2 + y^2)", "x=1e200,y=1e200", "hypot(x, y)"},
		{"(-b + sqrt(b^2 - 4*a*c))/(2*a)", "b=1e9,a=1,c=1", "-2*c/(sqrt(b^2 - 4*a*c) + b)"},
	} {
		q := refereedPartial(t, tt.formula, tt.at)
		if q.Remedy == nil || q.Remedy.Formula != tt.want || q.Remedy.Digits < 14 || q.Remedy.Before > 8 {
			t.Errorf("%s at %s: %s, %+v, want %s", tt.formula, tt.at, q.Verdict, q.Remedy, tt.want)
		}
	}
	if q := refereedPartial(t, "x^2*y", "x=2,y=3"); q.Remedy != nil {
		t.Errorf("a remedy %+v for what is right", q.Remedy)
	}
}

// The account of an error adds up.
func TestAccount(t *testing.T) {
	q := refereedPartial(t, "(1 - cos(x))/x^2", "x=1e-5")
	a, ok := q.Accounts[compare.Reverse]
	if !ok || a.Digits > 1 || a.Error.Absolute < 8e-3 {
		t.Fatalf("%+v", a)
	}
	if sum := compare.Allowance*(a.Unit+a.Sensitivity) + math.SmallestNonzeroFloat64; a.Allowed != sum {
		t.Errorf("allowed %g, and the parts are %g", a.Allowed, sum)
	}
	if a.Rounding < a.Error.Absolute || a.Allowed > 1e-10 {
		t.Errorf("rounding explains %g of %g, %g is allowed", a.Rounding, a.Error.Absolute, a.Allowed)
	}
	p := problem(t, "(1 - cos(x))/x^2", "x=1e-5")
	p.Routes, p.Override = compare.AllRoutes(), &compare.Tolerance{Absolute: 0.1}
	if q := run(t, p).Partials[0]; q.Verdict != compare.Agree {
		t.Errorf("with a wide tolerance: %s", q.Verdict)
	}
}

// The Taylor remainder falls with the square of the step for a right gradient,
// and with the step for a wrong one, however small its error.
func TestTaylor(t *testing.T) {
	p := problem(t, "exp(x)*sin(y)", "x=0.5,y=1.25")
	p.Routes = compare.AllRoutes()
	p.Tables.Reverse = reverse.StandardRules(expr.Torch)
	p.Tables.Reverse[expr.Sin] = func(args []float64, _ float64, out []float64) { out[0] = math.Cos(args[0]) * (1 + 1e-4) }
	r := run(t, p)
	if s := r.Taylor[compare.Symbolic]; math.Abs(s-2) > 0.01 {
		t.Errorf("symbolic: %g", s)
	}
	if s := r.Taylor[compare.Reverse]; math.Abs(s-1) > 0.05 {
		t.Errorf("reverse, which is wrong: %g", s)
	}
	linear := problem(t, "3*x + y", "x=1,y=2")
	linear.Routes = compare.AllRoutes()
	if s := run(t, linear).Taylor[compare.Forward]; !math.IsInf(s, 1) {
		t.Errorf("a linear formula: %g", s)
	}
}

func TestPrecise(t *testing.T) {
	p := problem(t, "x*log(y)", "x=3,y=2")
	r, err := compare.RunPrecise(p, enclosure.Goal{Digits: 30})
	if err != nil || !r.IsWhole() {
		t.Fatal(r, err)
	}
	for _, tt := range []struct{ got, want string }{
		{r.Value[0].Text, "2.07944154167983592825169636437"},
		{r.Partials[0].Text, "0.693147180559945309417232121458"},
		{r.Partials[1].Text, "1.5"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s, want %s", tt.got, tt.want)
		}
	}
	p = problem(t, "x + log(x - 2)", "x=1")
	r, err = compare.RunPrecise(p, enclosure.Goal{Digits: 30})
	if err != nil || r.IsWhole() || !strings.Contains(r.Value[0].Why, "log(x - 2) received -1") {
		t.Errorf("%+v, %v", r, err)
	}
}

// Finite differences that miss the truth beyond their bar are noted, with the cause
// and the best step.
func TestNoteDifferences(t *testing.T) {
	q := refereedPartial(t, "(sqrt(1 + x) - 1)/x", "x=0.01")
	notes := strings.Join(q.Notes, "; ")
	if !strings.Contains(notes, "finite differences are off by 1.8") || !strings.Contains(notes, "the best single step is 1e-05") {
		t.Errorf("%q", notes)
	}
	q = refereedPartial(t, "exp(x)", "x=1")
	if len(q.Notes) > 0 {
		t.Errorf("%q", q.Notes)
	}
}

// Where the budget gives fewer digits than are asked for, those that it gives are
// certain, and it is said.
func TestPreciseWithinBudget(t *testing.T) {
	p := problem(t, "(1 - cos(x))/x^2", "x=1e-10")
	r, err := compare.RunPrecise(p, enclosure.Goal{Digits: 30, Budget: 160})
	if err != nil || r.IsWhole() {
		t.Fatal(r, err)
	}
	if d := r.Value[0]; d.Text != "0.499999999999999999999583333" || d.Certain != 27 || !strings.HasPrefix(d.Why, "27 digits are certain") {
		t.Errorf("%+v", d)
	}
}
