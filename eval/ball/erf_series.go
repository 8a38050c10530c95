package ball

import (
	"math/big"
	"math/bits"
)

// powerSeries returns the sum over n >= 0 of t(n)/d(n) for s >= 0, where
// either t(n) = (2s)^n/(1·3·…·(2n+1)) and d(n) = 1, or t(n) = s^n/n! and
// d(n) = 2n+1, in fixed point: t(n) = t(n-1) v/m with v = 2s and m = 2n+1, or
// v = s and m = n.
//
// Error, in units u of the last place: the computed t(n) is below the true one
// by at most 2u more at each step, multiplied by t(n)/t(j) from step j on. The
// t rise from 1 and then fall, so that t(j) >= min(1, t(n)), and the error of
// t(n) is at most 2n max(1, t(n)) u. The sum ends at the first n = N where the
// computed t(N) is 0 and m >= 2v: then t(N) < 2N u, and what is left out is
// less than twice that. With one unit more for a division by d(n), all errors
// are together below
//
//	the sum over n < N of (2n/d(n) max(1, t(n)) + 1) + 4N, that is
//	N^2 + 2N S + 5N  for d(n) = 1, S the sum, and
//	6N + the sum of t(n), which is e^s, for d(n) = 2n+1.
//
// By Jensen's inequality e^s <= (2s+1) S in the second case. For an error r in s
// either sum changes by a factor e^r at most, its derivative being less than
// itself, term by term.
func (c Context) powerSeries(s Ball, double bool) Ball {
	if s.state != Known {
		return s
	}
	if s.rad.Exponent() > 0 {
		return None(Unknown)
	}
	size := uint(max(0, s.Mid().MantExp(nil)))
	guard := 2*max(uint(bits.Len(c.Bits)), size) + 10
	places := c.Bits + guard
	v, e, rad := fixedFactor(s, places)
	if double {
		v.Lsh(v, 1)
	}
	turn := new(big.Int).Rsh(v, e) // below v
	least := 2*turn.Int64() + 2
	term := new(big.Int).Lsh(big.NewInt(1), places)
	sum := new(big.Int)
	part, m := new(big.Int), new(big.Int)
	n := int64(0)
	for {
		at := n + 1
		if double {
			sum.Add(sum, term)
			at = 2*n + 3
		} else {
			sum.Add(sum, part.Quo(term, m.SetInt64(2*n+1)))
		}
		part.Mul(term, v)
		part.Rsh(part, e)
		term.Quo(part, m.SetInt64(at))
		n++
		if term.Sign() == 0 && at >= least {
			break
		}
	}
	y := exactFixed(sum, places)
	value := y.upper().Add(power(0))
	var err Mag
	if double {
		err = magOf(uint64(n*n+5*n), 0).Add(value.Mul(magOf(uint64(2*n), 0)))
	} else {
		err = magOf(uint64(6*n), 0).Add(value.Mul(magOf(uint64(2*least+4), 0)))
	}
	err = err.Mul(power(-int64(places)))
	if !rad.IsZero() { // e^r - 1 <= r(1+r) for r <= 1
		err = err.Add(value.Mul(rad).Mul(power(0).Add(rad)))
	}
	return c.Round(y.widen(err))
}

// erfSeries returns sqrt(pi)/2 e^s erf(x)/x for s = x^2 (DLMF 7.6.2).
func (c Context) erfSeries(s Ball) Ball { return c.powerSeries(s, true) }

// erfiSeries returns sqrt(pi)/2 erfi(x)/x for s = x^2, the integral of the
// series of e^(t^2).
func (c Context) erfiSeries(s Ball) Ball { return c.powerSeries(s, false) }

// fixedFactor returns s as v/2^e, with at most so many bits after the point,
// and the error.
func fixedFactor(s Ball, places uint) (v *big.Int, e uint, rad Mag) {
	mid := s.Mid()
	exact := int(mid.MinPrec()) - mid.MantExp(nil) // places after the point
	e = uint(max(0, min(exact, int(places))))
	scaled := new(big.Float).SetMantExp(mid, int(e))
	v, accuracy := scaled.Int(nil)
	rad = s.rad
	if accuracy != big.Exact {
		rad = rad.Add(power(-int64(e)))
	}
	return v, e, rad
}

// exactFixed returns n/2^places.
func exactFixed(n *big.Int, places uint) Ball {
	y := new(big.Float).SetPrec(uint(max(n.BitLen(), 1))).SetInt(n)
	return Exact(y.SetMantExp(y, -int(places)))
}

// erfcSeries returns sqrt(pi) x e^s erfc(x) for s = x^2 >= 1, by the sum of
// (-1)^n t(n) with t(n) = t(n-1) (2n-1)/(2s) (DLMF 7.12.1). The remainder is
// not greater than the first term left out (7.12(ii)), which is the first that
// vanishes or the last that is not above the one before.
//
// Error, in units u of the last place: 1/(2s) is known to 2u. So the error of
// t(n) is that of t(n-1) times (2n-1)/(2s), which is below 1, and 2u times
// t(n-1)(2n-1) = 2s t(n) <= 2s, and 1u: at most (4s+1) n u, and for all terms
// and the first left out (2s+1)(N+2)^2 u. The function f has the derivative
// f (1 + 1/(2s)) - 1 and 1 - 1/(2s) < f < 1, so that an error in s counts by
// 1/(2s) at most.
func (c Context) erfcSeries(s Ball) Ball {
	if s.state != Known {
		return s
	}
	least, _ := s.leastMagnitudes()
	size := uint(max(0, s.Mid().MantExp(nil)))
	switch {
	case least.Exponent() < 1:
		return None(Unknown)
	case size > c.Bits:
		return FromInt(1).widen(power(-1).Quo(least))
	}
	places := c.Bits + size + uint(2*bits.Len(c.Bits)) + 8
	w := Context{Bits: places}
	v, _ := new(big.Float).SetMantExp(w.Quo(FromInt(1), s).Mid(), int(places)-1).Int(nil)
	limit := toDouble(s.Mid())
	sum, term := new(big.Int), new(big.Int).Lsh(big.NewInt(1), places)
	n := int64(0)
	m := new(big.Int)
	for ; term.Sign() != 0 && float64(n)+1 < limit; n++ {
		if n%2 == 0 {
			sum.Add(sum, term)
		} else {
			sum.Sub(sum, term)
		}
		next := new(big.Int).Mul(term, m.SetInt64(2*n+1))
		next.Mul(next, v)
		term = next.Rsh(next, places)
	}
	units := magOf(1, int64(size)+1).Add(power(0)).Mul(magOf(uint64((n+2)*(n+2)), 0))
	y := exactFixed(sum, places).widen(units.Mul(power(-int64(places))))
	y = y.widen(exactFixed(term, places).upper())
	return c.Round(y.widen(s.rad.Mul(power(-1)).Quo(least)))
}
