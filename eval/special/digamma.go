package special

import "math"

// digammaTail has B(2k)/(2k), of the asymptotic series (DLMF 5.11.2).
var digammaTail = [...]float64{
	1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12, -3617.0 / 8160, 43867.0 / 14364,
}

// digammaPositive returns digamma(x) for x > 2^-900, with a relative error
// below 2^-56: a polynomial about the zero, or else the recurrence up to 16 and
// the asymptotic series.
func digammaPositive(x dd) dd {
	if x.hi > 1.3 && x.hi < 1.65 {
		return digammaPieces.at(x)
	}
	var sum dd
	for x.hi < asymptotic {
		sum = sum.add(one.div(x))
		x = x.plus(1)
	}
	z := 1 / float64(x.hi*x.hi)
	tail := float64(z * horner(digammaTail[:], z))
	return logOf(x).sub(dd{0.5, 0}.div(x)).sub(sum).plus(-tail)
}

// Digamma returns the logarithmic derivative of the gamma function, to 2 ulp
// for x > 0, also about its zero 1.4616…. For x < 0 the error is below 2 ulp or
// 2^-58 max(1, log|x|), whichever is the greater: there is a zero between any two
// poles. Digamma(±0) is ∓Inf, at a negative integer it is NaN, Digamma(+Inf) is
// +Inf.
func Digamma(x float64) float64 {
	switch {
	case math.IsNaN(x) || math.IsInf(x, 1):
		return x
	case math.Abs(x) < 0x1p-60:
		return -1 / x
	case x > 0x1p60:
		return Log(x)
	case x > 0:
		return digammaPositive(dd{x, 0}).double()
	case x == math.Floor(x):
		return math.NaN()
	}
	// digamma(-y) = digamma(y) + 1/y + pi cot(pi y)
	y := dd{-x, 0}
	a := reducePi(y)
	cot := a.cos().div(a.sin())
	return digammaPositive(y).add(one.div(y)).add(pi.mul(cot)).double()
}
