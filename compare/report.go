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
	// Taylor is, by route, the power of the step with which the remainder of a
	// scalar formula's Taylor expansion falls in one direction: 2 where the
	// gradient is right, 1 where it is not, more where there is no curvature; +Inf
	// if there is no remainder. It is nil without the referee.
	Taylor map[Route]float64

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

// Truth is what the referee found out about a derivative.
type Truth struct {
	Kind        string // such as "derivative" or "kink": see [referee.Kind]
	Value       string // to 25 digits; "" if there is no derivative
	Left, Right string // the one-sided derivatives, where they are known
	Why         string // why the referee gave up
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
	Max     Difference         // the largest among the values of all routes but finite differences and the referee
	// Truth is what the referee found out, nil if it was not asked, and Accounts
	// the errors of the routes, nil unless it found a derivative.
	Truth    *Truth
	Accounts map[Route]Account
	Curve    []CurvePoint // of finite differences, if it was asked for
	Remedy   *Remedy      // another way to write the formula, nil if none is known or needed
	Mirror   bool         // in a Hessian: another entry is the same with the variables exchanged

	Verdict Verdict
	Wrong   []Route // the routes that are wrong, if it is known which
	Notes   []string
	// Line and Marks are the line of the source with the operation to blame, and
	// carets below it; "" if none is, or the source is not known.
	Line, Marks string
}
