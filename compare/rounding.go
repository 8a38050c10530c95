package compare

import (
	"math"
	"slices"

	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
)

// judgeRounding judges a partial on which exact routes give different finite
// numbers, if rounding errors explain it, and reports whether they do.
func (r *run) judgeRounding(p *Partial, exact []Route, i, j int) bool {
	const fewULPs = 64 * 0x1p-52
	switch {
	case r.rows != nil && r.isDust(p, exact, i, j):
		p.decide(Agree, "0 to within rounding: the terms that cancel are far larger")
	case !(p.Max.Absolute <= r.formulaNoise(i, j)):
		return false
	case anyZero(p, exact) && p.Max.Absolute <= fewULPs*r.scale(i, j):
		p.decide(Agree, "0 to within rounding: the terms that cancel are far larger")
	default:
		p.decide(Cancellation, "%s: rounding explains it, because digits cancel in the formula", r.each(p, exact))
	}
	return true
}

// isDust reports whether the routes differ by what rounding leaves where the
// second derivatives of a function, as those of binomial(x, x), cancel: the formula
// has no such terms, and its rounding error does not tell. Some route gives 0, and
// no two give the same other number, which would be a small one indeed.
func (r *run) isDust(p *Partial, exact []Route, i, j int) bool {
	const fewULPs = 16 * 0x1p-52
	var values []float64
	for _, route := range exact {
		if p.Values[route] != 0 {
			values = append(values, p.Values[route])
		}
	}
	zeros := len(exact) - len(values)
	witnessed := zeros > 1 || zeros == 1 && len(values) > 1 && !r.allAccept(values)
	return witnessed && p.Max.Absolute <= fewULPs*r.scale(i, j)
}

func anyZero(p *Partial, routes []Route) bool {
	for _, route := range routes {
		if p.Values[route] == 0 {
			return true
		}
	}
	return false
}

// derivatives returns the formulas for a partial derivative: as the rules give
// it and, if there is one, as printed.
func (r *run) derivatives(i, j int) []expr.Expr {
	formulas, err := diff.Gradient(r.outputs[i], r.Wrt[j:j+1], r.Tables.Symbolic)
	if err != nil {
		return nil
	}
	if r.sym != nil {
		formulas = append(formulas, r.sym.formulas[i*len(r.Wrt)+j])
	}
	return formulas
}

// formulaNoise bounds the rounding error of the formulas for a partial
// derivative by stochastic arithmetic. It is infinite if a perturbation of one
// ulp leads to an infinity or out of a domain.
func (r *run) formulaNoise(i, j int) float64 {
	const safety = 4 // the estimate comes from a few samples
	program, err := eval.Compile(r.inputs, r.derivatives(i, j))
	if err != nil {
		return 0
	}
	noise := 0.0
	for _, n := range eval.Noise(program, r.at, noiseSamples, 1) {
		if math.IsNaN(n) {
			n = math.Inf(1)
		}
		noise += n
	}
	return safety * noise
}

// scale returns the natural size of a partial derivative: the largest value in
// the formula over the coordinate, or over 1 if that is larger.
func (r *run) scale(i, j int) float64 {
	largest := r.values.largest(r.outputs[i])
	if x := math.Abs(r.values.value(r.Wrt[j])); x != 0 && x < 1 {
		return largest / x
	}
	return largest
}

// derivativeLeavesRange reports whether the formula or a partial derivative of
// it overflows or underflows on the way to its value.
func (r *run) derivativeLeavesRange(i, j int) bool {
	if r.values.leavesRange(r.outputs[i]) {
		return true
	}
	formulas := r.derivatives(i, j)
	if len(formulas) == 0 {
		return false
	}
	e, err := evaluate(formulas, r.inputs, r.at, r.Tables.Kernels)
	return err == nil && slices.ContainsFunc(formulas, e.leavesRange)
}
