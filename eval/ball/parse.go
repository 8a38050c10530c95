package ball

import (
	"errors"
	"math/big"
	"strconv"
	"strings"
)

var errDecimal = errors.New("not a decimal number")

// mostDecimal is the greatest n with 10^n < 2^MaxExp.
const mostDecimal = 646456992

// Parse returns the ball of a decimal number such as "-12.5" or "1e-400": the
// number itself if it has so many bits, and else the nearest one with the
// rounding error as its radius. Far beyond the exponents of float64 the radius
// may be a little greater. What exceeds the range of exponents, or has more
// digits than the budget has bits for, is [Beyond]; what is below that range is
// a ball around 0.
func (c Context) Parse(text string) (Ball, error) {
	unsigned, negative := strings.CutPrefix(text, "-")
	if !negative {
		unsigned = strings.TrimPrefix(text, "+")
	}
	digits, exp, err := splitDecimal(unsigned)
	if err != nil {
		return Ball{}, err
	}
	if len(digits) > int(c.budget())/3 {
		return None(Beyond), nil
	}
	m, ok := new(big.Int).SetString(digits, 10)
	if !ok {
		return Ball{}, errDecimal
	}
	switch {
	case m.Sign() == 0:
		return Ball{}, nil
	case exp > mostDecimal:
		return None(Beyond), nil
	case exp < -mostDecimal-1-int64(len(digits)):
		return Ball{rad: power(big.MinExp)}, nil // as 10^-(mostDecimal+2) < 2^MinExp
	case negative:
		m.Neg(m)
	}
	return c.decimal(m, exp), nil
}

// decimal returns m*10^exp.
//
// Five to a power is exact up to some thousand bits, and as long as it may
// divide m, so that what has few bits comes out exact and the rest is rounded
// once. Beyond, [Context.PowInt] takes 30 bits more for its steps, of which
// there are fewer than 2^6.
func (c Context) decimal(m *big.Int, exp int64) Ball {
	n := max(exp, -exp)
	var five Ball
	if n <= max(2048, int64(m.BitLen())) {
		five = Exact(new(big.Float).SetInt(new(big.Int).Exp(big.NewInt(5), big.NewInt(n), nil)))
	} else {
		five = c.with(64).PowInt(FromInt(5), n)
	}
	x := Exact(new(big.Float).SetInt(m))
	if exp >= 0 {
		return c.Scale(c.Mul(x, five), int(exp))
	}
	return c.Scale(c.Quo(x, five), int(exp))
}

// splitDecimal reads a decimal number without a sign as the integer digits times 10^exp.
func splitDecimal(text string) (digits string, exp int64, err error) {
	mantissa, exponent, found := text, "", false
	if i := strings.IndexAny(text, "eE"); i >= 0 {
		mantissa, exponent, found = text[:i], text[i+1:], true
	}
	if found {
		// Out of range, ParseInt returns the nearest end of the range.
		exp, err = strconv.ParseInt(exponent, 10, 40)
		if err != nil && !errors.Is(err, strconv.ErrRange) {
			return "", 0, errDecimal
		}
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	digits = whole + fraction
	if digits == "" || strings.Trim(digits, "0123456789") != "" {
		return "", 0, errDecimal
	}
	return digits, exp - int64(len(fraction)), nil
}
