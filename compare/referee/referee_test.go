package referee_test

import (
	"math"
	"math/big"
	"testing"

	"github.com/gradcmp/gradcmp/compare/referee"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/ball"
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// ask returns a referee for a formula of x and y at a point.
func ask(t *testing.T, formula string, at ...float64) *referee.Referee {
	t.Helper()
	r, err := parser.Parse(formula, parser.Options{Shapes: map[string]expr.Shape{"x": nil, "y": nil}})
	if err != nil {
		t.Fatal(err)
	}
	vars := []expr.Expr{r.Graph.Var("x"), r.Graph.Var("y")}
	p, err := eval.Compile(vars[:len(at)], r.Value.Elems)
	if err != nil {
		t.Fatal(err)
	}
	exact := make([]ball.Ball, len(at))
	for i, x := range at {
		exact[i] = ball.FromFloat64(x)
	}
	ref, err := referee.New(p, enclosure.StandardFunctions(), exact, referee.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return ref
}

// is reports whether a ball is a number, given in decimal, to 20 digits.
func is(b ball.Ball, want string) bool {
	if want == "" {
		return !b.IsKnown()
	}
	w, _, err := big.ParseFloat(want, 10, 300, big.ToNearestEven)
	if err != nil {
		return false
	}
	if w.Sign() == 0 {
		return b.IsExact() && b.Mid().Sign() == 0
	}
	if !b.IsKnown() {
		return false
	}
	gap := new(big.Float).Sub(b.Mid(), w)
	gap.Quo(gap, w)
	return gap.Abs(gap).Cmp(big.NewFloat(1e-20)) <= 0
}

func TestDerivative(t *testing.T) {
	for _, tt := range []struct {
		formula            string
		x                  float64
		kind               referee.Kind
		value, left, right string
	}{
		{"x^3", 2, referee.Derivative, "12", "12", "12"},
		{"x^2", 0, referee.Derivative, "0", "", ""},
		{"x - x", 3, referee.Derivative, "0", "", ""},
		{"7", 3, referee.Derivative, "0", "", ""},
		{"cos(x)", 0, referee.Derivative, "0", "", ""},
		{"x^2/2 + 1e-300*x", 0, referee.Derivative, "1e-300", "1e-300", "1e-300"},
		{"sin(1e15*x)", 0, referee.Derivative, "1e15", "1e15", "1e15"},
		{"abs(x)", 0, referee.Kink, "", "-1", "1"},
		{"relu(x) + x", 0, referee.Kink, "", "1", "2"},
		{"max(x^2, x)", 0, referee.Kink, "", "0", "1"},
		{"x + 1e-10*abs(x)", 0, referee.Kink, "", "0.9999999999", "1.0000000001"}, // a kink that few digits show
		{"x + 1e-24*abs(x)", 0, referee.Kink, "", "0.999999999999999999999999", "1.000000000000000000000001"},
		{"x*abs(x)", 0, referee.Derivative, "0", "", ""},
		{"relu(x) - relu(-x)", 0, referee.Derivative, "1", "1", "1"},
		{"max(x, exp(x) - 1)", 0, referee.Derivative, "1", "1", "1"},
		{"sqrt(x)", 0, referee.Vertical, "", "", ""},
		{"cbrt(x)", 0, referee.Vertical, "", "", ""},
		{"x*sqrt(x)", 0, referee.Edge, "", "", "0"},
		{"sqrt(x)*sqrt(x)", 0, referee.Edge, "", "", "1"},
		{"asin(x) + log(2 - x)", 1, referee.Vertical, "", "", ""},
		{"sin(x)/x", 0, referee.Hole, "0", "", ""},
		{"(exp(x) - 1)/x", 0, referee.Hole, "0.5", "", ""},
		{"where(x == 0, 5, 3*x)", 0, referee.Hole, "3", "", ""},
		{"floor(x)", 2, referee.Jump, "", "", "0"},
		{"heaviside(x)", 0, referee.Jump, "", "", ""},
		{"sign(x) + x", 0, referee.Jump, "", "", ""},
		{"log(x)", -1, referee.Undefined, "", "", ""},
		{"1/x", 0, referee.Undefined, "", "", ""},
		{"log(x)", 0, referee.Undefined, "", "", ""},
		{"where(x > 0, log(x), x)", -1, referee.Derivative, "1", "1", "1"},
	} {
		zero := func() referee.Likely { return referee.Unsure }
		f := ask(t, tt.formula, tt.x).Derivative(0, 0, zero)
		if f.Kind != tt.kind {
			t.Errorf("%s at %g: %s (%s), want %s; left %v, right %v", tt.formula, tt.x, f.Kind, f.Why, tt.kind, f.Left, f.Right)
			continue
		}
		for _, part := range []struct {
			name string
			got  ball.Ball
			want string
		}{{"value", f.Value, tt.value}, {"left", f.Left, tt.left}, {"right", f.Right, tt.right}} {
			if part.want != "" && !is(part.got, part.want) {
				t.Errorf("%s at %g: %s %v, want %s", tt.formula, tt.x, part.name, part.got, part.want)
			}
		}
	}
}

func TestCancellation(t *testing.T) {
	f := ask(t, "(1 - cos(x))/x^2", 1e-5).Derivative(0, 0, nil)
	got, _ := f.Value.Float64()
	if f.Kind != referee.Derivative || math.Abs(got+8.333333333277779e-07) > 1e-21 {
		t.Errorf("%s %v", f.Kind, f.Value)
	}
}

func TestSecond(t *testing.T) {
	for _, tt := range []struct {
		formula string
		x, y    float64
		i, j    int
		kind    referee.Kind
		value   string
	}{
		{"x^3*y^2", 2, 3, 0, 0, referee.Derivative, "108"},
		{"x^3*y^2", 2, 3, 0, 1, referee.Derivative, "72"},
		{"x^3*y^2", 2, 3, 1, 0, referee.Derivative, "72"},
		{"x^3*y^2", 2, 3, 1, 1, referee.Derivative, "16"},
		{"x + y", 2, 3, 0, 1, referee.Derivative, "0"},
		{"x^4", 0, 3, 0, 0, referee.Derivative, "0"},
		{"x*abs(x)", 0, 3, 0, 0, referee.Kink, ""},
		{"relu(x)*y", 0, 3, 0, 1, referee.Kink, ""},
		{"log(x)", -1, 3, 0, 0, referee.Undefined, ""},
	} {
		f := ask(t, tt.formula, tt.x, tt.y).Second(0, tt.i, tt.j, nil)
		if f.Kind != tt.kind || tt.value != "" && !is(f.Value, tt.value) {
			t.Errorf("%s at %g, %g by %d and %d: %s %v (%s), want %s %s", tt.formula, tt.x, tt.y, tt.i, tt.j, f.Kind, f.Value, f.Why, tt.kind, tt.value)
		}
	}
}
