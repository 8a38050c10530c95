package print

import (
	"strings"

	"github.com/gradcmp/gradcmp/expr"
)

// newUnicode is the text notation with the signs of mathematics.
func newUnicode() *notation {
	n := newText()
	n.name = "unicode"
	n.ops[expr.OpNeg].open = "−"
	n.ops[expr.OpSub].sep = " − "
	n.ops[expr.OpMul].sep = "·"
	n.raised = &layout{level: power, first: atom, raised: true}
	signs := [...]string{
		expr.Less: "<", expr.LessEqual: "≤", expr.Greater: ">", expr.GreaterEqual: "≥",
		expr.Equal: "=", expr.NotEqual: "≠",
	}
	n.relations = relationLayouts(func(r expr.Relation) string { return signs[r] })
	n.calls = callLayouts(func(fn expr.FuncInfo) string {
		switch {
		case fn.Unicode == "":
			return enclosing(fn.Name, fn)
		case strings.Contains(fn.Unicode, "#"):
			return fn.Unicode
		}
		return enclosing(fn.Unicode, fn)
	})
	n.variable = unicodeName
	n.scientific = func(mantissa, exponent string) string {
		return tenTo(mantissa, "·", "10"+superscripts.Replace(exponent))
	}
	return n
}

var (
	superscripts = strings.NewReplacer("-", "⁻", "0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴",
		"5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")
	subscripts = strings.NewReplacer("0", "₀", "1", "₁", "2", "₂", "3", "₃", "4", "₄",
		"5", "₅", "6", "₆", "7", "₇", "8", "₈", "9", "₉")
)

// unicodeName writes x1 and x[1] as x₁ and alpha as α. The two indices of a
// matrix element stay in brackets, since there is no subscript comma.
func unicodeName(name string) string {
	stem, digits, index := splitName(name)
	if letter, ok := greekLetters[stem]; ok {
		stem = letter
	}
	switch {
	case index == "":
		return stem + subscripts.Replace(digits)
	case digits == "" && !strings.Contains(index, ","):
		return stem + subscripts.Replace(index)
	}
	return stem + subscripts.Replace(digits) + "[" + index + "]"
}
