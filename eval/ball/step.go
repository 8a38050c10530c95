package ball

import "math/big"

// The functions of this file are constant but for jumps, and never decrease.
// Their values over a ball lie between those at its ends. Where a jump lies in
// the ball the result encloses both sides, with a radius of half the jump or
// more: no precise value comes out of an argument that does not tell the side.

// steps returns f(x), for an f that never decreases.
func (c Context) steps(x Ball, f func(*big.Float) *big.Float) Ball {
	if x.state != Known {
		return x
	}
	lo, hi := x.Bounds()
	return c.between(f(lo), f(hi))
}

// Sign returns -1, 0 or 1 as x is below, at or above 0.
func (c Context) Sign(x Ball) Ball {
	return c.steps(x, func(t *big.Float) *big.Float { return integer(t.Sign()) })
}

// Heaviside returns 0, 1/2 or 1 as x is below, at or above 0.
func (c Context) Heaviside(x Ball) Ball {
	return c.steps(x, func(t *big.Float) *big.Float {
		n := integer(t.Sign() + 1)
		return n.SetMantExp(n, -1)
	})
}

// Floor returns the greatest integer not above x.
func (c Context) Floor(x Ball) Ball { return c.steps(x, floor) }

// Ceil returns the least integer not below x.
func (c Context) Ceil(x Ball) Ball { return c.steps(x, ceil) }

// Trunc returns the integer part of x, which is rounded towards 0.
func (c Context) Trunc(x Ball) Ball { return c.steps(x, trunc) }

// RoundEven returns the integer nearest to x, the even one of two that are
// equally near. ([Context.Round] rounds to bits instead.)
func (c Context) RoundEven(x Ball) Ball { return c.steps(x, roundEven) }

// trunc returns the integer part of x, in time bounded by the bits of x: what
// has an exponent above them is an integer.
func trunc(x *big.Float) *big.Float {
	if x.IsInt() || x.IsInf() {
		return x
	}
	if x.MantExp(nil) <= 0 {
		return zero
	}
	n, _ := x.Int(nil)
	return new(big.Float).SetInt(n)
}

func floor(x *big.Float) *big.Float {
	n := trunc(x)
	if n.Cmp(x) <= 0 {
		return n
	}
	return next(n, -1)
}

func ceil(x *big.Float) *big.Float {
	n := trunc(x)
	if n.Cmp(x) >= 0 {
		return n
	}
	return next(n, 1)
}

func roundEven(x *big.Float) *big.Float {
	n := trunc(x)
	if n.Cmp(x) == 0 {
		return n
	}
	rest := new(big.Float).SetPrec(x.Prec()).Sub(x, n) // exact: the last bits of x
	order := rest.Abs(rest).Cmp(big.NewFloat(0.5))
	if order < 0 || order == 0 && isEven(n) {
		return n
	}
	return next(n, x.Sign())
}

// isEven reports whether the integer n is even.
func isEven(n *big.Float) bool {
	return n.Sign() == 0 || n.MantExp(nil) > int(n.MinPrec())
}

// next returns the integer n moved by 1 or -1.
func next(n *big.Float, by int) *big.Float {
	return new(big.Float).SetPrec(n.Prec()+64).Add(n, integer(by))
}

func integer(n int) *big.Float { return new(big.Float).SetInt64(int64(n)) }
