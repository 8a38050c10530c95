package stable

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// Rule rewrites an expression. Pattern and Replacement are texts in gradcmp's
// language in which letters stand for any expression, xs for a list of them:
// a term with xs stands for three or more terms, and a call takes the list. A
// pattern that is a sum is found, times any factor, in longer sums, and one
// that is a product in longer products.
//
// Where the original is defined and Condition holds, the replacement is equal
// to it. Condition is a list of comparisons separated by semicolons, all of
// which have to hold; "" if there are none.
type Rule struct {
	Name        string
	Pattern     string
	Replacement string
	Condition   string
	Source      string // where the identity, or the advice to use it, is found
}

// tables are the rules by subject, the more specific ones first: of two rules
// for the same place the earlier is the better guess.
var tables = [][]Rule{
	logisticRules, logarithmRules, exponentialRules, rootRules, trigonometricRules, inverseRules, hyperbolicRules,
	specialRules, algebraRules, rangeRules,
}

// Rules returns the table of rewrite rules.
func Rules() []Rule { return slices.Concat(tables...) }

// rewriting is a rule with its texts parsed. It is immutable.
type rewriting struct {
	name        string
	pattern     *pattern
	replacement expr.Expr
	conditions  []expr.Expr
	// again says that the pattern fits a part of the replacement, so that
	// applying the rule to its own result would go on for ever.
	again bool
}

var rewritings = sync.OnceValue(func() []rewriting {
	var all []rewriting
	for _, r := range Rules() {
		w, err := parseRule(r)
		if err != nil {
			panic(err) // a mistake in the table, which every test finds
		}
		all = append(all, w)
	}
	return all
})

// letters are the names that stand for any expression.
const letters = "a b c d k n p t x y z xs"

func parseRule(r Rule) (rewriting, error) {
	shapes := map[string]expr.Shape{}
	for _, name := range strings.Fields(letters) {
		shapes[name] = nil
	}
	var side [2]expr.Expr
	for i, text := range []string{r.Pattern, r.Replacement} {
		result, err := parser.Parse(text, parser.Options{Shapes: shapes})
		if err != nil {
			return rewriting{}, fmt.Errorf("stable: rule %s: %w", r.Name, err)
		}
		side[i] = result.Value.Elems[0]
	}
	w := rewriting{name: r.Name, pattern: compile(side[0]), replacement: side[1]}
	for _, text := range strings.FieldsFunc(r.Condition, func(c rune) bool { return c == ';' }) {
		result, err := parser.Parse(text, parser.Options{Shapes: shapes})
		if err != nil {
			return rewriting{}, fmt.Errorf("stable: rule %s: %w", r.Name, err)
		}
		w.conditions = append(w.conditions, result.Value.Elems[0])
	}
	for _, id := range expr.Reach(w.replacement) {
		_, _, fits := w.apply(w.replacement.Graph().At(id), map[expr.ID]expr.Expr{})
		w.again = w.again || fits
	}
	return w, nil
}

// apply rewrites x by the rule: the whole, or the part of a sum or product that
// the pattern fits. Of several ways the first is taken, one with a positive
// scale if there is one.
func (w *rewriting) apply(x expr.Expr, canonical map[expr.ID]expr.Expr) (y expr.Expr, conditions []expr.Expr, ok bool) {
	for _, positive := range []bool{true, false} {
		m := &matcher{g: x.Graph(), bound: map[string][]expr.Expr{}, canonical: canonical}
		found := w.fit(m, x, positive, func(left func(expr.Expr) expr.Expr) bool {
			y = left(m.tidyInstance(w.replacement))
			for _, c := range w.conditions {
				conditions = append(conditions, m.tidyInstance(c))
			}
			return true
		})
		if found {
			return y, conditions, y != x
		}
		if w.pattern.kind != sumPattern {
			break
		}
	}
	return expr.Expr{}, nil, false
}

// fit matches the pattern with a part of x and continues with the way to put
// the replacement in its place.
func (w *rewriting) fit(m *matcher, x expr.Expr, positive bool, then func(put func(expr.Expr) expr.Expr) bool) bool {
	p, g := w.pattern, m.g
	switch {
	case p.kind == sumPattern:
		terms := termsOf(x)
		return len(terms) > 1 && m.matchTerms(p.terms, terms, sumMode{positive: positive},
			func(scale monomial, left []monomial) bool {
				return then(func(y expr.Expr) expr.Expr {
					return buildSum(g, collect(append([]monomial{scale.product(withSigns(y), 1)}, left...)))
				})
			})
	case p.kind == productPattern:
		whole := monomialOf(x)
		return m.matchFactors(p.parts, whole, false, func(left monomial) bool {
			left.coef = left.coef.Mul(p.coef.Inv())
			return then(func(y expr.Expr) expr.Expr { return withSigns(y).product(left, 1).build(g) })
		})
	default:
		return m.match(p, x, func() bool { return then(func(y expr.Expr) expr.Expr { return y }) })
	}
}
