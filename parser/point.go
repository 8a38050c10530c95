package parser

import (
	"slices"
	"strconv"
	"strings"

	"github.com/gradcmp/gradcmp/expr"
)

// Assignment is a coordinate of a point: a name and its value, a constant
// expression or an array of them.
type Assignment struct {
	Name  string
	Value expr.Array
	Span  Span // of the name in the text
}

// ParsePoint reads a point, such as "x1=2,x2=pi/4" or "x=[1,2]; W=[[1,2],[3,4]]",
// its assignments separated by commas, semicolons or newlines, and builds the
// values in g. The values are constant expressions; names in them other than
// those of constants are refused, and so is a name that is assigned twice. An
// empty text is a point without coordinates. An error is an [*Error].
func ParsePoint(g *expr.Graph, text string, opts Options) ([]Assignment, error) {
	opts = opts.limits()
	opts.Shapes = nil // no name of a point is known inside it
	tree, err := read(text, opts, (*grammar).assignments)
	if err != nil {
		return nil, err
	}
	l := newLowering(g, tree, opts)
	l.constant = true
	point := make([]Assignment, 0, len(tree.statements))
	first := make(map[string]Span, len(tree.statements))
	for i := range tree.statements {
		s := &tree.statements[i]
		a := Assignment{Name: l.nameAt(s.name), Span: tree.tokenSpan(s.name)}
		if at, ok := first[a.Name]; ok {
			return nil, tree.errorf(a.Span, "%s has a value already, at %s", quote(a.Name), tree.position(at.Start))
		}
		first[a.Name] = a.Span
		if a.Value, err = l.value(s); err != nil {
			return nil, err
		}
		point = append(point, a)
	}
	return point, nil
}

// Ref is a name in a list of names, or an element of what it names.
type Ref struct {
	Name    string
	Indices []int // of the element; nil for the whole
	Span    Span  // in the text
}

// String writes the reference as the element's variable is called, such as
// "x" or "W[0,1]".
func (r Ref) String() string {
	if r.Indices == nil {
		return r.Name
	}
	indices := make([]string, len(r.Indices))
	for i, n := range r.Indices {
		indices[i] = strconv.Itoa(n)
	}
	return r.Name + "[" + strings.Join(indices, ",") + "]"
}

// ParseNames reads a list of names and elements, such as "x1,x[2],W[0,1]",
// separated by commas, semicolons or newlines. A name or element that is
// listed twice is refused. An error is an [*Error].
func ParseNames(text string, opts Options) ([]Ref, error) {
	tree, err := read(text, opts.limits(), (*grammar).references)
	if err != nil {
		return nil, err
	}
	refs := make([]Ref, 0, len(tree.statements))
	seen := make(map[string]bool, len(tree.statements))
	for _, s := range tree.statements {
		r := Ref{foldName(tree.tokenText(s.name)), slices.Clone(s.indices), s.span}
		if seen[r.String()] {
			return nil, tree.errorf(r.Span, "%s is listed twice", quote(r.String()))
		}
		seen[r.String()] = true
		refs = append(refs, r)
	}
	return refs, nil
}
