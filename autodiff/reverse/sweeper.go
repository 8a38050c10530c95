package reverse

import (
	"errors"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
)

// ErrNotKept is returned by [New] for a program that was compiled without
// [eval.Keep].
var ErrNotKept = errors.New("reverse: the program does not keep its intermediate values")

// Sweeper computes derivatives of one program. It holds values, adjoints and
// scratch space, so that repeated calls allocate nothing. A Sweeper is not
// safe for concurrent use.
//
// An instruction whose adjoint is exactly 0 is skipped: what a formula does
// not depend on, such as the untaken arm of a select, cannot poison its
// gradient by 0*Inf. Only arguments that depend on an input receive
// adjoints, so that x^2 never asks for log(x). A function with kinks or jumps
// passes nothing on to an argument whose partial is 0, even if its adjoint is
// infinite: there it is constant. The derivative of a comparison, and of a
// select with respect to its condition, is 0.
type Sweeper struct {
	machine  *eval.Machine
	program  *eval.Program
	rules    []Partials // by function; nil where the program does not call it
	kinked   []bool     // by function: its zero partials are those of a constant piece
	active   []bool     // by register: depends on an input
	adjoints []float64  // by register
	// The arguments and partials of one instruction.
	arguments, partials []float64
}

// New returns a sweeper for p, which must have been compiled with
// [eval.Keep]. The errors are [ErrNotKept] and, for a function that p calls
// and that has no kernel or no rule, [*eval.MissingError].
func New(p *eval.Program, kernels eval.Kernels, rules Rules) (*Sweeper, error) {
	if !p.Kept() {
		return nil, ErrNotKept
	}
	machine, err := eval.NewMachine(p, kernels)
	if err != nil {
		return nil, err
	}
	table, err := eval.Rows(p, "partials for reverse mode", rules)
	if err != nil {
		return nil, err
	}
	s := &Sweeper{
		machine:  machine,
		program:  p,
		rules:    table,
		active:   p.Active(),
		adjoints: make([]float64, p.NumRegisters()),

		arguments: make([]float64, p.MaxArgs()),
		partials:  make([]float64, p.MaxArgs()),
	}
	for _, fn := range expr.Funcs() {
		s.kinked = append(s.kinked, fn.Info().Edge != expr.Smooth)
	}
	return s, nil
}

// Values returns the registers of the program as the last call left them. They
// must not be changed.
func (s *Sweeper) Values() []float64 { return s.machine.Registers() }

// Adjoints returns the derivatives, by each register, of the output that was
// swept last, or of the weighted sum of outputs. They must not be changed.
func (s *Sweeper) Adjoints() []float64 { return s.adjoints }

// Edges calls visit for every instruction whose output depends on an input, in
// order, with the derivative of its result by each of its arguments that do, as
// the last run left the values. An argument that stands twice is visited once.
// The adjoints are lost.
func (s *Sweeper) Edges(visit func(dst, arg eval.Reg, partial float64)) {
	clear(s.adjoints)
	for i := range s.program.Code() {
		in := &s.program.Code()[i]
		if !s.active[in.Dst] {
			continue
		}
		s.propagate(in, 1)
		for _, r := range s.program.Args(in) {
			if p := s.adjoints[r]; p != 0 && s.active[r] {
				visit(in.Dst, r, p)
			}
			s.adjoints[r] = 0
		}
	}
}

// Gradient returns the value of one output at the point x and stores its
// gradient in grad, which has as many elements as the program has inputs.
func (s *Sweeper) Gradient(x []float64, output int, grad []float64) float64 {
	s.machine.Run(x)
	s.sweepOutput(output, grad)
	return s.machine.Registers()[s.program.Outputs()[output]]
}

// VJP stores the outputs at the point x in values and the vector-Jacobian
// product u*J in grad: the gradient of the sum of the outputs weighted by u.
func (s *Sweeper) VJP(x, u, values, grad []float64) {
	s.machine.Eval(values, x)
	clear(s.adjoints)
	for i, r := range s.program.Outputs() {
		s.adjoints[r] += u[i]
	}
	s.sweep(grad)
}

// Jacobian stores the outputs at the point x in values and their Jacobian in
// jacobian, row by row: one row for each output, one column for each input.
// It runs the program once and sweeps once for each output.
func (s *Sweeper) Jacobian(x, values, jacobian []float64) {
	s.machine.Eval(values, x)
	n := s.program.NumInputs()
	for i := range s.program.Outputs() {
		s.sweepOutput(i, jacobian[i*n:(i+1)*n])
	}
}

func (s *Sweeper) sweepOutput(output int, grad []float64) {
	clear(s.adjoints)
	s.adjoints[s.program.Outputs()[output]] = 1
	s.sweep(grad)
}

// sweep carries the adjoints from the last instruction to the inputs.
func (s *Sweeper) sweep(grad []float64) {
	code := s.program.Code()
	for i := len(code) - 1; i >= 0; i-- {
		in := &code[i]
		if a := s.adjoints[in.Dst]; a != 0 && s.active[in.Dst] {
			s.propagate(in, a)
		}
	}
	copy(grad, s.adjoints[:s.program.NumInputs()])
}
