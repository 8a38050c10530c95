package reverse_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/gradcmp/gradcmp/autodiff/reverse"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/evaltest"
	"github.com/gradcmp/gradcmp/expr"
)

func TestEveryFunctionHasPartials(t *testing.T) {
	rules := reverse.StandardRules(expr.Torch)
	for _, fn := range expr.Funcs() {
		if rules[fn] == nil {
			t.Errorf("%s has no partials", fn)
		}
	}
}

// call returns the sweeper of one call with as many variables as arguments.
func call(t testing.TB, c expr.Convention, name string, n int) *reverse.Sweeper {
	f, vars := evaltest.Call(name, n)
	return sweeperBy(t, c, vars, f)
}

func TestPartialsAgainstTruth(t *testing.T) {
	worst := map[string]float64{}
	for _, row := range evaltest.Truth() {
		grad := make([]float64, len(row.Args))
		call(t, expr.Torch, row.Name, len(row.Args)).Gradient(row.Args, 0, grad)
		for i, want := range row.Partials {
			if want == nil {
				continue // not differentiable
			}
			ulp := evaltest.ULP(grad[i], want)
			worst[row.Name] = max(worst[row.Name], ulp)
			if ulp > limitOf(row) {
				t.Errorf("partial %d of %s%v = %v, want %v: %.3g ulp", i, row.Name, row.Args, grad[i], want, ulp)
			}
		}
	}
	t.Log("worst errors in ulp:", worst)
}

func TestSpecialPoints(t *testing.T) {
	for _, test := range evaltest.SpecialPoints() {
		grad := make([]float64, len(test.Args))
		call(t, test.Convention, test.Name, len(test.Args)).Gradient(test.Args, 0, grad)
		for i, want := range test.Partials {
			if !evaltest.Close(grad[i], want) {
				t.Errorf("gradient of %s%v by %s = %v, want %v", test.Name, test.Args, test.Convention, grad, test.Partials)
			}
		}
	}
}

func TestDerivativeIsInfiniteAtEnds(t *testing.T) {
	for _, fn := range expr.Funcs() {
		for _, x := range fn.Info().Ends {
			grad := make([]float64, 1)
			call(t, expr.Torch, fn.Name(), 1).Gradient([]float64{x}, 0, grad)
			if !math.IsInf(grad[0], 0) {
				t.Errorf("%s has derivative %v at %v", fn, grad[0], x)
			}
		}
	}
}

// A constant exponent, or base, receives no adjoint: the logarithm of a
// negative base is never asked for.
func TestConstantExponent(t *testing.T) {
	g := expr.NewGraph()
	x := g.Var("x")
	s := sweeper(t, []expr.Expr{x}, g.Pow(x, g.Int(3)), g.Pow(g.Int(-2), g.Mul(g.Int(0), x)), g.Pow(x, g.Int(0)))
	values, jacobian := make([]float64, 3), make([]float64, 3)
	s.Jacobian([]float64{-2}, values, jacobian)
	if jacobian[0] != 12 || jacobian[2] != 0 {
		t.Errorf("slopes %v, want 12, …, 0", jacobian)
	}
}

func TestLocallyConstantPieces(t *testing.T) {
	g := expr.NewGraph()
	x := g.Var("x")
	s := sweeper(t, []expr.Expr{x}, g.Call(expr.Sqrt, g.Call(expr.Relu, x)), g.Call(expr.Sqrt, g.Mul(x, x)))
	values, jacobian := make([]float64, 2), make([]float64, 2)
	s.Jacobian([]float64{-1}, values, jacobian)
	if jacobian[0] != 0 || jacobian[1] != -1 {
		t.Errorf("slopes at -1: %v, want [0 -1]", jacobian)
	}
	s.Jacobian([]float64{0}, values, jacobian)
	if jacobian[0] != 0 || !math.IsNaN(jacobian[1]) {
		t.Errorf("slopes at 0: %v, want [0 NaN]", jacobian)
	}
}

// Reverse mode agrees with central differences wherever those of two steps
// agree with each other.
func TestAgreesWithDifferences(t *testing.T) {
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
		s, err := reverse.New(p, eval.StandardKernels(), reverse.StandardRules(expr.Torch))
		if err != nil {
			t.Fatal(err)
		}
		m, err := eval.NewMachine(p, eval.StandardKernels())
		if err != nil {
			t.Fatal(err)
		}
		value := func(x []float64) float64 { return m.Eval(nil, x)[0] }
		if value(point); !evaltest.Tame(m.Registers()) {
			return
		}
		grad := make([]float64, 3)
		s.Gradient(point, 0, grad)
		for i := range point {
			want, ok := evaltest.Difference(value, point, i)
			if !ok || !finite(grad[i]) {
				continue // an edge of a domain
			}
			compared++
			if !(math.Abs(grad[i]-want) <= 1e-3*(1+math.Abs(want))) {
				t.Fatalf("partial %d = %v, differences %v", i, grad[i], want)
			}
		}
	})
	if compared < 50 {
		t.Errorf("only %d partials could be compared", compared)
	}
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }

// limitOf returns how many ulp a partial may be off.
func limitOf(row evaltest.Row) float64 {
	if row.Name == "erfinv" {
		return 80 // exp(y^2) magnifies the error of y by 2*y^2
	}
	return 16
}
