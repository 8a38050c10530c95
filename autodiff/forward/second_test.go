package forward_test

import (
	"errors"
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/gradcmp/gradcmp/autodiff/forward"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/evaltest"
	"github.com/gradcmp/gradcmp/expr"
)

func TestEveryFunctionHasACurvature(t *testing.T) {
	for _, c := range expr.Conventions() {
		curvatures := forward.StandardCurvatures(c)
		for _, fn := range expr.Funcs() {
			if curvatures[fn] == nil {
				t.Errorf("%s has no curvature by convention %s", fn, c)
			}
		}
	}
}

// second returns the differentiator for second derivatives of an expression.
func second(t testing.TB, c expr.Convention, vars []expr.Expr, f ...expr.Expr) *forward.SecondDifferentiator {
	t.Helper()
	p, err := eval.Compile(vars, f)
	if err != nil {
		t.Fatal(err)
	}
	d, err := forward.NewSecond(p, forward.StandardRules(c), forward.StandardCurvatures(c))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// secondOf returns that of one call with as many variables as arguments.
func secondOf(t testing.TB, c expr.Convention, name string, n int) *forward.SecondDifferentiator {
	f, vars := evaltest.Call(name, n)
	return second(t, c, vars, f)
}

// unit returns the direction of coordinate i of n.
func unit(n, i int) []float64 {
	u := make([]float64, n)
	u[i] = 1
	return u
}

func TestCurvaturesAgainstTruth(t *testing.T) {
	worst := map[string]float64{}
	for _, row := range evaltest.SecondTruth() {
		n := len(row.Args)
		value, got := make([]float64, 1), make([]float64, 1)
		for i := range n {
			for j := range n {
				if row.Hessian[i][j] == nil {
					continue // not differentiable
				}
				secondOf(t, expr.Torch, row.Name, n).Mixed(row.Args, unit(n, i), unit(n, j), value, got)
				ulp := evaltest.ULP(got[0], row.Hessian[i][j])
				worst[row.Name] = max(worst[row.Name], ulp)
				if ulp > evaltest.SecondLimit(row) {
					t.Errorf("second partial %d, %d of %s%v = %v, want %.17g: %.3g ulp", i, j, row.Name, row.Args, got[0], row.Hessian[i][j], ulp)
				}
			}
		}
	}
	t.Log("worst errors in ulp:", worst)
}

func TestCurvaturesAtSpecialPoints(t *testing.T) {
	value, got := make([]float64, 1), make([]float64, 1)
	for _, test := range evaltest.SecondPoints() {
		secondOf(t, test.Convention, test.Name, len(test.Args)).Mixed(test.Args, test.U, test.V, value, got)
		if !evaltest.Close(got[0], test.Want) {
			t.Errorf("second derivative of %s%v by %v and %v, by %s, = %v, want %v",
				test.Name, test.Args, test.U, test.V, test.Convention, got[0], test.Want)
		}
	}
}

// Second derivatives are differences of the gradient of forward mode, wherever
// these tell.
func TestSecondAgreesWithDifferencesOfTheGradient(t *testing.T) {
	compared := 0
	rapid.Check(t, func(t *rapid.T) {
		g := expr.NewGraph()
		vars := []expr.Expr{g.Var("x"), g.Var("y"), g.Var("z")}
		f := evaltest.Expression(t, g, vars, 12)
		point := evaltest.Point(t, 3)
		p, err := eval.Compile(vars, []expr.Expr{f}, eval.Keep())
		if err != nil {
			t.Fatal(err)
		}
		m, err := eval.NewMachine(p, eval.StandardKernels())
		if err != nil {
			t.Fatal(err)
		}
		if m.Run(point); !evaltest.Tame(m.Registers()) {
			return
		}
		d, err := forward.New(p, forward.StandardRules(expr.Torch))
		if err != nil {
			t.Fatal(err)
		}
		s, err := forward.NewSecond(p, forward.StandardRules(expr.Torch), forward.StandardCurvatures(expr.Torch))
		if err != nil {
			t.Fatal(err)
		}
		value, got, slope := make([]float64, 1), make([]float64, 1), make([]float64, 1)
		for i := range point {
			partial := func(x []float64) float64 { d.Derivative(x, unit(3, i), value, slope); return slope[0] }
			for j := range point {
				s.Mixed(point, unit(3, i), unit(3, j), value, got)
				want, ok := evaltest.Difference(partial, point, j)
				if !ok || !finite(got[0]) {
					continue // an edge of a domain, or a kink
				}
				compared++
				if !(math.Abs(got[0]-want) <= 1e-3*(1+math.Abs(want))) {
					t.Fatalf("second partial %d, %d = %v, differences %v", i, j, got[0], want)
				}
			}
		}
	})
	if compared < 50 {
		t.Errorf("only %d second partials could be compared", compared)
	}
}

func TestNewSecondErrors(t *testing.T) {
	g := expr.NewGraph()
	x := g.Var("x")
	p, _ := eval.Compile([]expr.Expr{x}, []expr.Expr{g.Call(expr.Sin, x)})
	curvatures := forward.StandardCurvatures(expr.Torch)
	delete(curvatures, expr.Sin)
	_, err := forward.NewSecond(p, forward.StandardRules(expr.Torch), curvatures)
	var missing *eval.MissingError
	if !errors.As(err, &missing) || missing.Func != expr.Sin {
		t.Errorf("a missing row: %v", err)
	}
}
