package ball

import (
	"math"
	"math/big"
	"math/bits"
)

// logUnits bounds the error of [logFixed].
const logUnits = 82

// newtonBits is up to which precision the logarithm of a float64 is the first
// guess of a logarithm. Beyond, a logarithm with a quarter of the bits is.
const newtonBits = 420

// logFixed returns log(x), for fixed-point numbers with p bits and 0.7 < x < 2,
// wrong by at most logUnits even if x is wrong by a unit.
//
// From a guess y, log(x) = y + 2*atanh(t), where t = (a-b)/(a+b) and a/b =
// x*e^-y (R. P. Brent and P. Zimmermann, Modern Computer Arithmetic, section
// 4.2.5, with a series in place of Newton's step). A worse guess takes more
// terms of the series. The exponential costs most; with guesses of a quarter of
// the bits, all of them cost little more than the last.
//
// Errors, in units, for a guess that is right to 1/4 or better, so that a/b is
// between 7/9 and 9/7. From 2(a*db + b*da)/(a+b)^2: for y >= 0, a is wrong by 1
// and b by 40 ([expm1Fixed]), both above 7/9, and t is wrong by at most 27. For
// y < 0, b is 1 and a wrong by 40x + e^|y| + 1 < 55, and t is by at most 35. One
// more is for the quotient. [atanhFixed] makes that 41, and twice that is 82.
func logFixed(x *big.Int, p uint) *big.Int {
	y, negative := logGuess(x, p)
	unit := new(big.Int).Lsh(one, p)
	e := expm1Fixed(y, p)
	e.Add(e, unit)
	a, b := x, e
	if negative {
		a, b = e.Rsh(new(big.Int).Mul(e, x), p), unit
	}
	sum := new(big.Int).Add(a, b)
	t := new(big.Int).Sub(a, b)
	t.Lsh(t, p)
	t = atanhFixed(t.Quo(t, sum), p)
	if negative {
		y.Neg(y)
	}
	return y.Add(y, t.Lsh(t, 1))
}

// logGuess returns a guess of |log(x)| and whether log(x) is negative.
func logGuess(x *big.Int, p uint) (y *big.Int, negative bool) {
	if p > newtonBits {
		fewer := p/4 + 16
		y = logFixed(new(big.Int).Rsh(x, p-fewer), fewer)
		negative = y.Sign() < 0
		return y.Lsh(y.Abs(y), p-fewer), negative
	}
	top := new(big.Float).SetPrec(53).SetInt(x)
	f, _ := top.SetMantExp(top, -int(p)).Float64()
	guess := math.Log(f)
	return fixed(big.NewFloat(guess), p), guess < 0
}

// atanhFixed returns atanh(t) = t + t^3/3 + …, for fixed-point numbers with p
// bits and |t| < 1/4. It adds at most 2 units to the error that t makes, which
// is t's error and a fifteenth of it.
//
// There are less than q/4 + 2 terms, each wrong by less than 2 units of q bits:
// a power is by less than 2, of which a third or less goes into the sum, and
// the quotient by 1. Those left out are below 2. With q this is less than a
// unit of p bits.
func atanhFixed(t *big.Int, p uint) *big.Int {
	more := uint(bits.Len(p)) + 2
	q := p + more
	negative := t.Sign() < 0
	power := new(big.Int).Abs(t)
	power.Lsh(power, more)
	sum := new(big.Int).Set(power)
	square := new(big.Int).Mul(power, power)
	square.Rsh(square, q)
	term, n := new(big.Int), new(big.Int)
	for i := int64(3); ; i += 2 {
		term.Mul(power, square)
		power.Rsh(term, q)
		if power.Sign() == 0 {
			break
		}
		sum.Add(sum, term.Quo(power, n.SetInt64(i)))
	}
	if negative {
		sum.Neg(sum)
	}
	return sum.Rsh(sum, more)
}
