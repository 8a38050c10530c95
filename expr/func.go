package expr

import "strings"

// Func identifies a named function. The functions of the language are the
// rows of one table, which says what a function is called, how many
// arguments it takes, where it is defined, where it is not smooth, how
// accurate its values are and how it is written. What a function does is none
// of this package's business: each interpreter keeps its own table, keyed by
// Func.
type Func uint16

// The functions of scalars, by families. Constants are functions of no
// argument. A function of several arguments takes them in the order of its
// [FuncInfo.Args].
const (
	Pi Func = iota
	E

	Exp
	Expm1
	Log
	Log1p
	Log2
	Log10
	Sqrt
	Cbrt
	Hypot
	LogAddExp
	XLogY

	Sin
	Cos
	Tan
	Sec
	Csc
	Cot
	Asin
	Acos
	Atan
	Asec
	Acsc
	Acot
	Atan2
	Sinc

	Sinh
	Cosh
	Tanh
	Sech
	Csch
	Coth
	Asinh
	Acosh
	Atanh
	Asech
	Acsch
	Acoth

	Abs
	Sign
	Heaviside
	Floor
	Ceil
	Round
	Trunc
	Mod
	Fmod

	Sigmoid
	LogSigmoid
	Softplus
	Relu
	Tanhshrink
	Logit

	Erf
	Erfc
	Erfi
	Erfinv
	NormPDF
	NormCDF

	Gamma
	LGamma
	Digamma
	Trigamma
	Polygamma
	Beta
	Factorial
	Binomial

	BesselJ0
	BesselJ1
	BesselJ
	BesselY0
	BesselY1
	LambertW

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

// FuncInfo is a row of the table of functions.
type FuncInfo struct {
	Func    Func
	Name    string
	Aliases []string
	Args    string // names of the arguments, as in "y, x"; "x, …" for any number of them, "" for a constant
	MinArgs int    // follows from Args, as does MaxArgs
	MaxArgs int    // or Variadic
	Meaning string // in a few words, with what each argument is

	// Domain is a condition on the arguments, "" if the function is defined
	// everywhere; at Poles, "" if there are none, the value or its limit is
	// infinite. At Ends, which are listed for functions of one argument only,
	// the derivative is infinite: most of them are ends of the domain, some are
	// also poles.
	Domain string
	Poles  string
	Ends   []float64
	Kink   // where the function fails to be smooth inside its domain

	// ULP bounds the error of float64 values in units of the last place; a
	// correctly rounded value is within 0.5 and an exact one within 0.
	// Accuracy names what the bound leaves out, "" if nothing.
	ULP      float64
	Accuracy string

	Peers   Peers
	Example string // a call with numbers, such as "erf(0.5)"

	Unicode string // how the name is written in Unicode, "" for the name itself; with # for the arguments if it surrounds them
	LaTeX   string // how it is written in LaTeX, with # for the arguments, which it encloses
}

// Peers are a function's names in other libraries, "" where there is none.
// What differs is said in brackets.
type Peers struct{ Torch, JAX, NumPy, SymPy string }

// functions is the table, put together from its families.
var functions = func() (table [numFuncs]FuncInfo) {
	for _, family := range [][]FuncInfo{
		constants, exponentials, trigonometric, inverseTrigonometric, hyperbolic, inverseHyperbolic,
		stepwise, activations, errorFunctions, gammaFunctions, besselFunctions, ofMany,
	} {
		for _, row := range family {
			row.MinArgs, row.MaxArgs = arity(row.Args)
			table[row.Func] = row
		}
	}
	return table
}()

// arity counts the names in args; "…" stands for any number more.
func arity(args string) (least, most int) {
	names := strings.Count(args, ",") + 1
	switch {
	case args == "":
		return 0, 0
	case strings.HasSuffix(args, "…"):
		return names - 1, Variadic
	}
	return names, names
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
	for i := range functions {
		m[functions[i].Name] = Func(i)
		for _, alias := range functions[i].Aliases {
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
