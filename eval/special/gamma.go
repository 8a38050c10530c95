package special

import "math"

// From here on Stirling's series gives the gamma family.
const asymptotic = 16

// Constants of the family.
var (
	logPi        = dd{1.1447298858494002, 1.0265951162707826e-17}
	halfLog2PiE1 = dd{0.4189385332046727, 1.6728209650585413e-17} // (log(2 pi) - 1)/2

	// B(2k)/(2k (2k-1)), of Stirling's series.
	stirling = [...]float64{
		1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400, 43867.0 / 244188,
	}
)

// stirlingTail returns log(gamma(x)) - (x-1/2) log(x) + x - log(2 pi)/2 for x >= 16.
func stirlingTail(x float64) float64 {
	return horner(stirling[:], 1/float64(x*x)) / x
}

// lgammaLarge returns log(gamma(x)) for x >= 16, with an error below 2^-60 + 2^-65 of it.
func lgammaLarge(x dd) dd {
	return x.plus(-0.5).mul(logOf(x).plus(-1)).add(halfLog2PiE1).plus(stirlingTail(x.hi))
}

// shift returns y in [1.5, 2.5] and p and d with gamma(x) = gamma(y)*p/d, for 2^-900 < x < 16.
func shift(x dd) (y, p, d dd) {
	p, d = one, one
	for x.hi > 2.5 {
		x = x.plus(-1)
		p = p.mul(x)
	}
	for x.hi < 1.5 {
		d = d.mul(x)
		x = x.plus(1)
	}
	return x, p, d
}

// lgammaPositive returns log(gamma(x)) for x > 2^-900, with a relative error below 2^-57.
func lgammaPositive(x dd) dd {
	if x.hi >= asymptotic {
		return lgammaLarge(x)
	}
	y, p, d := shift(x)
	return lgammaPieces.at(y).add(logOf(p.div(d)))
}

// gammaPositive returns gamma(x) for 0 < x < 1500, with a relative error below 2^-57.
func gammaPositive(x dd) scaled {
	switch {
	case x.hi >= asymptotic:
		return expOf(lgammaLarge(x))
	case x.hi < 0x1p-60:
		return scaled{one, 0}.div(scale(x))
	}
	y, p, d := shift(x)
	return expOf(lgammaPieces.at(y)).mul(scaled{p, 0}).div(scaled{d, 0})
}

// gammaOf returns gamma(x). For x < 0 it is -pi/(x sin(pi x) gamma(-x)).
func gammaOf(x dd) float64 {
	switch {
	case x.hi > 172:
		return math.Inf(1)
	case x.hi > 0:
		return gammaPositive(x).double()
	case x.lo == 0 && x.hi == math.Floor(x.hi):
		return math.NaN()
	case x.hi < -190 && isOdd(math.Floor(x.hi)):
		return math.Copysign(0, -1)
	case x.hi < -190:
		return 0
	}
	sine := scale(reducePi(x).sin().neg())
	return scaled{pi, 0}.div(sine.mul(scale(x)).mul(gammaPositive(x.neg()))).double()
}

// Gamma returns the gamma function of x, to 2 ulp. Gamma(n+1) is n! exactly,
// or its nearest double. Gamma(±0) is ±Inf, Gamma of a negative integer NaN, as is
// Gamma(-Inf).
//
// About [1.5, 2.5] log(gamma) is a polynomial, from 16 on Stirling's series
// (DLMF 5.11.1), and between by recurrence, all in double-double.
func Gamma(x float64) float64 {
	switch {
	case math.IsNaN(x) || math.IsInf(x, 1):
		return x
	case math.Abs(x) < 0x1p-60:
		return 1 / x
	}
	return gammaOf(dd{x, 0})
}

// Factorial returns x! = gamma(x+1), to 2 ulp. Special cases are those of [Gamma].
func Factorial(x float64) float64 {
	if math.IsNaN(x) || math.IsInf(x, 1) {
		return x
	}
	if x == -1 {
		return math.Inf(1)
	}
	return gammaOf(twoSum(x, 1))
}

// LGamma returns log(|gamma(x)|), to 2 ulp for x > 0, also about its zeros 1
// and 2. For x < 0 the error is below 2 ulp or 2^-58, whichever is the greater:
// from -2 down there is a zero on either side of each pole. LGamma is +Inf at the
// poles 0, -1, …, and at ±Inf.
func LGamma(x float64) float64 {
	const overflow = 2.5599833278516383e305
	a := math.Abs(x)
	switch {
	case math.IsNaN(x):
		return x
	case x > overflow || math.IsInf(x, 0):
		return math.Inf(1)
	case x <= 0 && x == math.Floor(x):
		return math.Inf(1)
	case a < 0x1p-60:
		return -Log(a)
	case x > 0:
		return lgammaPositive(dd{x, 0}).double()
	}
	sine := reducePi(dd{a, 0}).sin()
	if sine.hi < 0 {
		sine = sine.neg()
	}
	return logPi.sub(logOf(sine.times(a))).sub(lgammaPositive(dd{a, 0})).double()
}
