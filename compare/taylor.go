package compare

import (
	"math"
	"math/big"
	"slices"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/ball"
	"github.com/gradcmp/gradcmp/eval/enclosure"
)

// taylorSteps are the exponents of the steps of the Taylor test: so small that
// the curvature shows, and so large that the rounding of the gradient does not.
var taylorSteps = [2]int{-18, -20}

// taylor tests the gradient of a scalar formula by each route: in one direction,
// the remainder f(x + h*v) - f(x) - h*(gradient . v) falls with the square of the
// step, or faster, if the gradient is right, and with the step itself if not. The
// function is evaluated in balls. The test needs no step to be chosen, and no
// tolerance.
func (r *run) taylor() {
	if r.truth == nil || r.rows != nil || len(r.outputs) != 1 || len(r.Wrt) == 0 || !r.truth.values[0].IsKnown() {
		return
	}
	program, err := eval.Compile(r.inputs, enclosure.Fold(r.outputs...))
	if err != nil {
		return
	}
	if slices.ContainsFunc(r.Point, func(in Input) bool { return in.Exact != nil }) {
		return // the routes see other points
	}
	direction := r.direction()
	r.report.Taylor = map[Route]float64{}
	for _, route := range r.report.Routes {
		if route == FiniteDifferences || route == Referee || anyNonFinite(r.jacobi[route]) {
			continue
		}
		far, ok := r.remainder(program, route, direction, taylorSteps[0])
		near, ok2 := r.remainder(program, route, direction, taylorSteps[1])
		if !ok || !ok2 {
			continue
		}
		if near.IsZero() {
			r.report.Taylor[route] = math.Inf(1)
			continue
		}
		places := float64(taylorSteps[0] - taylorSteps[1])
		r.report.Taylor[route] = (logOf(far) - logOf(near)) / places
	}
}

// direction is a step in every variable that is differentiated by, of about its
// size, with signs that alternate, so that symmetric formulas do not cancel.
func (r *run) direction() []float64 {
	v := make([]float64, len(r.inputs))
	for k, column := range r.wrtColumns() {
		size := 1.0
		if x := math.Abs(r.at[column]); x != 0 && isFinite(x) {
			size = math.Ldexp(1, math.Ilogb(x))
		}
		if k%2 == 1 {
			size = -size
		}
		v[column] = size
	}
	return v
}

// remainder returns a bound of the remainder at a step of 2^exponent times the
// direction; false if it is not known to some digits.
func (r *run) remainder(program *eval.Program, route Route, direction []float64, exponent int) (ball.Mag, bool) {
	c := ball.Context{Bits: 512}
	x := make([]ball.Ball, len(r.inputs))
	step := ball.Ball{}
	for k, v := range direction {
		x[k] = c.Add(r.truth.exact[k], c.Scale(ball.FromFloat64(v), exponent))
	}
	for j, column := range r.wrtColumns() {
		slope := ball.FromFloat64(r.jacobi[route][j])
		step = c.Add(step, c.Mul(slope, c.Scale(ball.FromFloat64(direction[column]), exponent)))
	}
	ar := &enclosure.Arithmetic{Context: c, Functions: r.Tables.Functions}
	it := eval.NewInterpreter[ball.Ball](program, ar)
	before := it.Run(nil, r.truth.at(c))[0]
	after := it.Run(nil, x)[0]
	rest := c.Sub(c.Sub(after, before), step)
	const sharp = 20
	known := rest.IsKnown() && (rest.IsExact() || rest.Accuracy() >= sharp)
	return rest.Magnitude(), known
}

// logOf returns the logarithm to base 2.
func logOf(m ball.Mag) float64 {
	mantissa := new(big.Float)
	exponent := m.Float().MantExp(mantissa)
	x, _ := mantissa.Float64()
	return math.Log2(x) + float64(exponent)
}
