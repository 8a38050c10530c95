package stable

// specialRules are those of the error function, the gamma function and their
// relatives: DLMF 5.2, 5.5, 5.12, 7.2 and 7.4.
var specialRules = []Rule{
	{"1 less error function", "1 - erf(x)", "erfc(x)", "", "DLMF 7.2"},
	{"1 plus error function", "1 + erf(x)", "erfc(-x)", "", "DLMF 7.2 and 7.4"},
	{"1 less complementary error function", "1 - erfc(x)", "erf(x)", "", "DLMF 7.2"},
	{"difference of error functions", "erf(a) - erf(b)", "erfc(b) - erfc(a)", "", "DLMF 7.2"},
	{"upper tail of the normal distribution", "1 - normcdf(x)", "normcdf(-x)", "", "DLMF 7.17"},
	{"normal distribution less half", "normcdf(x) - 1/2", "erf(x/sqrt(2))/2", "", "DLMF 7.17"},
	{"normal distribution", "1 + erf(x/sqrt(2))", "2*normcdf(x)", "", "DLMF 7.17"},
	{"complementary normal distribution", "1 - erf(x/sqrt(2))", "2*normcdf(-x)", "", "DLMF 7.17"},
	{"beta function", "gamma(a)*gamma(b)/gamma(a + b)", "beta(a, b)", "", "DLMF 5.12"},
	{"binomial coefficient", "factorial(n)/(factorial(k)*factorial(n - k))", "binomial(n, k)", "", "DLMF 1.2"},
	{"log of gamma", "log(gamma(x))", "lgamma(x)", "", "DLMF 5.2"},
	{"log of factorial", "log(factorial(x))", "lgamma(x + 1)", "", "DLMF 5.2"},
	{"ratio of gammas one apart", "gamma(x + 1)/gamma(x)", "x", "", "DLMF 5.5"},
	{"ratio of gammas", "gamma(a)/gamma(b)", "exp(lgamma(a) - lgamma(b))", "a > 0; b > 0", "DLMF 5.2"},
	{"ratio of factorials", "factorial(a)/factorial(b)", "exp(lgamma(a + 1) - lgamma(b + 1))", "a > -1; b > -1", "DLMF 5.2"},
}

// rangeRules keep what lies between within the range of doubles where the
// result is.
var rangeRules = []Rule{
	{"length", "sqrt(a^2 + b^2)", "hypot(a, b)", "", "Higham (2002), 27.5"},
	{"length of several", "sqrt(0 + xs^2)", "norm(xs)", "", "Higham (2002), 27.5"},
	{"root of a square", "sqrt(x^2)", "abs(x)", "", "DLMF 4.8"},
	{"product of exponentials", "exp(a)*exp(b)", "exp(a + b)", "", "DLMF 4.8"},
	{"power times exponential", "x^a*exp(b)", "exp(a*log(x) + b)", "x > 0", "DLMF 4.8"},
	{"power over factorial", "x^n/factorial(n)", "exp(n*log(x) - lgamma(n + 1))", "x > 0; n > -1", "DLMF 5.2"},
	{"power over gamma", "x^a/gamma(b)", "exp(a*log(x) - lgamma(b))", "x > 0; b > 0", "DLMF 5.2"},
	{"log of an exponential times a factor", "log(exp(a)*b)", "a + log(b)", "", "DLMF 4.8"},
	{"log of a power", "log(a^p)", "p*log(a)", "a > 0", "DLMF 4.8"},
	{"log of hyperbolic cosine", "log(cosh(x))", "softplus(-2*x) + x - log(2)", "", "DLMF 4.28"},
	{"log of hyperbolic sine", "log(sinh(x))", "x + log(-expm1(-2*x)) - log(2)", "", "DLMF 4.28"},
	{"log times its argument", "x*log(x)", "xlogy(x, x)", "", "the limit of x*log(x) at 0 is 0, DLMF 4.4"},
}
