package special

import "math"

// logTail has 1/3, -1/4, …, of (log(1+r) - r + r^2/2)/r^3.
var logTail = [...]float64{1.0 / 3, -1.0 / 4, 1.0 / 5, -1.0 / 6, 1.0 / 7, -1.0 / 8, 1.0 / 9, -1.0 / 10, 1.0 / 11}

// log1pSmall returns log(1 + r) for |r| < 2^-7, with a relative error below 2^-67.
func log1pSmall(r dd) dd {
	square := twoProd(r.hi, r.hi)
	tail := float64(float64(square.hi*r.hi) * horner(logTail[:], r.hi))
	s := twoSum(r.hi, float64(-0.5*square.hi))
	return fastTwoSum(s.hi, s.lo+(tail+(r.lo-float64(square.lo/2)-float64(r.hi*r.lo))))
}

// logOf returns log(x) for x > 0 with a relative error below 2^-66, also next
// to 1; beyond 2^±1000 it leaves out x.lo.
//
// With x = m*2^k, m about 1, and c of a table, c*m = 1 + r with |r| < 2^-7, log(x)
// is k*log(2) - log(c) + log(1+r) (Tang 1990). Next to m = 1, c is 1.
func logOf(x dd) dd {
	const sqrtHalf = 0x3FE6A09E667F3BCD // the bits of sqrt(1/2)
	shift := 0
	if x.hi < 0x1p-1022 {
		x.hi *= 0x1p64
		shift = 64
	}
	bits := math.Float64bits(x.hi)
	k := int(int64(bits-sqrtHalf) >> 52)
	m := dd{math.Float64frombits(bits - uint64(k)<<52), 0}
	if x.lo != 0 && k > -1000 && k < 1000 {
		m.lo = float64(x.lo * powerOfTwo(-k))
	}
	row := &logTable[int(math.RoundToEven(float64(m.hi*128)))-90]
	p := twoProd(m.hi, row.c)
	r := twoSum(p.hi-1, p.lo+float64(m.lo*row.c))
	return ln2.times(float64(k - shift)).add(row.log).add(log1pSmall(r))
}

// log1pOf returns log(1 + x) for x > -1, |x| < 2^900, with a relative error below 2^-66.
func log1pOf(x dd) dd {
	if math.Abs(x.hi) < 0x1p-8 {
		return log1pSmall(x)
	}
	return logOf(x.plus(1))
}

// logDomain answers for the arguments at which a logarithm is not finite.
func logDomain(x float64) (y float64, special bool) {
	switch {
	case x == 0:
		return math.Inf(-1), true
	case x < 0:
		return math.NaN(), true
	case x > math.MaxFloat64 || math.IsNaN(x):
		return x, true
	}
	return 0, false
}

// Log returns the natural logarithm of x, to 1 ulp, subnormal x included.
// Log(±0) is -Inf, Log(x < 0) is NaN, Log(+Inf) is +Inf.
func Log(x float64) float64 {
	if y, special := logDomain(x); special {
		return y
	}
	return logOf(dd{x, 0}).double()
}

// Log2 returns the logarithm of x to base 2, to 1 ulp; that of a power of 2 is
// exact. Special cases are those of [Log].
func Log2(x float64) float64 {
	if y, special := logDomain(x); special {
		return y
	}
	return logOf(dd{x, 0}).mul(invLn2).double()
}

// Log10 returns the logarithm of x to base 10, to 1 ulp; that of a power of 10
// is exact. Special cases are those of [Log].
func Log10(x float64) float64 {
	if y, special := logDomain(x); special {
		return y
	}
	return logOf(dd{x, 0}).mul(invLn10).double()
}

// Log1p returns log(1 + x), to 1 ulp. Log1p(±0) is ±0, Log1p(-1) is -Inf,
// Log1p(x < -1) is NaN.
func Log1p(x float64) float64 {
	switch {
	case math.Abs(x) < 0x1p-54:
		return x
	case x > 0x1p60:
		return Log(x)
	case x <= -1 || math.IsNaN(x):
		return Log(x + 1)
	}
	return log1pOf(dd{x, 0}).double()
}

// XLogY returns x*log(y), to 1 ulp, and 0 where x is 0, unless y is NaN.
func XLogY(x, y float64) float64 {
	switch {
	case math.IsNaN(x) || math.IsNaN(y):
		return math.NaN()
	case x == 0:
		return 0
	}
	if l, special := logDomain(y); special || math.IsInf(x, 0) {
		if !special {
			l = Log(y)
		}
		return x * l
	}
	m, e := math.Frexp(x)
	return scaled{logOf(dd{y, 0}).times(m), e}.double()
}
