package compare

import (
	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/expr"
)

// noteLeak says where PyTorch and JAX would answer NaN though the derivative is
// finite: they differentiate both arms of a choice and multiply the one that is
// not taken by 0, and 0 times an infinity or NaN is NaN.
func (r *run) noteLeak() {
	if r.truth == nil || r.plain || r.rows != nil {
		return
	}
	for _, f := range r.outputs {
		for _, id := range r.values.live(f) {
			x := f.Graph().At(id)
			if x.Op() != expr.OpSelect {
				continue
			}
			arm := x.Arg(1)
			if r.values.value(x.Arg(0)) != 0 {
				arm = x.Arg(2)
			}
			if !r.hasWildSlope(arm) {
				continue
			}
			r.note("PyTorch and JAX would give NaN here: of %s%s, the arm that is not taken, %s, has no finite derivative, and they "+
				"multiply it by 0; choose its argument too, so that it is harmless", subexpression(x), r.place(id), subexpression(arm))
			return
		}
	}
}

// hasWildSlope reports whether the derivative of an expression, as the rules
// write it, is infinite or NaN at the point.
func (r *run) hasWildSlope(x expr.Expr) bool {
	slopes, err := diff.Gradient(x, r.Wrt, r.Tables.Symbolic)
	if err != nil || len(slopes) == 0 {
		return false
	}
	values, err := r.evaluate(slopes)
	return err == nil && anyNonFinite(values)
}
