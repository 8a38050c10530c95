package simplify_test

import (
	"bufio"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
	"github.com/gradcmp/gradcmp/parser"
	"github.com/gradcmp/gradcmp/simplify"
)

var update = flag.Bool("update", false, "write what the simplifier does to testdata/simplify.txt")

// testdata/simplify.txt has a case a line, "formula => simplified formula",
// between comments and empty lines.
func TestTable(t *testing.T) {
	const path = "testdata/simplify.txt"
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var lines []string
	for in := bufio.NewScanner(f); in.Scan(); {
		line := in.Text()
		if source, want, ok := strings.Cut(line, " => "); ok && line[0] != '#' {
			got := simplified(t, source)
			if got != want && !*update {
				t.Errorf("%s => %s, want %s", source, got, want)
			}
			line = source + " => " + got
		}
		lines = append(lines, line)
	}
	if *update {
		if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func simplified(t *testing.T, source string) string {
	t.Helper()
	return print.String(simplify.Full(parse(t, source).Value.Elems[0]))
}

func parse(t testing.TB, source string) *parser.Result {
	t.Helper()
	r, err := parser.Parse(source, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestReadable(t *testing.T) {
	g := expr.NewGraph()
	x := g.Var("x")
	f := x
	for range 30 { // a tree of 2^30 leaves
		f = g.Call(expr.Sin, g.Mul(f, g.Add(f, x)))
	}
	formulas, whole := simplify.Readable(1000, 1000, f)
	if whole || g.Len() > 1000 {
		t.Errorf("a formula that would be huge is written out, whole = %v, %d nodes", whole, g.Len())
	}
	if again := simplify.Simplify(simplify.Options{KeepShared: simplify.Shared}, formulas...); again[0] != formulas[0] {
		t.Error("simplifying again changes the formula")
	}
	sum := g.Add(x, x)
	if formulas, whole = simplify.Readable(1000, 1000, sum); !whole || print.String(formulas[0]) != "2*x" {
		t.Errorf("x + x is %s, whole = %v", print.String(formulas[0]), whole)
	}
}

func TestNoRoots(t *testing.T) {
	if y := simplify.Simplify(simplify.Options{}); len(y) != 0 {
		t.Errorf("no expressions are simplified to %v", y)
	}
}

// Numbers and exponents too long for exact arithmetic are left as they are,
// and are left alone when simplified again.
func TestTooLong(t *testing.T) {
	long := strings.Repeat("7", 6000)
	for _, source := range []string{
		long + "*" + long,
		long + "*x*" + long + "*3*5",
		"-" + long + "*x + -2*" + long + "*x",
		"x*" + long + "^2 + x*" + long + "^3",
		"1/" + long + " + 1/" + strings.Repeat("6", 5999) + "1 + 1/3 + 1/7",
		"x/" + long + " - x/" + strings.Repeat("6", 5999) + "1 + x/3",
		"2^100000*2^-99999*3^100000",
	} {
		x := simplify.Full(parse(t, source).Value.Elems[0])
		if again := simplify.Full(x); again != x {
			t.Errorf("%.20s…: simplifying again changes\n%.300s\nto\n%.300s", source, print.String(x), print.String(again))
		}
		for _, id := range expr.Reach(x) {
			if n, ok := x.Graph().At(id).Number(); ok && n.Digits() > expr.MaxDigits {
				t.Errorf("%.20s…: a number of %d digits", source, n.Digits())
			}
		}
	}
}

// Each rule holds at sampled points; what its replacement does not need its
// pattern does.
func TestRules(t *testing.T) {
	vars := map[string]expr.Shape{"x": nil, "y": nil}
	for _, rule := range simplify.Rules() {
		g := expr.NewGraph()
		sides := make([]expr.Expr, 2)
		for i, text := range []string{rule.Pattern, rule.Replacement} {
			r, err := parser.ParseInto(g, text, parser.Options{Shapes: vars})
			if err != nil {
				t.Fatalf("rule %s: %v", rule.Name, err)
			}
			sides[i] = r.Value.Elems[0]
		}
		compareSides(t, rule, sides[0], sides[1])
		if got, want := simplify.Full(sides[0]), simplify.Full(sides[1]); got != want {
			t.Errorf("rule %s does not fire: %s is left as %s", rule.Name, rule.Pattern, print.String(got))
		}
	}
}
