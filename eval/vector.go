package eval

import (
	"math"

	"github.com/gradcmp/gradcmp/eval/special"
)

// Min returns the least argument, NaN if one is NaN.
func Min(args []float64) float64 {
	least := args[0]
	for _, x := range args[1:] {
		least = min(least, x)
	}
	return least
}

// Max returns the greatest argument, NaN if one is NaN.
func Max(args []float64) float64 {
	greatest := args[0]
	for _, x := range args[1:] {
		greatest = max(greatest, x)
	}
	return greatest
}

// Argmax returns the index, from 0, of the first greatest argument. As in
// NumPy and PyTorch a NaN counts as greatest.
func Argmax(args []float64) float64 {
	best := 0
	for i, x := range args {
		if math.IsNaN(args[best]) {
			break
		}
		if x > args[best] || math.IsNaN(x) {
			best = i
		}
	}
	return float64(best)
}

// LogSumExp returns log(exp(x1) + exp(x2) + …), shifted by the greatest
// argument m, whose own term is exactly 1: m + log1p(sum of the others'
// exp(x - m)). If m is ±Inf or NaN the result is m.
func LogSumExp(args []float64) float64 {
	at := int(Argmax(args))
	m := args[at]
	if math.IsInf(m, 0) || math.IsNaN(m) {
		return m
	}
	rest := 0.0
	for i, x := range args {
		if i != at {
			rest += special.Exp(x - m)
		}
	}
	return m + special.Log1p(rest)
}

// Norm returns the Euclidean length. The arguments are scaled by a power of
// two, so that squares neither overflow nor vanish, and the rounding errors of
// the squares and of their sum are summed apart.
func Norm(args []float64) float64 {
	greatest := 0.0
	for _, x := range args {
		greatest = max(greatest, math.Abs(x))
	}
	if greatest == 0 || math.IsInf(greatest, 0) || math.IsNaN(greatest) {
		return greatest
	}
	_, exponent := math.Frexp(greatest)
	sum, rounded := 0.0, 0.0
	for _, x := range args {
		x = math.Ldexp(x, -exponent)
		square, e := twoProd(x, x)
		rounded += e
		sum, e = twoSum(sum, square)
		rounded += e
	}
	return math.Ldexp(math.Sqrt(sum+rounded), exponent)
}
