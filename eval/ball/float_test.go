package ball

import (
	"math/big"
	"math/rand/v2"
	"testing"
)

var modes = []big.RoundingMode{big.ToNearestEven, big.ToNearestAway, big.ToZero, big.AwayFromZero, big.ToNegativeInf, big.ToPositiveInf}

// drawFloat returns a number of up to so many bits: often a power of 2, a
// neighbour of one or with few bits, so that sums meet ties.
func drawFloat(random *rand.Rand, bits uint, exponents int) *big.Float {
	m := new(big.Int)
	for range bits/64 + 1 {
		m.Lsh(m, 64).Or(m, new(big.Int).SetUint64(random.Uint64()))
	}
	m.Rsh(m, 64*(bits/64+1)-bits)
	switch random.IntN(4) {
	case 0:
		m.Lsh(big.NewInt(1), bits-1)
	case 1:
		m.Sub(m.Lsh(big.NewInt(1), bits), big.NewInt(1))
	case 2:
		m.SetInt64(random.Int64N(16))
	}
	x := new(big.Float).SetPrec(bits).SetInt(m)
	x.SetMantExp(x, random.IntN(exponents)-exponents/2-int(bits))
	if random.IntN(2) == 0 {
		x.Neg(x)
	}
	return x
}

// TestAdd compares with big.Float where that is fast.
func TestAdd(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 12))
	for range 40 * *trials {
		x, y := drawFloat(random, 4+random.UintN(70), 400), drawFloat(random, 4+random.UintN(70), 400)
		prec, mode := 1+random.UintN(80), modes[random.IntN(len(modes))]
		z := func() *big.Float { return new(big.Float).SetPrec(prec).SetMode(mode) }
		for _, pair := range [][2]*big.Float{{add(z(), x, y), z().Add(x, y)}, {sub(z(), x, y), z().Sub(x, y)}} {
			got, want := pair[0], pair[1]
			if got.Cmp(want) != 0 || got.Acc() != want.Acc() {
				t.Fatalf("%v and %v to %d bits, %v: %v (%v), want %v (%v)", x, y, prec, mode, got, got.Acc(), want, want.Acc())
			}
		}
	}
}

// TestAddFar adds numbers that take half a gigabyte to align.
func TestAddFar(t *testing.T) {
	huge := new(big.Float).SetMantExp(big.NewFloat(0.75), big.MaxExp)
	tiny := new(big.Float).SetMantExp(big.NewFloat(-0.5), big.MinExp)
	for _, mode := range modes {
		z := new(big.Float).SetPrec(20).SetMode(mode)
		want := new(big.Float).SetPrec(20).SetMode(mode).Sub(big.NewFloat(0.75), big.NewFloat(1e-12))
		want.SetMantExp(want, big.MaxExp)
		if add(z, huge, tiny); z.Cmp(want) != 0 {
			t.Errorf("%v: %s", mode, show(z, 10))
		}
		if add(z, tiny, huge); z.Cmp(want) != 0 {
			t.Errorf("%v: %s", mode, show(z, 10))
		}
		if sub(z, tiny, huge); z.Sign() >= 0 {
			t.Errorf("%v: %s", mode, show(z, 10))
		}
	}
}
