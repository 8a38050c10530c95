package eval_test

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/evaltest"
	"github.com/gradcmp/gradcmp/eval/special"
	"github.com/gradcmp/gradcmp/expr"
)

func compile(t testing.TB, inputs, outputs []expr.Expr, options ...eval.Option) *eval.Program {
	t.Helper()
	p, err := eval.Compile(inputs, outputs, options...)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestCompileErrors(t *testing.T) {
	g := expr.NewGraph()
	x, y := g.Var("x"), g.Var("y")
	_, err := eval.Compile([]expr.Expr{x}, []expr.Expr{g.Mul(x, y)})
	var free *eval.FreeVariableError
	if !errors.As(err, &free) || free.Name != "y" {
		t.Errorf("free variable: %v", err)
	}
	for _, inputs := range [][]expr.Expr{{x, x}, {y, g.Neg(x)}} {
		_, err = eval.Compile(inputs, []expr.Expr{x})
		var wrong *eval.InputError
		if !errors.As(err, &wrong) || wrong.Index != 1 {
			t.Errorf("inputs %v: %v", inputs, err)
		}
	}
}

func TestOutputsThatAreLeaves(t *testing.T) {
	g := expr.NewGraph()
	x, y := g.Var("x"), g.Var("y")
	sum := g.Add(x, g.Num(expr.Frac(1, 2)))
	p := compile(t, []expr.Expr{y, x}, []expr.Expr{x, g.Int(7), sum, g.Mul(sum, sum), sum})
	got := p.Eval(nil, []float64{1, 3})
	for i, want := range []float64{3, 7, 3.5, 12.25, 3.5} {
		if got[i] != want {
			t.Errorf("output %d = %v, want %v", i, got[i], want)
		}
	}
	empty := compile(t, nil, nil)
	if len(empty.Eval(nil, nil)) != 0 {
		t.Error("the empty program has outputs")
	}
}

func TestRegistersAreUsedAgain(t *testing.T) {
	g := expr.NewGraph()
	x := g.Var("x")
	y := x
	for range 1000 {
		y = g.Call(expr.Sin, g.Add(y, x))
	}
	if n := compile(t, []expr.Expr{x}, []expr.Expr{y}).NumRegisters(); n != 2 {
		t.Errorf("%d registers, want 2", n)
	}
	kept := compile(t, []expr.Expr{x}, []expr.Expr{y}, eval.Keep())
	if n := kept.NumRegisters(); n != 2001 || !kept.Kept() {
		t.Errorf("%d registers in the kept program, want 2001", n)
	}
	for i, in := range kept.Code() {
		if int(in.Dst) != i+1 {
			t.Fatalf("instruction %d writes register %d", i, in.Dst)
		}
		if node := g.At(in.Node); node.Op() != in.Op || node.NumArgs() != len(kept.Args(&in)) {
			t.Fatalf("instruction %d is traced to the wrong node", i)
		}
	}
}

// float64s is the plain arithmetic, for comparing the interpreter with the
// machine.
type float64s struct{ kernels eval.Kernels }

func (float64s) FromNumber(x expr.Number) float64              { return x.Float64() }
func (float64s) Neg(a float64) float64                         { return -a }
func (float64s) Add(a, b float64) float64                      { return a + b }
func (float64s) Sub(a, b float64) float64                      { return a - b }
func (float64s) Mul(a, b float64) float64                      { return a * b }
func (float64s) Div(a, b float64) float64                      { return a / b }
func (float64s) Pow(a, b float64) float64                      { return special.Pow(a, b) }
func (f float64s) Call(fn expr.Func, args []float64) float64   { return f.kernels[fn](args) }
func (float64s) Compare(r expr.Relation, a, b float64) float64 { return eval.Compare(r, a, b) }
func (float64s) Select(c, a, b float64) float64 {
	if c != 0 {
		return a
	}
	return b
}

func TestEnginesAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := expr.NewGraph()
		vars := []expr.Expr{g.Var("x"), g.Var("y"), g.Var("z")}
		f := evaltest.Expression(t, g, vars, 30)
		outputs := append(f.Args(), f)
		point := rapid.SliceOfN(rapid.Float64Range(-3, 3), 3, 3).Draw(t, "point")

		reusing, err1 := eval.Compile(vars, outputs)
		keeping, err2 := eval.Compile(vars, outputs, eval.Keep())
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		want := keeping.Eval(nil, point)
		got := reusing.Eval(nil, point)
		interpreted := eval.NewInterpreter(reusing, float64s{eval.StandardKernels()}).Run(nil, point)
		for i := range want {
			if !same(got[i], want[i]) || !same(interpreted[i], want[i]) {
				t.Fatalf("output %d: %v with reuse, %v interpreted, %v kept", i, got[i], interpreted[i], want[i])
			}
		}
	})
}

// TestActive makes sure that a register counts as what it holds at the end, though
// it is used again, and that inputs are told apart.
func TestActive(t *testing.T) {
	g := expr.NewGraph()
	x, y := g.Var("x"), g.Var("y")
	f := []expr.Expr{g.Mul(g.Add(x, g.Int(1)), g.Int(2)), g.Neg(g.Neg(y)), g.Add(x, y), g.Int(3)}
	for _, tt := range []struct {
		inputs []int
		want   []bool
	}{
		{nil, []bool{true, true, true, false}},
		{[]int{0}, []bool{true, false, true, false}},
		{[]int{1}, []bool{false, true, true, false}},
	} {
		p := compile(t, []expr.Expr{x, y}, f)
		active := p.Active(tt.inputs...)
		for k, r := range p.Outputs() {
			if active[r] != tt.want[k] {
				t.Errorf("output %d by inputs %v: %v", k, tt.inputs, active[r])
			}
		}
	}
}
