package expr_test

import (
	"fmt"

	"github.com/gradcmp/gradcmp/expr"
)

func ExampleKink_Slope() {
	info := expr.Abs.Info()
	for _, c := range expr.Conventions() {
		fmt.Println(info.Name, info.Edge, c, info.Slope(c, 1))
	}
	// Output:
	// abs has a kink at 0 torch 0
	// abs has a kink at 0 jax 0
	// abs has a kink at 0 left -1
	// abs has a kink at 0 right 1
	// abs has a kink at 0 minnorm 0
	// abs has a kink at 0 error NaN
}
