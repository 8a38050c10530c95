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
	const n = large
	deep := parser.Options{MaxDepth: 10 * n}
	sources := []struct {
		name, src string
		opts      parser.Options
		nodes     int
	}{
		{"sum", chain(n, " + ", func(int) string { return "x" }), parser.Options{}, 2},
		{"differences", chain(n, " - ", func(int) string { return "x" }), parser.Options{}, n},
		{"names", chain(n, "*", func(i int) string { return fmt.Sprintf("x%d", i) }), parser.Options{}, n + 1},
		{"definitions", chain(n, "\n", func(i int) string { return fmt.Sprintf("a%d = a%d + 1", i+1, i) }) + fmt.Sprintf("\na%d", n), parser.Options{MaxDepth: 1}, n + 2},
		{"parentheses", strings.Repeat("(", n) + "x" + strings.Repeat(")", n), deep, 1},
		{"minus", strings.Repeat("-", n) + "x", deep, n + 1},
		{"powers", chain(n, "^", func(int) string { return "x" }), deep, n},
		{"calls", strings.Repeat("sin(", n) + "x" + strings.Repeat(")", n), deep, n + 1},
		{"brackets", strings.Repeat("[1, 2][", n) + "0" + strings.Repeat("- 0]", n), deep, 0},
		{"vector", fmt.Sprintf("x : vector(%d); sum(x*x)", n), parser.Options{}, 2*n + 1},
		{"list", "[" + chain(n, ", ", func(i int) string { return fmt.Sprint(i) }) + "]", parser.Options{}, n},
		{"greek", chain(n, "+", func(int) string { return "αβγ" }), parser.Options{}, 2},
		{"lines", strings.Repeat("\n", n) + "x", parser.Options{}, 1},
		{"factors", chain(n, "", func(int) string { return "(x + 1)" }), parser.Options{}, 4},
		{"superscripts", chain(n, "·", func(int) string { return "x²" }), parser.Options{}, 4},
		{"bars", strings.Repeat("|(", n) + "x" + strings.Repeat(")|", n), deep, n + 1},
		{"bars side by side", strings.Repeat("|", n) + "x" + strings.Repeat("+1|", n), deep, 2*n + 2},
		{"roots", strings.Repeat("√", n) + "x", deep, n + 1},
		{"conditions", chain(n, " and ", func(i int) string { return fmt.Sprintf("x%d", i) }), parser.Options{}, 3*n - 1},
		{"choices", chain(n, " else ", func(i int) string { return fmt.Sprintf("if x > %d then %d", i, i) }) + " else x", deep, 3*n + 1},
		{"functions", chain(n, "\n", func(i int) string { return fmt.Sprintf("f%d(x) = f%d(x) + 1", i+1, i) }) + fmt.Sprintf("\nf0(x) = x; f%d(y)", n), parser.Options{}, n + 2},
		{"calls of functions", "f(x) = sin(x); " + strings.Repeat("f(", n) + "x" + strings.Repeat(")", n), deep, n + 1},
		{"index", fmt.Sprintf("sum(i, 1, %d, x^i)", n), parser.Options{}, 2*n + 2},
		{"indices", strings.Repeat("sum(i, 1, 1, ", 2000) + "x" + strings.Repeat(")", 2000), deep, 1},
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
		"x : vector(25000); y : matrix(25000, 1); sum(x + y)",
		"x : matrix(1, 25000); transpose(x) @ x",
		"x : vector(25000)\n" + chain(large/10, "+", func(int) string { return "sum(x)" }),
		"x : vector(25000)\nx" + strings.Repeat(" + 1", large/10),
		"x : vector(25000)\n" + chain(large/10, "+", func(int) string { return "x[i]" }),
		chain(300, "\n", func(i int) string { return fmt.Sprintf("f%d(x) = f%d(x)*f%d(x)", i+1, i, i) }) + "\nf0(x) = x; f300(y)",
		strings.Repeat("sum(i, 1, 10, ", 300) + "x" + strings.Repeat(")", 300),
		"sum(i, 1, 10^12, x)",
		"x : vector(1000); outer(x, x)",
		chain(20_000, "+", func(i int) string { return fmt.Sprintf("%de9990", i+1) }),
	} {
		start := time.Now()
		_, err := parser.Parse(src, parser.Options{MaxElements: 10 * large})
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

func BenchmarkPrelude(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := parser.Parse("2|x|·gelu(x) + clamp(x², 0, 1)", parser.Options{}); err != nil {
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
