package print

import (
	"strings"

	"github.com/gradcmp/gradcmp/expr"
)

// The precedence of the language, in layouts. A sum that begins with another
// sum keeps its parentheses, for a + b + c is one sum of three terms; the
// same holds for products. A negated term or factor stands bare only where
// nothing stands before it and the minus sign reaches no further than it
// should: -a + b, but a + (-b) and (-a)*b.
func newText() *notation {
	return &notation{
		name:        "text",
		parentheses: [2]string{"(", ")"},
		ops: [...]layout{
			expr.OpNeg:    {open: "-", level: negation, first: product},
			expr.OpAdd:    {sep: " + ", level: sum, first: difference, rest: product},
			expr.OpSub:    {sep: " - ", level: difference, first: sum, rest: product},
			expr.OpMul:    {sep: "*", level: product, first: quotient, rest: power},
			expr.OpDiv:    {sep: "/", level: quotient, first: product, rest: power},
			expr.OpPow:    {sep: "^", level: power, first: atom, rest: power},
			expr.OpSelect: {open: "where(", sep: ", ", end: ")", level: atom},
		},
		relations: relationLayouts(expr.Relation.String),
		calls: callLayouts(func(fn expr.FuncInfo) string {
			return enclosing(fn.Name, fn)
		}),
		vector: layout{open: "[", sep: ", ", end: "]"},
		row:    layout{open: "[", sep: ", ", end: "]"},
		matrix: layout{open: "[", sep: ", ", end: "]"},
	}
}

// relationLayouts returns the layouts of comparisons, given the signs.
func relationLayouts(sign func(expr.Relation) string) (layouts [expr.NotEqual + 1]layout) {
	for r := range layouts {
		layouts[r] = layout{sep: " " + sign(expr.Relation(r)) + " ", level: comparison, first: sum, rest: sum}
	}
	return layouts
}

// callLayouts returns the layouts of calls, given for each function how it is
// written, with # for the arguments. A form that ends in an exponent holds
// together like a power, any other like an atom: the arguments of all are
// enclosed by something.
func callLayouts(form func(expr.FuncInfo) string) []layout {
	fns := expr.Funcs()
	layouts := make([]layout, len(fns))
	for _, fn := range fns {
		open, end, _ := strings.Cut(form(fn.Info()), "#")
		l := layout{open: open, sep: ", ", end: end, level: atom}
		if strings.Contains(open, "^") {
			l.level = power
		}
		layouts[fn] = l
	}
	return layouts
}

// enclosing writes a function as its name with the arguments in parentheses,
// or as its name alone if it takes none.
func enclosing(name string, fn expr.FuncInfo) string {
	if fn.MaxArgs == 0 {
		return name
	}
	return name + "(#)"
}
