package ball

import "math/big"

// mostOrder is the greatest order of [Context.Polygamma].
const mostOrder = 1 << 20

// Polygamma returns the derivative of order n of the digamma function at x. It
// is [Undefined] unless n is an integer from 0 to 2^20, and at the poles
// 0, -1, … of x; it is [Unknown] where the ball holds one of them and more, or
// n is not exact.
//
// Method: (-1)^(n+1) n! zeta(n+1, x) (DLMF 5.15.1, 25.11.12), see hurwitz.go.
// On the left of 0 the sum over all 1/(x+k)^(n+1) is taken in three parts.
func (c Context) Polygamma(n, x Ball) Ball {
	if n.state|x.state != Known {
		return None(worst(n, x))
	}
	lo, hi := n.Bounds()
	most := new(big.Float).SetInt64(mostOrder)
	switch {
	case hi.Sign() < 0 || lo.Cmp(most) > 0 || n.IsExact() && !isInteger(lo):
		return None(Undefined)
	case !n.IsExact():
		return None(Unknown)
	}
	order, _ := lo.Int64()
	return c.polygamma(int(order), x)
}

// Trigamma returns the derivative of the digamma function. Its states are those
// of [Context.Digamma].
func (c Context) Trigamma(x Ball) Ball { return c.polygamma(1, x) }

// polygamma is Polygamma for an exact order.
func (c Context) polygamma(n int, x Ball) Ball {
	if x.state != Known {
		return x
	}
	if s := poles(x); s != Known {
		return None(s)
	}
	y := c.polygammaAt(n, x.Mid())
	if x.IsExact() || y.state != Known {
		return y
	}
	lo, hi := x.Bounds()
	move := slopeBound(n+1, lo, hi).Mul(x.rad)
	if move.Exponent() < y.upper().Exponent()-3 {
		return y.widen(move)
	}
	// Monotone for x > 0 and for even n; else positive and convex.
	ends := c.Hull(c.polygammaAt(n, lo), c.polygammaAt(n, hi))
	if lo.Sign() < 0 && n%2 == 1 {
		return c.Hull(ends, Ball{})
	}
	return ends
}

// polygammaAt returns polygamma(n, x), x not being a pole.
func (c Context) polygammaAt(n int, x *big.Float) Ball {
	if n == 0 {
		return c.digammaAt(x)
	}
	if far := vanishingPolygamma(n, x); far.state != Known || !far.rad.IsZero() {
		return far
	}
	return c.sharpen(16, func(w Context) Ball {
		sum := w.inversePowers(n+1, x)
		if n%2 == 0 {
			sum = w.Neg(sum)
		}
		return w.Mul(sum, w.Gamma(FromInt(int64(n)+1)))
	})
}

// vanishingPolygamma returns a ball about 0 where the powers in polygamma(n, x)
// have exponents out of range because x is large, [Beyond] where that is
// because it is small, and 0 otherwise.
func vanishingPolygamma(n int, x *big.Float) Ball {
	const most = 1<<31 - 1<<27
	e := int64(x.MantExp(nil))
	switch size := e * int64(n+1); {
	case size > most && x.Sign() > 0:
		// With 2^(e-1) <= x, not above n! (1/x^n + 1/x^(n+1)) < 2 (2^20/x)^n.
		return Ball{rad: power(1 + (21-e)*int64(n))}
	case size > most, -size > most:
		return None(Beyond)
	}
	return Ball{}
}

// inversePowers returns the sum of (x+k)^-s over k >= 0 for s >= 2, x not being
// a pole.
//
// For x = f - m < 0, m the nearest integer, these are f^-s, the (f+j)^-s for
// j >= 1, and the (f-j)^-s for j from 1 to m, which is
// f^-s + zeta(s, 1+f) + (-1)^s (zeta(s, 1-f) - zeta(s, 1-x)).
func (c Context) inversePowers(s int, x *big.Float) Ball {
	if x.Sign() > 0 {
		return c.hurwitz(s, Exact(x))
	}
	rest, _ := nearest(x)
	other := c.hurwitz(s, c.plus(new(big.Float).Neg(x), 1))
	if s%2 == 1 && new(big.Float).Abs(rest).Cmp(big.NewFloat(0.5)) == 0 {
		return other // all others cancel
	}
	sum := c.Quo(FromInt(1), c.powerOf(Exact(rest), s))
	sum = c.Add(sum, c.hurwitz(s, c.plus(rest, 1)))
	left := c.Sub(c.hurwitz(s, c.plus(new(big.Float).Neg(rest), 1)), other)
	if s%2 == 1 {
		left = c.Neg(left)
	}
	return c.Add(sum, left)
}
