package forward

import (
	"math"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/special"
)

// curvatureOfLogSumExp is the covariance of the two steps, weighted by the
// exponentials of the arguments over their sum; NaN if the greatest is infinite.
func curvatureOfLogSumExp(args, u, v []float64) float64 {
	greatest := eval.Max(args)
	total, meanU, meanV := 0.0, 0.0, 0.0
	for i, x := range args {
		weight := special.Exp(x - greatest)
		total += weight
		meanU += float64(times(weight, u[i]))
		meanV += float64(times(weight, v[i]))
	}
	meanU, meanV = meanU/total, meanV/total
	sum := 0.0
	for i, x := range args {
		sum += float64(special.Exp(x-greatest) * float64((u[i]-meanU)*(v[i]-meanV)))
	}
	return sum / total
}

// curvatureOfLength is the row of norm and hypot, of the given value: the product
// of what the steps have across the unit vector, over the length.
func curvatureOfLength(value func([]float64) float64) Curvature {
	return func(args, u, v []float64) float64 {
		length := value(args)
		if length == 0 {
			return math.NaN()
		}
		alongU, alongV := 0.0, 0.0
		for i, x := range args {
			alongU += float64(times(x/length, u[i]))
			alongV += float64(times(x/length, v[i]))
		}
		sum := 0.0
		for i, x := range args {
			n := x / length
			sum += float64((u[i] - float64(n*alongU)) * (v[i] - float64(n*alongV)))
		}
		return sum / length
	}
}
