// Package eval turns expressions into straight-line programs and runs them.
//
// [Compile] makes a [Program] of one or more expressions: instructions over
// numbered registers, in topological order, so that what the outputs share is
// computed once. One Program runs on many types of numbers. A [Machine] runs
// it on float64 in a loop of its own that allocates nothing; an
// [Interpreter] runs it on any type with an [Arithmetic], such as the dual
// numbers of forward mode or the randomly rounded numbers of [Noise].
//
// What a function does to float64 is a row of a table, [Kernels], that is
// passed in. The package knows nothing of derivatives, of text or of algebra:
// of this module it may import only expr and eval/special, the functions
// themselves.
//
// Products are rounded before they are added (float64(x*y) + z), so that no
// compiler fuses the two and results do not depend on the platform.
package eval
