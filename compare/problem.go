package compare

import (
	"strings"

	"github.com/gradcmp/gradcmp/autodiff/certified"
	"github.com/gradcmp/gradcmp/autodiff/forward"
	"github.com/gradcmp/gradcmp/autodiff/reverse"
	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
)

// Problem is what [Run] is asked.
type Problem struct {
	F    expr.Array // the formula as written
	Text string     // its source; "" if it has none, then F is printed
	// Place, if not nil, says where a node stands in the source, such as "1:5",
	// "" if it is not there.
	Place func(expr.ID) string
	// Excerpt, if not nil, shows the line of the source in which a node stands, and
	// carets below the place; "" and "" if it is not there.
	Excerpt func(expr.ID) (line, marks string)
	// Knee, if not nil, names the function whose kink a select chooses a piece at,
	// "" for a select that the formula's author wrote: see [parser.Result.Knee].
	Knee   func(expr.ID) string
	Wrt    []expr.Expr
	Point  []Input // every variable of the formula, and perhaps more
	Routes []Route
	Tables Tables // a table that is nil means the standard one

	// Convention decides what counts as the derivative at kinks and ties in the
	// standard tables, and is what the report calls it.
	Convention expr.Convention

	Tolerance Tolerance // between routes; its zero value accepts equal numbers only
	// Override, if not nil, takes the place of the account of errors where routes
	// are judged by the referee: see [Account].
	Override *Tolerance
	Curve    bool // ask for the errors of finite differences over their steps
	plain    bool // causes are not looked for: it is part of such a search
	shared   *preparation
	Tamper   Tamper // plants mistakes, for tests of the comparison itself
	// MaxSteps bounds the instructions that one route may execute. A route
	// that would need more is left out with a note. 0 means [DefaultMaxSteps].
	MaxSteps int64
	// MaxFormula bounds the length, in nodes, up to which a formula is written
	// out; if one is longer, all are written with definitions of their shared
	// subexpressions. 0 means [DefaultMaxFormula].
	MaxFormula int64
}

// Defaults of [Problem].
const (
	DefaultMaxSteps   = 2_000_000_000
	DefaultMaxFormula = 250
)

// Input is a variable with its value at the point.
type Input struct {
	Variable expr.Variable
	Values   []float64 // as many as the variable has elements
	// Exact, if not nil, gives the value of each element as written: constant
	// expressions of the formula's graph. The symbolic route then takes the
	// value as written and rounds once, at the end, where it can.
	Exact []expr.Expr
	// Text, if not nil, is how each of Exact is written.
	Text []string
}

// Tables are the rules of the routes.
type Tables struct {
	Symbolic *diff.Rules
	Kernels  eval.Kernels
	Reverse  reverse.Rules
	Forward  forward.Rules

	ReverseSecond reverse.SecondRules
	Hyperdual     forward.Curvatures

	Functions enclosure.Functions // of the referee and of enclosures
	Certified certified.Rules     // of enclosures of derivatives
}

// StandardTables returns the standard rules of every route under a convention.
func StandardTables(c expr.Convention) Tables {
	return Tables{
		Symbolic: diff.StandardRules(c),
		Kernels:  eval.StandardKernels(),
		Reverse:  reverse.StandardRules(c),
		Forward:  forward.StandardRules(c),

		ReverseSecond: reverse.StandardSecondRules(c),
		Hyperdual:     forward.StandardCurvatures(c),

		Functions: enclosure.StandardFunctions(),
		Certified: certified.StandardRules(c),
	}
}

// withDefaults fills in what was left out.
func (p Problem) withDefaults() Problem {
	if p.MaxSteps == 0 {
		p.MaxSteps = DefaultMaxSteps
	}
	if p.MaxFormula == 0 {
		p.MaxFormula = DefaultMaxFormula
	}
	if len(p.Routes) == 0 {
		p.Routes = AllRoutes()
	}
	standard := StandardTables(p.Convention)
	if p.Tables.Symbolic == nil {
		p.Tables.Symbolic = standard.Symbolic
	}
	if p.Tables.Kernels == nil {
		p.Tables.Kernels = standard.Kernels
	}
	if p.Tables.Reverse == nil {
		p.Tables.Reverse = standard.Reverse
	}
	if p.Tables.Forward == nil {
		p.Tables.Forward = standard.Forward
	}
	if p.Tables.ReverseSecond == nil {
		p.Tables.ReverseSecond = standard.ReverseSecond
	}
	if p.Tables.Hyperdual == nil {
		p.Tables.Hyperdual = standard.Hyperdual
	}
	if p.Tables.Functions == nil {
		p.Tables.Functions = standard.Functions
	}
	if p.Tables.Certified == nil {
		p.Tables.Certified = standard.Certified
	}
	return p
}

// coordinates returns the elements of all variables of the point and their values.
func (p *Problem) coordinates() (inputs []expr.Expr, at []float64) {
	for _, in := range p.Point {
		inputs = append(inputs, in.Variable.Elems...)
		at = append(at, in.Values...)
	}
	return inputs, at
}

// positions returns the position of each of the variables among the inputs.
func positions(vars, inputs []expr.Expr) []int {
	position := make(map[expr.Expr]int, len(inputs))
	for i, x := range inputs {
		position[x] = i
	}
	at := make([]int, len(vars))
	for j, x := range vars {
		at[j] = position[x]
	}
	return at
}

// text returns the formula's source, or else a program for it in which shared
// subexpressions are definitions if it is long.
func (p *Problem) text() string {
	if p.Text != "" {
		return p.Text
	}
	if expr.TreeSize(p.MaxFormula+1, p.F.Elems...) <= p.MaxFormula {
		return print.ArrayString(print.Text, p.F)
	}
	var b strings.Builder
	definitions, bodies := print.Let(p.F.Elems)
	for _, d := range definitions {
		b.WriteString(d.Name + " = " + print.String(d.Value) + "\n")
	}
	b.WriteString(print.ArrayString(print.Text, expr.Array{Shape: p.F.Shape, Elems: bodies}))
	return b.String()
}

func coordinatesOf(point []Input) []Coordinate {
	var cs []Coordinate
	for _, in := range point {
		cs = append(cs, Coordinate{in.Variable.Name, in.Variable.Shape, in.Values, in.Text})
	}
	return cs
}
