package eval_test

import (
	"errors"
	"math"
	"testing"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/evaltest"
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
		return func(args []float64) float64 { return eval.Pow(args[0], args[1]) }
	}
	fn, _ := expr.LookupFunc(name)
	return kernels[fn]
}

func TestKernelsAgainstTruth(t *testing.T) {
	limits := map[string]float64{"tan": 5}
	kernels := eval.StandardKernels()
	worst := map[string]float64{}
	for _, row := range evaltest.Truth() {
		limit, ok := limits[row.Name]
		if !ok {
			limit = 2
		}
		got := kernel(kernels, row.Name)(row.Args)
		ulp := evaltest.ULP(got, row.Value)
		worst[row.Name] = max(worst[row.Name], ulp)
		if ulp > limit {
			t.Errorf("%s%v = %v, want %v: %.3g ulp", row.Name, row.Args, got, row.Value, ulp)
		}
	}
	t.Log("worst errors in ulp:", worst)
}

func TestPowAgainstTruth(t *testing.T) {
	var integer, other, subnormal float64
	for _, row := range evaltest.Powers() {
		x, y := row.Args[0], row.Args[1]
		got := eval.Pow(x, y)
		ulp, worst, limit := evaltest.ULP(got, row.Value), &other, 0.6
		switch {
		case math.Abs(got) < 0x1p-1022:
			worst, limit = &subnormal, 1.01
		case y == math.Trunc(y):
			worst, limit = &integer, 0.502
		}
		*worst = max(*worst, ulp)
		if ulp > limit {
			t.Errorf("%v^%v = %v, want %v: %.4g ulp", x, y, got, row.Value, ulp)
		}
	}
	t.Logf("worst errors in ulp: integer %.4f, other %.4f, subnormal %.4f", integer, other, subnormal)
}

func TestPowOfSubnormals(t *testing.T) {
	for _, test := range []struct{ x, y, want float64 }{
		{1e-310, 0.3, 1.000000000000007e-93}, // mpmath 1.3.0
		{5e-324, 0.5, 2.2227587494850775e-162},
		{5e-324, 0.25, 1.4908919308538355e-81},
		{5e-324, -0.75, 3.0175988624250344e242},
	} {
		if got := eval.Pow(test.x, test.y); !same(got, test.want) {
			t.Errorf("%v^%v = %v, want %v", test.x, test.y, got, test.want)
		}
	}
}

func TestPowSpecialCases(t *testing.T) {
	special := []float64{
		0, math.Copysign(0, -1), 1, -1, 0.5, -0.5, 2, -2, 3, -3, 1e300, -1e300, 1e-310, 0x1p60 + 0x1p10, -0x1p53 - 2,
		math.Inf(1), math.Inf(-1), math.NaN(), 1e7 + 1, -1e7 - 1, 0.3, math.MaxFloat64, 5e-324,
	}
	for _, x := range special {
		for _, y := range special {
			got, want := eval.Pow(x, y), math.Pow(x, y)
			if x > 0 && y == 0.5 {
				want = math.Sqrt(x)
			}
			if 0 < math.Abs(x) && math.Abs(x) < 0x1p-1022 && y != math.Trunc(y) {
				continue // math.Pow takes a wrong logarithm there; recorded values judge these
			}
			if same(got, want) || math.Abs(got-want) <= 1e-12*math.Abs(want) {
				continue
			}
			t.Errorf("%v^%v = %v, want %v", x, y, got, want)
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
