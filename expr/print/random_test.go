package print_test

import (
	"pgregory.net/rapid"

	"github.com/gradcmp/gradcmp/expr"
)

// randomNode draws an operation and draws its arguments from pick.
func randomNode(t *rapid.T, g *expr.Graph, pick func() expr.Expr) expr.Expr {
	several := func() []expr.Expr {
		args := make([]expr.Expr, rapid.IntRange(2, 4).Draw(t, "arguments"))
		for i := range args {
			args[i] = pick()
		}
		return args
	}
	switch rapid.IntRange(0, 8).Draw(t, "operation") {
	case 0:
		return g.Neg(pick())
	case 1:
		return g.Add(several()...)
	case 2:
		return g.Mul(several()...)
	case 3:
		return g.Sub(pick(), pick())
	case 4:
		return g.Div(pick(), pick())
	case 5:
		return g.Pow(pick(), pick())
	case 6:
		return g.Compare(expr.Relation(rapid.IntRange(0, 5).Draw(t, "relation")), pick(), pick())
	case 7:
		return g.Select(pick(), pick(), pick())
	}
	fn := rapid.SampledFrom(expr.Funcs()).Draw(t, "function")
	args := several()
	if most := fn.Info().MaxArgs; most != expr.Variadic {
		args = args[:min(most, len(args))]
	}
	return g.Call(fn, args...)
}

// leaf draws a leaf: among others the numbers that the language can only
// write as operations.
func leaf(t *rapid.T, g *expr.Graph) expr.Expr {
	text := rapid.SampledFrom([]string{
		"x", "y1", "θ", "v[0]", "W[1,2]", "0", "7", "12", "0.5", "2.0", "1.5e-7", "-3", "1/3", "-2/3", "-0.25", "-1e20",
	}).Draw(t, "leaf")
	if c := text[0]; c == '-' || '0' <= c && c <= '9' {
		return number(g, text)
	}
	return g.Var(text)
}

// expression draws an expression of the given depth at most.
func expression(t *rapid.T, g *expr.Graph, depth int) expr.Expr {
	if depth == 0 || rapid.IntRange(0, 4).Draw(t, "stop") == 0 {
		return leaf(t, g)
	}
	return randomNode(t, g, func() expr.Expr { return expression(t, g, depth-1) })
}
