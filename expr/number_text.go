package expr

import (
	"errors"
	"math/big"
	"strconv"
	"strings"
)

// ErrTooLong is returned by [ParseNumber] for a number of more digits than
// the limit allows.
var ErrTooLong = errors.New("the number has too many digits")

// ParseNumber reads an unsigned number: digits with an optional point and an
// optional exponent, such as 12, 0.5, .5, 2. or 1.5e-7. The value is exact. A
// number with a point or an exponent is marked as a decimal. A number that
// would take more than maxDigits digits to write without an exponent is
// refused with [ErrTooLong].
func ParseNumber(text string, maxDigits int) (Number, error) {
	mantissa, exponent, scientific := text, "0", false
	if i := strings.IndexAny(text, "eE"); i >= 0 {
		mantissa, exponent, scientific = text[:i], text[i+1:], true
	}
	whole, fraction, point := strings.Cut(mantissa, ".")
	shift, err := strconv.Atoi(exponent)
	if !isDigits(whole+fraction) || errors.Is(err, strconv.ErrSyntax) {
		return Number{}, errors.New("not a number: " + text)
	}
	fraction = strings.TrimRight(fraction, "0")
	digits := strings.TrimLeft(whole+fraction, "0")
	if len(digits) > maxDigits || shift > 2*maxDigits || shift < -2*maxDigits {
		return Number{}, ErrTooLong
	}
	shift -= len(fraction)
	if len(digits)+shift > maxDigits || -shift > maxDigits {
		return Number{}, ErrTooLong
	}
	if digits == "" {
		digits = "0"
	}
	decimal := point || scientific
	const surelyInt64 = 18
	if shift == 0 && len(digits) <= surelyInt64 {
		n, _ := strconv.ParseInt(digits, 10, 64)
		return Number{num: n, decimal: decimal}, nil
	}
	n, _ := new(big.Int).SetString(digits, 10)
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(shift, -shift))), nil)
	r := new(big.Rat)
	if shift < 0 {
		r.SetFrac(n, scale)
	} else {
		r.SetInt(n.Mul(n, scale))
	}
	return fromRat(r, decimal), nil
}

// isDigits reports whether s consists of one decimal digit or more.
func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// String writes the number in the language: an integer, a fraction such as
// -1/3, or a decimal such as 0.5, 2.0 or 1.5e-7. [ParseNumber] reads an
// integer or a decimal back as the same number.
func (x Number) String() string {
	if x.decimal {
		if s, ok := x.decimalString(); ok {
			return s
		}
	}
	if n, ok := x.Int64(); ok {
		return strconv.FormatInt(n, 10)
	}
	return x.rat().RatString()
}

// decimalString writes the exact decimal expansion, with an exponent where
// that saves a long run of zeros.
func (x Number) decimalString() (string, bool) {
	const fewZeros = 5
	r := x.rat()
	places, finite := decimalPlaces(r.Denom())
	if !finite {
		return "", false
	}
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	scale.Mul(scale, r.Num())
	digits := scale.Quo(scale, r.Denom()).String()
	sign := ""
	if digits[0] == '-' {
		sign, digits = "-", digits[1:]
	}
	significant := strings.TrimRight(digits, "0")
	exponent := len(digits) - places - 1 // of the leading digit
	switch {
	case significant == "":
		return "0.0", true
	case exponent < -fewZeros || exponent >= len(significant)+fewZeros && exponent >= 15:
		s := sign + significant[:1]
		if len(significant) > 1 {
			s += "." + significant[1:]
		}
		return s + "e" + strconv.Itoa(exponent), true
	case exponent < 0:
		return sign + "0." + strings.Repeat("0", -exponent-1) + significant, true
	case places == 0:
		return sign + digits + ".0", true
	}
	return sign + digits[:exponent+1] + "." + digits[exponent+1:], true
}

// decimalPlaces returns how many decimal places a fraction with the positive
// denominator den has, and false if its expansion is not finite.
func decimalPlaces(den *big.Int) (int, bool) {
	twos := int(den.TrailingZeroBits())
	rest := new(big.Int).Rsh(den, uint(twos))
	if rest.BitLen() <= 1 {
		return twos, true
	}
	fives := 0
	// 5^13 fits 32 bits: long powers are divided out in large steps first.
	for _, step := range []struct {
		power int64
		fives int
	}{{1220703125, 13}, {5, 1}} {
		divisor, quotient, remainder := big.NewInt(step.power), new(big.Int), new(big.Int)
		for {
			quotient.QuoRem(rest, divisor, remainder)
			if remainder.Sign() != 0 {
				break
			}
			rest, quotient = quotient, rest
			fives += step.fives
		}
	}
	return max(twos, fives), rest.BitLen() <= 1
}
