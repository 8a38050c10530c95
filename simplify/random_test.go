package simplify_test

import (
	"pgregory.net/rapid"

	"github.com/gradcmp/gradcmp/expr"
)

// build constructs one drawn expression in any graph. A construction, unlike
// a node, can be carried out in several graphs and with its terms in another
// order.
type build func(g *expr.Graph, shuffle func([]expr.Expr)) expr.Expr

// number reads a number with an optional sign or denominator.
func number(text string) expr.Number {
	sign := text[0] == '-'
	if sign {
		text = text[1:]
	}
	n, err := expr.ParseNumber(text, expr.MaxDigits)
	if err != nil {
		panic(err)
	}
	if sign {
		n = n.Neg()
	}
	return n
}

// leaves are the leaves of random expressions; fractions are quotients.
var leaves = []string{
	"x", "y", "z", "x", "y", "z", "x10", "v[0]",
	"0", "1", "2", "3", "-1", "-2", "4", "0.5", "-0.25", "2.5", "1.5e-7",
}

func drawLeaf(t *rapid.T) build {
	text := rapid.SampledFrom(leaves).Draw(t, "leaf")
	return func(g *expr.Graph, _ func([]expr.Expr)) expr.Expr {
		if c := text[0]; c == '-' || '0' <= c && c <= '9' {
			return g.Num(number(text))
		}
		return g.Var(text)
	}
}

// drawExpression draws an expression at most depth operations deep. Arguments
// are often drawn from the expressions already made, so that terms, powers and
// conditions meet.
func drawExpression(t *rapid.T, depth int) build {
	var made []build
	var draw func(depth int) build
	draw = func(depth int) build {
		var b build
		switch {
		case len(made) > 2 && rapid.IntRange(0, 3).Draw(t, "again") == 0:
			return rapid.SampledFrom(made).Draw(t, "made")
		case depth == 0 || rapid.IntRange(0, 5).Draw(t, "stop") == 0:
			b = drawLeaf(t)
		default:
			b = drawOperation(t, func() build { return draw(depth - 1) })
		}
		made = append(made, b)
		return b
	}
	return draw(depth)
}

func drawOperation(t *rapid.T, argument func() build) build {
	node := func(n int, make func(g *expr.Graph, args []expr.Expr) expr.Expr) build {
		builds := several(n, argument)
		return func(g *expr.Graph, shuffle func([]expr.Expr)) expr.Expr {
			return make(g, all(builds, g, shuffle))
		}
	}
	few := func() int { return rapid.IntRange(2, 4).Draw(t, "arguments") }
	switch rapid.IntRange(0, 13).Draw(t, "operation") {
	case 0:
		return node(1, func(g *expr.Graph, a []expr.Expr) expr.Expr { return g.Neg(a[0]) })
	case 1, 2:
		builds := several(few(), argument)
		return func(g *expr.Graph, shuffle func([]expr.Expr)) expr.Expr {
			args := all(builds, g, shuffle)
			shuffle(args)
			return g.Add(args...)
		}
	case 3, 4:
		builds := several(few(), argument)
		return func(g *expr.Graph, shuffle func([]expr.Expr)) expr.Expr {
			args := all(builds, g, shuffle)
			shuffle(args)
			return g.Mul(args...)
		}
	case 5:
		return node(2, func(g *expr.Graph, a []expr.Expr) expr.Expr { return g.Sub(a[0], a[1]) })
	case 6, 7:
		return node(2, func(g *expr.Graph, a []expr.Expr) expr.Expr { return g.Div(a[0], a[1]) })
	case 8:
		n := rapid.Int64Range(-3, 4).Draw(t, "exponent")
		d := rapid.SampledFrom([]int64{1, 1, 2, 3}).Draw(t, "root")
		return node(1, func(g *expr.Graph, a []expr.Expr) expr.Expr { return g.Pow(a[0], g.Div(g.Int(n), g.Int(d))) })
	case 9:
		return node(2, func(g *expr.Graph, a []expr.Expr) expr.Expr { return g.Pow(a[0], a[1]) })
	case 10:
		r := expr.Relation(rapid.IntRange(0, int(expr.NotEqual)).Draw(t, "relation"))
		return node(4, func(g *expr.Graph, a []expr.Expr) expr.Expr { return g.Select(g.Compare(r, a[0], a[1]), a[2], a[3]) })
	case 11:
		r := expr.Relation(rapid.IntRange(0, int(expr.NotEqual)).Draw(t, "relation"))
		return node(2, func(g *expr.Graph, a []expr.Expr) expr.Expr { return g.Compare(r, a[0], a[1]) })
	}
	fn := rapid.SampledFrom(expr.Funcs()).Draw(t, "function")
	n := fn.Info().MinArgs
	if fn.Info().MaxArgs == expr.Variadic {
		n = rapid.IntRange(1, 3).Draw(t, "arguments")
	}
	return node(n, func(g *expr.Graph, a []expr.Expr) expr.Expr { return g.Call(fn, a...) })
}

func several(n int, argument func() build) []build {
	builds := make([]build, n)
	for i := range builds {
		builds[i] = argument()
	}
	return builds
}

func all(builds []build, g *expr.Graph, shuffle func([]expr.Expr)) []expr.Expr {
	args := make([]expr.Expr, len(builds))
	for i, b := range builds {
		args[i] = b(g, shuffle)
	}
	return args
}

// asDrawn leaves the terms and factors in their order.
func asDrawn([]expr.Expr) {}
