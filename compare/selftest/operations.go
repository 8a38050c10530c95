package selftest

import (
	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/expr"
)

// operations are mistakes in the symbolic rules of operations. Numeric routes have no
// table of these: see the sweeps.
var operations = []struct {
	mistake string
	formula string
	rule    diff.Rule
}{
	{"wrong sign", "sin(x)/x + y", diff.Rule{Op: expr.OpDiv, Partials: []string{"1/y", "x/y^2"}}},
	{"order off by one", "sin(x)/x + y", diff.Rule{Op: expr.OpDiv, Partials: []string{"1/y", "-x/y"}}},
	{"swapped argument", "x/3 + y", diff.Rule{Op: expr.OpDiv, Partials: []string{"-x/y^2", "1/y"}}},
	{"lost term", "sin(x)/x + y", diff.Rule{Op: expr.OpDiv, Partials: []string{"1/y", "0"}}},
	{"relative error of 1e-6", "x/3 + y", diff.Rule{Op: expr.OpDiv, Partials: []string{"1.000001/y", "-f/y"}}},
	{"lost factor", "x^3 + y", diff.Rule{Op: expr.OpPow, Partials: []string{"x^(y - 1)", "f*log(x)"}}},
	{"order off by one", "x^3 + y", diff.Rule{Op: expr.OpPow, Partials: []string{"y*x^y", "f*log(x)"}}},
	{"order off by two", "x^3 + y", diff.Rule{Op: expr.OpPow, Partials: []string{"y*x^(y - 2)", "f*log(x)"}}},
	{"lost chain factor", "2^x + y", diff.Rule{Op: expr.OpPow, Partials: []string{"y*x^(y - 1)", "f"}}},
	{"swapped argument", "x^3 + y", diff.Rule{Op: expr.OpPow, Partials: []string{"f*log(x)", "y*x^(y - 1)"}}},
	{"relative error of 1e-6", "x^3 + y", diff.Rule{Op: expr.OpPow, Partials: []string{"1.000001*y*x^(y - 1)", "f*log(x)"}}},
	{"wrong sign", "exp(x) - y", diff.Rule{Op: expr.OpSub, Partials: []string{"-1", "-1"}}},
	{"swapped argument", "exp(x) - y", diff.Rule{Op: expr.OpSub, Partials: []string{"-1", "1"}}},
	{"factor 2", "exp(x) - y", diff.Rule{Op: expr.OpSub, Partials: []string{"1", "-2"}}},
	{"wrong sign", "exp(-x) + y", diff.Rule{Op: expr.OpNeg, Partials: []string{"1"}}},
	{"factor 2", "exp(-x) + y", diff.Rule{Op: expr.OpNeg, Partials: []string{"-2"}}},
}

// operationTrials returns the mistakes in the rules of operations.
func operationTrials() []trial {
	var all []trial
	for _, o := range operations {
		name := "a " + o.rule.Op.String()
		all = append(all, trial{Mutant{Place: SymbolicRules, About: name, Mistake: o.mistake}, func(out *Mutant) {
			p, err := formula{o.formula, map[string]float64{"x": 0.8125, "y": 1.375}}.problem()
			if err != nil {
				out.Said = err.Error()
				return
			}
			p.Tables.Symbolic = p.Tables.Symbolic.With(o.rule)
			out.judge(p, compare.Symbolic, "the rule of the symbolic route for "+name+" is wrong")
		}})
	}
	return all
}
