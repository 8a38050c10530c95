package parser

import (
	"fmt"

	"github.com/gradcmp/gradcmp/expr"
)

// arrayFunction is a function of the language that is lowered to other nodes.
type arrayFunction struct {
	name  string
	usage string // how it is called, for messages
	arity int    // or expr.Variadic
	lower rule
}

// arrayFunctions are the functions beyond those of expr's table.
var arrayFunctions = []arrayFunction{
	{"where", "where(condition, a, b)", 3, elementwise(func(l *lowering, _ operation, x []expr.Expr) expr.Expr {
		return l.g.Select(x[0], x[1], x[2])
	})},
	{"sum", "sum(x)", expr.Variadic, reduction(func(l *lowering, x []expr.Expr) expr.Expr { return l.g.Add(x...) })},
	{"mean", "mean(x)", expr.Variadic, reduction(func(l *lowering, x []expr.Expr) expr.Expr {
		return l.g.Div(l.g.Add(x...), l.g.Int(int64(len(x))))
	})},
	{"dot", "dot(a, b)", 2, dot},
	{"matmul", "matmul(A, B)", 2, matmul},
	{"transpose", "transpose(A)", 1, transpose},
	{"softmax", "softmax(x)", expr.Variadic, softmax},
}

var arrayFunctionByName = func() map[string]*arrayFunction {
	m := make(map[string]*arrayFunction, len(arrayFunctions))
	for i := range arrayFunctions {
		m[arrayFunctions[i].name] = &arrayFunctions[i]
	}
	return m
}()

// functionNames are the names that can be called, for suggestions.
var functionNames = func() (names []string) {
	for _, fn := range expr.Funcs() {
		if info := fn.Info(); info.MaxArgs != 0 {
			names = append(append(names, info.Name), info.Aliases...)
		}
	}
	for _, f := range arrayFunctions {
		names = append(names, f.name)
	}
	return names
}()

// call lowers a call of a function.
func (l *lowering) call(op operation) (expr.Array, error) {
	name := l.nameAt(int(op.token))
	at := l.tokenSpan(int(op.token))
	_, outside := l.Shapes[name]
	if b, ok := l.scope[name]; outside || ok && b.origin.hidesFunction() {
		return expr.Array{}, l.errorf(at, `%s is a variable here and cannot be called; a product is written with "*"`, quote(name))
	}
	if f, ok := arrayFunctionByName[name]; ok {
		if f.arity != expr.Variadic && f.arity != len(op.args) || len(op.args) == 0 {
			return expr.Array{}, l.countError(op, f.usage)
		}
		return f.lower(l, op)
	}
	fn, ok := expr.LookupFunc(name)
	if !ok {
		return expr.Array{}, l.unknownFunction(name, at)
	}
	info := fn.Info()
	switch {
	case info.MaxArgs == 0:
		return expr.Array{}, l.errorf(at, `%s is a constant, not a function; a product is written with "*"`, quote(name))
	case !fn.Accepts(len(op.args)):
		return expr.Array{}, l.countError(op, usage(info))
	case info.MaxArgs == expr.Variadic:
		return reduction(func(l *lowering, x []expr.Expr) expr.Expr { return l.g.Call(fn, x...) })(l, op)
	}
	return elementwise(func(l *lowering, _ operation, x []expr.Expr) expr.Expr { return l.g.Call(fn, x...) })(l, op)
}

func (l *lowering) unknownFunction(name string, at Span) error {
	message, suggestion := "unknown function "+quote(name), Suggest(name, functionNames)
	if suggestion == "" {
		message += `; a product is written with "*"`
	}
	return NewError(l.file, l.text, at, message, suggestion)
}

// usage shows how a function of expr's table is called.
func usage(info expr.FuncInfo) string {
	switch {
	case info.MaxArgs == expr.Variadic:
		return info.Name + "(x) of an array or " + info.Name + "(a, b, …)"
	case info.MaxArgs == 1:
		return info.Name + "(x)"
	}
	return fmt.Sprintf("%s of %d to %d arguments", info.Name, info.MinArgs, info.MaxArgs)
}

func (l *lowering) countError(op operation, usage string) error {
	return l.errorf(op.span(), "wrong number of arguments, %d: it is %s", len(op.args), usage)
}

// elements returns what a function of many values works on: its scalar
// arguments, or the elements of its one array.
func (l *lowering) elements(op operation) ([]expr.Expr, error) {
	if len(op.args) == 1 {
		return op.args[0].Elems, l.spend(op.span(), len(op.args[0].Elems), 1)
	}
	l.terms = l.terms[:0]
	for _, a := range op.args {
		if len(a.Shape) != 0 {
			return nil, l.shapeError(op, "expected one array, or scalars only")
		}
		l.terms = append(l.terms, a.Elems[0])
	}
	return l.terms, nil
}

// reduction returns the rule of a function that makes one scalar of many.
func reduction(build func(*lowering, []expr.Expr) expr.Expr) rule {
	return func(l *lowering, op operation) (expr.Array, error) {
		elems, err := l.elements(op)
		if err != nil {
			return expr.Array{}, err
		}
		return l.scalar(build(l, elems)), nil
	}
}

// dot lowers the inner product of two vectors.
func dot(l *lowering, op operation) (expr.Array, error) {
	a, b := op.args[0].Shape, op.args[1].Shape
	if len(a) != 1 || len(b) != 1 || a[0] != b[0] {
		return expr.Array{}, l.shapeError(op, "expected two vectors of one length")
	}
	return matmul(l, op)
}

// transpose lowers the exchange of rows and columns; a scalar or vector stays
// as it is.
func transpose(l *lowering, op operation) (expr.Array, error) {
	a := op.args[0]
	if len(a.Shape) < 2 {
		return a, nil
	}
	if err := l.spend(op.span(), len(a.Elems), 1); err != nil {
		return expr.Array{}, err
	}
	rows, cols := rowsAndColumns(a.Shape)
	elems := make([]expr.Expr, 0, len(a.Elems))
	for j := range cols {
		for i := range rows {
			elems = append(elems, a.Elems[i*cols+j])
		}
	}
	return expr.Array{Shape: expr.Shape{cols, rows}, Elems: elems}, nil
}

// softmax lowers to exp(x_i - logsumexp(x)), which neither overflows nor
// cancels.
func softmax(l *lowering, op operation) (expr.Array, error) {
	if len(op.args) == 1 && len(op.args[0].Shape) == 2 {
		return expr.Array{}, l.shapeError(op, "expected a vector; for a matrix say which row, as in softmax(W[0])")
	}
	x, err := l.elements(op)
	if err != nil {
		return expr.Array{}, err
	}
	total := l.g.Call(expr.LogSumExp, x...)
	elems := make([]expr.Expr, len(x))
	for i := range x {
		elems[i] = l.g.Call(expr.Exp, l.g.Sub(x[i], total))
	}
	return expr.Array{Shape: expr.Shape{len(x)}, Elems: elems}, nil
}
