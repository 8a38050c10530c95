package ball

import "math/big"

// The inverses of sine and its likes are angles of points of which one
// coordinate is a square root, free of cancellation:
//
//	asin x = angle of (sqrt(1 - x^2), x),     acos x = angle of (x, sqrt(1 - x^2)),
//	acsc x = angle of (sqrt(x^2 - 1), 1),     asec x = angle of (1, sqrt(x^2 - 1)).

// besideOne returns sqrt((1 - x)(1 + x)).
func (c Context) besideOne(x Ball) Ball {
	one := FromInt(1)
	return c.Sqrt(c.Mul(c.Sub(one, x), c.Add(one, x)))
}

// beyondOne returns sqrt((x - 1)(x + 1)).
func (c Context) beyondOne(x Ball) Ball {
	one := FromInt(1)
	return c.Sqrt(c.Mul(c.Sub(x, one), c.Add(x, one)))
}

// whyNotInUnit returns [Known] if x is in [-1, 1], [Undefined] if no part of
// it is, and [Unknown] if some is.
func whyNotInUnit(x Ball) State {
	if x.state != Known {
		return x.state
	}
	lo, hi := x.Bounds()
	one, minusOne := big.NewFloat(1), big.NewFloat(-1)
	switch {
	case lo.Cmp(one) > 0 || hi.Cmp(minusOne) < 0:
		return Undefined
	case lo.Cmp(minusOne) < 0 || hi.Cmp(one) > 0:
		return Unknown
	}
	return Known
}

// whyNotBeyondUnit returns [Known] if |x| >= 1 and x does not change its sign,
// [Undefined] if |x| < 1, and [Unknown] if x has numbers of both kinds or both
// signs.
func whyNotBeyondUnit(x Ball) State {
	if x.state != Known {
		return x.state
	}
	lo, hi := x.Bounds()
	one, minusOne := big.NewFloat(1), big.NewFloat(-1)
	switch {
	case lo.Cmp(minusOne) > 0 && hi.Cmp(one) < 0:
		return Undefined
	case lo.Cmp(one) < 0 && hi.Cmp(minusOne) > 0:
		return Unknown
	}
	return Known
}

// Asin returns the inverse sine. It is [Undefined] outside [-1, 1], and
// [Unknown] for a ball that is partly outside.
func (c Context) Asin(x Ball) Ball {
	if why := whyNotInUnit(x); why != Known {
		return None(why)
	}
	w := c.with(8)
	return c.monotone(x, func(x *big.Float) Ball {
		if y, ok := c.nearlyLinear(x); ok {
			return y
		}
		return c.Round(w.Atan2(Exact(x), w.besideOne(Exact(x))))
	}, func(w Context, x Ball) Ball { return w.Quo(FromInt(1), w.besideOne(x)) })
}

// Acos returns the inverse cosine. It is [Undefined] outside [-1, 1], and
// [Unknown] for a ball that is partly outside.
func (c Context) Acos(x Ball) Ball {
	if why := whyNotInUnit(x); why != Known {
		return None(why)
	}
	w := c.with(8)
	return c.monotone(x, func(x *big.Float) Ball {
		if y, ok := w.nearlyLinear(x); ok {
			return c.Sub(w.rightAngles(1), y)
		}
		return c.Round(w.Atan2(w.besideOne(Exact(x)), Exact(x)))
	}, func(w Context, x Ball) Ball { return w.Quo(FromInt(1), w.besideOne(x)) })
}

// Asec returns the inverse secant acos(1/x). It is [Undefined] in (-1, 1), and
// [Unknown] for a ball with such and other numbers.
func (c Context) Asec(x Ball) Ball {
	if why := whyNotBeyondUnit(x); why != Known {
		return None(why)
	}
	w := c.with(8)
	return c.monotone(x, func(x *big.Float) Ball {
		return c.Round(w.Atan2(w.beyondOne(Exact(x)), FromInt(int64(x.Sign()))))
	}, slopeBeyondOne)
}

// Acsc returns the inverse cosecant asin(1/x). It is [Undefined] in (-1, 1),
// and [Unknown] for a ball with such and other numbers.
func (c Context) Acsc(x Ball) Ball {
	if why := whyNotBeyondUnit(x); why != Known {
		return None(why)
	}
	w := c.with(8)
	return c.monotone(x, func(x *big.Float) Ball {
		return c.Round(w.Atan2(FromInt(int64(x.Sign())), w.beyondOne(Exact(x))))
	}, slopeBeyondOne)
}

// slopeBeyondOne returns 1/(x sqrt(x^2 - 1)), which is the slope of asec and of
// acsc but for the sign.
func slopeBeyondOne(w Context, x Ball) Ball {
	return w.Quo(FromInt(1), w.Mul(x, w.beyondOne(x)))
}
