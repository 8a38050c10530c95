package expr

// Func identifies a named function. The functions of the language are the
// rows of one table, which says what a function is called, how many
// arguments it takes, where it is defined, where it is not smooth and how it
// is written. What a function does is none of this package's business: each
// interpreter keeps its own table, keyed by Func.
type Func uint16

// The functions of scalars. Constants are functions of no argument.
const (
	Pi Func = iota
	E
	Exp
	Expm1
	Log
	Log1p
	Sqrt
	Sin
	Cos
	Tan
	Asin
	Acos
	Atan
	Sinh
	Cosh
	Tanh
	Abs
	Sign
	Sigmoid
	Softplus
	Relu
	Min
	Max
	Argmax
	LogSumExp
	Norm
	numFuncs
)

// Variadic is the [FuncInfo.MaxArgs] of a function that takes any number of
// arguments.
const Variadic = -1

// Edge says where a function fails to be smooth inside its domain.
type Edge uint8

// The kinds of edges.
const (
	Smooth       Edge = iota
	KinkAtZero        // the derivative jumps where the argument is 0
	JumpAtZero        // the value jumps where the argument is 0
	KinkAtTie         // the derivative jumps where two deciding arguments are equal
	JumpAtTie         // the value jumps where two deciding arguments are equal
	KinkAtOrigin      // no derivative where all arguments are 0
)

// FuncInfo is a row of the table of functions.
type FuncInfo struct {
	Name    string
	Aliases []string
	MinArgs int
	MaxArgs int    // or Variadic
	Meaning string // in a few words
	Domain  string // a condition on the argument x; "" if defined everywhere
	Edge    Edge
	Unicode string // how the name is written in Unicode, "" for the name itself; with # for the arguments if it surrounds them
	LaTeX   string // how it is written in LaTeX, with # for the arguments, which it encloses
}

var functions = [numFuncs]FuncInfo{
	Pi:        {Name: "pi", Meaning: "the circle's circumference over its diameter", Unicode: "π", LaTeX: `\pi`},
	E:         {Name: "e", Meaning: "the base of the natural logarithm", LaTeX: `e`},
	Exp:       {Name: "exp", MinArgs: 1, MaxArgs: 1, Meaning: "e to the power x", LaTeX: `e^{#}`},
	Expm1:     {Name: "expm1", MinArgs: 1, MaxArgs: 1, Meaning: "exp(x) - 1, accurate near 0", LaTeX: `\operatorname{expm1}\left(#\right)`},
	Log:       {Name: "log", Aliases: []string{"ln"}, MinArgs: 1, MaxArgs: 1, Meaning: "natural logarithm", Domain: "x > 0", LaTeX: `\log\left(#\right)`},
	Log1p:     {Name: "log1p", MinArgs: 1, MaxArgs: 1, Meaning: "log(1 + x), accurate near 0", Domain: "x > -1", LaTeX: `\operatorname{log1p}\left(#\right)`},
	Sqrt:      {Name: "sqrt", MinArgs: 1, MaxArgs: 1, Meaning: "square root", Domain: "x >= 0", Unicode: "√", LaTeX: `\sqrt{#}`},
	Sin:       {Name: "sin", MinArgs: 1, MaxArgs: 1, Meaning: "sine of an angle in radians", LaTeX: `\sin\left(#\right)`},
	Cos:       {Name: "cos", MinArgs: 1, MaxArgs: 1, Meaning: "cosine of an angle in radians", LaTeX: `\cos\left(#\right)`},
	Tan:       {Name: "tan", MinArgs: 1, MaxArgs: 1, Meaning: "tangent of an angle in radians", Domain: "cos(x) != 0", LaTeX: `\tan\left(#\right)`},
	Asin:      {Name: "asin", Aliases: []string{"arcsin"}, MinArgs: 1, MaxArgs: 1, Meaning: "inverse sine", Domain: "-1 <= x <= 1", LaTeX: `\arcsin\left(#\right)`},
	Acos:      {Name: "acos", Aliases: []string{"arccos"}, MinArgs: 1, MaxArgs: 1, Meaning: "inverse cosine", Domain: "-1 <= x <= 1", LaTeX: `\arccos\left(#\right)`},
	Atan:      {Name: "atan", Aliases: []string{"arctan"}, MinArgs: 1, MaxArgs: 1, Meaning: "inverse tangent", LaTeX: `\arctan\left(#\right)`},
	Sinh:      {Name: "sinh", MinArgs: 1, MaxArgs: 1, Meaning: "hyperbolic sine", LaTeX: `\sinh\left(#\right)`},
	Cosh:      {Name: "cosh", MinArgs: 1, MaxArgs: 1, Meaning: "hyperbolic cosine", LaTeX: `\cosh\left(#\right)`},
	Tanh:      {Name: "tanh", MinArgs: 1, MaxArgs: 1, Meaning: "hyperbolic tangent", LaTeX: `\tanh\left(#\right)`},
	Abs:       {Name: "abs", MinArgs: 1, MaxArgs: 1, Meaning: "absolute value", Edge: KinkAtZero, Unicode: "|#|", LaTeX: `\left|#\right|`},
	Sign:      {Name: "sign", MinArgs: 1, MaxArgs: 1, Meaning: "-1, 0 or 1, as x is negative, zero or positive", Edge: JumpAtZero, LaTeX: `\operatorname{sign}\left(#\right)`},
	Sigmoid:   {Name: "sigmoid", MinArgs: 1, MaxArgs: 1, Meaning: "logistic function 1/(1 + exp(-x))", Unicode: "σ", LaTeX: `\sigma\left(#\right)`},
	Softplus:  {Name: "softplus", MinArgs: 1, MaxArgs: 1, Meaning: "log(1 + exp(x))", LaTeX: `\operatorname{softplus}\left(#\right)`},
	Relu:      {Name: "relu", MinArgs: 1, MaxArgs: 1, Meaning: "x where positive, otherwise 0", Edge: KinkAtZero, LaTeX: `\operatorname{relu}\left(#\right)`},
	Min:       {Name: "min", MinArgs: 1, MaxArgs: Variadic, Meaning: "least argument", Edge: KinkAtTie, LaTeX: `\min\left(#\right)`},
	Max:       {Name: "max", MinArgs: 1, MaxArgs: Variadic, Meaning: "greatest argument", Edge: KinkAtTie, LaTeX: `\max\left(#\right)`},
	Argmax:    {Name: "argmax", MinArgs: 1, MaxArgs: Variadic, Meaning: "index, from 0, of the first greatest argument", Edge: JumpAtTie, LaTeX: `\operatorname{argmax}\left(#\right)`},
	LogSumExp: {Name: "logsumexp", MinArgs: 1, MaxArgs: Variadic, Meaning: "log of the sum of the arguments' exponentials", LaTeX: `\operatorname{logsumexp}\left(#\right)`},
	Norm:      {Name: "norm", MinArgs: 1, MaxArgs: Variadic, Meaning: "Euclidean length", Edge: KinkAtOrigin, Unicode: "‖#‖", LaTeX: `\left\lVert #\right\rVert`},
}

// Funcs returns all functions in the order of the table.
func Funcs() []Func {
	fs := make([]Func, numFuncs)
	for i := range fs {
		fs[i] = Func(i)
	}
	return fs
}

var funcByName = func() map[string]Func {
	m := make(map[string]Func, 2*numFuncs)
	for i, info := range functions {
		m[info.Name] = Func(i)
		for _, alias := range info.Aliases {
			m[alias] = Func(i)
		}
	}
	return m
}()

// LookupFunc returns the function with the given name or alias.
func LookupFunc(name string) (Func, bool) {
	fn, ok := funcByName[name]
	return fn, ok
}

// Info returns the function's row of the table.
func (f Func) Info() FuncInfo { return functions[f] }

// Name returns the function's name.
func (f Func) Name() string { return functions[f].Name }

// String returns the function's name.
func (f Func) String() string { return f.Name() }

// Accepts reports whether the function takes n arguments.
func (f Func) Accepts(n int) bool {
	info := &functions[f]
	return n >= info.MinArgs && (n <= info.MaxArgs || info.MaxArgs == Variadic)
}
