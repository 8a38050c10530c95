package special

import "math"

// Pow returns x^y, to 1 ulp, as exp(y*log(x)) in double-double; a power
// that is a double is exact, and a square root correctly rounded. Special cases are
// those of IEEE 754 and [math.Pow]: x^0 is 1 even for NaN, 1^y is 1, 0^y is 0 or ±Inf,
// (-1)^±Inf is 1, and a negative x has powers of integer y only.
func Pow(x, y float64) float64 {
	switch {
	case y == 0 || x == 1:
		return 1
	case y == 1:
		return x
	case y == 2:
		return float64(x * x)
	case math.IsNaN(x) || math.IsNaN(y):
		return math.NaN()
	case x == 0 || math.IsInf(x, 0):
		return powEdge(x, y)
	case math.IsInf(y, 0):
		return powInf(math.Abs(x), y)
	case y == 0.5:
		return math.Sqrt(x)
	case x > 0:
		return powOf(x, y)
	case y != math.Trunc(y):
		return math.NaN()
	case isOdd(y):
		return -powOf(-x, y)
	}
	return powOf(-x, y)
}

// isOdd tells whether x is an odd integer.
func isOdd(x float64) bool {
	return math.Abs(x) < 0x1p53 && x == math.Trunc(x) && int64(x)&1 != 0
}

// powEdge returns x^y for x = ±0 or ±Inf and y != 0.
func powEdge(x, y float64) float64 {
	size := 0.0
	if (x == 0) == (y < 0) {
		size = math.Inf(1)
	}
	if math.Signbit(x) && isOdd(y) {
		return -size
	}
	return size
}

// powInf returns x^±Inf for finite x > 0.
func powInf(x, y float64) float64 {
	switch {
	case x == 1:
		return 1
	case (x > 1) == (y > 0):
		return math.Inf(1)
	}
	return 0
}

// powOf returns x^y for finite x > 0 and finite y.
func powOf(x, y float64) float64 {
	l := logOf(dd{x, 0})
	switch estimate := y * l.hi; {
	case estimate > 710:
		return math.Inf(1)
	case estimate < -746:
		return 0
	}
	return expOf(l.times(y)).double()
}
