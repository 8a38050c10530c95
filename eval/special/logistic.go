package special

import "math"

// Beyond this log(1 + e^-x) is e^-x, to a tenth of an ulp.
const saturated = 40

// Sigmoid returns 1/(1 + e^-x), to 1 ulp. Sigmoid(-Inf) is 0, Sigmoid(+Inf) is 1.
func Sigmoid(x float64) float64 {
	switch {
	case math.IsNaN(x):
		return x
	case x < -saturated:
		return Exp(x)
	case x > saturated:
		return 1
	}
	return one.div(expOf(dd{-x, 0}).dd().plus(1)).double()
}

// softplusOf returns log(1 + e^x) for |x| <= saturated.
func softplusOf(x float64) dd {
	d := log1pOf(expOf(dd{-math.Abs(x), 0}).dd())
	if x > 0 {
		return d.plus(x)
	}
	return d
}

// Softplus returns log(1 + e^x), to 1 ulp. Softplus(-Inf) is 0, Softplus(+Inf)
// is +Inf.
func Softplus(x float64) float64 {
	switch {
	case math.IsNaN(x) || x > saturated:
		return x
	case x < -saturated:
		return Exp(x)
	}
	return softplusOf(x).double()
}

// LogSigmoid returns log(sigmoid(x)) = -softplus(-x), to 1 ulp.
func LogSigmoid(x float64) float64 { return -Softplus(-x) }

// Logit returns log(p/(1-p)), the inverse of [Sigmoid], to 1 ulp, also about
// its zero 1/2; NaN outside [0, 1]. Logit(0) is -Inf, Logit(1) is +Inf.
func Logit(p float64) float64 {
	switch {
	case p == 0:
		return math.Inf(-1)
	case p == 1:
		return math.Inf(1)
	case !(p > 0 && p < 1):
		return math.NaN()
	case p > 0.25 && p < 0.75: // p/(1-p) = 1 + (2p-1)/(1-p)
		return log1pOf(twoSum(float64(2*p), -1).div(twoSum(1, -p))).double()
	}
	return logOf(dd{p, 0}).sub(log1pOf(dd{-p, 0})).double()
}

// LogAddExp returns log(e^x + e^y), to 1 ulp, but where it is small beside x
// and y, since they cancel: there the error is below 2^-66 of the larger.
// LogAddExp(-Inf, y) is y, LogAddExp(+Inf, y) is +Inf.
func LogAddExp(x, y float64) float64 {
	x, y = max(x, y), min(x, y) // NaN if either is
	if notFinite(x) || math.IsInf(y, 0) || x-y > 800 {
		return x
	}
	d := expOf(twoSum(y, -x))
	if d.e < -900 {
		return x + d.double()
	}
	return log1pOf(d.dd()).plus(x).double()
}
