package print_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
)

func TestLet(t *testing.T) {
	g := expr.NewGraph()
	x, y, two := g.Var("x"), g.Var("y"), g.Int(2)
	sin, twice, sum := g.Call(expr.Sin, x), g.Mul(two, x), g.Add(x, y, two)
	where := g.Select(g.Compare(expr.Less, x, y), x, y)
	many := x
	for range 20 {
		many = g.Neg(many)
	}
	for _, tt := range []struct {
		name  string
		roots []expr.Expr
		want  string
	}{
		{"nothing", nil, ""},
		{"a call", []expr.Expr{g.Add(sin, g.Neg(sin))}, "t1 = sin(x); t1 + (-t1)"},
		{"twice an argument", []expr.Expr{g.Mul(sin, sin)}, "t1 = sin(x); t1*t1"},
		{"used once", []expr.Expr{g.Add(sin, y)}, "sin(x) + y"},
		{"cheap", []expr.Expr{g.Add(twice, g.Pow(twice, two))}, "2*x + (2*x)^2"},
		{"constants", []expr.Expr{g.Add(g.Call(expr.Pi), g.Neg(g.Call(expr.Pi)))}, "pi + (-pi)"},
		{"a long sum", []expr.Expr{g.Pow(sum, sum)}, "t1 = x + y + 2; t1^t1"},
		{"a negated call", []expr.Expr{g.Mul(g.Neg(sin), g.Pow(g.Neg(sin), two))}, "t1 = -sin(x); t1*t1^2"},
		{"where", []expr.Expr{g.Pow(where, where)}, "t1 = where(x < y, x, y); t1^t1"},
		{"two roots", []expr.Expr{sin, g.Sub(sin, y)}, "t1 = sin(x); t1; t1 - y"},
		{"the same root twice", []expr.Expr{sum, sum}, "t1 = x + y + 2; t1; t1"},
		{
			"inner before outer",
			[]expr.Expr{g.Mul(sin, g.Call(expr.Cos, sin), g.Call(expr.Cos, sin))},
			"t1 = sin(x); t2 = cos(t1); t1*t2*t2",
		},
		{"taken names", []expr.Expr{g.Mul(sin, sin, g.Var("t1"), g.Var("t2[0]"), g.Var("t3x"))}, "t3 = sin(x); t3*t3*t1*t2[0]*t3x"},
		{"minus signs", []expr.Expr{g.Mul(many, many)}, "t1 = " + print.String(many) + "; t1*t1"},
	} {
		defs, bodies := print.Let(tt.roots)
		checkBack(t, tt.roots, defs, bodies)
		var parts []string
		for _, d := range defs {
			parts = append(parts, d.Name+" = "+print.String(d.Value))
		}
		for _, b := range bodies {
			parts = append(parts, print.String(b))
		}
		if got := strings.Join(parts, "; "); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// checkBack puts the definitions back in place of their names, which must give
// the roots.
func checkBack(t rapid.TB, roots []expr.Expr, defs []print.Definition, bodies []expr.Expr) {
	t.Helper()
	if len(roots) == 0 {
		return
	}
	g := roots[0].Graph()
	meaning := make(map[expr.ID]expr.Expr)
	for _, d := range defs {
		meaning[g.Var(d.Name).ID()] = expr.Substitute(g, meaning, d.Value)[0]
	}
	if back := expr.Substitute(g, meaning, bodies...); !slices.Equal(back, roots) {
		t.Fatal("with the definitions put back, the roots are other expressions")
	}
}

// treeSize is the size of definitions and bodies written as trees.
func treeSize(defs []print.Definition, bodies []expr.Expr) int64 {
	written := slices.Clone(bodies)
	for _, d := range defs {
		written = append(written, d.Value)
	}
	return expr.TreeSize(math.MaxInt64, written...)
}

// edges counts the arguments of all nodes below the roots.
func edges(roots []expr.Expr) int64 {
	n := len(roots)
	for _, id := range expr.Reach(roots...) {
		n += 1 + roots[0].Graph().At(id).NumArgs()
	}
	return int64(n)
}

// The gradient of a product of n factors as prefix and suffix chains.
func TestLetProductGradient(t *testing.T) {
	const n = 2000
	g := expr.NewGraph()
	x := make([]expr.Expr, n)
	for i := range x {
		x[i] = g.Call(expr.Sin, g.Var(fmt.Sprintf("x[%d]", i)))
	}
	prefix, suffix := slices.Clone(x), slices.Clone(x)
	for i := 1; i < n; i++ {
		prefix[i] = g.Mul(prefix[i-1], x[i])
		suffix[n-1-i] = g.Mul(x[n-1-i], suffix[n-i])
	}
	partials := []expr.Expr{suffix[1]}
	for i := 1; i < n-1; i++ {
		partials = append(partials, g.Mul(prefix[i-1], suffix[i+1]))
	}
	defs, bodies := print.Let(partials)
	if size := treeSize(defs, bodies); size > 20*n {
		t.Errorf("%d nodes are written for %d factors", size, n)
	}
	if len(defs) < n {
		t.Errorf("only %d definitions", len(defs))
	}
	checkBack(t, partials, defs, bodies)
}

func TestLetProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := expr.NewGraph()
		nodes := []expr.Expr{g.Var("x"), g.Var("t1"), g.Int(2), g.Call(expr.E)}
		pick := func() expr.Expr {
			last := len(nodes) - 1 // recent nodes first, so that sharing goes deep
			return nodes[last-min(last, rapid.IntRange(0, 5).Draw(t, "back"))]
		}
		for range rapid.IntRange(0, 60).Draw(t, "steps") {
			nodes = append(nodes, randomNode(t, g, pick))
		}
		roots := []expr.Expr{pick(), pick(), pick()}
		defs, bodies := print.Let(roots)
		checkBack(t, roots, defs, bodies)
		if written, size := treeSize(defs, bodies), edges(roots); written > 8*size {
			t.Fatalf("%d nodes are written for a graph of %d", written, size)
		}
		known := make(map[string]bool)
		for _, v := range expr.Vars(roots...) {
			known[v.Name()] = true
		}
		for _, d := range defs {
			if known[d.Name] {
				t.Fatalf("%s is defined twice", d.Name)
			}
			for _, v := range expr.Vars(d.Value) {
				if !known[v.Name()] {
					t.Fatalf("%s is used before it is defined", v.Name())
				}
			}
			known[d.Name] = true
		}
	})
}

func BenchmarkLet(b *testing.B) {
	g := expr.NewGraph()
	x := g.Var("x")
	for range 10_000 {
		x = g.Call(expr.Sin, g.Mul(x, x))
	}
	b.ReportAllocs()
	for range b.N {
		print.Let([]expr.Expr{x})
	}
}
