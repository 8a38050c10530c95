package ball

import (
	"math/big"
	"math/rand/v2"
	"testing"
)

// ends returns the exact ends of a ball.
func ends(t *testing.T, b Ball) (lo, hi *big.Rat) {
	t.Helper()
	mid, _ := b.Mid().Rat(nil)
	if b.state != Known || mid == nil {
		t.Fatalf("%s is no ball", b.describe())
	}
	return new(big.Rat).Sub(mid, b.rad.rat()), new(big.Rat).Add(mid, b.rad.rat())
}

func exactRat(x *big.Float) *big.Rat {
	r, _ := x.Rat(nil)
	return r
}

// drawAnyBall returns balls of which many touch 0 or nearly do.
func drawAnyBall(random *rand.Rand) Ball {
	b := Exact(drawFloat(random, 2+random.UintN(70), 60))
	switch random.IntN(6) {
	case 0:
		return b
	case 1:
		b.rad = magnitude(b.Mid())
	case 2:
		b.rad = leastMagnitude(b.Mid())
	default:
		b.rad = drawRadius(random, b.Mid())
	}
	return b
}

func TestBounds(t *testing.T) {
	random := rand.New(rand.NewPCG(13, 14))
	for range 20 * *trials {
		b := drawAnyBall(random)
		exactLo, exactHi := ends(t, b)
		lo, hi := b.Bounds()
		if exactRat(lo).Cmp(exactLo) != 0 || exactRat(hi).Cmp(exactHi) != 0 {
			t.Fatalf("bounds of %s are %v and %v", b.describe(), lo, hi)
		}
		if !b.Contains(lo) || !b.Contains(hi) || !b.Contains(b.Mid()) {
			t.Fatalf("%s does not hold its ends", b.describe())
		}
		x := drawFloat(random, 60, 60)
		r := exactRat(x)
		if got, want := b.Contains(x), exactLo.Cmp(r) <= 0 && r.Cmp(exactHi) <= 0; got != want {
			t.Fatalf("%s holds %v: %t", b.describe(), x, got)
		}
		if holds := exactLo.Sign() <= 0 && exactHi.Sign() >= 0; holds && !b.mayBeZero() {
			t.Fatalf("%s holds 0", b.describe())
		}
		checkMagnitudes(t, b, exactLo, exactHi)
	}
}

func checkMagnitudes(t *testing.T, b Ball, lo, hi *big.Rat) {
	t.Helper()
	least, greatest := b.leastMagnitudes()
	smaller, larger := new(big.Rat).Abs(lo), new(big.Rat).Abs(hi)
	if smaller.Cmp(larger) > 0 {
		smaller, larger = larger, smaller
	}
	if lo.Sign()*hi.Sign() <= 0 {
		smaller.SetInt64(0)
	}
	if least.rat().Cmp(smaller) > 0 || greatest.rat().Cmp(larger) < 0 {
		t.Fatalf("magnitudes of %s are %v and %v", b.describe(), least, greatest)
	}
}

func TestHull(t *testing.T) {
	random := rand.New(rand.NewPCG(15, 16))
	for range 20 * *trials {
		c := Context{Bits: 2 + random.UintN(80)}
		x, y := drawAnyBall(random), drawAnyBall(random)
		lo, hi := ends(t, c.Hull(x, y))
		for _, b := range []Ball{x, y} {
			l, h := ends(t, b)
			if lo.Cmp(l) > 0 || hi.Cmp(h) < 0 {
				t.Fatalf("hull of %s and %s is %s", x.describe(), y.describe(), c.Hull(x, y).describe())
			}
		}
		if _, xh := ends(t, x); xh.Sign() >= 0 {
			if l, h := ends(t, c.notNegative(x)); l.Sign() < 0 && !x.IsExact() || h.Cmp(xh) < 0 {
				t.Fatalf("the part of %s that is not negative is %s", x.describe(), c.notNegative(x).describe())
			}
		}
		if s := c.Sqr(x); s.state == Known {
			if l, _ := ends(t, s); l.Sign() < 0 {
				t.Fatalf("square of %s is %s", x.describe(), s.describe())
			}
		}
	}
}

// TestWide has balls beyond the range of exponents.
func TestWide(t *testing.T) {
	c := Context{Bits: 20}
	all := Around(big.NewFloat(1), power(1<<40))
	if lo, hi := all.Bounds(); !lo.IsInf() || !hi.IsInf() || !all.Contains(big.NewFloat(1e300)) {
		t.Errorf("bounds of everything are %v and %v", lo, hi)
	}
	for name, b := range map[string]Ball{
		"hull": c.Hull(all, FromInt(1)), "root": c.Sqrt(all), "power": c.PowInt(all, 3), "logarithm": c.Log(all),
		"exponential": c.Exp(all), "cube root": c.Cbrt(all), "quotient": c.Quo(all, all),
	} {
		if b.state != Unknown {
			t.Errorf("%s of everything is %s", name, b.describe())
		}
	}
	for range 80 {
		all = c.Mul(all, all)
		if !all.rad.isInf() && all.rad.Exponent() < 1<<40 {
			t.Fatalf("powers of everything shrink to %s", all.describe())
		}
	}
	huge := Exact(new(big.Float).SetMantExp(big.NewFloat(0.5), big.MaxExp))
	if y := c.Add(huge, huge); y.state != Beyond {
		t.Errorf("twice the greatest power is %s", y.describe())
	}
	if y := c.Quo(c.Quo(FromInt(1), huge), huge); y.state != Known || y.Mid().Sign() != 0 || y.rad.IsZero() {
		t.Errorf("what is too small is %s", y.describe())
	}
}
