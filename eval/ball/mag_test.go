package ball

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// rat returns the bound's exact value.
func (a Mag) rat() *big.Rat {
	x := new(big.Rat).SetInt64(int64(a.m))
	return x.Mul(x, ratPower(int(a.exp)))
}

func ratPower(n int) *big.Rat {
	p := new(big.Int).Lsh(big.NewInt(1), uint(max(n, -n)))
	if n < 0 {
		return new(big.Rat).SetFrac(big.NewInt(1), p)
	}
	return new(big.Rat).SetInt(p)
}

// drawMag returns bounds of many sizes, with mantissas about the ends of their
// range and about each other.
func drawMag(random *rand.Rand) Mag {
	m := random.Uint64()
	switch random.IntN(4) {
	case 0:
		m = 1<<31 + random.Uint64N(3)
	case 1:
		m = 1<<32 - 1 - random.Uint64N(3)
	case 2:
		m = random.Uint64N(40)
	}
	return magOf(m>>random.UintN(40), int64(random.IntN(150)-75))
}

// checkMag fails if got is below want, or above it by more than a part in
// 2^30.
func checkMag(t *testing.T, what string, a, b, got Mag, want *big.Rat) {
	t.Helper()
	if got.m != 0 && got.m < 1<<31 || got.m == 0 && got.exp != 0 {
		t.Fatalf("%s of %v and %v is %v, which is not normal", what, a, b, got)
	}
	above := new(big.Rat).Sub(got.rat(), want)
	allowed := new(big.Rat).Mul(want, ratPower(-30))
	if above.Sign() < 0 || above.Cmp(allowed) > 0 {
		t.Fatalf("%s of %v and %v is %v, off by %v", what, a, b, got, above)
	}
}

func TestMagOperations(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 50 * *trials {
		a, b := drawMag(random), drawMag(random)
		if random.IntN(8) == 0 {
			b.exp = a.exp * min(int64(b.m), 1)
		}
		checkMag(t, "sum", a, b, a.Add(b), new(big.Rat).Add(a.rat(), b.rat()))
		checkMag(t, "product", a, b, a.Mul(b), new(big.Rat).Mul(a.rat(), b.rat()))
		if got, want := a.Cmp(b), a.rat().Cmp(b.rat()); got != want {
			t.Fatalf("%v and %v compare as %d, want %d", a, b, got, want)
		}
		if !b.IsZero() {
			checkMag(t, "quotient", a, b, a.Quo(b), new(big.Rat).Quo(a.rat(), b.rat()))
		}
		root := a.Sqrt()
		square := new(big.Rat).Mul(root.rat(), root.rat())
		if above := new(big.Rat).Sub(square, a.rat()); above.Sign() < 0 || above.Cmp(new(big.Rat).Mul(a.rat(), ratPower(-29))) > 0 {
			t.Fatalf("root of %v is %v", a, root)
		}
		checkMinus(t, a, b)
	}
}

func checkMinus(t *testing.T, a, b Mag) {
	t.Helper()
	want := new(big.Rat).Sub(a.rat(), b.rat())
	if want.Sign() < 0 {
		want.SetInt64(0)
	}
	got := a.minus(b)
	short := new(big.Rat).Sub(want, got.rat())
	allowed := new(big.Rat).Mul(a.rat(), ratPower(-30))
	if short.Sign() < 0 || short.Cmp(allowed) > 0 {
		t.Fatalf("%v minus %v is %v, short by %v", a, b, got, short)
	}
}

func TestMagOf(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for range 20 * *trials {
		m := random.Uint64() >> random.UintN(64)
		if random.IntN(2) == 0 {
			m = 1<<random.UintN(64) + random.Uint64N(5) - 2
		}
		exp := int64(random.IntN(100) - 50)
		want := new(big.Rat).SetInt(new(big.Int).SetUint64(m))
		checkMag(t, "bound", Mag{}, Mag{}, magOf(m, exp), want.Mul(want, ratPower(int(exp))))
	}
}

func TestMagnitude(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	for range 20 * *trials {
		m := new(big.Int).SetUint64(random.Uint64() >> random.UintN(64))
		switch random.IntN(3) {
		case 0:
			m.Lsh(m, random.UintN(100)).Add(m, big.NewInt(random.Int64N(3)-1))
		case 1:
			m.Lsh(big.NewInt(1), random.UintN(140)).Add(m, big.NewInt(random.Int64N(3)-1))
		}
		x := new(big.Float).SetInt(m)
		x.SetMantExp(x, random.IntN(60)-120)
		if random.IntN(2) == 0 {
			x.Neg(x)
		}
		want, _ := x.Rat(nil)
		want.Abs(want)
		checkMag(t, "magnitude", Mag{}, Mag{}, magnitude(x), want)
		least := leastMagnitude(x).rat()
		short := new(big.Rat).Sub(want, least)
		if short.Sign() < 0 || short.Cmp(new(big.Rat).Mul(want, ratPower(-31))) > 0 {
			t.Fatalf("least magnitude of %v is %v", x, least)
		}
	}
}

// TestMagEnds tries the ends of both ranges of exponents.
func TestMagEnds(t *testing.T) {
	last := new(big.Float).SetPrec(100).SetMode(big.ToZero)
	shift(last, last.Quo(big.NewFloat(1), big.NewFloat(3)), big.MaxExp+1)
	least := new(big.Float).SetMantExp(big.NewFloat(0.5), big.MinExp)
	allOnes := new(big.Float).SetPrec(100).SetInt(new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 100), big.NewInt(1)))
	allOnes.SetMantExp(allOnes, big.MaxExp-100)
	for _, x := range []*big.Float{last, least, allOnes} {
		m := magnitude(x)
		if f := m.Float(); f.Cmp(x) < 0 {
			t.Errorf("bound of %s is %s", show(x, 5), show(f, 5))
		}
		if d := m.Exponent() - int64(x.MantExp(nil)); d != 0 && d != 1 {
			t.Errorf("exponent of %s is %d", show(x, 5), m.Exponent())
		}
		if f := leastMagnitude(x).Float(); f.Cmp(x) > 0 {
			t.Errorf("lower bound of %s is %s", show(x, 5), show(f, 5))
		}
	}
	big1, small := power(1<<59), power(-1<<59)
	for range 4 {
		big1, small = big1.Mul(big1), small.Mul(small)
	}
	if !big1.isInf() || !big1.Mul(small).isInf() || !big1.Sqrt().isInf() || !big1.Quo(big1).isInf() || !big1.Add(small).isInf() {
		t.Error("a bound beyond the range does not stay infinite")
	}
	if small.IsZero() || small.Exponent() != -lastExp+32 || !big1.Float().IsInf() || small.Float().Sign() <= 0 {
		t.Errorf("a bound below the range is %v", small)
	}
	if (Mag{}).Exponent() != math.MinInt64 || !(Mag{}).Mul(big1).IsZero() {
		t.Error("0 is not 0")
	}
}

func BenchmarkMagnitude(b *testing.B) {
	x := Context{Bits: 173}.Pi().Mid()
	b.ReportAllocs()
	for b.Loop() {
		magnitude(x)
	}
}
