package compare

import (
	"math"
	"strings"

	"github.com/gradcmp/gradcmp/autodiff/reverse"
	"github.com/gradcmp/gradcmp/compare/referee"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
	"github.com/gradcmp/gradcmp/stable"
)

// Remedy is another way to write a formula, with the digits that it gains.
type Remedy struct {
	Formula    string
	Rules      []string // that lead to it, by name: see [stable.Rules]
	Conditions []string // under which it is equal to the formula
	Near       string   // where a Taylor polynomial is good, "" for others
	Digits     float64  // of the derivative that are right, by reverse mode
	Before     float64  // that are right with the formula as written
}

// leastGain is the least number of digits for which a formula is worth writing
// in another way.
const leastGain = 2

// remedy looks for another way to write the formula of output i that keeps more
// digits of its derivative by variable j; culprit is the operation that loses
// them, if it is known. Each candidate is differentiated by reverse mode, and
// measured by the referee's value.
func (r *run) remedy(p *Partial, culprit expr.Expr, i, j int) *Remedy {
	f := r.outputs[i]
	if r.rows != nil || r.plain || expr.TreeSize(r.MaxFormula+1, f) > r.MaxFormula {
		return nil
	}
	if !culprit.IsValid() || !r.contains(f, culprit) {
		culprit = f
	}
	before := math.Inf(1)
	for route, a := range p.Accounts {
		if route != FiniteDifferences {
			before = math.Min(before, a.Digits)
		}
	}
	var best *Remedy
	for _, c := range stable.Candidates(f, culprit, r.places()...) {
		slope, ok := r.tryRemedy(c, j)
		if !ok {
			continue
		}
		digits := accountOf(slope, p.Values[Referee]).Digits
		if best != nil && digits <= best.Digits+leastGain/2 || digits < before+leastGain {
			continue
		}
		best = &Remedy{Formula: print.String(c.Formula), Rules: c.Rules, Near: c.Near, Digits: digits, Before: before}
		for _, condition := range c.Conditions {
			best.Conditions = append(best.Conditions, print.String(condition))
		}
	}
	return best
}

// cure adds to a partial of a formula whose value leaves the range of doubles
// what the referee makes of it, and another way to write it.
func (r *run) cure(p *Partial, i, j int) {
	f, ok := r.finding(i, j)
	if !ok || f.Kind != referee.Derivative {
		return
	}
	p.Notes = append(p.Notes, "the value is "+digits(r.truth.values[r.formulaOf(i)])+", and the derivative "+p.truth())
	p.Accounts = map[Route]Account{}
	for _, route := range r.report.Routes {
		if route != Referee {
			p.Accounts[route] = accountOf(p.Values[route], p.Values[Referee])
		}
	}
	if p.Remedy = r.remedy(p, expr.Expr{}, i, j); p.Remedy != nil {
		p.Notes = append(p.Notes, p.Remedy.String())
	}
}

// contains reports whether a node is part of a formula.
func (r *run) contains(f, part expr.Expr) bool {
	for _, id := range expr.Reach(f) {
		if id == part.ID() {
			return true
		}
	}
	return false
}

// places are the coordinates that are numbers.
func (r *run) places() []stable.Place {
	var places []stable.Place
	for k, x := range r.inputs {
		if n, ok := expr.FromFloat(r.at[k]); ok {
			places = append(places, stable.Place{Var: x, Value: n})
		}
	}
	return places
}

// tryRemedy returns the derivative of a candidate, if its conditions hold at the
// point.
func (r *run) tryRemedy(c stable.Candidate, j int) (float64, bool) {
	formulas := append([]expr.Expr{c.Formula}, c.Conditions...)
	program, err := eval.Compile(r.inputs, formulas, eval.Keep())
	if err != nil {
		return 0, false
	}
	s, err := reverse.New(program, r.Tables.Kernels, r.Tables.Reverse)
	if err != nil {
		return 0, false
	}
	grad := make([]float64, len(r.inputs))
	s.Gradient(r.at, 0, grad)
	for _, out := range program.Outputs()[1:] {
		if s.Values()[out] == 0 {
			return 0, false
		}
	}
	return grad[r.wrtColumns()[j]], true
}

// String says what to write, and what it gains.
func (m *Remedy) String() string {
	var where []string
	if m.Near != "" {
		where = append(where, "for "+m.Near)
	}
	if len(m.Conditions) > 0 {
		where = append(where, "where "+strings.Join(m.Conditions, " and "))
	}
	text := "write " + m.Formula
	if len(where) > 0 {
		text += " " + strings.Join(where, ", ")
	}
	return text + " (" + strings.Join(m.Rules, ", ") + "): " + countDigits(m.Digits) + " right in place of " + countDigits(m.Before)
}

func countDigits(d float64) string {
	switch n := int(math.Round(math.Min(d, 16))); n {
	case 0:
		return "no digit"
	case 1:
		return "1 digit"
	default:
		return spell(float64(n)) + " digits"
	}
}
