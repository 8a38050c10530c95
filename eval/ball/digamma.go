package ball

import "math/big"

// Digamma returns the logarithmic derivative of the gamma function. It is
// [Undefined] at its poles 0, -1, …, and [Unknown] where the ball holds one of
// them and more.
//
// Method: the asymptotic series (DLMF 5.11.2, see stirling.go) after a shift to
// the right, and reflection (5.5.4) on the left. Next to its zeros more bits
// make up for the cancellation.
func (c Context) Digamma(x Ball) Ball { return c.polygamma(0, x) }

// digammaAt returns digamma(x), x not being a pole.
func (c Context) digammaAt(x *big.Float) Ball {
	if x.Sign() > 0 {
		return c.sharpen(12, func(w Context) Ball { return w.digammaPositive(Exact(x)) })
	}
	// digamma(x) = digamma(1-x) - pi cot(pi x)
	rest, _ := nearest(x)
	return c.sharpen(12, func(w Context) Ball {
		sin, cos := w.SinCos(w.Mul(w.Pi(), Exact(rest)))
		other := w.digammaPositive(w.plus(new(big.Float).Neg(x), 1))
		return w.Sub(other, w.Quo(w.Mul(w.Pi(), cos), sin))
	})
}

// digammaPositive returns digamma(x) for x > 0, with an absolute error of about
// 2^-Bits or, if it is the greater, a relative one.
func (c Context) digammaPositive(x Ball) Ball {
	if c.Bits > mostStirling {
		return None(Beyond)
	}
	w := c.with(8)
	n := w.shiftFor(x)
	z := w.Add(x, FromInt(n))
	i := w.Quo(FromInt(1), z)
	y := w.Sqr(i)
	tail := w.Add(w.Scale(i, -1), w.Mul(y, w.stirlingSum(overDigamma, y)))
	return w.Sub(w.Sub(w.Log(z), tail), w.risingSum(x, n))
}
