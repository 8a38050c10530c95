package ball

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// TestFloat64 draws balls about doubles of all sizes, halfway points and
// neighbours: what both ends are rounded to decides.
func TestFloat64(t *testing.T) {
	random := rand.New(rand.NewPCG(13, 14))
	for range 10 * *trials {
		b := drawNearDouble(random)
		exactly := func() *big.Float { return new(big.Float).SetPrec(6000) }
		lo := exactly().Sub(b.Mid(), b.rad.Float())
		hi := exactly().Add(b.Mid(), b.rad.Float())
		if lo.Acc() != big.Exact || hi.Acc() != big.Exact {
			t.Fatal("the test's ends are not exact")
		}
		want, _ := lo.Float64()
		other, _ := hi.Float64()
		got, ok := b.Float64()
		if ok != (want == other) || ok && got != want {
			t.Fatalf("%s is %v, %v; its ends are %v and %v", b.describe(), got, ok, want, other)
		}
	}
}

// drawNearDouble returns a ball that touches or nearly touches a point where
// the rounding to a double changes, or not.
func drawNearDouble(random *rand.Rand) Ball {
	x := math.Float64frombits(random.Uint64() >> 1)
	switch random.IntN(6) {
	case 0:
		x = math.Float64frombits(random.Uint64N(1 << uint(1+random.IntN(54)))) // subnormal
	case 1:
		x = math.MaxFloat64
	case 2:
		x = math.Ldexp(1, random.IntN(2098)-1074)
	}
	if math.IsNaN(x) || math.IsInf(x, 0) {
		x = math.MaxFloat64
	}
	unit := new(big.Float).SetMantExp(big.NewFloat(1), max(-1074, math.Ilogb(x)-52))
	if x == 0 {
		unit.SetMantExp(big.NewFloat(1), -1074)
	}
	mid := new(big.Float).SetPrec(54 + random.UintN(100)).SetFloat64(x)
	share := []float64{0, 0.5, -0.5, 0.25, -0.25, random.Float64() - 0.5}[random.IntN(6)]
	mid.Add(mid, new(big.Float).Mul(unit, big.NewFloat(share)))
	if random.IntN(3) == 0 {
		mid.Add(mid, new(big.Float).Mul(unit, big.NewFloat(math.Ldexp(1, -random.IntN(80)))))
	}
	if random.IntN(2) == 0 {
		mid.Neg(mid)
	}
	rad := []Mag{{}, magnitude(unit).Mul(power(-1)), magnitude(unit).Mul(power(-2)), magnitude(unit).Mul(power(-random.Int64N(300)))}
	return Around(mid, rad[random.IntN(len(rad))])
}

func TestFloat64States(t *testing.T) {
	past := new(big.Float).SetMantExp(big.NewFloat(1), 1024)
	for _, tt := range []struct {
		x    Ball
		want float64
		ok   bool
	}{
		{Ball{}, 0, true},
		{Ball{rad: power(-1076)}, 0, true},
		{Ball{rad: power(-1075)}, 0, true}, // a tie, to even
		{Ball{rad: power(-1074)}, 0, false},
		{around(1, 0x1p-54), 1, true},
		{around(1, 0x1p-53), 1, false}, // below 1 doubles are closer
		{Exact(past), math.Inf(1), true},
		{Exact(past).widen(power(900)), math.Inf(1), true},
		{Context{Bits: 9}.Neg(Exact(past)), math.Inf(-1), true},
		{None(Undefined), 0, false},
	} {
		if got, ok := tt.x.Float64(); ok != tt.ok || ok && got != tt.want {
			t.Errorf("%s is %v, %v", tt.x.describe(), got, ok)
		}
	}
	for _, x := range extremes() {
		x.Float64() // ends
	}
}

func TestAccuracy(t *testing.T) {
	for _, tt := range []struct {
		x        Ball
		from, to int64
	}{
		{FromInt(3), math.MaxInt64, math.MaxInt64},
		{Ball{}, math.MaxInt64, math.MaxInt64},
		{around(1, 0x1p-50), 48, 50},
		{around(-1023, 0x1p-50), 58, 60},
		{around(1, 1), -2, 0},
		{around(1, 1000), -12, -9},
		{Ball{rad: power(-1000)}, math.MinInt64, math.MinInt64},
		{None(Beyond), math.MinInt64, math.MinInt64},
	} {
		if got := tt.x.Accuracy(); got < tt.from || got > tt.to {
			t.Errorf("the accuracy of %s is %d", tt.x.describe(), got)
		}
	}
}
