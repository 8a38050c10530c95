package stable

import (
	"cmp"
	"slices"

	"github.com/gradcmp/gradcmp/expr"
)

// pattern is one side of a rule, taken apart. A hole is a variable of the
// pattern: it stands for any expression. It is immutable.
type pattern struct {
	kind   patternKind
	source expr.Expr
	holes  []string
	hole   string          // of a hole
	call   expr.Func       // of a call
	args   []*pattern      // of a call
	terms  []termPattern   // of a sum
	coef   expr.Number     // of a product
	parts  []factorPattern // of a product
}

type patternKind uint8

const (
	holePattern patternKind = iota
	callPattern
	sumPattern
	productPattern // also a number, which has no factors
)

// termPattern is a term of a sum.
type termPattern struct {
	coef  expr.Number
	parts []factorPattern
	holes []string
}

// factorPattern is base^exp, or base^sym if sym is there.
type factorPattern struct {
	base *pattern
	exp  expr.Number
	sym  *pattern
}

// isSequence reports whether a hole stands for a list: a term with it stands for
// all remaining terms of its sum, three or more, and in the replacement a call
// takes the list for its arguments.
func isSequence(hole string) bool { return hole == "xs" }

// compile takes the text of a pattern apart.
func compile(x expr.Expr) *pattern {
	p := &pattern{source: x}
	for _, v := range expr.Vars(x) {
		p.holes = append(p.holes, v.Name())
	}
	m := monomialOf(x)
	if base, ok := m.sole(); ok {
		x = base
	}
	switch {
	case x.Op() == expr.OpVar:
		p.kind, p.hole = holePattern, x.Name()
	case isSum(x):
		p.kind = sumPattern
		for _, t := range termsOf(x) {
			p.terms = append(p.terms, compileTerm(x.Graph(), t))
		}
		slices.SortStableFunc(p.terms, func(a, b termPattern) int { return cmp.Compare(a.vagueness(), b.vagueness()) })
	case x.Op() == expr.OpCall && !x.IsCall(expr.Sqrt):
		p.kind, p.call = callPattern, x.Func()
		for _, a := range x.Args() {
			p.args = append(p.args, compile(a))
		}
	default:
		t := compileTerm(x.Graph(), m)
		p.kind, p.coef, p.parts = productPattern, t.coef, t.parts
	}
	return p
}

func compileTerm(g *expr.Graph, m monomial) termPattern {
	t := termPattern{coef: m.coef}
	for _, f := range m.factors {
		part := factorPattern{base: compile(f.base), exp: f.exp}
		if f.sym.IsValid() {
			part.sym = compile(f.sym)
		}
		t.parts = append(t.parts, part)
	}
	slices.SortStableFunc(t.parts, func(a, b factorPattern) int { return cmp.Compare(a.vagueness(), b.vagueness()) })
	for _, v := range expr.Vars(m.build(g)) {
		t.holes = append(t.holes, v.Name())
	}
	return t
}

// The vaguer a part of a pattern is, the later it is matched: what is certain
// decides what the rest may be.
const (
	certain    = iota // a function, or a sum in a power
	power1            // a power of a hole
	number            // a number
	mixed             // a hole with other factors
	indefinite        // a hole
)

func (f factorPattern) vagueness() int {
	switch {
	case f.base.kind != holePattern:
		return certain
	case f.sym != nil || !f.exp.IsOne():
		return power1
	}
	return indefinite
}

// isHole reports whether the factor is a hole without exponent.
func (f factorPattern) isHole() bool { return f.vagueness() == indefinite }

func (t termPattern) vagueness() int {
	if len(t.parts) == 0 {
		return number
	}
	switch first, last := t.parts[0], t.parts[len(t.parts)-1]; {
	case !last.isHole() && first.vagueness() == certain:
		return certain
	case !last.isHole():
		return power1
	case len(t.parts) > 1:
		return mixed
	}
	return indefinite
}

// absorbs reports whether the term ends in a hole, which stands for all factors
// that the others leave.
func (t termPattern) absorbs() bool { return t.vagueness() >= mixed }

// powerOfHole returns the exponent of a term that is a hole to an integer
// power, such as a^2, or 0.
func (t termPattern) powerOfHole() int64 {
	if len(t.parts) != 1 || t.parts[0].vagueness() != power1 || t.parts[0].sym != nil {
		return 0
	}
	n, ok := t.parts[0].exp.Int64()
	if !ok || n < 2 {
		return 0
	}
	return n
}
