package catalog

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/gradcmp/gradcmp/autodiff/reverse"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// worked is a call with its value and derivatives.
type worked struct {
	Call     string       `json:"call"`
	At       string       `json:"at,omitempty"` // the point, unless the call has numbers
	Value    jsonNumber   `json:"value"`
	Gradient []derivative `json:"gradient,omitempty"`
}

// derivative is the value of a partial derivative.
type derivative struct {
	Wrt   string     `json:"wrt"`
	Value jsonNumber `json:"value"`
}

// jsonNumber is a number that JSON writes, NaN and infinities as strings.
type jsonNumber float64

func (x jsonNumber) MarshalJSON() ([]byte, error) {
	text := x.String()
	if math.IsNaN(float64(x)) || math.IsInf(float64(x), 0) {
		return []byte(strconv.Quote(text)), nil
	}
	return []byte(text), nil
}

// String writes the shortest decimal that reads back as x, NaN and infinities
// as nan, inf and -inf.
func (x jsonNumber) String() string {
	return strings.TrimPrefix(strings.ToLower(strconv.FormatFloat(float64(x), 'g', -1, 64)), "+")
}

// valueOnly writes the call and its value, such as "erf(0.5) = 0.52".
func (w worked) valueOnly() string {
	text := w.Call + " = " + w.Value.String()
	if w.At != "" {
		text += " at " + w.At
	}
	return text
}

// String writes a line such as "erf(0.5) = 0.52, derivative 0.87".
func (w worked) String() string {
	text := w.valueOnly()
	switch len(w.Gradient) {
	case 0:
		return text
	case 1:
		return text + ", derivative " + w.Gradient[0].Value.String()
	}
	parts := make([]string, len(w.Gradient))
	for i, d := range w.Gradient {
		parts[i] = d.Value.String() + " by " + d.Wrt
	}
	return text + ", derivatives " + strings.Join(parts, ", ")
}

// evaluate returns the value of y and its gradient by reverse mode.
func (t *tables) evaluate(c expr.Convention, y expr.Expr, vars []expr.Expr, at []float64) (float64, []float64, error) {
	program, err := eval.Compile(vars, []expr.Expr{y}, eval.Keep())
	if err != nil {
		return 0, nil, err
	}
	sweeper, err := reverse.New(program, t.kernels, t.reverse[c])
	if err != nil {
		return 0, nil, err
	}
	grad := make([]float64, len(vars))
	value := sweeper.Gradient(at, 0, grad)
	return value, grad, nil
}

// example computes the call that the row of a function shows.
func (t *tables) example(fn expr.Func) (worked, error) {
	info := fn.Info()
	parsed, err := parser.Parse(info.Example, parser.Options{})
	if err != nil {
		return worked{}, err
	}
	call := parsed.Value.Elems[0]
	if call.Op() != expr.OpCall || call.Func() != fn {
		return worked{}, fmt.Errorf("the example %s is no call of %s", info.Example, fn)
	}
	at := make([]float64, call.NumArgs())
	for i := range at {
		at[i] = enclosure.Constant(call.Arg(i))
	}
	value, grad, err := t.differentiate(t.convention, fn, at)
	if err != nil {
		return worked{}, err
	}
	w := worked{Call: info.Example, Value: jsonNumber(value)}
	rule, _ := t.symbolic.Lookup(fn)
	for i, name := range callNames(info, len(at)) {
		if rule.Each != "" || rule.Partials[i] != "" {
			w.Gradient = append(w.Gradient, derivative{name, jsonNumber(grad[i])})
		}
	}
	return w, nil
}

// differentiate returns the value of a function and its partial derivatives
// under a convention.
func (t *tables) differentiate(c expr.Convention, fn expr.Func, at []float64) (float64, []float64, error) {
	call := callOf(fn, callNames(fn.Info(), len(at)))
	return t.evaluate(c, call, call.Args(), at)
}

// callNames returns distinct names for n arguments of a function.
func callNames(info expr.FuncInfo, n int) []string {
	if info.MaxArgs == expr.Variadic {
		return ruleNames[:n]
	}
	return argumentNames(info)
}
