package certified_test

import (
	"math"
	"math/big"
	"testing"

	"github.com/gradcmp/gradcmp/autodiff/certified"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/ball"
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/eval/evaltest"
	"github.com/gradcmp/gradcmp/expr"
)

func TestEveryFunctionHasPartials(t *testing.T) {
	rules := certified.StandardRules(expr.Torch)
	for _, fn := range expr.Funcs() {
		if rules[fn] == nil {
			t.Errorf("%s has no partials", fn)
		}
	}
}

// gradient returns the gradient of one call.
func gradient(t *testing.T, c expr.Convention, name string, args []float64) []ball.Ball {
	t.Helper()
	f, vars := evaltest.Call(name, len(args))
	p, err := eval.Compile(vars, []expr.Expr{f}, eval.Keep())
	if err != nil {
		t.Fatal(err)
	}
	d, err := certified.New(p, enclosure.StandardFunctions(), certified.StandardRules(c))
	if err != nil {
		t.Fatal(err)
	}
	_, grad := d.Jacobian(enclosure.At(args...), enclosure.Goal{Digits: 40})
	return grad
}

func TestPartialsAgainstTruth(t *testing.T) {
	for _, row := range evaltest.Truth() {
		grad := gradient(t, expr.Torch, row.Name, row.Args)
		for i, want := range row.Partials {
			if want != nil && !holds(grad[i], want) {
				t.Errorf("partial %d of %s%v = %v, want %v", i, row.Name, row.Args, grad[i], want)
			}
		}
	}
}

// holds reports whether a ball holds a recorded value to its 30 digits.
func holds(y ball.Ball, want *big.Float) bool {
	if want.Sign() == 0 { // or too small to be recorded as a double
		const least = -1075
		return y.IsKnown() && y.Magnitude().Exponent() < least || y.IsExact() && y.Mid().Sign() == 0
	}
	if !y.IsKnown() {
		return false
	}
	gap := new(big.Float).Sub(y.Mid(), want)
	gap.Quo(gap, want)
	return gap.Abs(gap).Cmp(big.NewFloat(1e-28)) < 0
}

// TestSpecialPoints demands what the other modes answer at kinks, ties and
// poles, where the number is finite; an infinite derivative is none.
func TestSpecialPoints(t *testing.T) {
	for _, test := range evaltest.SpecialPoints() {
		if anyNonFinite(test.Args) {
			continue
		}
		for i, y := range gradient(t, test.Convention, test.Name, test.Args) {
			want := test.Partials[i]
			got, known := y.Float64()
			switch {
			case math.IsNaN(want) || math.IsInf(want, 0):
				if known && !math.IsInf(got, 0) {
					t.Errorf("partial %d of %s%v by %s = %v, want none", i, test.Name, test.Args, test.Convention, y)
				}
			case !known || !evaltest.Close(got, want):
				t.Errorf("partial %d of %s%v by %s = %v, want %v", i, test.Name, test.Args, test.Convention, y, want)
			}
		}
	}
}

func anyNonFinite(args []float64) bool {
	for _, x := range args {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return true
		}
	}
	return false
}
