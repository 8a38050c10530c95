package ball

import (
	"math/big"
	"math/rand/v2"
	"testing"
)

// TestTrigTight asks that the ball of a number is about as small as the bits
// allow, and that of a small ball as small as its ends say.
func TestTrigTight(t *testing.T) {
	for _, r := range trigonometricRows {
		random := rand.New(rand.NewPCG(5, 6))
		for range *trials {
			args := r.draw(random)
			numbers := make([]Ball, len(args))
			for i, x := range args {
				numbers[i] = FromFloat64(x)
			}
			c := Context{Bits: 2 + random.UintN(200)}
			y := r.call(c, numbers)
			if y.state == Unknown || y.IsKnown() && y.rad.Exponent() > magnitude(y.Mid()).Exponent()+1-int64(c.Bits) {
				t.Errorf("%s at %v with %d bits is %s", r.name, args, c.Bits, y.describe())
			}
			if i := random.IntN(len(args)); y.IsKnown() && args[i] != 0 {
				checkSpread(t, r, random, numbers, i)
			}
		}
	}
}

// checkSpread widens one of the arguments a little and compares the radius of
// the result with how far it is from the middle to the ends.
func checkSpread(t *testing.T, r row, random *rand.Rand, args []Ball, i int) {
	t.Helper()
	c := Context{Bits: 250}
	x := args[i]
	radius := power(min(0, int64(x.Mid().MantExp(nil))) - 10 - random.Int64N(60))
	mid := r.call(c, args)
	args[i] = x.widen(radius)
	wide := r.call(c, args)
	if mid.state != Known || wide.state != Known {
		return // over the edge of the domain, or over a pole
	}
	var spread Mag
	for _, away := range []*big.Float{radius.Float(), new(big.Float).Neg(radius.Float())} {
		args[i] = Exact(new(big.Float).SetPrec(2000).Add(x.Mid(), away)) // exact
		y := c.Sub(r.call(c, args), mid)
		if _, change := y.leastMagnitudes(); change.Cmp(spread) > 0 {
			spread = change
		}
	}
	rest := magnitude(mid.Mid()).Mul(power(-245)).Add(radius.Mul(radius)) // roundoff and curvature
	if limit := spread.Mul(magOf(17, -4)).Add(rest); wide.rad.Cmp(limit) > 0 {
		t.Errorf("%s: a radius of %s about %s makes %s, and the ends are %s away", r.name, radius.Float().Text('g', 4), x.describe(), wide.describe(), spread.Float().Text('g', 4))
	}
}
