package ball

import (
	"math/big"
	"math/rand/v2"
	"testing"
)

// checkUnits fails if got, with p bits, is further from the number that is
// between v and v+width, with p+64 bits, than low units below or high above.
func checkUnits(t *testing.T, what string, x, got, v *big.Int, width, low, high int64) {
	t.Helper()
	lo := new(big.Int).Sub(v, new(big.Int).Lsh(big.NewInt(low), 64))
	hi := new(big.Int).Add(v, new(big.Int).Lsh(big.NewInt(high), 64))
	g := new(big.Int).Lsh(got, 64)
	if g.Cmp(lo) < 0 || g.Cmp(hi.Add(hi, big.NewInt(width))) > 0 {
		t.Fatalf("%s of %v is %v, want %v", what, x, g, v)
	}
}

// drawFixed returns a fixed-point number of p bits, 0 <= v < 2^p; small, close
// to 1 or round at times.
func drawFixed(random *rand.Rand, p uint) *big.Int {
	v := new(big.Int)
	for range p/64 + 1 {
		v.Lsh(v, 64).Or(v, new(big.Int).SetUint64(random.Uint64()))
	}
	v.Rsh(v, 64*(p/64+1)-p)
	switch random.IntN(5) {
	case 0:
		v.Rsh(v, random.UintN(p))
	case 1:
		v.Rsh(v, random.UintN(p))
		v.Sub(new(big.Int).Lsh(one, p), v.Add(v, one))
	case 2:
		v.Rsh(v, p-8).Lsh(v, p-8)
	}
	return v
}

// drawPrecision returns how many bits to try: about word boundaries, and
// rarely many.
func drawPrecision(random *rand.Rand) uint {
	if random.IntN(50) == 0 {
		return 1000 + random.UintN(3000)
	}
	return 27 + random.UintN(500)
}

func TestExpFixed(t *testing.T) {
	random := rand.New(rand.NewPCG(17, 18))
	for range 10 * *trials {
		p := drawPrecision(random)
		r := drawFixed(random, p)
		got := expm1Fixed(r, p)
		want := expm1Fixed(new(big.Int).Lsh(r, 64), p+64)
		checkUnits(t, "exponential", r, got, want, expm1Units, expm1Units, 0)
	}
}

func TestLogFixed(t *testing.T) {
	random := rand.New(rand.NewPCG(19, 20))
	for range 10 * *trials {
		p := drawPrecision(random)
		// From 0.7 to 2.
		x := drawFixed(random, p)
		x.Mul(x, big.NewInt(13)).Quo(x, big.NewInt(10)).Add(x, new(big.Int).Quo(new(big.Int).Lsh(big.NewInt(7), p), big.NewInt(10)))
		want := logFixed(new(big.Int).Lsh(x, 64), p+64)
		// It is right for all numbers within a unit of x.
		for near := int64(-1); near <= 1; near++ {
			got := logFixed(new(big.Int).Add(x, big.NewInt(near)), p)
			checkUnits(t, "logarithm", x, got, want, logUnits, logUnits, logUnits)
		}
	}
}

func TestAtanhFixed(t *testing.T) {
	random := rand.New(rand.NewPCG(21, 22))
	for range 10 * *trials {
		p := drawPrecision(random)
		x := drawFixed(random, p-2)
		if random.IntN(2) == 0 {
			x.Neg(x)
		}
		want := atanhFixed(new(big.Int).Lsh(x, 64), p+64)
		checkUnits(t, "atanh", x, atanhFixed(x, p), want, 3, 3, 3)
	}
}

// TestConstants compares constants of few and many bits, on fresh caches.
func TestConstants(t *testing.T) {
	for name, compute := range map[string]func(uint) (*big.Int, int64){
		"pi": computePi, "log 2": computeLn2, "log 10": computeLn10, "e": computeE, "gamma": computeGamma,
	} {
		many := constant{compute: compute}
		last := many.floor(9000)
		few := constant{compute: compute}
		for _, p := range []uint{2, 3, 64, 65, 100, 173, 64, 1000, 1024, 5000, 173} {
			want := new(big.Int).Rsh(last, 9000-p)
			if got := few.floor(p); got.Cmp(want) != 0 {
				t.Errorf("%s to %d bits is %v, want %v", name, p, got, want)
			}
			v, units := compute(p + 64)
			want.Rsh(last, 9000-p-64)
			want.Sub(want, v)
			if want.CmpAbs(big.NewInt(units)) > 0 {
				t.Errorf("%s with %d bits is off by %v units, more than %d", name, p, want, units)
			}
		}
	}
}

// TestConstantRounding compares with rounding a constant of many bits.
func TestConstantRounding(t *testing.T) {
	for _, f := range []func(Context) Ball{Context.Pi, Context.Ln2, Context.E, Context.EulerGamma} {
		many := f(Context{Bits: 2000})
		for bits := uint(2); bits < 300; bits++ {
			c := Context{Bits: bits}
			got, want := f(c), c.Round(Exact(many.Mid()))
			if got.Mid().Cmp(want.Mid()) != 0 || got.rad != want.rad {
				t.Fatalf("to %d bits is %s, want %s", bits, got.describe(), want.describe())
			}
		}
	}
}
