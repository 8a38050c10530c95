package ball

import (
	"math/big"
	"math/bits"
)

// expm1Units bounds the error of [expm1Fixed].
const expm1Units = 40

// expm1Fixed returns e^r - 1, for fixed-point numbers with p bits and 0 <= r <
// 1, too small by at most expm1Units.
//
// The argument is halved k times, to x = r/2^k < 1/4; a polynomial gives e^x-1;
// and e^x is squared k times. With q bits, p+k or more, for the steps between,
// r with p bits is x with p+k.
//
// All is cut off downwards. If e^x-1 is too small by d units, e^r is by
// 2^k*e^r*(d+1) units at most: squaring y multiplies an error by 2y and adds
// less than a unit. With d <= 12 (see [expSeries]) these are 13*e^r < 36 units
// of p bits, and the last cut adds one.
func expm1Fixed(r *big.Int, p uint) *big.Int {
	small := headroom(r, p)
	k := halvings(p)
	k -= min(k, small)
	q := p + k
	q += (62 - q) % 64 // e^x fills its words
	t := new(big.Int).Lsh(r, q-p-k)
	s := expSeries(t, q, small+k)
	if k > 0 {
		y := s.SetBit(s, int(q), 1)
		for range k {
			t.Mul(y, y)
			y.Rsh(t, q)
		}
		s = y.SetBit(y, int(q), 0)
	}
	return s.Rsh(s, q-p)
}

// halvings returns how often to halve an argument below 1 with p bits: by
// trial 3 times the fourth root of p, for 100 to 100000 bits. It decides about
// cost alone. Each costs a squaring and saves terms of the series.
func halvings(p uint) uint { return 3 * squareRoot(squareRoot(p)) }

// expSeries returns e^x - 1, for fixed-point numbers with p bits and 0 <= x <
// 2^-small <= 1/4, too small by at most 12 units.
//
// The sum of x^n/n! is cut into blocks of m terms: with the powers of x up to
// x^m a block takes products by single words only, and Horner's rule in x^m
// joins the blocks (M. S. Paterson and L. J. Stockmeyer, 1973; D. M. Smith,
// "Efficient multiple-precision evaluation of elementary functions", 1989; R. P.
// Brent and P. Zimmermann, Modern Computer Arithmetic, section 4.4.3). Going
// down from the last term, sum*n!/c is the sum of the terms from n on, over
// the power of x that begins the block; c = n+1, (n+1)(n+2), … as long as it
// fits a word, so that few divisions are left.
//
// Errors, in units, of sum/c, which stays below 2: those of the powers are at
// most 2 (a product's is less than 1 + 2*1/4 + 2*1/4), so a term adds at most
// 2; a product by x^m makes the error e into e/4 + 2*2 + 1; a division adds 1;
// and then going from n to n-1 divides by n. That makes e at most (e+6)/n, so
// that it stays below 6 down to n = 2. At n = 1 a term and a division add 3, the
// last division by c adds 1, and the terms left out are below 2.
func expSeries(x *big.Int, p, small uint) *big.Int {
	n := seriesTerms(p, small)
	m := max(2, squareRoot(n))
	powers := powersOf(x, m, p)
	sum, t, c := new(big.Int), new(big.Int), uint64(1)
	word := new(big.Int)
	for n--; ; n-- {
		switch i := n % m; {
		case i > 0:
			sum.Add(sum, t.Mul(powers[i], word.SetUint64(c)))
		case n > 0:
			sum.Add(sum, t.Lsh(word.SetUint64(c), p))
			t.Mul(sum, powers[m])
			sum.Rsh(t, p)
		default:
			return sum.Quo(sum, word.SetUint64(c))
		}
		over, product := bits.Mul64(c, uint64(n))
		if over != 0 {
			t.Quo(sum, word.SetUint64(c))
			sum, t = t, sum
			product = uint64(n)
		}
		c = product
	}
}

// powersOf returns x^0 to x^m, for a fixed-point number x with p bits that is
// below 1/4, each too small by at most 2 units. The first is nil.
func powersOf(x *big.Int, m, p uint) []*big.Int {
	powers := make([]*big.Int, m+1)
	powers[1] = x
	t := new(big.Int)
	for i := uint(2); i <= m; i++ {
		t.Mul(powers[i/2], powers[i-i/2])
		powers[i] = new(big.Int).Rsh(t, p)
	}
	return powers
}
