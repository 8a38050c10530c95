package compare

import "github.com/gradcmp/gradcmp/expr"

// Report is the result of a comparison: a plain value, complete in itself,
// that printers only print.
type Report struct {
	Expr   string       // the formula as written, in gradcmp's language
	At     []Coordinate // in the order of the formula's variables
	Shape  expr.Shape   // of the value
	Value  []float64    // the formula's elements at the point, in row-major order
	Routes []Route      // the routes that ran, in their order
	// RouteValues are the formula's elements as each route computes them; the
	// symbolic route evaluates the simplified formula. Only those of Routes
	// mean anything.
	RouteValues [numRoutes][]float64
	Let         []Definition // shared subexpressions of the formulas, if they are too long to be written out
	Partials    []Partial    // in the order of outputs, and for each of variables
	Verdict     Verdict      // the gravest of the partials
	Notes       []string     // on the whole

	Kind   Kind         // what Partials are
	Vector []Coordinate // of a product: v by variable, or u, which has the shape of the value and no name
}

// Kind says what a report is about.
type Kind uint8

// The kinds of reports.
const (
	Gradient Kind = iota // partial derivatives
	Hessian              // second derivatives
	JVP                  // the Jacobian times a vector: derivatives in a direction
	VJP                  // a vector times the Jacobian
	HVP                  // the Hessian times a vector
)

// Coordinate is the value of one variable at the point.
type Coordinate struct {
	Name   string
	Shape  expr.Shape
	Values []float64 // in row-major order
	Exact  []string  // the values as written, if they were taken so; otherwise nil
}

// Definition names a subexpression of the formulas.
type Definition struct {
	Name    string
	Formula string
}

// Partial is one partial derivative by all routes.
type Partial struct {
	Wrt     string // the variable, such as x1 or x[0], or two for a second derivative, such as x,y; "" for a JVP
	Of      string // which element of a vector or matrix, such as [2]; "" for a scalar
	Formula string // "" if the symbolic route did not run

	Values  [numRoutes]float64 // by route; only those of [Report.Routes] mean anything
	FDError float64            // the error bar of the finite difference
	Max     Difference         // the largest among the values of all routes but finite differences
	Mirror  bool               // in a Hessian: another entry is the same with the variables exchanged

	Verdict Verdict
	Wrong   []Route // the routes that are wrong, if it is known which
	Notes   []string
}
