package compare_test

import (
	"strings"
	"testing"

	"github.com/gradcmp/gradcmp/compare"
)

// Every verdict at its ordinary and its special points. Where a note is given
// it must be contained in the partial's notes; "" means that there are none.
var verdictTests = []struct {
	formula, at, routes string
	want                compare.Verdict
	note                string
}{
	{"x^2*sin(x)", "x=1.5", "", compare.Agree, ""},
	{"exp(x)/(1 + exp(x))", "x=-3", "symbolic,reverse", compare.Agree, ""},
	{"x^2", "x=3", "reverse,fd", compare.Agree, ""},
	{"x^2", "x=3", "reverse", compare.Unchecked, ""},
	{"x^2", "x=3", "fd", compare.Unchecked, ""},

	// Not defined at the point.
	{"log(x)", "x=-1", "", compare.Undefined, "the value is NaN here"},
	{"sin(x)/x", "x=0", "", compare.Undefined, "the value is NaN here"},
	{"1/x", "x=0", "", compare.Undefined, "the value is infinity here"},
	{"log(x)", "x=0", "", compare.Undefined, "the value is minus infinity here"},
	{"x + (-2)^x", "x=3", "", compare.Undefined, "every route gives NaN"},

	// The end of a domain.
	{"sqrt(x)", "x=0", "", compare.DomainEdge, "sqrt is at the edge of its domain: the derivative is infinite here"},
	{"asin(x)", "x=1", "", compare.DomainEdge, "asin is at the edge of its domain: the derivative is infinite here"},
	{"x^1.5", "x=0", "", compare.DomainEdge, "the base of a power is 0"},
	{"x*sqrt(x)", "x=0", "", compare.DomainEdge, "sqrt is at the edge of its domain"},
	{"sqrt(x)", "x=0", "reverse", compare.DomainEdge, "the derivative is infinite here"},
	// Not an end, though a route stumbles there: the function is x^2.
	{"sqrt(x^4)", "x=0", "", compare.Undefined, "sqrt is at the edge of its domain"},

	// Kinks and jumps that a convention settles.
	{"abs(x)", "x=0", "", compare.Convention, "abs has a kink at 0: the derivative is -1 from the left and 1 from the right; 0 is PyTorch's convention"},
	{"relu(x)", "x=0", "", compare.Convention, "relu has a kink at 0"},
	{"max(x, 2)", "x=2", "", compare.Convention, "0.5 is PyTorch's convention"},
	{"min(x, 2*x, 3*x)", "x=0", "", compare.Convention, "2 is PyTorch's convention"},
	{"sign(x)", "x=0", "", compare.Convention, "sign jumps at 0"},
	{"norm(x, 0)", "x=0", "reverse,forward,fd", compare.Convention, "norm has a kink at the origin"},
	{"norm(x, 0)", "x=0", "", compare.Convention, "undefined there"},
	{"hypot(2 - 2, log(x/x))", "x=1", "", compare.Kink, "hypot has a kink at the origin, and the convention does not say"},
	{"3*x + abs(x)", "x=0", "symbolic,reverse", compare.Convention, "the derivative is 2 from the left and 4 from the right; 3 is"},
	// The kink is none: the derivative exists.
	{"x*abs(x)", "x=0", "", compare.Agree, ""},
	{"relu(x)^2", "x=0", "", compare.Agree, ""},
	{"max(x, x)", "x=0.7", "", compare.Agree, ""},

	// Comparisons that tie.
	{"where(x > 0, x, -x)", "x=0", "", compare.Kink, "both sides of > are equal: the derivative is -1 from the left and 1 from the right"},
	{"where(x > 0, 1, 0) + x", "x=0", "", compare.Jump, "both sides of > are equal, and the function jumps"},
	{"where(x == 0, 1, sin(x)/x)", "x=0", "", compare.Agree, ""},
	{"where(x > 0, log(x), x)", "x=-1", "", compare.Agree, ""},
	{"where(x > 0, x^2, 0)", "x=0", "", compare.Agree, ""},
	{"where(x == 0, 0, x)", "x=0", "", compare.Inconclusive, "finite differences give 1"},
	{"where(abs(x) < 1, 2*x, x)", "x=0", "", compare.Agree, ""},
	{"where((x > 0)*(x < 2), 2*x, x)", "x=0", "", compare.Kink, "the derivative is 1 from the left and 2 from the right"},
	{"v = [x, 2*x]; v[argmax(v)]", "x=1.5", "", compare.Agree, ""},
	{"v = [x, 2*x]; v[argmax(v)]", "x=0", "", compare.Convention, "argmax jumps where arguments tie"},

	// Singular for some routes and not for others.
	{"sqrt(x^2)", "x=0", "", compare.Kink, "the derivative is -1 from the left and 1 from the right"},
	{"sqrt(x^2)", "x=0", "reverse,forward", compare.Kink, ""},
	{"sqrt(x^2 + y^2)", "x=0,y=0", "", compare.Kink, "sqrt is at the edge of its domain"},

	// Doubles cannot hold it.
	{"exp(x)", "x=1000", "", compare.Overflow, "the value is infinity here: an intermediate result is too large or too small for a double"},
	{"exp(x)/(1 + exp(x))", "x=1000", "", compare.Overflow, "the value is NaN here"},
	{"1/(1 + exp(x))", "x=1000", "", compare.Overflow, "too large or too small for a double"},
	{"exp(1000*x)", "x=0.709", "", compare.Overflow, "too large or too small for a double"},

	// Digits that cancel.
	{"(1 - cos(x))/x^2", "x=1e-5", "", compare.Cancellation, "cancel"},
	{"(exp(x) - 1)/x", "x=1e-9", "", compare.Cancellation, "cancel"},
	{"x*y/y - x", "x=1.3,y=0.7", "", compare.Agree, ""},
	{"(x + 1)^2 - x^2 - 2*x", "x=1.1", "", compare.Agree, ""},
	{"x + 1e30*0", "x=1", "", compare.Agree, ""},
	{"x + 1e30 - 1e30", "x=1", "", compare.Agree, ""},
}

func TestVerdicts(t *testing.T) {
	for _, tt := range verdictTests {
		p := problem(t, tt.formula, tt.at)
		if tt.routes != "" {
			var err error
			if p.Routes, err = compare.ParseRoutes(tt.routes); err != nil {
				t.Fatal(err)
			}
		}
		r := run(t, p)
		q := r.Partials[0]
		notes := strings.Join(q.Notes, "; ")
		if q.Verdict != tt.want || len(q.Wrong) > 0 && tt.want != compare.Overflow {
			t.Errorf("%s at %s: %s %v, want %s\n\t%v\n\t%s", tt.formula, tt.at, q.Verdict, q.Wrong, tt.want, q.Values, notes)
			continue
		}
		if !strings.Contains(notes, tt.note) {
			t.Errorf("%s at %s: %v\n\tnote %q\n\twant %q", tt.formula, tt.at, q.Values, notes, tt.note)
		}
		t.Logf("%s at %s: %s %s", tt.formula, tt.at, q.Verdict, notes)
	}
}
