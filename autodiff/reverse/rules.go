package reverse

import (
	"math"

	"github.com/gradcmp/gradcmp/eval"
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
// Conventions where a derivative does not exist, which are PyTorch's: abs and
// relu at 0 have derivative 0; sign and argmax have derivative 0 everywhere;
// tied arguments of min and max share 1 equally; norm has gradient 0 at the
// origin. At the edge of a domain the derivative is the limit, such as +Inf
// for sqrt and log at 0, and outside it is NaN.
func StandardRules() Rules {
	return Rules{
		expr.Pi:        func([]float64, float64, []float64) {},
		expr.E:         func([]float64, float64, []float64) {},
		expr.Exp:       fromValue(func(y float64) float64 { return y }),
		expr.Expm1:     unary(math.Exp),
		expr.Log:       unary(reciprocal),
		expr.Log1p:     unary(func(x float64) float64 { return reciprocal(1 + x) }),
		expr.Sqrt:      fromValue(func(y float64) float64 { return 0.5 / math.Abs(y) }),
		expr.Sin:       unary(math.Cos),
		expr.Cos:       unary(func(x float64) float64 { return -math.Sin(x) }),
		expr.Tan:       fromValue(func(y float64) float64 { return 1 + float64(y*y) }),
		expr.Asin:      unary(func(x float64) float64 { return 1 / math.Sqrt(float64((1-x)*(1+x))) }),
		expr.Acos:      unary(func(x float64) float64 { return -1 / math.Sqrt(float64((1-x)*(1+x))) }),
		expr.Atan:      unary(func(x float64) float64 { return 1 / (1 + float64(x*x)) }),
		expr.Sinh:      unary(eval.Cosh),
		expr.Cosh:      unary(eval.Sinh),
		expr.Tanh:      unary(sechSquared),
		expr.Abs:       unary(signOf),
		expr.Sign:      zero,
		expr.Sigmoid:   unary(logisticDensity),
		expr.Softplus:  unary(logistic),
		expr.Relu:      unary(step),
		expr.Min:       shareTies,
		expr.Max:       shareTies,
		expr.Argmax:    zero,
		expr.LogSumExp: softmax,
		expr.Norm:      direction,
	}
}

// unary is the row of a function whose derivative is d of its argument.
func unary(d func(x float64) float64) Partials {
	return func(args []float64, _ float64, out []float64) { out[0] = d(args[0]) }
}

// fromValue is the row of a function whose derivative is d of its value.
func fromValue(d func(y float64) float64) Partials {
	return func(_ []float64, value float64, out []float64) { out[0] = d(value) }
}

// zero is the row of a piecewise constant function.
func zero(_ []float64, _ float64, out []float64) { clear(out) }

// reciprocal returns 1/x on the domain of the logarithm: +Inf at 0 of either
// sign, NaN below.
func reciprocal(x float64) float64 {
	if x < 0 {
		return math.NaN()
	}
	return 1 / math.Abs(x)
}

// sechSquared returns 1/cosh(x)^2, which is 1 - tanh(x)^2 without its
// cancellation.
func sechSquared(x float64) float64 {
	sech := 1 / math.Cosh(x)
	return sech * sech
}

// signOf returns the sign of x; 0 and NaN are their own.
func signOf(x float64) float64 {
	if x == 0 || math.IsNaN(x) {
		return x
	}
	return math.Copysign(1, x)
}

// step returns 1 for x > 0, otherwise 0, NaN for NaN.
func step(x float64) float64 {
	switch {
	case x > 0:
		return 1
	case x <= 0:
		return 0
	}
	return x
}

// logistic returns 1/(1 + exp(-x)): for negative x it is exp(x) over 1 +
// exp(x).
func logistic(x float64) float64 {
	t := math.Exp(-math.Abs(x))
	if x < 0 {
		return t / (1 + t)
	}
	return 1 / (1 + t)
}

// logisticDensity returns the derivative of the logistic function, an even
// function, as t/(1+t)^2 with t = exp(-|x|): s(1-s) would be 0 from x = 37 on.
func logisticDensity(x float64) float64 {
	t := math.Exp(-math.Abs(x))
	return t / ((1 + t) * (1 + t))
}

// shareTies is the row of min and max: the arguments equal to the value share
// 1 equally.
func shareTies(args []float64, value float64, out []float64) {
	ties := 0.0
	for i, x := range args {
		out[i] = 0
		if x == value {
			out[i] = 1
			ties++
		}
	}
	for i := range out {
		out[i] /= ties // 0/0 is NaN: no argument equals a value that is NaN
	}
}

// softmax is the row of logsumexp: exp(x_i - m) over the sum of those, m the
// greatest argument.
func softmax(args []float64, _ float64, out []float64) {
	m := math.Inf(-1)
	for _, x := range args {
		m = max(m, x)
	}
	sum := 0.0
	for i, x := range args {
		out[i] = 1
		if x != m { // Inf - Inf would be NaN
			out[i] = math.Exp(x - m)
		}
		sum += out[i]
	}
	for i := range out {
		out[i] /= sum
	}
}

// direction is the row of norm: the unit vector, or 0 at the origin.
func direction(args []float64, value float64, out []float64) {
	if value == 0 {
		clear(out)
		return
	}
	for i, x := range args {
		out[i] = x / value
	}
}
