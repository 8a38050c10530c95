package ball

import (
	"math"
	"math/big"
)

// arctanFixed returns the inverse tangent of the fixed-point number u in units
// of 2^-n, for 0 <= u <= 1, and the error in units: about 32.
//
// With any y in [0, 1] near atan u it is y + atan t for
//
//	t = tan(atan u - y) = (u cos y - sin y)/(cos y + u sin y),
//
// which is tiny. y is a double or, for many bits, an inverse tangent of fewer. The error of 2 units in sine
// and cosine becomes 5 in the numerator and in the denominator, which is above
// 1/2, and so 5*(1 + |t|)*2 + 1 < 22 in t.
func arctanFixed(u *big.Int, n uint) (angle *big.Int, err Mag) {
	if zeros := int(n) - u.BitLen(); zeros > 12+int(n)/40 {
		return arctanSeries(u, n)
	}
	y := nearArctan(u, n)
	sin, cos := sinCosFixed(y, n)
	top, bottom := new(big.Int).Mul(u, cos), new(big.Int).Mul(u, sin)
	top.Sub(top.Rsh(top, n), sin)
	bottom.Add(bottom.Rsh(bottom, n), cos)
	t := new(big.Int).Quo(top.Lsh(top, n), bottom)
	t, err = arctanSeries(t, n)
	return y.Add(y, t), err.Add(magOf(22, 0))
}

// nearArctan returns a number in [0, 1] near the inverse tangent of u in [0,
// 1], in units of 2^-n.
func nearArctan(u *big.Int, n uint) *big.Int {
	const few, doubleBits = 400, 52
	if n <= few {
		f, _ := new(big.Float).SetPrec(64).SetInt(u).Float64()
		y := big.NewInt(int64(math.Ldexp(math.Atan(math.Ldexp(f, -int(n))), doubleBits)))
		if n < doubleBits {
			return y.Rsh(y, doubleBits-n)
		}
		return y.Lsh(y, n-doubleBits)
	}
	part := n / 4
	y, _ := arctanFixed(new(big.Int).Rsh(u, n-part), part)
	return y.Lsh(y, n-part)
}

// arctanSeries returns the inverse tangent of the fixed-point number t in
// units of 2^-n by its Taylor series t - t^3/3 + t^5/5 - … (DLMF 4.24.3), and
// the error in units.
//
// What is left out is less than its first term, which is below 2^-zeros to the
// power 2*terms + 1. The sum of (-t^2)^k/(2k+1) by Horner's scheme has an error
// e with e < e*t^2 + 3, for those of t^2 and of two roundings, and so below 4
// units, as t^2 < 1/4; the product with t a rounding more.
func arctanSeries(t *big.Int, n uint) (angle *big.Int, err Mag) {
	zeros := int(n) - t.BitLen() // |t| < 2^-zeros
	if zeros < 1 {
		return new(big.Int), power(int64(n) + 1) // by a bad guess only; |atan t| < 2
	}
	terms := int(n)/(2*zeros) + 1
	square := new(big.Int).Mul(t, t)
	square.Rsh(square, n)
	one := new(big.Int).Lsh(big.NewInt(1), n)
	sum, product, divisor := new(big.Int), new(big.Int), new(big.Int)
	for k := terms - 1; k >= 0; k-- {
		product.Mul(sum, square)
		product.Rsh(product, n)
		sum.Quo(one, divisor.SetInt64(2*int64(k)+1))
		sum.Sub(sum, product)
	}
	left := power(int64(n) - int64(zeros)*int64(2*terms+1))
	return product.Rsh(product.Mul(sum, t), n), left.Add(magOf(8, 0))
}

// arctanGuard is how many bits the inverse tangent of a ratio has beyond the
// context's, for the 32 units and some that are the error.
const arctanGuard = 10

// arctanRatio returns atan(y/x) for numbers x and y above 0, with a small
// relative error.
func (c Context) arctanRatio(y, x *big.Float) Ball {
	if y.Cmp(x) > 0 {
		w := c.with(4)
		return c.Sub(w.Scale(w.Pi(), -1), w.arctanRatio(x, y))
	}
	e := y.MantExp(nil) - x.MantExp(nil)
	if 2*int64(e+1) <= -int64(c.Bits) {
		// 0 <= u - atan u <= u^3/3, for u = y/x < 2^(e+1)
		u := c.Quo(Exact(y), Exact(x))
		_, a := u.leastMagnitudes()
		return u.widen(a.Mul(a).Mul(a).Quo(magOf(3, 0)))
	}
	n := c.Bits + arctanGuard + uint(1-e)
	angle, err := arctanFixed(fixedRatio(y, x, n), n)
	// The slope of atan is 1 at most, and the error of the ratio is one unit.
	return c.fromUnits(angle, n, err.Add(power(0)))
}

// fixedRatio returns y/x in units of 2^-n, rounded towards 0, for numbers above
// 0 of which the quotient is above 2^-n.
func fixedRatio(y, x *big.Float, n uint) *big.Int {
	a, b := new(big.Float), new(big.Float)
	e := y.MantExp(a) - x.MantExp(b)
	p := x.MinPrec()
	top := toUnits(a, uint(int(p+n)+e))
	if p == 1 {
		return top // x is a power of 2
	}
	return top.Quo(top, toUnits(b, p)) // the latter is exact
}
