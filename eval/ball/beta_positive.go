package ball

import (
	"math/big"
	"math/bits"
)

// betaPositive returns beta(x, y) for x, y > 0. It falls in either argument, and
// its logarithm by digamma(x+y) - digamma(x) for x.
func (c Context) betaPositive(x, y Ball) Ball {
	if x.state|y.state != Known {
		return None(worst(x, y))
	}
	if x.IsExact() && y.IsExact() {
		return c.betaAt(x.Mid(), y.Mid())
	}
	xl, xh := x.Bounds()
	yl, yh := y.Bounds()
	if xl.Sign() <= 0 || yl.Sign() <= 0 {
		return None(Unknown)
	}
	move := betaSlope(xl, yh).Mul(x.rad).Add(betaSlope(yl, xh).Mul(y.rad))
	if move.Exponent() > -3 {
		return c.Hull(c.betaAt(xl, yl), c.betaAt(xh, yh))
	}
	b := c.betaAt(x.Mid(), y.Mid())
	if b.state != Known {
		return b
	}
	// |e^d - 1| <= d(1+d) for |d| <= 1.
	return b.widen(b.upper().Mul(move).Mul(power(0).Add(move)))
}

// betaSlope returns a bound of digamma(x+y) - digamma(x) for x, y > 0, which
// falls with x and rises with y: that difference, and y times the bound
// 1/x + 1/x^2 of digamma's slope from x on, whichever is the less.
func betaSlope(x, y *big.Float) Mag {
	low := Context{Bits: 32}
	i := power(0).Quo(leastMagnitude(x))
	a := magnitude(y).Mul(i.Add(i.Mul(i)))
	b := low.Sub(low.Digamma(low.Add(Exact(x), Exact(y))), low.digammaAt(x)).upper()
	if b.Cmp(a) < 0 {
		return b
	}
	return a
}

// betaAt returns beta(x, y) for x, y > 0.
func (c Context) betaAt(x, y *big.Float) Ball {
	if x.Cmp(y) < 0 {
		x, y = y, x
	}
	if y.MantExp(nil) > 33 {
		return vanished() // beta(x, y) <= beta(y, y) <= 4^(1-y) for x >= y >= 1
	}
	a, b := Exact(x), Exact(y)
	if x.Cmp(new(big.Float).SetInt64(c.stirlingFrom()+16)) < 0 {
		w := c.with(8)
		g := w.Mul(w.gammaPositive(a), w.gammaPositive(b))
		return c.Round(w.Quo(g, w.gammaPositive(w.Add(a, b))))
	}
	if c.Bits > mostStirling-256 {
		return None(Beyond)
	}
	// The logarithms are below y*log(x+y), of which the units must have c's
	// precision behind them.
	w := c.with(uint(16 + max(0, y.MantExp(nil)) + bits.Len(uint(max(0, x.MantExp(nil))))))
	ratio := w.gammaRatio(a, b)
	if y.MantExp(nil) < 16 {
		return c.Round(w.Mul(w.gammaPositive(b), w.gauss(ratio)))
	}
	return c.Round(w.gauss(w.Sub(ratio, w.lgammaPositive(b))))
}

// gammaRatio returns log(gamma(x+y)/gamma(x)) for y > 0 and x so large that
// Stirling's series serve, R being their sums:
//
//	(x-1/2) log(1+y/x) + y log(x+y) - y + R(x+y) - R(x)
func (c Context) gammaRatio(x, y Ball) Ball {
	half := Exact(big.NewFloat(0.5))
	z := c.Add(x, y)
	sum := c.Mul(c.Sub(x, half), c.Log1p(c.Quo(y, x)))
	sum = c.Add(sum, c.Mul(y, c.Sub(c.Log(z), FromInt(1))))
	series := func(z Ball) Ball {
		i := c.Quo(FromInt(1), z)
		return c.Mul(i, c.stirlingSum(overGamma, c.Sqr(i)))
	}
	return c.Add(sum, c.Sub(series(z), series(x)))
}
