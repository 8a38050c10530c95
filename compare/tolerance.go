package compare

import "math"

// Tolerance says how far two values may lie apart and still agree: by no more
// than Absolute + Relative*max(|a|, |b|) + ULP units of the last place of the
// larger one.
type Tolerance struct {
	Relative float64
	Absolute float64
	ULP      float64
}

// DefaultTolerance allows a relative difference of 1e-9, which leaves room for
// the loss of about half of a double's 16 digits, and no absolute difference.
var DefaultTolerance = Tolerance{Relative: 1e-9}

// Accepts reports whether a and b agree. Equal infinities do, and so do two
// NaNs; an infinity or NaN agrees with nothing else.
func (t Tolerance) Accepts(a, b float64) bool {
	if a == b || math.IsNaN(a) && math.IsNaN(b) {
		return true
	}
	difference := math.Abs(a - b)
	if math.IsNaN(difference) || math.IsInf(difference, 0) && (math.IsInf(a, 0) || math.IsInf(b, 0)) {
		return false
	}
	larger := math.Max(math.Abs(a), math.Abs(b))
	return difference <= t.Absolute+float64(t.Relative*larger)+float64(t.ULP*ulpOf(larger))
}

// Difference is how far two or more values lie apart.
type Difference struct {
	Absolute float64
	Relative float64 // to the larger value
	ULP      float64 // in units in the last place: the number of doubles from one to the other
}

// differ returns the difference of two values: none for two NaNs, infinite
// between a NaN or infinity and anything else.
func differ(a, b float64) Difference {
	if a == b || math.IsNaN(a) && math.IsNaN(b) {
		return Difference{}
	}
	if math.IsNaN(a) || math.IsNaN(b) || math.IsInf(a, 0) || math.IsInf(b, 0) {
		inf := math.Inf(1)
		return Difference{inf, inf, inf}
	}
	difference := math.Abs(a - b)
	return Difference{
		Absolute: difference,
		Relative: math.Abs(a/math.Max(math.Abs(a), math.Abs(b)) - b/math.Max(math.Abs(a), math.Abs(b))),
		ULP:      steps(a, b),
	}
}

// steps returns the number of doubles from a to b, exact up to 2^53.
func steps(a, b float64) float64 {
	m, n := lattice(a), lattice(b)
	if (m < 0) != (n < 0) { // the difference could overflow
		return math.Abs(float64(m)) + math.Abs(float64(n))
	}
	return math.Abs(float64(m - n))
}

// lattice numbers the doubles in their order, both zeros being number 0.
func lattice(x float64) int64 {
	n := int64(math.Float64bits(x) &^ (1 << 63))
	if math.Signbit(x) {
		return -n
	}
	return n
}

// widest returns the largest differences among the values, each taken by
// itself.
func widest(values []float64) Difference {
	var most Difference
	for i, a := range values {
		for _, b := range values[:i] {
			d := differ(a, b)
			most.Absolute = math.Max(most.Absolute, d.Absolute)
			most.Relative = math.Max(most.Relative, d.Relative)
			most.ULP = math.Max(most.ULP, d.ULP)
		}
	}
	return most
}
