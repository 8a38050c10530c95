package stable

import "github.com/gradcmp/gradcmp/expr"

// widest is the longest sum or product that is taken apart; a longer one is
// seen as a whole.
const widest = 128

// factor is base^exp, or base^sym if sym is valid.
type factor struct {
	base expr.Expr
	exp  expr.Number
	sym  expr.Expr
}

// monomial is a number times factors: how any expression looks as a term of a
// sum. Quotients are negative exponents, roots are halves.
type monomial struct {
	coef    expr.Number
	factors []factor
}

// constant returns the monomial n.
func constant(n expr.Number) monomial { return monomial{coef: n} }

// monomialOf returns x as a monomial. Its factors stand in the order of
// writing, like powers collected.
func monomialOf(x expr.Expr) monomial {
	type part struct {
		x       expr.Expr
		inverse bool
	}
	g := x.Graph()
	m := constant(expr.Int(1))
	todo := []part{{x, false}}
	for steps := 0; len(todo) > 0; steps++ {
		p := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if steps > 4*widest || len(m.factors) > widest {
			return monomial{coef: expr.Int(1), factors: []factor{{base: x, exp: expr.Int(1)}}}
		}
		side := int64(1)
		if p.inverse {
			side = -1
		}
		y := p.x
		switch y.Op() {
		case expr.OpNum:
			n, _ := y.Number()
			if power, ok := n.Pow(side); ok {
				m.coef = m.coef.Mul(power)
			} else {
				m.multiply(factor{base: y, exp: expr.Int(side)})
			}
		case expr.OpNeg:
			m.coef = m.coef.Neg()
			todo = append(todo, part{y.Arg(0), p.inverse})
		case expr.OpMul:
			for i := y.NumArgs() - 1; i >= 0; i-- {
				todo = append(todo, part{y.Arg(i), p.inverse})
			}
		case expr.OpDiv:
			todo = append(todo, part{y.Arg(1), !p.inverse}, part{y.Arg(0), p.inverse})
		case expr.OpPow:
			base, e := y.Arg(0), y.Arg(1)
			n, numeric := e.Number()
			if numeric && (n.IsOne() || n.Neg().IsOne()) {
				todo = append(todo, part{base, p.inverse != n.Neg().IsOne()})
				continue
			}
			m.multiply(powerFactor(g, base, e, expr.Int(side), &m.coef))
		default:
			m.multiply(powerFactor(g, y, g.Int(1), expr.Int(side), &m.coef))
		}
	}
	return m
}

// powerFactor returns base^(e*side) as a factor. Exponentials are brought to the
// form exp(u), roots to exponents of their argument; integer powers of numbers
// go into the coefficient.
func powerFactor(g *expr.Graph, base, e expr.Expr, side expr.Number, coef *expr.Number) factor {
	one := expr.Int(1)
	n, numeric := e.Number()
	n = n.Mul(side)
	switch {
	case base.IsCall(expr.Exp) && numeric:
		return factor{base: g.Call(expr.Exp, times(n, base.Arg(0))), exp: one}
	case base.IsCall(expr.E):
		return factor{base: g.Call(expr.Exp, times(side, e)), exp: one}
	case base.IsCall(expr.Sqrt) && numeric && n.IsInt():
		return factor{base: base.Arg(0), exp: n.Mul(expr.Frac(1, 2))}
	case !numeric:
		return factor{base: base, sym: times(side, e)}
	}
	if b, ok := base.Number(); ok && n.IsInt() {
		if k, small := n.Int64(); small {
			if power, ok := b.Pow(k); ok {
				*coef = coef.Mul(power)
				return factor{}
			}
		}
	}
	return factor{base: base, exp: n}
}

// times returns n*x, written without a needless sign or coefficient.
func times(n expr.Number, x expr.Expr) expr.Expr {
	if n.IsOne() {
		return x
	}
	m := monomialOf(x)
	m.coef = m.coef.Mul(n)
	return m.build(x.Graph())
}

// multiply multiplies by f; the zero factor is 1.
func (m *monomial) multiply(f factor) {
	if !f.base.IsValid() {
		return
	}
	for i := range m.factors {
		have := &m.factors[i]
		if have.base == f.base && !have.sym.IsValid() && !f.sym.IsValid() {
			have.exp = have.exp.Add(f.exp)
			if have.exp.IsZero() {
				m.factors = append(m.factors[:i:i], m.factors[i+1:]...)
			}
			return
		}
	}
	m.factors = append(m.factors, f)
}

// product returns m*o^side, where side is 1 or -1 and o not 0.
func (m monomial) product(o monomial, side int64) monomial {
	power, _ := o.coef.Pow(side)
	out := monomial{m.coef.Mul(power), append([]factor(nil), m.factors...)}
	for _, f := range o.factors {
		switch {
		case side > 0:
		case f.sym.IsValid():
			f.sym = times(expr.Int(-1), f.sym)
		default:
			f.exp = f.exp.Neg()
		}
		out.multiply(f)
	}
	return out
}

// root returns the n-th root of the monomial, n = 2, 3, …, if it is one of a
// rational coefficient and of even powers, or with n odd of any sign.
func (m monomial) root(n int64) (monomial, bool) {
	c, negative := m.coef, m.coef.Sign() < 0
	if negative && n%2 == 0 || c.IsZero() {
		return monomial{}, false
	}
	c, ok := c.Abs().Root(n)
	if !ok {
		return monomial{}, false
	}
	if negative {
		c = c.Neg()
	}
	out := constant(c)
	for _, f := range m.factors {
		e := f.exp.Mul(expr.Frac(1, n))
		if f.sym.IsValid() || !e.IsInt() {
			return monomial{}, false
		}
		out.factors = append(out.factors, factor{base: f.base, exp: e})
	}
	return out, true
}

// isOne reports whether the monomial is 1.
func (m monomial) isOne() bool { return len(m.factors) == 0 && m.coef.IsOne() }

// sole returns the only factor of a monomial without coefficient and exponent.
func (m monomial) sole() (expr.Expr, bool) {
	if len(m.factors) == 1 && m.coef.IsOne() && !m.factors[0].sym.IsValid() && m.factors[0].exp.IsOne() {
		return m.factors[0].base, true
	}
	return expr.Expr{}, false
}

// isSum reports whether x is a sum or difference.
func isSum(x expr.Expr) bool { return x.Op() == expr.OpAdd || x.Op() == expr.OpSub }

// isProduct reports whether x is a product, quotient or negation.
func isProduct(x expr.Expr) bool {
	return x.Op() == expr.OpMul || x.Op() == expr.OpDiv || x.Op() == expr.OpNeg
}

// termsOf returns the terms of x in the order of writing: sums in sums are
// flattened and numbers distributed. An expression that is no sum is its only
// term.
func termsOf(x expr.Expr) []monomial {
	type part struct {
		x expr.Expr
		n expr.Number
	}
	var terms []monomial
	todo := []part{{x, expr.Int(1)}}
	for steps := 0; len(todo) > 0; steps++ {
		p := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if steps > 4*widest || len(terms) > widest {
			return []monomial{monomialOf(x)}
		}
		switch p.x.Op() {
		case expr.OpAdd:
			for i := p.x.NumArgs() - 1; i >= 0; i-- {
				todo = append(todo, part{p.x.Arg(i), p.n})
			}
		case expr.OpSub:
			todo = append(todo, part{p.x.Arg(1), p.n.Neg()}, part{p.x.Arg(0), p.n})
		case expr.OpNeg:
			todo = append(todo, part{p.x.Arg(0), p.n.Neg()})
		default:
			m := monomialOf(p.x)
			n := m.coef.Mul(p.n)
			m.coef = expr.Int(1)
			if inner, ok := m.sole(); ok && isSum(inner) {
				todo = append(todo, part{inner, n})
				continue
			}
			m.coef = n
			if !n.IsZero() {
				terms = append(terms, m)
			}
		}
	}
	return terms
}
