package stable

// trigonometricRules turn differences into products: NIST Digital Library of
// Mathematical Functions, sections 4.19 to 4.22, and Hamming (1973).
var trigonometricRules = []Rule{
	{"tangent of the half angle", "(1 - cos(x))/sin(x)", "tan(x/2)", "", sums},
	{"tangent of the half angle by cosine", "sin(x)/(1 + cos(x))", "tan(x/2)", "", sums},
	{"1 less cosine", "1 - cos(x)", "2*sin(x/2)^2", "", hamming},
	{"1 plus cosine", "1 + cos(x)", "2*cos(x/2)^2", "", hamming},
	{"1 less sine", "1 - sin(x)", "2*sin(pi/4 - x/2)^2", "", sums},
	{"1 plus sine", "1 + sin(x)", "2*sin(pi/4 + x/2)^2", "", sums},
	{"secant less 1", "sec(x) - 1", "2*sin(x/2)^2/cos(x)", "", sums},
	{"reciprocal cosine less 1", "1/cos(x) - 1", "2*sin(x/2)^2/cos(x)", "", sums},
	{"1 less square of cosine", "1 - cos(x)^2", "sin(x)^2", "", sums},
	{"1 less square of sine", "1 - sin(x)^2", "cos(x)^2", "", sums},
	{"square of secant less 1", "sec(x)^2 - 1", "tan(x)^2", "", sums},
	{"double angle", "cos(x)^2 - sin(x)^2", "cos(2*x)", "", sums},
	{"sine of a difference", "sin(x)*cos(y) - cos(x)*sin(y)", "sin(x - y)", "", sums},
	{"cosine of a sum", "cos(x)*cos(y) - sin(x)*sin(y)", "cos(x + y)", "", sums},
	{"tangent less sine", "tan(x) - sin(x)", "2*tan(x)*sin(x/2)^2", "", sums},
	{"difference of squared sines", "sin(a)^2 - sin(b)^2", "sin(a - b)*sin(a + b)", "", sums},
	{"difference of squared cosines", "cos(a)^2 - cos(b)^2", "-sin(a - b)*sin(a + b)", "", sums},
	{"difference of cosines", "cos(a) - cos(b)", "-2*sin((a + b)/2)*sin((a - b)/2)", "", sums},
	{"difference of sines", "sin(a) - sin(b)", "2*cos((a + b)/2)*sin((a - b)/2)", "", sums},
	{"difference of tangents", "tan(a) - tan(b)", "sin(a - b)/(cos(a)*cos(b))", "", sums},
	{"difference of cotangents", "cot(a) - cot(b)", "sin(b - a)/(sin(a)*sin(b))", "", sums},
	{"sinc", "sin(x)/x", "sinc(x)", "", "the definition of sinc"},
	{
		"sine of pi times", "sin(pi*x)", "(1 - 2*mod(round(x), 2))*sin(pi*(x - round(x)))",
		"", periodic,
	},
	{
		"cosine of pi times", "cos(pi*x)", "(1 - 2*mod(floor(x), 2))*sin(pi*(1/2 - (x - floor(x))))",
		"", periodic,
	},
	{"tangent of pi times", "tan(pi*x)", "tan(pi*(x - round(x)))", "", periodic},
}

const (
	sums     = "DLMF 4.21"
	periodic = "the period of sine and cosine, DLMF 4.16"
)

// inverseRules are those of inverse functions: DLMF 4.23 and 4.24, Kahan (1987)
// for acos and acosh near 1.
var inverseRules = []Rule{
	{"arccosine near 1", "acos(x)", "2*asin(sqrt((1 - x)/2))", "", kahan},
	{"inverse hyperbolic cosine near 1", "acosh(x)", "2*asinh(sqrt((x - 1)/2))", "", kahan},
	{"arcsine by arctangent", "atan(x/sqrt(1 - x^2))", "asin(x)", "", inverse},
	{"complement of arctangent", "pi/2 - atan(x)", "atan2(1, x)", "", inverse},
	{"complement of arcsine", "pi/2 - asin(x)", "acos(x)", "", inverse},
	{"complement of arccosine", "pi/2 - acos(x)", "asin(x)", "", inverse},
	{"supplement of arccosine", "pi - acos(x)", "acos(-x)", "", inverse},
	{"arctangent less pi/4", "atan(x) - pi/4", "atan2(x - 1, x + 1)", "x > -1", inverse},
	{"difference of arctangents", "atan(a) - atan(b)", "atan2(a - b, 1 + a*b)", "a*b > -1", inverse},
	{"difference of inverse hyperbolic tangents", "atanh(a) - atanh(b)", "atanh((a - b)/(1 - a*b))", "", "DLMF 4.38"},
}

const inverse = "DLMF 4.23 and 4.24"

// hyperbolicRules are those of hyperbolic functions: DLMF 4.28 and 4.35.
var hyperbolicRules = []Rule{
	{"hyperbolic cosine less 1", "cosh(x) - 1", "2*sinh(x/2)^2", "", hyperbolic},
	{"hyperbolic cosine less sine", "cosh(x) - sinh(x)", "exp(-x)", "", hyperbolic},
	{"difference of hyperbolic squares", "cosh(x)^2 - sinh(x)^2", "1", "", hyperbolic},
	{"square of hyperbolic cosine less 1", "cosh(x)^2 - 1", "sinh(x)^2", "", hyperbolic},
	{"1 less square of hyperbolic tangent", "1 - tanh(x)^2", "sech(x)^2", "", hyperbolic},
	{"1 less square of hyperbolic secant", "1 - sech(x)^2", "tanh(x)^2", "", hyperbolic},
	{"1 less hyperbolic tangent", "1 - tanh(x)", "2*sigmoid(-2*x)", "", hyperbolic},
	{"1 plus hyperbolic tangent", "1 + tanh(x)", "2*sigmoid(2*x)", "", hyperbolic},
	{"argument less hyperbolic tangent", "x - tanh(x)", "tanhshrink(x)", "", "the definition of tanhshrink"},
	{"difference of hyperbolic cosines", "cosh(a) - cosh(b)", "2*sinh((a + b)/2)*sinh((a - b)/2)", "", hyperbolic},
	{"difference of hyperbolic sines", "sinh(a) - sinh(b)", "2*cosh((a + b)/2)*sinh((a - b)/2)", "", hyperbolic},
	{"difference of hyperbolic tangents", "tanh(a) - tanh(b)", "sinh(a - b)/(cosh(a)*cosh(b))", "", hyperbolic},
}

const hyperbolic = "DLMF 4.28 and 4.35"
