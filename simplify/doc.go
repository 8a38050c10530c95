// Package simplify brings expressions into a canonical form and writes that
// form the way people do.
//
// Canonical form: sums and products are flat and in a natural order, like
// terms and like powers are collected, coefficients are exact rationals,
// quotients, negations and roots are powers and coefficients. Numbers are
// folded exactly or not at all: never to a rounded double. Presentation then
// brings back differences, quotients and roots, so that a formula reads
// "x/2 - 1/y" and not "(1/2)*x + (-1)*y^(-1)".
//
// Variables are real. No rewrite changes a value where the original is
// defined; some are defined at more points than the original, as 1 is where
// x/x is not.
//
// Where nothing is defined that is kept in sight: a product with a division by
// 0 is 1/0, or 0/0 if a factor is 0. Powers and factors are moved into choices,
// so that choices by one condition meet.
//
// The package knows nothing of evaluation and nothing of derivatives.
package simplify
