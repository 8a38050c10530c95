package expr

import (
	"math"
	"math/big"
	"math/bits"
)

// Number is an exact rational number. Its zero value is 0. Numbers are
// immutable; the arithmetic methods return new ones.
//
// A number remembers whether it was written as a decimal (0.5 rather than
// 1/2), so that it is printed as one. The mark is part of a number's identity
// in a [Graph], but not of its value: [Number.Cmp] ignores it.
type Number struct {
	num     int64    // numerator of a small number
	den     int64    // denominator of a small number; 0 stands for 1
	big     *big.Rat // the value when it does not fit num/den, otherwise nil
	decimal bool
}

// Int returns the integer n.
func Int(n int64) Number {
	if n == math.MinInt64 { // -n would overflow
		return Number{big: new(big.Rat).SetInt64(n)}
	}
	return Number{num: n}
}

// Frac returns num/den in lowest terms. It panics if den is 0.
func Frac(num, den int64) Number { return fromRat(big.NewRat(num, den), false) }

// FromRat returns the number r, which is copied.
func FromRat(r *big.Rat) Number { return fromRat(new(big.Rat).Set(r), false) }

// FromFloat returns the exact value of x as a decimal, and false if x is not
// finite.
func FromFloat(x float64) (Number, bool) {
	r := new(big.Rat).SetFloat64(x)
	if r == nil {
		return Number{}, false
	}
	return fromRat(r, true).tidy(), true
}

// fromRat takes over r, storing it small where it fits.
func fromRat(r *big.Rat, decimal bool) Number {
	if r.Num().IsInt64() && r.Denom().IsInt64() && r.Num().Int64() != math.MinInt64 {
		return Number{num: r.Num().Int64(), den: r.Denom().Int64(), decimal: decimal}
	}
	return Number{big: r, decimal: decimal}
}

func (x Number) denominator() int64 {
	if x.den == 0 {
		return 1
	}
	return x.den
}

// rat returns the value for reading only.
func (x Number) rat() *big.Rat {
	if x.big != nil {
		return x.big
	}
	return big.NewRat(x.num, x.denominator())
}

// Rat returns the value as a new big.Rat.
func (x Number) Rat() *big.Rat { return new(big.Rat).Set(x.rat()) }

// IsDecimal reports whether the number is to be printed as a decimal.
func (x Number) IsDecimal() bool { return x.decimal }

// IsInt reports whether the number is an integer.
func (x Number) IsInt() bool {
	if x.big != nil {
		return x.big.IsInt()
	}
	return x.denominator() == 1
}

// Int64 returns the number as an int64, and false if it is no integer or its
// absolute value is 2^63 or more.
func (x Number) Int64() (int64, bool) {
	return x.num, x.big == nil && x.denominator() == 1
}

// Sign returns -1, 0 or +1.
func (x Number) Sign() int {
	if x.big != nil {
		return x.big.Sign()
	}
	switch {
	case x.num < 0:
		return -1
	case x.num > 0:
		return 1
	}
	return 0
}

// IsZero reports whether the number is 0.
func (x Number) IsZero() bool { return x.Sign() == 0 }

// IsOne reports whether the number is 1.
func (x Number) IsOne() bool { return x.big == nil && x.num == 1 && x.denominator() == 1 }

// Cmp compares values: -1 if x < y, 0 if x = y, +1 if x > y.
func (x Number) Cmp(y Number) int {
	if x.IsSmall() && y.IsSmall() {
		a, b := x.num*y.denominator(), y.num*x.denominator()
		switch {
		case a < b:
			return -1
		case a > b:
			return 1
		}
		return 0
	}
	return x.rat().Cmp(y.rat())
}

// same reports identity: equal value and equal mark.
func (x Number) same(y Number) bool {
	if x.decimal != y.decimal || (x.big == nil) != (y.big == nil) {
		return false
	}
	if x.big != nil {
		return x.big.Cmp(y.big) == 0
	}
	return x.num == y.num && x.denominator() == y.denominator()
}

// IsSmall reports whether numerator and denominator are below 2^31, so that
// sums and products of two such numbers fit int64 arithmetic.
func (x Number) IsSmall() bool {
	const limit = 1 << 31
	return x.big == nil && x.num > -limit && x.num < limit && x.den < limit
}

// Digits returns about how many decimal digits writing the number as a
// fraction takes; it grows with the number's size in memory.
func (x Number) Digits() int {
	const digitsPerBit = 0.30103
	if x.big == nil {
		return int(float64(bits.Len64(uint64(max(x.num, -x.num)))+bits.Len64(uint64(x.den))) * digitsPerBit)
	}
	return int(float64(x.big.Num().BitLen()+x.big.Denom().BitLen()) * digitsPerBit)
}

// Float64 returns the double nearest to the number, ties to even; ±Inf if it
// is too large.
func (x Number) Float64() float64 {
	const exact = 1 << 53 // integers up to here are doubles, and one division rounds once
	if x.big == nil && -exact <= x.num && x.num <= exact && x.den <= exact {
		return float64(x.num) / float64(x.denominator())
	}
	f, _ := x.rat().Float64()
	return f
}

// Hash returns a hash of value and mark that is the same in every run.
func (x Number) Hash() uint64 {
	h := fnvOffset
	if x.decimal {
		h = mix(h, 1)
	}
	if x.big == nil {
		return mix(mix(h, uint64(x.num)), uint64(x.denominator()))
	}
	h = mix(h, uint64(x.big.Sign()+1))
	for _, w := range x.big.Num().Bits() {
		h = mix(h, uint64(w))
	}
	h = mix(h, fnvOffset) // separates numerator from denominator
	for _, w := range x.big.Denom().Bits() {
		h = mix(h, uint64(w))
	}
	return h
}
