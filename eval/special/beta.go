package special

import "math"

// betaPositive returns gamma(a)gamma(b)/gamma(a+b) for a, b > 0, with a relative
// error below 2^-55.
//
// For large a the difference of two logarithms of gamma is taken term by term
// of Stirling's formula, so that nothing large cancels.
func betaPositive(a, b dd) scaled {
	if a.hi < b.hi {
		a, b = b, a
	}
	c := a.add(b)
	switch {
	case a.hi < asymptotic:
		return gammaPositive(a).mul(gammaPositive(b)).div(gammaPositive(c))
	case b.hi > 1500:
		return tiny // less than 4^-1500
	}
	var l dd // log(gamma(a)/gamma(a+b))
	if r := b.div(a); r.hi > 0x1p-500 {
		l = a.plus(-0.5).mul(log1pOf(r).neg()).add(b)
	}
	l = l.sub(b.mul(logOf(c))).plus(stirlingTail(a.hi) - stirlingTail(c.hi))
	return gammaPositive(b).mul(expOf(l))
}

// isInteger tells whether x is one.
func (x dd) isInteger() bool { return x.hi == math.Floor(x.hi) && x.lo == math.Floor(x.lo) }

// betaOf returns the beta function of finite a and b, neither of them 0, -1, ….
// Negative arguments are reflected by gamma(x) gamma(1-x) = pi/sin(pi x).
func betaOf(a, b dd) scaled {
	if a.hi > b.hi {
		a, b = b, a
	}
	c := a.add(b)
	sine := func(x dd) scaled { return scale(reducePi(x).sin()) }
	rest := func(x dd) dd { return x.neg().plus(1) }
	switch {
	case a.hi > 0:
		return betaPositive(a, b)
	case c.hi <= 0 && c.isInteger() && !b.isInteger():
		return scaled{} // 1/gamma(c) is
	case b.hi > 0 && c.hi > 0:
		return scaled{pi, 0}.div(sine(a).mul(scale(b)).mul(betaPositive(rest(a), c)))
	case b.hi > 0:
		value := betaPositive(rest(c), b)
		if !b.isInteger() {
			return value.mul(sine(c)).div(sine(a))
		}
		if isOdd(b.hi) {
			return value.neg()
		}
		return value
	}
	value := scaled{pi, 0}.mul(sine(c)).div(sine(a)).div(sine(b))
	return value.div(scale(rest(c)).mul(betaPositive(rest(a), rest(b))))
}

// Beta returns gamma(a)gamma(b)/gamma(a+b), to 2 ulp. Where a or b is 0 it is
// ±Inf, but NaN for two zeros of different sign; where one is a negative integer it is
// NaN, but for a positive integer as the other that makes their sum negative or
// 0, where the limit is finite. Beta(+Inf, b > 0) is 0.
func Beta(a, b float64) float64 {
	a, b = min(a, b), max(a, b) // NaN if either is
	negativeInteger := func(x float64) bool { return x < 0 && x == math.Floor(x) }
	rational := b > 0 && b == math.Floor(b) && a+b <= 0
	switch {
	case math.IsNaN(a) || math.IsInf(a, -1) || math.IsInf(b, 1) && a < 0:
		return math.NaN()
	case negativeInteger(b) || negativeInteger(a) && !rational:
		return math.NaN()
	case a == 0 && b == 0 && math.Signbit(a) != math.Signbit(b):
		return math.NaN()
	case a == 0:
		return math.Copysign(math.Inf(1), a)
	case b == 0:
		return math.Copysign(math.Inf(1), b)
	case math.IsInf(b, 1):
		return 0
	}
	return betaOf(dd{a, 0}, dd{b, 0}).double()
}

// Binomial returns the generalized binomial coefficient
// gamma(n+1)/(gamma(k+1) gamma(n-k+1)), to 2 ulp. For integer k >= 0 it is
// n(n-1)…(n-k+1)/k!, whatever n, and for k a negative integer 0. It is NaN for
// other k where n is a negative integer.
func Binomial(n, k float64) float64 {
	const direct = 200 // factors at most
	switch {
	case notFinite(n) || notFinite(k):
		return math.NaN()
	case k == math.Floor(k) && k < 0:
		return 0
	case k == math.Floor(k) && k <= direct:
		return fallingOver(n, int(k)).double()
	}
	other := twoSum(n, -k)
	if other.isInteger() && n != math.Floor(n) {
		if other.hi < 0 {
			return 0
		}
		if other.hi <= direct {
			return fallingOver(n, int(other.hi)).double()
		}
	}
	if n == math.Floor(n) && k == math.Floor(k) {
		return binomialIntegers(n, k)
	}
	if n == math.Floor(n) && n < 0 {
		return math.NaN()
	}
	return binomialOf(n, k, other).double()
}

// binomialOf returns the coefficient by the beta function, other being n - k.
func binomialOf(n, k float64, other dd) scaled {
	return scaled{one, 0}.div(scale(twoSum(n, 1)).mul(betaOf(other.plus(1), twoSum(k, 1))))
}

// binomialIntegers returns the coefficient for integers n and k > 200.
func binomialIntegers(n, k float64) float64 {
	switch {
	case n < 0: // (-1)^k C(k-n-1, k)
		c := Binomial(k-n-1, k)
		if isOdd(k) {
			return -c
		}
		return c
	case k > n:
		return 0
	case n-k < k:
		return Binomial(n, n-k)
	}
	return binomialOf(n, k, twoSum(n, -k)).double()
}

// fallingOver returns n(n-1)…(n-k+1)/k!.
func fallingOver(n float64, k int) scaled {
	p := scaled{one, 0}
	for i := range k {
		factor := twoSum(n, -float64(i))
		if factor.hi == 0 {
			return scaled{}
		}
		p = p.mul(scale(factor)).div(scaled{dd{float64(i + 1), 0}, 0})
	}
	return p
}
