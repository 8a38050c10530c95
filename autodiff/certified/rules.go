package certified

import (
	"github.com/gradcmp/gradcmp/eval/ball"
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/expr"
)

// Partials returns the partial derivatives of a function by each of its
// arguments, where the function has the given value, which is known.
type Partials func(c ball.Context, args []ball.Ball, value ball.Ball) []ball.Ball

// Rules is a table of partials. It is a value that is passed in, so that a
// row can be exchanged.
type Rules map[expr.Func]Partials

// StandardRules returns a new table with partials for every function, which
// follow the convention at kinks and ties. The derivatives are those of the
// NIST Digital Library of Mathematical Functions, sections 4, 5, 7 and 10.
func StandardRules(convention expr.Convention) Rules {
	rules := Rules{
		expr.Pi: func(ball.Context, []ball.Ball, ball.Ball) []ball.Ball { return nil },
		expr.E:  func(ball.Context, []ball.Ball, ball.Ball) []ball.Ball { return nil },

		expr.Exp:       byValue(func(_ ball.Context, y ball.Ball) ball.Ball { return y }),
		expr.Expm1:     by(ball.Context.Exp),
		expr.Log:       by(reciprocal),
		expr.Log1p:     by(func(c ball.Context, x ball.Ball) ball.Ball { return reciprocal(c, c.Add(one, x)) }),
		expr.Log2:      by(func(c ball.Context, x ball.Ball) ball.Ball { return reciprocal(c, c.Mul(x, c.Ln2())) }),
		expr.Log10:     by(func(c ball.Context, x ball.Ball) ball.Ball { return reciprocal(c, c.Mul(x, c.Log(ball.FromInt(10)))) }),
		expr.Sqrt:      byValue(func(c ball.Context, y ball.Ball) ball.Ball { return reciprocal(c, c.Scale(y, 1)) }),
		expr.Cbrt:      byValue(func(c ball.Context, y ball.Ball) ball.Ball { return reciprocal(c, c.MulInt(c.Sqr(y), 3)) }),
		expr.Hypot:     unitVector,
		expr.LogAddExp: shares,
		expr.XLogY:     xLogY,

		expr.Sin:   by(ball.Context.Cos),
		expr.Cos:   by(func(c ball.Context, x ball.Ball) ball.Ball { return c.Neg(c.Sin(x)) }),
		expr.Tan:   by(func(c ball.Context, x ball.Ball) ball.Ball { return c.Sqr(c.Sec(x)) }),
		expr.Sec:   byBoth(func(c ball.Context, x, y ball.Ball) ball.Ball { return c.Mul(y, c.Tan(x)) }),
		expr.Csc:   byBoth(func(c ball.Context, x, y ball.Ball) ball.Ball { return c.Neg(c.Mul(y, c.Cot(x))) }),
		expr.Cot:   by(func(c ball.Context, x ball.Ball) ball.Ball { return c.Neg(c.Sqr(c.Csc(x))) }),
		expr.Asin:  by(func(c ball.Context, x ball.Ball) ball.Ball { return reciprocal(c, rootOfOneMinusSquare(c, x)) }),
		expr.Acos:  by(func(c ball.Context, x ball.Ball) ball.Ball { return c.Neg(reciprocal(c, rootOfOneMinusSquare(c, x))) }),
		expr.Atan:  by(func(c ball.Context, x ball.Ball) ball.Ball { return reciprocal(c, onePlusSquare(c, x)) }),
		expr.Asec:  by(arcSecant),
		expr.Acsc:  by(func(c ball.Context, x ball.Ball) ball.Ball { return c.Neg(arcSecant(c, x)) }),
		expr.Acot:  by(func(c ball.Context, x ball.Ball) ball.Ball { return c.Neg(reciprocal(c, onePlusSquare(c, x))) }),
		expr.Atan2: angle,
		expr.Sinc:  byBoth(sinc),

		expr.Sinh:  by(ball.Context.Cosh),
		expr.Cosh:  by(ball.Context.Sinh),
		expr.Tanh:  by(func(c ball.Context, x ball.Ball) ball.Ball { return c.Sqr(c.Sech(x)) }),
		expr.Sech:  byBoth(func(c ball.Context, x, y ball.Ball) ball.Ball { return c.Neg(c.Mul(y, c.Tanh(x))) }),
		expr.Csch:  byBoth(func(c ball.Context, x, y ball.Ball) ball.Ball { return c.Neg(c.Mul(y, c.Coth(x))) }),
		expr.Coth:  by(func(c ball.Context, x ball.Ball) ball.Ball { return c.Neg(c.Sqr(c.Csch(x))) }),
		expr.Asinh: by(func(c ball.Context, x ball.Ball) ball.Ball { return reciprocal(c, c.Sqrt(onePlusSquare(c, x))) }),
		expr.Acosh: by(func(c ball.Context, x ball.Ball) ball.Ball { return reciprocal(c, c.Sqrt(c.Neg(oneMinusSquare(c, x)))) }),
		expr.Atanh: by(func(c ball.Context, x ball.Ball) ball.Ball { return reciprocal(c, oneMinusSquare(c, x)) }),
		expr.Asech: by(func(c ball.Context, x ball.Ball) ball.Ball {
			return c.Neg(reciprocal(c, c.Mul(x, rootOfOneMinusSquare(c, x))))
		}),
		expr.Acsch: by(func(c ball.Context, x ball.Ball) ball.Ball {
			return c.Neg(reciprocal(c, c.Mul(c.Abs(x), c.Sqrt(onePlusSquare(c, x)))))
		}),
		expr.Acoth: by(func(c ball.Context, x ball.Ball) ball.Ball { return reciprocal(c, oneMinusSquare(c, x)) }),

		expr.Abs:       by(ball.Context.Sign),
		expr.Sign:      zero,
		expr.Heaviside: zero,
		expr.Floor:     zero,
		expr.Ceil:      zero,
		expr.Round:     zero,
		expr.Trunc:     zero,
		expr.Mod:       remainder,
		expr.Fmod:      remainder,

		expr.Sigmoid: byBoth(func(c ball.Context, x, y ball.Ball) ball.Ball { return c.Mul(y, enclosure.Sigmoid(c, c.Neg(x))) }),
		expr.LogSigmoid: by(func(c ball.Context, x ball.Ball) ball.Ball {
			return enclosure.Sigmoid(c, c.Neg(x))
		}),
		expr.Softplus:   by(enclosure.Sigmoid),
		expr.Relu:       by(ball.Context.Heaviside),
		expr.Tanhshrink: by(func(c ball.Context, x ball.Ball) ball.Ball { return c.Sqr(c.Tanh(x)) }),
		expr.Logit: by(func(c ball.Context, x ball.Ball) ball.Ball {
			return reciprocal(c, c.Mul(x, c.Sub(one, x)))
		}),

		expr.Erf:  by(gaussian),
		expr.Erfc: by(func(c ball.Context, x ball.Ball) ball.Ball { return c.Neg(gaussian(c, x)) }),
		expr.Erfi: by(func(c ball.Context, x ball.Ball) ball.Ball {
			return c.Quo(c.Scale(c.Exp(c.Sqr(x)), 1), c.Sqrt(c.Pi()))
		}),
		expr.Erfinv:  byValue(func(c ball.Context, y ball.Ball) ball.Ball { return reciprocal(c, gaussian(c, y)) }),
		expr.NormPDF: byBoth(func(c ball.Context, x, y ball.Ball) ball.Ball { return c.Neg(c.Mul(x, y)) }),
		expr.NormCDF: by(ball.Context.NormPDF),

		expr.Gamma:     byBoth(func(c ball.Context, x, y ball.Ball) ball.Ball { return c.Mul(y, c.Digamma(x)) }),
		expr.LGamma:    by(ball.Context.Digamma),
		expr.Digamma:   by(ball.Context.Trigamma),
		expr.Trigamma:  by(func(c ball.Context, x ball.Ball) ball.Ball { return c.Polygamma(ball.FromInt(2), x) }),
		expr.Polygamma: byArgument(func(c ball.Context, n, x ball.Ball) ball.Ball { return c.Polygamma(c.Add(n, one), x) }),
		expr.Beta:      beta,
		expr.Factorial: byBoth(func(c ball.Context, x, y ball.Ball) ball.Ball { return c.Mul(y, c.Digamma(c.Add(x, one))) }),
		expr.Binomial:  binomial,

		expr.BesselJ0: by(func(c ball.Context, x ball.Ball) ball.Ball { return c.Neg(c.BesselJ(1, x)) }),
		expr.BesselJ1: by(func(c ball.Context, x ball.Ball) ball.Ball {
			return c.Scale(c.Sub(c.BesselJ(0, x), c.BesselJ(2, x)), -1)
		}),
		expr.BesselJ: byArgument(func(c ball.Context, n, x ball.Ball) ball.Ball {
			return c.Scale(c.Sub(enclosure.BesselJ(c, c.Sub(n, one), x), enclosure.BesselJ(c, c.Add(n, one), x)), -1)
		}),
		expr.BesselY0: by(func(c ball.Context, x ball.Ball) ball.Ball { return c.Neg(c.BesselY(1, x)) }),
		expr.BesselY1: by(func(c ball.Context, x ball.Ball) ball.Ball {
			return c.Scale(c.Sub(c.BesselY(0, x), c.BesselY(2, x)), -1)
		}),
		expr.LambertW: byBoth(func(c ball.Context, x, y ball.Ball) ball.Ball {
			return reciprocal(c, c.Add(x, c.Exp(y)))
		}),

		expr.Min:       selected(expr.Min.Info().Kink, convention, ball.Less),
		expr.Max:       selected(expr.Max.Info().Kink, convention, ball.Greater),
		expr.Argmax:    zero,
		expr.LogSumExp: shares,
		expr.Norm:      unitVector,
	}
	for fn, smooth := range rules {
		rules[fn] = conventional(fn.Info().Kink, convention, smooth)
	}
	return rules
}

// by is the row of a function whose derivative is d of its argument.
func by(d func(c ball.Context, x ball.Ball) ball.Ball) Partials {
	return func(c ball.Context, args []ball.Ball, _ ball.Ball) []ball.Ball { return []ball.Ball{d(c, args[0])} }
}

// byValue is the row of a function whose derivative is d of its value.
func byValue(d func(c ball.Context, y ball.Ball) ball.Ball) Partials {
	return func(c ball.Context, _ []ball.Ball, value ball.Ball) []ball.Ball { return []ball.Ball{d(c, value)} }
}

// byBoth is the row of a function whose derivative is d of its argument and of
// its value.
func byBoth(d func(c ball.Context, x, y ball.Ball) ball.Ball) Partials {
	return func(c ball.Context, args []ball.Ball, value ball.Ball) []ball.Ball {
		return []ball.Ball{d(c, args[0], value)}
	}
}

// byArgument is the row of a function of an order and an argument, by which
// its derivative is d: by the order there is none.
func byArgument(d func(c ball.Context, n, x ball.Ball) ball.Ball) Partials {
	return func(c ball.Context, args []ball.Ball, _ ball.Ball) []ball.Ball {
		return []ball.Ball{ball.None(ball.Undefined), d(c, args[0], args[1])}
	}
}

// zero is the row of a piecewise constant function.
func zero(_ ball.Context, args []ball.Ball, _ ball.Ball) []ball.Ball {
	return make([]ball.Ball, len(args))
}
