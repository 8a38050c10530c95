package simplify

import "github.com/gradcmp/gradcmp/expr"

// power returns the canonical form of base^exponent.
func (c *canonicalizer) power(base, exponent expr.Expr) expr.Expr {
	n, ok := exponent.Number()
	switch {
	case ok && n.IsDecimal() && n.Cmp(expr.Frac(1, 2)) == 0:
		return c.power(base, c.num(expr.Frac(1, 2))) // x^0.5 is written, and meets, sqrt(x)
	case base == c.g.Call(expr.E):
		return c.call(expr.Exp, []expr.Expr{exponent})
	case !ok && base.IsCall(expr.Exp):
		return c.call(expr.Exp, []expr.Expr{c.mul(base.Arg(0), exponent)})
	case !ok && isNumber(base, 1), ok && n.IsZero():
		return c.g.Int(1)
	case !ok:
		return c.g.Pow(base, exponent)
	case n.IsOne():
		return base
	}
	if v, ok := base.Number(); ok {
		return c.numberPower(v, n)
	}
	if base.Op() == expr.OpSelect && c.nestedChoices(base) <= deepestChoice {
		return c.choose(base.Arg(0), c.power(base.Arg(1), exponent), c.power(base.Arg(2), exponent))
	}
	if n.IsInt() {
		return c.integerPower(base, n)
	}
	return c.fractionalPower(base, n)
}

// numberPower returns v^n, folded where the result is rational and not too
// long. Roots that are not are brought to exponents between 0 and 1:
// 1/sqrt(2) is sqrt(2)/2. All negative powers of 0 are one pole, 1/0.
func (c *canonicalizer) numberPower(v, n expr.Number) expr.Expr {
	if v.IsZero() && n.Sign() < 0 {
		return c.pole
	}
	asIs := c.g.Pow(c.num(v), c.num(n))
	if k, ok := n.Int64(); ok {
		if y, ok := v.Pow(k); ok {
			return c.num(y)
		}
		return asIs
	}
	r := n.Rat()
	if n.IsInt() || v.Sign() < 0 || !r.Denom().IsInt64() || !r.Num().IsInt64() {
		return asIs
	}
	if root, ok := v.Root(r.Denom().Int64()); ok {
		if y, ok := root.Pow(r.Num().Int64()); ok {
			return c.num(y)
		}
		return asIs
	}
	if v.IsDecimal() {
		return asIs
	}
	q := v.Rat()
	whole := expr.FromRat(r.SetInt(r.Num().Div(r.Num(), r.Denom()))) // floor: Euclidean division by a positive number
	k, _ := whole.Int64()
	p := c.newProduct()
	switch scale, ok := v.Pow(k); {
	case !ok:
		return asIs
	case !whole.IsZero():
		p.coefficient.multiply(scale)
		p.raise(c.num(v), n.Sub(whole), expr.Expr{})
	case !q.IsInt():
		p.raise(c.num(expr.FromRat(q.SetInt(q.Num()))), n, expr.Expr{})
		p.raise(c.num(expr.FromRat(v.Rat().SetInt(v.Rat().Denom()))), n.Neg(), expr.Expr{})
	default:
		return asIs
	}
	return p.build()
}

// integerPower returns base^n for an integer n other than 0 and 1 and a base
// that is no number. (x*y)^n is x^n*y^n and (x^a)^n is x^(a*n) wherever the
// left side is defined.
func (c *canonicalizer) integerPower(base expr.Expr, n expr.Number) expr.Expr {
	switch {
	case base.Op() == expr.OpMul && !c.order.isWhole(base.ID()):
		p := c.newProduct()
		for _, x := range base.Args() {
			if v, ok := x.Number(); ok {
				p.multiply(c.numberPower(v, n), expr.Int(1))
				continue
			}
			p.multiply(x, n)
		}
		return p.build()
	case base.Op() == expr.OpAdd:
		if size, rest, ok := c.content(base); ok {
			return c.mul(c.numberPower(size, n), c.g.Pow(rest, c.num(n)))
		}
	case base.Op() == expr.OpPow:
		return c.power(base.Arg(0), c.times(n, base.Arg(1)))
	case base.IsCall(expr.Exp) && (n.Sign() < 0 || countTerms(base.Arg(0)) == 1):
		return c.call(expr.Exp, []expr.Expr{c.times(n, base.Arg(0))})
	case base.IsCall(expr.Abs) && isEven(n):
		return c.power(base.Arg(0), c.num(n))
	case (base.IsCall(expr.Hypot) || base.IsCall(expr.Norm)) && isEven(n):
		return c.power(c.sumOfSquares(base.Args()), c.num(n.Mul(expr.Frac(1, 2))))
	}
	return c.g.Pow(base, c.num(n))
}

func (c *canonicalizer) sumOfSquares(terms []expr.Expr) expr.Expr {
	s := c.newSum()
	for _, x := range terms {
		s.add(c.power(x, c.g.Int(2)), expr.Int(1))
	}
	return s.build()
}

// fractionalPower returns base^n for an n that is no integer and a base that
// is no number. Only rewrites that hold for all real values are made:
// (x^2)^(1/2) is abs(x), and (x*y)^(1/2) stays as it is.
func (c *canonicalizer) fractionalPower(base expr.Expr, n expr.Number) expr.Expr {
	switch base.Op() {
	case expr.OpMul:
		if v, rest := c.split(base); v.Sign() > 0 && !v.IsOne() {
			if root, ok := c.numberPower(v, n).Number(); ok {
				return c.times(root, c.power(rest, c.num(n)))
			}
		}
	case expr.OpPow:
		m, ok := base.Arg(1).Number()
		if !ok {
			break
		}
		if isEven(m) {
			return c.power(c.call(expr.Abs, []expr.Expr{base.Arg(0)}), c.num(m.Mul(n)))
		}
		if !m.IsInt() {
			return c.power(base.Arg(0), c.num(m.Mul(n)))
		}
	case expr.OpCall:
		if base.Func() == expr.Exp {
			return c.call(expr.Exp, []expr.Expr{c.times(n, base.Arg(0))})
		}
	}
	return c.g.Pow(base, c.num(n))
}

func isEven(n expr.Number) bool {
	return n.IsInt() && n.Mul(expr.Frac(1, 2)).IsInt()
}
