package truth

import (
	"fmt"
	"strings"

	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/simplify"
)

// derivatives compares the derivative by the variables of Wrt, as derived and
// as simplified after each step, and the formula that another system expects,
// with the truth.
func (c *Corpus) derivatives(f *Formula) {
	raw, err := f.mixed(nil)
	if err != nil {
		c.underivable(f, err)
		return
	}
	simplified, err := f.mixed(simplify.Full)
	if err != nil {
		c.underivable(f, err)
		return
	}
	c.formula(f, &c.Derivatives, "derived", raw)
	c.formula(f, &c.Derivatives, "simplified", simplified)
	if f.Expected == "" || strings.Contains(f.Note, "PEER EXPECTATION IS WRONG") {
		return
	}
	expected, err := f.read(f.Expected)
	if err != nil {
		c.Expected.add(Unsupported)
		c.Failures = append(c.Failures, fmt.Sprintf("%s: expected: %v", f.ID, err))
		return
	}
	c.formula(f, &c.Expected, "expected", expected.Value.Elems[0])
}

// mixed derives the formula by each variable of Wrt in turn.
func (f *Formula) mixed(simplified func(expr.Expr) expr.Expr) (expr.Expr, error) {
	var wrt []expr.Expr
	for _, name := range f.Wrt {
		wrt = append(wrt, f.graph.Var(name))
	}
	return diff.Mixed(f.program.Value.Elems[0], wrt, diff.StandardRules(expr.Torch), simplified)
}

func (c *Corpus) underivable(f *Formula, err error) {
	c.Derivatives.add(Unsupported)
	c.Failures = append(c.Failures, fmt.Sprintf("%s: %v", f.ID, err))
}

// formula compares the values of a formula for the derivative with the truth.
func (c *Corpus) formula(f *Formula, t *Tally, what string, formula expr.Expr) {
	program, err := eval.Compile(f.variables(), []expr.Expr{formula})
	if err != nil {
		t.add(Unsupported)
		c.Failures = append(c.Failures, fmt.Sprintf("%s: %s: %v", f.ID, what, err))
		return
	}
	for k := range f.Points {
		got, truth := program.Eval(nil, f.at(k))[0], f.derivative(k)
		o := judge(got, truth, f.naive(k).Gradient, symbolicSlack)
		t.add(o)
		if o == Fail {
			c.fail(f.Record, k, "the %s derivative by %s is %v, want %v", what, strings.Join(f.Wrt, ", "), got, truth)
		}
	}
}
