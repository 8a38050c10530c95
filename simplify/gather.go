package simplify

import "github.com/gradcmp/gradcmp/expr"

// isFlat reports whether x is of an operation that merges with itself.
func isFlat(x expr.Expr) bool { return x.Op() == expr.OpAdd || x.Op() == expr.OpMul }

// family groups the operations that merge with each other: sums with
// differences, products with quotients. A negation merges with either.
func family(op expr.Op) expr.Op {
	switch op {
	case expr.OpSub:
		return expr.OpAdd
	case expr.OpDiv:
		return expr.OpMul
	}
	return op
}

// findLoose marks the nodes that have one user, of the same family. They get
// no canonical form of their own: the user gathers their terms or factors
// directly, so that a long left-deep chain is collected once and not once for
// each of its links.
func (c *canonicalizer) findLoose(ids []expr.ID, shared expr.Memo[bool], roots []expr.Expr) {
	c.loose = expr.NewMemo[bool](ids)
	for _, id := range ids {
		x := c.g.At(id)
		fam := family(x.Op())
		if fam != expr.OpAdd && fam != expr.OpMul {
			continue
		}
		for _, a := range x.ArgIDs() {
			*c.loose.At(a) = !*shared.At(a) && family(c.g.At(a).Op()) == fam
		}
	}
	for _, r := range roots {
		*c.loose.At(r.ID()) = false
	}
}

// sign is the coefficient of a term, or the exponent of a factor, at
// position i of its operation: -1 for what is subtracted or divided by.
func sign(op expr.Op, i int) expr.Number {
	if i == 1 && (op == expr.OpSub || op == expr.OpDiv) {
		return expr.Int(-1)
	}
	return expr.Int(1)
}

// gathered is a node of the input on its way into a sum or product.
type gathered struct {
	id   expr.ID
	sign expr.Number
}

// gatherSum collects the terms of a sum or difference, through the loose sums
// and differences among its arguments.
func (c *canonicalizer) gatherSum(x expr.Expr) expr.Expr {
	s := c.newSum()
	c.gather(x, s.add)
	return s.build()
}

// gatherProduct does the same for the factors of a product or quotient.
func (c *canonicalizer) gatherProduct(x expr.Expr) expr.Expr {
	p := c.newProduct()
	c.gather(x, p.multiply)
	y := p.build()
	*c.undistributed.At(x.ID()) = p.undistributed
	return y
}

// gather calls add for each canonical operand of x, with its sign.
func (c *canonicalizer) gather(x expr.Expr, add func(expr.Expr, expr.Number)) {
	stack := append(c.stack[:0], gathered{x.ID(), expr.Int(1)})
	for len(stack) > 0 {
		top := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		y := c.g.At(top.id)
		if y != x && !*c.loose.At(top.id) {
			operand := *c.raw.At(top.id)
			if u := *c.undistributed.At(top.id); u.IsValid() && family(x.Op()) == expr.OpMul && !c.order.isWhole(operand.ID()) {
				operand = u
			}
			add(operand, top.sign)
			continue
		}
		args := y.ArgIDs()
		for i := len(args) - 1; i >= 0; i-- {
			stack = append(stack, gathered{args[i], top.sign.Mul(sign(y.Op(), i))})
		}
	}
	c.stack = stack
}
