package ball

import (
	"math"
	"math/rand/v2"
)

var gammaRows = []row{
	{"gamma", Context.Gamma, drawGamma},
	{"lgamma", Context.LGamma, drawGamma},
	{"factorial", Context.Factorial, drawGamma},
	{"digamma", Context.Digamma, drawDigamma},
	{"trigamma", Context.Trigamma, drawDigamma},
	{"polygamma", Context.Polygamma, drawPolygamma},
	{"beta", Context.Beta, drawBeta},
	{"binomial", Context.Binomial, drawBinomial},
	{"erf", Context.Erf, drawErf},
	{"erfc", Context.Erfc, drawErf},
	{"erfi", Context.Erfi, drawErf},
	{"erfinv", Context.Erfinv, drawErfinv},
	{"normcdf", Context.NormCDF, drawErf},
	{"normpdf", Context.NormPDF, drawErf},
}

// pick returns one of the choices.
func pick(random *rand.Rand, choices ...float64) float64 {
	return choices[random.IntN(len(choices))]
}

// sizedGamma returns a number of any size between 2^lo and 2^hi, of either sign.
func sizedGamma(random *rand.Rand, lo, hi float64) float64 {
	x := math.Exp2(lo + (hi-lo)*random.Float64())
	if random.IntN(2) == 0 {
		return -x
	}
	return x
}

// drawGamma draws from about the poles, the zeros 1 and 2 of the logarithm and
// the extrema, and numbers of all sizes.
func drawGamma(random *rand.Rand) []float64 {
	switch random.IntN(8) {
	case 0:
		return []float64{float64(random.IntN(60) - 30)}
	case 1:
		return []float64{float64(random.IntN(40)-30) + sizedGamma(random, -60, -1)}
	case 2:
		return []float64{pick(random, 0.5, 1, 2, 1.4616321449683622, -0.5040830082644554, -2.4570247382208006, -2.747682646727413, 171.6, 1e6, -1e6-0.5, 4e7, 1e9, -1e9-0.5, 1e300, -1e300, 1e-300, -1e-300, 5e-324, 0)}
	case 3:
		return []float64{pick(random, 1, 2) + sizedGamma(random, -53, -1)}
	case 4:
		return []float64{sizedGamma(random, -1070, 1020)}
	}
	return []float64{sizedGamma(random, -8, 10)}
}

// drawDigamma draws as drawGamma does, and about the zeros of digamma.
func drawDigamma(random *rand.Rand) []float64 {
	if random.IntN(8) == 0 {
		return []float64{pick(random, 1.4616321449683622, -0.5040830082644554, -1.573498473162390, -2.610720868444144, -3.635293366436901, -10.70)}
	}
	return drawGamma(random)
}

func drawPolygamma(random *rand.Rand) []float64 {
	n := float64(random.IntN(12))
	switch random.IntN(16) {
	case 0:
		n = pick(random, 0.5, -1, 1<<20, 1<<20+1, 1e300, 100, 1000, 12345)
	case 1:
		n = float64(random.IntN(200))
	}
	return []float64{n, drawDigamma(random)[0]}
}

// drawErf draws numbers of all sizes, most where the function is not flat.
func drawErf(random *rand.Rand) []float64 {
	switch random.IntN(8) {
	case 0:
		return []float64{pick(random, 0, 1, -1, 1e-300, 5e-324, 26.5, 27.3, -27.3, 30000, 38000, 38600, 1e5, -1e5, 1e6, 1e300, -1e300)}
	case 1:
		return []float64{sizedGamma(random, -1070, 1020)}
	case 2:
		return []float64{sizedGamma(random, -60, 16)}
	}
	return []float64{sizedGamma(random, -4, 5)}
}

// drawErfinv draws numbers between -1 and 1, and about these.
func drawErfinv(random *rand.Rand) []float64 {
	switch random.IntN(8) {
	case 0:
		return []float64{pick(random, 0, 1, -1, 2, 0.5, -0.5, 0x1p-1074, 1-0x1p-53, -1+0x1p-53, 1e300)}
	case 1:
		return []float64{sizedGamma(random, -1070, 0)}
	case 2:
		return []float64{1 - math.Exp2(-53*random.Float64())}
	}
	return []float64{2*random.Float64() - 1}
}

// drawBeta draws pairs of all signs and sizes, and integers.
func drawBeta(random *rand.Rand) []float64 {
	one := func() float64 {
		switch random.IntN(6) {
		case 0:
			return float64(random.IntN(40) - 20)
		case 1:
			return float64(random.IntN(40)-20) + 0.5
		case 2:
			return sizedGamma(random, -60, 60)
		case 3:
			return pick(random, 1e-300, 1e300, -1e-300, 1e10, 1e15, -1e5-0.5, 1000, 0.5)
		}
		return sizedGamma(random, -4, 6)
	}
	x, y := one(), one()
	if random.IntN(6) == 0 { // next to where the reciprocal of gamma(x+y) is 0
		y = float64(-random.IntN(10)) - x
	}
	return []float64{x, y}
}

func drawBinomial(random *rand.Rand) []float64 {
	a := drawBeta(random)
	if random.IntN(2) == 0 {
		a[1] = float64(random.IntN(400))
	}
	return a
}
