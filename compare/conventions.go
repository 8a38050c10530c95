package compare

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/gradcmp/gradcmp/autodiff/reverse"
	"github.com/gradcmp/gradcmp/expr"
)

// noteConventions says what each convention gives for the derivative of output i
// by variable j at a kink or tie, by reverse mode, where they differ. The kinks of
// functions that are defined in the language are not looked at: they are lowered
// under one convention.
func (r *run) noteConventions(p *Partial, edges []edge, i, j int) {
	g := r.outputs[i].Graph()
	lowered := func(e edge) bool { return e.kind != convention || g.At(e.node).Op() == expr.OpSelect }
	if r.truth == nil || r.plain || r.rows != nil || slices.ContainsFunc(edges, lowered) {
		return
	}
	var texts []string
	by := map[string][]string{}
	for _, c := range expr.Conventions() {
		slope, err := r.slopeBy(c, i, j)
		if err != nil {
			return
		}
		text := "none"
		if !math.IsNaN(slope) {
			text = strconv.FormatFloat(slope+0, 'g', -1, 64) // 0 for -0
		}
		if by[text] == nil {
			texts = append(texts, text)
		}
		by[text] = append(by[text], c.String())
	}
	if some := slices.DeleteFunc(slices.Clone(texts), func(text string) bool { return text == "none" }); len(some) < 2 {
		return
	}
	for k, text := range texts {
		texts[k] = text + " (" + strings.Join(by[text], ", ") + ")"
	}
	p.Notes = append(p.Notes, r.tied(edges)+"by convention: "+strings.Join(texts, ", "))
}

// tied names the arguments that tie, "" if none do.
func (r *run) tied(edges []edge) string {
	for _, e := range edges {
		x := r.F.Elems[0].Graph().At(e.node)
		if x.Func().Info().Edge != expr.KinkAtTie {
			continue
		}
		var names []string
		for _, a := range x.Args() {
			if r.values.value(a) == r.values.value(x) {
				names = append(names, subexpression(a))
			}
		}
		return and(names) + " tie; "
	}
	return ""
}

// slopeBy returns a derivative by reverse mode under a convention.
func (r *run) slopeBy(c expr.Convention, i, j int) (float64, error) {
	s, err := reverse.New(r.tape, r.Tables.Kernels, reverse.StandardRules(c))
	if err != nil {
		return 0, err
	}
	grad := make([]float64, len(r.inputs))
	s.Gradient(r.at, i, grad)
	return grad[r.wrtColumns()[j]], nil
}
