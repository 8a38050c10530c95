package expr_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/gradcmp/gradcmp/expr"
)

func Example() {
	g := expr.NewGraph()
	x, y := g.Var("x"), g.Var("y")
	f := g.Add(g.Pow(x, g.Int(2)), g.Mul(g.Int(3), x, y))
	same := g.Add(g.Pow(x, g.Int(2)), g.Mul(g.Int(3), x, y))
	fmt.Println(f == same, f.Op(), f.NumArgs())
	for _, id := range expr.Reach(f) {
		fmt.Print(g.At(id).Op(), " ")
	}
	fmt.Println()
	// Output:
	// true sum 2
	// variable variable number power number product sum
}

// oneOfEach returns a node of every kind.
func oneOfEach(g *expr.Graph) []expr.Expr {
	x, y, c := g.Var("x"), g.Var("y"), g.Int(2)
	half, _ := expr.ParseNumber("0.5", expr.MaxDigits)
	return []expr.Expr{
		x, y, c, g.Num(half), g.Num(expr.Frac(1, 2)), g.Neg(x), g.Add(x, y), g.Add(y, x), g.Add(x, y, c), g.Mul(x, y),
		g.Mul(x, y, c), g.Sub(x, y), g.Div(x, y), g.Pow(x, y), g.Call(expr.Pi), g.Call(expr.Sin, x), g.Call(expr.Cos, x),
		g.Call(expr.Max, x, y), g.Call(expr.Max, x, y, c), g.Compare(expr.Less, x, y), g.Compare(expr.LessEqual, x, y),
		g.Select(g.Compare(expr.Less, x, y), x, y),
	}
}

func TestInterning(t *testing.T) {
	g := expr.NewGraph()
	first := oneOfEach(g)
	size := g.Len()
	if second := oneOfEach(g); !slices.Equal(first, second) || g.Len() != size {
		t.Errorf("building the same nodes again gave %v after %v, %d nodes after %d", second, first, g.Len(), size)
	}
	for i, x := range first {
		if j := slices.Index(first, x); j != i {
			t.Errorf("nodes %d and %d are different expressions, but one node", i, j)
		}
		for _, a := range x.ArgIDs() {
			if a >= x.ID() {
				t.Errorf("node %d has argument %d, which is no smaller", x.ID(), a)
			}
		}
		if y := g.With(x, x.Args()...); y != x {
			t.Errorf("With the arguments it has, node %d (%v) became %d", x.ID(), x.Op(), y.ID())
		}
	}
}

// The table of a graph grows while nodes are added; every node must still be
// found, and be a different one.
func TestInterningMany(t *testing.T) {
	const n = 20_000
	build := func(g *expr.Graph) []expr.Expr {
		xs := make([]expr.Expr, 0, 3*n)
		for i := range n {
			x := g.Var(fmt.Sprint("x", i))
			xs = append(xs, x, g.Int(int64(i)), g.Call(expr.Sin, x))
		}
		return xs
	}
	g := expr.NewGraph()
	first := build(g)
	if g.Len() != 3*n {
		t.Fatalf("%d nodes, want %d", g.Len(), 3*n)
	}
	if !slices.Equal(build(g), first) || g.Len() != 3*n {
		t.Error("nodes were not found again")
	}
}

func TestAccessors(t *testing.T) {
	g := expr.NewGraph()
	x, two := g.Var("x"), g.Int(2)
	less, call := g.Compare(expr.Less, x, two), g.Call(expr.Sin, x)
	if v, ok := two.Number(); !ok || v.Cmp(expr.Int(2)) != 0 {
		t.Errorf("Number of 2: %v, %v", v, ok)
	}
	if _, ok := x.Number(); ok {
		t.Error("a variable has a Number")
	}
	if x.Name() != "x" || two.Name() != "" {
		t.Errorf("names %q, %q", x.Name(), two.Name())
	}
	if less.Relation() != expr.Less || !call.IsCall(expr.Sin) || call.IsCall(expr.Cos) || x.IsCall(expr.Pi) {
		t.Error("wrong relation or function")
	}
	if less.Arg(1) != two || call.Func() != expr.Sin || less.Graph() != g {
		t.Error("wrong argument, function or graph")
	}
	if (expr.Expr{}).IsValid() || !x.IsValid() {
		t.Error("validity")
	}
}

func TestEmptyAndSingle(t *testing.T) {
	g := expr.NewGraph()
	x := g.Var("x")
	for _, tt := range []struct{ got, want expr.Expr }{
		{g.Add(), g.Int(0)},
		{g.Mul(), g.Int(1)},
		{g.Add(x), x},
		{g.Mul(x), x},
	} {
		if tt.got != tt.want {
			t.Errorf("got node %d, want %d", tt.got.ID(), tt.want.ID())
		}
	}
}

// Misuse by a programmer panics; it must not corrupt a graph silently.
func TestMisusePanics(t *testing.T) {
	g, other := expr.NewGraph(), expr.NewGraph()
	x, stranger := g.Var("x"), other.Var("x")
	for name, f := range map[string]func(){
		"stranger":        func() { g.Add(x, stranger) },
		"too many":        func() { g.Call(expr.Sin, x, x) },
		"none":            func() { g.Call(expr.Max) },
		"With wrong size": func() { g.With(g.Neg(x), x, x) },
		"two graphs":      func() { expr.Reach(x, stranger) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			f()
		}()
	}
}

// Ids depend on nothing but the order of building.
func TestDeterminism(t *testing.T) {
	var first []expr.Expr
	for range 3 {
		g := expr.NewGraph()
		nodes := oneOfEach(g)
		for i := range first {
			if first[i].ID() != nodes[i].ID() {
				t.Fatalf("node %d has id %d, and %d in another graph", i, first[i].ID(), nodes[i].ID())
			}
		}
		first = nodes
	}
	// The hash itself is part of the promise: no seed, the same in every run.
	for _, tt := range []struct {
		x    expr.Number
		hash uint64
	}{{expr.Int(1), 0x6883566a3914f4b9}, {expr.Frac(1, 3), 0x6883586a3914fe53}} {
		if h := tt.x.Hash(); h != tt.hash {
			t.Errorf("hash of %v is %#x, want %#x", tt.x, h, tt.hash)
		}
	}
}

// Graphs of 100,000 nodes; much larger ones pay more for memory than for
// interning.
func BenchmarkIntern(b *testing.B) {
	const size = 100_000
	for _, bench := range []struct {
		name string
		node func(g *expr.Graph, acc, x expr.Expr) expr.Expr
	}{
		{"new sum", func(g *expr.Graph, acc, x expr.Expr) expr.Expr { return g.Add(acc, x) }},
		{"new difference", func(g *expr.Graph, acc, x expr.Expr) expr.Expr { return g.Sub(acc, x) }},
		{"known product", func(g *expr.Graph, acc, x expr.Expr) expr.Expr { g.Mul(x, x); return acc }},
		{"number", func(g *expr.Graph, acc, _ expr.Expr) expr.Expr { g.Int(7); return acc }},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			var g *expr.Graph
			var x, acc expr.Expr
			for i := range b.N {
				if i%size == 0 {
					g = expr.NewGraph()
					x = g.Var("x")
					acc = x
				}
				acc = bench.node(g, acc, x)
			}
		})
	}
}
