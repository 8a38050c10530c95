package ball

import (
	"math"
	"math/big"
	"math/bits"
)

// besselHankel returns J and Y of integer order n at an exact x > n from
// Hankel's asymptotic expansions (DLMF 10.17.3, 10.17.4),
//
//	J = sqrt(2/(pi x)) (P cos w - Q sin w), Y = sqrt(2/(pi x)) (P sin w + Q cos w)
//
// with w = x - n pi/2 - pi/4, to a relative error of about 2^-Bits of the
// factor in front. It reports false where the expansions do not reach that, or
// at too great a cost.
func (c Context) besselHankel(n int64, x *big.Float) (j, y Ball, ok bool) {
	p, q, ok := c.hankelSums(n, x)
	if !ok {
		return j, y, false
	}
	sin, cos := c.SinCos(Exact(x))
	// sqrt(2) times the cosine and the sine of x - pi/4, turned by n quarters.
	cosW, sinW := c.Add(cos, sin), c.Sub(sin, cos)
	for range n & 3 {
		cosW, sinW = sinW, c.Neg(cosW)
	}
	scale := c.Sqrt(c.Mul(c.Pi(), Exact(x)))
	j = c.Quo(c.Sub(c.Mul(p, cosW), c.Mul(q, sinW)), scale)
	y = c.Quo(c.Add(c.Mul(p, sinW), c.Mul(q, cosW)), scale)
	return j, y, true
}

// hankelSums returns P, the sum over k of (-1)^k a_2k/x^2k, and Q, that of
// (-1)^k a_(2k+1)/x^(2k+1), where a_k = a_(k-1) (4n^2 - (2k-1)^2)/(8k), with an
// absolute error of about 2^-Bits.
//
// By DLMF 10.17(iii) the remainder of either sum is not greater than its first
// term left out, if K = max(n, 3) terms or more are in the two.
//
// The terms are integers in units of 2^-f, each made from the one before, wrong
// by 3 units at most. An error at j becomes one at k multiplied by the factors
// |4n^2 - (2i-1)^2|/(8ix) between. Where i <= n these are n^2/(2ix) at most,
// so that their product is at most e^(n^2/(2x)) = G; and where n < i <= 2x they
// are i/(2x) at most, not above 1. So a term k is wrong by 3(k+1)G units at
// most, and as x is rounded to f bits by kG units more. Once a term is 0 all
// that follow are computed as 0, as far as the proof needs them, and the two
// first ones left out are not greater than their errors. In all: 4(K+2)^2 G.
func (c Context) hankelSums(n int64, x *big.Float) (p, q Ball, ok bool) {
	below := math.Nextafter(toDouble(x), 0) // MaxFloat64 if x is beyond
	log2G := math.Log2E*float64(n)*float64(n)/(2*below) + 1
	need := float64(c.Bits) + log2G
	// About k = 2x the terms are least, about e^-2x.
	if below <= float64(n) || 2*math.Log2E*below < need || need > float64(c.budget()) {
		return p, q, false
	}
	f := uint(need) + 6 + 2*uint(bits.Len64(uint64(n)+uint64(min(need, below))))
	if !c.affords(min(float64(f), below)+log2G, f) {
		return p, q, false
	}
	m, e := dyadic(x)
	if over := m.BitLen() - int(f) - 1; over > 0 {
		m.Rsh(m, uint(over))
		e += over
	}
	a := new(big.Int).Lsh(big.NewInt(1), f)
	sums := [2]*big.Int{new(big.Int).Set(a), new(big.Int)}
	product, d, rest := new(big.Int), new(big.Int), new(big.Int)
	k := int64(1)
	for ; a.Sign() != 0; k++ {
		if k > n && 2*below < float64(k+2) {
			return p, q, false
		}
		factor := (2*n - (2*k - 1)) * (2*n + (2*k - 1))
		product.Mul(a, d.SetInt64(factor))
		if e < 0 {
			product.Lsh(product, uint(-e))
		} else {
			product.Rsh(product, uint(e)) // rounds down, at a distance of 1
		}
		product.QuoRem(product, m, rest)
		a.QuoRem(product, d.SetInt64(8*k), rest)
		// a has the sign of a_k. The terms k = 2, 3, 6, 7, ... are subtracted.
		if k&2 == 0 {
			sums[k&1].Add(sums[k&1], a)
		} else {
			sums[k&1].Sub(sums[k&1], a)
		}
	}
	last := uint64(max(k, n, 3) + 2)
	if last >= 1<<31 {
		return p, q, false
	}
	rad := power(int64(math.Ceil(log2G)) - int64(f)).Mul(magOf(4*last*last, 0))
	return fixedPoint(sums[0], f, rad), fixedPoint(sums[1], f, rad), true
}
