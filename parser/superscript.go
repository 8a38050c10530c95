package parser

import (
	"strconv"
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/gradcmp/gradcmp/expr"
)

// plain writes superscripts as the characters that they raise.
var plain = strings.NewReplacer("⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8",
	"⁹", "9", "⁻", "-", "⁺", "+")

func isSuperscript(r rune) bool { return strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", r) }

// superscript reads an integer in superscript, such as the exponents of x²
// and x⁻¹.
func (s *scanner) superscript() lexer.Token {
	length, digits := 0, 0
	for i, r := range s.text[s.pos:] {
		sign := r == '⁻' || r == '⁺'
		if !isSuperscript(r) || sign && i > 0 {
			break
		}
		length = i + len(string(r))
		if !sign {
			digits++
		}
	}
	if digits == 0 {
		return s.invalid(length, "the exponent has no digits; write a number, as in x⁻¹ or x^(-1)")
	}
	return s.token(tokSuper, length)
}

// superscript lowers a superscript to the number that it writes; a negative
// one is the negation of a number, as in x^(-1).
func (l *lowering) superscript(op operation) (expr.Array, error) {
	digits, negative := strings.CutPrefix(plain.Replace(l.tokenText(int(op.token))), "-")
	n, err := strconv.ParseInt(strings.TrimPrefix(digits, "+"), 10, 64)
	if err != nil {
		return expr.Array{}, l.errorf(op.span(), "the exponent has more digits than a superscript can have; write x^(…)")
	}
	x := l.g.Int(n)
	if negative {
		x = l.g.Neg(x)
	}
	return l.scalar(x), nil
}
