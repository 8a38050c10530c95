package ball

import (
	"math"
	"math/rand/v2"
)

var elementaryRows = []row{
	{"pi", Context.Pi, drawNothing},
	{"ln2", Context.Ln2, drawNothing},
	{"e", Context.E, drawNothing},
	{"euler", Context.EulerGamma, drawNothing},
	{"add", Context.Add, draws(anyNumber, anyNumber)},
	{"sub", Context.Sub, drawClose},
	{"mul", Context.Mul, draws(anyNumber, anyNumber)},
	{"quo", Context.Quo, draws(anyNumber, anyNumber)},
	{"sqr", Context.Sqr, draws(anyNumber)},
	{"sqrt", Context.Sqrt, draws(mostlyPositive)},
	{"exp", Context.Exp, draws(exponent)},
	{"exp2", Context.Exp2, draws(exponent)},
	{"expm1", Context.Expm1, draws(exponent)},
	{"log", Context.Log, draws(mostlyPositive)},
	{"log2", Context.Log2, draws(mostlyPositive)},
	{"log10", Context.Log10, draws(mostlyPositive)},
	{"log1p", Context.Log1p, draws(aboveMinusOne)},
	{"pow", Context.Pow, drawPower},
	{"cube", powInt(3), draws(anyNumber)},
	{"power10", powInt(10), draws(anyNumber)},
	{"power-5", powInt(-5), draws(anyNumber)},
	{"cbrt", Context.Cbrt, draws(anyNumber)},
	{"root4", root(4), draws(mostlyPositive)},
	{"root17", root(17), draws(anyNumber)},
	{"root-5", root(-5), draws(anyNumber)},
	{"hypot", Context.Hypot, draws(anyNumber, anyNumber)},
}

func powInt(n int64) func(Context, Ball) Ball {
	return func(c Context, x Ball) Ball { return c.PowInt(x, n) }
}

func root(n int64) func(Context, Ball) Ball {
	return func(c Context, x Ball) Ball { return c.Root(x, n) }
}

func drawNothing(*rand.Rand) []float64 { return nil }

// draws returns a function that draws each argument on its own.
func draws(each ...func(*rand.Rand) float64) func(*rand.Rand) []float64 {
	return func(random *rand.Rand) []float64 {
		args := make([]float64, len(each))
		for i, draw := range each {
			args[i] = draw(random)
		}
		return args
	}
}

// oneOf draws one of the numbers.
func oneOf(random *rand.Rand, numbers ...float64) float64 {
	return numbers[random.IntN(len(numbers))]
}

// anyNumber draws numbers of both signs: of moderate size, of any size, small
// integers, powers of 2, and their neighbours.
func anyNumber(random *rand.Rand) float64 {
	x := random.NormFloat64()
	switch random.IntN(8) {
	case 0:
		x = math.Float64frombits(random.Uint64())
		if math.IsNaN(x) || math.IsInf(x, 0) {
			x = math.MaxFloat64
		}
	case 1:
		x = float64(random.IntN(41) - 20)
	case 2:
		x = math.Ldexp(oneOf(random, 1, -1, 3), random.IntN(60)-30)
	case 3:
		x = math.Nextafter(float64(random.IntN(9)-4), oneOf(random, -9, 9))
	case 4:
		x *= 1e4
	case 5:
		x *= 1e-8
	}
	return x
}

// mostlyPositive draws numbers that are negative or 0 at times, and often close
// to 1.
func mostlyPositive(random *rand.Rand) float64 {
	switch random.IntN(8) {
	case 0:
		return anyNumber(random)
	case 1:
		return 1 + math.Ldexp(random.NormFloat64(), -random.IntN(52))
	case 2:
		return math.Pow(10, float64(random.IntN(30)-5))
	}
	return math.Abs(anyNumber(random))
}

// aboveMinusOne draws numbers above -1 for the most part.
func aboveMinusOne(random *rand.Rand) float64 {
	if random.IntN(2) == 0 {
		return mostlyPositive(random) - 1
	}
	return anyNumber(random)
}

// exponent draws numbers whose exponentials are in range, or about its ends.
func exponent(random *rand.Rand) float64 {
	switch random.IntN(12) {
	case 0:
		return oneOf(random, 1.488522236e9, 1.488522237e9, -1.488522236e9, -1.4885222e9, 1<<31, 1<<31-1, -1<<31, 1e300, -1e300)
	case 1:
		return math.Ln2*float64(random.IntN(2000)-1000) + math.Ldexp(random.NormFloat64(), -random.IntN(60))
	case 2:
		return random.NormFloat64() * 1e6
	}
	x := anyNumber(random)
	if math.Abs(x) > 1e9 {
		return 1e9 / x
	}
	return x
}

// drawClose draws two numbers that are close to each other as often as not.
func drawClose(random *rand.Rand) []float64 {
	x := anyNumber(random)
	if random.IntN(2) == 0 {
		return []float64{x, anyNumber(random)}
	}
	y := x * (1 + math.Ldexp(random.NormFloat64(), -random.IntN(54)))
	return []float64{x, max(-math.MaxFloat64, min(y, math.MaxFloat64))}
}

// drawPower draws a base and an exponent: often whole, half or small, and such
// that their power is in range; and the pairs of base and exponent that
// conventions are about.
func drawPower(random *rand.Rand) []float64 {
	x, y := mostlyPositive(random), anyNumber(random)
	switch random.IntN(8) {
	case 0:
		return []float64{oneOf(random, 0, 1, -1, 2, -2, 4, 0.25, 8, -8), oneOf(random, 0, 1, -1, 2, 0.5, -0.5, 1.5, 0.25, 1e300, -1e300, 1<<53+1)}
	case 1:
		y = float64(random.IntN(201) - 100)
	case 2:
		y = float64(random.IntN(41)-20) / 4
	case 3:
		x = 1 + math.Ldexp(random.NormFloat64(), -20-random.IntN(32))
		y = math.Ldexp(random.NormFloat64(), random.IntN(50))
	case 4:
		x = anyNumber(random)
	}
	return []float64{x, y}
}
