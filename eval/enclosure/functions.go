package enclosure

import (
	"github.com/gradcmp/gradcmp/eval/ball"
	"github.com/gradcmp/gradcmp/expr"
)

// Function computes a function of balls. The arguments are as many as the
// function takes and must be neither kept nor changed.
type Function func(c ball.Context, args []ball.Ball) ball.Ball

// Functions is a table of functions on balls. It is a value that is passed in,
// so that a row can be exchanged.
type Functions map[expr.Func]Function

// StandardFunctions returns a new table with a row for every function.
func StandardFunctions() Functions {
	return Functions{
		expr.Pi: constant(ball.Context.Pi),
		expr.E:  constant(ball.Context.E),

		expr.Exp:       unary(ball.Context.Exp),
		expr.Expm1:     unary(ball.Context.Expm1),
		expr.Log:       unary(ball.Context.Log),
		expr.Log1p:     unary(ball.Context.Log1p),
		expr.Log2:      unary(ball.Context.Log2),
		expr.Log10:     unary(ball.Context.Log10),
		expr.Sqrt:      unary(ball.Context.Sqrt),
		expr.Cbrt:      unary(ball.Context.Cbrt),
		expr.Hypot:     binary(ball.Context.Hypot),
		expr.LogAddExp: LogSumExp,
		expr.XLogY:     binary(XLogY),

		expr.Sin:   unary(ball.Context.Sin),
		expr.Cos:   unary(ball.Context.Cos),
		expr.Tan:   unary(ball.Context.Tan),
		expr.Sec:   unary(ball.Context.Sec),
		expr.Csc:   unary(ball.Context.Csc),
		expr.Cot:   unary(ball.Context.Cot),
		expr.Asin:  unary(ball.Context.Asin),
		expr.Acos:  unary(ball.Context.Acos),
		expr.Atan:  unary(ball.Context.Atan),
		expr.Asec:  unary(ball.Context.Asec),
		expr.Acsc:  unary(ball.Context.Acsc),
		expr.Acot:  unary(ball.Context.Acot),
		expr.Atan2: binary(ball.Context.Atan2),
		expr.Sinc:  unary(ball.Context.Sinc),

		expr.Sinh:  unary(ball.Context.Sinh),
		expr.Cosh:  unary(ball.Context.Cosh),
		expr.Tanh:  unary(ball.Context.Tanh),
		expr.Sech:  unary(ball.Context.Sech),
		expr.Csch:  unary(ball.Context.Csch),
		expr.Coth:  unary(ball.Context.Coth),
		expr.Asinh: unary(ball.Context.Asinh),
		expr.Acosh: unary(ball.Context.Acosh),
		expr.Atanh: unary(ball.Context.Atanh),
		expr.Asech: unary(ball.Context.Asech),
		expr.Acsch: unary(ball.Context.Acsch),
		expr.Acoth: unary(ball.Context.Acoth),

		expr.Abs:       unary(ball.Context.Abs),
		expr.Sign:      unary(ball.Context.Sign),
		expr.Heaviside: unary(ball.Context.Heaviside),
		expr.Floor:     unary(ball.Context.Floor),
		expr.Ceil:      unary(ball.Context.Ceil),
		expr.Round:     unary(ball.Context.RoundEven),
		expr.Trunc:     unary(ball.Context.Trunc),
		expr.Mod:       binary(ball.Context.Mod),
		expr.Fmod:      binary(ball.Context.Fmod),

		expr.Sigmoid:    unary(Sigmoid),
		expr.LogSigmoid: unary(LogSigmoid),
		expr.Softplus:   unary(Softplus),
		expr.Relu:       unary(Relu),
		expr.Tanhshrink: unary(Tanhshrink),
		expr.Logit:      unary(Logit),

		expr.Erf:     unary(ball.Context.Erf),
		expr.Erfc:    unary(ball.Context.Erfc),
		expr.Erfi:    unary(ball.Context.Erfi),
		expr.Erfinv:  unary(ball.Context.Erfinv),
		expr.NormPDF: unary(ball.Context.NormPDF),
		expr.NormCDF: unary(ball.Context.NormCDF),

		expr.Gamma:     unary(ball.Context.Gamma),
		expr.LGamma:    unary(ball.Context.LGamma),
		expr.Digamma:   unary(ball.Context.Digamma),
		expr.Trigamma:  unary(ball.Context.Trigamma),
		expr.Polygamma: binary(ball.Context.Polygamma),
		expr.Beta:      binary(ball.Context.Beta),
		expr.Factorial: unary(ball.Context.Factorial),
		expr.Binomial:  binary(ball.Context.Binomial),

		expr.BesselJ0: unary(func(c ball.Context, x ball.Ball) ball.Ball { return c.BesselJ(0, x) }),
		expr.BesselJ1: unary(func(c ball.Context, x ball.Ball) ball.Ball { return c.BesselJ(1, x) }),
		expr.BesselJ:  binary(BesselJ),
		expr.BesselY0: unary(func(c ball.Context, x ball.Ball) ball.Ball { return c.BesselY(0, x) }),
		expr.BesselY1: unary(func(c ball.Context, x ball.Ball) ball.Ball { return c.BesselY(1, x) }),
		expr.LambertW: unary(ball.Context.LambertW),

		expr.Min:       fold(ball.Context.Min),
		expr.Max:       fold(ball.Context.Max),
		expr.Argmax:    Argmax,
		expr.LogSumExp: LogSumExp,
		expr.Norm:      Norm,
	}
}

func constant(f func(ball.Context) ball.Ball) Function {
	return func(c ball.Context, _ []ball.Ball) ball.Ball { return f(c) }
}

func unary(f func(c ball.Context, x ball.Ball) ball.Ball) Function {
	return func(c ball.Context, args []ball.Ball) ball.Ball { return f(c, args[0]) }
}

func binary(f func(c ball.Context, x, y ball.Ball) ball.Ball) Function {
	return func(c ball.Context, args []ball.Ball) ball.Ball { return f(c, args[0], args[1]) }
}

// fold combines any number of arguments from the left.
func fold(f func(c ball.Context, x, y ball.Ball) ball.Ball) Function {
	return func(c ball.Context, args []ball.Ball) ball.Ball {
		y := args[0]
		for _, x := range args[1:] {
			y = f(c, y, x)
		}
		return y
	}
}
