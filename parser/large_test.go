package parser_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// chain joins n items that item writes.
func chain(n int, separator string, item func(i int) string) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteString(separator)
		}
		b.WriteString(item(i))
	}
	return b.String()
}

// TestLarge reads sources that grow in each way a source can. The time is
// bounded so loosely that only a cost beyond linear can exceed it.
func TestLarge(t *testing.T) {
	const n = 30_000
	deep := parser.Options{MaxDepth: 10 * n}
	sources := []struct {
		name, src string
		opts      parser.Options
		nodes     int
	}{
		{"sum", chain(n, " + ", func(int) string { return "x" }), parser.Options{}, 2},
		{"differences", chain(n, " - ", func(int) string { return "x" }), parser.Options{}, n},
		{"names", chain(n, "*", func(i int) string { return fmt.Sprintf("x%d", i) }), parser.Options{}, n + 1},
		{"definitions", chain(n, "\n", func(i int) string { return fmt.Sprintf("a%d = a%d + 1", i+1, i) }) + "\na30000", parser.Options{MaxDepth: 1}, n + 2},
		{"parentheses", strings.Repeat("(", n) + "x" + strings.Repeat(")", n), deep, 1},
		{"minus", strings.Repeat("-", n) + "x", deep, n + 1},
		{"powers", chain(n, "^", func(int) string { return "x" }), deep, n},
		{"calls", strings.Repeat("sin(", n) + "x" + strings.Repeat(")", n), deep, n + 1},
		{"brackets", strings.Repeat("[1, 2][", n) + "0" + strings.Repeat("- 0]", n), deep, 0},
		{"vector", "x : vector(30000); sum(x*x)", parser.Options{}, 2*n + 1},
		{"list", "[" + chain(n, ", ", func(i int) string { return fmt.Sprint(i) }) + "]", parser.Options{}, n},
		{"greek", chain(n, "+", func(int) string { return "αβγ" }), parser.Options{}, 2},
		{"lines", strings.Repeat("\n", n) + "x", parser.Options{}, 1},
		{"long name", strings.Repeat("x", n), parser.Options{}, 1},
	}
	for _, s := range sources {
		start := time.Now()
		r, err := parser.Parse(s.src, s.opts)
		if spent := time.Since(start); spent > 5*time.Second {
			t.Errorf("%s: took %v", s.name, spent)
		}
		if s.nodes == 0 { // refused, but in time
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", s.name, err)
		} else if got := len(expr.Reach(r.Value.Elems...)); got != s.nodes {
			t.Errorf("%s: %d nodes, want %d", s.name, got, s.nodes)
		}
	}
}

// TestLargeIsRefusedEarly tries small sources that ask for much. The limit is
// lower than the standard one, as the race detector is slow.
func TestLargeIsRefusedEarly(t *testing.T) {
	for _, src := range []string{
		"x : matrix(100000, 100000); sum(x)",
		"x : vector(100000); y : matrix(100000, 1); sum(x + y)",
		"x : matrix(1, 100000); transpose(x) @ x",
		"x : vector(100000)\n" + chain(2000, "+", func(int) string { return "sum(x)" }),
		"x : vector(100000)\nx" + strings.Repeat(" + 1", 2000),
		"x : vector(100000)\n" + chain(2000, "+", func(int) string { return "x[i]" }),
		chain(20_000, "+", func(i int) string { return fmt.Sprintf("%de9990", i+1) }),
	} {
		start := time.Now()
		_, err := parser.Parse(src, parser.Options{MaxElements: 300_000})
		if err == nil || !strings.Contains(err.Error(), "--max-elements") {
			t.Errorf("%.40s: %v", src, err)
		}
		if spent := time.Since(start); spent > 10*time.Second {
			t.Errorf("%.40s: took %v", src, spent)
		}
	}
}

func BenchmarkQuadratic(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := parser.Parse("x1^2 + 3*x1*x2 + x2^2", parser.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMillionTerms(b *testing.B) {
	src := chain(1_000_000, " + ", func(i int) string { return fmt.Sprintf("x%d", i%1000) })
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := parser.Parse(src, parser.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSoftmaxClassifier(b *testing.B) {
	const src = `x : vector(3)
W = [[0.2, -0.5, 0.3], [0.4, 0.1, -0.2], [0.1, 0.3, 0.2]]
b = [0, 0, 0]
probs = softmax(x @ W + b)
probs[argmax(probs)]`
	b.ReportAllocs()
	for b.Loop() {
		if _, err := parser.Parse(src, parser.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
