package ball

import (
	"math"
	"math/bits"
)

// hurwitz returns zeta(s, x), the sum of (x+k)^-s over k >= 0, for s >= 2 and
// x > 0, by Euler and Maclaurin's formula (DLMF 25.11.5): the first n terms,
// and with z = x+n
//
//	z^-s (z/(s-1) + 1/2 + sum over j >= 1 of B(2j)/(2j)! s(s+1)…(s+2j-2) z^(1-2j)).
//
// The remainder of the series is not greater than the first term left out
// (stirling.go, with the integral for zeta(s, z)). So any n is sound; the one
// taken makes either the terms of the sum or those of the series fall below
// 2^-Bits soon: not more of each than some multiple of Bits, whatever s and x.
func (c Context) hurwitz(s int, x Ball) Ball {
	if c.Bits > mostStirling {
		return None(Beyond)
	}
	// A power of s multiplies the relative error by s.
	c = c.with(uint(8 + bits.Len(uint(s))))
	n, goal := c.hurwitzTerms(s, x)
	sum := Ball{}
	for k := int64(0); k < n; k++ {
		sum = c.Add(sum, c.Quo(FromInt(1), c.powerOf(c.Add(x, FromInt(k)), s)))
	}
	z := c.Add(x, FromInt(n))
	tail := c.Add(c.QuoInt(z, int64(s)-1), c.hurwitzSeries(s, z, goal))
	return c.Add(sum, c.Quo(tail, c.powerOf(z, s)))
}

// hurwitzTerms returns how many terms to sum before the series, and the
// exponent below which its terms do not count against those. Both are guesses:
// the error is bounded otherwise.
func (c Context) hurwitzTerms(s int, x Ball) (n int64, goal float64) {
	p, order := float64(c.Bits), float64(s)
	at := max(toDouble(x.Mid()), math.SmallestNonzeroFloat64) // 0 times the infinity below would be NaN
	series := math.Ceil(float64(c.stirlingFrom()) + order/2 - at)
	if series <= 0 {
		return 0, -p
	}
	// The sum alone: (1 + n/x)^-s (1 + (x+n)/(s-1)) < 2^-Bits.
	alone := math.Ceil(at * (math.Exp2((p+8+math.Log2(1+(at+p)/order))/order) - 1))
	count := max(1, min(series, alone))
	return int64(count), -p + order*(math.Log2(at+count)-log2Of(x.Mid()))
}

// hurwitzSeries returns 1/2 and the series, until a term is below 2^goal or not
// below the last.
func (c Context) hurwitzSeries(s int, z Ball, goal float64) Ball {
	y := c.Quo(FromInt(1), z)
	factor := c.MulInt(y, int64(s))
	y = c.Sqr(y)
	sum := FromInt(1)
	sum = c.Scale(sum, -1)
	table := bernoulliTable(overFactorial, c.Bits, 1)
	for j, last := 0, (Mag{}); ; j++ {
		if j >= len(table) {
			table = bernoulliTable(overFactorial, c.Bits, j+1)
		}
		term := c.Mul(factor, table[j])
		size := term.upper()
		if term.state != Known || float64(size.Exponent()) < goal || j > 0 && size.Cmp(last) >= 0 {
			return sum.widen(size)
		}
		sum, last = c.Add(sum, term), size
		k := int64(s) + int64(2*j)
		factor = c.Mul(factor, c.MulInt(y, (k+1)*(k+2)))
	}
}

// powerOf returns x^n for n >= 1 by squaring.
func (c Context) powerOf(x Ball, n int) Ball {
	y := x
	for i := bits.Len(uint(n)) - 2; i >= 0; i-- {
		y = c.Mul(y, y)
		if n>>i&1 == 1 {
			y = c.Mul(y, x)
		}
	}
	return y
}
