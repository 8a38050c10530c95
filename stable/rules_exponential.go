package stable

// logarithmRules are those of logarithms near 1. Goldberg's is D. Goldberg, "What
// every computer scientist should know about floating-point arithmetic", ACM
// Computing Surveys 23 (1991), theorem 4; Kahan's W. Kahan, "Branch cuts for
// complex elementary functions", The State of the Art in Numerical Analysis
// (1987).
var logarithmRules = []Rule{
	{"inverse hyperbolic tangent", "log((1 + x)/(1 - x))", "2*atanh(x)", "", kahan},
	{"inverse hyperbolic tangent as difference", "log(1 + x) - log(1 - x)", "2*atanh(x)", "", kahan},
	{"inverse hyperbolic tangent by log1p", "log1p(x) - log1p(-x)", "2*atanh(x)", "", kahan},
	{"inverse hyperbolic sine", "log(x + sqrt(x^2 + 1))", "asinh(x)", "", kahan},
	{"inverse hyperbolic sine of the negative", "log(sqrt(x^2 + 1) - x)", "-asinh(x)", "", kahan},
	{"inverse hyperbolic cosine", "log(x + sqrt(x^2 - 1))", "acosh(x)", "x >= 1", kahan},
	{"log of 1 less exp", "log(1 - exp(x))", "log(-expm1(x))", "", mächler},
	{"log1p of negative exp", "log1p(-exp(x))", "log(-expm1(x))", "", mächler},
	{"log of exp less 1", "log(exp(x) - 1)", "x + log(-expm1(-x))", "", mächler},
	{"log of expm1", "log(expm1(x))", "x + log(-expm1(-x))", "", mächler},
	{"log of 1 plus", "log(1 + x)", "log1p(x)", "", goldberg},
	{"log2 of 1 plus", "log2(1 + x)", "log1p(x)/log(2)", "", goldberg},
	{"log10 of 1 plus", "log10(1 + x)", "log1p(x)/log(10)", "", goldberg},
	{"log of cosine", "log(cos(x))", "log1p(-2*sin(x/2)^2)", "", "DLMF 4.21"},
	{"log of hyperbolic cosine near 0", "log(cosh(x))", "log1p(2*sinh(x/2)^2)", "", "DLMF 4.35"},
	{"difference of logs by log1p", "log(a) - log(b)", "log1p((a - b)/b)", "", goldberg},
	{"difference of logs", "log(a) - log(b)", "log(a/b)", "", "DLMF 4.8"},
	{"sum of logs", "log(a) + log(b)", "log(a*b)", "", "DLMF 4.8"},
}

// exponentialRules are those of exponentials near 1.
var exponentialRules = []Rule{
	{"quotient of exponentials near 1", "(exp(x) - 1)/(exp(x) + 1)", "tanh(x/2)", "", "DLMF 4.28"},
	{"hyperbolic tangent", "(exp(x) - exp(-x))/(exp(x) + exp(-x))", "tanh(x)", "", "DLMF 4.28"},
	{"second difference of exponentials", "exp(x) + exp(-x) - 2", "4*sinh(x/2)^2", "", "DLMF 4.35"},
	{"hyperbolic sine", "exp(x) - exp(-x)", "2*sinh(x)", "", "DLMF 4.28"},
	{"hyperbolic cosine", "exp(x) + exp(-x)", "2*cosh(x)", "", "DLMF 4.28"},
	{"exp less 1", "exp(x) - 1", "expm1(x)", "", kahan},
	{"difference of exponentials", "exp(a) - exp(b)", "exp(b)*expm1(a - b)", "", kahan},
	{"difference of expm1", "expm1(a) - expm1(b)", "exp(b)*expm1(a - b)", "", kahan},
	{"power of 1 plus less 1", "(1 + x)^p - 1", "expm1(p*log1p(x))", "x > -1", kahan},
	{"power less 1", "a^x - 1", "expm1(x*log(a))", "a > 0", kahan},
	{"difference of powers", "a^x - a^y", "a^y*expm1((x - y)*log(a))", "a > 0", kahan},
}

const (
	kahan    = "Kahan (1987)"
	goldberg = "Goldberg (1991)"
)
