package special_test

import (
	"fmt"

	"github.com/gradcmp/gradcmp/eval/special"
)

func Example() {
	fmt.Println(special.Acos(0.9999999999999999), special.LGamma(1.0000001))
	fmt.Println(special.Sin(1e308), special.Log(5e-324), special.Tanhshrink(1e-5))
	fmt.Println(special.Erfc(27), special.Pow(-2, 3), special.Gamma(171.5))
	// Output:
	// 1.4901161193847656e-08 -5.772155829918507e-08
	// 0.4533964905016491 -744.4400719213812 3.333333333200001e-16
	// 5.23705e-319 -8 9.4833675668248e+307
}
