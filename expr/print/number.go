package print

import (
	"strconv"
	"strings"

	"github.com/gradcmp/gradcmp/expr"
)

// number writes a number and says how tightly it holds together: a negative
// number is written, and read, as a negation, a fraction as a quotient.
func (n *notation) number(x expr.Number) (string, level) {
	text, negative := strings.CutPrefix(x.String(), "-")
	at := atom
	if num, den, ok := strings.Cut(text, "/"); ok {
		div := &n.ops[expr.OpDiv]
		text, at = div.open+num+div.sep+den+div.end, div.level
	} else if mantissa, exponent, ok := strings.Cut(text, "e"); ok && n.scientific != nil {
		text, at = n.scientific(mantissa, exponent), quotient
	}
	if negative {
		text, at = n.ops[expr.OpNeg].open+text, negation
	}
	return text, at
}

// tenTo joins a mantissa to a power of ten, leaving out a mantissa of 1.
func tenTo(mantissa, times, power string) string {
	if mantissa == "1" {
		return power
	}
	return mantissa + times + power
}

// smallExponent returns x as superscript digits if it is an integer of at most
// three digits or the negation of one.
func smallExponent(x expr.Expr) (string, bool) {
	sign := int64(1)
	if x.Op() == expr.OpNeg {
		sign, x = -1, x.Arg(0)
	}
	v, isNumber := x.Number()
	i, isInt := v.Int64()
	if !isNumber || !isInt || v.IsDecimal() || i <= -1000 || i >= 1000 || sign < 0 && i < 0 {
		return "", false
	}
	return superscripts.Replace(strconv.FormatInt(sign*i, 10)), true
}
