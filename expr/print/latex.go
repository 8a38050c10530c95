package print

import (
	"strings"
	"unicode/utf8"

	"github.com/gradcmp/gradcmp/expr"
)

// newLaTeX writes for LaTeX's mathematics mode; amsmath is needed for cases,
// bmatrix and \operatorname. Factors stand next to each other with a thin
// space between them, and with a dot before a digit or a fraction.
func newLaTeX() *notation {
	n := newText()
	n.name = "latex"
	n.parentheses = [2]string{`\left(`, `\right)`}
	n.ops[expr.OpMul].sep = `\,`
	n.ops[expr.OpMul].dot = ` \cdot `
	n.ops[expr.OpDiv] = layout{open: `\frac{`, sep: `}{`, end: `}`, level: power}
	n.ops[expr.OpPow] = layout{sep: `^{`, end: `}`, level: power, first: atom}
	n.ops[expr.OpSelect] = layout{
		open: `\begin{cases}`, end: ` & \text{otherwise}\end{cases}`,
		order: []int{1, 0, 2}, seps: []string{` & \text{if } `, ` \\ `}, level: comparison,
	}
	signs := [...]string{
		expr.Less: "<", expr.LessEqual: `\le`, expr.Greater: ">", expr.GreaterEqual: `\ge`,
		expr.Equal: "=", expr.NotEqual: `\ne`,
	}
	n.relations = relationLayouts(func(r expr.Relation) string { return signs[r] })
	n.calls = callLayouts(func(fn expr.FuncInfo) string { return fn.LaTeX })
	n.vector = layout{open: `\begin{bmatrix}`, sep: ` \\ `, end: `\end{bmatrix}`}
	n.row = layout{sep: " & "}
	n.matrix = n.vector
	n.variable = latexName
	n.scientific = func(mantissa, exponent string) string {
		return tenTo(mantissa, ` \cdot `, "10^{"+exponent+"}")
	}
	return n
}

var latexEscapes = strings.NewReplacer("_", `\_`, "#", `\#`, "$", `\$`, "%", `\%`, "&", `\&`,
	"{", `\{`, "}", `\}`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`, `\`, `\textbackslash{}`)

// latexName writes x1 and x[1] as x_{1}, alpha and α as \alpha, and a name of
// several letters upright.
func latexName(name string) string {
	stem, digits, index := splitName(name)
	if spelling, ok := greekNames[stem]; ok {
		stem = spelling
	}
	switch {
	case greekLetters[stem] != "":
		stem = `\` + stem
	case utf8.RuneCountInString(stem) > 1:
		stem = `\mathrm{` + latexEscapes.Replace(stem) + `}`
	default:
		stem = latexEscapes.Replace(stem)
	}
	switch {
	case digits == "" && index == "":
		return stem
	case digits != "" && index != "":
		digits += ","
	}
	return stem + "_{" + digits + index + "}"
}
