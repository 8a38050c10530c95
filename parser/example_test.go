package parser_test

import (
	"fmt"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
	"github.com/gradcmp/gradcmp/parser"
)

func ExampleParse() {
	r, err := parser.Parse("a = x1^2; a + 3*x1*x2 + [1, 2] @ [a, x2]", parser.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, v := range r.Vars {
		fmt.Println(v.Name, "is a", v.Shape)
	}
	fmt.Println(r.Value.Elems[0].Op(), "of", r.Value.Elems[0].NumArgs(), "terms")
	// Output:
	// x1 is a scalar
	// x2 is a scalar
	// sum of 3 terms
}

func ExampleParse_paper() {
	for _, src := range []string{"2πr² + |x|!", "1/2x", "f(t) = t^2; f(3)sin(x)"} {
		r, err := parser.Parse(src, parser.Options{})
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(print.String(r.Value.Elems[0]))
	}
	// Output:
	// 2*pi*r^2 + factorial(abs(x))
	// 1:1: "1/2x" has two readings; write (1/2)*x or 1/(2*x)
	//   1/2x
	//   ^^^^
	// 3^2*sin(x)
}

func ExampleFunctions() {
	for _, f := range parser.Functions() {
		if f.Name == "leaky_relu" {
			fmt.Println(f.Usage, "=", f.Body)
			fmt.Println(f.Note)
		}
	}
	// Output:
	// leaky_relu(x, a=0.01) = where(x > 0, x, a*x)
	// the derivative at 0 is a
}

func ExampleParse_error() {
	_, err := parser.Parse("y = 2*x\nsni(x) + y", parser.Options{})
	fmt.Println(err)
	// Output:
	// 2:1: unknown function "sni"; did you mean "sin"?
	//   sni(x) + y
	//   ^^^
}

func ExampleParsePoint() {
	point, err := parser.ParsePoint(expr.NewGraph(), "x=[1,2,3], y=1/3", parser.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range point {
		fmt.Println(a.Name, "is a", a.Value.Shape)
	}
	// Output:
	// x is a vector(3)
	// y is a scalar
}
