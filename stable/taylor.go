package stable

import (
	"github.com/gradcmp/gradcmp/expr"
)

// mostOrder is the highest degree of a Taylor polynomial.
const mostOrder = 40

// guard is how many terms more than those wanted a series starts from, since
// differences and quotients lose leading terms.
const guard = 12

// Series returns the Taylor polynomial of e in the variable x at center, of
// the given degree, in Horner's form in x - center. Its coefficients are exact:
// rational numbers times powers of sqrt(pi).
//
// It is false if e depends on other variables, or has no Taylor series at the
// center, as sqrt(x) at 0, or none with such coefficients, as exp(x) at 1, or if
// its coefficients are too long. Singularities that cancel, as in sin(x)/x, do
// no harm.
func Series(e, x expr.Expr, center expr.Number, order int) (expr.Expr, bool) {
	if order < 0 || order > mostOrder || x.Op() != expr.OpVar {
		return expr.Expr{}, false
	}
	at := newExpansion(e.Graph(), expr.Reach(e), x, center, order+guard)
	s := *at.series.At(e.ID())
	if !*at.known.At(e.ID()) || s.low < 0 || s.end() <= order {
		return expr.Expr{}, false
	}
	return horner(at.offset(), powerSeries{s.low, s.c[:max(0, order+1-s.low)]}), true
}

// offset returns y = x - center as an expression.
func (e *expansion) offset() expr.Expr {
	terms := []monomial{monomialOf(e.x)}
	if !e.center.isZero() {
		terms = append(terms, e.center.neg().monomial(e.g))
	}
	return buildSum(e.g, terms)
}

// horner writes the polynomial s in y in Horner's form, its signs outside of the
// parentheses: y^2*(1/2 - y^2*(1/24 - y^2/720)).
func horner(y expr.Expr, s powerSeries) expr.Expr {
	g := y.Graph()
	var inner monomial // what stands in the parentheses, with its sign
	above := 0         // the power of y that it belongs to
	for n := s.end() - 1; n >= s.low; n-- {
		c := s.at(n)
		if c.isZero() {
			continue
		}
		head := c.monomial(g)
		if above > 0 {
			terms := []monomial{head, inner.shifted(y, above-n)}
			sign := constant(expr.Int(int64(head.coef.Sign())))
			for i := range terms {
				terms[i] = terms[i].product(sign, 1)
			}
			head = sign.product(monomialOf(buildSum(g, terms)), 1)
		}
		inner, above = head, n
	}
	return inner.shifted(y, above).build(g)
}

// shifted returns m*y^n, the power in front.
func (m monomial) shifted(y expr.Expr, n int) monomial {
	if n == 0 {
		return m
	}
	front := monomial{expr.Int(1), []factor{{base: y, exp: expr.Int(int64(n))}}}
	return front.product(m, 1)
}
