package forward

import (
	"gonum.org/v1/gonum/num/dual"

	"github.com/gradcmp/gradcmp/eval"
)

// Differentiator computes derivatives of one program. It holds scratch space,
// so that repeated calls allocate nothing. It is not safe for concurrent use.
type Differentiator struct {
	program     *eval.Program
	interpreter *eval.Interpreter[dual.Number]
	in, out     []dual.Number
}

// New returns a differentiator of p with the given rules. The error is an
// [*eval.MissingError] if p calls a function that has no rule.
func New(p *eval.Program, rules Rules) (*Differentiator, error) {
	arithmetic, err := NewArithmetic(p, rules)
	if err != nil {
		return nil, err
	}
	return &Differentiator{
		program:     p,
		interpreter: eval.NewInterpreter(p, arithmetic),
		in:          make([]dual.Number, p.NumInputs()),
		out:         make([]dual.Number, p.NumOutputs()),
	}, nil
}

// Derivative stores the outputs at the point x in values and their
// derivatives in the given direction, the Jacobian-vector product J*direction,
// in tangents.
func (d *Differentiator) Derivative(x, direction, values, tangents []float64) {
	for i := range d.in {
		d.in[i] = dual.Number{Real: x[i], Emag: direction[i]}
	}
	d.run()
	for i, y := range d.out {
		values[i], tangents[i] = y.Real, y.Emag
	}
}

// Jacobian stores the outputs at the point x in values and their Jacobian in
// jacobian, row by row: one row for each output, one column for each input.
// It runs the program once for each input.
func (d *Differentiator) Jacobian(x, values, jacobian []float64) {
	n := len(d.in)
	for i := range d.in {
		d.in[i] = dual.Number{Real: x[i]}
	}
	if n == 0 {
		d.run()
	}
	for j := range d.in {
		d.in[j].Emag = 1
		d.run()
		d.in[j].Emag = 0
		for i, y := range d.out {
			jacobian[i*n+j] = y.Emag
		}
	}
	for i, y := range d.out {
		values[i] = y.Real
	}
}

func (d *Differentiator) run() { d.out = d.interpreter.Run(d.out, d.in) }
