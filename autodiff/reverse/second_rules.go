package reverse

import (
	"math"

	"github.com/gradcmp/gradcmp/eval/special"
	"github.com/gradcmp/gradcmp/expr"
)

// SecondPartials stores in out the derivatives, in a direction, of the partial
// derivatives of a function that has the given value: its matrix of second
// partials times the direction. Component i of the direction belongs to
// argument i; where it is 0 that argument stands still and contributes nothing,
// even to an infinite second partial. It must neither keep nor change args and
// direction, and sets every element of out.
type SecondPartials func(args []float64, value float64, direction, out []float64)

// SecondRules is a table of second partials. It is a value that is passed in,
// so that a row can be exchanged.
type SecondRules map[expr.Func]SecondPartials

// StandardSecondRules returns a new table with second partials for every
// function, made to go with [StandardRules].
//
// A function made of straight pieces has second partials 0, on its kinks, jumps
// and ties too; under [expr.Error] they are NaN there. At the origin those of
// norm and hypot are NaN, since no convention makes their curvature finite. At
// the edge of a domain the second derivative is the limit where there is one.
// Second partials by the order of a Bessel or polygamma function are NaN.
//
// On the recorded values second partials are within 32 ulp of the truth; those
// of beta and binomial, where digits cancel, within 10000, and those of erfinv
// within 300.
func StandardSecondRules(c expr.Convention) SecondRules {
	rules := SecondRules{
		expr.Pi: straight,
		expr.E:  straight,

		expr.Exp:       bend(func(_, y float64) float64 { return y }),
		expr.Expm1:     bend(func(x, _ float64) float64 { return special.Exp(x) }),
		expr.Log:       bend(func(x, _ float64) float64 { return -square(reciprocal(x)) }),
		expr.Log1p:     bend(func(x, _ float64) float64 { return -square(reciprocal(1 + x)) }),
		expr.Log2:      bend(func(x, _ float64) float64 { return -square(reciprocal(x)) / math.Ln2 }),
		expr.Log10:     bend(func(x, _ float64) float64 { return -square(reciprocal(x)) / math.Ln10 }),
		expr.Sqrt:      bend(func(_, y float64) float64 { return -0.25 / y / y / math.Abs(y) }),
		expr.Cbrt:      bend(func(_, y float64) float64 { return -2.0 / 9 / square(y) / square(y) / y }),
		expr.Hypot:     roundBall,
		expr.LogAddExp: hessian(logAddExpBend),
		expr.XLogY:     hessian(xLogYBend),

		expr.Sin:   bend(func(_, y float64) float64 { return -y }),
		expr.Cos:   bend(func(_, y float64) float64 { return -y }),
		expr.Tan:   bend(func(_, y float64) float64 { return 2 * y * (1 + float64(y*y)) }),
		expr.Sec:   bend(func(x, y float64) float64 { return y * (float64(y*y) + square(special.Tan(x))) }),
		expr.Csc:   bend(func(x, y float64) float64 { return y * (float64(y*y) + square(special.Cot(x))) }),
		expr.Cot:   bend(func(_, y float64) float64 { return 2 * y * (1 + float64(y*y)) }),
		expr.Asin:  bend(func(x, _ float64) float64 { return arcSineBend(x) }),
		expr.Acos:  bend(func(x, _ float64) float64 { return -arcSineBend(x) }),
		expr.Atan:  bend(func(x, _ float64) float64 { return arcTangentBend(x) }),
		expr.Asec:  bend(func(x, _ float64) float64 { return arcSecantBend(x) }),
		expr.Acsc:  bend(func(x, _ float64) float64 { return -arcSecantBend(x) }),
		expr.Acot:  bend(func(x, _ float64) float64 { return -arcTangentBend(x) }),
		expr.Atan2: hessian(angleBend),
		expr.Sinc:  bend(sincBend),

		expr.Sinh:  bend(func(_, y float64) float64 { return y }),
		expr.Cosh:  bend(func(_, y float64) float64 { return y }),
		expr.Tanh:  bend(func(x, y float64) float64 { return -2 * y * square(special.Sech(x)) }),
		expr.Sech:  bend(sechBend),
		expr.Csch:  bend(func(_, y float64) float64 { return y * (1 + 2*square(y)) }),
		expr.Coth:  bend(func(x, y float64) float64 { return 2 * y * square(special.Csch(x)) }),
		expr.Asinh: bend(func(x, _ float64) float64 { h := special.Hypot(1, x); return -x / h / h / h }),
		expr.Acosh: bend(acoshBend),
		expr.Atanh: bend(func(x, _ float64) float64 { return 2 * x * square(areaTangent(x)) }),
		expr.Asech: bend(asechBend),
		expr.Acsch: bend(acschBend),
		expr.Acoth: bend(func(x, _ float64) float64 { return 2 * x * square(areaCotangent(x)) }),

		expr.Abs:       straight,
		expr.Sign:      straight,
		expr.Heaviside: straight,
		expr.Floor:     straight,
		expr.Ceil:      straight,
		expr.Round:     straight,
		expr.Trunc:     straight,
		expr.Mod:       straight,
		expr.Fmod:      straight,

		expr.Sigmoid:    bend(func(x, _ float64) float64 { return logisticBend(x) }),
		expr.LogSigmoid: bend(func(x, _ float64) float64 { return -logisticDensity(x) }),
		expr.Softplus:   bend(func(x, _ float64) float64 { return logisticDensity(x) }),
		expr.Relu:       straight,
		expr.Tanhshrink: bend(func(x, _ float64) float64 { return 2 * special.Tanh(x) * square(special.Sech(x)) }),
		expr.Logit:      bend(func(x, _ float64) float64 { return (2*x - 1) * square(reciprocal(x)*reciprocal(1-x)) }),

		expr.Erf:     bend(func(x, _ float64) float64 { return damped(-2*x, 2/sqrtPi*expOfSquare(x, -1)) }),
		expr.Erfc:    bend(func(x, _ float64) float64 { return damped(2*x, 2/sqrtPi*expOfSquare(x, -1)) }),
		expr.Erfi:    bend(func(x, _ float64) float64 { return 2 * x * (2 / sqrtPi * expOfSquare(x, 1)) }),
		expr.Erfinv:  bend(func(_, y float64) float64 { return 2 * y * square(sqrtPi/2*expOfSquare(y, 1)) }),
		expr.NormPDF: bend(func(x, y float64) float64 { return damped((x-1)*(x+1), y) }),
		expr.NormCDF: bend(func(x, _ float64) float64 { return damped(-x, special.NormPDF(x)) }),

		expr.Gamma:     bend(func(x, y float64) float64 { return gammaBend(x, y) }),
		expr.LGamma:    bend(func(x, _ float64) float64 { return special.Trigamma(x) }),
		expr.Digamma:   bend(func(x, _ float64) float64 { return special.Polygamma(2, x) }),
		expr.Trigamma:  bend(func(x, _ float64) float64 { return special.Polygamma(3, x) }),
		expr.Polygamma: orderedBend(polygammaBend),
		expr.Beta:      hessian(betaBend),
		expr.Factorial: bend(func(x, y float64) float64 { return gammaBend(x+1, y) }),
		expr.Binomial:  hessian(binomialBend),

		expr.BesselJ0: bend(func(x, y float64) float64 { return (special.BesselJn(2, x) - y) / 2 }),
		expr.BesselJ1: bend(func(x, y float64) float64 { return (special.BesselJn(3, x) - 3*y) / 4 }),
		expr.BesselJ:  orderedBend(besselBend),
		expr.BesselY0: bend(besselY0Bend),
		expr.BesselY1: bend(besselY1Bend),
		expr.LambertW: bend(lambertBend),

		expr.Min:       straight,
		expr.Max:       straight,
		expr.Argmax:    straight,
		expr.LogSumExp: softmaxBend,
		expr.Norm:      roundBall,
	}
	if c == expr.Error {
		for fn, smooth := range rules {
			rules[fn] = refusedAt(fn.Info().Edge, smooth)
		}
	}
	return rules
}

// refusedAt returns a row that is NaN on the edge.
func refusedAt(edge expr.Edge, smooth SecondPartials) SecondPartials {
	if edge == expr.Smooth {
		return smooth
	}
	return func(args []float64, value float64, direction, out []float64) {
		smooth(args, value, direction, out)
		if !edge.At(args, value) {
			return
		}
		for i := range out {
			out[i] = math.NaN()
		}
	}
}

// straight is the row of a function made of straight pieces.
func straight(_ []float64, _ float64, _, out []float64) { clear(out) }

// bend is the row of a function of one argument whose second derivative is
// second of its argument and of its value.
func bend(second func(x, y float64) float64) SecondPartials {
	return func(args []float64, value float64, direction, out []float64) {
		out[0] = along(direction[0], second(args[0], value))
	}
}

// hessian is the row of a function of two arguments with the given second
// partials.
func hessian(second func(x, y, value float64) (xx, xy, yy float64)) SecondPartials {
	return func(args []float64, value float64, direction, out []float64) {
		xx, xy, yy := second(args[0], args[1], value)
		u, v := direction[0], direction[1]
		out[0] = float64(along(u, xx)) + float64(along(v, xy))
		out[1] = float64(along(u, xy)) + float64(along(v, yy))
	}
}

// orderedBend is the row of a function of an order and an argument, by which
// its second derivative is second; by the order there is none.
func orderedBend(second func(n, x, y float64) float64) SecondPartials {
	return func(args []float64, value float64, direction, out []float64) {
		out[0] = along(direction[1], math.NaN())
		out[1] = along(direction[1], second(args[0], args[1], value))
		if direction[0] != 0 {
			out[0], out[1] = math.NaN(), math.NaN()
		}
	}
}

// along returns step*slope, and 0 for no step whatever the slope.
func along(step, slope float64) float64 {
	if step == 0 {
		return 0
	}
	return step * slope
}

func square(x float64) float64 { return x * x }

// damped returns x*y for a y that vanishes faster than x grows.
func damped(x, y float64) float64 {
	if y == 0 {
		return 0
	}
	return x * y
}
