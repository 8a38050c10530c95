package truth

import (
	"math"
	"strings"
)

// value returns the true value at a point, which in PyTorch's corpus is
// mathematics' where that is recorded.
func (r *Record) value(k int) float64 {
	if value, _ := r.mathematics(k); !math.IsNaN(value) {
		return value
	}
	return float64(r.Value[k])
}

// partial returns a true partial derivative at a point, NaN where there is no
// value.
func (r *Record) partial(k int, wrt string) float64 {
	if math.IsNaN(r.value(k)) {
		return math.NaN()
	}
	if _, grad := r.mathematics(k); !math.IsNaN(grad.At(wrt)) {
		return grad.At(wrt)
	}
	return r.Grad[k].At(wrt)
}

// partialDigits returns the digits of a true partial derivative at a point, ""
// if there is none.
func (r *Record) partialDigits(k int, wrt string) string {
	if x := r.partial(k, wrt); math.IsNaN(x) {
		return ""
	}
	recorded := r.digits.Grad
	if _, grad := r.mathematics(k); !math.IsNaN(grad.At(wrt)) {
		recorded = r.digits.MathGrad
	}
	return strings.Trim(string(recorded[k][wrt]), `"`)
}

// derivative returns the true derivative by Wrt at a point.
func (r *Record) derivative(k int) float64 {
	if len(r.Deriv) > 0 {
		return float64(r.Deriv[k])
	}
	return r.partial(k, r.Wrt[0])
}

// mathematics returns the value and gradient that stand beside PyTorch's, NaN
// where there are none.
func (r *Record) mathematics(k int) (float64, Coordinates) {
	if len(r.MathValue) == 0 || len(r.MathGrad) == 0 {
		return math.NaN(), nil
	}
	return float64(r.MathValue[k]), r.MathGrad[k]
}

// naive returns the error of a naive evaluation at a point, none if the corpus
// does not say.
func (r *Record) naive(k int) Naive {
	if len(r.Naive64) == 0 {
		return Naive{}
	}
	return r.Naive64[k]
}
