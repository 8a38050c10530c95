package special

import "math"

// bernoulli has B(2j)/(2j)!, of the Euler-Maclaurin formula.
var bernoulli = [...]float64{
	1.0 / 12, -1.0 / 720, 1.0 / 30240, -1.0 / 1209600, 1.0 / 47900160, -691.0 / 1307674368000,
	1.0 / 74724249600, -3617.0 / 10670622842880000, 8.586062056277845e-15, -2.174868698558062e-16,
	5.5090028283602295e-18, -1.3954464685812522e-19, 3.534707039629467e-21,
}

// factorialZeta returns n! * zeta(n+1, q), with Hurwitz's zeta function, for q > 0.
//
// It is n! q^-(n+1) times the sum of (q/(q+k))^(n+1), whose terms are added up
// to q+k = w > n+17, or to one that does not count, and the rest by the
// Euler-Maclaurin formula (DLMF 25.11.5).
func factorialZeta(n int, q dd) scaled {
	s := float64(n + 1)
	logQ := logOf(q)
	first := expOf(lgammaPositive(twoSum(float64(n), 1)).sub(logQ.times(s)))

	sum, w := dd{}, q
	for w.hi < s+asymptotic {
		term := power(q.div(w), n+1)
		sum = sum.add(term)
		if float64(term.hi*w.hi) < float64(0x1p-66*sum.hi) {
			return first.mul(scaled{sum, 0})
		}
		w = w.plus(1)
	}
	z := 1 / float64(w.hi*w.hi)
	rising := s / w.hi // s (s+1) … (s+2j-2) / w^(2j-1)
	tail := 0.0
	for j, b := range bernoulli {
		tail += float64(b * rising)
		k := s + float64(2*j)
		rising = float64(rising*z) * float64((k+1)*(k+2))
	}
	last := w.div(dd{float64(n), 0}).plus(0.5).plus(tail)
	return first.mul(scaled{sum, 0}.add(scaled{power(q.div(w), n+1), 0}.mul(scaled{last, 0}.normal())))
}

// power returns x^n for 0 < x <= 1 and n > 0, or 0 where it underflows.
func power(x dd, n int) dd {
	p := one
	for ; n > 0; n >>= 1 {
		if n&1 != 0 {
			p = p.mul(x)
		}
		x = x.mul(x)
	}
	return p
}

// Polygamma returns the n-th derivative of digamma at x, to 2 ulp for x > 0 and
// n up to 100; the error grows with n log(n) beyond. For x < 0 and odd n it is
// to 2 ulp too, and for even n, where there is a zero between any two poles, the
// error is below that or 2^-60 n! 2^(n+1), whichever is the greater. Polygamma(0, x) is
// Digamma(x). It is NaN for n < 0 and for n > 2^20. At the poles 0, -1, … it is +Inf for
// odd n; for even n it is ∓Inf at ±0 and NaN at the others.
func Polygamma(n int, x float64) float64 {
	switch {
	case n < 0 || n > maxOrder || math.IsNaN(x) || math.IsInf(x, -1):
		return math.NaN()
	case n == 0:
		return Digamma(x)
	case x <= 0 && x == math.Floor(x):
		return polygammaPole(n, x)
	}
	sign := float64(2*(n&1) - 1)
	switch {
	case math.IsInf(x, 1):
		return float64(sign * 0)
	case x > 0:
		return float64(sign * factorialZeta(n, dd{x, 0}).double())
	}
	// The sum over x+k, k = 0, 1, …, has f = x+m as its first positive
	// term; those below are -g, -g-1, …, x, with g = 1-f.
	y := -x
	g := y - math.Floor(y)
	f := twoSum(math.Floor(y)+1, -y)
	z := factorialZeta(n, dd{g, 0}).add(factorialZeta(n, twoSum(y, 1)).neg())
	if n&1 == 0 {
		z = z.neg()
	}
	return float64(sign * factorialZeta(n, f).add(z).double())
}

// polygammaPole returns the value at a pole, for n > 0.
func polygammaPole(n int, x float64) float64 {
	switch {
	case n&1 != 0:
		return math.Inf(1)
	case x == 0:
		return -1 / x
	}
	return math.NaN()
}

// Trigamma returns the derivative of digamma, to 2 ulp. It is +Inf at the
// poles 0, -1, …, and 0 at +Inf.
func Trigamma(x float64) float64 { return Polygamma(1, x) }
