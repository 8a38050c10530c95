package ball

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

func TestBesselStates(t *testing.T) {
	c := Context{Bits: 60}
	edge := -math.Exp(-1) // a little below -1/e
	for _, tt := range []struct {
		name  string
		got   Ball
		state State
	}{
		{"J_0(0)", c.BesselJ(0, Ball{}), Known},
		{"J_5 across 0", c.BesselJ(5, around(0, 1)), Known},
		{"J_0(2^1000)", c.BesselJ(0, Exact(new(big.Float).SetMantExp(big.NewFloat(1), 1000))), Known},
		{"J_0(2^(2^30))", c.BesselJ(0, Exact(new(big.Float).SetMantExp(big.NewFloat(1), 1<<30))), Beyond},
		{"J_n(1), least n", c.BesselJ(math.MinInt64, FromInt(1)), Beyond},
		{"J_n(1), greatest n", c.BesselJ(math.MaxInt64, FromInt(1)), Known},
		{"J_n(1e10), n = 1e10", c.BesselJ(1e10, FromInt(1e10)), Beyond},
		{"J_n(1e6), n = 1e6", c.BesselJ(1e6, FromInt(1e6)), Beyond},
		{"Y_0(0)", c.BesselY(0, Ball{}), Undefined},
		{"Y_0(-1)", c.BesselY(0, FromInt(-1)), Undefined},
		{"Y_0 below 0", c.BesselY(0, around(-1, 0.5)), Undefined},
		{"Y_0 up to 0", c.BesselY(0, around(-1, 1)), Undefined},
		{"Y_0 across 0", c.BesselY(0, around(1, 2)), Unknown},
		{"Y_0 from 0", c.BesselY(0, around(1, 1)), Unknown},
		{"Y_n(1), n = 1e10", c.BesselY(1e10, FromInt(1)), Beyond},
		{"Y_n(1), least n", c.BesselY(math.MinInt64, FromInt(1)), Beyond},
		{"Y_100000(1e-300)", c.BesselY(100000, FromFloat64(1e-300)), Known},
		{"Y_10000000(1e-300)", c.BesselY(1e7, FromFloat64(1e-300)), Beyond},
		{"W(0)", c.LambertW(Ball{}), Known},
		{"W(-1)", c.LambertW(FromInt(-1)), Undefined},
		{"W below -1/e", c.LambertW(around(-1, 0.5)), Undefined},
		{"W across -1/e", c.LambertW(around(0, 1)), Unknown},
		{"W at the double below -1/e", c.LambertW(FromFloat64(edge)), Undefined},
		{"W at the double above -1/e", c.LambertW(FromFloat64(math.Nextafter(edge, 0))), Known},
	} {
		if tt.got.State() != tt.state {
			t.Errorf("%s is %s, want %v", tt.name, tt.got.describe(), tt.state)
		}
	}
	for _, r := range besselRows {
		for _, why := range []State{Unknown, Beyond, Undefined} {
			if got := r.call(c, []Ball{None(why), None(why)}); got.State() != why && r.name != "besselj" && r.name != "bessely" {
				t.Errorf("%s of %v is %s", r.name, why, got.describe())
			}
		}
	}
	if got := c.BesselJ(3, Ball{}); !got.IsExact() || got.Mid().Sign() != 0 {
		t.Errorf("J_3(0) is %s", got.describe())
	}
	if got := c.BesselJ(0, Ball{}); Cmp(got, FromInt(1)) != Equal {
		t.Errorf("J_0(0) is %s", got.describe())
	}
}

// TestBesselTight has balls: the result is as wide as the function varies, up
// to a factor.
func TestBesselTight(t *testing.T) {
	c := Context{Bits: 173}
	besselJ := func(n int64) func(Ball) Ball { return func(x Ball) Ball { return c.BesselJ(n, x) } }
	besselY := func(n int64) func(Ball) Ball { return func(x Ball) Ball { return c.BesselY(n, x) } }
	for _, tt := range []struct {
		name   string
		f      func(Ball) Ball
		x, rad float64
		most   float64 // radius of the result
	}{
		{"J_0", besselJ(0), 2.5, 1e-20, 0.6e-20},
		{"J_0 about 0", besselJ(0), 0, 1e-10, 1e-20},
		{"J_5 about 0", besselJ(5), 0, 1e-10, 1e-52},
		{"J_0 far out", besselJ(0), 1e22, 1e-5, 1e-16},
		{"J_3 far out", besselJ(3), 1e22, 1e5, 1e-11},
		{"J_1000", besselJ(1000), 500, 1e-20, 1e-131},
		{"J_7 over all", besselJ(7), 100, 1e6, 1},
		{"Y_0", besselY(0), 2.5, 1e-20, 0.6e-20},
		{"Y_0 next to 0", besselY(0), 1e-10, 1e-20, 1e-10},
		{"Y_3", besselY(3), 20, 1e-20, 0.3e-20},
		{"Y_1 wide", besselY(1), 10, 9, 2},
		{"W", c.LambertW, 2.5, 1e-20, 0.2e-20},
		{"W wide", c.LambertW, 1e10, 1e9, 0.1},
		{"W next to -1/e", c.LambertW, -0.367, 1e-20, 0.4e-18},
	} {
		y := tt.f(around(tt.x, tt.rad))
		if rad, _ := y.Radius().Float().Float64(); !y.IsKnown() || rad > tt.most {
			t.Errorf("%s of %v ± %v is %s", tt.name, tt.x, tt.rad, y.describe())
		}
	}
}

// TestBesselMethods compares the methods with each other, where they reach: a
// ball of few bits from one has what another makes of many.
func TestBesselMethods(t *testing.T) {
	random := rand.New(rand.NewPCG(15, 16))
	compared := map[string]int{}
	for range *trials {
		n := int64(math.Exp2(random.Float64() * 9))
		x := big.NewFloat(math.Exp2(random.Float64()*10 - 1))
		low := Context{Bits: 20 + random.UintN(80)}
		high := low.with(20 + random.UintN(100))
		j, jOK := high.besselJSeries(n, x)
		y, yOK := high.besselYSeries(n, x)
		if !jOK || !yOK {
			t.Fatalf("no series for n = %d, x = %v", n, x)
		}
		for name, method := range map[string]func(int64, *big.Float) (Ball, Ball, bool){
			"expansion": low.besselHankel,
			"steps":     low.besselSteps,
		} {
			otherJ, otherY, ok := method(n, x)
			if !ok {
				continue
			}
			compared[name]++
			if complaint := apart(otherJ, j) + apart(otherY, y); complaint != "" {
				t.Fatalf("n = %d, x = %v, by %s and series: %s", n, x, name, complaint)
			}
			amplitude := magnitude(j.Mid()).Add(magnitude(y.Mid())).Exponent()
			if otherY.rad.Exponent() > amplitude-int64(low.Bits)+8 {
				t.Errorf("n = %d, x = %v, %d bits by %s: %s", n, x, low.Bits, name, otherY.describe())
			}
		}
	}
	if compared["expansion"] < *trials/20 || compared["steps"] < *trials/20 {
		t.Errorf("too few comparisons: %v", compared)
	}
}

// TestBesselExtremes is about the end of every call: one that takes long makes the
// run of tests time out. No result has more bits than the context.
func TestBesselExtremes(t *testing.T) {
	for _, bits := range []uint{2, 3, 20, 5000} {
		c := Context{Bits: bits}
		for _, r := range besselRows {
			for _, n := range []int64{0, 7, 1000, 1 << 20} {
				for _, x := range append(extremes(), FromInt(70), FromFloat64(1e5)) {
					args := []Ball{x}
					if r.name == "besselj" || r.name == "bessely" {
						args = []Ball{FromInt(n), x}
					} else if n > 0 {
						continue
					}
					if y := r.call(c, args); y.Mid().MinPrec() > max(bits, x.Mid().Prec()) {
						t.Errorf("%s(%d, %s) with %d bits has %d", r.name, n, x.Mid().Text('p', 5), bits, y.Mid().MinPrec())
					}
				}
			}
		}
	}
}

// TestSmallBudget leaves no bits to refine with: what is known is still right.
func TestSmallBudget(t *testing.T) {
	zero := FromFloat64(2.404825557695773)
	exact := Context{Bits: 300}.BesselJ(0, zero)
	for budget := uint(20); budget < 200; budget += 7 {
		c := Context{Bits: 20, Budget: budget}
		if y := c.BesselJ(0, zero); apart(y, exact) != "" {
			t.Errorf("with a budget of %d bits: %s", budget, apart(y, exact))
		}
	}
}

func benchmarkOf(b *testing.B, f func(c Context)) {
	b.ReportAllocs()
	for b.Loop() {
		f(Context{Bits: 173})
	}
}

func BenchmarkBesselJ0(b *testing.B) {
	benchmarkOf(b, func(c Context) { c.BesselJ(0, FromFloat64(2.5)) })
}

func BenchmarkBesselJ100(b *testing.B) {
	benchmarkOf(b, func(c Context) { c.BesselJ(100, FromFloat64(2.5)) })
}

func BenchmarkBesselJ0Far(b *testing.B) {
	benchmarkOf(b, func(c Context) { c.BesselJ(0, FromFloat64(1000)) })
}

func BenchmarkBesselY0(b *testing.B) {
	benchmarkOf(b, func(c Context) { c.BesselY(0, FromFloat64(2.5)) })
}

func BenchmarkBesselY3(b *testing.B) {
	benchmarkOf(b, func(c Context) { c.BesselY(3, FromFloat64(2.5)) })
}

func BenchmarkLambertW(b *testing.B) {
	benchmarkOf(b, func(c Context) { c.LambertW(FromFloat64(2.5)) })
}
