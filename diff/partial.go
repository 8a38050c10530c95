package diff

import (
	"fmt"

	"github.com/gradcmp/gradcmp/expr"
)

// partials writes out the partial derivatives of one node with respect to its
// arguments. What a rule for each argument has in common for all arguments,
// such as the number of ties of max, is written out once, so that the work is
// linear in the number of arguments.
type partials struct {
	node   expr.Expr
	texts  []*template // one for each argument, or one for all
	each   bool        // whether the one text stands for each argument
	shared expr.Memo[expr.Expr]
}

func (r *Rules) partials(x expr.Expr) (*partials, error) {
	texts, err := r.texts(x)
	if err != nil {
		return nil, err
	}
	each := r.rows[keyOf(x.Op(), x.Func())].Each != ""
	p := &partials{node: x, each: each, texts: make([]*template, len(texts))}
	for i, text := range texts {
		if text == "" {
			continue
		}
		if p.texts[i], err = r.template(text, x.NumArgs(), each); err != nil {
			return nil, err
		}
	}
	if each {
		p.shared = expr.NewMemo[expr.Expr](p.texts[0].ids)
	}
	return p, nil
}

// argument returns the partial derivative with respect to argument i, and an
// error if there is none.
func (p *partials) argument(i int) (expr.Expr, error) {
	g := p.node.Graph()
	t, image := p.texts[0], p.shared
	if !p.each {
		if t = p.texts[i]; t == nil {
			return expr.Expr{}, fmt.Errorf("%s has no derivative with respect to its argument %d", described(p.node), i+1)
		}
		image = expr.NewMemo[expr.Expr](t.ids)
	}
	var args []expr.Expr
	for _, id := range t.ids {
		if image.At(id).IsValid() && !*t.onItself.At(id) {
			continue
		}
		if param, ok := t.params[id]; ok {
			*image.At(id) = p.bind(param, i)
			continue
		}
		x := t.graph.At(id)
		args = args[:0]
		for _, a := range x.ArgIDs() {
			args = append(args, *image.At(a))
		}
		*image.At(id) = g.With(x, args...)
	}
	return *image.At(t.result.ID()), nil
}

// bind returns what a name in a rule stands for in the partial derivative
// with respect to argument i.
func (p *partials) bind(name param, i int) expr.Expr {
	switch name.role {
	case value:
		return p.node
	case itself:
		return p.node.Arg(i)
	case other:
		return p.node.Arg(1 - i)
	default: // argument, element
		return p.node.Arg(name.arg)
	}
}
