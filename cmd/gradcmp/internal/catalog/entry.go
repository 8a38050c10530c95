package catalog

import (
	"strings"

	"github.com/gradcmp/gradcmp/autodiff/reverse"
	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
)

// Entry is what there is to know about a function of the language, joined from
// the tables of the packages that each know a part. Its JSON form is that of
// gradcmp functions --format json.
type Entry struct {
	Name       string        `json:"name"`
	Aliases    []string      `json:"aliases,omitempty"`
	Usage      string        `json:"usage"`
	Family     string        `json:"family"`
	Meaning    string        `json:"meaning"`
	Note       string        `json:"note,omitempty"`       // conventions
	Definition string        `json:"definition,omitempty"` // in the language, of functions that are not built in
	Domain     string        `json:"domain,omitempty"`     // "" for everywhere
	Poles      string        `json:"poles,omitempty"`
	Infinite   []float64     `json:"infinite_derivative_at,omitempty"`
	Derivative []partialRule `json:"derivative,omitempty"`
	Edge       *edgeEntry    `json:"edge,omitempty"`
	ULP        *float64      `json:"ulp,omitempty"` // none for what is computed by other functions
	Accuracy   string        `json:"ulp_except,omitempty"`
	Torch      string        `json:"torch,omitempty"`
	JAX        string        `json:"jax,omitempty"`
	NumPy      string        `json:"numpy,omitempty"`
	SymPy      string        `json:"sympy,omitempty"`
	Unicode    string        `json:"unicode,omitempty"` // if it is not the text
	LaTeX      string        `json:"latex,omitempty"`
	Example    worked        `json:"example"`

	sign string // a letter or sign that is read as the name, "" if none
}

// partialRule is how the derivative by one argument is written.
type partialRule struct {
	Wrt   string `json:"wrt"`
	Rule  string `json:"rule"`             // "" where there is no derivative
	OfTwo string `json:"of_two,omitempty"` // of a function of any number of arguments, for two
}

// family is a run of functions in the table of package expr.
type family struct {
	first expr.Func
	title string
}

var families = []family{
	{expr.Pi, "Constants"},
	{expr.Exp, "Exponentials, logarithms and roots"},
	{expr.Sin, "Trigonometric functions and their inverses"},
	{expr.Sinh, "Hyperbolic functions and their inverses"},
	{expr.Abs, "Steps and remainders"},
	{expr.Sigmoid, "Activations"},
	{expr.Erf, "Error functions and the normal distribution"},
	{expr.Gamma, "The gamma function and its relatives"},
	{expr.BesselJ0, "Bessel functions and Lambert's W"},
	{expr.Min, "Of any number of arguments, or of an array"},
}

// Titles of the families beyond the table of package expr.
const (
	arraysTitle  = "Choices, sums and arrays"
	preludeTitle = "Defined in the language"
)

// tables are what entries are made from.
type tables struct {
	convention expr.Convention
	symbolic   *diff.Rules
	kernels    eval.Kernels
	reverse    []reverse.Rules // by convention
}

// Entries returns the entries of all functions: those of package expr by
// families, those on arrays, and those that are defined in the language. Rules
// and examples follow the convention.
func Entries(c expr.Convention) ([]Entry, error) {
	t := &tables{convention: c, symbolic: diff.StandardRules(c), kernels: eval.StandardKernels()}
	for _, c := range expr.Conventions() {
		t.reverse = append(t.reverse, reverse.StandardRules(c))
	}
	var entries []Entry
	next := 0
	for _, fn := range expr.Funcs() {
		if next < len(families) && families[next].first == fn {
			next++
		}
		e, err := t.builtin(fn)
		if err != nil {
			return nil, err
		}
		e.Family = families[next-1].title
		entries = append(entries, e)
	}
	further, err := t.further()
	return append(entries, further...), err
}

// builtin returns the entry of a function of package expr.
func (t *tables) builtin(fn expr.Func) (Entry, error) {
	info := fn.Info()
	args := argumentNames(info)
	e := Entry{
		Name: info.Name, Aliases: info.Aliases, Usage: info.Name, Meaning: info.Meaning,
		Domain: info.Domain, Poles: info.Poles, Infinite: info.Ends,
		ULP: &info.ULP, Accuracy: info.Accuracy,
		Torch: info.Peers.Torch, JAX: info.Peers.JAX, NumPy: info.Peers.NumPy, SymPy: info.Peers.SymPy,
	}
	if info.MaxArgs != 0 {
		e.Usage += "(" + info.Args + ")"
	}
	if !strings.Contains(info.Unicode, "#") {
		e.sign = info.Unicode
	}
	call := callOf(fn, callNames(info, max(info.MinArgs, min(2, len(args)+1))))
	e.LaTeX = print.Sprint(print.LaTeX, call)
	if unicode := print.Sprint(print.Unicode, call); unicode != print.String(call) {
		e.Unicode = unicode
	}
	rule, _ := t.symbolic.Lookup(fn)
	e.Derivative = partialRules(rule, args)
	var err error
	if e.Edge, err = t.edge(fn); err != nil {
		return Entry{}, err
	}
	e.Example, err = t.example(fn)
	return e, err
}

// argumentNames returns the names of a function's arguments; of any number
// that of the first.
func argumentNames(info expr.FuncInfo) []string {
	if info.MaxArgs == 0 {
		return nil
	}
	return strings.Split(strings.TrimSuffix(info.Args, ", …"), ", ")
}

// callOf returns a call of fn with variables of the given names, in a graph of
// its own.
func callOf(fn expr.Func, names []string) expr.Expr {
	g := expr.NewGraph()
	vars := make([]expr.Expr, len(names))
	for i, name := range names {
		vars[i] = g.Var(name)
	}
	return g.Call(fn, vars...)
}
