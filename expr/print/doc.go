// Package print writes expressions as text: in gradcmp's own language, which
// the parser reads back, in Unicode for the eye, and in LaTeX.
//
// A [Style] is data: for each operation what is written before, between and
// behind the arguments, how tightly the written form holds together, and how
// tightly the arguments must. One loop over an explicit stack serves all
// styles, so neither the depth nor the length of a formula matters, and time
// is linear in the output. The output of a graph with much sharing can be
// exponentially larger than the graph: [expr.TreeSize] tells beforehand, and
// [Let] gives names to the shared parts.
//
// The package prints what is there and changes nothing. It may know package
// expr only.
package print
