package ball

import (
	"math"
	"math/big"
	"math/bits"
)

// Cbrt returns the cube root, as [Context.Root] does.
func (c Context) Cbrt(x Ball) Ball { return c.Root(x, 3) }

// Root returns the real n-th root of x, exactly if it is a number of the
// context's precision. For an even n it is [Undefined] below 0, and [Unknown]
// where x may be negative. For n < 0 it is the inverse of the root for -n. The
// 0th root is Undefined.
//
// In a ball with 0 < least <= x', |x'^(1/n) - z| <= z*r/(n*least) for z = x^(1/n).
func (c Context) Root(x Ball, n int64) Ball {
	switch {
	case x.state != Known:
		return x
	case n == 0 || n == math.MinInt64:
		return None(Undefined)
	case n < 0:
		return c.Quo(FromInt(1), c.with(8).Root(x, -n))
	case n == 1:
		return c.Round(x)
	case n == 2:
		return c.Sqrt(x)
	}
	f := func(x *big.Float) Ball { return c.root(x, n) }
	mid, odd := x.Mid(), n%2 == 1
	if mid.Sign() > 0 || odd {
		if x.rad.IsZero() {
			return f(mid)
		}
		if mid.Sign() != 0 && x.isNarrow(mid) {
			z := f(mid)
			least, _ := x.leastMagnitudes()
			_, greatest := z.leastMagnitudes()
			return z.widen(greatest.Mul(x.rad).Quo(least).Quo(magOf(uint64(min(n, 1<<32-1)), 0)))
		}
	}
	lo, hi := x.Bounds()
	switch {
	case !odd && hi.Sign() < 0:
		return None(Undefined)
	case !odd && lo.Sign() < 0:
		return None(Unknown)
	}
	return c.hullOf(f, lo, hi)
}

// root returns the n-th root of x, for n > 2.
func (c Context) root(x *big.Float, n int64) Ball {
	switch {
	case x.Sign() == 0:
		return Ball{}
	case x.Sign() < 0:
		return c.Neg(c.root(new(big.Float).Neg(x), n))
	}
	y := c.with(8).rootNewton(x, n)
	// A root z with finitely many bits has so many at most: the power of an odd
	// integer of b bits has more than n*(b-1).
	z := new(big.Float).SetPrec((x.MinPrec()-1)/uint(min(n, 1<<31)) + 1).Set(y.Mid())
	if z.Prec() <= c.Bits && y.Contains(z) {
		power := Context{Bits: x.MinPrec() + 1}.PowInt(Exact(z), n)
		if power.IsExact() && power.Mid().Cmp(x) == 0 {
			return Exact(z)
		}
	}
	return c.Round(y)
}

// rootNewton returns the n-th root of x > 0 by steps from a guess z: with
// x/z^n = 1 + d, it is
//
//	z*(1+d)^(1/n) = z + z*d/n - …,
//
// where what is left out is below z*d^2 for |d| <= 1/2 and n > 2 (by Taylor's
// theorem it is at most d^2/(2n) * 2^(2-1/n)). Each step doubles the bits. The
// last one is done with balls and what it leaves out is put into the radius, so
// that no step before it, nor the guess, needs to be right.
func (c Context) rootNewton(x *big.Float, n int64) Ball {
	const guessBits = 50
	length := uint(bits.Len64(uint64(n)))
	if length > 20 {
		return c.rootByLog(x, n)
	}
	z := rootGuess(x, n)
	var steps []uint
	for b := c.Bits/2 + 2; b > guessBits-length; b = b/2 + 2 {
		steps = append(steps, b)
	}
	for i := len(steps) - 1; i >= 0; i-- {
		z = rootStep(x, z, n, steps[i]+8)
	}
	w := c.with(length + 8)
	d := w.Sub(w.Quo(Exact(x), w.powSteps(Exact(z), uint64(n))), FromInt(1))
	_, size := d.leastMagnitudes()
	if d.state != Known || size.Exponent() > -1 {
		return c.rootByLog(x, n)
	}
	y := c.Add(Exact(z), c.QuoInt(c.Mul(Exact(z), d), n))
	return y.widen(size.Mul(size).Mul(magnitude(z)))
}

// rootStep returns z + z*(x/z^n - 1)/n with about so many bits.
func rootStep(x, z *big.Float, n int64, bits uint) *big.Float {
	w := Context{Bits: bits}
	power := w.powSteps(Exact(z), uint64(n)).Mid()
	d := w.float().Quo(x, power)
	d.Sub(d, oneFloat)
	d.Mul(d, z)
	d.Quo(d, new(big.Float).SetInt64(n))
	return d.Add(d, z)
}

// rootByLog returns the n-th root of x > 0 as exp(log(x)/n).
func (c Context) rootByLog(x *big.Float, n int64) Ball {
	w := c.with(8)
	return c.Exp(w.QuoInt(w.log(x), n))
}

// rootGuess returns about the n-th root of x > 0: with x = m*2^(n*k), that of m
// times 2^k.
func rootGuess(x *big.Float, n int64) *big.Float {
	m := new(big.Float).SetPrec(53).Set(x)
	e := int64(m.MantExp(m))
	k := e / n
	f, _ := m.Float64()
	root := math.Exp2((math.Log2(f) + float64(e-n*k)) / float64(n))
	z := big.NewFloat(root)
	return z.SetMantExp(z, int(k))
}
