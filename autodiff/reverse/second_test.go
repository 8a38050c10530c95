package reverse_test

import (
	"errors"
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/gradcmp/gradcmp/autodiff/reverse"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/evaltest"
	"github.com/gradcmp/gradcmp/expr"
)

func TestEveryFunctionHasSecondPartials(t *testing.T) {
	for _, c := range expr.Conventions() {
		rules := reverse.StandardSecondRules(c)
		for _, fn := range expr.Funcs() {
			if rules[fn] == nil {
				t.Errorf("%s has no second partials by convention %s", fn, c)
			}
		}
	}
}

// second returns the sweeper for second derivatives of an expression.
func second(t testing.TB, c expr.Convention, vars []expr.Expr, f ...expr.Expr) *reverse.SecondSweeper {
	t.Helper()
	p, err := eval.Compile(vars, f, eval.Keep())
	if err != nil {
		t.Fatal(err)
	}
	s, err := reverse.NewSecond(p, eval.StandardKernels(), reverse.StandardRules(c), reverse.StandardSecondRules(c))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// secondOf returns that of one call with as many variables as arguments.
func secondOf(t testing.TB, c expr.Convention, name string, n int) *reverse.SecondSweeper {
	f, vars := evaltest.Call(name, n)
	return second(t, c, vars, f)
}

func TestSecondPartialsAgainstTruth(t *testing.T) {
	worst := map[string]float64{}
	for _, row := range evaltest.SecondTruth() {
		n := len(row.Args)
		for j := range n {
			product, direction := make([]float64, n), make([]float64, n)
			direction[j] = 1
			secondOf(t, expr.Torch, row.Name, n).HVP(row.Args, direction, 0, product)
			for i, want := range row.Hessian {
				if want[j] == nil {
					continue // not differentiable
				}
				ulp := evaltest.ULP(product[i], want[j])
				worst[row.Name] = max(worst[row.Name], ulp)
				if ulp > evaltest.SecondLimit(row) {
					t.Errorf("second partial %d, %d of %s%v = %v, want %.17g: %.3g ulp", i, j, row.Name, row.Args, product[i], want[j], ulp)
				}
			}
		}
	}
	t.Log("worst errors in ulp:", worst)
}

func TestSecondPartialsAtSpecialPoints(t *testing.T) {
	for _, test := range evaltest.SecondPoints() {
		product := make([]float64, len(test.Args))
		secondOf(t, test.Convention, test.Name, len(test.Args)).HVP(test.Args, test.U, 0, product)
		got := 0.0
		for i, v := range test.V {
			if v != 0 {
				got += v * product[i]
			}
		}
		if !evaltest.Close(got, test.Want) {
			t.Errorf("second derivative of %s%v by %v and %v, by %s, = %v, want %v",
				test.Name, test.Args, test.U, test.V, test.Convention, got, test.Want)
		}
	}
}

// The product of a Hessian and a direction is the derivative of the gradient in
// that direction, wherever differences of the gradient tell.
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
		s, err := reverse.NewSecond(p, eval.StandardKernels(), reverse.StandardRules(expr.Torch), reverse.StandardSecondRules(expr.Torch))
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
		for j := range point {
			direction, product, grad := make([]float64, 3), make([]float64, 3), make([]float64, 3)
			direction[j] = 1
			_, slope := s.HVP(point, direction, 0, product)
			s.Gradient(point, 0, grad)
			if slope != grad[j] && math.Abs(slope-grad[j]) > 1e-9*(1+math.Abs(slope)) {
				t.Fatalf("slope %v of the sweep, %v of the gradient", slope, grad[j])
			}
			for i := range point {
				partial := func(x []float64) float64 { s.Gradient(x, 0, grad); return grad[i] }
				want, ok := evaltest.Difference(partial, point, j)
				if !ok || !finite(product[i]) {
					continue // an edge of a domain, or a kink
				}
				compared++
				if !(math.Abs(product[i]-want) <= 1e-3*(1+math.Abs(want))) {
					t.Fatalf("second partial %d, %d = %v, differences %v", i, j, product[i], want)
				}
			}
		}
	})
	if compared < 50 {
		t.Errorf("only %d second partials could be compared", compared)
	}
}

// An arm that is not taken poisons neither the product nor the slope.
func TestSecondOfUntakenArm(t *testing.T) {
	g := expr.NewGraph()
	x := g.Var("x")
	f := g.Select(g.Compare(expr.Greater, x, g.Int(0)), g.Call(expr.Log, x), g.Pow(x, g.Int(3)))
	s := second(t, expr.Torch, []expr.Expr{x}, f)
	product := make([]float64, 1)
	value, slope := s.HVP([]float64{-1}, []float64{1}, 0, product)
	if value != -1 || slope != 3 || product[0] != -6 {
		t.Errorf("value %v, slope %v, product %v; want -1, 3, [-6]", value, slope, product)
	}
}

func TestNewSecondErrors(t *testing.T) {
	g := expr.NewGraph()
	x := g.Var("x")
	p, _ := eval.Compile([]expr.Expr{x}, []expr.Expr{g.Call(expr.Sin, x)}, eval.Keep())
	rules := reverse.StandardSecondRules(expr.Torch)
	delete(rules, expr.Sin)
	_, err := reverse.NewSecond(p, eval.StandardKernels(), reverse.StandardRules(expr.Torch), rules)
	var missing *eval.MissingError
	if !errors.As(err, &missing) || missing.Func != expr.Sin {
		t.Errorf("a missing row: %v", err)
	}
}
