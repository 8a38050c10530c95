package ball

import (
	"math"
	"math/big"
)

// Erfinv returns the inverse of [Context.Erf] on (-1, 1). It is [Undefined] from
// 1 on, where it would be infinite or is none, and [Unknown] where the ball
// holds such numbers and others. Erfinv(0) is 0 exactly.
//
// Method: Newton's iteration at rising precision, the last step of which is an
// interval Newton step. From 1/2 on it solves erfc(z) = 1-x, of which the right
// side is exact.
func (c Context) Erfinv(x Ball) Ball {
	if x.state != Known {
		return x
	}
	one := big.NewFloat(1)
	lo, hi := x.Bounds()
	above, below := hi.Cmp(one) >= 0, lo.Cmp(big.NewFloat(-1)) <= 0
	switch {
	case lo.Cmp(one) >= 0 || hi.Cmp(big.NewFloat(-1)) <= 0:
		return None(Undefined)
	case above || below:
		return None(Unknown)
	}
	return c.increasing(x, Context.erfinvAt, func(c Context, lo, hi *big.Float) Mag {
		far := new(big.Float).Abs(lo)
		if other := new(big.Float).Abs(hi); far.Cmp(other) < 0 {
			far = other
		}
		z := c.erfinvAt(far)
		return c.Exp(c.Sqr(z)).upper() // sqrt(pi)/2 = 0.88…
	})
}

// erfinvAt returns erfinv(x) for |x| < 1.
func (c Context) erfinvAt(x *big.Float) Ball {
	if x.Sign() == 0 {
		return Ball{}
	}
	a := new(big.Float).Abs(x)
	eq := erfEquation{a, false}
	if a.Cmp(big.NewFloat(0.5)) > 0 {
		// Exact: both are multiples of the last place of x.
		eq = erfEquation{new(big.Float).SetPrec(a.Prec()).Sub(big.NewFloat(1), a), true}
	}
	y := c.Round(c.with(12).solveErf(eq))
	if x.Sign() < 0 {
		return c.Neg(y)
	}
	return y
}

// erfEquation is erf(z) = value, or erfc(z) = value where complement is set, for
// a value between 0 and 1/2.
type erfEquation struct {
	value      *big.Float
	complement bool
}

// excess returns a ball of erf(z) less what it is to be, for z > 0.
func (eq erfEquation) excess(c Context, z *big.Float) Ball {
	if eq.complement {
		return c.Sub(Exact(eq.value), c.erfcAt(z))
	}
	return c.Sub(c.erfAt(z), Exact(eq.value))
}

// guess returns z to some bits.
func (eq erfEquation) guess() *big.Float {
	v := toDouble(eq.value)
	switch {
	case !eq.complement && v < 0x1p-30:
		z := new(big.Float).SetPrec(64).SetFloat64(math.Sqrt(math.Pi) / 2)
		return z.Mul(z, eq.value)
	case !eq.complement:
		return new(big.Float).SetFloat64(math.Erfinv(v))
	case v > 0x1p-1000:
		return new(big.Float).SetFloat64(math.Erfcinv(v))
	}
	// log(erfc(z)) is about -z^2 - log(sqrt(pi) z).
	l := -log2Of(eq.value) * math.Ln2
	z := math.Sqrt(l)
	for range 4 {
		z = math.Sqrt(l - math.Log(math.Sqrt(math.Pi)*z) - 1/(2*z*z))
	}
	return new(big.Float).SetFloat64(z)
}

// solveErf returns the solution. A step of Newton's at z, from which the
// solution is not further than d, takes a slope: with that of all numbers in
// [z-d, z+d] it encloses the solution, if not more than d from z: for
// |erf(z) - value| <= d times the least slope there, erf passes the value within
// d, since it rises.
func (c Context) solveErf(eq erfEquation) Ball {
	z := eq.guess()
	bits := uint(40)
	const steps = 40
	for n := 0; n <= steps; n++ {
		w := Context{min(bits, c.Bits) + 8, c.Budget}
		excess := eq.excess(w, z)
		at := Exact(z)
		// The reach is a guess, checked below: what Newton's step at z takes, and
		// half more.
		slope := w.bell(at)
		reach := excess.upper().Mul(power(0).Add(power(-1)))
		if reach.IsZero() {
			return c.Round(at)
		}
		least, _ := slope.leastMagnitudes()
		if least.IsZero() || !excess.IsKnown() {
			return None(Unknown)
		}
		around := at.widen(reach.Quo(least))
		least, _ = w.bell(around).leastMagnitudes()
		if !least.IsZero() && excess.upper().Quo(least).Cmp(around.rad) <= 0 {
			y := w.Sub(at, w.Quo(excess, w.bell(around)))
			if y.accuracy() >= int64(c.Bits) || n == steps {
				return y
			}
			bits = min(2*bits, c.Bits)
			z = y.Mid()
			continue
		}
		z = w.Sub(at, w.Quo(excess, slope)).Mid()
	}
	return None(Unknown)
}

// bell returns 2/sqrt(pi) e^(-z^2), the derivative of erf.
func (c Context) bell(z Ball) Ball {
	return c.Scale(c.Quo(c.gauss(c.square(z)), c.sqrtPi()), 1)
}
