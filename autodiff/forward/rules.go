package forward

import (
	"math"

	"gonum.org/v1/gonum/num/dual"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/special"
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
// Where a function has a kink, jumps or has tied arguments, the tangent is
// that of the convention: the convention's slopes times the tangents of the
// arguments. The row of the function says which slopes they are, see
// [expr.Kink]. At the edge of a domain the derivative is the limit, such as
// +Inf for sqrt and log at 0, and outside it is NaN, as the value is, whatever
// PyTorch and JAX make of their formulas there. A moving order of a
// Bessel or polygamma function makes the tangent NaN: there is no derivative
// among the integers.
//
// Gonum's own functions of dual numbers are not used. Their values go by the
// standard library's, and of the derivatives too few are sound: Log, Asin,
// Acos, Sinh and Cosh give an infinite tangent of one sign whichever way the
// argument moves, Sqrt is off near 0, Tanh loses its derivative where the
// value rounds to 1, Abs has slope 1 at 0, and most do not exist.
func StandardRules(c expr.Convention) Rules {
	rules := Rules{
		expr.Pi: constant(math.Pi),
		expr.E:  constant(math.E),

		expr.Exp:       unary(exp),
		expr.Expm1:     lift(special.Expm1, special.Exp),
		expr.Log:       lift(special.Log, slopeOfLog),
		expr.Log1p:     lift(special.Log1p, func(x float64) float64 { return slopeOfLog(1 + x) }),
		expr.Log2:      lift(special.Log2, func(x float64) float64 { return math.Log2E * slopeOfLog(x) }),
		expr.Log10:     lift(special.Log10, func(x float64) float64 { return math.Log10E * slopeOfLog(x) }),
		expr.Sqrt:      unary(sqrt),
		expr.Cbrt:      unary(cbrt),
		expr.Hypot:     length(func(x []float64) float64 { return special.Hypot(x[0], x[1]) }),
		expr.LogAddExp: logAddExp,
		expr.XLogY:     xLogY,

		expr.Sin:   lift(special.Sin, special.Cos),
		expr.Cos:   lift(special.Cos, func(x float64) float64 { return -special.Sin(x) }),
		expr.Tan:   lift(special.Tan, func(x float64) float64 { return squared(special.Sec(x)) }),
		expr.Sec:   lift(special.Sec, func(x float64) float64 { return special.Sin(x) / squared(special.Cos(x)) }),
		expr.Csc:   lift(special.Csc, func(x float64) float64 { return -special.Cos(x) / squared(special.Sin(x)) }),
		expr.Cot:   lift(special.Cot, func(x float64) float64 { return -squared(special.Csc(x)) }),
		expr.Asin:  lift(special.Asin, slopeOfAsin),
		expr.Acos:  lift(special.Acos, func(x float64) float64 { return -slopeOfAsin(x) }),
		expr.Atan:  lift(special.Atan, slopeOfAtan),
		expr.Asec:  lift(special.Asec, slopeOfAsec),
		expr.Acsc:  lift(special.Acsc, func(x float64) float64 { return -slopeOfAsec(x) }),
		expr.Acot:  lift(special.Acot, func(x float64) float64 { return -slopeOfAtan(x) }),
		expr.Atan2: angle,
		expr.Sinc:  lift(special.Sinc, slopeOfSinc),

		expr.Sinh:  lift(special.Sinh, special.Cosh),
		expr.Cosh:  lift(special.Cosh, special.Sinh),
		expr.Tanh:  lift(special.Tanh, slopeOfTanh),
		expr.Sech:  lift(special.Sech, slopeOfSech),
		expr.Csch:  lift(special.Csch, slopeOfCsch),
		expr.Coth:  lift(special.Coth, slopeOfCoth),
		expr.Asinh: lift(special.Asinh, slopeOfAsinh),
		expr.Acosh: lift(special.Acosh, func(x float64) float64 { return 1 / math.Sqrt(x-1) / math.Sqrt(x+1) }),
		expr.Atanh: lift(special.Atanh, func(x float64) float64 { return squared(slopeOfAsin(x)) }),
		expr.Asech: lift(special.Asech, func(x float64) float64 { return -slopeOfLog(x) * slopeOfAsin(x) }),
		expr.Acsch: lift(special.Acsch, func(x float64) float64 { return -slopeOfAsinh(x) / math.Abs(x) }),
		expr.Acoth: lift(special.Acoth, slopeOfAcoth),

		expr.Abs:       lift(math.Abs, eval.Sign),
		expr.Sign:      lift(eval.Sign, flat),
		expr.Heaviside: lift(eval.Heaviside, flat),
		expr.Floor:     lift(math.Floor, flat),
		expr.Ceil:      lift(math.Ceil, flat),
		expr.Round:     lift(math.RoundToEven, flat),
		expr.Trunc:     lift(math.Trunc, flat),
		expr.Mod:       remainder(special.Mod),
		expr.Fmod:      remainder(special.Fmod),

		expr.Sigmoid:    lift(special.Sigmoid, func(x float64) float64 { return special.Sigmoid(x) * special.Sigmoid(-x) }),
		expr.LogSigmoid: lift(special.LogSigmoid, func(x float64) float64 { return special.Sigmoid(-x) }),
		expr.Softplus:   lift(special.Softplus, special.Sigmoid),
		expr.Relu:       lift(eval.Relu, func(x float64) float64 { return max(eval.Sign(x), 0) }),
		expr.Tanhshrink: lift(special.Tanhshrink, slopeOfTanhshrink),
		expr.Logit:      lift(special.Logit, func(x float64) float64 { return slopeOfLog(x) + slopeOfLog(1-x) }),

		expr.Erf:     lift(special.Erf, func(x float64) float64 { return twoOverSqrtPi * gaussian(x) }),
		expr.Erfc:    lift(special.Erfc, func(x float64) float64 { return -twoOverSqrtPi * gaussian(x) }),
		expr.Erfi:    lift(special.Erfi, func(x float64) float64 { return twoOverSqrtPi / gaussian(x) }),
		expr.Erfinv:  unary(erfinv),
		expr.NormPDF: unary(normPDF),
		expr.NormCDF: lift(special.NormCDF, special.NormPDF),

		expr.Gamma:     unary(gamma),
		expr.LGamma:    lift(special.LGamma, special.Digamma),
		expr.Digamma:   lift(special.Digamma, special.Trigamma),
		expr.Trigamma:  lift(special.Trigamma, func(x float64) float64 { return special.Polygamma(2, x) }),
		expr.Polygamma: ordered(eval.Polygamma, func(n, x float64) float64 { return eval.Polygamma(n+1, x) }),
		expr.Beta:      beta,
		expr.Factorial: unary(factorial),
		expr.Binomial:  binomial,

		expr.BesselJ0: lift(special.BesselJ0, func(x float64) float64 { return -special.BesselJ1(x) }),
		expr.BesselJ1: lift(special.BesselJ1, func(x float64) float64 { return slopeOfBesselJ(1, x) }),
		expr.BesselJ:  ordered(eval.BesselJ, slopeOfBesselJ),
		expr.BesselY0: lift(special.BesselY0, func(x float64) float64 { return -special.BesselY1(x) }),
		expr.BesselY1: lift(special.BesselY1, slopeOfBesselY1),
		expr.LambertW: unary(lambertW),

		expr.Min:       selected(expr.Min.Info().Kink, c, eval.Min),
		expr.Max:       selected(expr.Max.Info().Kink, c, eval.Max),
		expr.Argmax:    argmax,
		expr.LogSumExp: logSumExp,
		expr.Norm:      length(eval.Norm),
	}
	for fn, smooth := range rules {
		rules[fn] = conventional(fn.Info().Kink, c, smooth)
	}
	return rules
}
