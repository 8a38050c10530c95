// Package claim judges derivatives that somebody claims: formulas for the
// entries of a gradient, Jacobian or Hessian, or their values at a point.
//
// A claim is put beside the derivative that the rules of package diff give.
// First their canonical forms are compared (package simplify, and expansion as
// polynomials): where those are the same the claim is proved. Then both are
// evaluated in ball arithmetic at a fixed sequence of points, the simplest
// first. Two balls that have no number in common prove the claim wrong, and
// the first such point is the witness. Balls that overlap at 60 digits at every
// point prove nothing, so the answer says at how many points and to how many
// digits the two are equal.
//
// Points at which the formula itself has no value do not count. Where the two
// differ, or one alone is defined, at a point but not next to it, the claim is
// equal except at isolated points, which are named. Such points are found among
// those of the sequence and at simple zeros of divisors; there may be others.
//
// # Diagnoses
//
// What went wrong is found by making mistakes on purpose. Tables of slips say
// what each slip does to a derivative: one chain factor left out, one sign
// turned, an exponent not lowered. Each possible slip gives a wrong derivative;
// the claim is compared with all of them, and a diagnosis is stated only if its
// derivative passes the same judgement that proves a claim right: an equal
// canonical form, or equal balls at all points.
//
// The package knows the engines that it needs for that: no automatic
// differentiation, and nothing of how a verdict is printed.
package claim
