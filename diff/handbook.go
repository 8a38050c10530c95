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
// are just two arguments, x and the other one, y.
type Rule struct {
	Op       expr.Op   // OpCall for a function
	Func     expr.Func // the function, if Op is OpCall
	Partials []string
	Each     string
	Pair     string
}

// handbook is the standard table. Elementary derivatives are those of the
// NIST Digital Library of Mathematical Functions (sections 4.7, 4.20, 4.24 and
// 4.34); forms are chosen that stay accurate for large arguments, so 1/cosh^2
// rather than 1 - tanh^2. Derivatives at kinks and ties follow PyTorch:
// sign(0) = 0, relu'(0) = 0, ties of max and min share equally.
var handbook = []Rule{
	{Op: expr.OpNeg, Partials: []string{"-1"}},
	{Op: expr.OpSub, Partials: []string{"1", "-1"}},
	{Op: expr.OpDiv, Partials: []string{"1/y", "-x/y^2"}},
	{Op: expr.OpPow, Partials: []string{"y*x^(y - 1)", "f*log(x)"}},
	{Op: expr.OpCmp, Partials: []string{"0", "0"}},
	{Op: expr.OpSelect, Partials: []string{"0", "where(x, 1, 0)", "where(x, 0, 1)"}},

	call(expr.Pi),
	call(expr.E),
	call(expr.Exp, "f"),
	call(expr.Expm1, "exp(x)"),
	call(expr.Log, "1/x"),
	call(expr.Log1p, "1/(1 + x)"),
	call(expr.Sqrt, "1/(2*f)"),
	call(expr.Sin, "cos(x)"),
	call(expr.Cos, "-sin(x)"),
	call(expr.Tan, "1 + f^2"),
	call(expr.Asin, "1/sqrt(1 - x^2)"),
	call(expr.Acos, "-1/sqrt(1 - x^2)"),
	call(expr.Atan, "1/(1 + x^2)"),
	call(expr.Sinh, "cosh(x)"),
	call(expr.Cosh, "sinh(x)"),
	call(expr.Tanh, "1/cosh(x)^2"),
	call(expr.Abs, "sign(x)"),
	call(expr.Sign, "0"),
	call(expr.Sigmoid, "f*sigmoid(-x)"),
	call(expr.Softplus, "sigmoid(x)"),
	call(expr.Relu, "where(x > 0, 1, 0)"),

	{
		Op: expr.OpCall, Func: expr.Max,
		Each: "where(x == f, 1, 0)/sum(where(X == f, 1, 0))",
		Pair: "where(x > y, 1, where(x == y, 1/2, 0))",
	},
	{
		Op: expr.OpCall, Func: expr.Min,
		Each: "where(x == f, 1, 0)/sum(where(X == f, 1, 0))",
		Pair: "where(x < y, 1, where(x == y, 1/2, 0))",
	},
	{Op: expr.OpCall, Func: expr.Argmax, Each: "0"},
	{Op: expr.OpCall, Func: expr.LogSumExp, Each: "exp(x - f)"},
	{Op: expr.OpCall, Func: expr.Norm, Each: "x/f"},
}

func call(fn expr.Func, partials ...string) Rule {
	return Rule{Op: expr.OpCall, Func: fn, Partials: partials}
}
