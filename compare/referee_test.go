package compare_test

import (
	"strings"
	"testing"

	"github.com/gradcmp/gradcmp/autodiff/certified"
	"github.com/gradcmp/gradcmp/autodiff/forward"
	"github.com/gradcmp/gradcmp/autodiff/reverse"
	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/eval/ball"
	"github.com/gradcmp/gradcmp/expr"
	"gonum.org/v1/gonum/num/dual"
)

// refereed are verdicts with the referee. A note must be contained in those of
// the partial.
var refereed = []struct {
	formula, at string
	want        compare.Verdict
	note        string
}{
	{"x^2*sin(x)", "x=1.5", compare.Agree, ""},
	{"x^2", "x=0", compare.Agree, ""},
	{"where(x == 0, 1, sin(x)/x)", "x=0", compare.Agree, ""},
	{"where(x > 0, log(x), x)", "x=-1", compare.Agree, ""},
	{"x*abs(x)", "x=0", compare.Agree, "abs has a kink at 0, but the formula is smooth here"},
	{"relu(x) - relu(-x)", "x=0", compare.Convention, "the formula is smooth here, and its derivative is 1"},
	{"max(x, exp(x) - 1)", "x=0", compare.Agree, "smooth here"},
	{"abs(x)", "x=0", compare.Convention, "the derivative is -1 from the left and 1 from the right; 0 is PyTorch's convention"},
	{"3*abs(x) + x", "x=0", compare.Convention, "by convention: 1 (torch, jax, minnorm), -2 (left), 4 (right), none (error)"},
	{"max(x, 2*x - 1, 0)", "x=1", compare.Convention, "x and 2*x - 1 tie; by convention: 1.5 (torch, jax, minnorm), 0 (left), 3 (right), none (error)"},
	{"where(x > 0, x, -x)", "x=0", compare.Kink, "the derivative is -1 from the left and 1 from the right"},
	{"sign(x)", "x=0", compare.Convention, "sign jumps at 0"},
	{"where(x > 0, 1, 0) + x", "x=0", compare.Jump, "the function jumps here"},
	{"where(x == 0, 5, 3*x)", "x=0", compare.Hole, "filled in, it has the derivative 3"},
	{"where(x == 0, 0, x)", "x=0", compare.Wrong, "the piece of the formula that they are on"},
	{"sqrt(x)", "x=0", compare.DomainEdge, "the derivative is infinite here"},
	{"x*sqrt(x)", "x=0", compare.DomainEdge, "the function exists on the right only, with the derivative 0"},
	{"sqrt(x^4)", "x=0", compare.Undefined, "and the derivative is 0"},
	{"log(x) + sqrt(x)", "x=-1", compare.Undefined, "log(x)"},
	{"(1 - cos(x))/x^2", "x=1e-5", compare.Cancellation, "1 - cos(x) loses 11 digits"},
	{"(exp(x) - 1)/x", "x=1e-9", compare.Cancellation, "exp(x) - 1 loses 9 digits"},
	{"exp(1000*x)", "x=0.709", compare.Overflow, "out of the range of doubles"},
	{"1/(1 + exp(x))", "x=1000", compare.Overflow, "-5.0759588975494567652"},
	{"where(3*0.1 == 0.3, x, 2*x)", "x=2", compare.Branch, "3*0.1 == 0.3 is false in doubles and true exactly"},
	{"floor(0.29*100)*x", "x=0.1", compare.Branch, "floor(0.29*100) is 28 in doubles and 29 exactly"},
}

func TestVerdictsByReferee(t *testing.T) {
	for _, tt := range refereed {
		p := problem(t, tt.formula, tt.at)
		p.Routes = compare.AllRoutes()
		q := run(t, p).Partials[0]
		notes := strings.Join(q.Notes, "; ")
		if q.Verdict != tt.want || !strings.Contains(notes, tt.note) {
			t.Errorf("%s at %s: %s, want %s\n\t%v\n\t%s\n\twant %q", tt.formula, tt.at, q.Verdict, tt.want, q.Values, notes, tt.note)
		}
	}
}

// TestRuleAtFault plants a mistake in each road and demands that the referee
// names the road and the function.
func TestRuleAtFault(t *testing.T) {
	for _, tt := range []struct {
		route compare.Route
		plant func(*compare.Tables)
	}{
		{compare.Symbolic, func(tables *compare.Tables) {
			tables.Symbolic = diff.StandardRules(expr.Torch).With(diff.Rule{Op: expr.OpCall, Func: expr.Tanh, Partials: []string{"-sech(x)^2"}})
		}},
		{compare.Reverse, func(tables *compare.Tables) {
			tables.Reverse = reverse.StandardRules(expr.Torch)
			tables.Reverse[expr.Tanh] = func(_ []float64, value float64, out []float64) { out[0] = 1 - value }
		}},
		{compare.Forward, func(tables *compare.Tables) {
			tables.Forward = forward.StandardRules(expr.Torch)
			right := tables.Forward[expr.Tanh]
			tables.Forward[expr.Tanh] = func(args []dual.Number) dual.Number {
				y := right(args)
				y.Emag *= 1 + 1e-6
				return y
			}
		}},
	} {
		p := problem(t, "exp(x)*tanh(x^2 + 1)", "x=0.75")
		p.Routes = compare.AllRoutes()
		p.Tables = compare.StandardTables(expr.Torch)
		tt.plant(&p.Tables)
		q := run(t, p).Partials[0]
		notes := strings.Join(q.Notes, "; ")
		if q.Verdict != compare.Wrong || len(q.Wrong) != 1 || q.Wrong[0] != tt.route || !strings.Contains(notes, "for tanh is wrong") {
			t.Errorf("%s: %s %v %s", tt.route, q.Verdict, q.Wrong, notes)
		}
	}
}

// TestWrongEnclosure plants a mistake in the rules of the reverse sweep in
// balls: the referee, which has no rules, notices.
func TestWrongEnclosure(t *testing.T) {
	p := problem(t, "sin(x)*x", "x=0.75")
	p.Routes = compare.AllRoutes()
	p.Tables.Certified = certified.StandardRules(expr.Torch)
	p.Tables.Certified[expr.Sin] = func(c ball.Context, args []ball.Ball, _ ball.Ball) []ball.Ball { return []ball.Ball{c.Sin(args[0])} }
	q := run(t, p).Partials[0]
	if notes := strings.Join(q.Notes, "; "); !strings.Contains(notes, "the enclosure") {
		t.Errorf("%s %q", q.Verdict, notes)
	}
}
