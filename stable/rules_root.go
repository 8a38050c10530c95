package stable

// rootRules multiply by the conjugate: R. W. Hamming, Numerical Methods for
// Scientists and Engineers (2nd ed. 1973), and N. J. Higham, Accuracy and
// Stability of Numerical Algorithms (2nd ed. 2002), chapter 1.
var rootRules = []Rule{
	{
		"quadratic formula", "(sqrt(b^2 - 4*a*c) - b)/(2*a)", "-2*c/(sqrt(b^2 - 4*a*c) + b)",
		"sqrt(b^2 - 4*a*c) + b != 0", higham,
	},
	{
		"difference of reciprocal roots", "1/sqrt(a) - 1/sqrt(b)", "(b - a)/(sqrt(a)*sqrt(b)*(sqrt(a) + sqrt(b)))",
		"", hamming,
	},
	{"reciprocal root less 1", "1/sqrt(a) - 1", "(1 - a)/(sqrt(a)*(1 + sqrt(a)))", "", hamming},
	{"difference of roots", "sqrt(a) - sqrt(b)", "(a - b)/(sqrt(a) + sqrt(b))", "sqrt(a) + sqrt(b) != 0", hamming},
	{"root less a term", "sqrt(a) - b", "(a - b^2)/(sqrt(a) + b)", "sqrt(a) + b != 0", hamming},
	{
		"difference of cube roots", "cbrt(a) - cbrt(b)", "(a - b)/(cbrt(a)^2 + cbrt(a)*cbrt(b) + cbrt(b)^2)",
		"cbrt(a)^2 + cbrt(b)^2 > 0", hamming,
	},
	{"cube root less a term", "cbrt(a) - b", "(a - b^3)/(cbrt(a)^2 + cbrt(a)*b + b^2)", "cbrt(a)^2 + b^2 > 0", hamming},
	{
		"difference of powers 1/3", "a^(1/3) - b^(1/3)", "(a - b)/(a^(2/3) + a^(1/3)*b^(1/3) + b^(2/3))",
		"a + b > 0", hamming,
	},
}

const (
	hamming = "Hamming (1973)"
	higham  = "Higham (2002), 1.8"
)

// algebraRules are those of rational operations.
var algebraRules = []Rule{
	{"square of a difference", "a^2 - 2*a*b + b^2", "(a - b)^2", "", higham},
	{"square of a sum", "a^2 + 2*a*b + b^2", "(a + b)^2", "", higham},
	{"cube of a difference", "a^3 - 3*a^2*b + 3*a*b^2 - b^3", "(a - b)^3", "", higham},
	{"difference of squares", "a^2 - b^2", "(a - b)*(a + b)", "", goldberg},
	{"difference of cubes", "a^3 - b^3", "(a - b)*(a^2 + a*b + b^2)", "", goldberg},
	{"second difference of reciprocals", "1/(x - 1) - 2/x + 1/(x + 1)", "2/(x*(x - 1)*(x + 1))", "", higham},
	{"difference of reciprocals", "1/a - 1/b", "(b - a)/(a*b)", "", hamming},
	{"quotient less 1", "a/b - 1", "(a - b)/b", "", hamming},
	{"common factor", "a*b - a*c", "a*(b - c)", "", "the distributive law"},
}
