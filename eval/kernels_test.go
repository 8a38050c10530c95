package eval_test

import (
	"errors"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/evaltest"
	"github.com/gradcmp/gradcmp/eval/special"
	"github.com/gradcmp/gradcmp/expr"
)

func TestEveryFunctionHasAKernel(t *testing.T) {
	kernels := eval.StandardKernels()
	recorded := map[string]bool{}
	for _, row := range evaltest.Truth() {
		recorded[row.Name] = true
	}
	for _, fn := range expr.Funcs() {
		if kernels[fn] == nil {
			t.Errorf("%s has no kernel", fn)
		}
		if !recorded[fn.Name()] {
			t.Errorf("%s has no recorded value", fn)
		}
	}
}

// kernel returns the kernel of a row of the recorded truth.
func kernel(kernels eval.Kernels, name string) eval.Kernel {
	if name == "^" {
		return func(args []float64) float64 { return special.Pow(args[0], args[1]) }
	}
	fn, _ := expr.LookupFunc(name)
	return kernels[fn]
}

// Every kernel is as accurate as its row says.
func TestKernelsAgainstTruth(t *testing.T) {
	const roundedDigits = 1e-10 // of the recorded value
	kernels := eval.StandardKernels()
	worst := map[string]float64{}
	for _, row := range evaltest.Truth() {
		limit := 1.0 // of powers
		if fn, ok := expr.LookupFunc(row.Name); ok {
			limit = fn.Info().ULP
		}
		got := kernel(kernels, row.Name)(row.Args)
		ulp := evaltest.ULP(got, row.Value)
		worst[row.Name] = max(worst[row.Name], ulp)
		if ulp > limit+roundedDigits {
			t.Errorf("%s%v = %v, want %v: %.3g ulp, stated %v", row.Name, row.Args, got, row.Value, ulp, limit)
		}
	}
	t.Log("worst errors in ulp:", worst)
}

// The call that a row of the table of functions shows is among the recorded
// ones.
func TestExamplesAreRecorded(t *testing.T) {
	recorded := map[string]bool{}
	for _, row := range evaltest.Truth() {
		args := make([]string, len(row.Args))
		for i, x := range row.Args {
			args[i] = strconv.FormatFloat(x, 'g', -1, 64)
		}
		call := row.Name
		if len(args) > 0 {
			call += "(" + strings.Join(args, ", ") + ")"
		}
		recorded[call] = true
	}
	for _, fn := range expr.Funcs() {
		if example := fn.Info().Example; !recorded[example] {
			t.Errorf("%s is not recorded", example)
		}
	}
}

// same reports whether two doubles are equal, the sign of zero included, or
// both NaN.
func same(x, y float64) bool {
	return x == y && math.Signbit(x) == math.Signbit(y) || x != x && y != y
}

func TestSpecialPoints(t *testing.T) {
	inf, nan, negZero := math.Inf(1), math.NaN(), math.Copysign(0, -1)
	for _, test := range []struct {
		fn   expr.Func
		args []float64
		want float64
	}{
		{expr.Log, []float64{0}, -inf},
		{expr.Log, []float64{-1}, nan},
		{expr.Log, []float64{inf}, inf},
		{expr.Log, []float64{5e-324}, -744.4400719213812},
		{expr.Sqrt, []float64{-1}, nan},
		{expr.Asin, []float64{1}, math.Pi / 2},
		{expr.Asin, []float64{-1}, -math.Pi / 2},
		{expr.Asin, []float64{negZero}, negZero},
		{expr.Asin, []float64{1.1}, nan},
		{expr.Acos, []float64{1}, 0},
		{expr.Acos, []float64{-1}, math.Pi},
		{expr.Acos, []float64{-1.1}, nan},
		{expr.Atan, []float64{inf}, math.Pi / 2},
		{expr.Sinh, []float64{-inf}, -inf},
		{expr.Sinh, []float64{negZero}, negZero},
		{expr.Sinh, []float64{711}, inf},
		{expr.Cosh, []float64{-inf}, inf},
		{expr.Tanh, []float64{-inf}, -1},
		{expr.Sign, []float64{0}, 0},
		{expr.Sign, []float64{nan}, nan},
		{expr.Heaviside, []float64{negZero}, 0.5},
		{expr.Heaviside, []float64{nan}, nan},
		{expr.Round, []float64{2.5}, 2},
		{expr.Round, []float64{-0.5}, negZero},
		{expr.Mod, []float64{-7.5, 2}, 0.5},
		{expr.Fmod, []float64{-7.5, 2}, -1.5},
		{expr.Polygamma, []float64{0.5, 1}, nan},
		{expr.Polygamma, []float64{-1, 1}, nan},
		{expr.Polygamma, []float64{nan, 1}, nan},
		{expr.BesselJ, []float64{-1, 0}, negZero},
		{expr.BesselJ, []float64{0.5, 1}, nan},
		{expr.BesselJ, []float64{1e300, 1}, nan},
		{expr.XLogY, []float64{0, 0}, 0},
		{expr.Atan2, []float64{0, negZero}, math.Pi},
		{expr.Sigmoid, []float64{-800}, 0},
		{expr.Sigmoid, []float64{inf}, 1},
		{expr.Sigmoid, []float64{nan}, nan},
		{expr.Softplus, []float64{800}, 800},
		{expr.Softplus, []float64{-800}, 0},
		{expr.Softplus, []float64{inf}, inf},
		{expr.Softplus, []float64{nan}, nan},
		{expr.Relu, []float64{-3}, 0},
		{expr.Relu, []float64{nan}, nan},
		{expr.Min, []float64{1, nan, 0}, nan},
		{expr.Max, []float64{1, nan, 3}, nan},
		{expr.Argmax, []float64{1, 3, 3}, 1},
		{expr.Argmax, []float64{1, nan, 3, nan}, 1},
		{expr.LogSumExp, []float64{-inf, -inf}, -inf},
		{expr.LogSumExp, []float64{1, inf, inf}, inf},
		{expr.LogSumExp, []float64{inf, nan}, nan},
		{expr.LogSumExp, []float64{-inf, 3}, 3},
		{expr.LogSumExp, []float64{1000, 1000}, 1000 + math.Ln2},
		{expr.Norm, []float64{0, 0}, 0},
		{expr.Norm, []float64{1, -inf}, inf},
		{expr.Norm, []float64{inf, nan}, nan},
		{expr.Norm, []float64{3e-320, 4e-320}, 5e-320},
	} {
		if got := eval.StandardKernels()[test.fn](test.args); !same(got, test.want) {
			t.Errorf("%s%v = %v, want %v", test.fn, test.args, got, test.want)
		}
	}
}

func TestMissingKernel(t *testing.T) {
	g := expr.NewGraph()
	x := g.Var("x")
	p := compile(t, []expr.Expr{x}, []expr.Expr{g.Add(g.Call(expr.Sin, x), g.Call(expr.Cos, x))})
	kernels := eval.StandardKernels()
	delete(kernels, expr.Tan) // not called: not missed
	if _, err := eval.NewMachine(p, kernels); err != nil {
		t.Error(err)
	}
	delete(kernels, expr.Cos)
	_, err := eval.NewMachine(p, kernels)
	var missing *eval.MissingError
	if !errors.As(err, &missing) || missing.Func != expr.Cos || err.Error() != "the function cos has no kernel" {
		t.Errorf("error %v", err)
	}
}
