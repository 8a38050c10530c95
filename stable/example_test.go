package stable_test

import (
	"fmt"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
	"github.com/gradcmp/gradcmp/parser"
	"github.com/gradcmp/gradcmp/stable"
)

func ExampleCandidates() {
	result, err := parser.Parse("(1 - cos(x))/x^2", parser.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	f := result.Value.Elems[0]
	for _, c := range stable.Candidates(f, f.Arg(0)) {
		fmt.Printf("%s %q %q\n", print.String(c.Formula), c.Rules, c.Near)
	}
	// Output:
	// 2*sin(x/2)^2/x^2 ["1 less cosine"] ""
	// 1/2 - x^2*(1/24 - x^2/720) ["Taylor polynomial"] "x near 0"
}

func ExampleSeries() {
	result, err := parser.Parse("x/(exp(x) - 1)", parser.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	f := result.Value.Elems[0]
	y, ok := stable.Series(f, f.Graph().Var("x"), expr.Int(0), 4)
	fmt.Println(print.String(y), ok)
	// Output: 1 - x*(1/2 - x*(1/12 - x^2/720)) true
}
