package reverse

import (
	"math"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/special"
)

// gammaBend returns the second derivative of a function with the logarithmic
// derivative digamma(x), where it has the value y.
func gammaBend(x, y float64) float64 {
	return y * (square(special.Digamma(x)) + special.Trigamma(x))
}

// polygammaBend returns the second derivative of polygamma by x.
func polygammaBend(n, x, y float64) float64 {
	if math.IsNaN(y) {
		return y
	}
	return eval.Polygamma(n+2, x)
}

// betaBend returns the second partials of the beta function, by its logarithmic
// derivatives.
func betaBend(x, y, value float64) (xx, xy, yy float64) {
	p, q := -eval.DigammaDifference(x, y), -eval.DigammaDifference(y, x)
	common := special.Trigamma(x + y)
	xx = value * (float64(p*p) + (special.Trigamma(x) - common))
	xy = value * (float64(p*q) - common)
	yy = value * (float64(q*q) + (special.Trigamma(y) - common))
	return xx, xy, yy
}

// binomialBend returns the second partials of n over k, by its logarithmic
// derivatives. For a small whole k it is a polynomial in n.
func binomialBend(n, k, value float64) (nn, nk, kk float64) {
	m := n - k
	if value == 0 {
		nn, nk, kk = binomialBendAtZero(n, k)
	} else {
		byN, byK := special.Digamma(n+1)-special.Digamma(m+1), special.Digamma(m+1)-special.Digamma(k+1)
		pole := special.Trigamma(m + 1)
		nn = value * (float64(byN*byN) + (special.Trigamma(n+1) - pole))
		nk = value * (float64(byN*byK) + pole)
		kk = value * (float64(byK*byK) - (pole + special.Trigamma(k+1)))
	}
	const few = 64
	if k == math.Trunc(k) && 0 <= k && k <= few {
		nn = fallingBend(n, int(k))
	}
	return nn, nk, kk
}

// binomialBendAtZero returns the second partials of n over k where one of the
// gamma functions below has a pole -q: there 1/gamma is (-1)^q*q!*(e - digamma(q
// + 1)*e^2 + …) in the distance e, and the other gamma functions move as usual.
func binomialBendAtZero(n, k float64) (nn, nk, kk float64) {
	var slopes [2]float64
	binomial([]float64{n, k}, 0, slopes[:])
	if k < 0 && k == math.Trunc(k) {
		slope, rest := slopes[1], special.Digamma(n-k+1)
		return 0, slope * (special.Digamma(n+1) - rest), 2 * slope * (rest - special.Digamma(-k))
	}
	slope, pole := slopes[0], special.Digamma(k-n)
	byN, byK := special.Digamma(n+1)-pole, special.Digamma(k+1)-pole
	return 2 * slope * byN, -slope * (byN + byK), 2 * slope * byK
}

// fallingBend returns the second derivative by n of n*(n-1)*…/k!, of k factors,
// by the product rule from factor to factor.
func fallingBend(n float64, k int) float64 {
	value, first, second := 1.0, 0.0, 0.0
	for j := range k {
		factor, rank := n-float64(j), float64(j+1)
		second = (float64(second*factor) + 2*first) / rank
		first = (float64(first*factor) + value) / rank
		value = value * factor / rank
	}
	return second
}

// besselBend returns (J(n-2, x) - 2*J(n, x) + J(n+2, x))/4 for J(n, x) = y, which
// is DLMF 10.6.7.
func besselBend(n, x, y float64) float64 {
	if math.IsNaN(y) {
		return y
	}
	return (eval.BesselJ(n-2, x) - 2*y + eval.BesselJ(n+2, x)) / 4
}

// besselY0Bend returns Y1(x)/x - Y0(x), -Inf at 0.
func besselY0Bend(x, y float64) float64 {
	if x == 0 {
		return math.Inf(-1)
	}
	return special.BesselY1(x)/x - y
}

// besselY1Bend returns -Y1(x) - (Y0(x) - 2*Y1(x)/x)/x, -Inf at 0.
func besselY1Bend(x, y float64) float64 {
	if x == 0 {
		return math.Inf(-1)
	}
	return -y - (special.BesselY0(x)-2*y/x)/x
}

// lambertBend returns -d^2*(w + 2)/(1 + w) for w = W(x) and its derivative d.
// Near the branch point, where 1 + w cancels, it is 1/(d*exp(w)).
func lambertBend(x, w float64) float64 {
	d := lambertW(x, w)
	if math.IsInf(d, 1) {
		return math.Inf(-1)
	}
	if x > 1 {
		return -d * d * ((w + 2) / (w + 1))
	}
	return -d * d * (w + 2) * float64(d*special.Exp(w))
}
