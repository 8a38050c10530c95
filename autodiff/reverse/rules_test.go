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
	rules := reverse.StandardRules()
	for _, fn := range expr.Funcs() {
		if rules[fn] == nil {
			t.Errorf("%s has no partials", fn)
		}
	}
}

// call returns the sweeper of one call with as many variables as arguments.
func call(t testing.TB, name string, n int) *reverse.Sweeper {
	g := expr.NewGraph()
	vars := g.NewVariable("x", expr.Shape{n}).Elems
	if name == "^" {
		return sweeper(t, vars, g.Pow(vars[0], vars[1]))
	}
	fn, ok := expr.LookupFunc(name)
	if !ok {
		t.Fatalf("no function %s", name)
	}
	return sweeper(t, vars, g.Call(fn, vars...))
}

func TestPartialsAgainstTruth(t *testing.T) {
	const limit = 8 // ulp; 1 + tan(x)^2 loses most
	worst := map[string]float64{}
	for _, row := range evaltest.Truth() {
		grad := make([]float64, len(row.Args))
		call(t, row.Name, len(row.Args)).Gradient(row.Args, 0, grad)
		for i, want := range row.Partials {
			ulp := evaltest.ULP(grad[i], want)
			worst[row.Name] = max(worst[row.Name], ulp)
			if ulp > limit {
				t.Errorf("partial %d of %s%v = %v, want %v: %.3g ulp", i, row.Name, row.Args, grad[i], want, ulp)
			}
		}
	}
	t.Log("worst errors in ulp:", worst)
}

func TestConventions(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	negZero := math.Copysign(0, -1)
	for _, test := range []struct {
		name string
		at   []float64
		want []float64
	}{
		{"abs", []float64{0}, []float64{0}},
		{"abs", []float64{-2}, []float64{-1}},
		{"sign", []float64{0}, []float64{0}},
		{"relu", []float64{0}, []float64{0}},
		{"sqrt", []float64{0}, []float64{inf}},
		{"sqrt", []float64{negZero}, []float64{inf}},
		{"sqrt", []float64{-1}, []float64{nan}},
		{"log", []float64{0}, []float64{inf}},
		{"log", []float64{negZero}, []float64{inf}},
		{"log", []float64{-1}, []float64{nan}},
		{"log1p", []float64{-1}, []float64{inf}},
		{"log1p", []float64{-2}, []float64{nan}},
		{"asin", []float64{1}, []float64{inf}},
		{"asin", []float64{-1}, []float64{inf}},
		{"acos", []float64{-1}, []float64{-inf}},
		{"acos", []float64{2}, []float64{nan}},
		{"sinh", []float64{-inf}, []float64{inf}},
		{"cosh", []float64{-inf}, []float64{-inf}},
		{"tanh", []float64{inf}, []float64{0}},
		{"max", []float64{1, 3, 3}, []float64{0, 0.5, 0.5}},
		{"min", []float64{2, 2, 2, 2}, []float64{0.25, 0.25, 0.25, 0.25}},
		{"max", []float64{1, nan}, []float64{nan, nan}},
		{"argmax", []float64{3, 3}, []float64{0, 0}},
		{"norm", []float64{0, 0}, []float64{0, 0}},
		{"norm", []float64{3e-320, 4e-320}, []float64{0.6, 0.8}},
		{"logsumexp", []float64{1000, 1000}, []float64{0.5, 0.5}},
		{"logsumexp", []float64{-inf, -inf}, []float64{0.5, 0.5}},
		{"logsumexp", []float64{inf, 3}, []float64{1, 0}},
		{"^", []float64{0, 0}, []float64{0, 0}},
		{"^", []float64{0, 1}, []float64{1, 0}},
		{"^", []float64{0, 2.5}, []float64{0, 0}},
		{"^", []float64{0, 0.5}, []float64{inf, 0}},
		{"^", []float64{0, -1}, []float64{-inf, -inf}},
		{"^", []float64{-3, 2}, []float64{-6, nan}},
	} {
		grad := make([]float64, len(test.at))
		call(t, test.name, len(test.at)).Gradient(test.at, 0, grad)
		for i, want := range test.want {
			if math.Abs(grad[i]-want) > 1e-3 || !same(math.Abs(grad[i]), math.Abs(want)) && (want == 0 || math.IsInf(want, 0) || want != want) {
				t.Errorf("gradient of %s%v = %v, want %v", test.name, test.at, grad, test.want)
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
		s, err := reverse.New(p, eval.StandardKernels(), reverse.StandardRules())
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
