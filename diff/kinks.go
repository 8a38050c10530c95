package diff

import "github.com/gradcmp/gradcmp/expr"

// kinks returns the rules of the functions with kinks under a convention. A
// form is chosen that reads well and has the convention's value at the kink;
// under [expr.Error] that is 0/0.
func kinks(c expr.Convention) []Rule {
	return []Rule{
		call(expr.Abs, absSlope[c]),
		call(expr.Relu, reluSlope[c]),
		call(expr.Hypot, "x/f", "y/f"),
		{Op: expr.OpCall, Func: expr.Norm, Each: atOrigin[c]},
		{Op: expr.OpCall, Func: expr.Max, Each: tieShare[greatest[c]], Pair: pair("x > y", greatest[c])},
		{Op: expr.OpCall, Func: expr.Min, Each: tieShare[least[c]], Pair: pair("x < y", least[c])},
	}
}

var absSlope = map[expr.Convention]string{
	expr.Torch:   "sign(x)",
	expr.JAX:     "sign(x)",
	expr.Left:    "where(x > 0, 1, -1)",
	expr.Right:   "where(x < 0, -1, 1)",
	expr.MinNorm: "sign(x)",
	expr.Error:   "x/abs(x)",
}

var reluSlope = map[expr.Convention]string{
	expr.Torch:   "where(x > 0, 1, 0)",
	expr.JAX:     "where(x > 0, 1, 0)",
	expr.Left:    "where(x > 0, 1, 0)",
	expr.Right:   "where(x < 0, 0, 1)",
	expr.MinNorm: "where(x > 0, 1, 0)",
	expr.Error:   "where(x == 0, 0/0, where(x > 0, 1, 0))",
}

// atOrigin has no form for PyTorch's 0 that reads as well as x/f, which every
// handbook has; at the origin the formula is undefined.
var atOrigin = map[expr.Convention]string{
	expr.Torch:   "x/f",
	expr.JAX:     "x/f",
	expr.Left:    "where(f == 0, -1, x/f)",
	expr.Right:   "where(f == 0, 1, x/f)",
	expr.MinNorm: "x/f",
	expr.Error:   "x/f",
}

// tie is what an argument of max or min that ties with others has for its
// slope.
type tie uint8

const (
	shares tie = iota // equal parts of 1
	none              // 0
	all               // 1
	undefined
)

// As an argument rises from the left towards a tie, max does not depend on it
// and min does.
var (
	greatest = map[expr.Convention]tie{
		expr.Torch: shares, expr.JAX: shares, expr.Left: none, expr.Right: all, expr.MinNorm: shares, expr.Error: undefined,
	}
	least = map[expr.Convention]tie{
		expr.Torch: shares, expr.JAX: shares, expr.Left: all, expr.Right: none, expr.MinNorm: shares, expr.Error: undefined,
	}
)

var tieShare = map[tie]string{
	shares:    "where(x == f, 1, 0)/sum(where(X == f, 1, 0))",
	none:      "where(x == f, where(sum(where(X == f, 1, 0)) == 1, 1, 0), 0)",
	all:       "where(x == f, 1, 0)",
	undefined: "where(x == f, where(sum(where(X == f, 1, 0)) == 1, 1, 0/0), 0)",
}

// pair returns the rule for two arguments, of which x decides alone where the
// condition holds.
func pair(condition string, t tie) string {
	value := map[tie]string{shares: "1/2", none: "0", all: "1", undefined: "0/0"}[t]
	return "where(" + condition + ", 1, where(x == y, " + value + ", 0))"
}
