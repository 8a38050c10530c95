// Package certified is reverse mode in ball arithmetic: gradients to any number
// of digits, with a bound on their error.
//
// The sweep is that of reverse mode, over balls in place of doubles, with
// rising precision until every partial derivative is known to as many digits as
// are wanted. The partial derivatives of the functions are a table of its own,
// written in the shortest form that is right: cancellation costs a second
// attempt with more bits, not a digit. The bound is rigorous given that table.
// At kinks and ties the convention decides, as in the other modes.
//
// Of this module the package may import expr, eval, eval/ball and
// eval/enclosure. Reverse and forward mode in doubles share nothing with it.
package certified
