package compare

import (
	"math"

	"github.com/gradcmp/gradcmp/autodiff/reverse"
	"github.com/gradcmp/gradcmp/eval"
)

// loss returns the most that the roundings of the formula of a derivative can do
// to it, to first order and in relation to it: what every route may have lost
// without another showing it. A loss of a few units in the last place counts as
// 0, and so does one of a derivative that is no finite number, which shows by
// itself. The formulas are those of the symbolic route; without it they are
// derived.
//
// The bound goes forwards through the formulas, so that one pass serves all of
// them. It is wider than that of [run.roundingOf], which knows that errors on two
// ways from one operation may cancel.
func (r *run) loss() float64 {
	d, err := r.shared.derived(r)
	if err != nil {
		return 0
	}
	s, err := d.sweeper(r)
	if err != nil {
		return 0
	}
	values := make([]float64, len(d.program.Outputs()))
	s.VJP(r.at, make([]float64, len(values)), values, make([]float64, len(r.inputs)))
	bounds := ownRoundings(d.program, s.Values())
	s.Edges(func(dst, arg eval.Reg, partial float64) {
		if partial != 0 {
			bounds[dst] += math.Abs(partial) * bounds[arg]
		}
	})
	most := 0.0
	for k := range d.formulas {
		bound := bounds[d.program.Outputs()[k]]
		if isFinite(values[k]) && bound > Allowance*ulpOf(values[k])+r.Tolerance.Absolute {
			most = math.Max(most, bound/math.Abs(values[k]))
		}
	}
	return most
}

// ownRoundings bounds the rounding error of each instruction of a program that
// has run, by register: an input has none.
func ownRoundings(p *eval.Program, values []float64) []float64 {
	errors := make([]float64, p.NumRegisters())
	for k := range p.Code() {
		in := &p.Code()[k]
		size := 0.0 // of the terms
		for _, a := range p.Args(in) {
			size += math.Abs(values[a])
		}
		errors[in.Dst] = unitError(in, values[in.Dst], size)
	}
	return errors
}

// sweeper returns a sweeper for the derivation's program.
func (d *derivation) sweeper(r *run) (*reverse.Sweeper, error) {
	if d.swept != nil {
		return d.swept, nil
	}
	var err error
	d.swept, err = reverse.New(d.program, r.Tables.Kernels, r.Tables.Reverse)
	return d.swept, err
}
