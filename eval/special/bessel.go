package special

import "math"

// Hankel's expansions serve from here on, and polynomials below.
const hankel = 25

// 1/sqrt(pi) and 2/pi.
var (
	invSqrtPi = dd{0.5641895835477563, 7.66772980658294e-18}
	twoInvPi  = dd{0.6366197723675814, -3.935735335036497e-17}
)

// waves returns p and q of Hankel's expansions (DLMF 10.17.3-4) for x >= hankel,
// over sqrt(pi x), and sin x ± cos x.
func waves(x float64, ps, qs pieces) (p, q, plus, minus dd) {
	z := one.div(twoProd(x, x))
	if x > 0x1p500 {
		z = dd{}
	}
	k := invSqrtPi.div(dd{x, 0}.sqrt())
	a := reduce(x)
	s, c := a.sin(), a.cos()
	return k.mul(ps.at(z)), k.mul(qs.at(z)).div(dd{x, 0}), s.add(c), s.sub(c)
}

// j0Of returns J0(x) for finite x >= 0.
func j0Of(x float64) dd {
	if x < hankel {
		return j0Pieces.at(dd{x, 0})
	}
	p, q, plus, minus := waves(x, p0Hankel, q0Hankel)
	return p.mul(plus).sub(q.mul(minus))
}

// j1Of returns J1(x) for finite x >= 0.
func j1Of(x float64) dd {
	if x < hankel {
		return j1Pieces.at(dd{x, 0})
	}
	p, q, plus, minus := waves(x, p1Hankel, q1Hankel)
	return p.mul(minus).add(q.mul(plus))
}

// BesselJ0 returns the Bessel function of the first kind of order 0, to 2 ulp for
// |x| < 25, at the zeros too. Beyond, the error is below 2 ulp or 2^-59 of the
// amplitude sqrt(2/(pi |x|)), whichever is the greater: next to a zero, where the
// function is less than 1/50 of the amplitude, the relative error grows.
// J0(±Inf) is 0.
func BesselJ0(x float64) float64 {
	switch {
	case math.IsNaN(x):
		return x
	case math.IsInf(x, 0):
		return 0
	}
	return j0Of(math.Abs(x)).double()
}

// BesselJ1 returns the Bessel function of the first kind of order 1, with the
// accuracy of [BesselJ0]. BesselJ1(±0) is ±0, BesselJ1(±Inf) is ±0.
func BesselJ1(x float64) float64 {
	a := math.Abs(x)
	switch {
	case a < linear:
		return x / 2
	case math.IsNaN(x):
		return x
	case math.IsInf(x, 0):
		return math.Copysign(0, x)
	}
	y := j1Of(a).double()
	if x < 0 {
		return -y
	}
	return y
}

// BesselY0 returns the Bessel function of the second kind of order 0, with the
// accuracy of [BesselJ0]; NaN for x < 0. BesselY0(0) is -Inf, BesselY0(+Inf) is 0.
func BesselY0(x float64) float64 {
	switch {
	case x == 0:
		return math.Inf(-1)
	case !(x > 0):
		return math.NaN()
	case math.IsInf(x, 1):
		return 0
	case x <= 0.75:
		log := twoInvPi.mul(logOf(dd{x, 0})).mul(j0Of(x))
		return log.add(y0Regular.at(twoProd(x, x))).double()
	case x < hankel:
		return y0Pieces.at(dd{x, 0}).double()
	}
	p, q, plus, minus := waves(x, p0Hankel, q0Hankel)
	return p.mul(minus).add(q.mul(plus)).double()
}

// BesselY1 returns the Bessel function of the second kind of order 1, with the
// accuracy of [BesselJ0]; NaN for x < 0. BesselY1(0) is -Inf, BesselY1(+Inf) is 0.
func BesselY1(x float64) float64 {
	switch {
	case x == 0:
		return math.Inf(-1)
	case !(x > 0):
		return math.NaN()
	case math.IsInf(x, 1):
		return 0
	case x < linear:
		return -divide(twoInvPi, x)
	case x <= 1.25:
		log := twoInvPi.mul(logOf(dd{x, 0})).mul(j1Of(x))
		pole := twoInvPi.div(dd{x, 0})
		return log.add(y1Regular.at(twoProd(x, x)).times(x)).sub(pole).double()
	case x < hankel:
		return y1Pieces.at(dd{x, 0}).double()
	}
	p, q, plus, minus := waves(x, p1Hankel, q1Hankel)
	return q.mul(minus).sub(p.mul(plus)).double()
}
