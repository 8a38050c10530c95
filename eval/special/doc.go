// Package special has the elementary and the special functions of one or two
// doubles, to a stated accuracy and with the same bits on every platform.
//
// Of the standard library's math it uses only what IEEE 754 makes exact:
// square roots, fused multiply-add, rounding to integers, exponents and
// remainders. The rest of math has assembly per platform and errors of up to
// thousands of ulp.
//
// Each function computes in double-double (about 106 bits) where it counts: the
// argument's reduction, the leading terms of a short polynomial, and the last
// sum, which is rounded once. "To 1 ulp" means that the error is below one unit
// in the last place of the true value, and "to 2 ulp" below two, everywhere but
// where the function's comment says otherwise. The worst errors at 20,000 random
// points for each function were smaller: 0.52 ulp for the elementary functions
// and 0.75 for the others and where the result is subnormal, 1.5 for the
// Bessel functions away from their zeros.
// Special values are those of IEEE 754 and C99's Annex F. Odd functions are
// exactly odd, even ones exactly even.
//
// The package knows nothing of expressions. Its data are constant tables, so
// that a start costs nothing; testdata/tables.py made those in files *_table.go.
package special
