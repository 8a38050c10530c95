// Package ball computes with numbers that know their error.
//
// A [Ball] is an enclosure of a real number: a midpoint, which is a
// floating-point number of many bits, and a radius, which bounds the distance
// of the number from the midpoint. Every operation of a [Context] rounds its
// midpoint to the context's bits, adds the rounding error and the errors of
// the arguments to the radius, and rounds the radius up, so that what an
// operation returns holds the true result for every choice of numbers in its
// arguments. A ball that holds no number says why: the operation is
// [Undefined] there, the precision does not tell ([Unknown]), or no budget
// would ([Beyond]). Comparisons answer Unknown where balls overlap.
//
// The way to a result of n digits is to compute with some bits, look at the
// radius, and compute again with twice the bits until it is small enough.
//
// The terms are those of J. van der Hoeven, "Ball arithmetic" (2009), and of
// F. Johansson, "Arb: efficient arbitrary-precision midpoint-radius interval
// arithmetic", IEEE Transactions on Computers 66 (2017). The source of each
// algorithm stands with it.
//
// The package knows nothing of expressions. It takes a function of float64 for
// a first guess at most, which no bound relies on beyond its leading bits: what
// is computed here shares no code with what it judges.
package ball
