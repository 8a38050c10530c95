package parser_test

import (
	"fmt"

	"github.com/gradcmp/gradcmp/expr"
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
