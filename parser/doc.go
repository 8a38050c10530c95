// Package parser reads formulas written as text and builds their expression
// graphs.
//
// A program is a list of declarations, definitions and a last expression,
// separated by newlines or semicolons:
//
//	# a softmax classifier: the probability of the predicted class
//	x : vector(3)
//	W = [[0.2, -0.5, 0.3], [0.4, 0.1, -0.2], [0.1, 0.3, 0.2]]
//	b = [0, 0, 0]
//	logits = x @ W + b
//	probs  = softmax(logits)
//	probs[argmax(probs)]
//
// The graph is the formula as written: nothing is folded, reordered or
// cancelled here, because the routes that judge the simplifier start from it.
// Vectors and matrices are shapes above the graph; this package lowers their
// operations to scalar nodes, so that no later stage knows of them.
//
// The way of a text is: characters are checked, the scanner cuts tokens, the
// grammar arranges them as a syntax in postfix order, the lowering walks that
// once with a stack of values. No step recurses, so no depth of nesting can
// overflow the stack, and each is linear in the text and in the elements that
// arrays have. Every error is an [*Error] with its place in the source.
//
// Points ("x1=2,x2=pi/4") and lists of names ("x1,W[0,1]") are read by the
// same scanner and grammar.
//
// The package may know the packages expr and participle, and it alone knows
// participle. It knows no values, no derivatives and no notation but its own.
package parser
