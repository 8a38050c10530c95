package compare_test

import (
	"math"
	"testing"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/expr"
)

// The simplified formula overflows or underflows at these points, and the
// formula as the rules give it does not: that is printed, and evaluated.
func TestFormulasOutOfRange(t *testing.T) {
	for _, tt := range []struct {
		formula, at string
		want        float64 // by x
	}{
		{"atan2(y, x)", "x=1e200,y=1e200", -5e-201},
		{"atan2(y, x)", "x=1e-200,y=1e-200", -5e199},
		{"atan2(x, y)", "x=1,y=1e300", 1e-300},
		{"atan(y/x)", "x=3e160,y=4e160", -1.6e-161},
		{"y/x", "x=1e200,y=1e200", -1e-200},
	} {
		p := run(t, problem(t, tt.formula, tt.at)).Partials[0]
		if p.Wrt != "x" {
			p = run(t, problem(t, tt.formula, tt.at)).Partials[1]
		}
		for _, route := range []compare.Route{compare.Symbolic, compare.Reverse, compare.Forward} {
			if got := p.Values[route]; !(math.Abs(got-tt.want) <= 1e-14*math.Abs(tt.want)) {
				t.Errorf("%s at %s: %s gives %g, want %g", tt.formula, tt.at, route, got, tt.want)
			}
		}
		if p.Verdict != compare.Agree {
			t.Errorf("%s at %s: %s %v", tt.formula, tt.at, p.Verdict, p.Notes)
		}
		if printed := run(t, problem(t, p.Formula, tt.at)).Value[0]; printed != p.Values[compare.Symbolic] {
			t.Errorf("%s at %s: what is printed, %s, is %g and not %g", tt.formula, tt.at, p.Formula, printed, p.Values[compare.Symbolic])
		}
	}
}

// Where a coordinate is not finite and routes differ, none is called wrong.
func TestInfiniteCoordinate(t *testing.T) {
	p := build(t, expr.NewGraph(), "1/(1 + exp(-x))", map[string]expr.Shape{"x": nil}, map[string][]float64{"x": {math.Inf(-1)}})
	if got := run(t, p).Partials[0]; got.Verdict != compare.Undefined {
		t.Errorf("%s: %v", got.Verdict, got.Notes)
	}
}

// A sum whose terms are shared and have a common fraction is a factor like any
// other.
func TestSharedTermsWithFractions(t *testing.T) {
	const f = "3/64*log(sqrt(b) + x*sqrt(c) + b^(1/4)*c^(1/4)*sqrt(2)*sqrt(x))/(b^(7/4)*c^(5/4)*sqrt(2))" +
		" - 3/64*log(sqrt(b) + x*sqrt(c) - b^(1/4)*c^(1/4)*sqrt(2)*sqrt(x))/(b^(7/4)*c^(5/4)*sqrt(2))"
	for _, p := range run(t, problem(t, f, "b=2,c=0.5,x=3")).Partials {
		if p.Verdict != compare.Agree {
			t.Errorf("d%s: %s %v", p.Wrt, p.Verdict, p.Notes)
		}
	}
}
