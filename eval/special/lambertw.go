package special

import "math"

// e is Euler's number.
var e = dd{2.718281828459045, 1.4456468917292502e-16}

// LambertW returns the principal real branch of the inverse of w*e^w, to 1
// ulp; NaN for x < -1/e. The double nearest to -1/e, which is a little below it, gives -1.
// LambertW(±0) is ±0, LambertW(+Inf) is +Inf.
//
// Next to the branch point it is a polynomial in sqrt(2(e x + 1)); elsewhere
// Halley's method (Corless et al. 1996), with a last step of Newton's in double-double.
func LambertW(x float64) float64 {
	const branch = -0.36787944117144233
	switch {
	case math.Abs(x) < 0x1p-60 || math.IsInf(x, 1):
		return x
	case x == branch:
		return -1
	case !(x > branch):
		return math.NaN()
	}
	p := e.times(x).plus(1).twice(2).sqrt()
	if p.hi < 0.25 {
		return lambertPieces.at(p).double()
	}
	w := lambertGuess(x, p.hi)
	for range 2 {
		// With d = w - x e^-w, Halley's step is d/(1 + w - d(w+2)/(2w+2)).
		d := w - lambertTarget(x, w).double()
		w -= d / (w + 1 - float64(d*(w+2))/(float64(2*w)+2))
	}
	d := lambertTarget(x, w).neg().plus(w)
	return w - d.hi/(w+1)
}

// lambertTarget returns x*e^-w, which is w at the solution.
func lambertTarget(x, w float64) dd {
	m, k := math.Frexp(x)
	t := expOf(dd{-w, 0})
	return scaled{t.m.times(m), t.e + k}.dd()
}

// lambertGuess returns w within 0.05, given p = sqrt(2(e x + 1)).
func lambertGuess(x, p float64) float64 {
	switch {
	case math.Abs(x) < 0x1p-10: // near in proportion, too
		return x - float64(x*x)
	case x < 0: // -1 + p - p^2/3 + 11/72 p^3 - …, as a fraction
		return p/(1+float64(p*(1.0/3-float64(p/24)))) - 1
	case x < 3: // Winitzki 2003
		l := Log1p(x)
		return float64(l * (1 - Log1p(l)/(2+l)))
	}
	l := Log(x)
	m := Log(l)
	return l - m + m/l
}
