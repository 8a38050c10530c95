package stable_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/evaltest"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
	"github.com/gradcmp/gradcmp/parser"
	"github.com/gradcmp/gradcmp/stable"
)

// Candidates have the value of the formula where it is defined, its value in
// doubles is to be trusted and the conditions hold.
func TestCandidatesAreEqual(t *testing.T) {
	compared := 0
	rapid.Check(t, func(t *rapid.T) {
		g := expr.NewGraph()
		vars := []expr.Expr{g.Var("x"), g.Var("y")}
		f := drawFormula(t, g, vars)
		nodes := expr.Reach(f)
		at := g.At(nodes[rapid.IntRange(0, len(nodes)-1).Draw(t, "at")])
		candidates := stable.Candidates(f, at)
		for range 4 {
			x := evaltest.Point(t, len(vars))
			want, noise, undefined, ok := measure(t, f, vars, x)
			if !ok || undefined || !(noise <= 1e-3*math.Max(1, math.Abs(want))) {
				continue
			}
			for _, c := range candidates {
				got, moved, _, ok := measure(t, c.Formula, vars, x)
				if !ok || math.IsNaN(moved) && !math.IsNaN(got) || !holds(t, c.Conditions, vars, x) {
					continue
				}
				compared++
				if !(math.Abs(got-want) <= 1e-9*math.Max(1, math.Abs(want))+1e3*(noise+moved)) {
					t.Fatalf("%s\nis %v ± %v at %v, but by %q\n%s\nis %v ± %v",
						print.String(f), want, noise, x, c.Rules, print.String(c.Formula), got, moved)
				}
			}
		}
	})
	t.Logf("compared %d values", compared)
	if compared < 100 {
		t.Errorf("only %d values were compared", compared)
	}
}

// drawFormula draws a random expression, or the pattern of a rule with random
// expressions for its holes as a part of one.
func drawFormula(t *rapid.T, g *expr.Graph, vars []expr.Expr) expr.Expr {
	if rapid.IntRange(0, 3).Draw(t, "plain") == 0 {
		return evaltest.Expression(t, g, vars, rapid.IntRange(1, 8).Draw(t, "steps"))
	}
	rule := rapid.SampledFrom(stable.Rules()).Draw(t, "rule")
	if strings.Contains(rule.Pattern, "xs") {
		rule.Pattern = "log(exp(a) + exp(b) + exp(c))"
	}
	holes := parser.Options{Shapes: map[string]expr.Shape{"k": nil, "n": nil}}
	result, err := parser.ParseInto(g, rule.Pattern, holes)
	if err != nil {
		t.Fatal(err)
	}
	pattern := result.Value.Elems[0]
	replace := map[expr.ID]expr.Expr{}
	for _, hole := range expr.Vars(pattern) {
		replace[hole.ID()] = evaltest.Expression(t, g, vars, rapid.IntRange(1, 3).Draw(t, "steps"))
	}
	filled := expr.Substitute(g, replace, pattern)[0]
	return evaltest.Expression(t, g, append(vars, filled), rapid.IntRange(1, 3).Draw(t, "steps"))
}

// measure returns the value of f at x and an estimate of its rounding errors,
// whether a step on the way there is undefined, and false if one leaves the
// range in which doubles have all their digits to spare.
func measure(t *rapid.T, f expr.Expr, vars []expr.Expr, x []float64) (value, noise float64, undefined, ok bool) {
	var nodes []expr.Expr
	for _, id := range expr.Reach(f) {
		nodes = append(nodes, f.Graph().At(id))
	}
	all, err := eval.Compile(vars, nodes)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range all.Eval(nil, x) {
		if math.Abs(v) > 1e50 || v != 0 && math.Abs(v) < 1e-50 {
			return 0, 0, false, false
		}
		undefined = undefined || math.IsNaN(v)
	}
	p, err := eval.Compile(vars, []expr.Expr{f})
	if err != nil {
		t.Fatal(err)
	}
	return p.Eval(nil, x)[0], eval.Noise(p, x, 5, 1)[0], undefined, true
}

// holds reports whether all conditions hold at x.
func holds(t *rapid.T, conditions, vars []expr.Expr, x []float64) bool {
	p, err := eval.Compile(vars, conditions)
	if err != nil {
		t.Fatal(err)
	}
	return !slices.ContainsFunc(p.Eval(nil, x), func(v float64) bool { return v != 1 })
}
