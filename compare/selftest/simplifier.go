package selftest

import (
	"slices"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
	"github.com/gradcmp/gradcmp/simplify"
)

// simplifiedWrong is what names a mistake of the simplifier.
const simplifiedWrong = "the simplification of the symbolic route is wrong"

// ruleTrials returns every mistake in what the simplifier's rules for functions
// put in place of a pattern.
func ruleTrials() []trial {
	var all []trial
	for _, rule := range simplify.Rules() {
		for _, m := range mistakes {
			all = append(all, trial{Mutant{Place: Simplifier, About: rule.Name, Mistake: m.name}, func(out *Mutant) {
				out.rewrite(rule, m)
			}})
		}
	}
	return all
}

// ruleFormula returns a formula in whose derivative a rule applies. The variable x has a
// value at which every rule holds.
func ruleFormula(rule simplify.Rule) formula {
	return formula{"x^2*" + rule.Pattern + " + sin(x)", map[string]float64{"x": 0.4375}}
}

// rewrite puts the wrong replacement in place of a rule's pattern before the simplifier
// sees it.
func (m *Mutant) rewrite(rule simplify.Rule, wrong mistake) {
	p, err := ruleFormula(rule).problem()
	if err != nil {
		m.Said = err.Error()
		return
	}
	var pair [3]expr.Expr // the pattern, the replacement and the wrong one, in the formula's graph
	g := p.F.Elems[0].Graph()
	for i, text := range []string{rule.Pattern, rule.Replacement, wrong.text(rule.Replacement, "x")} {
		r, err := parser.ParseInto(g, text, parser.Options{Shapes: map[string]expr.Shape{"x": nil}})
		if err != nil {
			m.Said = err.Error()
			return
		}
		pair[i] = r.Value.Elems[0]
	}
	at, err := values(p, pair[1:]...)
	switch {
	case err != nil:
		m.Said = err.Error()
		return
	case !changes(at[0], at[1]):
		m.skip(sameHere)
		return
	}
	p.Tamper.Rewrite = func(derivatives []expr.Expr) []expr.Expr {
		return expr.Substitute(g, map[expr.ID]expr.Expr{pair[0].ID(): pair[2]}, derivatives...)
	}
	m.judge(p, compare.Symbolic, simplifiedWrong)
}

// algebra is a mistake in collecting terms and factors: it returns what a wrong
// step makes of a node, and whether it applies to it.
type algebra struct {
	name string
	op   expr.Op
	to   func(g *expr.Graph, x expr.Expr) expr.Expr
}

var algebras = []algebra{
	{"lost factor", expr.OpMul, func(g *expr.Graph, x expr.Expr) expr.Expr { return last(x) }},
	{"factor 2", expr.OpMul, func(g *expr.Graph, x expr.Expr) expr.Expr { return g.Mul(g.Int(2), x) }},
	{"wrong sign", expr.OpMul, func(g *expr.Graph, x expr.Expr) expr.Expr { return g.Neg(x) }},
	{"relative error of 1e-6", expr.OpMul, func(g *expr.Graph, x expr.Expr) expr.Expr {
		return g.Mul(g.Num(expr.Frac(1_000_001, 1_000_000)), x)
	}},
	{"lost product term", expr.OpAdd, func(g *expr.Graph, x expr.Expr) expr.Expr { return last(x) }},
	{"order off by one", expr.OpPow, func(g *expr.Graph, x expr.Expr) expr.Expr {
		return g.Pow(x.Arg(0), g.Add(x.Arg(1), g.Int(1)))
	}},
	{"lost exponent", expr.OpPow, func(_ *expr.Graph, x expr.Expr) expr.Expr { return x.Arg(0) }},
	{"wrong sign", expr.OpNeg, func(_ *expr.Graph, x expr.Expr) expr.Expr { return x.Arg(0) }},
	{"swapped argument", expr.OpSub, func(g *expr.Graph, x expr.Expr) expr.Expr { return g.Sub(x.Arg(1), x.Arg(0)) }},
	{"swapped argument", expr.OpDiv, func(g *expr.Graph, x expr.Expr) expr.Expr { return g.Div(x.Arg(1), x.Arg(0)) }},
}

// last returns the last argument of a sum or product, which has at least two.
func last(x expr.Expr) expr.Expr { return x.Arg(x.NumArgs() - 1) }

// simplifiedFormulas have derivatives with operations of every kind.
var simplifiedFormulas = []formula{
	{"x^3*y^2/(x + y) + sin(x*y)", map[string]float64{"x": 0.8125, "y": 1.375}},
	{"(2*x - y)^4/exp(-x) + log(x - x*y/5)", map[string]float64{"x": 1.6875, "y": -0.5625}},
}

// algebraTrials returns the mistakes in algebra, each in formulas with such operations.
func algebraTrials() []trial {
	var all []trial
	for _, f := range simplifiedFormulas {
		for _, a := range algebras {
			all = append(all, trial{Mutant{Place: Simplifier, About: "a " + a.op.String(), Mistake: a.name}, func(out *Mutant) {
				out.misrewrite(f, a)
			}})
		}
	}
	return all
}

// misrewrite plants a mistake in algebra in the first node of its kind where it
// changes the derivatives.
func (m *Mutant) misrewrite(f formula, a algebra) {
	p, err := f.problem()
	if err != nil {
		m.Said = err.Error()
		return
	}
	planted := false
	p.Tamper.Rewrite = func(derivatives []expr.Expr) []expr.Expr {
		g := derivatives[0].Graph()
		before, err := values(p, derivatives...)
		for _, id := range slices.Backward(expr.Reach(derivatives...)) {
			x := g.At(id)
			if err != nil || x.Op() != a.op {
				continue
			}
			wrong := expr.Substitute(g, map[expr.ID]expr.Expr{id: a.to(g, x)}, derivatives...)
			var after []float64
			if after, err = values(p, wrong...); err == nil && anyChanges(before, after) {
				planted = true
				return wrong
			}
		}
		return derivatives
	}
	m.judge(p, compare.Symbolic, simplifiedWrong)
	if !planted {
		m.skip("the derivative has no such operation, or nothing changes")
	}
}
