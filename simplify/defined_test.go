package simplify_test

import (
	"math"

	"pgregory.net/rapid"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
)

// defined is the arithmetic of float64 in which every result that is not
// finite is NaN, and so is everything computed from it. Only the side of a
// choice that is not taken does not count. A value other than NaN says that
// the formula as written is defined.
type defined struct{ eval.Arithmetic[float64] }

func finite(y float64, from ...float64) float64 {
	for _, x := range append(from, y) {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return math.NaN()
		}
	}
	return y
}

func (d defined) Pow(a, b float64) float64 { return finite(d.Arithmetic.Pow(a, b), a, b) }

func (d defined) Div(a, b float64) float64 { return finite(a/b, a, b) }

func (d defined) Call(fn expr.Func, args []float64) float64 {
	return finite(d.Arithmetic.Call(fn, args), args...)
}

// Compare is undefined where rounding may decide: where the values are close, or
// are equal and not as round as the coordinates of points.
func (d defined) Compare(r expr.Relation, a, b float64) float64 {
	const round = 1 << 20
	if a != b && math.Abs(a-b) < 1e-9*(math.Abs(a)+math.Abs(b)) || a == b && a*round != math.Trunc(a*round) {
		return math.NaN()
	}
	return finite(d.Arithmetic.Compare(r, a, b), a, b)
}

func (d defined) Select(c, a, b float64) float64 {
	return finite(d.Arithmetic.Select(c, a, b), c)
}

// reading evaluates a formula with all its subexpressions.
type reading struct {
	program *eval.Program
	defined *eval.Interpreter[float64]
}

func newReading(t *rapid.T, vars []expr.Expr, x expr.Expr) *reading {
	outputs := []expr.Expr{x}
	for _, id := range expr.Reach(x) {
		outputs = append(outputs, x.Graph().At(id))
	}
	p, err := eval.Compile(vars, outputs)
	if err != nil {
		t.Fatal(err)
	}
	arithmetic := defined{eval.NewPerturbed(eval.StandardKernels(), 1)}
	return &reading{p, eval.NewInterpreter[float64](p, arithmetic)}
}

// at returns the value and a generous estimate of its rounding error. ok says
// that the formula is defined there and that no subexpression is drowned in
// rounding errors, as sin(pi) is, whose true value is 0.
func (r *reading) at(point []float64) (value, noise float64, ok bool) {
	const samples, generous = 8, 100
	values := r.program.Eval(nil, point)
	noises := eval.Noise(r.program, point, samples, 1)
	ok = !math.IsNaN(r.defined.Run(nil, point)[0])
	for i, v := range values {
		ok = ok && (math.IsNaN(v) || generous*noises[i] <= 1e-3*math.Abs(v) && math.Abs(v) < 1e100)
	}
	return values[0], generous * noises[0], ok
}
