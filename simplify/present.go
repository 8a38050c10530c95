package simplify

import "github.com/gradcmp/gradcmp/expr"

// presenter writes canonical expressions the way people do.
type presenter struct {
	g     *expr.Graph
	image expr.Memo[expr.Expr]
}

// present returns the canonical roots as people write them.
func present(roots []expr.Expr) []expr.Expr {
	ids := expr.Reach(roots...)
	p := &presenter{g: roots[0].Graph(), image: expr.NewMemo[expr.Expr](ids)}
	for _, id := range ids {
		*p.image.At(id) = p.node(p.g.At(id))
	}
	out := make([]expr.Expr, len(roots))
	for i, r := range roots {
		out[i] = p.of(r)
	}
	return out
}

// of returns the presentation of a node that has been visited.
func (p *presenter) of(x expr.Expr) expr.Expr { return *p.image.At(x.ID()) }

func (p *presenter) node(x expr.Expr) expr.Expr {
	switch x.Op() {
	case expr.OpNum:
		n, _ := x.Number()
		return p.signed(n, nil)
	case expr.OpVar:
		return x
	case expr.OpAdd:
		return p.sum(x)
	case expr.OpMul:
		n, factors := coefficient(x)
		return p.signed(n, factors)
	case expr.OpPow:
		return p.signed(expr.Int(1), []expr.ID{x.ID()})
	}
	args := make([]expr.Expr, x.NumArgs())
	for i, a := range x.ArgIDs() {
		args[i] = *p.image.At(a)
	}
	return p.g.With(x, args...)
}

// coefficient parts a term into its coefficient and its other factors.
func coefficient(x expr.Expr) (expr.Number, []expr.ID) {
	if n, ok := x.Number(); ok {
		return n, nil
	}
	if x.Op() == expr.OpMul {
		if n, ok := x.Arg(0).Number(); ok {
			return n, x.ArgIDs()[1:]
		}
		return expr.Int(1), x.ArgIDs()
	}
	return expr.Int(1), []expr.ID{x.ID()}
}

// signed writes n times the factors, with a leading minus if n is negative.
func (p *presenter) signed(n expr.Number, factors []expr.ID) expr.Expr {
	if n.Sign() < 0 {
		return p.g.Neg(p.quotient(n.Neg(), factors))
	}
	return p.quotient(n, factors)
}

// quotient writes n times the factors, n not negative, over a common line:
// negative powers and the denominator of n go below it.
func (p *presenter) quotient(n expr.Number, factors []expr.ID) expr.Expr {
	var above, below []expr.Expr
	numerator, denominator := n, expr.Int(1)
	if !n.IsInt() && !n.IsDecimal() {
		r := n.Rat()
		numerator = expr.FromRat(r.SetInt(r.Num()))
		r = n.Rat()
		denominator = expr.FromRat(r.SetInt(r.Denom()))
	}
	if !numerator.IsOne() {
		above = append(above, p.g.Num(numerator))
	}
	if !denominator.IsOne() {
		below = append(below, p.g.Num(denominator))
	}
	for _, id := range factors {
		x := p.g.At(id)
		if x.Op() != expr.OpPow {
			above = append(above, p.of(x))
			continue
		}
		base, exponent := p.of(x.Arg(0)), p.of(x.Arg(1))
		if e, ok := x.Arg(1).Number(); ok {
			if e.Sign() < 0 {
				below = append(below, p.power(base, e.Neg()))
				continue
			}
			above = append(above, p.power(base, e))
			continue
		}
		above = append(above, p.g.Pow(base, exponent))
	}
	if len(below) == 0 {
		return p.g.Mul(above...)
	}
	return p.g.Div(p.g.Mul(above...), p.g.Mul(below...))
}

// power writes base^e for e > 0.
func (p *presenter) power(base expr.Expr, e expr.Number) expr.Expr {
	switch {
	case e.IsOne():
		return base
	case e.Cmp(expr.Frac(1, 2)) == 0:
		return p.g.Call(expr.Sqrt, base)
	}
	return p.g.Pow(base, p.signed(e, nil))
}

// sum writes terms one after the other, negative ones subtracted. Of two
// terms, a positive one comes first: 1 - x rather than -x + 1.
func (p *presenter) sum(x expr.Expr) expr.Expr {
	terms := x.Args()
	if len(terms) == 2 {
		first, _ := coefficient(terms[0])
		second, _ := coefficient(terms[1])
		if first.Sign() < 0 && second.Sign() > 0 {
			terms[0], terms[1] = terms[1], terms[0]
		}
	}
	if common, ok := commonFraction(x); ok {
		return p.fraction(terms, common)
	}
	return p.chain(terms, expr.Int(1))
}

// chain writes the sum of scale times the terms, scale positive.
func (p *presenter) chain(terms []expr.Expr, scale expr.Number) expr.Expr {
	var run []expr.Expr // terms added since the last one subtracted
	for i, t := range terms {
		n, factors := coefficient(t)
		n = n.Mul(scale)
		if n.Sign() < 0 && i > 0 {
			run = []expr.Expr{p.g.Sub(p.g.Add(run...), p.quotient(n.Neg(), factors))}
			continue
		}
		run = append(run, p.signed(n, factors))
	}
	return p.g.Add(run...)
}

// commonFraction returns the size of the coefficients if it is the same proper
// fraction for all terms.
func commonFraction(sum expr.Expr) (expr.Number, bool) {
	terms := sum.ArgIDs()
	first, _ := coefficient(sum.Arg(0))
	size := first.Abs()
	if size.IsInt() || size.IsDecimal() {
		return size, false
	}
	for _, t := range terms[1:] {
		if n, _ := coefficient(sum.Graph().At(t)); n.Abs().Cmp(size) != 0 {
			return size, false
		}
	}
	return size, true
}

// fraction writes terms of the same fractional size over one denominator:
// (x + y)/2 rather than x/2 + y/2.
func (p *presenter) fraction(terms []expr.Expr, size expr.Number) expr.Expr {
	sum := p.chain(terms, size.Inv())
	r := size.Rat()
	numerator := expr.FromRat(r.SetInt(r.Num()))
	r = size.Rat()
	denominator := p.g.Num(expr.FromRat(r.SetInt(r.Denom())))
	if !numerator.IsOne() {
		sum = p.g.Mul(p.g.Num(numerator), sum)
	}
	return p.g.Div(sum, denominator)
}
