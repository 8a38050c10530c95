package eval

import (
	"fmt"

	"github.com/gradcmp/gradcmp/eval/special"
	"github.com/gradcmp/gradcmp/expr"
)

// Machine runs a program on float64. It holds the registers, so that repeated
// runs allocate nothing. A Machine is not safe for concurrent use.
type Machine struct {
	program *Program
	kernels []Kernel // by function; nil where the program does not call it
	regs    []float64
	scratch []float64 // the arguments of a call
}

// NewMachine returns a machine that runs p with the given kernels. The error
// is a [*MissingError] if p calls a function that has no kernel.
func NewMachine(p *Program, kernels Kernels) (*Machine, error) {
	table, err := Rows(p, "kernel", kernels)
	if err != nil {
		return nil, err
	}
	m := &Machine{
		program: p,
		kernels: table,
		regs:    make([]float64, p.NumRegisters()),
		scratch: make([]float64, p.MaxArgs()),
	}
	for k, c := range p.constants {
		m.regs[p.inputs+k] = c.Float64()
	}
	return m, nil
}

// Program returns the program that the machine runs.
func (m *Machine) Program() *Program { return m.program }

// Registers returns the registers as the last run left them. The slice is
// the machine's own and must not be changed.
func (m *Machine) Registers() []float64 { return m.regs }

// Eval runs the program at the point x and returns the outputs in dst[:0],
// which is grown where it is too short. It panics if x has not as many
// coordinates as the program has inputs.
func (m *Machine) Eval(dst, x []float64) []float64 {
	m.Run(x)
	dst = dst[:0]
	for _, r := range m.program.outputs {
		dst = append(dst, m.regs[r])
	}
	return dst
}

// Eval runs the program once at the point x with the standard kernels. For
// more than one point a [Machine] is faster.
func (p *Program) Eval(dst, x []float64) []float64 {
	m, err := NewMachine(p, standard)
	if err != nil {
		panic(err) // the standard kernels are complete, as a test shows
	}
	return m.Eval(dst, x)
}

// Run runs the program at the point x and leaves the results in the
// registers.
func (m *Machine) Run(x []float64) {
	checkInputs(m.program, len(x))
	copy(m.regs, x)
	regs, pool := m.regs, m.program.args
	for i := range m.program.code {
		in := &m.program.code[i]
		args := pool[in.first : in.first+in.n]
		var y float64
		switch in.Op {
		case expr.OpAdd:
			y = regs[args[0]]
			for _, r := range args[1:] {
				y += regs[r]
			}
		case expr.OpMul:
			y = regs[args[0]]
			for _, r := range args[1:] {
				y *= regs[r]
			}
		case expr.OpSub:
			y = regs[args[0]] - regs[args[1]]
		case expr.OpDiv:
			y = regs[args[0]] / regs[args[1]]
		case expr.OpNeg:
			y = -regs[args[0]]
		case expr.OpPow:
			y = special.Pow(regs[args[0]], regs[args[1]])
		case expr.OpCmp:
			y = Compare(in.Rel, regs[args[0]], regs[args[1]])
		case expr.OpSelect:
			y = regs[args[2]]
			if regs[args[0]] != 0 {
				y = regs[args[1]]
			}
		case expr.OpCall:
			scratch := m.scratch[:len(args)]
			for j, r := range args {
				scratch[j] = regs[r]
			}
			y = m.kernels[in.Fn](scratch)
		}
		regs[in.Dst] = y
	}
}

func checkInputs(p *Program, n int) {
	if n != p.inputs {
		panic(fmt.Sprintf("eval: a point of %d coordinates for a program of %d inputs", n, p.inputs))
	}
}

// Compare returns 1 if "a r b" holds and 0 if not. With a NaN only != holds.
func Compare(r expr.Relation, a, b float64) float64 {
	holds := false
	switch r {
	case expr.Less:
		holds = a < b
	case expr.LessEqual:
		holds = a <= b
	case expr.Greater:
		holds = a > b
	case expr.GreaterEqual:
		holds = a >= b
	case expr.Equal:
		holds = a == b
	case expr.NotEqual:
		holds = a != b
	}
	if holds {
		return 1
	}
	return 0
}
