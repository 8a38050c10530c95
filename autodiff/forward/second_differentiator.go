package forward

import (
	"gonum.org/v1/gonum/num/hyperdual"

	"github.com/gradcmp/gradcmp/eval"
)

// SecondDifferentiator computes second derivatives of one program. It is not
// safe for concurrent use.
type SecondDifferentiator struct {
	interpreter *eval.Interpreter[hyperdual.Number]
	in, out     []hyperdual.Number
}

// NewSecond returns a differentiator of p with the given rules. The error is an
// [*eval.MissingError] if p calls a function that has no rule or no curvature.
func NewSecond(p *eval.Program, rules Rules, curvatures Curvatures) (*SecondDifferentiator, error) {
	arithmetic, err := NewHyperArithmetic(p, rules, curvatures)
	if err != nil {
		return nil, err
	}
	return &SecondDifferentiator{
		interpreter: eval.NewInterpreter(p, arithmetic),
		in:          make([]hyperdual.Number, p.NumInputs()),
	}, nil
}

// Mixed stores the outputs at the point x in values, and in seconds their
// second derivatives by the two directions: u*H*v with the Hessian H of each.
func (d *SecondDifferentiator) Mixed(x, u, v, values, seconds []float64) {
	for i := range d.in {
		d.in[i] = hyperdual.Number{Real: x[i], E1mag: u[i], E2mag: v[i]}
	}
	d.out = d.interpreter.Run(d.out, d.in)
	for i, y := range d.out {
		values[i], seconds[i] = y.Real, y.E1E2mag
	}
}
