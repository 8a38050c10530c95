package compare

import (
	"strings"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
)

// culprit says which subexpression of f first gives NaN or an infinity from
// finite arguments, where it stands, and what it received: "log(x) at 1:5 is NaN
// for x = -1"; "" if there is none.
func (r *run) culprit(f expr.Expr) string {
	for _, id := range r.values.live(f) {
		x := f.Graph().At(id)
		args := r.values.args(x)
		if isFinite(r.values.value(x)) || len(args) == 0 || anyNonFinite(args) {
			continue
		}
		text := subexpression(x)
		if r.Place != nil {
			if place := r.Place(id); place != "" {
				text += " at " + place
			}
		}
		received := make([]string, len(args))
		for i, a := range args {
			received[i] = spell(a)
		}
		return text + " is " + spell(r.values.value(x)) + ", having received " + strings.Join(received, ", ")
	}
	return ""
}

// subexpression writes a short subexpression, and names the operation of a long
// one.
func subexpression(x expr.Expr) string {
	const long = 20
	switch {
	case expr.TreeSize(long+1, x) <= long:
		return print.String(x)
	case x.Op() == expr.OpCall:
		return x.Func().Name() + "(…)"
	}
	return "a " + x.Op().String()
}
