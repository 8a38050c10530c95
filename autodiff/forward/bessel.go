package forward

import (
	"math"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/special"
)

// slopeOfBesselJ returns n*J(n, x)/x - J(n+1, x) (DLMF 10.6.2). Where x is so
// small that J(n, x) runs out of digits it takes the half of J(n-1, x), or of
// -J(n+1, x) for negative n, which is all that is left of 10.6.1.
func slopeOfBesselJ(n, x float64) float64 {
	const tiny = 1e-9
	switch {
	case n == 0:
		return -eval.BesselJ(1, x)
	case math.Abs(x) < tiny && n > 0:
		return eval.BesselJ(n-1, x) / 2
	case math.Abs(x) < tiny:
		return -eval.BesselJ(n+1, x) / 2
	}
	return float64(n*(eval.BesselJ(n, x)/x)) - eval.BesselJ(n+1, x)
}

// slopeOfBesselY1 returns Y0(x) - Y1(x)/x (DLMF 10.6.2), +Inf at 0.
func slopeOfBesselY1(x float64) float64 {
	if x == 0 {
		return math.Inf(1)
	}
	return special.BesselY0(x) - special.BesselY1(x)/x
}
