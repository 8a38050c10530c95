package special

import "math"

// Constants of the family.
var (
	twoInvSqrtPi = dd{1.1283791670955126, 1.533545961316588e-17}  // 2/sqrt(pi)
	invSqrt2Pi   = dd{0.3989422804014327, -2.49232720227773e-17}  // 1/sqrt(2 pi)
	sqrtHalf     = dd{0.7071067811865476, -4.833646656726457e-17} // 1/sqrt(2)
)

// erfcLarge returns erfc(x) for x > 0.7, given x^2 too.
func erfcLarge(x, square dd) scaled {
	if x.hi > 27.4 {
		return scaled{}
	}
	e := expOf(square.neg())
	return scaled{e.m.mul(erfcxPieces.at(x)), e.e}
}

// erfSmall returns erf(x) for |x| < 0.71, given x^2 too.
func erfSmall(x, square dd) dd { return x.mul(erfPieces.at(square)) }

// Erf returns the error function, 2/sqrt(pi) times the integral of e^-t^2 from
// 0 to x, to 1 ulp. Erf(±0) is ±0, Erf(±Inf) is ±1.
func Erf(x float64) float64 {
	a := math.Abs(x)
	switch {
	case a < linear:
		return math.Copysign(twoInvSqrtPi.times(x).double(), x)
	case math.IsNaN(x):
		return x
	case a > 6:
		return math.Copysign(1, x)
	}
	square := twoProd(x, x)
	if a < 0.7 {
		return erfSmall(dd{x, 0}, square).double()
	}
	return math.Copysign(erfcLarge(dd{a, 0}, square).dd().neg().plus(1).double(), x)
}

// erfcOf returns erfc(x) for finite x, given x^2 too.
func erfcOf(x, square dd) scaled {
	switch {
	case x.hi > 0.7:
		return erfcLarge(x, square)
	case x.hi < -6:
		return scaled{one, 1}
	case x.hi < -0.7:
		return scaled{erfcLarge(x.neg(), square).dd().neg().plus(2), 0}
	}
	return scaled{erfSmall(x, square).neg().plus(1), 0}
}

// Erfc returns 1 - erf(x), to 1 ulp, down to the subnormal numbers. Erfc(+Inf)
// is 0, Erfc(-Inf) is 2.
func Erfc(x float64) float64 {
	switch {
	case math.IsNaN(x):
		return x
	case math.Abs(x) > 30:
		return 1 - math.Copysign(1, x)
	}
	return erfcOf(dd{x, 0}, twoProd(x, x)).double()
}

// NormCDF returns the standard normal distribution function, erfc(-x/sqrt(2))/2,
// to 1 ulp, in the lower tail too. NormCDF(-Inf) is 0, NormCDF(+Inf) is 1.
func NormCDF(x float64) float64 {
	switch {
	case math.IsNaN(x):
		return x
	case math.Abs(x) > 40:
		return 0.5 + math.Copysign(0.5, x)
	}
	p := erfcOf(sqrtHalf.times(-x), twoProd(x, x).twice(0.5))
	return scaled{p.m, p.e - 1}.double()
}

// NormPDF returns the standard normal density, e^(-x^2/2)/sqrt(2 pi), to 1 ulp.
// NormPDF(±Inf) is 0.
func NormPDF(x float64) float64 {
	switch {
	case math.IsNaN(x):
		return x
	case math.Abs(x) > 40:
		return 0
	}
	e := expOf(twoProd(x, x).twice(-0.5))
	return scaled{e.m.mul(invSqrt2Pi), e.e}.double()
}

// Erfi returns the imaginary error function, 2/sqrt(pi) times the integral of
// e^t^2 from 0 to x, to 1 ulp. Erfi(±0) is ±0, Erfi(±Inf) is ±Inf. From 1 on it is
// 2/sqrt(pi) e^x^2 times Dawson's integral.
func Erfi(x float64) float64 {
	a := math.Abs(x)
	switch {
	case a < linear:
		return math.Copysign(twoInvSqrtPi.times(x).double(), x)
	case math.IsNaN(x):
		return x
	case a > 26.7:
		return math.Copysign(math.Inf(1), x)
	}
	square := twoProd(x, x)
	if a < 1 {
		return erfiPieces.at(square).times(x).double()
	}
	e := expOf(square)
	size := scaled{e.m.mul(twoInvSqrtPi).mul(dawsonPieces.at(dd{a, 0})), e.e}.double()
	return math.Copysign(size, x)
}
