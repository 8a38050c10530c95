package parser

import (
	"sync"

	"github.com/gradcmp/gradcmp/expr"
)

// binding is what a name stands for from its first appearance on.
type binding struct {
	origin origin
	value  expr.Array
	at     Span
}

type origin uint8

const (
	used  origin = iota // a scalar variable, by being used
	given               // a variable whose shape is known from outside
	declared
	defined
	constant
)

// hidesFunction tells whether a name of this origin can no longer be called.
func (o origin) hidesFunction() bool { return o == given || o == declared || o == defined }

// constants are the functions of no argument by their names.
var constants = sync.OnceValue(func() map[string]expr.Func {
	m := map[string]expr.Func{}
	for _, fn := range expr.Funcs() {
		if info := fn.Info(); info.MaxArgs == 0 {
			m[info.Name] = fn
			for _, alias := range info.Aliases {
				m[alias] = fn
			}
			if info.Unicode != "" {
				m[info.Unicode] = fn
			}
		}
	}
	return m
})

// The names of infinity, which is the order of a norm and no number.
const (
	infinity     = "∞"
	infinityName = "inf"
)

// isOrder reports whether node i is the order of a norm: the call is next.
func (l *lowering) isOrder(i int) bool {
	if i+1 >= len(l.nodes) {
		return false
	}
	next := &l.nodes[i+1]
	_, taken := l.scope[infinityName]
	_, given := l.Shapes[infinityName]
	_, defined := l.functions["norm"]
	return !taken && !given && !defined && next.kind == kindCall && next.count == 2 && l.tokenText(int(next.token)) == "norm"
}

// infinity lowers the order of a norm to a variable of its own, which the norm
// takes away again.
func (l *lowering) infinity(op operation) (expr.Array, error) {
	if !l.isOrder(op.index) {
		return expr.Array{}, l.errorf(op.span(), "infinity is no number, but the order of a norm, as in norm(x, ∞); "+
			"for a bound write a large number")
	}
	return l.scalar(l.g.Var(infinity)), nil
}

// preludeName returns the value of a name in the body of a function of the
// prelude, which sees constants but nothing that the source defines.
func (l *lowering) preludeName(name string) (expr.Array, error) {
	return l.scalar(l.g.Call(constants()[name])), nil
}

// nameAt returns the name that a token writes.
func (l *lowering) nameAt(token int) string { return foldName(l.tokenText(token)) }

// name lowers a name that is used as a value.
func (l *lowering) name(op operation) (expr.Array, error) {
	name := l.nameAt(int(op.token))
	if v, ok := l.parameter(name); ok {
		return v, nil
	}
	if name == infinity || name == infinityName && l.isOrder(op.index) {
		return l.infinity(op)
	}
	if l.syntax != l.written {
		return l.preludeName(name)
	}
	if b, ok := l.scope[name]; ok {
		return b.value, nil
	}
	if f, ok := l.functions[name]; ok {
		return expr.Array{}, l.errorf(op.span(), "%s is a function here; call it, as in %s", quote(name), f.usage())
	}
	if shape, ok := l.Shapes[name]; ok {
		return l.variable(name, shape, given, op.span())
	}
	if fn, ok := constants()[name]; ok {
		b := binding{constant, l.scalar(l.g.Call(fn)), op.span()}
		l.scope[name] = b
		return b.value, nil
	}
	if numerator, ok := nonFinite[name]; ok && l.constant && l.NonFinite {
		return l.scalar(l.g.Div(l.g.Int(numerator), l.g.Int(0))), nil
	}
	if l.constant {
		return expr.Array{}, l.errorf(op.span(), "a value is a constant expression, and %s is no constant", quote(name))
	}
	return l.variable(name, nil, used, op.span())
}

// nonFinite are the numerators over 0 that stand for what no number does.
var nonFinite = map[string]int64{"inf": 1, "nan": 0}

// variable enters a new variable, whose shape may be any that the source or a
// caller writes.
func (l *lowering) variable(name string, shape expr.Shape, o origin, at Span) (expr.Array, error) {
	if len(shape) > 2 {
		return expr.Array{}, l.errorf(at, "%s has %d dimensions; there are scalars, vectors and matrices", quote(name), len(shape))
	}
	size := 1
	for _, n := range shape {
		if n < 1 {
			return expr.Array{}, l.errorf(at, "%s is a %v; a vector or matrix has at least one element", quote(name), shape)
		}
		if err := l.spend(at, size, n); err != nil {
			return expr.Array{}, err
		}
		size *= n
	}
	v := l.g.NewVariable(name, shape)
	l.vars = append(l.vars, v)
	l.scope[name] = binding{o, v.Array, at}
	return v.Array, nil
}

// declare lowers a declaration.
func (l *lowering) declare(s *statement) error {
	name := l.nameAt(s.name)
	if err := l.free(s, name, "declared"); err != nil {
		return err
	}
	if shape, ok := l.Shapes[name]; ok && !sameShape(shape, s.shape) {
		return l.errorf(s.span, "%s is declared as %v here, but its value is a %v", quote(name), s.shape, shape)
	}
	if err := l.noFunction(s, name, "declared"); err != nil {
		return err
	}
	_, err := l.variable(name, s.shape, declared, s.span)
	return err
}

// define binds a name to the value of its definition.
func (l *lowering) define(s *statement, value expr.Array) error {
	name := l.nameAt(s.name)
	if err := l.free(s, name, "defined"); err != nil {
		return err
	}
	if _, ok := l.Shapes[name]; ok {
		return l.errorf(l.tokenSpan(s.name), "%s is defined here and is given a value from outside as well; drop one", quote(name))
	}
	if err := l.noFunction(s, name, "defined"); err != nil {
		return err
	}
	l.scope[name] = binding{defined, value, l.tokenSpan(s.name)}
	return nil
}

// free refuses to give a name a meaning where it has one already.
func (l *lowering) free(s *statement, name, verb string) error {
	b, taken := l.scope[name]
	if !taken {
		return nil
	}
	was := map[origin]string{
		used: "used as a variable", given: "used", declared: "declared", defined: "defined", constant: "used as the constant",
	}[b.origin]
	if b.at.Start >= s.span.Start {
		return l.errorf(b.at, "%s is used in its own definition", quote(name))
	}
	return l.errorf(l.tokenSpan(s.name), "%s cannot be %s here: it was %s at %s", quote(name), verb, was, l.position(b.at.Start))
}

// noFunction refuses to give the name of a function another meaning.
func (l *lowering) noFunction(s *statement, name, verb string) error {
	if f, ok := l.functions[name]; ok {
		return l.errorf(l.tokenSpan(s.name), "%s cannot be %s here: it is the function defined at %s",
			quote(name), verb, l.position(f.at.Start))
	}
	return nil
}

func sameShape(a, b expr.Shape) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
