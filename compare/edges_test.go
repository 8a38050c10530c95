package compare

import (
	"slices"
	"testing"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// evaluated returns a formula of x and y with its values at a point.
func evaluated(t *testing.T, formula string, x, y float64) (*evaluation, expr.Expr, []expr.Expr) {
	t.Helper()
	r, err := parser.Parse(formula, parser.Options{Shapes: map[string]expr.Shape{"x": nil, "y": nil}})
	if err != nil {
		t.Fatal(err)
	}
	vars := []expr.Expr{r.Graph.Var("x"), r.Graph.Var("y")}
	e, err := evaluate(r.Value.Elems, vars, []float64{x, y}, eval.StandardKernels())
	if err != nil {
		t.Fatal(err)
	}
	return e, r.Value.Elems[0], vars
}

func TestEdges(t *testing.T) {
	for _, tt := range []struct {
		formula string
		x, y    float64
		want    []string // those on the way to x
	}{
		{"abs(x)", 1, 0, nil},
		{"abs(x)", 0, 0, []string{"abs has a kink at 0"}},
		{"abs(y) + x", 1, 0, nil}, // not on the way to x
		{"relu(x - 1)*sign(x - 1)", 1, 0, []string{"relu has a kink at 0", "sign jumps at 0"}},
		{"max(x, y, 2)", 1, 2, []string{"max has a kink where arguments tie"}}, // though x takes no part
		{"max(x, y, 2)", 2, 1, []string{"max has a kink where arguments tie"}},
		{"min(x, y)", 2, 2, []string{"min has a kink where arguments tie"}},
		{"argmax(x, y)", 2, 2, []string{"argmax jumps where arguments tie"}},
		{"norm(x, y)", 0, 0, []string{"norm has a kink at the origin"}},
		{"norm(x, y)", 0, 1, nil},
		{"sqrt(x)", 0, 0, []string{"sqrt is at the edge of its domain"}},
		{"log1p(x) + asin(x) + acos(-x)", -1, 0, []string{
			"log1p is at the edge of its domain", "asin is at the edge of its domain", "acos is at the edge of its domain",
		}},
		{"x^2 + x^0", 0, 0, nil},
		{"x^0.5", 0, 0, []string{"the base of a power is 0"}},
		{"x^y", 0, 2, []string{"the base of a power is 0"}},
		{"1/(1/x)", 0, 0, []string{"a divisor is 0"}},
		{"where(x >= 1, x, 1)", 1, 0, []string{"both sides of >= are equal"}},
		{"where(x >= 1, x, 1)", 2, 0, nil},
		// Only the taken arm counts, and nothing inside a comparison.
		{"where(x > 0, x, sqrt(x - 1))", 1, 0, nil},
		{"where(abs(x) < 1, 2*x, x)", 0, 0, nil},
		// Indices are compared for equality all the time.
		{"v = [x, y]; v[argmax(v)]", 1, 2, nil},
		{"v = [x, y]; v[argmax(v)]", 2, 2, []string{"argmax jumps where arguments tie"}},
	} {
		e, f, vars := evaluated(t, tt.formula, tt.x, tt.y)
		var got []string
		for _, at := range onTheWay(e.edges(f), f, vars[0]) {
			got = append(got, at.what)
		}
		slices.Sort(got)
		slices.Sort(tt.want)
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s at %g, %g: %q, want %q", tt.formula, tt.x, tt.y, got, tt.want)
		}
	}
}

func TestLeavesRange(t *testing.T) {
	for _, tt := range []struct {
		formula string
		x, y    float64
		want    bool
	}{
		{"exp(x)", 700, 0, false},
		{"exp(x)", 710, 0, true},
		{"exp(x)", -800, 0, true},
		{"x*y", 1e200, 1e200, true},
		{"x*y", 1e-200, 1e-200, true},
		{"x*y", 0, 1e-200, false},
		{"x/y", 1, 0, false}, // a pole, not an overflow
		{"x/y", 1e300, 1e-300, true},
		{"x/y", 0, 5, false},
		{"log(x)", 0, 0, false},
		{"x^(-1)", 0, 0, false},
		{"x^2", 1e200, 0, true},
		{"where(x > 0, x, exp(y))", 1, 1000, false},
		{"log(-1) + x", 1, 0, false},
	} {
		e, f, _ := evaluated(t, tt.formula, tt.x, tt.y)
		if got := e.leavesRange(f); got != tt.want {
			t.Errorf("%s at %g, %g: %v", tt.formula, tt.x, tt.y, got)
		}
	}
}
