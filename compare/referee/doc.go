// Package referee finds out what a derivative is, by a road that has no
// derivative rule and no float64 in it: the function as written, evaluated in
// balls at the point and beside it, and differenced with ever smaller steps.
//
// The steps are so small, 2^-140 of the coordinate and below, that one-sided
// differences agree with the derivative to far more digits than a double has,
// and the precision is raised until the differences are known that well. The
// referee answers only where it knows: differences from the left and from the
// right that settle on one value through two steps are a derivative, on two
// values a kink; differences that exist on one side only are the edge of a
// domain; values beside the point that keep their distance from the value at
// the point are a jump or a hole. Otherwise it gives up, within a budget of bits
// and of evaluations. Such an answer is not a proof, since no finite number of
// values is, but it shares nothing with any route that it judges.
//
// Of this module the package may import eval, eval/ball and eval/enclosure.
package referee
