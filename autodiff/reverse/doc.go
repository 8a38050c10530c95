// Package reverse computes derivatives by the reverse mode of automatic
// differentiation: the program runs once with all intermediate values kept,
// and adjoints are then carried from an output back to all inputs, so that
// the whole gradient costs a small multiple of one evaluation.
//
// The method is that of S. Linnainmaa (1970); the standard text is A.
// Griewank and A. Walther, Evaluating Derivatives (2nd ed., SIAM 2008),
// chapters 3 and 4. Partials of products go by prefix and suffix products, as
// in B. Speelpenning's thesis (1980).
//
// The partials of functions are rows of a table, [Rules], that is passed in.
// They are written for this package: they share nothing with the symbolic
// rules or with those of forward mode, so that each can check the others. Of
// this module the package may import only expr, eval and eval/special.
//
// Second derivatives go by forward mode over reverse mode, see [SecondSweeper],
// with second partials of their own table, [SecondRules].
//
// Where a derivative does not exist the table follows a convention, by
// default PyTorch's, see [StandardRules] and [Sweeper].
package reverse
