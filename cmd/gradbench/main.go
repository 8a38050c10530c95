// Command gradbench measures gradcmp: beside its peers, against itself as formulas grow, and against recorded truth.
//
//	gradbench claims     judge right and wrong claims about derivatives
//	gradbench examples   parse, derive and evaluate a few small formulas, beside SymPy and PyTorch
//	gradbench precision  time every function in many digits, beside mpmath
//	gradbench scale      parse, derive and print large formulas, to see whether the cost is linear
//	gradbench truth      compare every route with recorded values and derivatives
//
// # How to read it
//
// A time is what one call takes: the fastest of several batches, since on a shared machine what disturbs a measurement only
// ever adds to it. A ratio is the peer's time divided by gradcmp's, so above 1 gradcmp is the faster. Rates are millions of
// nodes of the expression graph per second; where the cost is linear they stay about the same from row to row.
//
// The same batches are timed the same way on every side, in one run on one machine, with a single thread. Starting Python and
// importing a peer is not counted. SymPy keeps what it has computed; its cache is cleared before each call that parses or
// derives, and evaluation runs the function that lambdify compiled beforehand. PyTorch runs in float64. Every peer's value and
// gradient are compared with gradcmp's, and a run in which they differ fails: times of different functions mean nothing.
//
// Only in the table of precision the quotient is the other way round, gradcmp's time divided by mpmath's, since its goals say how
// many times mpmath's time gradcmp may take. The batches of both sides alternate there. mpmath computes with the integers of
// Python, without GMP, as gradcmp does with those of Go. Both have the same exact arguments and have what they keep between calls,
// such as pi. gradcmp's results carry a bound of their error, and all digits must be certain; mpmath's value must agree.
//
// A peer that is not installed is left out, and the result says so.
//
// By what rules a number of the corpora passes, and what counts as missed, is in the documentation of package
// compare/truth. A cell such as 548/0/0 is how many pass, how many fail and how many no route could compute.
package main

import (
	"fmt"
	"os"
)

func main() {
	if err := newRoot().Execute(); err != nil {
		fmt.Fprintln(os.Stderr, "gradbench:", err)
		os.Exit(1)
	}
}
