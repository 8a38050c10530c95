package claim

import (
	"fmt"

	"github.com/gradcmp/gradcmp/expr"
)

// slip is a mistake in one step of the chain rule. The tables of slips say what
// the step then contributes in place of adjoint*partial*inner.
type slip struct {
	kind Kind
	// instead returns partial*inner as the slip has it, and the factor that went
	// missing or astray, if there is one; an invalid expression where the slip
	// cannot happen.
	instead func(e *edge) (wrong, factor expr.Expr)
	// text says what happened, with %[1]s for the factor and %[2]s for the right
	// term.
	text string
}

var none = expr.Expr{}

// slips are the mistakes that are tried at every edge, in the order in which
// they are preferred.
var slips = []slip{
	{ChainFactor, noInner, "the chain factor %[1]s is missing from the term %[2]s"},
	{ChainFactor, noInnerNumber, "the numeric chain factor %[1]s is missing from the term %[2]s"},
	{ProductTerm, only(zeroTerm, expr.OpMul), "the product rule's term %[2]s is missing"},
	{QuotientTerm, only(zeroTerm, expr.OpDiv), "the quotient rule's term %[2]s is missing"},
	{NoProductRule, only(factorByFactor, expr.OpMul, expr.OpDiv), "the parts of %[1]s are derived one by one, without the rule for it"},
	{MissingTerm, only(zeroTerm, expr.OpPow, expr.OpCall), "the term %[2]s is missing"},
	{Exponent, exponentKept, "the exponent is not lowered by 1: the right term is %[2]s, the claim has it times %[1]s"},
	{Exponent, exponentRaised, "the exponent is raised by 1, not lowered: the right term is %[2]s, the claim has it times %[1]s"},
	{ExponentFactor, noExponent, "the exponent %[1]s is not brought down as a factor of the term %[2]s"},
	{LogBase, baseOfLogarithm, "the base of the logarithm is wrong: the term %[2]s is off by the factor %[1]s"},
	{LogBase, baseOfPower, "the factor %[1]s, from the base of the power, is missing from the term %[2]s"},
	{LogBase, naturalAs(10), "the natural logarithm is taken for that to base 10: the term %[2]s is off by the factor %[1]s"},
	{LogBase, naturalAs(2), "the natural logarithm is taken for that to base 2: the term %[2]s is off by the factor %[1]s"},
	{Degrees, degrees, "angles are taken in degrees: the term %[2]s is off by the factor %[1]s"},
	{Denominator, notSquared, "the denominator %[1]s is not squared in the term %[2]s"},
	{OuterFunction, outerKept, "the outer function is not derived in the term %[2]s"},
	{MissingTerm, only(zeroTerm, expr.OpAdd, expr.OpSub), "the term %[2]s is missing"},
	{TermSign, opposite, "the sign of the term %[2]s is wrong"},
}

// only restricts a slip to nodes of some operations of which more than one
// argument depends on the variable.
func only(instead func(*edge) (expr.Expr, expr.Expr), ops ...expr.Op) func(*edge) (expr.Expr, expr.Expr) {
	return func(e *edge) (expr.Expr, expr.Expr) {
		for _, op := range ops {
			if e.node.Op() == op && e.depending > 1 {
				return instead(e)
			}
		}
		return none, none
	}
}

func zeroTerm(e *edge) (expr.Expr, expr.Expr) { return e.node.Graph().Int(0), none }

// factorByFactor derives the parts of a product or quotient, each by itself. All
// edges of the node are wrong then; the first takes the others along.
func factorByFactor(e *edge) (expr.Expr, expr.Expr) {
	positions := e.from.arguments(e.node)
	if e.i != positions[0] {
		return none, none
	}
	g, parts := e.node.Graph(), e.node.Args()
	for _, i := range positions {
		parts[i] = e.from.inner[parts[i].ID()]
	}
	others := g.Sub(e.from.inner[e.node.ID()], times(e.partial, e.inner))
	return g.Sub(g.With(e.node, parts...), others), e.node
}

func opposite(e *edge) (expr.Expr, expr.Expr) {
	return e.node.Graph().Neg(times(e.partial, e.inner)), none
}

// isChain reports whether the chain rule is at work: an operation that is not
// linear, on more than the variable itself.
func isChain(e *edge) bool {
	switch e.node.Op() {
	case expr.OpCall, expr.OpPow:
		return true
	case expr.OpDiv:
		return e.i == 1
	}
	return false
}

func noInner(e *edge) (expr.Expr, expr.Expr) {
	if !isChain(e) || e.inner == e.node.Graph().Int(1) {
		return none, none
	}
	return e.partial, e.inner
}

// noInnerNumber forgets the numeric factor of the inner derivative alone: x of
// 2*x is kept.
func noInnerNumber(e *edge) (expr.Expr, expr.Expr) {
	if !isChain(e) || e.inner.Op() != expr.OpMul {
		return none, none
	}
	n, ok := e.inner.Arg(0).Number()
	if !ok {
		return none, none
	}
	g := e.node.Graph()
	return times(e.partial, g.Mul(e.inner.Args()[1:]...)), g.Num(n)
}

// isPower reports whether the edge goes from a power to its base, with an
// exponent that does not depend on the variable.
func isPower(e *edge) bool { return e.node.Op() == expr.OpPow && e.i == 0 && e.depending == 1 }

func exponentKept(e *edge) (expr.Expr, expr.Expr) {
	if !isPower(e) {
		return none, none
	}
	return times(e.partial, e.arg, e.inner), e.arg
}

func exponentRaised(e *edge) (expr.Expr, expr.Expr) {
	if !isPower(e) {
		return none, none
	}
	squared := e.node.Graph().Pow(e.arg, e.node.Graph().Int(2))
	return times(e.partial, squared, e.inner), squared
}

func noExponent(e *edge) (expr.Expr, expr.Expr) {
	if !isPower(e) {
		return none, none
	}
	n := e.node.Arg(1)
	return e.node.Graph().Div(times(e.partial, e.inner), n), n
}

// logBases are the logarithms that have a base other than e.
var logBases = map[expr.Func]int64{expr.Log2: 2, expr.Log10: 10}

func baseOfLogarithm(e *edge) (expr.Expr, expr.Expr) {
	base, ok := logBases[e.node.Func()]
	if e.node.Op() != expr.OpCall || !ok {
		return none, none
	}
	g := e.node.Graph()
	factor := g.Call(expr.Log, g.Int(base))
	return times(e.partial, factor, e.inner), factor
}

func naturalAs(base int64) func(e *edge) (expr.Expr, expr.Expr) {
	return func(e *edge) (expr.Expr, expr.Expr) {
		if !e.node.IsCall(expr.Log) && !e.node.IsCall(expr.Log1p) {
			return none, none
		}
		g := e.node.Graph()
		factor := g.Div(g.Int(1), g.Call(expr.Log, g.Int(base)))
		return times(e.partial, factor, e.inner), factor
	}
}

// baseOfPower forgets the logarithm of the base of a^x.
func baseOfPower(e *edge) (expr.Expr, expr.Expr) {
	if e.node.Op() != expr.OpPow || e.i != 1 || e.depending != 1 {
		return none, none
	}
	return times(e.node, e.inner), e.node.Graph().Call(expr.Log, e.node.Arg(0))
}

// angles tells functions of an angle (1) and those that give one (-1).
var angles = map[expr.Func]int{
	expr.Sin: 1, expr.Cos: 1, expr.Tan: 1, expr.Sec: 1, expr.Csc: 1, expr.Cot: 1,
	expr.Asin: -1, expr.Acos: -1, expr.Atan: -1, expr.Asec: -1, expr.Acsc: -1, expr.Acot: -1, expr.Atan2: -1,
}

// degree returns pi/180 for a function of an angle, 180/pi for one that gives
// an angle, and an invalid expression for any other node.
func degree(x expr.Expr) expr.Expr {
	g := x.Graph()
	if x.Op() != expr.OpCall {
		return none
	}
	pi, half := g.Call(expr.Pi), g.Int(180)
	switch angles[x.Func()] {
	case 1:
		return g.Div(pi, half)
	case -1:
		return g.Div(half, pi)
	}
	return none
}

func degrees(e *edge) (expr.Expr, expr.Expr) {
	factor := degree(e.node)
	if factor == none {
		return none, none
	}
	return times(e.partial, factor, e.inner), factor
}

func notSquared(e *edge) (expr.Expr, expr.Expr) {
	if e.node.Op() != expr.OpDiv || e.i != 1 {
		return none, none
	}
	return times(e.partial, e.arg, e.inner), e.arg
}

func outerKept(e *edge) (expr.Expr, expr.Expr) {
	if e.node.Op() != expr.OpCall || e.node.NumArgs() != 1 {
		return none, none
	}
	return times(e.node, e.inner), none
}

// slipped lists the derivatives that a slip at one edge of a subject gives.
func slipped(s subject, all []edge) []candidate {
	g := s.right.Graph()
	var list []candidate
	for _, row := range slips {
		for i := range all {
			e := &all[i]
			wrong, factor := row.instead(e)
			if wrong == none {
				continue
			}
			term := e.term()
			complete := func(d *Diagnosis) {
				d.Term = show(tidy(term))
				if factor != none {
					d.Factor = show(tidy(factor))
				}
				d.Text = quote(row.text, *d)
			}
			list = append(list, candidate{
				diagnosis: Diagnosis{Kind: row.kind}, complete: complete,
				formula: g.Add(g.Sub(s.right, term), times(e.adjoint, wrong)),
			})
		}
	}
	return list
}

// quote fills in the text of a diagnosis, which may leave out either part.
func quote(text string, d Diagnosis) string {
	return fmt.Sprintf(text+"%.0[1]s%.0[2]s", d.Factor, d.Term)
}
