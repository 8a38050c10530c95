package ball

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// decimal is a number with so many significant digits: d.ddd * 10^exp.
type decimal struct {
	negative bool
	digits   string // the first is not 0
	exp      int
}

// toDecimal rounds x, which is not 0, to n digits: to the nearest, and of two
// equally near ones to that with an even last digit. It reports whether they
// are all there are. The time grows with the exponent of x.
func toDecimal(x *big.Float, n int) (d decimal, exact bool) {
	m, e := dyadic(x)
	m.Abs(m)
	// The first guess of the exponent is right, or one too low next to a power
	// of ten. Then there is a digit too many, as there is where rounding carries
	// to 10…0; either way the next exponent gives the n digits.
	top := new(big.Float)
	bits := x.MantExp(top)
	size := math.Log10(math.Abs(toDouble(top))) + float64(bits)*math.Log10(2)
	for exp := int(math.Floor(size - 1e-9)); ; exp++ {
		q, exact := timesPowers(m, e, n-1-exp)
		if text := q.String(); len(text) == n {
			return decimal{x.Sign() < 0, text, exp}, exact
		}
	}
}

// timesPowers returns m * 2^e * 10^s, rounded to the nearest integer, or the even
// one of two, and whether that is exact.
func timesPowers(m *big.Int, e, s int) (q *big.Int, exact bool) {
	num, den := new(big.Int).Set(m), big.NewInt(1)
	ten := new(big.Int).Exp(big.NewInt(5), big.NewInt(int64(max(s, -s))), nil)
	if s >= 0 {
		num.Mul(num, ten)
	} else {
		den = ten
	}
	if e += s; e >= 0 {
		num.Lsh(num, uint(e))
	} else {
		den = new(big.Int).Lsh(den, uint(-e))
	}
	q, r := num.QuoRem(num, den, new(big.Int))
	if r.Sign() == 0 {
		return q, true
	}
	order := r.Lsh(r, 1).Cmp(den)
	if order > 0 || order == 0 && q.Bit(0) == 1 {
		q.Add(q, big.NewInt(1))
	}
	return q, false
}

// The exponents at which a number is written without one, as far as its digits
// go to the point at least.
const (
	leastPlain = -5
	mostPlain  = 20
)

// text writes d as 1200, 0.012 or 1.2e-30. If these are all digits of the
// number, it has no zeros at the end of a fraction, and as many as it needs up
// to the point.
func (d decimal) text(all bool) string {
	if all {
		d.digits = strings.TrimRight(d.digits, "0")
	}
	sign := ""
	if d.negative {
		sign = "-"
	}
	n := len(d.digits)
	switch {
	case d.exp < leastPlain || d.exp > mostPlain || d.exp >= n && !all:
		s := sign + d.digits[:1]
		if n > 1 {
			s += "." + d.digits[1:]
		}
		return s + "e" + strconv.Itoa(d.exp)
	case d.exp < 0:
		return sign + "0." + strings.Repeat("0", -d.exp-1) + d.digits
	case d.exp >= n-1:
		return sign + d.digits + strings.Repeat("0", d.exp-n+1)
	}
	return sign + d.digits[:d.exp+1] + "." + d.digits[d.exp+1:]
}
