package evaltest

import (
	"math"

	"pgregory.net/rapid"

	"github.com/gradcmp/gradcmp/expr"
)

// unary and binary are the functions of one and of two arguments, ordered those
// of an integer order and an argument, several those of any number.
var unary, binary, ordered, several = byArity()

func byArity() (unary, binary, ordered, several []expr.Func) {
	for _, fn := range expr.Funcs() {
		switch info := fn.Info(); {
		case fn == expr.Polygamma || fn == expr.BesselJ:
			ordered = append(ordered, fn)
		case info.MaxArgs == 1:
			unary = append(unary, fn)
		case info.MaxArgs == 2:
			binary = append(binary, fn)
		case info.MaxArgs == expr.Variadic:
			several = append(several, fn)
		}
	}
	return unary, binary, ordered, several
}

// Expression draws a random expression in the given variables, built in g by
// the given number of steps: each applies an operation to what is there.
// Every operation and function of the language occurs.
func Expression(t *rapid.T, g *expr.Graph, vars []expr.Expr, steps int) expr.Expr {
	pool := append([]expr.Expr{g.Int(2), g.Num(expr.Frac(-1, 3)), g.Call(expr.Pi), g.Call(expr.E)}, vars...)
	pick := func() expr.Expr {
		// Half of the draws take a recent node, so that expressions grow deep.
		recent := len(pool) - 1 - rapid.IntRange(0, 3).Draw(t, "recent")
		if rapid.Bool().Draw(t, "deep") {
			return pool[recent]
		}
		return pool[rapid.IntRange(0, len(pool)-1).Draw(t, "any")]
	}
	for range steps {
		var x expr.Expr
		switch rapid.IntRange(0, 12).Draw(t, "operation") {
		case 0:
			x = g.Neg(pick())
		case 1:
			x = g.Add(pick(), pick(), pick())
		case 2:
			x = g.Mul(pick(), pick(), pick())
		case 3:
			x = g.Sub(pick(), pick())
		case 4:
			x = g.Div(pick(), pick())
		case 5:
			x = g.Pow(pick(), g.Int(rapid.Int64Range(-3, 4).Draw(t, "exponent")))
		case 6:
			x = g.Pow(g.Call(expr.Softplus, pick()), pick())
		case 7:
			relation := expr.Relation(rapid.IntRange(0, int(expr.NotEqual)).Draw(t, "relation"))
			x = g.Select(g.Compare(relation, pick(), pick()), pick(), pick())
		case 8:
			x = g.Call(rapid.SampledFrom(several).Draw(t, "function"), pick(), pick(), pick())
		case 9:
			x = g.Call(rapid.SampledFrom(binary).Draw(t, "function"), pick(), pick())
		case 10:
			x = g.Call(rapid.SampledFrom(ordered).Draw(t, "function"), g.Int(rapid.Int64Range(0, 4).Draw(t, "order")), pick())
		default:
			x = g.Call(rapid.SampledFrom(unary).Draw(t, "function"), pick())
		}
		pool = append(pool, x)
	}
	return pool[len(pool)-1]
}

// Point draws n coordinates between -2 and 3. Each is off the round numbers
// by an amount of its own, so that a comparison or a tie holds only where it
// holds nearby too.
func Point(t *rapid.T, n int) []float64 {
	const golden = 0.6180339887498949
	x := rapid.SliceOfN(rapid.Float64Range(-2, 2), n, n).Draw(t, "point")
	for i := range x {
		x[i] += math.Mod(golden*float64(i+1), 1)
	}
	return x
}
