package ball

import (
	"math"
	"math/big"
	"math/bits"
)

// Mag is an upper bound of a magnitude: the number m*2^exp, not negative, of
// which every operation rounds up, by a part in 2^30 at most. Its exponents go
// to ±2^60; a smaller bound is rounded up to 2^-2^60, and a greater one
// becomes infinite and stays so. The zero Mag is 0.
type Mag struct {
	m   uint32 // in [2^31, 2^32), or 0
	exp int64  // lastExp if the bound is infinite, 0 if it is 0
}

const lastExp = 1 << 60

// magOf returns m*2^exp, rounded up.
func magOf(m uint64, exp int64) Mag {
	if m == 0 {
		return Mag{}
	}
	if over := bits.Len64(m) - 32; over > 0 {
		low := m & (1<<over - 1)
		m >>= over
		exp += int64(over)
		if low != 0 {
			m++ // to 2^32 at most
		}
		if m == 1<<32 {
			m >>= 1
			exp++
		}
	}
	return normal(m, exp)
}

// normal returns m*2^exp with 0 < m < 2^32. Only the ends of range round.
func normal(m uint64, exp int64) Mag {
	shift := bits.LeadingZeros32(uint32(m))
	exp -= int64(shift)
	switch {
	case exp >= lastExp:
		return Mag{1 << 31, lastExp}
	case exp <= -lastExp:
		return Mag{1 << 31, -lastExp}
	}
	return Mag{uint32(m << shift), exp}
}

// power returns 2^n.
func power(n int64) Mag { return normal(1<<31, n-31) }

// magnitude returns a bound of |x|, above it by a part in 2^31 at most.
func magnitude(x *big.Float) Mag { return magnitudeWith(new(big.Float), x) }

// magnitudeWith is magnitude with a number to work in: a zero big.Float whose
// mantissa the caller goes on to use, since a new one costs more than the rest.
func magnitudeWith(t, x *big.Float) Mag {
	m, exp, exact := leading(t, x)
	if !exact {
		m++
	}
	return magOf(m, exp)
}

// leastMagnitude returns a number not above |x|, below it by a part in 2^31
// at most. It is a Mag only in name: a lower bound.
func leastMagnitude(x *big.Float) Mag {
	m, exp, _ := leading(new(big.Float), x)
	return magOf(m, exp)
}

// leading returns the first 32 bits of |x|: m*2^exp <= |x| < (m+1)*2^exp, and
// whether the first are equal. It leaves t, which is 0 before, with 32 bits of
// precision and rounding to zero.
func leading(t, x *big.Float) (m uint64, exp int64, exact bool) {
	if x.Sign() == 0 {
		return 0, 0, true
	}
	e := int64(x.MantExp(nil))
	t.SetPrec(32).SetMode(big.ToZero).Set(x)
	exact = t.Acc() == big.Exact
	shift(t, t, 32-e)
	n, _ := t.Int64()
	return uint64(max(n, -n)), e - 32, exact
}

// IsZero reports whether the bound is 0.
func (a Mag) IsZero() bool { return a.m == 0 }

// isInf reports whether the bound is infinite.
func (a Mag) isInf() bool { return a.exp == lastExp }

// Exponent returns the least n with a < 2^n. For 0 it is the least int64.
func (a Mag) Exponent() int64 {
	if a.m == 0 {
		return math.MinInt64
	}
	return a.exp + 32
}

// Cmp returns -1, 0 or 1 as a is below, at or above b.
func (a Mag) Cmp(b Mag) int {
	switch {
	case a == b:
		return 0
	case b.m == 0 || a.m != 0 && (a.exp > b.exp || a.exp == b.exp && a.m > b.m):
		return 1
	}
	return -1
}

// Add returns a bound of the sum.
func (a Mag) Add(b Mag) Mag {
	if a.Cmp(b) < 0 {
		a, b = b, a
	}
	if b.m == 0 || a.isInf() {
		return a
	}
	const low = 31
	sum := uint64(a.m) << low
	if d := a.exp - b.exp; d <= low {
		sum += uint64(b.m) << (low - d)
	} else {
		sum += uint64(b.m)>>min(d-low, 63) + 1
	}
	return magOf(sum, a.exp-low)
}

// minus returns a number that is not above a - b, or 0 if that is negative:
// from a lower bound a and an upper bound b, a lower bound.
func (a Mag) minus(b Mag) Mag {
	switch {
	case b.m == 0:
		return a
	case a.Cmp(b) <= 0:
		return Mag{}
	}
	const low = 31
	rest := uint64(a.m) << low
	if d := a.exp - b.exp; d <= low {
		rest -= uint64(b.m) << (low - d)
	} else {
		rest -= uint64(b.m)>>min(d-low, 63) + 1
	}
	exp := a.exp - low
	if over := bits.Len64(rest) - 32; over > 0 {
		rest >>= over
		exp += int64(over)
	}
	return normal(rest, exp)
}

// Mul returns a bound of the product.
func (a Mag) Mul(b Mag) Mag {
	switch {
	case a.m == 0 || b.m == 0:
		return Mag{}
	case a.isInf():
		return a
	case b.isInf():
		return b
	}
	return magOf(uint64(a.m)*uint64(b.m), a.exp+b.exp)
}

// Quo returns a bound of the quotient by a number that is not less than b,
// which is not 0.
func (a Mag) Quo(b Mag) Mag {
	if a.m == 0 || a.isInf() {
		return a
	}
	n := uint64(a.m) << 32
	q := n / uint64(b.m)
	if q*uint64(b.m) != n {
		q++
	}
	return magOf(q, a.exp-32-b.exp)
}

// Sqrt returns a bound of the square root.
func (a Mag) Sqrt() Mag {
	if a.m == 0 || a.isInf() {
		return a
	}
	m, exp := uint64(a.m)<<30, a.exp-30
	if exp&1 != 0 {
		m, exp = m<<1, exp-1
	}
	root := uint64(math.Sqrt(float64(m))) // off by one at most
	for root*root < m {
		root++
	}
	return magOf(root, exp/2)
}

// Float returns the bound as a floating-point number; beyond the range of
// exponents it is infinite, or the least number.
func (a Mag) Float() *big.Float {
	x := new(big.Float).SetPrec(32)
	switch {
	case a.m == 0:
		return x
	case a.exp+32 > big.MaxExp:
		return x.SetInf(false)
	case a.exp+32 < big.MinExp:
		return x.SetMantExp(big.NewFloat(0.5), big.MinExp)
	}
	x.SetUint64(uint64(a.m))
	return shift(x, x, a.exp)
}
