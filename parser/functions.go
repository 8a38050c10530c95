package parser

import (
	"slices"
	"strings"
	"sync"

	"github.com/gradcmp/gradcmp/expr"
)

// arrayFunction is a function of the language that is lowered to other nodes
// by a rule.
type arrayFunction struct {
	name    string
	usage   string // how it is called, for messages
	min     int    // arguments at least
	max     int    // at most, or expr.Variadic
	note    string
	lower   rule
	aliases []string
}

// arrayFunctions are the functions beyond those of expr's table that are not
// defined in the language itself.
var arrayFunctions = []arrayFunction{
	{
		name: "where", usage: "where(condition, a, b)", min: 3, max: 3, lower: elementwise(choice),
		note: "if condition then a else b",
	},
	{
		name: "piecewise", usage: "piecewise(condition, a, condition, b, …, otherwise)", min: 3, max: expr.Variadic, lower: piecewise,
		note: "the value behind the first condition that holds",
	},
	{name: "and", usage: "a and b", min: 2, max: 2, lower: elementwise(and), note: "1 if both are not 0, otherwise 0"},
	{name: "or", usage: "a or b", min: 2, max: 2, lower: elementwise(or), note: "1 if one of them is not 0, otherwise 0"},
	{name: "not", usage: "not a", min: 1, max: 1, lower: elementwise(not), note: "1 if a is 0, otherwise 0"},

	{
		name: "sum", usage: "sum(x) or sum(i, first, last, term)", min: 1, max: expr.Variadic,
		lower: reduction(func(l *lowering, x []expr.Expr) expr.Expr { return l.g.Add(x...) }),
	},
	{
		name: "prod", usage: "prod(x) or prod(i, first, last, factor)", min: 1, max: expr.Variadic,
		lower: reduction(func(l *lowering, x []expr.Expr) expr.Expr { return l.g.Mul(x...) }),
	},
	{
		name: "mean", usage: "mean(x)", min: 1, max: expr.Variadic,
		lower: reduction(func(l *lowering, x []expr.Expr) expr.Expr {
			return l.g.Div(l.g.Add(x...), l.g.Int(int64(len(x))))
		}),
	},
	{
		name: "size", usage: "size(x)", min: 1, max: 1, note: "the number of elements",
		lower: reduction(func(l *lowering, x []expr.Expr) expr.Expr { return l.g.Int(int64(len(x))) }),
	},
	{
		name: "maximum", usage: "maximum(a, b)", min: 2, max: 2, lower: elementwise(call(expr.Max)),
		note: "the greater of two, element by element; max(x) is the greatest element",
	},
	{
		name: "minimum", usage: "minimum(a, b)", min: 2, max: 2, lower: elementwise(call(expr.Min)),
		note: "the lesser of two, element by element; min(x) is the least element",
	},
	{
		name: "norm", usage: "norm(x) or norm(x, p)", min: 1, max: expr.Variadic, lower: normOf,
		note: "of order 2, or p, which is a positive number or inf; norm(a, b, …) of scalars is of order 2",
	},
	{name: "softmax", usage: "softmax(x)", min: 1, max: expr.Variadic, lower: softmax, note: "exp(x - logsumexp(x))"},
	{
		name: "logsoftmax", usage: "logsoftmax(x)", min: 1, max: expr.Variadic, lower: logSoftmax, aliases: []string{"log_softmax"},
		note: "x - logsumexp(x)",
	},
	{name: "cumsum", usage: "cumsum(x)", min: 1, max: 1, lower: cumulative((*expr.Graph).Add)},
	{name: "cumprod", usage: "cumprod(x)", min: 1, max: 1, lower: cumulative((*expr.Graph).Mul)},

	{name: "dot", usage: "dot(a, b)", min: 2, max: 2, lower: dot},
	{name: "outer", usage: "outer(a, b)", min: 2, max: 2, lower: outer},
	{name: "matmul", usage: "matmul(A, B)", min: 2, max: 2, lower: matmul, note: "A @ B"},
	{name: "transpose", usage: "transpose(A)", min: 1, max: 1, lower: transpose, note: "A.T"},
	{name: "trace", usage: "trace(A)", min: 1, max: 1, lower: trace},
	{name: "det", usage: "det(A)", min: 1, max: 1, lower: determinant, note: "of a matrix of at most 4 rows"},
	{
		name: "inverse", usage: "inverse(A)", min: 1, max: 1, lower: inverse, aliases: []string{"inv"},
		note: "of a matrix of at most 4 rows",
	},
}

var arrayFunctionByName = sync.OnceValue(func() map[string]*arrayFunction {
	m := make(map[string]*arrayFunction, 2*len(arrayFunctions))
	for i := range arrayFunctions {
		f := &arrayFunctions[i]
		for _, name := range append(f.aliases, f.name) {
			m[name] = f
		}
	}
	return m
})

// primitives are the functions of expr's table that can be called, by their
// names and aliases and by letters, such as σ, that stand for them.
var primitives = sync.OnceValue(func() map[string]expr.Func {
	m := map[string]expr.Func{}
	for _, fn := range expr.Funcs() {
		info := fn.Info()
		if info.MaxArgs == 0 {
			continue
		}
		for _, name := range append(info.Aliases, info.Name) {
			m[name] = fn
		}
		if info.Unicode != "" && allowedInName([]rune(info.Unicode)[0], true) {
			m[foldName(info.Unicode)] = fn
		}
	}
	return m
})

// primitiveRules are the rules of the functions of expr's table: those of any
// number of arguments take an array, the others work on its elements.
var primitiveRules = sync.OnceValue(func() []rule {
	rules := make([]rule, len(expr.Funcs()))
	for _, fn := range expr.Funcs() {
		if fn.Info().MaxArgs == expr.Variadic {
			rules[fn] = reduction(func(l *lowering, x []expr.Expr) expr.Expr { return l.g.Call(fn, x...) })
		} else {
			rules[fn] = elementwise(call(fn))
		}
	}
	return rules
})

// call returns what builds a call of fn.
func call(fn expr.Func) func(*lowering, operation, []expr.Expr) expr.Expr {
	return func(l *lowering, _ operation, x []expr.Expr) expr.Expr { return l.g.Call(fn, x...) }
}

// isFunction reports whether the language has a function of that name.
func isFunction(name string) bool {
	_, primitive := primitives()[name]
	return primitive || arrayFunctionByName()[name] != nil || preludeByName()[name] != nil
}

// functionNames returns the names that can be called, for suggestions.
func (l *lowering) functionNames() (names []string) {
	for _, fn := range expr.Funcs() {
		if info := fn.Info(); info.MaxArgs != 0 {
			names = append(append(names, info.Name), info.Aliases...)
		}
	}
	for _, f := range Functions() {
		if strings.Contains(f.Usage, "(") {
			names = append(append(names, f.Name), f.Aliases...)
		}
	}
	own := make([]string, 0, len(l.functions))
	for name := range l.functions {
		own = append(own, name)
	}
	slices.Sort(own)
	return append(names, own...)
}

// Function is a function that the language has beyond those of [expr.Funcs].
type Function struct {
	Name    string
	Aliases []string
	Usage   string // how it is called, such as "leaky_relu(x, a=0.01)"
	Body    string // the definition in the language; "" for a rule of the parser
	Note    string // conventions, and what others call it; may be empty

	// Kink is a call of x with a kink at x = KinkAt whose derivative there is a
	// matter of [Options.Convention]; "" if there is none.
	Kink   string
	KinkAt float64
}

// Functions returns the functions that the language has beyond those of
// [expr.Funcs]: those on arrays, then the prelude.
func Functions() []Function {
	list := make([]Function, 0, len(arrayFunctions)+len(prelude))
	for _, f := range arrayFunctions {
		list = append(list, Function{Name: f.name, Aliases: slices.Clone(f.aliases), Usage: f.usage, Note: f.note})
	}
	for _, f := range prelude {
		list = append(list, Function{
			Name: f.name, Aliases: slices.Clone(f.aliases), Usage: f.name + "(" + f.params + ")", Body: f.body, Note: f.note,
			Kink: f.kink, KinkAt: f.kinkAt,
		})
	}
	return list
}
