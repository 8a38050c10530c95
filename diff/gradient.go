package diff

import (
	"fmt"

	"github.com/gradcmp/gradcmp/expr"
)

// Gradient returns the partial derivatives of the scalar f with respect to
// each of the variables wrt, in their order, as unsimplified expressions of
// the graph of f. All of them together take a number of nodes that is linear
// in the size of f. The partial derivative with respect to a variable that f
// does not contain is 0. It is an error if the rules lack a function of f.
func Gradient(f expr.Expr, wrt []expr.Expr, rules *Rules) ([]expr.Expr, error) {
	s := newSweep(f, wrt, rules)
	if err := s.run(); err != nil {
		return nil, err
	}
	grad := make([]expr.Expr, len(wrt))
	for i, v := range wrt {
		if v.Op() != expr.OpVar {
			return nil, fmt.Errorf("cannot differentiate with respect to a %s", v.Op())
		}
		grad[i] = s.g.Int(0)
		if v.ID() <= f.ID() {
			grad[i] = s.adjoint(v.ID())
		}
	}
	return grad, nil
}

// Mixed returns the mixed partial derivative of f with respect to the
// variables in their order: one derivative for each of them. simplify is
// applied between the steps, so that they do not swell; nil leaves them as
// they are.
func Mixed(f expr.Expr, wrt []expr.Expr, rules *Rules, simplify func(expr.Expr) expr.Expr) (expr.Expr, error) {
	for _, v := range wrt {
		grad, err := Gradient(f, []expr.Expr{v}, rules)
		if err != nil {
			return expr.Expr{}, err
		}
		f = grad[0]
		if simplify != nil {
			f = simplify(f)
		}
	}
	return f, nil
}

// Hessian returns the matrix of second partial derivatives of the scalar f,
// row by row: entry i*n + j is the derivative of the partial with respect to
// wrt[i] with respect to wrt[j]. simplify is applied to the gradient before it
// is differentiated again; nil leaves it as it is.
func Hessian(f expr.Expr, wrt []expr.Expr, rules *Rules, simplify func(...expr.Expr) []expr.Expr) ([]expr.Expr, error) {
	grad, err := Gradient(f, wrt, rules)
	if err != nil {
		return nil, err
	}
	if simplify != nil {
		grad = simplify(grad...)
	}
	return Jacobian(grad, wrt, rules)
}

// Jacobian returns the matrix of partial derivatives of the outputs, row by
// row: entry i*n + j is the derivative of outputs[i] with respect to wrt[j].
func Jacobian(outputs, wrt []expr.Expr, rules *Rules) ([]expr.Expr, error) {
	rows := make([]expr.Expr, 0, len(outputs)*len(wrt))
	for _, f := range outputs {
		row, err := Gradient(f, wrt, rules)
		if err != nil {
			return nil, err
		}
		rows = append(rows, row...)
	}
	return rows, nil
}
