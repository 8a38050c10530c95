package ball

import (
	"math"
	"math/big"
)

// The asymptotic series of the gamma family.
//
// For z > 0, with h(t) = (t/2) coth(t/2) = sum B(2k) t^(2k)/(2k)!,
//
//	log gamma(z) - ((z-1/2) log z - z + log(2 pi)/2) = integral of (h(t)-1) e^(-zt)/t^2 dt
//	digamma(z) - (log z - 1/(2z))                     = -integral of (h(t)-1) e^(-zt)/t dt
//	zeta(s, z) gamma(s)                               = integral of (h(t)+t/2) t^(s-2) e^(-zt) dt
//
// over t > 0 (DLMF 5.9.10, 5.9.13, 25.11.25). Since h(t) = 1 + sum over n of
// 2 t^2/(t^2 + 4 pi^2 n^2) (4.36.3), and 1/(1+u) lies between any two
// consecutive partial sums of 1 - u + u^2 - … for u > 0, so does h(t) for
// those of its series. The other factors are positive: each series that comes
// of integrating term by term has a remainder of the sign of the first term
// left out, and not greater. So for every z > 0, and however many terms.

// mostStirling is the most bits with which the series are summed: the
// Bernoulli numbers beyond would take too much time and memory.
const mostStirling = 1 << 14

// stirlingFrom returns a z from which on the series have terms enough for
// the context's bits. The balance is between terms and shifting z there; at many
// bits it is the Bernoulli numbers that cost.
func (c Context) stirlingFrom() int64 {
	if c.Bits > 2048 {
		return int64(c.Bits) / 2
	}
	return int64(c.Bits)/6 + 4
}

// stirlingSum returns the sum of the coefficients a(k) of that kind times
// y^(k-1), y = 1/z^2, the terms from the first on that is below 2^-Bits in the
// remainder. It takes z > 0.
func (c Context) stirlingSum(kind bernoulliKind, y Ball) Ball {
	if y.state != Known {
		return y
	}
	bits := float64(c.Bits)
	if y.Mid().Sign() == 0 { // z is beyond all exponents
		return bernoulliTable(kind, c.Bits, 1)[0].widen(y.rad)
	}
	ly := log2Of(y.Mid())
	table := bernoulliTable(kind, c.Bits, 1)
	size, n := math.Inf(1), 0
	for ; ; n++ {
		if n >= len(table) {
			table = bernoulliTable(kind, c.Bits, n+1)
		}
		s := float64(table[n].Mid().MantExp(nil)) + float64(n)*ly
		if s < -bits || s > size {
			break
		}
		size = s
	}
	rest := table[n].upper().Mul(y.upper().pow(n))
	if n == 0 {
		return Ball{rad: rest}
	}
	sum := table[n-1]
	for k := n - 2; k >= 0; k-- {
		sum = c.Add(c.Mul(sum, y), table[k])
	}
	return sum.widen(rest)
}

// shiftFor returns an even number n, not negative, such that x + n is where
// the series serve, for x > 0.
func (c Context) shiftFor(x Ball) int64 {
	from := c.stirlingFrom()
	f := toDouble(x.Mid())
	if f >= float64(from) {
		return 0
	}
	return (from - int64(f) + 1) &^ 1
}

// rising returns x(x+1)…(x+n-1) for even n and x > 0. Paired from both ends
// the factors are u + k(n-1-k) with u = x(x+n-1), one product to two factors.
func (c Context) rising(x Ball, n int64) Ball {
	if n == 0 {
		return FromInt(1)
	}
	u := c.Mul(x, c.Add(x, FromInt(n-1)))
	p := u
	for k := int64(1); k < n/2; k++ {
		p = c.Mul(p, c.Add(u, FromInt(k*(n-1-k))))
	}
	return p
}

// risingSum returns 1/x + 1/(x+1) + … + 1/(x+n-1) for even n and x > 0, by
// the pairs of rising: 1/(x+k) + 1/(x+n-1-k) is (2x+n-1)/(u + k(n-1-k)), and
// all are brought to one denominator.
func (c Context) risingSum(x Ball, n int64) Ball {
	if n == 0 {
		return Ball{}
	}
	u := c.Mul(x, c.Add(x, FromInt(n-1)))
	p, q := FromInt(1), u
	for k := int64(1); k < n/2; k++ {
		d := c.Add(u, FromInt(k*(n-1-k)))
		p = c.Add(c.Mul(p, d), q)
		q = c.Mul(q, d)
	}
	return c.Mul(c.Add(c.Scale(x, 1), FromInt(n-1)), c.Quo(p, q))
}

// stirlingMain returns (z-1/2) log z - z + the series, that is the logarithm
// of gamma(z)/sqrt(2 pi), for z > 0.
func (c Context) stirlingMain(z Ball) Ball {
	half := Exact(big.NewFloat(0.5))
	main := c.Sub(c.Mul(c.Sub(z, half), c.Log(z)), z)
	i := c.Quo(FromInt(1), z)
	return c.Add(main, c.Mul(i, c.stirlingSum(overGamma, c.Sqr(i))))
}
