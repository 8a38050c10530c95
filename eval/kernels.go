package eval

import (
	"fmt"
	"math"

	"github.com/gradcmp/gradcmp/expr"
)

// Kernel computes a function of float64. The arguments are as many as the
// function takes and must be neither kept nor changed. Outside the domain the
// result is NaN.
type Kernel func(args []float64) float64

// Kernels is a table of kernels. It is a value that is passed in, so that a
// row can be exchanged.
type Kernels map[expr.Func]Kernel

// StandardKernels returns a new table with a kernel for every function.
//
// On the recorded values tan is within 5 ulp and all others are within 2 ulp;
// logsumexp loses more where its terms cancel. NaN in gives NaN out, in min
// and max too.
func StandardKernels() Kernels {
	return Kernels{
		expr.Pi:        constant(math.Pi),
		expr.E:         constant(math.E),
		expr.Exp:       unary(math.Exp),
		expr.Expm1:     unary(math.Expm1),
		expr.Log:       unary(Log),
		expr.Log1p:     unary(math.Log1p),
		expr.Sqrt:      unary(math.Sqrt),
		expr.Sin:       unary(math.Sin),
		expr.Cos:       unary(math.Cos),
		expr.Tan:       unary(math.Tan),
		expr.Asin:      unary(Asin),
		expr.Acos:      unary(Acos),
		expr.Atan:      unary(math.Atan),
		expr.Sinh:      unary(Sinh),
		expr.Cosh:      unary(Cosh),
		expr.Tanh:      unary(math.Tanh),
		expr.Abs:       unary(math.Abs),
		expr.Sign:      unary(Sign),
		expr.Sigmoid:   unary(Sigmoid),
		expr.Softplus:  unary(Softplus),
		expr.Relu:      unary(Relu),
		expr.Min:       Min,
		expr.Max:       Max,
		expr.Argmax:    Argmax,
		expr.LogSumExp: LogSumExp,
		expr.Norm:      Norm,
	}
}

func constant(c float64) Kernel { return func([]float64) float64 { return c } }

func unary(f func(float64) float64) Kernel {
	return func(args []float64) float64 { return f(args[0]) }
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
