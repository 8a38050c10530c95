package simplify_test

import (
	"strconv"
	"testing"

	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/simplify"
)

func variables(g *expr.Graph, n int) []expr.Expr {
	return g.NewVariable("x", expr.Shape{n}).Elems
}

func gradient(f expr.Expr, wrt []expr.Expr) []expr.Expr {
	grad, err := diff.Gradient(f, wrt, diff.StandardRules(expr.Torch))
	if err != nil {
		panic(err)
	}
	return grad
}

// leftDeep is x0 - x1 + x2 - …, each operation on the result of the last.
func leftDeep(g *expr.Graph, n int) []expr.Expr {
	x := variables(g, n)
	s := x[0]
	for i, v := range x[1:] {
		if i%2 == 0 {
			s = g.Sub(s, v)
		} else {
			s = g.Add(s, v)
		}
	}
	return []expr.Expr{s}
}

// multiples is the sum of i*x_{i mod 1000}.
func multiples(g *expr.Graph, n int) []expr.Expr {
	x := variables(g, min(n, 1000))
	terms := make([]expr.Expr, n)
	for i := range terms {
		terms[i] = g.Mul(g.Int(int64(i)), x[i%len(x)])
	}
	return []expr.Expr{g.Add(terms...)}
}

func productGradient(g *expr.Graph, n int) []expr.Expr {
	x := variables(g, n)
	return gradient(g.Mul(x...), x)
}

func rosenbrockGradient(g *expr.Graph, n int) []expr.Expr {
	x := variables(g, n)
	var terms []expr.Expr
	for i := range n - 1 {
		valley := g.Sub(x[i+1], g.Pow(x[i], g.Int(2)))
		terms = append(terms,
			g.Mul(g.Int(100), g.Pow(valley, g.Int(2))), g.Pow(g.Sub(g.Int(1), x[i]), g.Int(2)))
	}
	return gradient(g.Add(terms...), x)
}

// nested is the derivative of sin(x*cos(x*sin(…))).
func nested(g *expr.Graph, n int) []expr.Expr {
	x := g.Var("x")
	f := x
	for i := range n {
		f = g.Call([]expr.Func{expr.Sin, expr.Cos}[i%2], g.Mul(x, f))
	}
	return gradient(f, []expr.Expr{x})
}

// prefixSums are x0, x0 + x1, x0 + x1 + x2, ….
func prefixSums(g *expr.Graph, n int) []expr.Expr {
	sums := variables(g, n)
	for i := range sums[1:] {
		sums[i+1] = g.Add(sums[i], sums[i+1])
	}
	return sums
}

// reluChain is the gradient of relu(w0*relu(w1*…)).
func reluChain(g *expr.Graph, n int) []expr.Expr {
	w := variables(g, n)
	f := g.Var("x")
	for _, v := range w {
		f = g.Call(expr.Relu, g.Mul(v, f))
	}
	return gradient(f, w)
}

// choiceChains is the sum of two chains of choices by the same conditions,
// each doubling the one before.
func choiceChains(g *expr.Graph, n int) []expr.Expr {
	x, y := variables(g, n), g.NewVariable("y", expr.Shape{2}).Elems
	for _, v := range x {
		condition := g.Compare(expr.Less, v, g.Int(0))
		for i := range y {
			y[i] = g.Select(condition, g.Add(y[i], v), g.Add(y[i], g.Int(1)))
		}
	}
	return []expr.Expr{g.Add(y...)}
}

// squares is ((x^2 + y)^2 + y)^2 + …, which as a tree has 2^n leaves.
func squares(g *expr.Graph, n int) []expr.Expr {
	x := g.Var("x")
	f := g.Var("y")
	for range n {
		f = g.Add(g.Mul(f, f), x)
	}
	return []expr.Expr{f}
}

// harmonic is the sum of 1/k from k = 20,001, which as one fraction has more
// digits than are folded.
func harmonic(g *expr.Graph, n int) []expr.Expr {
	terms := make([]expr.Expr, n)
	for i := range terms {
		terms[i] = g.Div(g.Int(1), g.Int(int64(20_001+i)))
	}
	return []expr.Expr{g.Add(terms...)}
}

// fractions is the product of (2*k + 1)/(2*k + 2).
func fractions(g *expr.Graph, n int) []expr.Expr {
	factors := make([]expr.Expr, n)
	for i := range factors {
		factors[i] = g.Div(g.Int(int64(2*i+1)), g.Int(int64(2*i+2)))
	}
	return []expr.Expr{g.Mul(factors...)}
}

// scales are formulas whose simplification must cost no more than in proportion
// to n, counted in nodes of the graph and not in seconds.
var scales = []struct {
	name  string
	build func(g *expr.Graph, n int) []expr.Expr
	n     int
}{
	{"left-deep sum", leftDeep, 100_000},
	{"multiples", multiples, 100_000},
	{"gradient of a product", productGradient, 20_000},
	{"gradient of Rosenbrock", rosenbrockGradient, 2_000},
	{"nested sine and cosine", nested, 5_000},
	{"prefix sums", prefixSums, 2_000},
	{"relu chain", reluChain, 2_000},
	{"chains of choices", choiceChains, 2_000},
	{"squares", squares, 2_000},
	{"harmonic", harmonic, 20_000},
	{"fractions", fractions, 20_000},
}

func TestLinear(t *testing.T) {
	for _, s := range scales {
		t.Run(s.name, func(t *testing.T) {
			n := s.n / slowdown
			half, whole := sizeAfter(s.build, n/2), sizeAfter(s.build, n)
			if whole > 2*half+half/50 {
				t.Errorf("%d nodes and arguments for %d, but %d for %d", half, n/2, whole, n)
			}
		})
	}
}

func sizeAfter(build func(g *expr.Graph, n int) []expr.Expr, n int) int {
	g := expr.NewGraph()
	simplify.Simplify(simplify.Options{KeepShared: simplify.Shared}, build(g, n)...)
	return size(g)
}

// size counts the nodes of a graph and their arguments.
func size(g *expr.Graph) int {
	n := g.Len()
	for id := range g.Len() {
		n += g.At(expr.ID(id)).NumArgs()
	}
	return n
}

func BenchmarkSimplify(b *testing.B) {
	for _, s := range scales {
		b.Run(s.name+"/"+strconv.Itoa(s.n), func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				b.StopTimer()
				g := expr.NewGraph()
				in := s.build(g, s.n)
				b.StartTimer()
				simplify.Simplify(simplify.Options{KeepShared: simplify.Shared}, in...)
			}
		})
	}
}
