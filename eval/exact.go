package eval

import "math"

// twoSum returns the rounded sum of a and b and its rounding error (Knuth, The
// Art of Computer Programming, volume 2, section 4.2.2).
func twoSum(a, b float64) (sum, rounded float64) {
	sum = a + b
	t := sum - a
	return sum, (a - (sum - t)) + (b - t)
}

// twoProd returns the rounded product of a and b and its rounding error.
func twoProd(a, b float64) (product, rounded float64) {
	product = float64(a * b)
	return product, math.FMA(a, b, -product)
}
