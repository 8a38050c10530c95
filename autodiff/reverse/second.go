package reverse

import (
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
)

// SecondSweeper computes second derivatives of one program by forward mode over
// reverse mode: the reverse sweep runs on pairs of an adjoint and its
// derivative in a direction of the inputs, so that one sweep yields the product
// of the Hessian and the direction (A. Griewank and A. Walther, Evaluating
// Derivatives, 2nd ed., SIAM 2008, section 5.2). It allocates little in repeated
// calls and is not safe for concurrent use.
//
// The first derivatives are those of a [Sweeper]. What stands still contributes
// nothing, even to an infinite second partial, and neither does what an output
// does not depend on.
type SecondSweeper struct {
	*Sweeper
	second   []SecondPartials // by function; nil where the program does not call it
	tangents []float64        // by register
	moves    []float64        // by register: the derivatives of the adjoints
	// The second partials of one instruction in a direction, and the direction.
	bends, directions []float64
}

// NewSecond returns a sweeper for second derivatives of p. The errors are those
// of [New], with an [*eval.MissingError] for a function without second partials.
func NewSecond(p *eval.Program, kernels eval.Kernels, rules Rules, second SecondRules) (*SecondSweeper, error) {
	first, err := New(p, kernels, rules)
	if err != nil {
		return nil, err
	}
	table, err := eval.Rows(p, "second partials for forward over reverse mode", second)
	if err != nil {
		return nil, err
	}
	return &SecondSweeper{
		Sweeper:    first,
		second:     table,
		tangents:   make([]float64, p.NumRegisters()),
		moves:      make([]float64, p.NumRegisters()),
		bends:      make([]float64, p.MaxArgs()),
		directions: make([]float64, p.MaxArgs()),
	}, nil
}

// HVP stores in product the Hessian of one output at the point x times the
// direction, and returns the output and its derivative in that direction. Both
// slices have as many elements as the program has inputs.
func (s *SecondSweeper) HVP(x, direction []float64, output int, product []float64) (value, slope float64) {
	s.machine.Run(x)
	s.push(direction)
	clear(s.adjoints)
	clear(s.moves)
	at := s.program.Outputs()[output]
	s.adjoints[at] = 1
	code := s.program.Code()
	for i := len(code) - 1; i >= 0; i-- {
		in := &code[i]
		if s.active[in.Dst] && (s.adjoints[in.Dst] != 0 || s.moves[in.Dst] != 0) {
			s.propagateBoth(in)
		}
	}
	copy(product, s.moves)
	return s.machine.Registers()[at], s.tangents[at]
}

// push carries the direction from the inputs to every register.
func (s *SecondSweeper) push(direction []float64) {
	clear(s.tangents)
	copy(s.tangents, direction)
	code := s.program.Code()
	for i := range code {
		in := &code[i]
		if !s.active[in.Dst] {
			continue
		}
		args, tangent := s.program.Args(in), 0.0
		if !s.moving(args) {
			continue
		}
		for k, partial := range s.local(in) {
			if s.passes(in, partial) {
				tangent += float64(along(s.tangents[args[k]], partial))
			}
		}
		s.tangents[in.Dst] = tangent
	}
}

// moving reports whether an argument has a tangent.
func (s *SecondSweeper) moving(args []eval.Reg) bool {
	for _, r := range args {
		if s.tangents[r] != 0 {
			return true
		}
	}
	return false
}

// propagateBoth adds to the adjoints of the arguments of an instruction its own
// times its partials, and to their derivatives the derivative of that product.
func (s *SecondSweeper) propagateBoth(in *eval.Instr) {
	args := s.program.Args(in)
	adjoint, move := s.adjoints[in.Dst], s.moves[in.Dst]
	if s.moving(args) {
		s.bend(in)
	} else {
		clear(s.bends[:len(args)])
	}
	for i, partial := range s.local(in) {
		r := args[i]
		if !s.active[r] {
			continue
		}
		if s.passes(in, partial) {
			s.adjoints[r] += float64(along(adjoint, partial))
			s.moves[r] += float64(along(move, partial))
		}
		if s.bends[i] != 0 {
			s.moves[r] += float64(along(adjoint, s.bends[i]))
		}
	}
}

// passes reports whether an instruction passes anything on for an argument by
// which its partial is given: not where it is constant, be what it multiplies
// infinite or NaN.
func (s *SecondSweeper) passes(in *eval.Instr, partial float64) bool {
	switch in.Op {
	case expr.OpSelect, expr.OpCmp:
		return partial != 0
	case expr.OpCall:
		return partial != 0 || !s.kinked[in.Fn]
	}
	return true
}
