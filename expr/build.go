package expr

// The constructors below intern what they are told and change nothing: no
// folding, no reordering, no cancelling. All arguments must belong to the
// graph; a stranger is a programming error and panics.

// Num returns the number x.
func (g *Graph) Num(x Number) Expr { return Expr{g, g.internNumber(x)} }

// Int returns the integer n.
func (g *Graph) Int(n int64) Expr { return g.Num(Int(n)) }

// Var returns the variable with the given name.
func (g *Graph) Var(name string) Expr { return Expr{g, g.internName(name)} }

// Neg returns -x.
func (g *Graph) Neg(x Expr) Expr { return Expr{g, g.intern(OpNeg, 0, 0, g.own(x))} }

// Add returns the sum of the terms, added from the left. The sum of no terms
// is 0, of one term that term.
func (g *Graph) Add(terms ...Expr) Expr { return g.nary(OpAdd, 0, terms) }

// Mul returns the product of the factors, multiplied from the left. The
// product of no factors is 1, of one factor that factor.
func (g *Graph) Mul(factors ...Expr) Expr { return g.nary(OpMul, 1, factors) }

// Sub returns a - b.
func (g *Graph) Sub(a, b Expr) Expr { return Expr{g, g.intern(OpSub, 0, 0, g.own(a), g.own(b))} }

// Div returns a/b.
func (g *Graph) Div(a, b Expr) Expr { return Expr{g, g.intern(OpDiv, 0, 0, g.own(a), g.own(b))} }

// Pow returns base^exponent.
func (g *Graph) Pow(base, exponent Expr) Expr {
	return Expr{g, g.intern(OpPow, 0, 0, g.own(base), g.own(exponent))}
}

// Compare returns the comparison "a r b".
func (g *Graph) Compare(r Relation, a, b Expr) Expr {
	return Expr{g, g.intern(OpCmp, r, 0, g.own(a), g.own(b))}
}

// Select returns where(condition, a, b): a if the condition is not 0,
// otherwise b.
func (g *Graph) Select(condition, a, b Expr) Expr {
	return Expr{g, g.intern(OpSelect, 0, 0, g.own(condition), g.own(a), g.own(b))}
}

// Call returns fn of the arguments. It panics if fn does not take that many.
func (g *Graph) Call(fn Func, args ...Expr) Expr {
	if !fn.Accepts(len(args)) {
		panic("expr: wrong number of arguments for " + fn.Name())
	}
	return Expr{g, g.intern(OpCall, 0, fn, g.owned(args)...)}
}

// With returns the node x with other arguments in place of its own, of which
// there must be as many.
func (g *Graph) With(x Expr, args ...Expr) Expr {
	n := x.node()
	switch {
	case int(n.n) != len(args):
		panic("expr: With needs as many arguments as the node has")
	case n.op == OpNum:
		return g.Num(x.g.nums[n.first])
	case n.op == OpVar:
		return g.Var(x.g.names[n.first])
	}
	return Expr{g, g.intern(n.op, n.rel, n.fn, g.owned(args)...)}
}

func (g *Graph) nary(op Op, empty int64, args []Expr) Expr {
	switch len(args) {
	case 0:
		return g.Int(empty)
	case 1:
		return Expr{g, g.own(args[0])}
	}
	return Expr{g, g.intern(op, 0, 0, g.owned(args)...)}
}

// owned returns the ids of args, which the next call of owned overwrites.
func (g *Graph) owned(args []Expr) []ID {
	g.scratch = g.scratch[:0]
	for _, a := range args {
		g.scratch = append(g.scratch, g.own(a))
	}
	return g.scratch
}
