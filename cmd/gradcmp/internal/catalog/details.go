package catalog

import (
	"fmt"
	"slices"
	"strings"
)

// detail is something about a function, with a label and in paragraphs.
type detail struct {
	label string
	prose bool // not code
	texts []string
}

// details lists everything about a function but what is empty; its call comes
// first.
func (e *Entry) details() []detail {
	list := []detail{
		{"function", false, []string{e.Usage}},
		{"aliases", false, []string{strings.Join(e.Aliases, ", ")}},
		{"meaning", true, []string{e.Meaning}},
		{"note", true, []string{e.Note}},
		{"definition", false, []string{e.Definition}},
		{"domain", true, e.domain()},
		{"derivative", false, e.equations()},
		{e.Edge.label(), true, e.Edge.sentences()},
		{"accuracy", true, []string{e.accuracy()}},
		{"PyTorch", false, []string{e.Torch}},
		{"JAX", false, []string{e.JAX}},
		{"NumPy", false, []string{e.NumPy}},
		{"SymPy", false, []string{e.SymPy}},
		{"Unicode", false, []string{e.Unicode}},
		{"LaTeX", false, []string{e.LaTeX}},
		{"example", false, []string{e.Example.String()}},
	}
	return slices.DeleteFunc(list, func(d detail) bool { return strings.Join(d.texts, "") == "" })
}

// domain says where a built-in function of arguments is defined and where its
// derivative is infinite.
func (e *Entry) domain() []string {
	if e.ULP == nil || len(e.Derivative) == 0 {
		return nil
	}
	texts := []string{"everywhere"}
	if e.Domain != "" {
		texts[0] = e.Domain
	}
	if e.Poles != "" {
		texts = append(texts, "poles at "+e.Poles)
	}
	if len(e.Infinite) > 0 {
		points := make([]string, len(e.Infinite))
		for i, x := range e.Infinite {
			points[i] = jsonNumber(x).String()
		}
		texts = append(texts, "the derivative is infinite at "+strings.Join(points, " and "))
	}
	return texts
}

// accuracy says how far values of a built-in function may be off.
func (e *Entry) accuracy() string {
	if e.ULP == nil {
		return ""
	}
	text := fmt.Sprintf("within %v ulp", *e.ULP)
	switch *e.ULP {
	case 0:
		text = "exact"
	case 0.5:
		text = "within 0.5 ulp: correctly rounded"
	}
	if e.Accuracy != "" {
		text += ", except " + e.Accuracy
	}
	return text
}
