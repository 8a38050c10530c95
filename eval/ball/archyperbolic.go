package ball

import "math/big"

// The inverse hyperbolic functions are logarithms of 1 plus something that is
// free of cancellation, for x >= 0. Those that are odd come from |x|.

// Asinh returns the inverse hyperbolic sine, log(1 + x + x^2/(1 + sqrt(1 +
// x^2))) for x >= 0.
func (c Context) Asinh(x Ball) Ball {
	if x.state != Known {
		return x
	}
	w, one := c.with(8), FromInt(1)
	return c.monotone(x, func(x *big.Float) Ball {
		if y, ok := c.nearlyLinear(x); ok || x.Sign() == 0 {
			return y
		}
		return c.oddly(x, func(x Ball) Ball {
			square := w.Sqr(x)
			root := w.Sqrt(w.Add(square, one))
			return c.Log1p(w.Add(x, w.Quo(square, w.Add(root, one))))
		})
	}, func(w Context, x Ball) Ball {
		return w.Quo(one, w.Sqrt(w.Add(w.Sqr(x), one)))
	})
}

// Acosh returns the inverse hyperbolic cosine, log(1 + (x - 1) + sqrt((x -
// 1)(x + 1))). It is [Undefined] below 1, and [Unknown] for a ball that is
// partly there.
func (c Context) Acosh(x Ball) Ball {
	if x.state != Known {
		return x
	}
	lo, hi := x.Bounds()
	one := FromInt(1)
	switch {
	case hi.Cmp(one.Mid()) < 0:
		return None(Undefined)
	case lo.Cmp(one.Mid()) < 0:
		return None(Unknown)
	}
	w := c.with(8)
	return c.monotone(x, func(x *big.Float) Ball {
		return c.Log1p(w.Add(w.Sub(Exact(x), one), w.beyondOne(Exact(x))))
	}, func(w Context, x Ball) Ball { return w.Quo(one, w.beyondOne(x)) })
}

// Atanh returns the inverse hyperbolic tangent, log(1 + 2x/(1 - x))/2 for x >=
// 0. It is [Undefined] outside (-1, 1), and [Unknown] for a ball that is
// partly outside.
func (c Context) Atanh(x Ball) Ball {
	if x.state != Known {
		return x
	}
	lo, hi := x.Bounds()
	one := FromInt(1)
	minusOne := c.Neg(one)
	switch {
	case lo.Cmp(one.Mid()) >= 0 || hi.Cmp(minusOne.Mid()) <= 0:
		return None(Undefined)
	case lo.Cmp(minusOne.Mid()) <= 0 || hi.Cmp(one.Mid()) >= 0:
		return None(Unknown)
	}
	w := c.with(8)
	return c.monotone(x, func(x *big.Float) Ball {
		if y, ok := c.nearlyLinear(x); ok || x.Sign() == 0 {
			return y
		}
		return c.oddly(x, func(x Ball) Ball {
			return c.Scale(c.Log1p(w.Scale(w.Quo(x, w.Sub(one, x)), 1)), -1)
		})
	}, func(w Context, x Ball) Ball {
		return w.Quo(one, w.Mul(w.Sub(one, x), w.Add(one, x)))
	})
}

// Asech returns the inverse hyperbolic secant acosh(1/x), which is log(1 +
// (1 - x + sqrt((1 - x)(1 + x)))/x). It is [Undefined] outside (0, 1], and
// [Unknown] for a ball that is partly outside.
func (c Context) Asech(x Ball) Ball {
	if x.state != Known {
		return x
	}
	lo, hi := x.Bounds()
	one := FromInt(1)
	switch {
	case hi.Sign() <= 0 || lo.Cmp(one.Mid()) > 0:
		return None(Undefined)
	case lo.Sign() <= 0 || hi.Cmp(one.Mid()) > 0:
		return None(Unknown)
	}
	w := c.with(8)
	return c.monotone(x, func(x *big.Float) Ball {
		b := Exact(x)
		return c.Log1p(w.Quo(w.Add(w.Sub(one, b), w.besideOne(b)), b))
	}, func(w Context, x Ball) Ball { return w.Quo(one, w.Mul(x, w.besideOne(x))) })
}

// Acsch returns the inverse hyperbolic cosecant asinh(1/x), which is log(1 +
// (1 + 1/(x + sqrt(x^2 + 1)))/x) for x > 0. It is [Undefined] at 0, and
// [Unknown] for other balls with 0.
func (c Context) Acsch(x Ball) Ball {
	if x.state != Known {
		return x
	}
	if x.mayBeZero() {
		return None(absentOr(Undefined, x))
	}
	w, one := c.with(8), FromInt(1)
	root := func(w Context, x Ball) Ball { return w.Sqrt(w.Add(w.Sqr(x), one)) }
	return c.monotone(x, func(x *big.Float) Ball {
		return c.oddly(x, func(x Ball) Ball {
			return c.Log1p(w.Quo(w.Add(one, w.Quo(one, w.Add(x, root(w, x)))), x))
		})
	}, func(w Context, x Ball) Ball { return w.Quo(one, w.Mul(x, root(w, x))) })
}

// Acoth returns the inverse hyperbolic cotangent atanh(1/x), which is log(1 +
// 2/(x - 1))/2 for x > 1. It is [Undefined] in [-1, 1], and [Unknown] for a
// ball with such and other numbers.
func (c Context) Acoth(x Ball) Ball {
	if x.state != Known {
		return x
	}
	lo, hi := x.Bounds()
	one := FromInt(1)
	minusOne := c.Neg(one)
	switch {
	case lo.Cmp(minusOne.Mid()) >= 0 && hi.Cmp(one.Mid()) <= 0:
		return None(Undefined)
	case lo.Cmp(one.Mid()) <= 0 && hi.Cmp(minusOne.Mid()) >= 0:
		return None(Unknown)
	}
	w := c.with(8)
	return c.monotone(x, func(x *big.Float) Ball {
		return c.oddly(x, func(x Ball) Ball {
			return c.Scale(c.Log1p(w.Quo(FromInt(2), w.Sub(x, one))), -1)
		})
	}, func(w Context, x Ball) Ball {
		return w.Quo(one, w.Mul(w.Sub(x, one), w.Add(x, one)))
	})
}

// oddly returns f(x) of an odd function f, by f of |x| only.
func (c Context) oddly(x *big.Float, f func(Ball) Ball) Ball {
	if x.Sign() >= 0 {
		return f(Exact(x))
	}
	return c.Neg(f(Exact(new(big.Float).Neg(x))))
}
