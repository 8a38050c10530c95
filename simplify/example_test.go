package simplify_test

import (
	"fmt"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
	"github.com/gradcmp/gradcmp/parser"
	"github.com/gradcmp/gradcmp/simplify"
)

func Example() {
	for _, formula := range []string{
		"2*x1^1*1 + 3*x2 + 0",
		"b - a - (a - b)",
		"sqrt(x^2)/2 + abs(x)/2",
		"x*x^-2",
		"exp(-x)*exp(3*x)",
	} {
		r, err := parser.Parse(formula, parser.Options{})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(print.String(simplify.Full(r.Value.Elems[0])))
	}
	// Output:
	// 2*x1 + 3*x2
	// 2*b - 2*a
	// abs(x)
	// 1/x
	// exp(2*x)
}

// A sum that is used twice is merged into the sum around it, or is kept apart
// to be printed as a definition.
func ExampleSimplify() {
	g := expr.NewGraph()
	a, b, c := g.Var("a"), g.Var("b"), g.Var("c")
	s := g.Add(a, b, c, a)
	f := g.Mul(g.Add(s, a), g.Call(expr.Exp, s))
	fmt.Println(print.String(simplify.Full(f)))
	fmt.Println(print.String(simplify.Simplify(simplify.Options{KeepShared: 2}, f)[0]))
	// Output:
	// (3*a + b + c)*exp(2*a + b + c)
	// (a + (2*a + b + c))*exp(2*a + b + c)
}

func ExampleRules() {
	for _, rule := range simplify.Rules()[2:4] {
		fmt.Printf("%s: %s -> %s %s\n", rule.Name, rule.Pattern, rule.Replacement, rule.Provided)
	}
	// Output:
	// exp of log: exp(log(x)) -> x x > 0
	// log of 1: log(1) -> 0
}
