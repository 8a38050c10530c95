package parser_test

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// FuzzParse demands that no source crashes or hangs the parser, that an error
// lies inside the source, and that the same source gives the same graph.
func FuzzParse(f *testing.F) {
	for _, tt := range slices.Concat(parseTests, languageTests) {
		f.Add(tt.src)
	}
	for name := range readers {
		text, err := os.ReadFile("testdata/" + name + ".txt")
		if err != nil {
			f.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if src, err := strconv.Unquote(strings.TrimSpace(line)); err == nil {
				f.Add(src)
			}
		}
	}
	opts := parser.Options{MaxDepth: 200, MaxDigits: 300, MaxElements: 100_000}
	f.Fuzz(func(t *testing.T, src string) {
		r, err := parser.Parse(src, opts)
		checkPlace(t, src, err)
		if err == nil {
			again, _ := parser.Parse(src, opts)
			checkGraph(t, r)
			if r.Graph.Len() != again.Graph.Len() || r.Value.Elems[0].ID() != again.Value.Elems[0].ID() {
				t.Fatalf("%q gives different graphs", src)
			}
		} else {
			_ = err.Error()
		}
		_, err = parser.ParsePoint(expr.NewGraph(), src, opts)
		checkPlace(t, src, err)
		_, err = parser.ParseNames(src, opts)
		checkPlace(t, src, err)
	})
}

// checkGraph demands that shapes and elements agree, that each free variable
// of the value is listed, and that the value has a place in the source.
func checkGraph(t interface{ Fatalf(string, ...any) }, r *parser.Result) {
	if r.Value.Shape.Size() != len(r.Value.Elems) {
		t.Fatalf("a %v of %d elements", r.Value.Shape, len(r.Value.Elems))
	}
	if len(r.Value.Shape) == 0 && len(r.Places(r.Value.Elems[0].ID())) == 0 {
		t.Fatalf("the value has no place")
	}
	known := map[expr.Expr]bool{}
	for _, v := range r.Vars {
		for _, x := range v.Elems {
			known[x] = true
		}
	}
	for _, x := range expr.Vars(r.Value.Elems...) {
		if !known[x] {
			t.Fatalf("%s is not listed", x.Name())
		}
	}
}

// formula draws the text of a formula and how it dumps.
func formula(depth int) *rapid.Generator[[2]string] {
	return rapid.Custom(func(t *rapid.T) [2]string {
		if depth == 0 || rapid.IntRange(0, 4).Draw(t, "leaf") == 0 {
			leaf := rapid.SampledFrom([]string{"x", "y1", "α", "2", "0.5"}).Draw(t, "name")
			return [2]string{leaf, leaf}
		}
		sub := formula(depth - 1)
		a, b := sub.Draw(t, "a"), sub.Draw(t, "b")
		form := rapid.SampledFrom([][2]string{
			{"(A) + (B)", "(+ A B)"},
			{"(A)-(B)", "(- A B)"},
			{"(A) * (B)", "(* A B)"},
			{"(A)/\n(B)", "(/ A B)"},
			{"(A)**(B)", "(^ A B)"},
			{"-(A)", "(neg A)"},
			{"+(A)", "A"},
			{"sin( A )", "(sin A)"},
			{"max(A,\nB)", "(max A B)"},
			{"where(A<B, B, A)", "(where (< A B) B A)"},
			{"[A, B][1]", "B"},
			{"dot([A], [B])", "(* A B)"},
			{"2(A)", "(* 2 A)"},
			{"(A)(B)", "(* A B)"},
			{"(A)²", "(^ A 2)"},
			{"|(A)|", "(abs A)"},
			{"√(A)", "(sqrt A)"},
			{"(A)!", "(factorial A)"},
			{"[[A], [B]].T[0, 1]", "B"},
			{"[A, B, A][1:][0]", "B"},
			{"(if A < B\nthen B else (A))", "(where (< A B) B A)"},
			{"(not (A))", "(where A 0 1)"},
			{"((A) < 1 or (B) > 2)", "(where (< A 1) 1 (> B 2))"},
			{"sum(i, 1, 2, A)", "(+ A A)"},
			{"softsign(A)", "(/ A (+ 1 (abs A)))"},
		}).Draw(t, "form")
		return [2]string{
			strings.NewReplacer("A", a[0], "B", b[0]).Replace(form[0]),
			strings.NewReplacer("A", a[1], "B", b[1]).Replace(form[1]),
		}
	})
}

// TestParenthesised demands that what is fully parenthesised is read as the
// parentheses say, and that further parentheses, definitions and white space
// change nothing.
func TestParenthesised(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := formula(4).Draw(t, "formula")
		for _, src := range []string{
			f[0], "((" + f[0] + "))", "f = " + f[0] + "\nf", "f(z) = z\nf(" + f[0] + ")", "f(z) = " + f[0] + "; f(1)",
			"\ufeff" + strings.ReplaceAll(f[0], "\n", "\r\n\t"),
		} {
			r, err := parser.Parse(src, parser.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if got := dump(r.Value); got != f[1] {
				t.Fatalf("%q\n got %s\nwant %s", src, got, f[1])
			}
			checkGraph(t, r)
		}
	})
}
