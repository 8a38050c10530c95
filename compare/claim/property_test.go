package claim_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"github.com/gradcmp/gradcmp/compare/claim"
	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
	"github.com/gradcmp/gradcmp/parser"
)

// formulas generates formulas of x and y that are smooth everywhere.
func formulas(depth int) *rapid.Generator[string] {
	leaf := rapid.SampledFrom([]string{"x", "y", "2", "3", "0.5"})
	if depth == 0 {
		return leaf
	}
	inner := formulas(depth - 1)
	return rapid.OneOf(leaf, rapid.Custom(func(t *rapid.T) string {
		form := rapid.SampledFrom([]string{
			"(%s + %s)", "(%s - %s)", "(%s*%s)", "(%s/(1 + (%s)^2))", "(sin(%s)*%s)", "(exp(sin(%s)) + %s)", "((%s)^3*%s)", "(atan(%s) - %s)",
		}).Draw(t, "form")
		return fmt.Sprintf(form, inner.Draw(t, "a"), inner.Draw(t, "b"))
	}))
}

// TestRightClaims claims what the rules give, as they give it and not
// simplified, and that with a mistake.
func TestRightClaims(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := "x*y + " + formulas(3).Draw(t, "formula")
		program, err := parser.Parse(text, parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		g := program.Graph
		x, y := g.Var("x"), g.Var("y")
		d, err := diff.Gradient(program.Value.Elems[0], []expr.Expr{x}, diff.StandardRules(expr.Torch))
		if err != nil {
			t.Fatal(err)
		}
		p := claim.Problem{F: program.Value, Vars: []expr.Expr{x, y}, Options: claim.Options{Points: 8}}
		c := claim.Claim{Target: claim.Target{Wrt: []expr.Expr{x}}, Formula: d[0]}
		if v, err := claim.Judge(p, c); err != nil || !v.Status.IsRight() {
			t.Fatalf("%s: %s is %v (%s), %v", text, print.String(d[0]), v.Status, v.How, err)
		}
		c.Formula = g.Add(d[0], g.Mul(g.Num(expr.Frac(1, 1_000_000_000)), g.Call(expr.Tanh, x)))
		if v, err := claim.Judge(p, c); err != nil || v.Status != claim.Wrong || v.Diagnosis != nil && v.Diagnosis.Claim == c.Formula {
			t.Fatalf("%s: a derivative that is off by 1e-9*tanh(x) is %v, %v, %v", text, v.Status, v.Diagnosis, err)
		}
	})
}
