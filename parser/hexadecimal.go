package parser

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/gradcmp/gradcmp/expr"
)

// hexadecimalLength returns the length of the hexadecimal floating-point number
// that text starts with, as C and Go write it: 0x1.8p+01, with an exponent of 2 in
// decimal, which is never left out; 0 if there is none. It is how a double is
// written exactly.
func hexadecimalLength(text string) int {
	if len(text) < 2 || text[0] != '0' || text[1]|' ' != 'x' {
		return 0
	}
	n := 2 + lengthOf(text[2:], isHexDigit)
	digits := n - 2
	if n < len(text) && text[n] == '.' {
		fraction := lengthOf(text[n+1:], isHexDigit)
		digits += fraction
		n += 1 + fraction
	}
	if digits == 0 || n == len(text) || text[n]|' ' != 'p' {
		return 0
	}
	n++
	if n < len(text) && (text[n] == '+' || text[n] == '-') {
		n++
	}
	exponent := lengthOf(text[n:], isDigit)
	if exponent == 0 {
		return 0
	}
	return n + exponent
}

func isHexDigit(c byte) bool { return isDigit(c) || 'a' <= c|' ' && c|' ' <= 'f' }

// hexadecimal lowers a hexadecimal number to its exact value. It must lie in the
// range of doubles, which bounds what its exponent asks for.
func (l *lowering) hexadecimal(text string, op operation) (expr.Array, error) {
	x, err := strconv.ParseFloat(text, 64)
	mantissa := text[len("0x"):strings.IndexAny(text, "pP")]
	if err != nil || x == 0 && strings.Trim(mantissa, "0.") != "" {
		return expr.Array{}, l.errorf(op.span(), "a hexadecimal number is in the range of doubles")
	}
	if x == 0 {
		return l.scalar(l.g.Int(0)), nil
	}
	exact, ok := new(big.Rat).SetString(text)
	if !ok || len(text) > l.MaxDigits {
		return expr.Array{}, l.errorf(op.span(), "the number has more digits than the limit of %d", l.MaxDigits)
	}
	return l.scalar(l.g.Num(expr.FromRat(exact))), nil
}
