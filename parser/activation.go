package parser

import (
	"strings"

	"github.com/gradcmp/gradcmp/expr"
)

// activation is a run over a piece of syntax: a statement, the body of a
// function for one call of it, or the body of a sum or product for one value
// of its index. The open activations are a stack, as are the values.
type activation struct {
	tree       *syntax
	next, last int       // the nodes yet to be lowered
	function   *function // whose body it is, nil for none
	call       *node     // of the function
	names      []string  // parameters, whose values are on the stack from base on
	base       int       // the height of the stack at the start
	before     int       // the size of the graph at the start

	// of a sum or product
	first   int   // where the body starts
	k, high int64 // the index and its last value
}

// value lowers the expression of a statement.
func (l *lowering) value(s *statement) (expr.Array, error) {
	l.stack, l.operands = l.stack[:0], l.operands[:0]
	l.reserve(l.nodes[s.first:s.last])
	l.active = append(l.active[:0], activation{tree: l.syntax, next: s.first, last: s.last})
	for {
		a := &l.active[len(l.active)-1]
		if a.next < a.last {
			i := a.next
			a.next++
			if err := l.step(i); err != nil {
				return expr.Array{}, err
			}
			continue
		}
		switch {
		case a.function != nil:
			l.leaveFunction()
		case a.first > 0:
			if err := l.nextIndex(a); err != nil {
				return expr.Array{}, err
			}
		default:
			return l.stack[0], nil
		}
	}
}

// elementsPerOperation is what an operation of a body counts as: it takes a
// node, a place and a value, where an element of an array takes a node.
const elementsPerOperation = 4

// step lowers one node, or begins an activation for it.
func (l *lowering) step(i int) error {
	n := &l.nodes[i]
	if len(l.active) > 1 { // a body is lowered more often than it is written
		if l.budget -= elementsPerOperation; l.budget < 0 {
			return l.errorf(n.span(), "the functions, sums and products of this formula write out to more than the limit of %d operations; "+
				"--max-elements raises it", l.MaxElements/elementsPerOperation)
		}
	}
	lower := rules[n.kind]
	switch n.kind {
	case kindNop:
		return nil
	case kindLoop:
		return l.enterLoop(i)
	case kindCall:
		c, err := l.callee(n)
		if err != nil {
			return err
		}
		if c.function != nil {
			return l.enterFunction(c.function, n, i)
		}
		lower = c.rule
	}
	rest := len(l.stack) - arity(n)
	before := l.g.Len()
	v, err := lower(l, operation{n, l.stack[rest:], l.operands[rest:], i})
	if err != nil {
		return err
	}
	l.mark(n, before, v)
	l.replace(rest, v, i)
	return nil
}

// replace puts v, the value of node i, in place of the stack from base on.
func (l *lowering) replace(base int, v expr.Array, i int) {
	l.stack = append(l.stack[:base], v)
	l.operands = append(l.operands[:base], uint32(i))
}

// enterFunction begins the body of a function whose arguments are on the stack.
func (l *lowering) enterFunction(f *function, call *node, i int) error {
	base := len(l.stack) - int(call.count)
	if !f.accepts(int(call.count)) {
		return l.countError(operation{node: call}, f.usage())
	}
	for _, text := range f.defaults[min(int(call.count)-f.required(), len(f.defaults)):] {
		x, err := l.defaultValue(text)
		if err != nil {
			return err
		}
		l.stack = append(l.stack, l.scalar(x))
		l.operands = append(l.operands, uint32(i))
	}
	l.active = append(l.active, activation{
		tree: f.tree, next: f.first, last: f.last, function: f, call: call, names: f.params, base: base, before: l.g.Len(),
	})
	l.syntax = f.tree
	l.calls++
	return nil
}

// defaultValue returns the value of an argument that is left out.
func (l *lowering) defaultValue(text string) (expr.Expr, error) {
	digits, negative := strings.CutPrefix(text, "-")
	n, err := expr.ParseNumber(digits, expr.MaxDigits)
	x := l.g.Num(n)
	if negative {
		x = l.g.Neg(x)
	}
	return x, err
}

// leaveFunction puts the value of a body in place of the arguments.
func (l *lowering) leaveFunction() {
	a := l.active[len(l.active)-1]
	l.active = l.active[:len(l.active)-1]
	caller := &l.active[len(l.active)-1]
	l.syntax = caller.tree
	l.calls--
	v := l.stack[len(l.stack)-1]
	l.mark(a.call, a.before, v)
	l.replace(a.base, v, caller.next-1)
}

// body returns the function whose body is being lowered, nil if none is.
func (l *lowering) body() *function { return l.active[len(l.active)-1].function }

// parameter returns the value of a parameter or index of the open activations.
// A body sees the sums and products around it, up to the function it is of.
func (l *lowering) parameter(name string) (expr.Array, bool) {
	for i := len(l.active) - 1; i > 0; i-- {
		a := &l.active[i]
		for j, n := range a.names {
			if n == name {
				return l.stack[a.base+j], true
			}
		}
		if a.function != nil {
			break
		}
	}
	return expr.Array{}, false
}

// errorf returns an error at a place in the syntax that is being lowered. For
// the body of a function that is the place of the call.
func (l *lowering) errorf(at Span, format string, args ...any) error {
	for i := range l.active {
		if a := &l.active[i]; a.function != nil {
			at, format = a.call.span(), "in "+a.function.name+": "+format
			break
		}
	}
	return l.written.errorf(at, format, args...)
}
