package forward_test

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/num/dual"
	"pgregory.net/rapid"

	"github.com/gradcmp/gradcmp/autodiff/forward"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/evaltest"
	"github.com/gradcmp/gradcmp/expr"
)

func TestEveryFunctionHasARule(t *testing.T) {
	rules := forward.StandardRules(expr.Torch)
	for _, fn := range expr.Funcs() {
		if rules[fn] == nil {
			t.Errorf("%s has no rule", fn)
		}
	}
}

// call returns the differentiator of one call with as many variables as
// arguments.
func call(t testing.TB, c expr.Convention, name string, n int) *forward.Differentiator {
	f, vars := evaltest.Call(name, n)
	return differentiatorBy(t, c, vars, f)
}

func TestRulesAgainstTruth(t *testing.T) {
	worst := map[string]float64{}
	for _, row := range evaltest.Truth() {
		value, gradient := make([]float64, 1), make([]float64, len(row.Args))
		call(t, expr.Torch, row.Name, len(row.Args)).Jacobian(row.Args, value, gradient)
		for i, want := range row.Partials {
			if want == nil {
				continue // not differentiable
			}
			ulp := evaltest.ULP(gradient[i], want)
			worst[row.Name] = max(worst[row.Name], ulp)
			if ulp > limitOf(row) {
				t.Errorf("partial %d of %s%v = %v, want %v: %.3g ulp", i, row.Name, row.Args, gradient[i], want, ulp)
			}
		}
	}
	t.Log("worst errors in ulp:", worst)
}

// special are arguments at which functions behave in a way of their own.
var special = []float64{
	0, math.Copysign(0, -1), 1, -1, 0.5, -2, 5e-324, 1e-20, 800, -800, 709.9, 1e300, math.Inf(1), math.Inf(-1), math.NaN(),
}

// The value of a rule is that of the kernel, bit for bit.
func TestValuesAreThoseOfTheKernels(t *testing.T) {
	kernels, rules := eval.StandardKernels(), forward.StandardRules(expr.Torch)
	for _, fn := range expr.Funcs() {
		for _, x := range special {
			for _, y := range special {
				args := []float64{x, y, 3}[:min(3, max(0, arity(fn)))]
				duals := make([]dual.Number, len(args))
				for i, a := range args {
					duals[i] = dual.Number{Real: a, Emag: 1}
				}
				got, want := rules[fn](duals).Real, kernels[fn](args)
				if math.Float64bits(got) != math.Float64bits(want) && !(math.IsNaN(got) && math.IsNaN(want)) {
					t.Errorf("%s%v: value %v of the rule, %v of the kernel", fn, args, got, want)
				}
			}
		}
	}
}

// arity returns how many arguments fn takes, 3 if any number.
func arity(fn expr.Func) int {
	if n := fn.Info().MaxArgs; n != expr.Variadic {
		return n
	}
	return 3
}

func TestSpecialPoints(t *testing.T) {
	for _, test := range evaltest.SpecialPoints() {
		value, gradient := make([]float64, 1), make([]float64, len(test.Args))
		call(t, test.Convention, test.Name, len(test.Args)).Jacobian(test.Args, value, gradient)
		for i, want := range test.Partials {
			if !evaltest.Close(gradient[i], want) {
				t.Errorf("gradient of %s%v by %s = %v, want %v", test.Name, test.Args, test.Convention, gradient, test.Partials)
			}
		}
	}
}

// What moves is the direction: a zero tangent is not poisoned by an infinite
// slope, and slopes on a kink add up.
func TestDirections(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	for _, test := range []struct {
		name          string
		at, direction []float64
		want          float64
	}{
		{"exp", []float64{800}, []float64{0}, 0},
		{"exp", []float64{800}, []float64{-1}, -inf},
		{"sqrt", []float64{0}, []float64{-1}, -inf},
		{"sqrt", []float64{0}, []float64{0}, 0},
		{"log", []float64{0}, []float64{-1}, -inf},
		{"log1p", []float64{-1}, []float64{2}, inf},
		{"asin", []float64{1}, []float64{0}, 0},
		{"max", []float64{1, 3, 3}, []float64{5, 1, 2}, 1.5},
		{"min", []float64{2, 2, 2, 2}, []float64{1, 0, 0, 0}, 0.25},
		{"norm", []float64{3, 4}, []float64{1, 2}, 2.2},
		{"norm", []float64{0, 0}, []float64{1, 1}, 0},
		{"hypot", []float64{0, 0}, []float64{0, 0}, 0},
		{"logsumexp", []float64{1000, 1000}, []float64{1, 2}, 1.5},
		{"atan2", []float64{3, 4}, []float64{1, 2}, -0.08},
		{"polygamma", []float64{1, 1}, []float64{0, 0}, 0},
		{"polygamma", []float64{1, 1}, []float64{1, 0}, nan},
		{"^", []float64{0, 0}, []float64{1, 1}, 0},
		{"^", []float64{0, 1}, []float64{1, 1}, 1},
		{"^", []float64{0, -1}, []float64{0, 1}, -inf},
		{"^", []float64{-3, 2.5}, []float64{0, 0}, 0},
	} {
		value, tangent := make([]float64, 1), make([]float64, 1)
		call(t, expr.Torch, test.name, len(test.at)).Derivative(test.at, test.direction, value, tangent)
		if !evaltest.Close(tangent[0], test.want) {
			t.Errorf("%s%v in direction %v moves by %v, want %v", test.name, test.at, test.direction, tangent[0], test.want)
		}
	}
}

// Forward mode agrees with central differences wherever those of two steps
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
		m, err := eval.NewMachine(p, eval.StandardKernels())
		if err != nil {
			t.Fatal(err)
		}
		value := func(x []float64) float64 { return m.Eval(nil, x)[0] }
		if value(point); !evaltest.Tame(m.Registers()) {
			return
		}
		d, err := forward.New(p, forward.StandardRules(expr.Torch))
		if err != nil {
			t.Fatal(err)
		}
		values, jacobian := make([]float64, 1), make([]float64, 3)
		d.Jacobian(point, values, jacobian)
		for i := range point {
			want, ok := evaltest.Difference(value, point, i)
			if !ok || !finite(jacobian[i]) {
				continue // an edge of a domain
			}
			compared++
			if !(math.Abs(jacobian[i]-want) <= 1e-3*(1+math.Abs(want))) {
				t.Fatalf("partial %d = %v, differences %v", i, jacobian[i], want)
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
