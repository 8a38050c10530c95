package print_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
)

// LaTeX refuses unbalanced groups and an exponent on an exponent.
func TestLaTeXIsWellFormed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := expr.NewGraph()
		for range 20 {
			checkLaTeX(t, print.Sprint(print.LaTeX, expression(t, g, 4)))
		}
	})
	g := expr.NewGraph()
	for _, fn := range expr.Funcs() {
		args := []expr.Expr{g.Sub(g.Var("x"), g.Int(1)), g.Var("y")}[:fn.Info().MinArgs]
		text := print.Sprint(print.LaTeX, g.Pow(g.Call(fn, args...), g.Int(2)))
		checkLaTeX(t, text)
		if len(args) > 0 && !strings.Contains(text, "x - 1") {
			t.Errorf("%v is written %s, without its argument", fn, text)
		}
	}
}

func checkLaTeX(t rapid.TB, text string) {
	t.Helper()
	for _, pair := range [][2]string{{`\left`, `\right`}, {`\begin{`, `\end{`}, {`\lVert`, `\rVert`}} {
		if strings.Count(text, pair[0]) != strings.Count(text, pair[1]) {
			t.Fatalf("%s has unpaired %s", text, pair[0])
		}
	}
	var groups []bool // the open groups, true for an exponent
	for i, c := range text {
		switch c {
		case '{':
			groups = append(groups, i > 0 && text[i-1] == '^')
		case '}':
			if len(groups) == 0 {
				t.Fatalf("%s closes more groups than it opens", text)
			}
			if groups[len(groups)-1] && strings.HasPrefix(text[i+1:], "^") {
				t.Fatalf("%s has an exponent on an exponent", text)
			}
			groups = groups[:len(groups)-1]
		}
	}
	if len(groups) > 0 {
		t.Fatalf("%s leaves a group open", text)
	}
}
