package reverse

import (
	"math"

	"github.com/gradcmp/gradcmp/eval/special"
)

// softmax is the row of logsumexp: exp(x_i - m) over the sum of
// those, m the greatest argument. An infinite m has no share: Inf - Inf is
// NaN, as in PyTorch.
func softmax(args []float64, _ float64, out []float64) {
	m := args[0]
	for _, x := range args[1:] {
		m = max(m, x)
	}
	sum := 0.0
	for i, x := range args {
		out[i] = expOfDifference(x, m)
		sum += out[i]
	}
	if math.IsInf(m, 0) {
		return
	}
	for i := range out {
		out[i] /= sum
	}
}

// logAddExp is the row of logaddexp: with t = exp(least - greatest), the shares
// 1/(1 + t) and t/(1 + t), NaN for two equal infinities, as in PyTorch.
func logAddExp(args []float64, _ float64, out []float64) {
	less, more := 0, 1
	if args[0] > args[1] {
		less, more = 1, 0
	}
	t := expOfDifference(args[less], args[more])
	out[less], out[more] = t/(1+t), 1/(1+t)
}

// expOfDifference returns exp(x - m) for x <= m; the rounding error of the
// difference is made good.
func expOfDifference(x, m float64) float64 {
	d := x - m
	if math.IsInf(d, 0) {
		return special.Exp(d)
	}
	moved := d - x // -m, as far as it went into d
	rounded := (x - (d - moved)) - (m + moved)
	return special.Exp(d) * (1 + rounded)
}

// direction is the row of norm and hypot: the unit vector.
func direction(args []float64, value float64, out []float64) {
	for i, x := range args {
		out[i] = x / value
	}
}
