package simplify_test

import (
	"math"
	"testing"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/simplify"
)

// samples are where both sides of the rules are compared.
var samples = []float64{-3, -1.5, -1, -0.75, -1e-3, 0, 1e-3, 0.25, 0.5, 1, 1.25, 2, 3}

func compareSides(t *testing.T, rule simplify.Rule, pattern, replacement expr.Expr) {
	t.Helper()
	g := pattern.Graph()
	program, err := eval.Compile([]expr.Expr{g.Var("x"), g.Var("y")}, []expr.Expr{pattern, replacement})
	if err != nil {
		t.Fatal(err)
	}
	defined := 0
	for _, x := range samples {
		for _, y := range samples {
			values := program.Eval(nil, []float64{x, y})
			if math.IsNaN(values[0]) || math.IsInf(values[0], 0) {
				continue
			}
			defined++
			if !(math.Abs(values[0]-values[1]) <= 1e-12*(1+math.Abs(values[0]))) {
				t.Errorf("rule %s at x = %v, y = %v: %v is not %v", rule.Name, x, y, values[0], values[1])
			}
		}
	}
	if defined == 0 {
		t.Errorf("rule %s is defined nowhere", rule.Name)
	}
}
