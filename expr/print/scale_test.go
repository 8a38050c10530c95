package print_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
)

func TestDeepNesting(t *testing.T) {
	const depth = 100_000
	g := expr.NewGraph()
	x := g.Var("x")
	calls, powers, parentheses, sums := x, x, x, x
	for range depth {
		calls = g.Call(expr.Sin, calls)
		powers = g.Pow(x, powers)
		parentheses = g.Sub(x, parentheses)
		sums = g.Sub(sums, x)
	}
	for _, tt := range []struct{ got, want string }{
		{print.String(calls), strings.Repeat("sin(", depth) + "x" + strings.Repeat(")", depth)},
		{print.String(powers), strings.Repeat("x^", depth) + "x"},
		{print.String(parentheses), strings.Repeat("x - (", depth-1) + "x - x" + strings.Repeat(")", depth-1)},
		{print.String(sums), "x" + strings.Repeat(" - x", depth)},
		{print.Sprint(print.LaTeX, powers), strings.Repeat("x^{", depth) + "x" + strings.Repeat("}", depth)},
	} {
		if tt.got != tt.want {
			t.Errorf("got %.40s…, want %.40s…", tt.got, tt.want)
		}
	}
}

func millionTerms() expr.Expr {
	g := expr.NewGraph()
	x, y := g.Var("x"), g.Var("y")
	terms := make([]expr.Expr, 1_000_000)
	for i := range terms {
		terms[i] = g.Mul(x, y)
	}
	return g.Add(terms...)
}

func TestMillionTerms(t *testing.T) {
	if got, want := print.String(millionTerms()), strings.Repeat("x*y + ", 999_999)+"x*y"; got != want {
		t.Errorf("got %d bytes %.40s…, want %d bytes", len(got), got, len(want))
	}
}

// limitedWriter fails after n bytes.
type limitedWriter struct{ n, calls int }

var errFull = errors.New("full")

func (w *limitedWriter) Write(p []byte) (int, error) {
	w.calls++
	if w.n -= len(p); w.n < 0 {
		return 0, errFull
	}
	return len(p), nil
}

// The tree of 2^200 nodes could never be written: an error must stop the
// printer at once, and what comes before it must arrive in pieces.
func TestWriteError(t *testing.T) {
	g := expr.NewGraph()
	x := g.Var("x")
	for range 200 {
		x = g.Add(x, x)
	}
	w := &limitedWriter{n: 1 << 20}
	if err := print.Fprint(w, print.Text, x); !errors.Is(err, errFull) {
		t.Errorf("error %v", err)
	}
	if w.calls < 10 || w.calls > 100 {
		t.Errorf("a MiB came in %d pieces", w.calls)
	}
	if err := print.Fprint(&limitedWriter{}, print.Text, g.Var("y")); !errors.Is(err, errFull) {
		t.Errorf("the error of the last piece is %v", err)
	}
}

func BenchmarkString(b *testing.B) {
	g := expr.NewGraph()
	x1, x2, three := g.Var("x1"), g.Var("x2"), g.Int(3)
	f := g.Add(g.Pow(x1, g.Int(2)), g.Mul(three, x1, x2), g.Pow(x2, g.Int(2)))
	for _, style := range []print.Style{print.Text, print.Unicode, print.LaTeX} {
		b.Run(style.String(), func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				_ = print.Sprint(style, f)
			}
		})
	}
}

func BenchmarkMillionTerms(b *testing.B) {
	f := millionTerms()
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		if err := print.Fprint(io.Discard, print.Text, f); err != nil {
			b.Fatal(err)
		}
	}
}
