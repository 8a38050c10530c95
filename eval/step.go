package eval

// Sign returns -1, 0 or 1 as x is negative, zero or positive.
func Sign(x float64) float64 {
	switch {
	case x > 0:
		return 1
	case x < 0:
		return -1
	case x == 0:
		return 0
	}
	return x // NaN
}

// Heaviside returns 0 for negative x, 1 for positive x and 1/2 at 0.
func Heaviside(x float64) float64 { return (1 + Sign(x)) / 2 }

// Relu returns max(x, 0).
func Relu(x float64) float64 { return max(x, 0) }
