package print

import (
	"fmt"
	"sync"

	"github.com/gradcmp/gradcmp/expr"
)

// Style is a notation for expressions: [Text], [Unicode] or [LaTeX]. Styles
// can be compared. The zero Style is Text.
type Style struct{ index uint8 } // in notations

// The styles. Unicode and LaTeX are for the eye, which sees no difference
// between the variables x1, x_1 and x[1], or between alpha and α.
var (
	Text    = Style{0} // gradcmp's language: 2*x1^2/y, where(x < 0, -x, x)
	Unicode = Style{1} // the signs of mathematics: 2·x₁²/y
	LaTeX   = Style{2} // mathematics mode: \frac{2\,x_{1}^{2}}{y}
)

// ParseStyle returns the style with the given name: "text", "unicode" or
// "latex".
func ParseStyle(name string) (Style, error) {
	for _, s := range []Style{Text, Unicode, LaTeX} {
		if s.String() == name {
			return s, nil
		}
	}
	return Style{}, fmt.Errorf("unknown style %q: the styles are text, unicode and latex", name)
}

// String returns the style's name.
func (s Style) String() string { return s.notation().name }

// notations are made when they are first used: a command that prints in one
// style need not wait for the others.
var notations = [...]func() *notation{
	sync.OnceValue(newText), sync.OnceValue(newUnicode), sync.OnceValue(newLaTeX),
}

func (s Style) notation() *notation { return notations[s.index]() }

// level says how tightly a written form holds together. A form stands bare
// where its level is at least what its place asks for, and in parentheses
// otherwise.
type level uint8

// The levels, from the loosest. That a sum is looser than a difference, and a
// product than a quotient, is what tells a + b - c, the difference of a sum,
// from (a + b) + c, the sum of a sum.
const (
	anything level = iota
	comparison
	sum
	difference
	negation
	product
	quotient
	power
	atom
)

// layout says how a node is written around its arguments.
type layout struct {
	open, sep, end string
	level          level // of the whole
	first, rest    level // asked of the first argument, and of the others

	// dot takes the place of sep before a factor that begins with a digit or
	// is a fraction, in a notation that multiplies by juxtaposition.
	dot string
	// raised says that the second argument is a small integer, written in
	// superscript digits.
	raised bool
	// order and seps are for forms that name their arguments in another order
	// or separate them in several ways; nil for all others.
	order []int
	seps  []string
}

// notation is what a style consists of.
type notation struct {
	name        string
	parentheses [2]string
	ops         [expr.OpSelect + 1]layout
	relations   [expr.NotEqual + 1]layout
	calls       []layout // by expr.Func
	raised      *layout  // of a power with a small integer exponent, or nil
	vector      layout
	row, matrix layout // a matrix is written as a vector of rows

	// variable spells a variable's name; nil leaves it as it is.
	variable func(name string) string
	// scientific writes a decimal with an exponent of ten; nil leaves 1.5e-7.
	scientific func(mantissa, exponent string) string
}

// layout returns how x, which is no leaf, is written.
func (n *notation) layout(x expr.Expr) *layout {
	switch x.Op() {
	case expr.OpCall:
		return &n.calls[x.Func()]
	case expr.OpCmp:
		return &n.relations[x.Relation()]
	case expr.OpPow:
		if _, ok := smallExponent(x.Arg(1)); ok && n.raised != nil {
			return n.raised
		}
	}
	return &n.ops[x.Op()]
}

// separator returns what stands before x, the argument in the given place.
func (l *layout) separator(place int, x expr.Expr) string {
	switch {
	case l.seps != nil:
		return l.seps[place-1]
	case l.dot != "" && beginsWithNumeral(x):
		return l.dot
	}
	return l.sep
}

// beginsWithNumeral reports whether x, written without parentheses, begins
// with a digit or is a fraction.
func beginsWithNumeral(x expr.Expr) bool {
	if x.Op() == expr.OpPow {
		x = x.Arg(0)
	}
	return x.Op() == expr.OpNum || x.Op() == expr.OpDiv
}
