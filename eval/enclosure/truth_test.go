package enclosure_test

import (
	"math/big"
	"testing"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/ball"
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/eval/evaltest"
	"github.com/gradcmp/gradcmp/expr"
)

func TestEveryFunctionHasARow(t *testing.T) {
	functions := enclosure.StandardFunctions()
	for _, fn := range expr.Funcs() {
		if functions[fn] == nil {
			t.Errorf("%s has no row", fn)
		}
	}
}

// TestTruth encloses what mpmath recorded to 30 digits.
func TestTruth(t *testing.T) {
	for _, row := range evaltest.Truth() {
		f, vars := evaltest.Call(row.Name, len(row.Args))
		p, err := eval.Compile(vars, []expr.Expr{f})
		if err != nil {
			t.Fatal(err)
		}
		y, err := enclosure.Enclose(p, enclosure.StandardFunctions(), enclosure.At(row.Args...), enclosure.Goal{Digits: 40})
		if err != nil {
			t.Fatal(err)
		}
		if !holds(y[0], row.Value) {
			t.Errorf("%s%v = %v, want %v", row.Name, row.Args, y[0], row.Value)
		}
	}
}

// holds reports whether a ball holds a recorded value, to its 30 digits, and
// is not much wider.
func holds(y ball.Ball, want *big.Float) bool {
	if want.Sign() == 0 {
		return y.IsExact() && y.Mid().Sign() == 0
	}
	if !y.IsKnown() {
		return false
	}
	gap := new(big.Float).Sub(y.Mid(), want)
	gap.Quo(gap, want)
	return gap.Abs(gap).Cmp(big.NewFloat(1e-28)) < 0 && y.Accuracy() > 100
}
