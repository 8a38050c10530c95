package simplify

import (
	"slices"

	"github.com/gradcmp/gradcmp/expr"
)

// product collects like powers.
type product struct {
	c           *canonicalizer
	coefficient tally
	factors     []factor
	index       index // of the factors by their base

	// undistributed is the built product if that is a number times a sum, into
	// which build distributes the number.
	undistributed expr.Expr
}

// factor is a base to the power exponent plus the sum of symbolic.
type factor struct {
	base     expr.Expr
	exponent expr.Number
	decimal  bool // whether a decimal went into the exponent
	symbolic []expr.Expr
}

func (c *canonicalizer) newProduct() *product {
	return &product{c: c, coefficient: tally{total: expr.Int(1)}}
}

// multiply multiplies by x^n for a canonical x and an integer n.
func (p *product) multiply(x expr.Expr, n expr.Number) {
	if x.Op() == expr.OpMul && !p.c.order.isWhole(x.ID()) {
		for _, a := range x.Args() {
			p.multiplyFactor(a, n)
		}
		return
	}
	p.multiplyFactor(x, n)
}

func (p *product) multiplyFactor(x expr.Expr, n expr.Number) {
	if v, ok := x.Number(); ok {
		if n.IsOne() {
			p.coefficient.multiply(v)
		} else if power, ok := p.c.numberPower(v, n).Number(); ok {
			p.coefficient.multiply(power)
		} else {
			p.raise(x, n, expr.Expr{})
		}
		return
	}
	if size, rest, ok := p.c.content(x); ok {
		k, _ := n.Int64()
		if power, ok := size.Pow(k); ok {
			p.coefficient.multiply(power)
			x = rest
		}
	}
	if x.Op() == expr.OpPow {
		if m, ok := x.Arg(1).Number(); ok {
			p.raise(x.Arg(0), m.Mul(n), expr.Expr{})
		} else {
			p.raise(x.Arg(0), expr.Number{}, p.c.times(n, x.Arg(1)))
		}
		return
	}
	p.raise(x, n, expr.Expr{})
}

// raise multiplies by base^(exponent + symbolic), where symbolic may be
// absent.
func (p *product) raise(base expr.Expr, exponent expr.Number, symbolic expr.Expr) {
	i, ok := p.index.find(base.ID())
	if !ok {
		i = len(p.factors)
		p.index.add(base.ID())
		p.factors = append(p.factors, factor{base: base})
	}
	f := &p.factors[i]
	f.exponent = f.exponent.Add(exponent)
	f.decimal = f.decimal || exponent.IsDecimal()
	if symbolic.IsValid() {
		f.symbolic = append(f.symbolic, symbolic)
	}
}

// build returns the canonical product.
func (p *product) build() expr.Expr {
	switch zero := p.coefficient.hasZero(); {
	case zero && p.hasPole():
		return p.c.undefined
	case p.hasPole():
		return p.c.pole
	case zero:
		return p.c.g.Int(0)
	}
	p.mergeNegated()
	p.mergeExponentials()
	powers, settled := p.powers()
	if !settled {
		again := p.c.newProduct()
		for _, n := range p.coefficient.product() {
			again.coefficient.multiply(n)
		}
		for _, x := range powers {
			again.multiply(x, expr.Int(1))
		}
		y := again.build()
		p.undistributed = again.undistributed
		return y
	}
	if x, ok := p.absorb(powers); ok {
		return x
	}
	slices.SortStableFunc(powers, p.c.order.factors)
	rest := p.c.g.Mul(powers...)
	numbers := p.coefficient.product()
	if len(numbers) > 1 {
		return p.unfolded(numbers, powers)
	}
	if rest.Op() == expr.OpAdd && !numbers[0].IsOne() {
		p.undistributed = p.c.g.Mul(p.c.num(numbers[0]), rest)
	}
	return p.c.times(numbers[0], rest)
}

// unfolded returns a product with several numbers, whose product is too long.
func (p *product) unfolded(numbers []expr.Number, powers []expr.Expr) expr.Expr {
	factors, sign := make([]expr.Expr, len(numbers)), 1
	for i, n := range numbers {
		factors[i] = p.c.num(n.Abs())
		sign *= n.Sign()
	}
	slices.SortStableFunc(factors, p.c.order.structure)
	return p.c.times(expr.Int(int64(sign)), p.c.g.Mul(append(factors, powers...)...))
}

// hasPole reports whether a factor is a negative power of 0.
func (p *product) hasPole() bool {
	i, ok := p.index.find(p.c.pole.ArgIDs()[0])
	return ok && p.factors[i].exponent.Sign() < 0 && len(p.factors[i].symbolic) == 0
}

// powers returns the factors as powers. They are settled if each is the power
// it was collected as, so that collecting them again would change nothing:
// abs(x)^2 is not, since it is x^2, which may meet another power of x.
func (p *product) powers() (powers []expr.Expr, settled bool) {
	settled = true
	powers = make([]expr.Expr, 0, len(p.factors))
	for i := range p.factors {
		f := &p.factors[i]
		if f.exponent.IsZero() && len(f.symbolic) == 0 {
			continue
		}
		e := p.exponent(f)
		x := p.c.power(f.base, e)
		if v, ok := x.Number(); ok {
			p.coefficient.multiply(v)
			settled = settled && !v.IsZero()
			continue
		}
		powers = append(powers, x)
		settled = settled && x != p.c.pole && (x == f.base && p.c.isFactor(x) || x != f.base && x == p.c.g.Pow(f.base, e))
	}
	return powers, settled
}

// exponent returns the exponent of a factor.
func (p *product) exponent(f *factor) expr.Expr {
	if f.decimal {
		f.exponent = asDecimal(f.exponent)
	}
	e := p.c.num(f.exponent)
	if len(f.symbolic) == 0 {
		return e
	}
	sum := p.c.newSum()
	sum.add(e, expr.Int(1))
	for _, s := range f.symbolic {
		sum.add(s, expr.Int(1))
	}
	return sum.build()
}

// isFactor reports whether x stands in a product as it is, without being taken
// apart.
func (c *canonicalizer) isFactor(x expr.Expr) bool {
	switch x.Op() {
	case expr.OpMul:
		return c.order.isWhole(x.ID())
	case expr.OpPow:
		return false
	case expr.OpAdd:
		_, _, parted := c.content(x)
		return !parted
	}
	return true
}
