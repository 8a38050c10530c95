package claim_test

import (
	"fmt"

	"github.com/gradcmp/gradcmp/compare/claim"
	"github.com/gradcmp/gradcmp/expr/print"
	"github.com/gradcmp/gradcmp/parser"
)

func ExampleJudge() {
	program, err := parser.Parse("y*sin(x^2)", parser.Options{})
	if err != nil {
		panic(err)
	}
	claims, err := claim.Parse(program, []string{"x = y*cos(x^2)", "y = 2*sin(x^2/2)*cos(x^2/2)"}, parser.Options{})
	if err != nil {
		panic(err)
	}
	p := claim.Problem{F: program.Value}
	for _, v := range program.Vars {
		p.Vars = append(p.Vars, v.Elems...)
	}
	for _, c := range claims {
		v, err := claim.Judge(p, c)
		if err != nil {
			panic(err)
		}
		fmt.Println(v.Target, "is", print.String(v.Right))
		fmt.Println(v.Status, "-", v.How)
		if v.Diagnosis != nil {
			fmt.Println(v.Witness.At, v.Witness.Claimed, v.Witness.Right)
			fmt.Println(v.Diagnosis.Text)
		}
	}
	// Output:
	// df/dx is 2*x*y*cos(x^2)
	// wrong - the values differ
	// [{y 1} {x 1}] 0.540302305868 1.08060461174
	// the chain factor 2*x is missing from the term 2*x*y*cos(x^2)
	// df/dy is sin(x^2)
	// equal - equal to 60 digits at 24 points
}
