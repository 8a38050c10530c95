package compare

import (
	"strings"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
)

// noteCulprit says which subexpression of f, whose nodes have the given values,
// first gives NaN or an infinity from finite arguments, where it stands, and what
// it received: "log(x) at 1:5 is NaN, having received -1".
func (r *run) noteCulprit(p *Partial, e *evaluation, f expr.Expr) {
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
		p.Notes = append(p.Notes, text+" is "+spell(e.value(x))+", having received "+strings.Join(received, ", "))
		r.show(p, id)
		return
	}
}

// show puts the place of the operation to blame into a partial.
func (r *run) show(p *Partial, id expr.ID) {
	if r.Excerpt != nil && p.Line == "" {
		p.Line, p.Marks = r.Excerpt(id)
	}
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
