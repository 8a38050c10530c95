package ball

import (
	"math"
	"math/rand/v2"
)

var besselRows = []row{
	{"besselj0", ofOrder(0, Context.BesselJ), drawBessel},
	{"besselj1", ofOrder(1, Context.BesselJ), drawBessel},
	{"besselj", ofBallOrder(Context.BesselJ), drawOrder},
	{"bessely0", ofOrder(0, Context.BesselY), drawBessel},
	{"bessely1", ofOrder(1, Context.BesselY), drawBessel},
	{"bessely", ofBallOrder(Context.BesselY), drawOrder},
	{"lambertw", Context.LambertW, drawLambert},
}

// ofOrder returns the function of one order.
func ofOrder(n int64, f func(Context, int64, Ball) Ball) func(Context, Ball) Ball {
	return func(c Context, x Ball) Ball { return f(c, n, x) }
}

// ofBallOrder returns the function with the order as an exact ball.
func ofBallOrder(f func(Context, int64, Ball) Ball) func(Context, Ball, Ball) Ball {
	return func(c Context, n, x Ball) Ball {
		order, _ := n.Mid().Int64()
		if !n.IsExact() {
			return None(Unknown)
		}
		return f(c, order, x)
	}
}

// drawBessel draws numbers of all sizes, and next to zeros and to 0.
func drawBessel(random *rand.Rand) []float64 {
	x := math.Exp2(random.Float64()*16 - 8)
	switch random.IntN(8) {
	case 0: // next to a zero of J or Y of some order, far out
		x = math.Pi * (float64(random.IntN(200)) + 0.25*float64(random.IntN(4)))
	case 1:
		zeros := []float64{2.404825557695773, 5.520078110286311, 0.8935769662791675, 3.957678419314858, 3.8317059702075125, 2.197141326031017, 0, 1e22, 1e300, 1e-300, 5e-324, math.MaxFloat64, 1e5}
		x = zeros[random.IntN(len(zeros))]
	case 2:
		x = math.Exp2(random.Float64()*2000 - 1000)
	}
	if random.IntN(8) == 0 {
		x = -x
	}
	return []float64{x}
}

// drawOrder draws an order and a number, often near to the order.
func drawOrder(random *rand.Rand) []float64 {
	n := math.Floor(math.Exp2(random.Float64() * 8))
	if random.IntN(30) == 0 {
		n = math.Floor(math.Exp2(8 + random.Float64()*4))
	}
	x := drawBessel(random)[0]
	if random.IntN(3) == 0 {
		x = n * (1 + (random.Float64()-0.5)/4)
	}
	if random.IntN(4) == 0 {
		n = -n
	}
	return []float64{n, x}
}

// drawLambert draws numbers of all sizes, and next to -1/e.
func drawLambert(random *rand.Rand) []float64 {
	edge := -math.Exp(-1)
	switch random.IntN(6) {
	case 0:
		return []float64{edge + math.Exp2(-random.Float64()*54)}
	case 1:
		return []float64{math.Nextafter(edge, float64(random.IntN(3)-1))}
	case 2:
		nasty := []float64{0, 1, math.E, -0.36, -0.5, -1e10, 1e300, math.MaxFloat64, 5e-324, -5e-324, 1e-300}
		return []float64{nasty[random.IntN(len(nasty))]}
	case 3:
		return []float64{-math.Exp2(-1.5 - random.Float64()*60)}
	}
	return []float64{math.Exp2(random.Float64()*200 - 100)}
}
