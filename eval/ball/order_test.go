package ball

import (
	"math"
	"math/big"
	"testing"
	"time"
)

// around returns the ball of the numbers not further than radius from mid.
func around(mid, radius float64) Ball {
	return Around(big.NewFloat(mid), magnitude(big.NewFloat(radius)))
}

// closeTo tells whether the ends of b are near lo and hi, a part in 2^20 of
// the greater apart and outside.
func closeTo(b Ball, lo, hi float64) bool {
	l, h := b.Bounds()
	slack := math.Ldexp(max(math.Abs(lo), math.Abs(hi)), -20)
	f, _ := l.Float64()
	g, _ := h.Float64()
	return b.IsKnown() && lo-slack <= f && f <= lo && hi <= g && g <= hi+slack
}

func TestCmp(t *testing.T) {
	for _, tt := range []struct {
		x, y  Ball
		order Order
	}{
		{FromInt(1), FromInt(2), Less},
		{FromInt(2), FromInt(1), Greater},
		{FromInt(2), FromFloat64(2), Equal},
		{Ball{}, FromFloat64(math.Copysign(0, -1)), Equal},
		{around(1, 0.5), around(2, 0.25), Less},
		{around(1, 0.5), around(2, 0.5), Overlap},
		{around(1, 0.5), around(1, 0.5), Overlap},
		{around(1, 0.5), FromInt(1), Overlap},
		{around(3, 0.5), FromInt(1), Greater},
		{None(Unknown), FromInt(1), Overlap},
		{None(Undefined), None(Undefined), Overlap},
	} {
		if got := Cmp(tt.x, tt.y); got != tt.order {
			t.Errorf("Cmp(%v, %v) is %v, want %v", tt.x.describe(), tt.y.describe(), got, tt.order)
		}
		want := tt.x.IsKnown() && tt.y.IsKnown() && (tt.order == Overlap || tt.order == Equal)
		if Overlaps(tt.x, tt.y) != want || Overlaps(tt.y, tt.x) != want {
			t.Errorf("Overlaps(%v, %v) is not %v", tt.x.describe(), tt.y.describe(), want)
		}
	}
}

// TestJumps has balls with a jump in them, and some beside one.
func TestJumps(t *testing.T) {
	c := Context{Bits: 60}
	for _, tt := range []struct {
		name   string
		got    Ball
		lo, hi float64
	}{
		{"sign across 0", c.Sign(around(0.5, 1)), -1, 1},
		{"sign up to 0", c.Sign(around(1, 1)), 0, 1},
		{"sign above 0", c.Sign(around(2, 1)), 1, 1},
		{"heaviside at 0", c.Heaviside(Ball{}), 0.5, 0.5},
		{"heaviside from 0", c.Heaviside(around(1, 1)), 0.5, 1},
		{"floor across 1", c.Floor(around(1, 0.25)), 0, 1},
		{"floor beside 1", c.Floor(around(1.5, 0.25)), 1, 1},
		{"floor from 1", c.Floor(around(1.25, 0.25)), 1, 1},
		{"ceil below 0", c.Ceil(around(-0.5, 0.25)), 0, 0},
		{"ceil across 1", c.Ceil(around(1, 0.25)), 1, 2},
		{"trunc across 0", c.Trunc(around(0, 0.75)), 0, 0},
		{"round about 1/2", c.RoundEven(around(0.5, 0.25)), 0, 1},
		{"round 5/2", c.RoundEven(FromFloat64(2.5)), 2, 2},
		{"round -7/2", c.RoundEven(FromFloat64(-3.5)), -4, -4},
		{"abs across 0", c.Abs(around(-1, 2)), 0, 3},
		{"max", c.Max(around(1, 1), around(1.5, 0.25)), 1.25, 2},
		{"min", c.Min(around(1, 1), around(1.5, 0.25)), 0, 1.75},
		{"max of distant", c.Max(around(1, 1), around(5, 0.25)), 4.75, 5.25},
		{"mod", c.Mod(around(7.5, 0.25), FromInt(3)), 1.25, 1.75},
		{"mod with negative y", c.Mod(around(7.5, 0.25), FromInt(-3)), -1.75, -1.25},
		{"mod across", c.Mod(around(6, 0.25), FromInt(3)), 0, 3},
		{"mod of a wide y", c.Mod(FromInt(7), around(3, 0.125)), 0.75, 1.25},
		{"mod 1e300", c.Mod(FromFloat64(1e300), FromInt(7)), 1, 1},
		{"mod -1", c.Mod(FromInt(-1), FromInt(3)), 2, 2},
		{"fmod -1", c.Fmod(FromInt(-1), FromInt(3)), -1, -1},
		{"fmod about 0", c.Fmod(around(0, 0.5), FromInt(3)), -0.5, 0.5},
		{"fmod of either sign", c.Fmod(around(2, 3), FromInt(-3)), -1, 3},
		{"fmod of a wide one", c.Fmod(around(0, 100), FromInt(3)), -3, 3},
	} {
		if !closeTo(tt.got, tt.lo, tt.hi) {
			t.Errorf("%s: %s, want [%v, %v]", tt.name, tt.got.describe(), tt.lo, tt.hi)
		}
	}
}

func TestOrderStates(t *testing.T) {
	c := Context{Bits: 60}
	for _, r := range orderRows {
		for _, why := range []State{Unknown, Beyond, Undefined} {
			if got := r.call(c, []Ball{None(why), FromInt(1)}); got.State() != why {
				t.Errorf("%s of %v is %s", r.name, why, got.describe())
			}
		}
	}
	for _, f := range []func(x, y Ball) Ball{c.Mod, c.Fmod} {
		if got := f(FromInt(1), Ball{}); got.State() != Undefined {
			t.Errorf("1 mod 0 is %s", got.describe())
		}
		if got := f(FromInt(1), around(1, 2)); got.State() != Unknown {
			t.Errorf("1 mod what may be 0 is %s", got.describe())
		}
	}
}

// extremes are balls that are hard on time and memory.
func extremes() []Ball {
	huge := Exact(new(big.Float).SetMantExp(big.NewFloat(0.7), big.MaxExp))
	tiny := Exact(new(big.Float).SetMantExp(big.NewFloat(0.7), big.MinExp))
	return []Ball{
		huge, tiny, huge.widen(power(10)), tiny.widen(power(10)), FromInt(1).widen(power(-1 << 40)),
		FromInt(3).widen(power(1 << 40)), huge.widen(power(1 << 33)),
		{rad: power(0)},
		{},
		FromFloat64(1e300),
	}
}

// TestOrderExtremes is about the end of every call, within a time.
func TestOrderExtremes(t *testing.T) {
	for _, bits := range []uint{2, 3, 20, 5000} {
		c := Context{Bits: bits}
		for _, r := range orderRows {
			for _, x := range extremes() {
				for _, y := range extremes() {
					start := time.Now()
					r.call(c, []Ball{x, y})
					if took := time.Since(start); took > 2*time.Second {
						t.Errorf("%s(%s, %s) took %v", r.name, x.Mid().Text('p', 5), y.Mid().Text('p', 5), took)
					}
				}
			}
		}
	}
}
