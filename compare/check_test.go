package compare_test

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize/functions"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/compare/points"
)

// beale is the formula of Beale's function, of x[0] and x[1].
const beale = "(1.5 - x[0]*(1 - x[1]))^2 + (2.25 - x[0]*(1 - x[1]^2))^2 + (2.625 - x[0]*(1 - x[1]^3))^2"

// bealeHessian is the Hessian of gonum v0.17, in rows.
func bealeHessian(dst, x []float64) {
	h := mat.NewSymDense(2, nil)
	functions.Beale{}.Hess(h, x)
	for i := range 2 {
		for j := range 2 {
			dst[2*i+j] = h.At(i, j)
		}
	}
}

// The Hessian of Beale's function in gonum v0.17 reads x[1] where its value and
// gradient read x[0].
func ExampleCheckHessian() {
	err := compare.CheckHessian(functions.Beale{}.Func, bealeHessian, compare.Check{
		Expr: beale, Points: [][]float64{{1, 1}, {3, 0.5}},
	})
	fmt.Println(err)
	// Output:
	// the derivative is wrong, by 2 points:
	// 	d^2f/(dx[0] dx[1]) is -1.90625 at x[0] = 3, x[1] = 0.5, and the derivative is -11.4375 (by the formula)
	// 	d^2f/(dx[1] dx[0]) is -1.90625 at x[0] = 3, x[1] = 0.5, and the derivative is -11.4375 (by the formula)
	// 	d^2f/(dx[1] dx[1]) is 108 at x[0] = 3, x[1] = 0.5, and the derivative is 46.125 (by the formula)
}

func ExampleCheckGradient() {
	f := func(x []float64) float64 { return math.Exp(x[0]) * x[1] }
	grad := func(dst, x []float64) { dst[0], dst[1] = math.Exp(x[0])*x[1], -math.Exp(x[0]) }
	fmt.Println(compare.CheckGradient(f, grad, compare.Check{Points: [][]float64{{0, 2}, {1, 3}}, Names: []string{"a", "b"}}))
	// Output:
	// the derivative is wrong, by 2 points:
	// 	df/db is -1 at a = 0, b = 2, and the derivative is 1 (by differences of the function); wrong at 2 points: its sign is wrong everywhere
}

// box is where the tests sample.
func box(n int) []points.Range {
	ranges := make([]points.Range, n)
	for i := range ranges {
		ranges[i] = points.Range{Low: -2, High: 2}
	}
	return ranges
}

// Right derivatives pass, with a formula and without.
func TestCheckRight(t *testing.T) {
	for _, formula := range []string{"", beale} {
		c := compare.Check{Expr: formula, Box: box(2), Seed: 7}
		if err := compare.CheckGradient(functions.Beale{}.Func, functions.Beale{}.Grad, c); err != nil {
			t.Errorf("formula %q: %v", formula, err)
		}
	}
	wood := compare.Check{Box: box(4), Sample: 40}
	hessian := func(dst, x []float64) {
		h := mat.NewSymDense(4, nil)
		functions.Wood{}.Hess(h, x)
		for i := range 4 {
			for j := range 4 {
				dst[4*i+j] = h.At(i, j)
			}
		}
	}
	if err := compare.CheckHessian(functions.Wood{}.Func, hessian, wood); err != nil {
		t.Error(err)
	}
}

// Wrong derivatives fail, with a formula and without, and so does a function
// that is not the formula.
func TestCheckWrong(t *testing.T) {
	right := func(x []float64) float64 { return x[0] * x[0] * math.Sin(x[1]) }
	gradient := func(dst, x []float64) { dst[0], dst[1] = 2*x[0]*math.Sin(x[1]), x[0]*x[0]*math.Cos(x[1]) }
	for _, tt := range []struct {
		name, formula string
		f             func([]float64) float64
		grad          func(dst, x []float64)
		want          string
	}{
		{"factor", "", right, func(dst, x []float64) { gradient(dst, x); dst[0] /= 2 }, "it is 0.5 times the derivative everywhere"},
		{"small", "x[0]^2*sin(x[1])", right, func(dst, x []float64) { gradient(dst, x); dst[1] *= 1 + 1e-8 }, "df/dx[1] is"},
		{"swapped", "x[0]^2*sin(x[1])", right, func(dst, x []float64) { gradient(dst, x); dst[0], dst[1] = dst[1], dst[0] }, "df/dx[0] is"},
		{"NaN", "", right, func(dst, x []float64) { gradient(dst, x); dst[1] = math.NaN() }, "df/dx[1] is NaN"},
		{"function", "x[0]^2*cos(x[1])", right, gradient, "they are not the same function"},
	} {
		err := compare.CheckGradient(tt.f, tt.grad, compare.Check{Expr: tt.formula, Box: box(2), Sample: 30})
		var wrong *compare.GradientError
		if !errors.As(err, &wrong) || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		}
	}
}

// A check that makes no sense is refused.
func TestCheckInput(t *testing.T) {
	f, grad := func(x []float64) float64 { return x[0] }, func(dst, _ []float64) { dst[0] = 1 }
	for _, tt := range []struct {
		c    compare.Check
		want string
	}{
		{compare.Check{}, "needs points"},
		{compare.Check{Points: [][]float64{{1}, {1, 2}}}, "points of 1 and 2 coordinates"},
		{compare.Check{Points: [][]float64{{1}}, Names: []string{"a", "b"}}, "2 names for points of 1 coordinates"},
		{compare.Check{Points: [][]float64{{1}}, Expr: "x[0"}, "1:2"},
		{compare.Check{Points: [][]float64{{1}}, Expr: "x"}, "not a number"},
		{compare.Check{Points: [][]float64{{1}}, Expr: "y"}, "no value"},
	} {
		if err := compare.CheckGradient(f, grad, tt.c); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%+v: %v, want %q", tt.c, err, tt.want)
		}
	}
	nowhere := func([]float64) float64 { return math.NaN() }
	if err := compare.CheckGradient(nowhere, grad, compare.Check{Points: [][]float64{{1}}}); err == nil || !strings.Contains(err.Error(), "nothing could be judged") {
		t.Error(err)
	}
}
