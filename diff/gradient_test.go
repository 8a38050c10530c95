package diff_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/evaltest"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
	"github.com/gradcmp/gradcmp/parser"
	"github.com/gradcmp/gradcmp/simplify"
)

// forward differentiates f with respect to v the other way round: each node's
// derivative from those of its arguments. The partials of a node are those of
// the same operation on variables of its own, so no sweep is longer than one
// step.
func forward(t testing.TB, f, v expr.Expr) expr.Expr {
	g := f.Graph()
	ids := expr.Reach(f)
	tangent := expr.NewMemo[expr.Expr](ids)
	for _, id := range ids {
		x := g.At(id)
		terms := []expr.Expr{g.Int(0)}
		if x == v {
			terms = []expr.Expr{g.Int(1)}
		}
		own := g.NewVariable("own", expr.Shape{x.NumArgs()}).Elems
		actual := make(map[expr.ID]expr.Expr)
		for i, a := range x.Args() {
			actual[own[i].ID()] = a
		}
		for i := range own {
			dx := *tangent.At(x.Arg(i).ID())
			if dx == g.Int(0) {
				continue
			}
			if partial := gradientOf(t, g.With(x, own...), own[i:i+1])[0]; partial != g.Int(0) {
				terms = append(terms, g.Mul(expr.Substitute(g, actual, partial)[0], dx))
			}
		}
		if len(terms) > 1 {
			terms = terms[1:]
		}
		*tangent.At(id) = g.Add(terms...)
	}
	return *tangent.At(f.ID())
}

func TestGradientAgainstForward(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		g := expr.NewGraph()
		vars := g.NewVariable("x", expr.Shape{3}).Elems
		f := evaltest.Expression(r, g, vars, rapid.IntRange(1, 15).Draw(r, "steps"))
		outputs := append(gradientOf(t, f, vars), forward(t, f, vars[0]), forward(t, f, vars[1]), forward(t, f, vars[2]))
		point := evaltest.Point(r, len(vars))
		program, err := eval.Compile(vars, outputs)
		if err != nil {
			r.Fatal(err)
		}
		got, noise := program.Eval(nil, point), eval.Noise(program, point, 5, 1)
		for i := range vars {
			j := i + len(vars)
			allowed := 100 * (noise[i] + noise[j])
			if math.IsNaN(got[i]) || math.IsNaN(got[j]) || math.IsNaN(allowed) || math.IsInf(got[i], 0) || math.IsInf(got[j], 0) {
				continue
			}
			const subnormal = 1e-300 // intermediate results near the smallest double have few digits
			if !(math.Abs(got[i]-got[j]) <= allowed+1e-12*math.Abs(got[j])+subnormal) {
				r.Fatalf("%s: partial %d at %v is %v, forward %v", print.String(f), i, point, got[i], got[j])
			}
		}
	})
}

func TestGradientOfOtherVariables(t *testing.T) {
	g := expr.NewGraph()
	before := g.Var("before")
	x := g.Var("x")
	f := g.Mul(x, x)
	after := g.Var("after")
	grad := gradientOf(t, f, []expr.Expr{before, x, after, x})
	for i, want := range []string{"0", "x + x", "0", "x + x"} {
		if got := print.String(grad[i]); got != want {
			t.Errorf("partial %d is %s, want %s", i, got, want)
		}
	}
	if _, err := diff.Gradient(f, []expr.Expr{f}, diff.StandardRules(expr.Torch)); err == nil {
		t.Error("no error for the derivative with respect to a product")
	}
}

// The gradient takes a number of nodes and arguments in proportion to n.
func TestLinear(t *testing.T) {
	for name, build := range map[string]func(g *expr.Graph, n int) (f expr.Expr, wrt []expr.Expr){
		"product": func(g *expr.Graph, n int) (expr.Expr, []expr.Expr) {
			x := g.NewVariable("x", expr.Shape{n}).Elems
			return g.Mul(x...), x
		},
		"sum": func(g *expr.Graph, n int) (expr.Expr, []expr.Expr) {
			x := g.NewVariable("x", expr.Shape{n}).Elems
			return g.Add(x...), x
		},
		"logsumexp": func(g *expr.Graph, n int) (expr.Expr, []expr.Expr) {
			x := g.NewVariable("x", expr.Shape{n}).Elems
			return g.Call(expr.LogSumExp, x...), x
		},
		"max": func(g *expr.Graph, n int) (expr.Expr, []expr.Expr) {
			x := g.NewVariable("x", expr.Shape{n}).Elems
			return g.Call(expr.Max, x...), x
		},
		"nested": func(g *expr.Graph, n int) (expr.Expr, []expr.Expr) {
			x := g.Var("x")
			f := x
			for range n {
				f = g.Call(expr.Sin, g.Mul(x, g.Call(expr.Cos, f)))
			}
			return f, []expr.Expr{x}
		},
		"squares": func(g *expr.Graph, n int) (expr.Expr, []expr.Expr) {
			x := g.Var("x")
			f := x
			for range n {
				f = g.Mul(f, f)
			}
			return f, []expr.Expr{x}
		},
	} {
		size := func(n int) int {
			g := expr.NewGraph()
			f, wrt := build(g, n)
			gradientOf(t, f, wrt)
			total := g.Len()
			for id := range g.Len() {
				total += g.At(expr.ID(id)).NumArgs()
			}
			return total
		}
		if half, whole := size(1000), size(2000); whole > 2*half+half/50 {
			t.Errorf("%s: %d nodes and arguments for 1000, but %d for 2000", name, half, whole)
		}
	}
}

func TestHessian(t *testing.T) {
	const source = "exp(x*y)*sin(z)/(1 + x^2) + log(2 + y)*z^3*x + max(x, y)*y"
	shared := func(roots ...expr.Expr) []expr.Expr {
		return simplify.Simplify(simplify.Options{KeepShared: simplify.Shared}, roots...)
	}
	for name, simplified := range map[string]func(...expr.Expr) []expr.Expr{"as it is": nil, "simplified": shared} {
		g := expr.NewGraph()
		vars := []expr.Expr{g.Var("x"), g.Var("y"), g.Var("z")}
		f := scalar(t, g, source, parser.Options{})
		hessian, err := diff.Hessian(f, vars, diff.StandardRules(expr.Torch), simplified)
		if err != nil {
			t.Fatal(err)
		}
		point := []float64{0.7, 0.4, -1.1}
		h := values(t, vars, hessian, point)
		for i, v := range vars {
			for j, w := range vars {
				mixed, err := diff.Mixed(f, []expr.Expr{v, w}, diff.StandardRules(expr.Torch), simplify.Full)
				if err != nil {
					t.Fatal(err)
				}
				want := values(t, vars, []expr.Expr{mixed}, point)[0]
				entry, mirrored := h[3*i+j], h[3*j+i]
				if !near(entry, mirrored) || !near(entry, want) {
					t.Errorf("%s: entry %d, %d of the Hessian is %v, mirrored %v, as a mixed partial %v", name, i, j, entry, mirrored, want)
				}
			}
		}
	}
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-12*(1+math.Abs(b)) }

func TestMixed(t *testing.T) {
	g := expr.NewGraph()
	x, y := g.Var("x"), g.Var("y")
	f := scalar(t, g, "x^3*y^2 + sin(x)", parser.Options{})
	for _, test := range []struct {
		wrt  []expr.Expr
		want string
	}{
		{nil, "x^3*y^2 + sin(x)"},
		{[]expr.Expr{x}, "3*x^2*y^2 + cos(x)"},
		{[]expr.Expr{x, x, y}, "12*x*y"},
		{[]expr.Expr{y, x, x}, "12*x*y"},
		{[]expr.Expr{x, x, x, x}, "sin(x)"},
		{[]expr.Expr{y, y, y}, "0"},
	} {
		for _, between := range []func(expr.Expr) expr.Expr{nil, simplify.Full} {
			mixed, err := diff.Mixed(f, test.wrt, diff.StandardRules(expr.Torch), between)
			if err != nil {
				t.Fatal(err)
			}
			if got := print.String(simplify.Full(mixed)); got != test.want {
				t.Errorf("the derivative by %d variables is %s, want %s", len(test.wrt), got, test.want)
			}
		}
	}
	if _, err := diff.Mixed(f, []expr.Expr{x}, new(diff.Rules), nil); err == nil {
		t.Error("no error without rules")
	}
}

func TestJacobian(t *testing.T) {
	g := expr.NewGraph()
	x := g.NewVariable("x", expr.Shape{2}).Elems
	jacobian, err := diff.Jacobian([]expr.Expr{g.Mul(x[0], x[1]), x[0], g.Int(7)}, x, diff.StandardRules(expr.Torch))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"x[1]", "x[0]", "1", "0", "0", "0"} {
		if got := print.String(jacobian[i]); got != want {
			t.Errorf("entry %d is %s, want %s", i, got, want)
		}
	}
	if _, err := diff.Jacobian([]expr.Expr{g.Call(expr.Sin, x[0])}, x, new(diff.Rules)); err == nil {
		t.Error("no error without rules")
	}
}

func BenchmarkGradientOfProduct(b *testing.B) {
	b.ReportAllocs()
	for range b.N {
		g := expr.NewGraph()
		x := g.NewVariable("x", expr.Shape{2000}).Elems
		gradientOf(b, g.Mul(x...), x)
	}
}

func BenchmarkGradientOfNested(b *testing.B) {
	b.ReportAllocs()
	for range b.N {
		g := expr.NewGraph()
		x := g.Var("x")
		f := x
		for range 1000 {
			f = g.Call(expr.Sin, g.Mul(x, g.Call(expr.Cos, f)))
		}
		gradientOf(b, f, []expr.Expr{x})
	}
}
