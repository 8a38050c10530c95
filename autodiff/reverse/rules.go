package reverse

import (
	"math"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/special"
	"github.com/gradcmp/gradcmp/expr"
)

// Partials stores in out the partial derivatives of a function by each of its
// arguments, where the function has the given value. It must neither keep nor
// change args, and sets every element of out.
type Partials func(args []float64, value float64, out []float64)

// Rules is a table of partials. It is a value that is passed in, so that a
// row can be exchanged.
type Rules map[expr.Func]Partials

// StandardRules returns a new table with partials for every function.
//
// Where a function has a kink, jumps or has tied arguments, the partials are
// those of the convention; the row of the function says which they are, see
// [expr.Kink]. At the edge of a domain the derivative is the limit, such as
// +Inf for sqrt and log at 0. Outside it is NaN, as the value is: there PyTorch
// and JAX go on with the formula, to a gradient of -1 for log at -1. The
// derivative by the order of a Bessel or polygamma function is NaN: there is
// none among the integers.
//
// Partials are within 16 ulp of the truth, on the recorded values, wherever
// they are not near a zero of theirs; that of erfinv loses 2*y^2 ulp, y its
// value.
func StandardRules(c expr.Convention) Rules {
	rules := Rules{
		expr.Pi: func([]float64, float64, []float64) {},
		expr.E:  func([]float64, float64, []float64) {},

		expr.Exp:       fromValue(func(y float64) float64 { return y }),
		expr.Expm1:     unary(special.Exp),
		expr.Log:       unary(reciprocal),
		expr.Log1p:     unary(func(x float64) float64 { return reciprocal(1 + x) }),
		expr.Log2:      unary(func(x float64) float64 { return reciprocal(x) / math.Ln2 }),
		expr.Log10:     unary(func(x float64) float64 { return reciprocal(x) / math.Ln10 }),
		expr.Sqrt:      fromValue(func(y float64) float64 { return 0.5 / math.Abs(y) }),
		expr.Cbrt:      fromValue(func(y float64) float64 { return 1 / (3 * float64(y*y)) }),
		expr.Hypot:     direction,
		expr.LogAddExp: logAddExp,
		expr.XLogY:     xLogY,

		expr.Sin:   unary(special.Cos),
		expr.Cos:   unary(func(x float64) float64 { return -special.Sin(x) }),
		expr.Tan:   fromValue(func(y float64) float64 { return 1 + float64(y*y) }),
		expr.Sec:   both(func(x, y float64) float64 { return y * special.Tan(x) }),
		expr.Csc:   both(func(x, y float64) float64 { return -y * special.Cot(x) }),
		expr.Cot:   fromValue(func(y float64) float64 { return -1 - float64(y*y) }),
		expr.Asin:  unary(func(x float64) float64 { return 1 / math.Sqrt(float64((1-x)*(1+x))) }),
		expr.Acos:  unary(func(x float64) float64 { return -1 / math.Sqrt(float64((1-x)*(1+x))) }),
		expr.Atan:  unary(func(x float64) float64 { return 1 / (1 + float64(x*x)) }),
		expr.Asec:  unary(arcSecant),
		expr.Acsc:  unary(func(x float64) float64 { return -arcSecant(x) }),
		expr.Acot:  unary(func(x float64) float64 { return -1 / (1 + float64(x*x)) }),
		expr.Atan2: angle,
		expr.Sinc:  both(sinc),

		expr.Sinh:  unary(special.Cosh),
		expr.Cosh:  unary(special.Sinh),
		expr.Tanh:  unary(func(x float64) float64 { s := special.Sech(x); return s * s }),
		expr.Sech:  both(func(x, y float64) float64 { return -y * special.Tanh(x) }),
		expr.Csch:  both(func(x, y float64) float64 { return -y * special.Coth(x) }),
		expr.Coth:  unary(func(x float64) float64 { c := special.Csch(x); return -c * c }),
		expr.Asinh: unary(func(x float64) float64 { return 1 / special.Hypot(1, x) }),
		expr.Acosh: unary(func(x float64) float64 { return 1 / (math.Sqrt(x-1) * math.Sqrt(x+1)) }),
		expr.Atanh: unary(areaTangent),
		expr.Asech: unary(func(x float64) float64 { return -reciprocal(x) / math.Sqrt(float64((1-x)*(1+x))) }),
		expr.Acsch: unary(func(x float64) float64 { return -1 / (math.Abs(x) * special.Hypot(1, x)) }),
		expr.Acoth: unary(areaCotangent),

		expr.Abs:       unary(signOf),
		expr.Sign:      zero,
		expr.Heaviside: zero,
		expr.Floor:     zero,
		expr.Ceil:      zero,
		expr.Round:     zero,
		expr.Trunc:     zero,
		expr.Mod:       remainder,
		expr.Fmod:      remainder,

		expr.Sigmoid:    unary(logisticDensity),
		expr.LogSigmoid: unary(func(x float64) float64 { return special.Sigmoid(-x) }),
		expr.Softplus:   unary(special.Sigmoid),
		expr.Relu:       unary(step),
		expr.Tanhshrink: unary(func(x float64) float64 { t := special.Tanh(x); return t * t }),
		expr.Logit:      unary(func(x float64) float64 { return reciprocal(x) * reciprocal(1-x) }),

		expr.Erf:     unary(func(x float64) float64 { return 2 / sqrtPi * expOfSquare(x, -1) }),
		expr.Erfc:    unary(func(x float64) float64 { return -2 / sqrtPi * expOfSquare(x, -1) }),
		expr.Erfi:    unary(func(x float64) float64 { return 2 / sqrtPi * expOfSquare(x, 1) }),
		expr.Erfinv:  fromValue(func(y float64) float64 { return sqrtPi / 2 * expOfSquare(y, 1) }),
		expr.NormPDF: both(normPDF),
		expr.NormCDF: unary(special.NormPDF),

		expr.Gamma:     both(func(x, y float64) float64 { return y * special.Digamma(x) }),
		expr.LGamma:    unary(special.Digamma),
		expr.Digamma:   unary(special.Trigamma),
		expr.Trigamma:  unary(func(x float64) float64 { return special.Polygamma(2, x) }),
		expr.Polygamma: ordered(func(n, x float64) float64 { return eval.Polygamma(n+1, x) }),
		expr.Beta:      beta,
		expr.Factorial: both(func(x, y float64) float64 { return y * special.Digamma(x+1) }),
		expr.Binomial:  binomial,

		expr.BesselJ0: unary(func(x float64) float64 { return -special.BesselJ1(x) }),
		expr.BesselJ1: both(func(x, _ float64) float64 { return (special.BesselJ0(x) - special.BesselJn(2, x)) / 2 }),
		expr.BesselJ:  ordered(func(n, x float64) float64 { return (eval.BesselJ(n-1, x) - eval.BesselJ(n+1, x)) / 2 }),
		expr.BesselY0: unary(func(x float64) float64 { return -special.BesselY1(x) }),
		expr.BesselY1: both(besselY1),
		expr.LambertW: both(lambertW),

		expr.Min:       selected(expr.Min.Info().Kink, c),
		expr.Max:       selected(expr.Max.Info().Kink, c),
		expr.Argmax:    zero,
		expr.LogSumExp: softmax,
		expr.Norm:      direction,
	}
	for fn, smooth := range rules {
		rules[fn] = conventional(fn.Info().Kink, c, smooth)
	}
	return rules
}

// unary is the row of a function whose derivative is d of its argument.
func unary(d func(x float64) float64) Partials {
	return func(args []float64, _ float64, out []float64) { out[0] = d(args[0]) }
}

// fromValue is the row of a function whose derivative is d of its value.
func fromValue(d func(y float64) float64) Partials {
	return func(_ []float64, value float64, out []float64) { out[0] = d(value) }
}

// both is the row of a function whose derivative is d of its argument and of
// its value.
func both(d func(x, y float64) float64) Partials {
	return func(args []float64, value float64, out []float64) { out[0] = d(args[0], value) }
}

// ordered is the row of a function of an order and an argument, by which its
// derivative is d, where that order exists: by the order there is none.
func ordered(d func(n, x float64) float64) Partials {
	return func(args []float64, value float64, out []float64) {
		out[0], out[1] = math.NaN(), math.NaN()
		if !math.IsNaN(value) {
			out[1] = d(args[0], args[1])
		}
	}
}

// zero is the row of a piecewise constant function.
func zero(_ []float64, _ float64, out []float64) { clear(out) }
