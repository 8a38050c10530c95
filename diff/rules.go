package diff

import (
	"fmt"
	"sync"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// Rules is a table of symbolic derivative rules. It is safe for concurrent
// use. Rule texts are parsed when they are first needed.
type Rules struct {
	rows      map[key]Rule
	templates sync.Map // of templateKey to *template
}

// key names an operation, or a function if op is OpCall.
type key struct {
	op expr.Op
	fn expr.Func
}

type templateKey struct {
	text  string
	arity int
}

// StandardRules returns the standard table under a convention for kinks and
// ties.
func StandardRules(c expr.Convention) *Rules { return new(Rules).With(handbook...).With(kinks(c)...) }

// With returns a copy of the table in which the given rules replace those for
// the same operations and functions.
func (r *Rules) With(rules ...Rule) *Rules {
	out := &Rules{rows: make(map[key]Rule, len(r.rows)+len(rules))}
	for k, row := range r.rows {
		out.rows[k] = row
	}
	for _, row := range rules {
		out.rows[keyOf(row.Op, row.Func)] = row
	}
	return out
}

// Guarded returns a copy of the table whose formulas hold at points where those
// of the handbook have no value, at the price of being longer: the derivatives
// of x^y at x = 0.
func (r *Rules) Guarded() *Rules {
	out := r.With()
	for k, row := range out.rows {
		if row.Guarded != nil {
			row.Partials = row.Guarded
			out.rows[k] = row
		}
	}
	return out
}

// Lookup returns the rule for a function, for display.
func (r *Rules) Lookup(fn expr.Func) (Rule, bool) {
	row, ok := r.rows[key{expr.OpCall, fn}]
	return row, ok
}

func keyOf(op expr.Op, fn expr.Func) key {
	if op != expr.OpCall {
		fn = 0
	}
	return key{op, fn}
}

// texts returns the rule texts for the arguments of x: one for each argument,
// or one for all of them.
func (r *Rules) texts(x expr.Expr) ([]string, error) {
	row, ok := r.rows[keyOf(x.Op(), x.Func())]
	switch {
	case !ok:
		return nil, fmt.Errorf("no symbolic derivative rule for %s", described(x))
	case row.Pair != "" && x.NumArgs() == 2:
		return []string{row.Pair}, nil
	case row.Each != "":
		return []string{row.Each}, nil
	case row.OfZero != nil && isZero(x.Arg(0)):
		return row.OfZero, nil
	case len(row.Partials) != x.NumArgs():
		return nil, fmt.Errorf("the symbolic derivative rule for %s has %d partials for %d arguments",
			described(x), len(row.Partials), x.NumArgs())
	}
	return row.Partials, nil
}

func isZero(x expr.Expr) bool {
	n, ok := x.Number()
	return ok && n.IsZero()
}

// described names the operation of x in a message.
func described(x expr.Expr) string {
	if x.Op() == expr.OpCall {
		return x.Func().Name()
	}
	return "a " + x.Op().String()
}

// template is a parsed rule text. It is immutable.
type template struct {
	ids      []expr.ID // of all nodes needed, in order
	graph    *expr.Graph
	result   expr.Expr
	params   map[expr.ID]param // the variable nodes
	onItself expr.Memo[bool]   // whether a node depends on x
}

// param says what a variable of a rule text stands for.
type param struct {
	role role
	arg  int // which argument, for roles argument and element
}

type role uint8

const (
	itself   role = iota // x: the argument that the partial is for
	value                // f: the value of the operation
	argument             // x, y or z: an argument by position
	other                // y of a pair: the other argument
	element              // X[i]: argument i of a function of any number
)

// template returns the parsed text for an operation with the given number of
// arguments. each tells a rule for each of any number of arguments, called x,
// from the rules of fixed arity, where x, y and z are the first, second and
// third argument.
func (r *Rules) template(text string, arity int, each bool) (*template, error) {
	k := templateKey{text, arity}
	if t, ok := r.templates.Load(k); ok {
		return t.(*template), nil
	}
	roles := map[string]param{"f": {role: value}, "x": {argument, 0}, "y": {argument, 1}, "z": {argument, 2}}
	shapes := map[string]expr.Shape{"f": nil, "x": nil, "y": nil, "z": nil}
	if each {
		roles = map[string]param{"f": {role: value}, "x": {role: itself}, "y": {role: other}}
		shapes["X"] = expr.Shape{arity}
		for i := range arity {
			roles["X"+shapes["X"].Index(i)] = param{element, i}
		}
	}
	result, err := parser.Parse(text, parser.Options{Shapes: shapes})
	if err != nil {
		return nil, fmt.Errorf("symbolic derivative rule %q: %w", text, err)
	}
	if len(result.Value.Shape) > 0 {
		return nil, fmt.Errorf("symbolic derivative rule %q: a %s in place of a scalar", text, result.Value.Shape)
	}
	root := result.Value.Elems[0]
	t := &template{ids: expr.Reach(root), graph: result.Graph, result: root, params: map[expr.ID]param{}}
	var own []expr.Expr
	for _, v := range expr.Vars(root) {
		p, ok := roles[v.Name()]
		if !ok {
			return nil, fmt.Errorf("symbolic derivative rule %q: unknown name %s", text, v.Name())
		}
		t.params[v.ID()] = p
		if p.role == itself || p.role == other {
			own = append(own, v)
		}
	}
	t.onItself = expr.Depends(t.graph, t.ids, own)
	actual, _ := r.templates.LoadOrStore(k, t)
	return actual.(*template), nil
}
