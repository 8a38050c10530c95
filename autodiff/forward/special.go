package forward

import (
	"math"

	"gonum.org/v1/gonum/num/dual"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/special"
)

// twoOverSqrtPi is the slope of erf at 0.
const twoOverSqrtPi = 1.12837916709551257389615890312154517169

// gaussian returns exp(-x^2). The square of x has more digits than a double:
// with h, the upper half of x, it is h^2, exactly, and (x-h)*(x+h), which is
// small.
func gaussian(x float64) float64 {
	h := math.Float64frombits(math.Float64bits(x) >> 27 << 27)
	if math.IsInf(x, 0) {
		return 0
	}
	return special.Exp(-h*h) * special.Exp(-(x-h)*(x+h))
}

// erfinv moves as the inverse of erf does: by 1 over the slope of erf there.
func erfinv(d dual.Number) dual.Number {
	y := special.Erfinv(d.Real)
	return dual.Number{Real: y, Emag: over(d.Emag, twoOverSqrtPi*gaussian(y))}
}

// normPDF returns the normal density, which vanishes faster than x grows.
func normPDF(d dual.Number) dual.Number {
	y := special.NormPDF(d.Real)
	if math.IsInf(d.Real, 0) {
		return dual.Number{Real: y}
	}
	return moved(y, -d.Real*y, d)
}

func gamma(d dual.Number) dual.Number {
	y := special.Gamma(d.Real)
	return moved(y, special.Digamma(d.Real)*y, d)
}

func factorial(d dual.Number) dual.Number {
	y := special.Factorial(d.Real)
	return moved(y, special.Digamma(1+d.Real)*y, d)
}

// beta moves as the sum of two log-gammas less a third.
func beta(args []dual.Number) dual.Number {
	x, y := args[0], args[1]
	value := special.Beta(x.Real, y.Real)
	byX, byY := eval.DigammaDifference(x.Real, y.Real), eval.DigammaDifference(y.Real, x.Real)
	return plane(value, value*-byX, value*-byY, x, y)
}

// binomial returns n over k. By n, for a whole k that is not large, it is the
// product of (n-j)/(j+1), and moves so; otherwise as its log-gammas do.
func binomial(args []dual.Number) dual.Number {
	const few = 64
	n, k := args[0], args[1]
	value := special.Binomial(n.Real, k.Real)
	slopeN, slopeK := slopesOfBinomial(n.Real, k.Real, value)
	if k.Real == math.Trunc(k.Real) && 0 <= k.Real && k.Real <= few && !math.IsNaN(value) {
		product := dual.Number{Real: 1}
		for j := 0.0; j < k.Real; j++ {
			product = dual.Mul(product, dual.Number{Real: (n.Real - j) / (j + 1), Emag: 1 / (j + 1)})
		}
		slopeN = product.Emag
	}
	return plane(value, slopeN, slopeK, n, k)
}

// slopesOfBinomial returns the partials of n over k. At the zeros, where one of
// the gamma functions below has a pole, the reflection of DLMF 5.5.3 makes n
// over k the product of a beta function and sin(pi*k)/pi or sin(pi*(k-n))/pi,
// of which only the sine moves.
func slopesOfBinomial(n, k, value float64) (byN, byK float64) {
	whole := func(x float64) bool { return x == math.Trunc(x) }
	cosine := func(m float64) float64 { // of pi*m
		if math.Mod(m, 2) == 0 {
			return 1
		}
		return -1
	}
	switch {
	case value == 0 && whole(k) && k < 0:
		return 0, -cosine(k) * special.Beta(-k, n+1)
	case value == 0 && whole(k-n) && k > n:
		slope := -cosine(k-n) * special.Beta(k-n, n+1)
		return slope, -slope
	}
	m := n - k
	byN = value * eval.DigammaDifference(m+1, k)
	if k <= m { // from the lesser argument to the greater, whose 1 may be lost
		return byN, value * eval.DigammaDifference(k+1, m-k)
	}
	return byN, value * -eval.DigammaDifference(m+1, k-m)
}

// lambertW returns w = W(x), which moves by w/(x*(1 + w)). Near the branch
// point 1 + w cancels; it is then sqrt(2*(r - u^3/3 - u^4/8 - …)) with r = 1 +
// e*x and u itself in the small terms.
func lambertW(d dual.Number) dual.Number {
	const (
		near   = 0.1
		eRest  = 1.4456468917292502e-16 // e less the nearest double
		powers = 18
	)
	x := d.Real
	w := special.LambertW(x)
	u := 1 + w
	if u < near {
		r := math.FMA(math.E, x, 1) + float64(eRest*x)
		small := 0.0
		for k := powers; k >= 3; k-- { // (k-1)/k!*u^k, by Horner's rule from the last
			small = float64(u/float64(k)) * (small + float64(k-1))
		}
		u = math.Sqrt(2 * max(r-float64(small*float64(u*u)/2), 0))
	}
	switch {
	case x == 0:
		return moved(w, 1, d)
	case u == 0:
		return moved(w, math.Inf(1), d)
	case x > 1:
		return moved(w, 1/float64(x*(1+1/w)), d)
	}
	return moved(w, w/x/u, d)
}
