package ball

import "math/big"

// computeGamma uses algorithm B1 of R. P. Brent and E. M. McMillan, "Some new
// algorithms for high-precision computation of Euler's constant", Mathematics
// of Computation 34 (1980): with B(k) = (n^k/k!)^2 and H(k) = 1 + … + 1/k,
//
//	gamma = (sum of B(k)*H(k))/(sum of B(k)) - log(n) - K0(2n)/I0(2n),
//
// where the last is positive and below pi*e^(-4n), here less than a unit.
//
// The sums are exact up to k = 4n. What they leave out is below 2*B(4n), times
// H(4n) < 2^5 in the first. B(4n) < (e/4)^(8n), and the sum of B is above B(n) >
// e^(2n-2)/n, so that the quotient is wrong by less than n*2^(9.2-7.34n). With
// p <= 5.77n - 2 and n >= 8 that is below a unit too. The other units are those
// of the quotient, of log(n) = e*log(2) + log(n/2^e) with e < 60.
func computeGamma(p uint) (v *big.Int, units int64) {
	// 4n >= (p+2)*log(2), since 178/1024 > log(2)/4.
	n := int64(p)*178/1024 + 8
	s := harmonicSum(big.NewInt(n*n), 1, 4*n+1)
	v = new(big.Int).Lsh(s.tail, p)
	v.Quo(v, product(s.d, s.t.Add(s.t, s.q)))

	x := big.NewInt(n)
	e := uint(x.BitLen() - 1)
	v.Sub(v, logFixed(x.Lsh(x, p-e), p))
	return v.Sub(v, product(big.NewInt(int64(e)), ln2Digits.floor(p))), logUnits + 64
}

// harmonicPart is a part of the sums, from lo to hi, as integers: the products
// p of x and q of k^2; t/q, the sum of the products of x/k^2; c/d, the sum of
// 1/k; and tail/(q*d), the sum of the products of x/k^2 times the sums of 1/k.
type harmonicPart struct {
	p, q, t, c, d, tail *big.Int
}

// harmonicSum sums from lo to hi, without hi, by binary splitting (see
// [series]).
func harmonicSum(x *big.Int, lo, hi int64) harmonicPart {
	if hi-lo == 1 {
		k := big.NewInt(lo)
		return harmonicPart{p: x, q: product(k, k), t: x, c: one, d: k, tail: x}
	}
	mid := (lo + hi) / 2
	l, r := harmonicSum(x, lo, mid), harmonicSum(x, mid, hi)
	t := product(l.t, r.q)
	t.Add(t, product(l.p, r.t))
	c := product(l.c, r.d)
	c.Add(c, product(l.d, r.c))
	// tail/(q*d) is that of l, and p/q of l times (c/d of l times t/q of r, and
	// tail/(q*d) of r).
	inner := product(product(l.c, r.d), r.t)
	inner.Add(inner, product(l.d, r.tail))
	tail := product(l.tail, product(r.q, r.d))
	tail.Add(tail, inner.Mul(inner, l.p))
	return harmonicPart{product(l.p, r.p), product(l.q, r.q), t, c, product(l.d, r.d), tail}
}
