package print

import (
	"strings"

	"github.com/gradcmp/gradcmp/expr"
)

// ArrayString writes an array in the style s: a scalar as its element, a
// vector as [a, b] and a matrix as [[a, b], [c, d]]; in LaTeX as a column and
// as rows between brackets.
func ArrayString(s Style, a expr.Array) string {
	n := s.notation()
	var b strings.Builder
	switch len(a.Shape) {
	case 0:
		return Sprint(s, a.Elems[0])
	case 1:
		writeList(&b, s, &n.vector, a.Elems)
	default:
		b.WriteString(n.matrix.open)
		rows, columns := a.Shape[0], a.Shape[1:].Size()
		for i := range rows {
			if i > 0 {
				b.WriteString(n.matrix.sep)
			}
			writeList(&b, s, &n.row, a.Elems[i*columns:(i+1)*columns])
		}
		b.WriteString(n.matrix.end)
	}
	return b.String()
}

func writeList(b *strings.Builder, s Style, l *layout, elems []expr.Expr) {
	b.WriteString(l.open)
	for i, x := range elems {
		if i > 0 {
			b.WriteString(l.sep)
		}
		_ = Fprint(b, s, x) // a strings.Builder never fails
	}
	b.WriteString(l.end)
}
