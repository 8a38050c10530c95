package stable

import "github.com/gradcmp/gradcmp/expr"

// instance returns a side of a rule with its holes filled.
func (m *matcher) instance(side expr.Expr) expr.Expr {
	return m.fill(side, func(x expr.Expr) expr.Expr { return x })
}

// tidyInstance is instance with the arithmetic of the rule done where that
// makes it smaller: (a - b)/2 with x + 1 for a and x for b is 1/2.
func (m *matcher) tidyInstance(side expr.Expr) expr.Expr { return m.fill(side, tidy) }

// fill builds a side of a rule, passing what it builds, but not what the
// holes stand for, through finish.
func (m *matcher) fill(side expr.Expr, finish func(expr.Expr) expr.Expr) expr.Expr {
	ids := expr.Reach(side)
	image := expr.NewMemo[[]expr.Expr](ids)
	for _, id := range ids {
		t := side.Graph().At(id)
		if t.Op() == expr.OpVar {
			*image.At(id) = m.bound[t.Name()]
			continue
		}
		var args []expr.Expr
		for _, a := range t.ArgIDs() {
			args = append(args, *image.At(a)...)
		}
		x := build(m.g, t, args)
		*image.At(id) = []expr.Expr{finish(x)}
	}
	return (*image.At(side.ID()))[0]
}
