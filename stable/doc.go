// Package stable proposes other ways to write a formula that lose fewer digits.
//
// A formula such as (1 - cos(x))/x^2 is right and yet has no right digit in
// doubles near x = 0. Candidates returns formulas that are equal to it where
// their conditions hold, such as 2*sin(x/2)^2/x^2, and Taylor polynomials that
// are equal to all digits of a double near a point. Which of them is best at a
// point is for the caller to measure: this package proposes and computes no
// number in floating point.
//
// What is known about formulas is data: Rules lists rewrite rules as text in
// gradcmp's language. A pattern is matched modulo commutativity and signs,
// against parts of longer sums and products and with common factors, so that
// 1 - cos(x) is found in y - 2*w*cos(t) + 2*w. The original is matched as it
// was written; only what the rule replaces, and the products around it, are
// written anew.
//
// The rules are tried one after another on the results of each other, so that
// log(exp(x)/(1 + exp(x))) becomes logsigmoid(x). The search is bounded in
// steps and its order depends on the formula alone.
//
// The package may know expr, parser and simplify. It knows nothing of
// evaluation.
package stable
