package eval

import (
	"math"

	"github.com/gradcmp/gradcmp/eval/special"
)

// DigammaDifference returns digamma(x + d) - digamma(x), to a few ulp where x
// and x + d are positive, however small d is: the logarithmic derivatives of
// beta and binomial are such differences. It is the sum of d/((x+j)*(x+j+d))
// up to where x + j is large enough for the difference of the two asymptotic
// series, taken term by term (DLMF 5.5.2, 5.11.2). Elsewhere it is the
// difference of two values of [special.Digamma].
func DigammaDifference(x, d float64) float64 {
	const enough = 16.0
	least := min(x, x+d)
	if !(least > 0) || math.IsInf(x, 0) || math.IsInf(d, 0) {
		return special.Digamma(x+d) - special.Digamma(x)
	}
	sum := 0.0
	for ; least < enough; least++ {
		sum += d / (x + d) / x
		x++
	}
	u, v := 1/(x+d), 1/x
	u2, v2 := float64(u*u), float64(v*v)
	// log(x) - 1/(2x) - 1/(12x^2) + 1/(120x^4) - …: the differences of v^2, v^4, …
	// are v^2 - u^2 times these.
	factor, power, series := 1.0, v2, 0.0
	for _, c := range asymptoticDigamma {
		series += float64(c * factor)
		factor = float64(factor*u2) + power
		power *= v2
	}
	step := float64(d * u * v) // v - u
	return sum + (special.Log1p(d*v) + float64(step/2) + float64(step*(u+v)*series))
}

// asymptoticDigamma are B(2k)/(2k) for k = 1, 2, …, where B are Bernoulli's
// numbers (DLMF 5.11.2).
var asymptoticDigamma = [...]float64{
	1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12,
}
