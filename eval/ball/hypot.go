package ball

import "math/big"

// Hypot returns sqrt(x^2 + y^2), exactly if it is a number of the context's
// precision whose square has at most twice as many bits.
func (c Context) Hypot(x, y Ball) Ball {
	if x.state|y.state != Known {
		return None(worst(x, y))
	}
	if x.IsExact() && x.Mid().Sign() == 0 {
		x, y = y, x
	}
	if y.IsExact() && y.Mid().Sign() == 0 && (x.Mid().Sign() == 0 || !x.mayBeZero()) {
		return c.Round(Ball{mid: new(big.Float).Abs(x.Mid()), rad: x.rad})
	}
	// Squares must not leave the range of exponents.
	const far = 1 << 28
	scale := 0
	if e := max(sizeExponent(x), sizeExponent(y)); e > far || e < -far {
		scale = int(max(big.MinExp+1, min(e, big.MaxExp)))
		x, y = c.Scale(x, -scale), c.Scale(y, -scale)
	}
	w := Context{Bits: 2*c.Bits + 8}
	h := c.Sqrt(w.notNegative(w.Add(w.Sqr(x), w.Sqr(y))))
	return c.Scale(h, scale)
}

// sizeExponent returns the least e so that the ball's numbers are below 2^e
// or 2^(e+1).
func sizeExponent(x Ball) int64 {
	e := x.rad.Exponent()
	if m := x.Mid(); m.Sign() != 0 {
		e = max(e, int64(m.MantExp(nil)))
	}
	return e
}
