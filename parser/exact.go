package parser

import "github.com/gradcmp/gradcmp/expr"

// few bounds the operations, exponents and digits that [exact] deals with.
const few = 64

// exactArithmetic holds the operations that an index or bound may consist
// of and still be known.
var exactArithmetic = map[expr.Op]func(a, b expr.Number) (expr.Number, bool){
	expr.OpNeg: func(a, _ expr.Number) (expr.Number, bool) { return a.Neg(), true },
	expr.OpAdd: func(a, b expr.Number) (expr.Number, bool) { return a.Add(b), true },
	expr.OpSub: func(a, b expr.Number) (expr.Number, bool) { return a.Sub(b), true },
	expr.OpMul: func(a, b expr.Number) (expr.Number, bool) { return a.Mul(b), true },
	expr.OpDiv: func(a, b expr.Number) (expr.Number, bool) {
		if b.IsZero() {
			return a, false
		}
		return a.Mul(b.Inv()), true
	},
	expr.OpPow: func(a, b expr.Number) (expr.Number, bool) {
		n, ok := b.Int64()
		if !ok || n < -few || n > few {
			return a, false
		}
		return a.Pow(n)
	},
}

// exact returns the value of an expression that is a number, or arithmetic of
// a few numbers as n - 1 is for a defined n. Other expressions are data.
func exact(x expr.Expr) (expr.Number, bool) {
	if n, ok := x.Number(); ok {
		return n, true
	}
	queue, args := []expr.Expr{x}, make([]int, 0, few) // args[i] is where the arguments of queue[i] start
	for i := 0; i < len(queue); i++ {
		args = append(args, len(queue))
		if _, ok := queue[i].Number(); ok {
			continue
		}
		if exactArithmetic[queue[i].Op()] == nil || len(queue)+queue[i].NumArgs() > few {
			return expr.Number{}, false
		}
		queue = append(queue, queue[i].Args()...)
	}
	values := make([]expr.Number, len(queue))
	for i := len(queue) - 1; i >= 0; i-- {
		n, ok := queue[i].Number()
		if !ok {
			operands := values[args[i]:][:queue[i].NumArgs()]
			n, ok = exactArithmetic[queue[i].Op()](operands[0], operands[min(1, len(operands)-1)])
			for _, next := range operands[min(2, len(operands)):] {
				n, _ = exactArithmetic[queue[i].Op()](n, next)
			}
		}
		if !ok || n.Digits() > few {
			return expr.Number{}, false
		}
		values[i] = n
	}
	return values[0], true
}

// exactScalar is [exact] for a scalar.
func exactScalar(a expr.Array) (expr.Number, bool) {
	if len(a.Shape) != 0 || len(a.Elems) != 1 {
		return expr.Number{}, false
	}
	return exact(a.Elems[0])
}
