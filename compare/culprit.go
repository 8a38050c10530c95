package compare

import (
	"strings"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
)

// culprit says which subexpression of f first gives NaN or an infinity from
// finite arguments, where it stands, and what it received: "log(x) at 1:5 is NaN
// for x = -1"; "" if there is none.
func (r *run) culprit(f expr.Expr) string { return r.firstIn(r.values, f) }

// firstIn is [run.culprit] for a formula with the values of its nodes.
func (r *run) firstIn(e *evaluation, f expr.Expr) string {
	for _, id := range e.live(f) {
		x := f.Graph().At(id)
		args := e.args(x)
		if isFinite(e.value(x)) || len(args) == 0 || anyNonFinite(args) {
			continue
		}
		text := subexpression(x) + r.place(id)
		received := make([]string, len(args))
		for i, a := range args {
			received[i] = spell(a)
		}
		return text + " is " + spell(e.value(x)) + ", having received " + strings.Join(received, ", ")
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
