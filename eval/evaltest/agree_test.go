package evaltest_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/gradcmp/gradcmp/autodiff/forward"
	"github.com/gradcmp/gradcmp/autodiff/reverse"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/evaltest"
	"github.com/gradcmp/gradcmp/expr"
)

// modes are the two engines for one program.
type modes struct {
	sweeper        *reverse.Sweeper
	differentiator *forward.Differentiator
	machine        *eval.Machine
}

func newModes(c expr.Convention, vars, outputs []expr.Expr) (m modes, err error) {
	p, err := eval.Compile(vars, outputs, eval.Keep())
	if err != nil {
		return m, err
	}
	if m.machine, err = eval.NewMachine(p, eval.StandardKernels()); err != nil {
		return m, err
	}
	if m.sweeper, err = reverse.New(p, eval.StandardKernels(), reverse.StandardRules(c)); err != nil {
		return m, err
	}
	m.differentiator, err = forward.New(p, forward.StandardRules(c))
	return m, err
}

func TestReverseAgreesWithForward(t *testing.T) {
	const tolerance = 1e-8
	compared := 0
	rapid.Check(t, func(t *rapid.T) {
		g := expr.NewGraph()
		vars := []expr.Expr{g.Var("x"), g.Var("y"), g.Var("z")}
		f := evaltest.Expression(t, g, vars, 15)
		point := evaltest.Point(t, 3)
		m, err := newModes(expr.Torch, vars, []expr.Expr{f})
		if err != nil {
			t.Fatal(err)
		}
		if m.machine.Run(point); !evaltest.Tame(m.machine.Registers()) {
			return
		}
		values, swept, pushed := make([]float64, 1), make([]float64, 3), make([]float64, 3)
		m.differentiator.Jacobian(point, values, pushed)
		if value := m.sweeper.Gradient(point, 0, swept); value != values[0] {
			t.Fatalf("values %v and %v", value, values[0])
		}
		for i := range swept {
			if !finite(swept[i]) || !finite(pushed[i]) {
				continue // 0*Inf is NaN in reverse mode and 0 in forward mode
			}
			compared++
			if math.Abs(swept[i]-pushed[i]) > tolerance*(1+math.Abs(swept[i])) {
				t.Fatalf("partial %d: %v in reverse, %v forward", i, swept[i], pushed[i])
			}
		}
	})
	if compared < 50 {
		t.Errorf("only %d partials could be compared", compared)
	}
}

// The two modes follow each convention alike at special points of every
// function.
func TestConventionsAgree(t *testing.T) {
	special := []float64{
		0, math.Copysign(0, -1), 1, -1, 0.5, -2, 5e-324, 1e-20, 800, -800, 709.9, 1e300, -1e300,
		math.Inf(1), math.Inf(-1), math.NaN(),
	}
	for _, c := range expr.Conventions() {
		for _, fn := range expr.Funcs() {
			n := fn.Info().MaxArgs
			if n == expr.Variadic {
				n = 2
			}
			g := expr.NewGraph()
			vars := g.NewVariable("x", expr.Shape{n}).Elems
			m, err := newModes(c, vars, []expr.Expr{g.Call(fn, vars...)})
			if err != nil {
				t.Fatal(err)
			}
			for _, x := range special {
				for _, y := range special {
					m.compare(t, fn, []float64{x, y}[:n], c)
					if n < 2 {
						break // y does not matter
					}
				}
			}
		}
	}
}

// compare holds the partials of fn by both modes against each other.
func (m modes) compare(t *testing.T, fn expr.Func, point []float64, c expr.Convention) {
	values, swept, pushed := make([]float64, 1), make([]float64, len(point)), make([]float64, len(point))
	m.sweeper.Jacobian(point, values, swept)
	m.differentiator.Jacobian(point, values, pushed)
	for i := range point {
		if !close(swept[i], pushed[i]) {
			t.Errorf("partial %d of %s%v by %s: %v in reverse, %v forward", i, fn, point, c, swept[i], pushed[i])
		}
	}
}

// close reports whether two derivatives are equal up to rounding, or both NaN.
func close(a, b float64) bool {
	return a == b || a != a && b != b || math.Abs(a-b) <= 1e-14*math.Abs(a)
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
