package enclosure_test

import (
	"math"
	"testing"

	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/expr"
)

func TestConstant(t *testing.T) {
	g := expr.NewGraph()
	pi, e := g.Call(expr.Pi), g.Call(expr.E)
	third := g.Div(g.Int(1), g.Int(3))
	tests := []struct {
		name string
		x    expr.Expr
		want float64 // the nearest double, by mpmath 1.3.0
	}{
		{"1/3", third, 1.0 / 3},
		{"0.1 + 0.2", g.Add(g.Num(expr.Frac(1, 10)), g.Num(expr.Frac(2, 10))), 0.3},
		{"pi/4", g.Div(pi, g.Int(4)), 0.78539816339744830962},
		{"-pi/3", g.Neg(g.Div(pi, g.Int(3))), -1.0471975511965977462},
		{"e^2", g.Pow(e, g.Int(2)), 7.3890560989306502272},
		{"pi^-3", g.Pow(pi, g.Int(-3)), 0.03225153443319948918442},
		{"sqrt(2)/2", g.Div(g.Call(expr.Sqrt, g.Int(2)), g.Int(2)), 0.70710678118654752440},
		{"2^(1/2)", g.Pow(g.Int(2), g.Num(expr.Frac(1, 2))), math.Sqrt2},
		{"pi - 355/113", g.Sub(pi, g.Num(expr.Frac(355, 113))), -2.6676418906242231e-7},
		{"10^400/10^399", g.Div(g.Pow(g.Int(10), g.Int(400)), g.Pow(g.Int(10), g.Int(399))), 10},
		{"10^400", g.Pow(g.Int(10), g.Int(400)), math.Inf(1)},
		{"1/0", g.Div(g.Int(1), g.Int(0)), math.Inf(1)},
		{"sin(1)", g.Call(expr.Sin, g.Int(1)), 0.84147098480789650665},
		{"acos(-1) - pi", g.Sub(g.Call(expr.Acos, g.Int(-1)), pi), 0},
		{"sqrt(-1)", g.Call(expr.Sqrt, g.Int(-1)), math.NaN()},
		{"exp(0)", g.Call(expr.Exp, g.Int(0)), 1},
		{"where(1 < 2, 3, 4)", g.Select(g.Compare(expr.Less, g.Int(1), g.Int(2)), g.Int(3), g.Int(4)), 3},
		{"x", g.Var("x"), math.NaN()},
	}
	for _, tt := range tests {
		got := enclosure.Constant(tt.x)
		if got != tt.want && !(math.IsNaN(got) && math.IsNaN(tt.want)) {
			t.Errorf("Constant(%s) = %v, want %v", tt.name, got, tt.want)
		}
	}
}
