package ball

import (
	"math"
	"math/rand/v2"
)

var trigonometricRows = []row{
	{"sin", Context.Sin, circular},
	{"cos", Context.Cos, circular},
	{"tan", Context.Tan, circular},
	{"cot", Context.Cot, circular},
	{"sec", Context.Sec, circular},
	{"csc", Context.Csc, circular},
	{"sinc", Context.Sinc, circular},
	{"asin", Context.Asin, aboutUnit},
	{"acos", Context.Acos, aboutUnit},
	{"atan", Context.Atan, anySize},
	{"acot", Context.Acot, anySize},
	{"asec", Context.Asec, aboutUnit},
	{"acsc", Context.Acsc, aboutUnit},
	{"atan2", Context.Atan2, planePoints},
	{"sinh", Context.Sinh, moderate},
	{"cosh", Context.Cosh, moderate},
	{"tanh", Context.Tanh, moderate},
	{"sech", Context.Sech, moderate},
	{"csch", Context.Csch, moderate},
	{"coth", Context.Coth, moderate},
	{"asinh", Context.Asinh, anySize},
	{"acosh", Context.Acosh, aboutUnit},
	{"atanh", Context.Atanh, aboutUnit},
	{"asech", Context.Asech, aboutUnit},
	{"acsch", Context.Acsch, anySize},
	{"acoth", Context.Acoth, aboutUnit},
}

// drawSize returns a number with an exponent between -range and range.
func drawSize(random *rand.Rand, within int) float64 {
	x := math.Ldexp(1+random.Float64(), random.IntN(2*within)-within)
	if random.IntN(2) == 0 {
		return -x
	}
	return x
}

func drawOne(random *rand.Rand, of ...float64) float64 { return of[random.IntN(len(of))] }

// circular draws numbers of all sizes, and those next to multiples of pi/2.
func circular(random *rand.Rand) []float64 {
	switch random.IntN(8) {
	case 0:
		return []float64{float64(random.IntN(2000)-1000) * (math.Pi / 2)}
	case 1:
		return []float64{drawSize(random, 1000)}
	case 2:
		return []float64{drawOne(random, 0, 22, 355, 1e22, 0x1.6ac5b262ca1ffp+849, 0x1p1023, 0x1p-1074, math.Pi/2, math.Pi)}
	}
	return []float64{drawSize(random, 12)}
}

// anySize draws numbers of all sizes.
func anySize(random *rand.Rand) []float64 {
	switch random.IntN(6) {
	case 0:
		return []float64{drawSize(random, 1000)}
	case 1:
		return []float64{drawOne(random, 0, 1, -1, math.Nextafter(1, 0), 0x1p-1074, -math.MaxFloat64)}
	}
	return []float64{drawSize(random, 12)}
}

// aboutUnit draws numbers on both sides of ±1, next to it, next to 0, and of
// all sizes.
func aboutUnit(random *rand.Rand) []float64 {
	switch random.IntN(6) {
	case 0:
		return anySize(random)
	case 1:
		return []float64{drawOne(random, 0, 1, -1)}
	case 2:
		return []float64{drawOne(random, 1, -1) + math.Ldexp(random.Float64(), -random.IntN(50))*drawOne(random, 1, -1)}
	}
	return []float64{drawSize(random, 3)}
}

// moderate draws numbers of which the exponential is no burden.
func moderate(random *rand.Rand) []float64 {
	switch random.IntN(8) {
	case 0:
		return []float64{math.Ldexp(drawSize(random, 1), -random.IntN(1000))}
	case 1:
		return []float64{drawOne(random, 0, 0x1p-1074, 1, 710, -745, 1e4, -1e5)}
	}
	return []float64{drawSize(random, 8)}
}

// planePoints draws points of the plane, on the axes and diagonals too.
func planePoints(random *rand.Rand) []float64 {
	y, x := drawSize(random, 8), drawSize(random, 8)
	switch random.IntN(6) {
	case 0:
		y = drawOne(random, 0, x, -x)
	case 1:
		x = 0
	case 2:
		y = math.Ldexp(y, random.IntN(1800)-900)
	}
	return []float64{y, x}
}
