// Package enclosure runs programs on balls, to any number of digits.
//
// A program of package eval is run with rising precision until every output is
// known to as many digits as are wanted, or until a budget of bits is spent.
// What comes out is rigorous: the ball of an output holds the value of the
// formula, read as mathematics, at the exact point. A literal is the exact
// number it denotes, and so is a coordinate.
//
// Where no ball can be had, the result says why: the formula is undefined
// there, or its value would take more bits than the budget. A comparison of two
// balls that overlap is not decided; a choice that depends on it is a ball that
// holds both its arms.
//
// The package knows nothing of derivatives and has no function of float64 in
// it: of this module it may import expr, eval and eval/ball.
package enclosure
