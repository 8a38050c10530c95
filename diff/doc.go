// Package diff derives formulas: it turns an expression into expressions for
// its partial derivatives.
//
// The derivatives of a scalar with respect to all of its variables come from
// one adjoint sweep over the expression graph, so the whole gradient costs a
// small multiple of the expression itself, however many variables there are.
// The sweep is reverse mode carried out on symbols (Griewank and Walther,
// Evaluating Derivatives, 2nd ed., chapter 3).
//
// What the derivative of a function is stands in a table of rules, [Rules],
// written as text in gradcmp's own language so that it reads like a page of a
// calculus handbook. The table is a value that is passed in. At kinks and ties
// its rules follow a convention, see [StandardRules].
//
// The package knows nothing of numeric evaluation or of automatic
// differentiation: their rules are written separately, so that each can
// judge the other. The formulas it returns are not simplified.
package diff
