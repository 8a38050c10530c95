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
}

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
	Wrt     string // the variable, such as x1 or x[0]
	Of      string // which element of a vector or matrix, such as [2]; "" for a scalar
	Formula string // "" if the symbolic route did not run

	Values  [numRoutes]float64 // by route; only those of [Report.Routes] mean anything
	FDError float64            // the error bar of the finite difference
	Max     Difference         // the largest among symbolic, reverse and forward values

	Verdict Verdict
	Wrong   []Route // the routes that are wrong, if it is known which
	Notes   []string
}
