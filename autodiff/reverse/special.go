package reverse

import (
	"math"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/special"
)

const sqrtPi = 1.77245385090551602729816748334114518280

// expOfSquare returns exp(sign*x^2). The rounding error of the square, some
// hundred times greater in the exponential, is made good.
func expOfSquare(x, sign float64) float64 {
	const beyond = 800 // over- or underflows, and an infinity has no rounding error
	square := float64(x * x)
	if square > beyond {
		return special.Exp(sign * square)
	}
	rounded := math.FMA(x, x, -square)
	return special.Exp(sign*square) * (1 + float64(sign*rounded))
}

// normPDF returns the derivative -x*y of the normal density y, which vanishes
// faster than x grows.
func normPDF(x, y float64) float64 {
	if y == 0 {
		return 0
	}
	return -x * y
}

// beta is the row of the beta function, by the logarithmic derivative.
func beta(args []float64, value float64, out []float64) {
	x, y := args[0], args[1]
	out[0] = -value * eval.DigammaDifference(x, y)
	out[1] = -value * eval.DigammaDifference(y, x)
}

// binomial is the row of n over k, by the logarithmic derivative; for whole k
// the difference of digammas by n is a sum, whatever n. The value is 0 where
// k + 1 or n - k + 1 is a pole -m of gamma: there the derivative of 1/gamma is
// (-1)^m*m!.
func binomial(args []float64, value float64, out []float64) {
	n, k := args[0], args[1]
	switch {
	case value == 0 && k < 0 && k == math.Trunc(k):
		out[0], out[1] = 0, -alternating(k)*special.Beta(n+1, -k)
	case value == 0 && k > n && k-n == math.Trunc(k-n):
		out[1] = alternating(k-n) * special.Beta(n+1, k-n)
		out[0] = -out[1]
	default:
		out[0] = value * eval.DigammaDifference(n-k+1, k)
		out[1] = value * eval.DigammaDifference(k+1, n-k-k)
		if k > n-k { // the lesser argument is the exact one
			out[1] = value * -eval.DigammaDifference(n-k+1, k-(n-k))
		}
		if few := 64.0; k == math.Trunc(k) && 0 <= k && k <= few {
			out[0] = value * reciprocals(n, int(k))
		}
	}
}

// alternating returns (-1)^m for a whole number m.
func alternating(m float64) float64 { return 1 - 2*math.Abs(math.Mod(m, 2)) }

// reciprocals returns 1/n + 1/(n-1) + … of k terms.
func reciprocals(n float64, k int) float64 {
	sum := 0.0
	for j := range k {
		sum += 1 / (n - float64(j))
	}
	return sum
}

// besselY1 returns the derivative Y0(x) - Y1(x)/x, +Inf at 0.
func besselY1(x, value float64) float64 {
	if x == 0 {
		return math.Inf(1)
	}
	return special.BesselY0(x) - value/x
}

// lambertW returns the derivative 1/(e^w*(1 + w)) for w = W(x). Near the
// branch point, where 1 + w cancels, u = 1 + w is the root of g(u) = (u-1)*e^u
// + 1 = 1 + e*x, whose right side is exact enough with e in two parts; a step
// of Newton's method restores the digits, with g(u) = u^2/2 + u^3/3 + u^4/8 +
// … summed by its series (R. M. Corless et al., On the Lambert W Function,
// Advances in Computational Mathematics 5 (1996), section 4).
func lambertW(x, w float64) float64 {
	const (
		near     = 0.1
		eHi, eLo = math.E, 1.4456468917292502e-16
		terms    = 18
	)
	u := 1 + w
	if u < near {
		if u <= 0 {
			return math.Inf(1)
		}
		rest := math.FMA(eHi, x, 1) + float64(eLo*x)
		term, sum := u, 0.0 // u^k/k!
		for k := 2; k <= terms; k++ {
			term *= u / float64(k)
			sum += float64(k-1) * term
		}
		u -= (sum - rest) / (u * special.Exp(u))
	}
	if x > 1 { // where exp(w) would magnify the rounding error of w
		return 1 / x / (1 + 1/w)
	}
	return 1 / (special.Exp(w) * u)
}
