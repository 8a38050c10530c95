// Package selftest plants mistakes in the comparison and sees whether it finds
// them.
//
// A mutant is one mistake in one place: a wrong sign in the symbolic rule for
// tanh, an adjoint that is overwritten where it should be added to, a rule of the
// simplifier that loses a term, a claim that is off by a millionth. Each is planted
// alone. It is killed if the comparison says that something is wrong, and blames
// the route that has the mistake and no other; it is named if the comparison
// also says where: which function's rule, the sweep, the simplification, or which
// mistake a claim makes.
//
// A mutant that changes nothing at its point, such as a factor x at x = 1, is no
// mutant: it is skipped, with the reason.
//
// The other half are comparisons without a mistake: a verdict other than that all
// is well is a false alarm.
//
// The package knows the tables of rules, the comparison and the judge of claims. It
// knows nothing of how a report is printed.
package selftest
