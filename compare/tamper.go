package compare

import "github.com/gradcmp/gradcmp/expr"

// Tamper plants mistakes in places that are no tables, so that a test can see
// whether the comparison finds them. The zero value changes nothing. What a
// comparison finds out about single operations is not tampered with.
type Tamper struct {
	// Rewrite, if not nil, changes the derivatives as the rules give them before
	// they are simplified, outputs by variables: what a wrong rule of the simplifier
	// does. It returns as many as it is given, which it must not change.
	Rewrite func(derivatives []expr.Expr) []expr.Expr
	// Jacobian, if not nil, changes the numbers that a route gives, outputs by
	// variables, before they are judged: what a wrong sweep does.
	Jacobian func(route Route, jacobian []float64)
}

// rewritten returns the derivatives that are to be simplified.
func (t Tamper) rewritten(derivatives []expr.Expr) []expr.Expr {
	if t.Rewrite == nil {
		return derivatives
	}
	return t.Rewrite(derivatives)
}

// numbers changes what a route gives.
func (t Tamper) numbers(route Route, jacobian []float64) {
	if t.Jacobian != nil {
		t.Jacobian(route, jacobian)
	}
}
