package parser_test

import (
	"strings"

	"github.com/gradcmp/gradcmp/expr"
)

var opSymbols = map[expr.Op]string{
	expr.OpNeg: "neg", expr.OpAdd: "+", expr.OpSub: "-", expr.OpMul: "*", expr.OpDiv: "/", expr.OpPow: "^", expr.OpSelect: "where",
}

// dump writes an array as S-expressions: (+ x (* 2 y)), [a b], [[a b] [c d]].
// The formulas of the tests that use it are small, so it may recurse.
func dump(a expr.Array) string {
	list := func(elems []expr.Expr) string {
		var parts []string
		for _, x := range elems {
			parts = append(parts, dumpExpr(x))
		}
		return "[" + strings.Join(parts, " ") + "]"
	}
	switch len(a.Shape) {
	case 0:
		return dumpExpr(a.Elems[0])
	case 1:
		return list(a.Elems)
	}
	var rows []string
	for i := range a.Shape[0] {
		rows = append(rows, list(a.Elems[i*a.Shape[1]:(i+1)*a.Shape[1]]))
	}
	return "[" + strings.Join(rows, " ") + "]"
}

func dumpExpr(x expr.Expr) string {
	var head string
	switch x.Op() {
	case expr.OpNum:
		n, _ := x.Number()
		return n.String()
	case expr.OpVar:
		return x.Name()
	case expr.OpCall:
		head = x.Func().Name()
		if x.NumArgs() == 0 {
			return head + "()"
		}
	case expr.OpCmp:
		head = x.Relation().String()
	default:
		head = opSymbols[x.Op()]
	}
	parts := []string{head}
	for _, a := range x.Args() {
		parts = append(parts, dumpExpr(a))
	}
	return "(" + strings.Join(parts, " ") + ")"
}
