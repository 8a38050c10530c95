package evaltest

import "math"

// Difference estimates the derivative of f by coordinate i at x by central
// differences. It reports false where no derivative is to be had so: where
// two steps, or the two sides, do not agree, as at a kink or a jump, or the
// value is not finite nearby.
func Difference(f func(x []float64) float64, x []float64, i int) (slope float64, ok bool) {
	const (
		step   = 1e-5
		steps  = 1e-5 // relative agreement of two steps
		twoWay = 1e-3 // relative agreement of the two sides
	)
	x = append([]float64(nil), x...)
	at := x[i]
	value := func(h float64) float64 {
		x[i] = at + h
		return f(x)
	}
	central := func(h float64) float64 { return (value(h) - value(-h)) / (2 * h) }
	coarse, fine, middle := central(step), central(step/4), value(0)
	right, left := (value(step)-middle)/step, (middle-value(-step))/step
	near := func(a, b, tolerance float64) bool { return math.Abs(a-b) <= tolerance*(1+math.Abs(fine)) }
	return fine, near(coarse, fine, steps) && near(right, left, twoWay)
}

// Tame reports whether all values are finite and, unless 0, of moderate size,
// so that differences are not drowned in rounding errors.
func Tame(values []float64) bool {
	for _, v := range values {
		if a := math.Abs(v); v != 0 && !(1e-3 <= a && a <= 1e3) {
			return false
		}
	}
	return true
}
