package main

import (
	"strconv"
	"strings"

	"github.com/gradcmp/gradcmp/eval/ball"
)

// The goals: as how many times mpmath's time gradcmp may take.
const (
	core  goal = 3 // for exp, log, pow, sin and atan, on which the others rest
	other goal = 5
)

// goal is how many times mpmath's time gradcmp may take, at most.
type goal float64

// operation is an operation on balls, of as many as it takes.
type operation func(c ball.Context, x []ball.Ball) ball.Ball

// precisionFunction is a function of package ball with the same in mpmath.
type precisionFunction struct {
	name    string
	goal    goal
	gradcmp operation
	mpmath  string // in Python, of x and y
	points  []point
}

// point holds the arguments of a function. They are doubles, which have few bits; or the thirds of doubles, rounded to the
// precision, which have all.
type point struct {
	arguments []float64
	thirds    bool
}

// at returns the points of a function of one argument.
func at(arguments ...float64) []point {
	var points []point
	for _, x := range arguments {
		points = append(points, point{arguments: []float64{x}})
	}
	return points
}

// pair returns the one point of a function of two arguments.
func pair(x, y float64) []point {
	return []point{{arguments: []float64{x, y}}}
}

// alsoThirds returns the points and, at the end, the thirds of the first one.
func alsoThirds(points []point) []point {
	return append(points, point{points[0].arguments, true})
}

// String names the arguments in a table.
func (p point) String() string {
	var words []string
	for _, x := range p.arguments {
		word := strconv.FormatFloat(x, 'g', -1, 64)
		if p.thirds {
			word += "/3"
		}
		words = append(words, word)
	}
	return strings.Join(words, ", ")
}

// balls returns the arguments.
func (p point) balls(c ball.Context) []ball.Ball {
	var balls []ball.Ball
	for _, x := range p.arguments {
		b := ball.FromFloat64(x)
		if p.thirds {
			b = ball.Exact(c.QuoInt(b, 3).Mid())
		}
		balls = append(balls, b)
	}
	return balls
}

// ofOrder makes an operation of a method with an order n.
func ofOrder(f func(c ball.Context, n int64, x ball.Ball) ball.Ball, n int64) operation {
	return func(c ball.Context, x []ball.Ball) ball.Ball { return f(c, n, x[0]) }
}

// of1 makes an operation of a method of one argument.
func of1(f func(c ball.Context, x ball.Ball) ball.Ball) operation {
	return func(c ball.Context, x []ball.Ball) ball.Ball { return f(c, x[0]) }
}

// of2 makes an operation of a method of two arguments.
func of2(f func(c ball.Context, x, y ball.Ball) ball.Ball) operation {
	return func(c ball.Context, x []ball.Ball) ball.Ball { return f(c, x[0], x[1]) }
}

// power returns the n-th power.
func power(n int64) operation {
	return func(c ball.Context, x []ball.Ball) ball.Ball { return c.PowInt(x[0], n) }
}

// polygamma returns the polygamma function of order n.
func polygamma(n int64) operation {
	return func(c ball.Context, x []ball.Ball) ball.Ball { return c.Polygamma(ball.FromInt(n), x[0]) }
}

// precisionFunctions returns the functions that are timed.
func precisionFunctions() []precisionFunction {
	return []precisionFunction{
		{"+", other, of2(ball.Context.Add), "x + y", alsoThirds(pair(2.7, 0.7))},
		{"*", other, of2(ball.Context.Mul), "x*y", alsoThirds(pair(2.7, 0.7))},
		{"/", other, of2(ball.Context.Quo), "x/y", alsoThirds(pair(2.7, 0.7))},
		{"sqrt", other, of1(ball.Context.Sqrt), "sqrt(x)", alsoThirds(at(2.7))},
		{"^7", other, power(7), "x**7", alsoThirds(at(2.7))},
		{"^-100", other, power(-100), "x**-100", at(2.7)},
		{"cbrt", other, of1(ball.Context.Cbrt), "cbrt(x)", at(2.7)},
		{"hypot", other, of2(ball.Context.Hypot), "hypot(x, y)", pair(2.7, 0.7)},
		{"floor", other, of1(ball.Context.Floor), "floor(x)", at(-2.7, 123456.7)},
		{"mod", other, of2(ball.Context.Mod), "x % y", pair(123456.7, 0.7)},

		{"exp", core, of1(ball.Context.Exp), "exp(x)", alsoThirds(at(0.7, -123.4))},
		{"exp2", other, of1(ball.Context.Exp2), "mpf(2)**x", at(0.7)},
		{"expm1", other, of1(ball.Context.Expm1), "expm1(x)", at(0.7, 1e-10)},
		{"log", core, of1(ball.Context.Log), "log(x)", alsoThirds(at(2.7, 1e-10))},
		{"log2", other, of1(ball.Context.Log2), "log(x, 2)", at(2.7)},
		{"log10", other, of1(ball.Context.Log10), "log10(x)", at(2.7)},
		{"log1p", other, of1(ball.Context.Log1p), "log1p(x)", at(0.7, 1e-10)},
		{"pow", core, of2(ball.Context.Pow), "x**y", alsoThirds(pair(2.7, 0.7))},

		{"sin", core, of1(ball.Context.Sin), "sin(x)", alsoThirds(at(0.7, 123456.7))},
		{"cos", other, of1(ball.Context.Cos), "cos(x)", at(0.7, 123456.7)},
		{"tan", other, of1(ball.Context.Tan), "tan(x)", at(0.7)},
		{"cot", other, of1(ball.Context.Cot), "cot(x)", at(0.7)},
		{"sec", other, of1(ball.Context.Sec), "sec(x)", at(0.7)},
		{"csc", other, of1(ball.Context.Csc), "csc(x)", at(0.7)},
		{"sinc", other, of1(ball.Context.Sinc), "sinc(x)", at(0.7)},
		{"asin", other, of1(ball.Context.Asin), "asin(x)", at(0.7)},
		{"acos", other, of1(ball.Context.Acos), "acos(x)", at(0.7)},
		{"atan", core, of1(ball.Context.Atan), "atan(x)", alsoThirds(at(0.7, 123.4))},
		{"atan2", other, of2(ball.Context.Atan2), "atan2(x, y)", pair(0.7, -2.7)},
		{"acot", other, of1(ball.Context.Acot), "acot(x)", at(0.7)},
		{"asec", other, of1(ball.Context.Asec), "asec(x)", at(2.7)},
		{"acsc", other, of1(ball.Context.Acsc), "acsc(x)", at(2.7)},

		{"sinh", other, of1(ball.Context.Sinh), "sinh(x)", at(0.7, 123.4)},
		{"cosh", other, of1(ball.Context.Cosh), "cosh(x)", at(0.7)},
		{"tanh", other, of1(ball.Context.Tanh), "tanh(x)", at(0.7)},
		{"coth", other, of1(ball.Context.Coth), "coth(x)", at(0.7)},
		{"sech", other, of1(ball.Context.Sech), "sech(x)", at(0.7)},
		{"csch", other, of1(ball.Context.Csch), "csch(x)", at(0.7)},
		{"asinh", other, of1(ball.Context.Asinh), "asinh(x)", at(0.7)},
		{"acosh", other, of1(ball.Context.Acosh), "acosh(x)", at(2.7)},
		{"atanh", other, of1(ball.Context.Atanh), "atanh(x)", at(0.7)},
		{"acoth", other, of1(ball.Context.Acoth), "acoth(x)", at(2.7)},
		{"asech", other, of1(ball.Context.Asech), "asech(x)", at(0.7)},
		{"acsch", other, of1(ball.Context.Acsch), "acsch(x)", at(0.7)},

		{"erf", other, of1(ball.Context.Erf), "erf(x)", at(0.7, 2.7)},
		{"erfc", other, of1(ball.Context.Erfc), "erfc(x)", at(0.7, 9.7, 27.7)},
		{"erfi", other, of1(ball.Context.Erfi), "erfi(x)", at(0.7, 2.7)},
		{"erfinv", other, of1(ball.Context.Erfinv), "erfinv(x)", at(0.7)},
		{"normcdf", other, of1(ball.Context.NormCDF), "ncdf(x)", at(0.7)},
		{"normpdf", other, of1(ball.Context.NormPDF), "npdf(x)", at(0.7)},

		{"besselj0", other, ofOrder(ball.Context.BesselJ, 0), "besselj(0, x)", at(2.7, 123.4)},
		{"besselj1", other, ofOrder(ball.Context.BesselJ, 1), "besselj(1, x)", at(2.7)},
		{"besselj 3", other, ofOrder(ball.Context.BesselJ, 3), "besselj(3, x)", at(2.7)},
		{"bessely0", other, ofOrder(ball.Context.BesselY, 0), "bessely(0, x)", at(2.7, 123.4)},
		{"bessely1", other, ofOrder(ball.Context.BesselY, 1), "bessely(1, x)", at(2.7)},
		{"bessely 2", other, ofOrder(ball.Context.BesselY, 2), "bessely(2, x)", at(2.7)},
		{"lambertw", other, of1(ball.Context.LambertW), "lambertw(x)", at(2.7, -0.3)},
		{"gamma", other, of1(ball.Context.Gamma), "gamma(x)", at(2.7, -2.7, 123456.7)},
		{"factorial", other, of1(ball.Context.Factorial), "factorial(x)", at(2.7)},
		{"lgamma", other, of1(ball.Context.LGamma), "loggamma(x)", at(2.7, 123456.7)},
		{"lgamma", other, of1(ball.Context.LGamma), "log(abs(gamma(x)))", at(-2.7)},
		{"digamma", other, of1(ball.Context.Digamma), "digamma(x)", at(2.7, -2.7)},
		{"trigamma", other, of1(ball.Context.Trigamma), "psi(1, x)", at(2.7, -2.7)},
		{"polygamma 3", other, polygamma(3), "psi(3, x)", at(2.7)},
		{"beta", other, of2(ball.Context.Beta), "beta(x, y)", pair(2.7, 0.7)},
		{"binomial", other, of2(ball.Context.Binomial), "binomial(x, y)", append(pair(12.7, 3.7), pair(100, 50)...)},
	}
}
