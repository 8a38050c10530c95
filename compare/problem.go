package compare

import (
	"github.com/gradcmp/gradcmp/autodiff/forward"
	"github.com/gradcmp/gradcmp/autodiff/reverse"
	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
)

// Problem is what [Run] is asked.
type Problem struct {
	F    expr.Array // the formula as written
	Text string     // its source; "" if it has none, then F is printed
	// Place, if not nil, says where a node stands in the source, such as "1:5",
	// "" if it is not there.
	Place func(expr.ID) string
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

	Tolerance Tolerance // its zero value accepts equal numbers only
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
	return p
}
