package diff_test

import (
	"fmt"

	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
	"github.com/gradcmp/gradcmp/parser"
	"github.com/gradcmp/gradcmp/simplify"
)

func Example() {
	r, err := parser.Parse("x1^2 + 3*x1*x2 + x2^2", parser.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	f := r.Value.Elems[0]
	vars := expr.Vars(f)
	grad, err := diff.Gradient(f, vars, diff.StandardRules(expr.Torch))
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, partial := range simplify.Simplify(simplify.Options{KeepShared: simplify.Unbounded}, grad...) {
		fmt.Printf("d/d%s = %s\n", vars[i].Name(), print.String(partial))
	}
	// Output:
	// d/dx1 = 2*x1 + 3*x2
	// d/dx2 = 3*x1 + 2*x2
}

// A rule is a line of text; another one can take its place.
func ExampleRules_With() {
	g := expr.NewGraph()
	x := g.Var("x")
	f := g.Call(expr.Tanh, x)
	rules := diff.StandardRules(expr.Torch)
	for _, rules := range []*diff.Rules{
		rules,
		rules.With(diff.Rule{Op: expr.OpCall, Func: expr.Tanh, Partials: []string{"1 - f^2"}}),
	} {
		grad, err := diff.Gradient(f, []expr.Expr{x}, rules)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(print.String(grad[0]))
	}
	// Output:
	// sech(x)^2
	// 1 - tanh(x)^2
}
