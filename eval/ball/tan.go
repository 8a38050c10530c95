package ball

import "math/big"

// Tan returns the tangent, of what [Context.Sin] takes. No number that a
// midpoint can have is a pole; a ball that holds one is [Unknown].
func (c Context) Tan(x Ball) Ball {
	return c.tangent(x, func(sin, cos Ball) (Ball, Ball) { return sin, cos })
}

// Cot returns the cotangent cos(x)/sin(x). It is [Undefined] at 0, and
// [Unknown] for other balls with a pole.
func (c Context) Cot(x Ball) Ball {
	return c.tangent(x, func(sin, cos Ball) (Ball, Ball) { return cos, sin })
}

// tangent returns the quotient of sine and cosine, n/d, which order names.
//
// For a small radius, with tan(m+h) - tan m = sin h/(cos m cos(m+h)) (DLMF
// 4.21.3) and likewise -sin h/(sin m sin(m+h)) for cot, the difference is
// |h|/(|d| (|d| - |h|)) at most. For a greater radius the function is monotone
// from end to end, unless there is a pole between, where d changes its sign.
func (c Context) tangent(x Ball, order func(sin, cos Ball) (n, d Ball)) Ball {
	if x.state != Known {
		return x
	}
	w := c.with(4)
	at := func(x *big.Float) (quo, d Ball) {
		n, d := order(w.sinCos(x))
		return c.Quo(n, d), d
	}
	x = trim(x)
	quo, d := at(x.Mid())
	if x.IsExact() || d.state != Known {
		return quo
	}
	least, _ := d.leastMagnitudes()
	if x.rad.Cmp(least.scaled(-6)) <= 0 {
		correction := magOf(64, 0).Quo(magOf(63, 0)) // d - h is 63/64 d at least
		return quo.widen(x.rad.Quo(least).Quo(least).Mul(correction))
	}
	lo, hi := x.Bounds()
	if !shorterThanPi(lo, hi) {
		return None(Unknown)
	}
	quo1, d1 := at(lo)
	quo2, d2 := at(hi)
	if d1.Mid().Sign()*d2.Mid().Sign() <= 0 {
		return None(Unknown)
	}
	return c.Hull(quo1, quo2)
}

// Sec returns the secant 1/cos(x), of what [Context.Sin] takes. No number that
// a midpoint can have is a pole; a ball that holds one is [Unknown].
func (c Context) Sec(x Ball) Ball {
	w := c.with(4)
	y := w.Cos(x)
	if y.IsKnown() && y.mayBeZero() {
		_, y = w.wave(x)
	}
	return c.reciprocal(y)
}

// Csc returns the cosecant 1/sin(x). It is [Undefined] at 0, and [Unknown] for
// other balls with a pole.
func (c Context) Csc(x Ball) Ball {
	w := c.with(4)
	y := w.Sin(x)
	if !x.IsExact() && y.IsKnown() && y.mayBeZero() {
		y, _ = w.wave(x)
	}
	return c.reciprocal(y)
}
