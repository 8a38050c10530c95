package ball

import "math/big"

// Gamma returns the gamma function. It is [Undefined] at its poles 0, -1, …,
// [Unknown] where the ball holds one of them and more, and [Beyond] from some
// 10^8 on. Where the result has few bits enough, that of an integer is exact.
//
// Method: Stirling's series (DLMF 5.11.1, see stirling.go) after a shift to
// the right, and reflection (5.5.3) on the left, with the argument reduced to
// the nearest integer exactly.
func (c Context) Gamma(x Ball) Ball {
	if x.state != Known {
		return x
	}
	if s := poles(x); s != Known {
		return None(s)
	}
	if x.IsExact() {
		return c.gammaAt(x.Mid())
	}
	// log|gamma| is convex between poles (its second derivative is the sum of
	// 1/(x+k)^2), so that its slope is greatest at an end.
	lo, hi := x.Bounds()
	move := slopeBound(0, lo, hi).Mul(x.rad)
	if move.Exponent() > -2 {
		return c.gammaWide(lo, hi)
	}
	y := c.gammaAt(x.Mid())
	if y.state != Known {
		return y
	}
	// |e^d - 1| <= d(1+d) for |d| <= 1.
	return y.widen(y.upper().Mul(move).Mul(power(0).Add(move)))
}

// slopeBound returns a bound of |polygamma(n, x)| between lo and hi, which have
// no pole between them. Polygamma is monotone or positive and convex there: it
// is largest at an end. It takes n >= 0.
func slopeBound(n int, lo, hi *big.Float) Mag {
	low := Context{Bits: 32}
	a, b := low.polygammaAt(n, lo).upper(), low.polygammaAt(n, hi).upper()
	if a.Cmp(b) < 0 {
		return b
	}
	return a
}

// gammaWide returns a ball of gamma between lo and hi, which have no pole
// between them. |gamma| is convex there, so that no value exceeds both ends'.
// The least for x > 0 is 0.88560319…, at 1.46163214… (DLMF 5.4.20).
func (c Context) gammaWide(lo, hi *big.Float) Ball {
	ends := c.Hull(c.gammaAt(lo), c.gammaAt(hi))
	switch {
	case lo.Sign() < 0:
		return c.Hull(ends, Ball{})
	case lo.Cmp(big.NewFloat(1.4617)) < 0 && hi.Cmp(big.NewFloat(1.4616)) > 0:
		return c.Hull(ends, FromFloat64(0.8856))
	}
	return ends
}

// gammaAt returns gamma(x), x not being a pole.
func (c Context) gammaAt(x *big.Float) Ball {
	if x.Sign() > 0 && isInteger(x) {
		if n, ok := c.factorialBelow(x); ok {
			return n
		}
	}
	w := c.with(16)
	if x.Sign() > 0 {
		return c.Round(w.gammaPositive(Exact(x)))
	}
	// gamma(x) = pi/(sin(pi x) gamma(1-x))
	rest, odd := nearest(x)
	sine := w.Sin(w.Mul(w.Pi(), Exact(rest)))
	if odd {
		sine = w.Neg(sine)
	}
	g := w.gammaPositive(w.plus(new(big.Float).Neg(x), 1))
	if e := min(int64(x.MantExp(nil)), 40); g.state == Beyond && e > 26 {
		// With -x >= 2^(e-1), gamma(1-x) > ((1-x)/e)^-x > 2^((e-3) 2^(e-1)), by
		// (5.6.1), and |sin(pi x)| >= 2|rest|.
		return Ball{rad: power(1 - (e-3)<<(e-1)).Quo(leastMagnitude(rest))}
	}
	return c.Round(w.Quo(w.Pi(), w.Mul(sine, g)))
}

// factorialBelow returns (x-1)! for a positive integer x, if that is quicker
// than Stirling's series or may be exact.
func (c Context) factorialBelow(x *big.Float) (Ball, bool) {
	if x.MantExp(nil) > 20 {
		return Ball{}, false
	}
	n, _ := x.Int64()
	// n! has more than n(log2(n)-1.45) bits, and those after its first n are
	// 0: it is not exact in 2*Bits unless n is small.
	if n > 64 && n > int64(c.Bits) {
		return Ball{}, false
	}
	f := new(big.Int).MulRange(1, n-1)
	return c.Round(exactInt(f)), true
}

// gammaPositive returns gamma(x) for x > 0, to nearly the context's bits.
func (c Context) gammaPositive(x Ball) Ball {
	e := max(0, x.Mid().MantExp(nil))
	if e > 34 || c.Bits > mostStirling {
		return None(Beyond)
	}
	// The logarithm of the result is below x*32, of which the units must have c's
	// precision behind them.
	w := c.with(uint(8 + e))
	n := w.shiftFor(x)
	z := w.Add(x, FromInt(n))
	g := w.Mul(w.sqrt2Pi(), w.Exp(w.stirlingMain(z)))
	if n == 0 {
		return g
	}
	return w.Quo(g, w.rising(x, n))
}

// Factorial returns x! = gamma(x+1). Its states are those of [Context.Gamma].
func (c Context) Factorial(x Ball) Ball {
	if x.state != Known {
		return x
	}
	return c.Gamma(c.with(32).plus(x.Mid(), 1).widen(x.rad))
}
