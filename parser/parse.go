package parser

import "github.com/gradcmp/gradcmp/expr"

// Result is what a program means: the expressions it builds in a graph.
type Result struct {
	Graph *expr.Graph
	Value expr.Array // the last expression
	// Vars are the free variables that occur in the source or are declared,
	// in the order of their first appearance.
	Vars        []expr.Variable
	Definitions []Definition // of values, in the order of the source

	source source
	places []place
	knees  map[expr.ID]string
}

// Definition is a named expression of a program.
type Definition struct {
	Name  string
	Value expr.Array
}

// Parse reads a program into a new graph. An error is an [*Error], the first
// that is found: of the syntax before that of names and shapes, each in the
// order of the source.
func Parse(src string, opts Options) (*Result, error) {
	return ParseInto(expr.NewGraph(), src, opts)
}

// ParseInto is [Parse] into the graph g, so that several formulas can share
// one. After an error g may hold nodes of the formula that failed; they do no
// harm.
func ParseInto(g *expr.Graph, src string, opts Options) (*Result, error) {
	opts = opts.limits()
	tree, err := read(src, opts, (*grammar).program)
	if err != nil {
		return nil, err
	}
	l := newLowering(g, tree, opts)
	if err := l.collect(); err != nil {
		return nil, err
	}
	r := &Result{Graph: g, source: tree.source}
	for i := range tree.statements {
		s := &tree.statements[i]
		switch s.form {
		case formFunction:
		case formDeclaration:
			err = l.declare(s)
		default:
			r.Value, err = l.value(s)
		}
		if err == nil && s.form == formDefinition {
			err = l.define(s, r.Value)
			r.Definitions = append(r.Definitions, Definition{l.nameAt(s.name), r.Value})
		}
		if err != nil {
			return nil, err
		}
	}
	r.Vars, r.places, r.knees = l.vars, l.places, l.knees
	return r, nil
}

// Knee returns the name of the function whose kink the node with the given id
// chooses a piece at, such as clamp; "" if the node is not of that kind. Which
// piece holds the kink is a matter of [Options.Convention].
func (r *Result) Knee(id expr.ID) string { return r.knees[id] }

// place says which nodes a piece of the source made or used: those from first
// up to but not including last.
type place struct {
	first, last expr.ID
	start, end  uint32
}

// Places returns where in the source the node with the given id was made or
// is used, in the order of reading; none for a node that the program does not
// contain.
func (r *Result) Places(id expr.ID) []Span {
	var spans []Span
	for _, p := range r.places {
		if p.first <= id && id < p.last {
			spans = append(spans, Span{int(p.start), int(p.end)})
		}
	}
	return spans
}

// Errorf returns an error at a place in the source of the program, for what
// is found wrong with it later.
func (r *Result) Errorf(at Span, format string, args ...any) error {
	return r.source.errorf(at, format, args...)
}
