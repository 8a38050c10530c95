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
// A definition may have parameters, as in f(x, y) = x^2*y; such a function is
// known in the whole program and may call others, but not itself. Its body is
// lowered anew for each call. Functions of everyday use, such as gelu, clamp and
// var, are defined in the language too; a definition of the program hides them.
// [Functions] lists them. sum(i, 1, 10, x^i) and prod(i, 1, 10, x^i) have an
// index of their own. Conditions are not 0 where they hold: comparisons, "and",
// "or", "not", where(c, a, b), "if c then a else b", piecewise(c, a, …, b).
//
// # What is written on paper
//
// The signs · × ÷ − ≤ ≥ ≠ √ π are read, as are the exponents of x² and x⁻¹, Greek
// letters, |x|, n! and products without a sign: 2x, 3(x + 1), (x + 1)(x - 1), 2πr.
// A function without parentheses is a variable, as in gamma*x. Where paper has
// several readings the parser has either one, stated here, or an error that
// says how to write each:
//
//	2e^x     2*e^x; 2e3 is a number, and 2e3x an error
//	0x1.8p+1 3, a double written exactly; without the exponent an error
//	x!=0     x is not 0; the factorial compares as x! == 0
//	2x^2     2*(x^2)
//	2xy      2*xy, for names may be long; x₁x₂ is x₁*x₂
//	2n!      2*(n!), and 2^n! is 2^(n!)
//	2x/3     (2*x)/3
//	√(x)²    (√x)²; √( opens a call, √ alone takes the one operand behind it
//	||x|-1|  the bars that follow an operand close
//	σ(z)     the sigmoid unless σ is defined; Γ, ψ and ∛ likewise
//	π(r + h) a product, for π is never a function
//	f(x)     a call, even with white space between
//	1/2x e^2x sin^2(x) sin²(x) sin x log_2(x) x(y + 1) √x² √2x x²! n!! ||x|| [1 x]
//	         errors with their readings
//
// var and std are those of the population, as NumPy's; var(x, 1) is that of a
// sample, as PyTorch's. |x| of a vector and norms of a matrix other than norm(A)
// are errors with their readings.
//
// # How it is read
//
// The graph is the formula as written: nothing is folded, reordered or
// cancelled here, because the routes that judge the simplifier start from it.
// Vectors and matrices are shapes above the graph; this package lowers their
// operations to scalar nodes, so that no later stage knows of them.
//
// The way of a text is: characters are checked, the scanner cuts tokens, the
// grammar arranges them as a syntax in postfix order, the lowering walks that
// once with a stack of values, and walks the body of a function or sum once for
// each call or value of the index. No step recurses, so no depth of nesting can
// overflow the stack, and each is linear in the text, in the elements that
// arrays have and in what the bodies write out to, which [Options] bound. Every
// error is an [*Error] with its place in the source; for what goes wrong in the
// body of a function that is the place of the call.
//
// Points ("x1=2,x2=pi/4") and lists of names ("x1,W[0,1]") are read by the
// same scanner and grammar.
//
// The package may know the package expr, participle, which it alone knows, and
// Unicode's tables in golang.org/x/text. It knows no values, no derivatives and
// no notation but its own.
package parser
