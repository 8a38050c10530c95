package parser

import (
	"fmt"
	"strings"

	"github.com/gradcmp/gradcmp/expr"
)

// callee is what a call stands for: a rule, or a function whose body is to be
// lowered.
type callee struct {
	rule     rule
	function *function
}

// callee returns what a call calls, if it takes that many arguments. The body
// of a function of the prelude sees nothing that the source defines.
func (l *lowering) callee(n *node) (callee, error) {
	token := l.tokens[n.token]
	name := signs[token.Type]
	switch {
	case token.Type == tokBar && len(l.stack[len(l.stack)-1].Shape) != 0:
		return callee{}, l.barsOfArray(n)
	case name == "":
		name = foldName(token.Value)
		if err := l.callable(name, n); err != nil {
			return callee{}, err
		}
		if f, ok := l.functions[name]; ok && l.syntax == l.written {
			return callee{function: f}, nil
		}
	}
	count := int(n.count)
	if f, ok := arrayFunctionByName()[name]; ok {
		if count < f.min || count > f.max && f.max != expr.Variadic {
			return callee{}, l.countError(operation{node: n}, f.usage)
		}
		return callee{rule: f.lower}, nil
	}
	fn, primitive := primitives()[name]
	if primitive && fn.Accepts(count) {
		return callee{rule: primitiveRules()[fn]}, nil
	}
	row, ok := preludeByName()[name]
	switch {
	case ok:
		f, err := l.preludeFunction(row)
		if err == nil && !f.accepts(count) {
			err = l.countError(operation{node: n}, f.usage())
		}
		return callee{function: f}, err
	case primitive:
		return callee{}, l.countError(operation{node: n}, usage(fn.Info()))
	}
	if _, ok := constants()[name]; ok {
		return callee{}, l.errorf(l.tokenSpan(int(n.token)), `%s is a constant, not a function; a product is written with "*"`, quote(name))
	}
	return callee{}, l.unknownFunction(name, n)
}

// callable refuses to call a variable, whose name may be that of a function.
func (l *lowering) callable(name string, n *node) error {
	_, variable := l.parameter(name)
	if l.syntax == l.written {
		_, outside := l.Shapes[name]
		b, ok := l.scope[name]
		variable = variable || outside || ok && b.origin.hidesFunction()
	}
	if !variable {
		return nil
	}
	return l.errorf(l.tokenSpan(int(n.token)), `%s is a variable here and cannot be called; a product is written %s`,
		quote(name), l.asProduct(n))
}

// asProduct writes a call as the product of the name and the argument.
func (l *lowering) asProduct(n *node) string {
	name := l.tokenSpan(int(n.token))
	return clipped(l.spanText(name) + "*" + strings.TrimSpace(l.text[name.End:n.end]))
}

// unknownFunction reports a call of a name that is no function, with the
// readings that a formula on paper may have.
func (l *lowering) unknownFunction(name string, n *node) error {
	at := l.tokenSpan(int(n.token))
	if base, ok := strings.CutPrefix(name, "log_"); ok && n.count == 1 {
		inside := strings.TrimSpace(l.text[at.End:n.end])
		return l.errorf(at, "%s has two readings; write log(%s, %s) for the logarithm to base %s, or define %s(…) = … for a function",
			quote(l.spanText(n.span())), inside[1:len(inside)-1], base, base, name)
	}
	err := l.errorf(at, "unknown function %s", quote(name)).(*Error)
	if err.Suggestion = Suggest(name, l.functionNames()); err.Suggestion == "" {
		err.Message += fmt.Sprintf("; write %s for a product, or define %s(…) = … for a function", l.asProduct(n), clipped(name))
	}
	return err
}

// barsOfArray reports |x| of an array, which has several readings.
func (l *lowering) barsOfArray(n *node) error {
	shape := l.stack[len(l.stack)-1].Shape
	x := strings.TrimSpace(l.text[n.start+1 : n.end-1])
	other := "norm(" + x + ") for its length"
	if len(shape) == 2 {
		other = "det(" + x + ") for its determinant"
	}
	return l.errorf(n.span(), "%s is a %v; write abs(%s) for its elements, %s", quote(x), shape, x, other)
}

// usage shows how a function of expr's table is called.
func usage(info expr.FuncInfo) string {
	if info.MaxArgs == expr.Variadic {
		return info.Name + "(x) of an array or " + info.Name + "(a, b, …)"
	}
	return info.Name + "(" + info.Args + ")"
}

func (l *lowering) countError(op operation, usage string) error {
	return l.errorf(op.span(), "wrong number of arguments, %d: it is %s", op.count, usage)
}
