package selftest

import (
	"errors"
	"fmt"
	"slices"

	"github.com/gradcmp/gradcmp/compare/claim"
	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
	"github.com/gradcmp/gradcmp/parser"
	"github.com/gradcmp/gradcmp/simplify"
)

// claimedWrongly are claims with the mistakes that people make, and what each is
// to be called.
var claimedWrongly = []struct {
	mistake, formula, claim string
	kinds                   []claim.Kind
}{
	{"lost chain factor", "sin(x^2)", "x = cos(x^2)", []claim.Kind{claim.ChainFactor}},
	{"lost chain factor", "y*exp(3*x)", "x = y*exp(3*x)", []claim.Kind{claim.ChainFactor}},
	{"lost chain factor", "log(x^3 + y)", "x = 1/(x^3 + y)", []claim.Kind{claim.ChainFactor}},
	{"lost product term", "x^2*sin(x)", "x = 2*x*sin(x)", []claim.Kind{claim.ProductTerm, claim.MissingTerm}},
	{"lost product term", "x*exp(x)*y", "x = x*y*exp(x)", []claim.Kind{claim.ProductTerm, claim.MissingTerm}},
	{"no product rule", "x^2*sin(x)", "x = 2*x*cos(x)", []claim.Kind{claim.NoProductRule}},
	{"lost quotient term", "sin(x)/x", "x = cos(x)/x", []claim.Kind{claim.QuotientTerm, claim.MissingTerm}},
	{"order off by one", "x^3 + y", "x = 3*x^3", []claim.Kind{claim.Exponent}},
	{"lost exponent", "x^3 + y", "x = x^2", []claim.Kind{claim.ExponentFactor}},
	{"sign of a term", "x^3 + sin(x)", "x = 3*x^2 - cos(x)", []claim.Kind{claim.TermSign}},
	{"swapped argument", "x^2 + 3*x*y + y^2", "x = 3*x + 2*y", []claim.Kind{claim.OtherVariable, claim.Exchanged}},
	{"swapped argument", "x/y", "x = 1/x", []claim.Kind{claim.Exchanged, claim.OtherVariable}},
	{"integrated", "x^2", "x = x^3/3", []claim.Kind{claim.Integrated}},
	{"lost derivative", "exp(x)*y + x", "x = exp(x)*y + x", []claim.Kind{claim.NotDerived}},
}

// claimedFormulas are formulas whose derivative is claimed with a factor.
var claimedFormulas = []string{
	"x^2*sin(y*x)", "log(x^2 + 1)/y", "exp(-x^2/2)", "sqrt(x^2 + y^2)", "tanh(3*x + y)", "x^3 - 4*x*y",
	"1/(1 + exp(-x))", "atan2(y, x)", "erf(x*y)", "x*y*z/(x + y + z)",
}

// factors are the factors that are claimed wrongly.
var factors = []struct {
	mistake, factor string
	kinds           []claim.Kind
}{
	{"wrong sign", "-1", []claim.Kind{claim.Negated}},
	{"factor 2", "2", []claim.Kind{claim.ConstantFactor}},
	{"relative error of 1e-6", "1.000001", []claim.Kind{claim.ConstantFactor, claim.WrongNumber}},
}

// claimTrials returns wrong claims.
func claimTrials(seed uint64) []trial {
	var all []trial
	for _, c := range claimedWrongly {
		all = append(all, trial{Mutant{Place: Claims, About: c.formula, Mistake: c.mistake}, func(out *Mutant) {
			out.judgeClaim(c.formula, c.claim, c.kinds, seed)
		}})
	}
	for _, f := range claimedFormulas {
		for _, m := range factors {
			all = append(all, trial{Mutant{Place: Claims, About: f, Mistake: m.mistake}, func(out *Mutant) {
				right, err := derivative(f)
				if err != nil {
					out.Said = err.Error()
					return
				}
				out.judgeClaim(f, "x = "+m.factor+"*("+right+")", m.kinds, seed)
			}})
		}
	}
	return all
}

// derivative writes the derivative of a formula by x.
func derivative(formula string) (string, error) {
	r, err := parser.Parse(formula, parser.Options{})
	if err != nil {
		return "", err
	}
	d, err := diff.Gradient(r.Value.Elems[0], []expr.Expr{r.Graph.Var("x")}, diff.StandardRules(expr.Torch))
	if err != nil {
		return "", err
	}
	return print.String(simplify.Full(d[0])), nil
}

// judgeClaim judges a wrong claim and sets what became of it.
func (m *Mutant) judgeClaim(formula, text string, kinds []claim.Kind, seed uint64) {
	v, err := verdictOn(formula, text, seed)
	if err != nil {
		m.Said = err.Error()
		return
	}
	m.Killed = v.Status == claim.Wrong
	m.Said = fmt.Sprintf("%s is %s", text, v.Status)
	if v.Diagnosis == nil {
		return
	}
	for _, d := range append([]claim.Diagnosis{*v.Diagnosis}, v.Also...) {
		m.Said += "; " + d.Text
		m.Named = m.Named || m.Killed && slices.Contains(kinds, d.Kind)
	}
	if m.Named {
		m.Said = ""
	}
}

// verdictOn judges one claim.
func verdictOn(formula, text string, seed uint64) (claim.Verdict, error) {
	program, err := parser.Parse(formula, parser.Options{})
	if err != nil {
		return claim.Verdict{}, err
	}
	claims, err := claim.Parse(program, []string{text}, parser.Options{})
	if err != nil {
		return claim.Verdict{}, err
	}
	if len(claims) != 1 {
		return claim.Verdict{}, errors.New(text + " is more than one claim")
	}
	p := claim.Problem{F: program.Value, Options: claim.Options{Seed: seed}}
	for _, v := range program.Vars {
		p.Vars = append(p.Vars, v.Elems...)
	}
	return claim.Judge(p, claims[0])
}
