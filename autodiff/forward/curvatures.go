package forward

import (
	"math"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/special"
	"github.com/gradcmp/gradcmp/expr"
)

// Curvature returns what the second derivatives of a function contribute when
// its arguments move by u and by v: the sum of all second partials by argument i
// and argument j times u[i]*v[j]. An argument that does not move contributes
// nothing, even to an infinite second partial. It must neither keep nor change
// its arguments.
type Curvature func(args, u, v []float64) float64

// Curvatures is a table of curvatures. It is a value that is passed in, so that
// a row can be exchanged.
type Curvatures map[expr.Func]Curvature

// StandardCurvatures returns a new table with a curvature for every function,
// made to go with [StandardRules].
//
// The curvature of a function made of straight pieces is 0, on its kinks, jumps
// and ties too; under [expr.Error] it is NaN there. At the origin that of norm
// and hypot is NaN, since it is infinite. At the edge of a domain it is the
// limit where there is one. It is NaN by the order of a Bessel or polygamma
// function.
//
// On the recorded values it is within 32 ulp of the truth; that of beta and
// binomial, where digits cancel, within 10000, and that of erfinv within 300.
func StandardCurvatures(c expr.Convention) Curvatures {
	curvatures := Curvatures{
		expr.Pi: flatCurvature,
		expr.E:  flatCurvature,

		expr.Exp:       curved(special.Exp),
		expr.Expm1:     curved(special.Exp),
		expr.Log:       curved(curvatureOfLog),
		expr.Log1p:     curved(func(x float64) float64 { return curvatureOfLog(1 + x) }),
		expr.Log2:      curved(func(x float64) float64 { return math.Log2E * curvatureOfLog(x) }),
		expr.Log10:     curved(func(x float64) float64 { return math.Log10E * curvatureOfLog(x) }),
		expr.Sqrt:      curved(func(x float64) float64 { return -0.25 / math.Abs(x) / math.Sqrt(x) }),
		expr.Cbrt:      curved(func(x float64) float64 { return -2 / squared(special.Cbrt(x)) / x / 9 }),
		expr.Hypot:     curvatureOfLength(func(x []float64) float64 { return special.Hypot(x[0], x[1]) }),
		expr.LogAddExp: curvatureOfLogSumExp,
		expr.XLogY:     curvatureOfXLogY,

		expr.Sin:   curved(func(x float64) float64 { return -special.Sin(x) }),
		expr.Cos:   curved(func(x float64) float64 { return -special.Cos(x) }),
		expr.Tan:   curved(func(x float64) float64 { return 2 * special.Sin(x) / cubed(special.Cos(x)) }),
		expr.Sec:   curved(func(x float64) float64 { return (1 + squared(special.Sin(x))) / cubed(special.Cos(x)) }),
		expr.Csc:   curved(func(x float64) float64 { return (1 + squared(special.Cos(x))) / cubed(special.Sin(x)) }),
		expr.Cot:   curved(func(x float64) float64 { return 2 * special.Cos(x) / cubed(special.Sin(x)) }),
		expr.Asin:  curved(curvatureOfAsin),
		expr.Acos:  curved(func(x float64) float64 { return -curvatureOfAsin(x) }),
		expr.Atan:  curved(curvatureOfAtan),
		expr.Asec:  curved(curvatureOfAsec),
		expr.Acsc:  curved(func(x float64) float64 { return -curvatureOfAsec(x) }),
		expr.Acot:  curved(func(x float64) float64 { return -curvatureOfAtan(x) }),
		expr.Atan2: curvatureOfAngle,
		expr.Sinc:  curved(curvatureOfSinc),

		expr.Sinh:  curved(special.Sinh),
		expr.Cosh:  curved(special.Cosh),
		expr.Tanh:  curved(func(x float64) float64 { return -curvatureOfTanhshrink(x) }),
		expr.Sech:  curved(curvatureOfSech),
		expr.Csch:  curved(curvatureOfCsch),
		expr.Coth:  curved(curvatureOfCoth),
		expr.Asinh: curved(curvatureOfAsinh),
		expr.Acosh: curved(func(x float64) float64 { return -x / (x - 1) / (x + 1) / math.Sqrt(x-1) / math.Sqrt(x+1) }),
		expr.Atanh: curved(func(x float64) float64 { return 2 * x * squared(squared(slopeOfAsin(x))) }),
		expr.Asech: curved(curvatureOfAsech),
		expr.Acsch: curved(curvatureOfAcsch),
		expr.Acoth: curved(func(x float64) float64 { s := slopeOfAcoth(x); return 2 * (x * s) * s }),

		expr.Abs:       flatCurvature,
		expr.Sign:      flatCurvature,
		expr.Heaviside: flatCurvature,
		expr.Floor:     flatCurvature,
		expr.Ceil:      flatCurvature,
		expr.Round:     flatCurvature,
		expr.Trunc:     flatCurvature,
		expr.Mod:       flatCurvature,
		expr.Fmod:      flatCurvature,

		expr.Sigmoid:    curved(func(x float64) float64 { return -curvatureOfSoftplus(x) * special.Tanh(x/2) }),
		expr.LogSigmoid: curved(func(x float64) float64 { return -curvatureOfSoftplus(x) }),
		expr.Softplus:   curved(curvatureOfSoftplus),
		expr.Relu:       flatCurvature,
		expr.Tanhshrink: curved(curvatureOfTanhshrink),
		expr.Logit:      curved(curvatureOfLogit),

		expr.Erf:     curved(func(x float64) float64 { return fading(-2*x, twoOverSqrtPi*gaussian(x)) }),
		expr.Erfc:    curved(func(x float64) float64 { return fading(2*x, twoOverSqrtPi*gaussian(x)) }),
		expr.Erfi:    curved(func(x float64) float64 { return 2 * x * twoOverSqrtPi / gaussian(x) }),
		expr.Erfinv:  curved(curvatureOfErfinv),
		expr.NormPDF: curved(func(x float64) float64 { return fading((x+1)*(x-1), special.NormPDF(x)) }),
		expr.NormCDF: curved(func(x float64) float64 { return fading(-x, special.NormPDF(x)) }),

		expr.Gamma:     curved(func(x float64) float64 { return curvatureOfGamma(x, special.Gamma(x)) }),
		expr.LGamma:    curved(special.Trigamma),
		expr.Digamma:   curved(func(x float64) float64 { return special.Polygamma(2, x) }),
		expr.Trigamma:  curved(func(x float64) float64 { return special.Polygamma(3, x) }),
		expr.Polygamma: orderedCurvature(curvatureOfPolygamma),
		expr.Beta:      curvatureOfBeta,
		expr.Factorial: curved(func(x float64) float64 { return curvatureOfGamma(1+x, special.Factorial(x)) }),
		expr.Binomial:  curvatureOfBinomial,

		expr.BesselJ0: curved(func(x float64) float64 { return curvatureOfBesselJ(0, x) }),
		expr.BesselJ1: curved(func(x float64) float64 { return curvatureOfBesselJ(1, x) }),
		expr.BesselJ:  orderedCurvature(curvatureOfBesselJ),
		expr.BesselY0: curved(curvatureOfBesselY0),
		expr.BesselY1: curved(curvatureOfBesselY1),
		expr.LambertW: curved(curvatureOfLambertW),

		expr.Min:       flatCurvature,
		expr.Max:       flatCurvature,
		expr.Argmax:    flatCurvature,
		expr.LogSumExp: curvatureOfLogSumExp,
		expr.Norm:      curvatureOfLength(eval.Norm),
	}
	if c == expr.Error {
		kernels := eval.StandardKernels()
		for fn, smooth := range curvatures {
			curvatures[fn] = noneAt(fn.Info().Edge, kernels[fn], smooth)
		}
	}
	return curvatures
}

// noneAt returns a row that is NaN on the edge, for which the function's value
// is asked.
func noneAt(edge expr.Edge, value eval.Kernel, smooth Curvature) Curvature {
	if edge == expr.Smooth {
		return smooth
	}
	return func(args, u, v []float64) float64 {
		if edge.At(args, value(args)) {
			return math.NaN()
		}
		return smooth(args, u, v)
	}
}

// flatCurvature is the row of a function made of straight pieces.
func flatCurvature(_, _, _ []float64) float64 { return 0 }

// curved is the row of a function of one argument with the given second
// derivative.
func curved(second func(float64) float64) Curvature {
	return func(args, u, v []float64) float64 { return times(times(second(args[0]), u[0]), v[0]) }
}

// orderedCurvature is the row of a function of an order and an argument, by
// which its second derivative is given; by the order there is none.
func orderedCurvature(second func(n, x float64) float64) Curvature {
	return func(args, u, v []float64) float64 {
		if u[0] != 0 || v[0] != 0 {
			return math.NaN()
		}
		return times(times(second(args[0], args[1]), u[1]), v[1])
	}
}

// quadratic returns the curvature of a function of two arguments with the given
// second partials.
func quadratic(xx, xy, yy float64, u, v []float64) float64 {
	straight := float64(times(times(xx, u[0]), v[0])) + float64(times(times(yy, u[1]), v[1]))
	return straight + float64(times(times(xy, u[0]), v[1])) + float64(times(times(xy, u[1]), v[0]))
}

func cubed(x float64) float64 { return x * x * x }

// fading returns x*y for a y that vanishes faster than x grows.
func fading(x, y float64) float64 {
	if y == 0 {
		return 0
	}
	return x * y
}
