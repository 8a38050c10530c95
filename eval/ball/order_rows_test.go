package ball

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

var orderRows = []row{
	{"abs", Context.Abs, drawSteps},
	{"sign", Context.Sign, drawSteps},
	{"heaviside", Context.Heaviside, drawSteps},
	{"floor", Context.Floor, drawSteps},
	{"ceil", Context.Ceil, drawSteps},
	{"trunc", Context.Trunc, drawSteps},
	{"roundeven", Context.RoundEven, drawSteps},
	{"min", Context.Min, drawPair},
	{"max", Context.Max, drawPair},
	{"mod", Context.Mod, drawPair},
	{"fmod", Context.Fmod, drawPair},
}

// drawSteps returns a number of any size, often an integer, half of one or
// next to either.
func drawSteps(random *rand.Rand) []float64 {
	x := math.Ldexp(random.Float64()*2-1, random.IntN(80)-20)
	switch random.IntN(6) {
	case 0:
		x = math.Floor(x)
	case 1:
		x = math.Floor(x) + 0.5
	case 2:
		x = math.Nextafter(math.Floor(x*2)/2, math.Inf(random.IntN(2)*2-1))
	case 3:
		nasty := []float64{0, 1, -1, 0.5, -0.5, 5e-324, -5e-324, 1e300, -math.MaxFloat64, 1e-300}
		x = nasty[random.IntN(len(nasty))]
	}
	return []float64{x}
}

// drawPair returns two such numbers, at times equal or one a multiple of the
// other.
func drawPair(random *rand.Rand) []float64 {
	x, y := drawSteps(random)[0], drawSteps(random)[0]
	switch random.IntN(6) {
	case 0:
		y = x
	case 1:
		x = y * float64(random.IntN(20)-10)
	}
	if math.IsInf(x, 0) {
		x = 1e308
	}
	return []float64{x, y}
}

// orderTruths are the functions of order in rational arithmetic.
var orderTruths = map[string]func(x, y *big.Rat) *big.Rat{
	"abs":       func(x, _ *big.Rat) *big.Rat { return new(big.Rat).Abs(x) },
	"sign":      func(x, _ *big.Rat) *big.Rat { return big.NewRat(int64(x.Sign()), 1) },
	"heaviside": func(x, _ *big.Rat) *big.Rat { return big.NewRat(int64(x.Sign()+1), 2) },
	"floor":     func(x, _ *big.Rat) *big.Rat { return ratFloor(x) },
	"ceil":      func(x, _ *big.Rat) *big.Rat { return ratNeg(ratFloor(ratNeg(x))) },
	"trunc":     func(x, _ *big.Rat) *big.Rat { return ratTrunc(x) },
	"roundeven": func(x, _ *big.Rat) *big.Rat {
		half := big.NewRat(1, 2)
		n := ratFloor(new(big.Rat).Add(x, half))
		if isTie := new(big.Rat).Sub(n, half).Cmp(x) == 0; isTie && n.Num().Bit(0) == 1 {
			n.Sub(n, big.NewRat(1, 1))
		}
		return n
	},
	"min": func(x, y *big.Rat) *big.Rat {
		if x.Cmp(y) < 0 {
			return x
		}
		return y
	},
	"max": func(x, y *big.Rat) *big.Rat {
		if x.Cmp(y) > 0 {
			return x
		}
		return y
	},
	"mod":  func(x, y *big.Rat) *big.Rat { return ratLess(x, y, ratFloor) },
	"fmod": func(x, y *big.Rat) *big.Rat { return ratLess(x, y, ratTrunc) },
}

func ratNeg(x *big.Rat) *big.Rat { return new(big.Rat).Neg(x) }

func ratFloor(x *big.Rat) *big.Rat {
	return new(big.Rat).SetInt(new(big.Int).Div(x.Num(), x.Denom())) // Euclidean, with a denominator > 0
}

func ratTrunc(x *big.Rat) *big.Rat {
	return new(big.Rat).SetInt(new(big.Int).Quo(x.Num(), x.Denom()))
}

// ratLess returns x - y*whole(x/y), nil for y = 0.
func ratLess(x, y *big.Rat, whole func(*big.Rat) *big.Rat) *big.Rat {
	if y.Sign() == 0 {
		return nil
	}
	n := whole(new(big.Rat).Quo(x, y))
	return n.Sub(x, n.Mul(n, y))
}

// TestOrderTruth computes exact arguments in rational arithmetic: results must
// be the same, exactly where the context has the bits, and rounded elsewhere.
// (mpmath would do no more than this.)
func TestOrderTruth(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for _, r := range orderRows {
		truth := orderTruths[r.name]
		for range *trials {
			args := append(r.draw(random), 0)
			x, y := new(big.Rat).SetFloat64(args[0]), new(big.Rat).SetFloat64(args[1])
			want := truth(x, y)
			balls := []Ball{FromFloat64(args[0]), FromFloat64(args[1])}
			for _, bits := range []uint{2 + random.UintN(60), 2200} {
				c := Context{Bits: bits}
				got := r.call(c, balls)
				if want == nil {
					if got.State() != Undefined {
						t.Fatalf("%s%v is %s, want undefined", r.name, args, got.describe())
					}
					continue
				}
				if near := c.FromRat(want); got.Mid().Cmp(near.Mid()) != 0 || got.IsExact() && !near.IsExact() {
					t.Fatalf("%s%v with %d bits is %s, want %s", r.name, args, bits, got.describe(), near.describe())
				} else if !got.IsExact() && got.rad.Cmp(halfUnit(got.Mid())) > 0 {
					t.Fatalf("%s%v with %d bits is %s, wider than its rounding", r.name, args, bits, got.describe())
				}
			}
		}
	}
}

func BenchmarkFloor(b *testing.B) {
	c, x := Context{Bits: 173}, Context{Bits: 173}.QuoInt(FromInt(22), 7)
	b.ReportAllocs()
	for b.Loop() {
		c.Floor(x)
	}
}

func BenchmarkMod(b *testing.B) {
	c := Context{Bits: 173}
	x, y := c.QuoInt(FromInt(22), 7), FromFloat64(0.1)
	b.ReportAllocs()
	for b.Loop() {
		c.Mod(x, y)
	}
}
