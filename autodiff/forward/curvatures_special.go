package forward

import (
	"math"

	"gonum.org/v1/gonum/num/dual"
	"gonum.org/v1/gonum/num/hyperdual"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/special"
)

// curvatureOfErfinv returns 2*y*y'^2 for y = erfinv(x).
func curvatureOfErfinv(x float64) float64 {
	y := special.Erfinv(x)
	slope := 1 / (twoOverSqrtPi * gaussian(y))
	return 2 * y * slope * slope
}

// curvatureOfGamma returns the second derivative of a function of the given
// value with the logarithmic derivative digamma(x).
func curvatureOfGamma(x, value float64) float64 {
	slope := special.Digamma(x)
	return float64(value*slope)*slope + float64(value*special.Trigamma(x))
}

func curvatureOfPolygamma(n, x float64) float64 {
	if math.IsNaN(eval.Polygamma(n, x)) {
		return math.NaN()
	}
	return eval.Polygamma(n+2, x)
}

// curvatureOfBeta is that of the exponential of log-gammas: the square of its
// logarithmic slope and the curvature of its logarithm.
func curvatureOfBeta(args, u, v []float64) float64 {
	x, y := args[0], args[1]
	slopeX, slopeY := -eval.DigammaDifference(x, y), -eval.DigammaDifference(y, x)
	whole := special.Trigamma(x + y)
	return quadratic(
		squared(slopeX)+special.Trigamma(x)-whole, slopeX*slopeY-whole, squared(slopeY)+special.Trigamma(y)-whole, u, v,
	) * special.Beta(x, y)
}

// curvatureOfBinomial is that of the exponential of log-gammas, except by n for a
// small whole k, where n over k is a product.
func curvatureOfBinomial(args, u, v []float64) float64 {
	const few = 64
	n, k := args[0], args[1]
	m := n - k
	value := special.Binomial(n, k)
	slopeN, slopeK := special.Digamma(n+1)-special.Digamma(m+1), special.Digamma(m+1)-special.Digamma(k+1)
	byN := value * (squared(slopeN) + special.Trigamma(n+1) - special.Trigamma(m+1))
	byBoth := value * (float64(slopeN*slopeK) + special.Trigamma(m+1))
	byK := value * (squared(slopeK) - special.Trigamma(m+1) - special.Trigamma(k+1))
	if value == 0 {
		byN, byBoth, byK = zeroOfBinomial(n, k)
	}
	if k == math.Trunc(k) && 0 <= k && k <= few {
		product := hyperdual.Number{Real: 1}
		for j := 0.0; j < k; j++ {
			step := 1 / (j + 1)
			product = hyperdual.Mul(product, hyperdual.Number{Real: (n - j) / (j + 1), E1mag: step, E2mag: step})
		}
		byN = product.E1E2mag
	}
	return quadratic(byN, byBoth, byK, u, v)
}

// zeroOfBinomial returns the second partials of n over k where it is 0: there it
// is sin(pi*k)/pi or sin(pi*(k-n))/pi times a beta function (DLMF 5.5.3), and as
// the sine does not bend at its zeros, its slope meets that of the beta function
// alone.
func zeroOfBinomial(n, k float64) (byN, byBoth, byK float64) {
	slopeN, slopeK := slopesOfBinomial(n, k, 0)
	if k == math.Trunc(k) && k < 0 {
		// times B(-k, n+1)
		whole := special.Digamma(n + 1 - k)
		return 0, slopeK * (special.Digamma(n+1) - whole), 2 * slopeK * (whole - special.Digamma(-k))
	}
	// times B(k-n, n+1)
	below, above, whole := special.Digamma(k-n), special.Digamma(n+1), special.Digamma(k+1)
	byN = 2 * slopeN * (above - below)
	byBoth = slopeN*(below-whole) + slopeK*(above-below)
	return byN, byBoth, 2 * slopeK * (below - whole)
}

// curvatureOfBesselJ returns ((n^2 - n)/x^2 - 1)*J(n, x) + J(n+1, x)/x, which is
// Bessel's equation with DLMF 10.6.2. Where x is so small that J(n, x) runs out of
// digits it takes the first term of the power series (DLMF 10.2.2), a = |n|:
// (x/2)^a/a!, and for a < 2 the second, bent twice.
func curvatureOfBesselJ(n, x float64) float64 {
	const tiny = 1e-9
	if math.IsNaN(eval.BesselJ(n, x)) {
		return math.NaN()
	}
	if n < 0 {
		return math.Pow(-1, n) * curvatureOfBesselJ(-n, x)
	}
	switch {
	case math.Abs(x) >= tiny:
		return float64((float64(n*(n-1))/x/x-1)*eval.BesselJ(n, x)) + eval.BesselJ(n+1, x)/x
	case n == 0:
		return -0.5
	case n == 1:
		return -0.375 * x
	}
	return eval.BesselJ(n-2, x) / 4
}

// curvatureOfBesselY0 returns Bessel's equation, -Y0'(x)/x - Y0(x); -Inf at 0.
func curvatureOfBesselY0(x float64) float64 {
	if x == 0 {
		return math.Inf(-1)
	}
	return -(special.BesselY0(x) - special.BesselY1(x)/x)
}

// curvatureOfBesselY1 returns Bessel's equation, -Y1'(x)/x + (1/x^2 - 1)*Y1(x);
// -Inf at 0.
func curvatureOfBesselY1(x float64) float64 {
	if x == 0 {
		return math.Inf(-1)
	}
	y := special.BesselY1(x)
	return -slopeOfBesselY1(x)/x + (y/x/x - y)
}

// curvatureOfLambertW returns -s^2*(w + 2)/(1 + w) for w = W(x) and its slope s;
// 1 + w is w/(x*s), which does not cancel near the branch point.
func curvatureOfLambertW(x float64) float64 {
	moving := lambertW(dual.Number{Real: x, Emag: 1})
	w, slope := moving.Real, moving.Emag
	switch {
	case x == 0:
		return -2
	case math.IsInf(slope, 1):
		return math.Inf(-1)
	case x > 1:
		return -slope * slope * ((2 + w) / (1 + w))
	}
	return -slope * slope * (2 + w) * (x / w * slope)
}
