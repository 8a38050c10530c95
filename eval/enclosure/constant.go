package enclosure

import (
	"math"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/ball"
	"github.com/gradcmp/gradcmp/expr"
)

// Constant returns the double nearest to the value of a constant expression,
// which is enclosed until it is certain. Where the expression has no real value,
// such as 1/0, it is what doubles make of it: an infinity or NaN. It is NaN where
// the expression has variables.
func Constant(x expr.Expr) float64 {
	program, err := eval.Compile(nil, Fold(x))
	if err != nil {
		return math.NaN()
	}
	const digits = 20
	var nearest float64
	known := false
	ar := &Arithmetic{Functions: StandardFunctions()}
	it := eval.NewInterpreter[ball.Ball](program, ar)
	Goal{Digits: digits}.Rise(func(c ball.Context) bool {
		ar.Context = c
		it.LoadConstants()
		y := it.Run(nil, nil)[0]
		if y.IsKnown() {
			nearest, _ = y.Mid().Float64()
			known = true
		}
		double, certain := y.Float64()
		if certain {
			nearest = double
		}
		return certain || y.State() == ball.Undefined || y.State() == ball.Beyond
	})
	if !known {
		return program.Eval(nil, nil)[0]
	}
	return nearest
}
