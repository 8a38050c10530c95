package forward

import (
	"math"

	"gonum.org/v1/gonum/num/dual"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
)

// Rule computes a function of dual numbers. It must neither keep nor change
// the arguments. If no argument has a tangent the tangent of the result is
// taken as 0, whatever the rule says.
type Rule func(args []dual.Number) dual.Number

// Rules is a table of rules. It is a value that is passed in, so that a row
// can be exchanged.
type Rules map[expr.Func]Rule

// StandardRules returns a new table with a rule for every function. The
// values are those of [eval.StandardKernels], bit for bit.
//
// Conventions where a derivative does not exist, which are PyTorch's: abs and
// relu at 0 have derivative 0; sign and argmax have derivative 0 everywhere;
// tied arguments of min and max share 1 equally; norm has gradient 0 at the
// origin. At the edge of a domain the derivative is the limit, such as +Inf
// for sqrt and log at 0, and outside it is NaN.
//
// Gonum's own functions of dual numbers stand for exp, sin, cos, tan and atan.
// Of the others, Log, Asin, Acos, Sinh and Cosh give an infinite tangent of
// one sign whichever way the argument moves, Sqrt is off near 0, Tanh loses
// its derivative where the value rounds to 1, Abs has slope 1 at 0, and the
// rest do not exist.
func StandardRules() Rules {
	return Rules{
		expr.Pi:        constant(math.Pi),
		expr.E:         constant(math.E),
		expr.Exp:       unary(dual.Exp),
		expr.Expm1:     lift(math.Expm1, math.Exp),
		expr.Log:       lift(eval.Log, slopeOfLog),
		expr.Log1p:     lift(math.Log1p, func(x float64) float64 { return slopeOfLog(1 + x) }),
		expr.Sqrt:      unary(sqrt),
		expr.Sin:       unary(dual.Sin),
		expr.Cos:       unary(dual.Cos),
		expr.Tan:       unary(dual.Tan),
		expr.Asin:      lift(eval.Asin, slopeOfAsin),
		expr.Acos:      lift(eval.Acos, func(x float64) float64 { return -slopeOfAsin(x) }),
		expr.Atan:      unary(dual.Atan),
		expr.Sinh:      lift(eval.Sinh, eval.Cosh),
		expr.Cosh:      lift(eval.Cosh, eval.Sinh),
		expr.Tanh:      lift(math.Tanh, slopeOfTanh),
		expr.Abs:       lift(math.Abs, eval.Sign),
		expr.Sign:      lift(eval.Sign, flat),
		expr.Sigmoid:   lift(eval.Sigmoid, slopeOfSigmoid),
		expr.Softplus:  lift(eval.Softplus, eval.Sigmoid),
		expr.Relu:      lift(eval.Relu, slopeOfRelu),
		expr.Min:       minimum,
		expr.Max:       maximum,
		expr.Argmax:    argmax,
		expr.LogSumExp: logSumExp,
		expr.Norm:      norm,
	}
}
