package ball

import (
	"math"
	"math/big"
)

// remainder is what a multiple of pi/2 leaves of a number: the fixed-point
// number t in units of 2^-bits, not above 1 in magnitude, with an error in
// units.
type remainder struct {
	t        *big.Int
	bits     uint
	err      Mag
	quadrant uint // the multiple, modulo 4
}

// remainderGuard is how many bits the remainder has beyond the context's.
const remainderGuard = 8

// usualZeros is how many bits are first taken to cancel: fewer than one number
// in a hundred takes a second try.
const usualZeros = 8

// reduce takes the nearest multiple of pi/2 from x, |x| >= 2^-Bits. It is not
// ok if that takes more bits than the budget.
//
// What is left has Bits + remainderGuard significant bits: where x is next to
// a multiple the first try shows how many bits cancel, and the second has as
// many more. If all cancel the number is doubled, so that the tries are few.
func (c Context) reduce(x *big.Float) (r remainder, ok bool) {
	e := x.MantExp(nil)
	if e <= -1 { // |x| < 1/2
		n := c.Bits + remainderGuard + uint(-e) + 1
		return remainder{t: toUnits(x, n), bits: n, err: power(0)}, true
	}
	budget := int64(c.budget())
	left := budget - int64(e)
	for zeros := int64(usualZeros); zeros <= left; {
		n := c.Bits + remainderGuard + uint(zeros)
		r = modHalfPi(x, n)
		found := int64(n) - int64(r.t.BitLen())
		if found <= zeros {
			return r, true
		}
		zeros = max(found+1, min(2*zeros, left))
	}
	return remainder{}, false
}

// modHalfPi takes the nearest multiple q of pi/2 from x, but for one of the two
// nearest where they are about equally near, and returns the rest in units of
// 2^-n.
//
// It has as many bits more inside as q has: with an error of e units in pi/2
// and of 1 in x that of the difference is at most e*|q| + 1.
func modHalfPi(x *big.Float, n uint) remainder {
	e := max(0, x.MantExp(nil))
	wide := n + uint(e) + 2
	pi := Context{Bits: wide + 2}.Pi()
	halfPi, halfPiErr := toUnits(pi.Mid(), wide-1), pi.rad.scaled(int64(wide)-1).Add(power(0))
	t, q := toUnits(x, wide), new(big.Int)
	if e < 32 {
		// The relative error of both operations is below 2^-52, and so q is not
		// further than 1/2 + 2^-19 from the quotient.
		f, _ := x.Float64()
		q.SetInt64(int64(math.RoundToEven(f * (2 / math.Pi))))
	} else {
		q.Rsh(halfPi, 1)
		q.Div(q.Add(q, t), halfPi)
	}
	t.Sub(t, halfPi.Mul(halfPi, q))
	err := halfPiErr.Mul(power(int64(q.BitLen()))).Add(power(0))
	return remainder{
		t:        t.Rsh(t, wide-n),
		bits:     n,
		err:      err.scaled(int64(n) - int64(wide)).Add(power(0)),
		quadrant: uint(new(big.Int).And(q, big.NewInt(3)).Uint64()),
	}
}
