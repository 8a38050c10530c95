package points_test

import (
	"errors"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/gradcmp/gradcmp/compare/points"
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/parser"
)

func Example() {
	formula, err := parser.Parse("max(x, y)", parser.Options{})
	if err != nil {
		panic(err)
	}
	box, err := points.ParseRanges("--range", "x=-2..2, y=0..pi/2", formula.Vars, enclosure.Constant)
	if err != nil {
		panic(err)
	}
	sample, err := points.NewSample(box, 12, 7)
	if err != nil {
		panic(err)
	}
	for {
		p, err := sample.Next()
		if err == io.EOF {
			break
		}
		fmt.Printf("%s: %.3g\n", p.Place(), p.Values)
	}
	// Output:
	// sample 1 of 12, seed 7: [0 0.785]
	// sample 2 of 12, seed 7: [-2 0]
	// sample 3 of 12, seed 7: [0 0]
	// sample 4 of 12, seed 7: [-2 0.728]
	// sample 5 of 12, seed 7: [0.169 0.169]
	// sample 6 of 12, seed 7: [2 1.57]
	// sample 7 of 12, seed 7: [-0.57 0.553]
	// sample 8 of 12, seed 7: [1.43 0.0296]
	// sample 9 of 12, seed 7: [-1.32 1.08]
	// sample 10 of 12, seed 7: [0.68 0.96]
	// sample 11 of 12, seed 7: [-0.32 0.437]
	// sample 12 of 12, seed 7: [1.68 1.48]
}

func ExampleReader() {
	formula, err := parser.Parse("v : vector(2)\nx*dot(v, v)", parser.Options{})
	if err != nil {
		panic(err)
	}
	text := "id,x,v[0],v[1]\n1,0.5,2,0x1.8p+1\n2,one,2,3\n3,-1,4,5\n"
	r, err := points.NewReader(strings.NewReader(text), points.CSV, formula.Vars, points.Options{File: "data.csv"})
	if err != nil {
		panic(err)
	}
	fmt.Println("not needed:", r.Unneeded())
	for {
		p, err := r.Next()
		var bad *points.RowError
		switch {
		case errors.As(err, &bad):
			fmt.Println("skipped:", bad)
			continue
		case err == io.EOF:
			return
		case err != nil:
			panic(err)
		}
		fmt.Println(p.Place(), p.Values)
	}
	// Output:
	// not needed: [id]
	// data.csv:2 [2 3 0.5]
	// skipped: data.csv:3: column x: "one" is no number
	// data.csv:4 [4 5 -1]
}

func ExampleParseRanges() {
	formula, err := parser.Parse("W : matrix(2, 2)\nsum(W)", parser.Options{})
	if err != nil {
		panic(err)
	}
	box, err := points.ParseRanges("--range", "W[0,1]=0..pi/4; W=-1..1", formula.Vars, enclosure.Constant)
	fmt.Println(box, err)
	_, err = points.ParseRanges("--range", "W=-1..1, w=0..1", formula.Vars, enclosure.Constant)
	fmt.Println(err)
	// Output:
	// [{W[0,0] -1 1} {W[0,1] 0 0.7853981633974483} {W[1,0] -1 1} {W[1,1] -1 1}] <nil>
	// --range:1:10: the formula has no variable w; did you mean "W"?
	//   W=-1..1, w=0..1
	//            ^
}

func ExampleSimplest() {
	fmt.Println(points.Simplest(0.7390851332151607, func(x float64) bool { return math.Abs(math.Cos(x)-x) < 0.02 }))
	// Output:
	// 0.74
}

func ExampleSimplestPoint() {
	x := []float64{-1.3387, 20.61}
	fmt.Println(points.SimplestPoint(x, func(x []float64) bool { return x[0]*x[1] < -15 && x[0] > -2 }))
	// Output:
	// [-1 20]
}
