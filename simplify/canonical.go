package simplify

import "github.com/gradcmp/gradcmp/expr"

// canonicalizer builds canonical expressions. In canonical form there are no
// negations, differences, quotients and no sqrt: those are coefficients and
// powers. A product has at most one number, its first factor, which is not 1;
// no factor of a product is a product and no term of a sum a sum, unless it
// is kept whole because it is shared.
type canonicalizer struct {
	g     *expr.Graph
	opts  Options
	order ordering
	raw   expr.Memo[expr.Expr] // the canonical form of each node of the input
	// undistributed is, for a node of the input that is a number times a sum,
	// just that, since raw has the number distributed: as a factor, 2*(x + 1)
	// is to be the same whether it is shared or not.
	undistributed expr.Memo[expr.Expr]
	loose         expr.Memo[bool] // nodes of the input to be merged into their only user

	nesting []uint8    // see nestedChoices
	stack   []gathered // of gather, kept for the next

	one       expr.Expr
	pole      expr.Expr // 1/0, which stands for all products with a negative power of 0
	undefined expr.Expr // 0/0, which stands for 0 times those
}

// canonical returns the canonical forms of the roots, and whether parts of them
// were kept whole because they are shared.
func canonical(opts Options, roots []expr.Expr) (forms []expr.Expr, kept bool) {
	c := newCanonicalizer(opts, roots)
	return c.run(roots), len(c.order.whole) > 0
}

func newCanonicalizer(opts Options, roots []expr.Expr) *canonicalizer {
	g := roots[0].Graph()
	zero := g.Int(0)
	pole := g.Pow(zero, g.Int(-1))
	return &canonicalizer{
		g: g, opts: opts,
		order: ordering{g: g, whole: map[expr.ID]expr.Expr{}},
		one:   g.Int(1), pole: pole, undefined: g.Mul(zero, pole),
	}
}

// run returns the canonical forms of the roots.
func (c *canonicalizer) run(roots []expr.Expr) []expr.Expr {
	ids := expr.Reach(roots...)
	c.raw, c.undistributed = expr.NewMemo[expr.Expr](ids), expr.NewMemo[expr.Expr](ids)
	shared := c.findShared(ids, roots)
	c.findLoose(ids, shared, roots)
	for _, id := range ids {
		if *c.loose.At(id) {
			continue
		}
		y := c.node(c.g.At(id))
		if *shared.At(id) {
			y = c.keep(y)
		}
		*c.raw.At(id) = y
	}
	out := make([]expr.Expr, len(roots))
	for i, r := range roots {
		out[i] = *c.raw.At(r.ID())
	}
	return out
}

// node returns the canonical form of a node of the input, whose arguments
// have theirs already.
func (c *canonicalizer) node(x expr.Expr) expr.Expr {
	switch x.Op() {
	case expr.OpNum:
		n, _ := x.Number()
		return c.num(n.Tidy())
	case expr.OpVar:
		return x
	case expr.OpAdd, expr.OpSub:
		return c.gatherSum(x)
	case expr.OpMul, expr.OpDiv:
		return c.gatherProduct(x)
	}
	args := make([]expr.Expr, x.NumArgs())
	for i, a := range x.ArgIDs() {
		args[i] = *c.raw.At(a)
	}
	return c.apply(x, args)
}

// apply returns the canonical form of the operation of x on canonical
// arguments.
func (c *canonicalizer) apply(x expr.Expr, args []expr.Expr) expr.Expr {
	switch x.Op() {
	case expr.OpNeg:
		return c.times(expr.Int(-1), args[0])
	case expr.OpAdd, expr.OpSub:
		s := c.newSum()
		for i, a := range args {
			s.add(a, sign(x.Op(), i))
		}
		return s.build()
	case expr.OpMul, expr.OpDiv:
		p := c.newProduct()
		for i, a := range args {
			p.multiply(a, sign(x.Op(), i))
		}
		return p.build()
	case expr.OpPow:
		return c.power(args[0], args[1])
	case expr.OpCmp:
		return c.compare(x.Relation(), args[0], args[1])
	case expr.OpSelect:
		return c.choose(args[0], args[1], args[2])
	default:
		return c.call(x.Func(), args)
	}
}

// mul returns the canonical product of canonical factors.
func (c *canonicalizer) mul(factors ...expr.Expr) expr.Expr {
	p := c.newProduct()
	for _, x := range factors {
		p.multiply(x, expr.Int(1))
	}
	return p.build()
}

func (c *canonicalizer) num(n expr.Number) expr.Expr { return c.g.Num(n) }

// isNumber reports whether x is the number n.
func isNumber(x expr.Expr, n int64) bool {
	v, ok := x.Number()
	return ok && v.Cmp(expr.Int(n)) == 0
}

// split parts a canonical expression into its coefficient and the rest, which
// is 1 for a number. What is kept whole is not parted.
func (c *canonicalizer) split(x expr.Expr) (expr.Number, expr.Expr) {
	if n, ok := x.Number(); ok {
		return n, c.one
	}
	if x.Op() == expr.OpMul && !c.order.isWhole(x.ID()) {
		if n, ok := x.Arg(0).Number(); ok && !n.IsZero() {
			return n, c.g.Mul(x.Args()[1:]...)
		}
	}
	return expr.Int(1), x
}

// times returns the canonical form of n*x. A number times a sum or a choice is
// distributed: 4*(2*x + 1) is 8*x + 4.
func (c *canonicalizer) times(n expr.Number, x expr.Expr) expr.Expr {
	coefficient, rest := c.split(x)
	if product := n.Mul(coefficient); product.Digits() <= expr.MaxDigits {
		n = product
	} else {
		return c.g.Mul(c.num(n), x)
	}
	switch {
	case rest == c.undefined, rest == c.pole && !n.IsZero():
		return rest
	case n.IsZero() && rest == c.pole:
		return c.undefined
	case n.IsZero():
		return c.g.Int(0)
	case n.IsOne():
		return rest
	case isNumber(rest, 1):
		return c.num(n)
	case rest.Op() == expr.OpAdd && !c.order.isWhole(rest.ID()):
		s := c.newSum()
		s.add(rest, n)
		return s.build()
	case rest.Op() == expr.OpSelect && c.nestedChoices(rest) <= deepestChoice:
		return c.choose(rest.Arg(0), c.times(n, rest.Arg(1)), c.times(n, rest.Arg(2)))
	case rest.Op() == expr.OpMul && !c.order.isWhole(rest.ID()):
		return c.g.Mul(append([]expr.Expr{c.num(n)}, rest.Args()...)...)
	}
	return c.g.Mul(c.num(n), rest)
}
