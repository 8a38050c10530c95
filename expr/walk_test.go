package expr_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/gradcmp/gradcmp/expr"
)

func TestReach(t *testing.T) {
	g := expr.NewGraph()
	x := g.Var("x")
	g.Var("unused")
	y := g.Var("y")
	sin := g.Call(expr.Sin, x)
	g.Neg(sin)
	f := g.Mul(sin, y)
	for _, tt := range []struct {
		name  string
		roots []expr.Expr
		want  []expr.ID
	}{
		{"none", nil, nil},
		{"leaf", []expr.Expr{y}, []expr.ID{y.ID()}},
		{"product", []expr.Expr{f}, []expr.ID{x.ID(), y.ID(), sin.ID(), f.ID()}},
		{"two roots in any order", []expr.Expr{f, y, sin}, []expr.ID{x.ID(), y.ID(), sin.ID(), f.ID()}},
	} {
		if got := expr.Reach(tt.roots...); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestVars(t *testing.T) {
	g := expr.NewGraph()
	x, y, z := g.Var("x"), g.Var("y"), g.Var("z")
	f := g.Add(g.Mul(z, x), x)
	if got, want := expr.Vars(f), []expr.Expr{x, z}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got, want := expr.Vars(y, f), []expr.Expr{x, y, z}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestDepends(t *testing.T) {
	g := expr.NewGraph()
	x, y := g.Var("x"), g.Var("y")
	sinX, sinY := g.Call(expr.Sin, x), g.Call(expr.Sin, y)
	f := g.Add(sinX, sinY, g.Int(1))
	late := g.Var("late") // its id lies beyond every node asked about
	depends := expr.Depends(g, expr.Reach(f), []expr.Expr{x, late})
	for _, tt := range []struct {
		node expr.Expr
		want bool
	}{{x, true}, {y, false}, {sinX, true}, {sinY, false}, {f, true}} {
		if got := *depends.At(tt.node.ID()); got != tt.want {
			t.Errorf("node %d depends on x: %v", tt.node.ID(), got)
		}
	}
}

func TestUses(t *testing.T) {
	g := expr.NewGraph()
	x := g.Var("x")
	square := g.Mul(x, x)
	f := g.Sub(square, x)
	g.Neg(x) // not reached from f
	uses := expr.Uses(g, expr.Reach(f))
	for _, tt := range []struct {
		node expr.Expr
		want int32
	}{{x, 3}, {square, 1}, {f, 0}} {
		if got := *uses.At(tt.node.ID()); got != tt.want {
			t.Errorf("node %d is used %d times, want %d", tt.node.ID(), got, tt.want)
		}
	}
}

func TestTreeSize(t *testing.T) {
	g := expr.NewGraph()
	x := g.Var("x")
	doubled := x
	for range 100 {
		doubled = g.Add(doubled, doubled)
	}
	for _, tt := range []struct {
		limit int64
		roots []expr.Expr
		want  int64
	}{
		{100, nil, 0},
		{100, []expr.Expr{x}, 1},
		{100, []expr.Expr{g.Add(x, x, x)}, 4},
		{100, []expr.Expr{x, g.Add(x, x, x)}, 5},
		{3, []expr.Expr{g.Add(x, x, x)}, 3},
		{1 << 40, []expr.Expr{doubled}, 1 << 40},
		{math.MaxInt64, []expr.Expr{doubled, doubled}, math.MaxInt64},
	} {
		if got := expr.TreeSize(tt.limit, tt.roots...); got != tt.want {
			t.Errorf("size of %d roots up to %d is %d, want %d", len(tt.roots), tt.limit, got, tt.want)
		}
	}
}

func TestSubstitute(t *testing.T) {
	g := expr.NewGraph()
	x, y := g.Var("x"), g.Var("y")
	build := func(x expr.Expr) expr.Expr {
		return g.Select(g.Compare(expr.Less, x, g.Int(0)), g.Call(expr.Sin, g.Mul(g.Int(2), x)), g.Pow(x, y))
	}
	f := build(x)
	inner := g.Sub(y, x)
	got := expr.Substitute(g, map[expr.ID]expr.Expr{x.ID(): inner}, f, y, x)
	if want := []expr.Expr{build(inner), y, inner}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := expr.Substitute(g, nil, f)[0]; got != f {
		t.Error("no replacement changed the expression")
	}

	// Into another graph: with no replacement this is a copy.
	other := expr.NewGraph()
	copied := expr.Substitute(other, nil, f)[0]
	back := expr.Substitute(g, nil, copied)[0]
	if copied.Graph() != other || back != f {
		t.Error("a copy of a copy is another expression")
	}
}

// A chain is as deep as it is long; every pass over it is a loop.
func TestDeepChain(t *testing.T) {
	const n = chainLength
	g := expr.NewGraph()
	x, y := g.Var("x"), g.Var("y")
	sum := x
	for range n {
		sum = g.Add(sum, x)
	}
	if got, want := g.Len(), n+2; got != want {
		t.Fatalf("%d nodes, want %d", got, want)
	}
	ids := expr.Reach(sum)
	if len(ids) != n+1 {
		t.Errorf("%d nodes are reached, want %d", len(ids), n+1)
	}
	if uses := *expr.Uses(g, ids).At(x.ID()); int(uses) != n+1 {
		t.Errorf("x is used %d times, want %d", uses, n+1)
	}
	if got, want := expr.TreeSize(math.MaxInt64, sum), int64(2*n+1); got != want {
		t.Errorf("tree size %d, want %d", got, want)
	}
	depends := expr.Depends(g, ids, []expr.Expr{y})
	if *depends.At(sum.ID()) {
		t.Error("the sum depends on y")
	}
}

// An argument always stands before the nodes that use it, and what Reach
// returns is closed under arguments.
func TestReachProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := expr.NewGraph()
		nodes := []expr.Expr{g.Var("x"), g.Var("y"), g.Int(1)}
		pick := func() expr.Expr { return nodes[rapid.IntRange(0, len(nodes)-1).Draw(t, "node")] }
		for range rapid.IntRange(0, 40).Draw(t, "steps") {
			nodes = append(nodes, g.Mul(pick(), pick()))
		}
		roots := []expr.Expr{pick(), pick()}
		ids := expr.Reach(roots...)
		seen := make(map[expr.ID]bool)
		for i, id := range ids {
			if i > 0 && ids[i-1] >= id {
				t.Fatalf("%v does not increase", ids)
			}
			for _, a := range g.At(id).ArgIDs() {
				if !seen[a] {
					t.Fatalf("%d stands before its argument %d", id, a)
				}
			}
			seen[id] = true
		}
		if !seen[roots[0].ID()] || !seen[roots[1].ID()] {
			t.Fatal("a root is missing")
		}
		uses := expr.Uses(g, ids)
		for _, id := range ids {
			isRoot := id == roots[0].ID() || id == roots[1].ID()
			if *uses.At(id) == 0 && !isRoot {
				t.Fatalf("node %d is not needed", id)
			}
		}
	})
}

func BenchmarkReach(b *testing.B) {
	g := expr.NewGraph()
	x := g.Var("x")
	sum := x
	for range 100_000 {
		sum = g.Sub(sum, x)
	}
	b.ReportAllocs()
	for range b.N {
		expr.Reach(sum)
	}
}
