package eval

import (
	"fmt"
	"math"

	"github.com/gradcmp/gradcmp/eval/special"
	"github.com/gradcmp/gradcmp/expr"
)

// Kernel computes a function of float64. The arguments are as many as the
// function takes and must be neither kept nor changed. Outside the domain the
// result is NaN.
type Kernel func(args []float64) float64

// Kernels is a table of kernels. It is a value that is passed in, so that a
// row can be exchanged.
type Kernels map[expr.Func]Kernel

// StandardKernels returns a new table with a kernel for every function, as
// accurate as its row of [expr.FuncInfo] states, and the same bits on every
// platform. NaN in gives NaN out, in min and max too.
func StandardKernels() Kernels {
	return Kernels{
		expr.Pi: constant(math.Pi),
		expr.E:  constant(math.E),

		expr.Exp:       unary(special.Exp),
		expr.Expm1:     unary(special.Expm1),
		expr.Log:       unary(special.Log),
		expr.Log1p:     unary(special.Log1p),
		expr.Log2:      unary(special.Log2),
		expr.Log10:     unary(special.Log10),
		expr.Sqrt:      unary(math.Sqrt),
		expr.Cbrt:      unary(special.Cbrt),
		expr.Hypot:     binary(special.Hypot),
		expr.LogAddExp: binary(special.LogAddExp),
		expr.XLogY:     binary(special.XLogY),

		expr.Sin:   unary(special.Sin),
		expr.Cos:   unary(special.Cos),
		expr.Tan:   unary(special.Tan),
		expr.Sec:   unary(special.Sec),
		expr.Csc:   unary(special.Csc),
		expr.Cot:   unary(special.Cot),
		expr.Asin:  unary(special.Asin),
		expr.Acos:  unary(special.Acos),
		expr.Atan:  unary(special.Atan),
		expr.Asec:  unary(special.Asec),
		expr.Acsc:  unary(special.Acsc),
		expr.Acot:  unary(special.Acot),
		expr.Atan2: binary(special.Atan2),
		expr.Sinc:  unary(special.Sinc),

		expr.Sinh:  unary(special.Sinh),
		expr.Cosh:  unary(special.Cosh),
		expr.Tanh:  unary(special.Tanh),
		expr.Sech:  unary(special.Sech),
		expr.Csch:  unary(special.Csch),
		expr.Coth:  unary(special.Coth),
		expr.Asinh: unary(special.Asinh),
		expr.Acosh: unary(special.Acosh),
		expr.Atanh: unary(special.Atanh),
		expr.Asech: unary(special.Asech),
		expr.Acsch: unary(special.Acsch),
		expr.Acoth: unary(special.Acoth),

		expr.Abs:       unary(math.Abs),
		expr.Sign:      unary(Sign),
		expr.Heaviside: unary(Heaviside),
		expr.Floor:     unary(math.Floor),
		expr.Ceil:      unary(math.Ceil),
		expr.Round:     unary(math.RoundToEven),
		expr.Trunc:     unary(math.Trunc),
		expr.Mod:       binary(special.Mod),
		expr.Fmod:      binary(special.Fmod),

		expr.Sigmoid:    unary(special.Sigmoid),
		expr.LogSigmoid: unary(special.LogSigmoid),
		expr.Softplus:   unary(special.Softplus),
		expr.Relu:       unary(Relu),
		expr.Tanhshrink: unary(special.Tanhshrink),
		expr.Logit:      unary(special.Logit),

		expr.Erf:     unary(special.Erf),
		expr.Erfc:    unary(special.Erfc),
		expr.Erfi:    unary(special.Erfi),
		expr.Erfinv:  unary(special.Erfinv),
		expr.NormPDF: unary(special.NormPDF),
		expr.NormCDF: unary(special.NormCDF),

		expr.Gamma:     unary(special.Gamma),
		expr.LGamma:    unary(special.LGamma),
		expr.Digamma:   unary(special.Digamma),
		expr.Trigamma:  unary(special.Trigamma),
		expr.Polygamma: binary(Polygamma),
		expr.Beta:      binary(special.Beta),
		expr.Factorial: unary(special.Factorial),
		expr.Binomial:  binary(special.Binomial),

		expr.BesselJ0: unary(special.BesselJ0),
		expr.BesselJ1: unary(special.BesselJ1),
		expr.BesselJ:  binary(BesselJ),
		expr.BesselY0: unary(special.BesselY0),
		expr.BesselY1: unary(special.BesselY1),
		expr.LambertW: unary(special.LambertW),

		expr.Min:       Min,
		expr.Max:       Max,
		expr.Argmax:    Argmax,
		expr.LogSumExp: LogSumExp,
		expr.Norm:      Norm,
	}
}

// standard is a table that nobody changes.
var standard = StandardKernels()

func constant(c float64) Kernel { return func([]float64) float64 { return c } }

func unary(f func(float64) float64) Kernel {
	return func(args []float64) float64 { return f(args[0]) }
}

func binary(f func(x, y float64) float64) Kernel {
	return func(args []float64) float64 { return f(args[0], args[1]) }
}

// MissingError is returned where a table lacks a row for a function that a
// program calls.
type MissingError struct {
	Table string // what the table holds, such as "kernel"
	Func  expr.Func
}

func (e *MissingError) Error() string {
	return fmt.Sprintf("the function %s has no %s", e.Func, e.Table)
}

// Rows returns the rows of a table that the program needs, such as its
// kernels, as a slice indexed by function for fast access. The error is a
// [*MissingError], with the given word for what the table holds.
func Rows[M ~map[expr.Func]R, R any](p *Program, table string, rows M) ([]R, error) {
	selected := make([]R, len(expr.Funcs()))
	for _, fn := range p.Funcs() {
		row, ok := rows[fn]
		if !ok {
			return nil, &MissingError{table, fn}
		}
		selected[fn] = row
	}
	return selected, nil
}
