package diff

import "github.com/gradcmp/gradcmp/expr"

// Rule gives the partial derivatives of an operation or function, as text in
// gradcmp's language.
//
// For a fixed number of arguments, the arguments are called x, y and z in
// their order, f is the value of the operation itself, and Partials holds one
// text for each argument. For a function of any number of arguments, Each is
// the partial derivative with respect to the argument x, where X is the
// vector of all arguments; Pair, if given, is used in place of Each when there
// are just two arguments, x and the other one, y. A text that is empty says
// that there is no derivative with respect to the argument, such as the order
// of a Bessel function.
type Rule struct {
	Op       expr.Op   // OpCall for a function
	Func     expr.Func // the function, if Op is OpCall
	Partials []string
	Each     string
	Pair     string
	// OfZero, if given, takes the place of Partials where the first argument is
	// the number 0.
	OfZero []string
	// Guarded, if given, takes the place of Partials in a table made by
	// [Rules.Guarded]: it holds at points where Partials have no value.
	Guarded []string
}

// handbook is the table of rules but for kinks and ties, which are a matter of
// convention. The derivatives are those of the NIST Digital Library of
// Mathematical Functions: sections 4.7 and 4.10 (logarithms and powers), 4.20
// and 4.24 (trigonometric functions and their inverses), 4.34 and 4.38
// (hyperbolic), 4.13 (Lambert's W), 5.2, 5.9, 5.12 and 5.15 (gamma, beta,
// polygamma), 7.2 and 7.17 (error functions), 10.6 (Bessel functions). Forms are
// chosen that stay accurate for large arguments and near the ends of domains:
// sech(x)^2 rather than 1 - tanh(x)^2, and products in place of differences of
// squares.
var handbook = []Rule{
	{Op: expr.OpNeg, Partials: []string{"-1"}},
	{Op: expr.OpSub, Partials: []string{"1", "-1"}},
	{Op: expr.OpDiv, Partials: []string{"1/y", "-f/y"}},
	{
		Op: expr.OpPow, Partials: []string{"y*x^(y - 1)", "f*log(x)"},
		OfZero:  []string{"y*x^(y - 1)", "where(y >= 0, 0, -f)"}, // f is 1 or 0 for y >= 0, as PyTorch has it, and infinite below
		Guarded: []string{"where(y == 0, 0, y*x^(y - 1))", "where(x == 0, where(y >= 0, 0, -f), f*log(x))"},
	},
	{Op: expr.OpCmp, Partials: []string{"0", "0"}},
	{Op: expr.OpSelect, Partials: []string{"0", "where(x, 1, 0)", "where(x, 0, 1)"}},

	call(expr.Pi),
	call(expr.E),
	call(expr.Exp, "f"),
	call(expr.Expm1, "exp(x)"),
	call(expr.Log, "1/x"),
	call(expr.Log2, "1/(x*log(2))"),
	call(expr.Log10, "1/(x*log(10))"),
	call(expr.Log1p, "1/(1 + x)"),
	call(expr.Sqrt, "1/(2*f)"),
	call(expr.Cbrt, "1/(3*f^2)"),
	call(expr.LogAddExp, "sigmoid(x - y)", "sigmoid(y - x)"),
	// 0*log(y) is 0 whatever y; by x PyTorch's slope, 0, is taken where log(y) has none.
	call(expr.XLogY, "where(y > 0, log(y), where(x == 0, 0, log(y)))", "where(x == 0, 0, x/y)"),

	call(expr.Sin, "cos(x)"),
	call(expr.Cos, "-sin(x)"),
	call(expr.Tan, "1 + f^2"),
	call(expr.Sec, "f*tan(x)"),
	call(expr.Csc, "-f*cot(x)"),
	call(expr.Cot, "-1 - f^2"),
	call(expr.Asin, "1/sqrt(1 - x^2)"),
	call(expr.Acos, "-1/sqrt(1 - x^2)"),
	call(expr.Atan, "1/(1 + x^2)"),
	call(expr.Asec, "1/(abs(x)*sqrt((abs(x) - 1)*(abs(x) + 1)))"),
	call(expr.Acsc, "-1/(abs(x)*sqrt((abs(x) - 1)*(abs(x) + 1)))"),
	call(expr.Acot, "-1/(1 + x^2)"),
	call(expr.Atan2, "y/hypot(x, y)/hypot(x, y)", "-x/hypot(x, y)/hypot(x, y)"),
	call(expr.Sinc, "where(x == 0, 0, (cos(x) - f)/x)"),

	call(expr.Sinh, "cosh(x)"),
	call(expr.Cosh, "sinh(x)"),
	call(expr.Tanh, "sech(x)^2"),
	call(expr.Sech, "-f*tanh(x)"),
	call(expr.Csch, "-f*coth(x)"),
	call(expr.Coth, "-csch(x)^2"),
	call(expr.Asinh, "1/sqrt(1 + x^2)"),
	call(expr.Acosh, "1/(sqrt(x - 1)*sqrt(x + 1))"),
	call(expr.Atanh, "1/((1 - x)*(1 + x))"),
	call(expr.Asech, "-1/(x*sqrt((1 - x)*(1 + x)))"),
	call(expr.Acsch, "-1/(abs(x)*sqrt(1 + x^2))"),
	call(expr.Acoth, "-1/((x - 1)*(x + 1))"),

	call(expr.Sign, "0"),
	call(expr.Heaviside, "0"),
	call(expr.Floor, "0"),
	call(expr.Ceil, "0"),
	call(expr.Round, "0"),
	call(expr.Trunc, "0"),
	call(expr.Mod, "1", "-floor(x/y)"),
	call(expr.Fmod, "1", "-trunc(x/y)"),
	{Op: expr.OpCall, Func: expr.Argmax, Each: "0"},

	call(expr.Sigmoid, "f*sigmoid(-x)"),
	call(expr.LogSigmoid, "sigmoid(-x)"),
	call(expr.Softplus, "sigmoid(x)"),
	call(expr.Tanhshrink, "tanh(x)^2"),
	call(expr.Logit, "1/(x*(1 - x))"),
	{Op: expr.OpCall, Func: expr.LogSumExp, Each: "exp(x - f)"},

	call(expr.Erf, "2/sqrt(pi)*exp(-x^2)"),
	call(expr.Erfc, "-2/sqrt(pi)*exp(-x^2)"),
	call(expr.Erfi, "2/sqrt(pi)*exp(x^2)"),
	call(expr.Erfinv, "sqrt(pi)/2*exp(f^2)"),
	call(expr.NormPDF, "-x*f"),
	call(expr.NormCDF, "normpdf(x)"),

	call(expr.Gamma, "f*digamma(x)"),
	call(expr.LGamma, "digamma(x)"),
	call(expr.Digamma, "trigamma(x)"),
	call(expr.Trigamma, "polygamma(2, x)"),
	call(expr.Polygamma, "", "polygamma(x + 1, y)"),
	call(expr.Beta, "f*(digamma(x) - digamma(x + y))", "f*(digamma(y) - digamma(x + y))"),
	call(expr.Factorial, "f*digamma(x + 1)"),
	call(expr.Binomial, "f*(digamma(x + 1) - digamma(x - y + 1))", "f*(digamma(x - y + 1) - digamma(y + 1))"),

	call(expr.BesselJ0, "-besselj1(x)"),
	call(expr.BesselJ1, "(besselj0(x) - besselj(2, x))/2"),
	call(expr.BesselJ, "", "(besselj(x - 1, y) - besselj(x + 1, y))/2"),
	call(expr.BesselY0, "-bessely1(x)"),
	call(expr.BesselY1, "bessely0(x) - f/x"),
	call(expr.LambertW, "1/(exp(f)*(1 + f))"),
}

func call(fn expr.Func, partials ...string) Rule {
	return Rule{Op: expr.OpCall, Func: fn, Partials: partials}
}
