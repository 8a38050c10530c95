package simplify

import "github.com/gradcmp/gradcmp/expr"

// parity tells the odd functions, f(-x) = -f(x), from the even ones,
// f(-x) = f(x).
var parity = map[expr.Func]int64{
	expr.Sin: -1, expr.Tan: -1, expr.Asin: -1, expr.Atan: -1, expr.Sinh: -1, expr.Tanh: -1, expr.Sign: -1,
	expr.Cos: 1, expr.Cosh: 1, expr.Abs: 1,
}

// call returns the canonical form of a function of canonical arguments.
func (c *canonicalizer) call(fn expr.Func, args []expr.Expr) expr.Expr {
	if fn == expr.Sqrt {
		return c.power(args[0], c.num(expr.Frac(1, 2)))
	}
	if y, ok := c.exact(fn, args); ok {
		return y
	}
	if sign, ok := parity[fn]; ok && c.isNegative(args[0]) {
		positive := c.call(fn, []expr.Expr{c.times(expr.Int(-1), args[0])})
		return c.times(expr.Int(sign), positive)
	}
	x := c.g.Call(fn, args...)
	for _, r := range callRules(fn) {
		if y, ok := c.rewrite(r, x); ok {
			return y
		}
	}
	return x
}

// exact folds the functions whose value at rational numbers is one of them or
// follows from their order.
func (c *canonicalizer) exact(fn expr.Func, args []expr.Expr) (expr.Expr, bool) {
	values := make([]expr.Number, len(args))
	for i, a := range args {
		v, ok := a.Number()
		if !ok {
			return expr.Expr{}, false
		}
		values[i] = v
	}
	var y expr.Number
	switch fn {
	case expr.Abs:
		y = values[0].Abs()
	case expr.Sign:
		y = expr.Int(int64(values[0].Sign()))
	case expr.Relu:
		if values[0].Sign() > 0 {
			y = values[0]
		}
	case expr.Min:
		y = values[extreme(values, -1)]
	case expr.Max:
		y = values[extreme(values, 1)]
	case expr.Argmax:
		y = expr.Int(int64(extreme(values, 1)))
	default:
		return expr.Expr{}, false
	}
	return c.num(y), true
}

// extreme returns the index of the first value that is the greatest (sign 1)
// or least (sign -1).
func extreme(values []expr.Number, sign int) int {
	best := 0
	for i, v := range values {
		if v.Cmp(values[best]) == sign {
			best = i
		}
	}
	return best
}

// isNegative reports whether x would be written with a leading minus
// throughout: a negative number, a negative multiple, or a sum of such that
// may be written out.
func (c *canonicalizer) isNegative(x expr.Expr) bool {
	switch x.Op() {
	case expr.OpNum:
		n, _ := x.Number()
		return n.Sign() < 0
	case expr.OpMul:
		n, ok := x.Arg(0).Number()
		return ok && n.Sign() < 0
	case expr.OpAdd:
		if c.order.isWhole(x.ID()) {
			return false
		}
		for _, id := range x.ArgIDs() {
			if a := c.g.At(id); a.Op() == expr.OpAdd || !c.isNegative(a) {
				return false
			}
		}
		return true
	}
	return false
}

// compare folds the comparison of two numbers.
func (c *canonicalizer) compare(r expr.Relation, a, b expr.Expr) expr.Expr {
	x, ok1 := a.Number()
	y, ok2 := b.Number()
	switch {
	case !ok1 || !ok2:
		return c.g.Compare(r, a, b)
	case r.Holds(x.Cmp(y)):
		return c.g.Int(1)
	default:
		return c.g.Int(0)
	}
}
