package main

import (
	"math/rand/v2"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/simplify"
)

// rewriting is an identity by which a formula is written otherwise: it returns
// another form of a node, an invalid expression if it does not apply.
type rewriting func(x expr.Expr) expr.Expr

// rewritings hold wherever the original is defined, but for single points.
var rewritings = []rewriting{
	onOp(expr.OpSub, func(g *expr.Graph, a, b expr.Expr) expr.Expr { return g.Neg(g.Sub(b, a)) }),
	onOp(expr.OpDiv, func(g *expr.Graph, a, b expr.Expr) expr.Expr { return g.Mul(g.Pow(b, g.Int(-1)), a) }),
	onOp(expr.OpAdd, func(g *expr.Graph, a, b expr.Expr) expr.Expr { return g.Sub(b, g.Neg(a)) }),
	onOp(expr.OpMul, distribute),
	onOp(expr.OpPow, timesItself),
	onCall(expr.Sqrt, func(g *expr.Graph, a expr.Expr) expr.Expr { return g.Pow(a, g.Num(expr.Frac(1, 2))) }),
	onCall(expr.Cos, func(g *expr.Graph, a expr.Expr) expr.Expr {
		half := g.Div(a, g.Int(2))
		return g.Sub(g.Int(1), g.Mul(g.Int(2), g.Pow(g.Call(expr.Sin, half), g.Int(2))))
	}),
	onCall(expr.Sin, func(g *expr.Graph, a expr.Expr) expr.Expr {
		half := g.Div(a, g.Int(2))
		return g.Mul(g.Int(2), g.Call(expr.Sin, half), g.Call(expr.Cos, half))
	}),
	onCall(expr.Exp, func(g *expr.Graph, a expr.Expr) expr.Expr { return g.Div(g.Int(1), g.Call(expr.Exp, g.Neg(a))) }),
	onCall(expr.Log, func(g *expr.Graph, a expr.Expr) expr.Expr {
		return g.Div(g.Call(expr.Log, g.Pow(a, g.Int(3))), g.Int(3))
	}),
	onCall(expr.Tan, func(g *expr.Graph, a expr.Expr) expr.Expr { return g.Div(g.Call(expr.Sin, a), g.Call(expr.Cos, a)) }),
	onCall(expr.Sigmoid, func(g *expr.Graph, a expr.Expr) expr.Expr {
		return g.Div(g.Int(1), g.Add(g.Int(1), g.Call(expr.Exp, g.Neg(a))))
	}),
	onCall(expr.Tanh, func(g *expr.Graph, a expr.Expr) expr.Expr { return g.Div(g.Call(expr.Sinh, a), g.Call(expr.Cosh, a)) }),
	onCall(expr.Sech, func(g *expr.Graph, a expr.Expr) expr.Expr { return g.Div(g.Int(1), g.Call(expr.Cosh, a)) }),
}

func onOp(op expr.Op, f func(g *expr.Graph, a, b expr.Expr) expr.Expr) rewriting {
	return func(x expr.Expr) expr.Expr {
		if x.Op() != op || x.NumArgs() != 2 {
			return expr.Expr{}
		}
		return f(x.Graph(), x.Arg(0), x.Arg(1))
	}
}

func onCall(fn expr.Func, f func(g *expr.Graph, a expr.Expr) expr.Expr) rewriting {
	return func(x expr.Expr) expr.Expr {
		if !x.IsCall(fn) {
			return expr.Expr{}
		}
		return f(x.Graph(), x.Arg(0))
	}
}

// distribute multiplies a sum out.
func distribute(g *expr.Graph, a, b expr.Expr) expr.Expr {
	if b.Op() != expr.OpAdd {
		return expr.Expr{}
	}
	terms := b.Args()
	for i, t := range terms {
		terms[i] = g.Mul(a, t)
	}
	return g.Add(terms...)
}

// timesItself writes a square as a product.
func timesItself(g *expr.Graph, base, exponent expr.Expr) expr.Expr {
	if n, ok := exponent.Number(); !ok || n.Cmp(expr.Int(2)) != 0 {
		return expr.Expr{}
	}
	return g.Mul(base, base)
}

// disguise writes a formula otherwise: with some identities applied in random
// places, or by a factor above and below the line.
func disguise(x, by expr.Expr, random *rand.Rand) expr.Expr {
	g := x.Graph()
	if random.IntN(2) == 0 {
		x = simplify.Full(x)
	}
	for range 1 + random.IntN(3) {
		var forms []map[expr.ID]expr.Expr
		for _, id := range expr.Reach(x) {
			for _, rewrite := range rewritings {
				if y := rewrite(g.At(id)); y.IsValid() {
					forms = append(forms, map[expr.ID]expr.Expr{id: y})
				}
			}
		}
		if len(forms) > 0 {
			x = expr.Substitute(g, forms[random.IntN(len(forms))], x)[0]
		}
	}
	if random.IntN(4) == 0 {
		k := g.Add(g.Int(1), g.Pow(by, g.Int(2)))
		x = g.Div(g.Mul(k, x), k)
	}
	return x
}
