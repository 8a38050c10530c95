package print_test

import (
	"fmt"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
)

func Example() {
	g := expr.NewGraph()
	x, alpha := g.Var("x1"), g.Var("alpha")
	f := g.Div(g.Pow(x, g.Int(2)), g.Call(expr.Sqrt, g.Add(alpha, g.Int(1))))
	for _, style := range []print.Style{print.Text, print.Unicode, print.LaTeX} {
		fmt.Println(print.Sprint(style, f))
	}
	// Output:
	// x1^2/sqrt(alpha + 1)
	// x₁²/√(α + 1)
	// \frac{x_{1}^{2}}{\sqrt{\alpha + 1}}
}

func ExampleLet() {
	g := expr.NewGraph()
	x := g.Var("x")
	s := g.Call(expr.Sin, x)
	f := g.Add(g.Mul(s, s), g.Int(1))
	defs, bodies := print.Let([]expr.Expr{g.Call(expr.Log, f), g.Div(g.Mul(s, g.Call(expr.Cos, x)), f)})
	for _, d := range defs {
		fmt.Printf("%s = %s\n", d.Name, print.String(d.Value))
	}
	for _, b := range bodies {
		fmt.Println(print.String(b))
	}
	// Output:
	// t1 = sin(x)
	// t2 = t1*t1 + 1
	// log(t2)
	// t1*cos(x)/t2
}
