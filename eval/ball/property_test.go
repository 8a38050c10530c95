package ball

import (
	"flag"
	"math/big"
	"math/rand/v2"
	"testing"
)

var trials = flag.Int("trials", 300, "how often each property of a function is tried")

// TestContainment picks numbers from balls: what a function makes of a number
// with many bits must lie in what it makes of the ball with few.
func TestContainment(t *testing.T) {
	for _, r := range rows {
		t.Run(r.name, func(t *testing.T) {
			t.Parallel()
			random := rand.New(rand.NewPCG(1, 2))
			for range *trials {
				args := r.draw(random)
				balls, numbers := make([]Ball, len(args)), make([]Ball, len(args))
				for i, x := range args {
					balls[i], numbers[i] = drawBall(random, x)
				}
				low := Context{Bits: 20 + random.UintN(100)}
				high := low.with(20 + random.UintN(100))
				wide, narrow := r.call(low, balls), r.call(high, numbers)
				if complaint := apart(wide, narrow); complaint != "" {
					t.Fatalf("at %v with %d and %d bits, from %s of %s: %s", args, low.Bits, high.Bits, describe(numbers), describe(balls), complaint)
				}
			}
		})
	}
}

// TestMonotone widens balls: a function of a wider ball encloses no less.
func TestMonotone(t *testing.T) {
	for _, r := range rows {
		t.Run(r.name, func(t *testing.T) {
			t.Parallel()
			random := rand.New(rand.NewPCG(3, 4))
			for range *trials / 3 {
				args := r.draw(random)
				inner, outer := make([]Ball, len(args)), make([]Ball, len(args))
				for i, x := range args {
					inner[i], _ = drawBall(random, x)
					outer[i] = inner[i].widen(drawRadius(random, inner[i].Mid()))
				}
				c := Context{Bits: 20 + random.UintN(100)}
				if complaint := apart(r.call(c, outer), r.call(c, inner)); complaint != "" {
					t.Fatalf("at %v with %d bits, from %s in %s: %s", args, c.Bits, describe(inner), describe(outer), complaint)
				}
			}
		})
	}
}

// apart says why two balls cannot be of the same number, "" if they can: both
// must hold it.
func apart(a, b Ball) string {
	switch {
	case a.state == Unknown || b.state == Unknown || a.state == Beyond || b.state == Beyond:
		return ""
	case a.state != b.state:
		return a.describe() + " and " + b.describe()
	case a.state == Undefined:
		return ""
	}
	al, ah := a.Bounds()
	bl, bh := b.Bounds()
	if ah.Cmp(bl) < 0 || bh.Cmp(al) < 0 {
		return a.describe() + " and " + b.describe() + " have no number in common"
	}
	return ""
}

// drawBall returns a ball near x, exact at times, and a number of it.
func drawBall(random *rand.Rand, x float64) (b, number Ball) {
	b = FromFloat64(x)
	if random.IntN(4) == 0 {
		return b, b
	}
	b = b.widen(drawRadius(random, b.Mid()))
	share := new(big.Float).SetFloat64([]float64{-1, 1, random.Float64()*2 - 1}[random.IntN(3)])
	y := new(big.Float).SetPrec(300).Mul(b.rad.Float(), share)
	if y.Add(y, b.Mid()); !holds(b, y) { // by rounding to 300 bits
		return b, Exact(b.Mid())
	}
	return b, Exact(y)
}

// holds is [Ball.Contains] without rounding: rounding the distance up does not
// take it past the radius, which has fewer bits.
func holds(b Ball, x *big.Float) bool {
	distance := new(big.Float).SetPrec(64).SetMode(big.AwayFromZero).Sub(x, b.Mid())
	return distance.Abs(distance).Cmp(b.rad.Float()) <= 0
}

// drawRadius returns a radius for a number: mostly small against it.
func drawRadius(random *rand.Rand, x *big.Float) Mag {
	e := -random.Int64N(120)
	if x.Sign() != 0 && random.IntN(8) != 0 {
		e += int64(x.MantExp(nil)) - 1
	}
	return magOf(1+random.Uint64N(1<<40), e-40)
}

func describe(balls []Ball) string {
	s := ""
	for i, b := range balls {
		if i > 0 {
			s += ", "
		}
		s += b.describe()
	}
	return s
}
