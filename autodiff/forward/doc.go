// Package forward computes derivatives by the forward mode of automatic
// differentiation: the program runs on dual numbers, value plus tangent, of
// gonum's package num/dual, and a run yields the derivatives of all outputs
// in one direction of the inputs. Dual numbers are Clifford's (1873); for
// their use see A. Griewank and A. Walther, Evaluating Derivatives (2nd ed.,
// SIAM 2008), chapter 3.
//
// What a function does to dual numbers is a row of a table, [Rules], that is
// passed in. The rows are written for this package; they share nothing with
// the symbolic rules or with the partials of reverse mode, so that each can
// check the others. Of this module the package may import only expr, eval and
// eval/special.
//
// Second derivatives go by hyperdual numbers, of gonum's package num/hyperdual,
// see [SecondDifferentiator], with the second derivatives of their own table,
// [Curvatures].
//
// A tangent of exactly 0 contributes nothing, even to an infinite
// derivative: 0*Inf is 0 here, so that coordinates that do not move are not
// poisoned by the edges of a domain. Where a derivative does not exist the
// table follows a convention, by default PyTorch's, see [StandardRules].
package forward
