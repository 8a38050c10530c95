package eval

import (
	"slices"

	"github.com/gradcmp/gradcmp/expr"
)

// Reg is the number of a register of a [Program].
type Reg uint32

// Instr is one instruction: an operation on registers whose result goes to
// register Dst. Its argument registers are given by [Program.Args].
//
// An instruction reads all its arguments before it writes Dst, which may be
// one of them. Sums and products are n-ary and go from the left. A select
// has both its arms computed before it and chooses one.
type Instr struct {
	Op   expr.Op
	Rel  expr.Relation // of a comparison
	Fn   expr.Func     // of a call
	Dst  Reg
	Node expr.ID // the node of the graph that the instruction computes

	first, n uint32 // the arguments in Program.args
}

// Program is straight-line code that computes several outputs from the
// values of several inputs. It is immutable and may be shared.
//
// The registers are numbered so: first the inputs in their order, then the
// constants in theirs, then the results of instructions. Registers of inputs
// and constants are never written by an instruction.
type Program struct {
	code      []Instr
	args      []Reg
	inputs    int
	constants []expr.Number
	outputs   []Reg
	registers int
	kept      bool
}

// Code returns the instructions in the order in which they run. The slice is
// the program's own and must not be changed.
func (p *Program) Code() []Instr { return p.code }

// Args returns the argument registers of an instruction of the program. The
// slice is the program's own and must not be changed.
func (p *Program) Args(in *Instr) []Reg { return p.args[in.first : in.first+in.n] }

// NumInputs returns the number of inputs; input i is in register i.
func (p *Program) NumInputs() int { return p.inputs }

// NumOutputs returns the number of outputs.
func (p *Program) NumOutputs() int { return len(p.outputs) }

// NumRegisters returns the number of registers.
func (p *Program) NumRegisters() int { return p.registers }

// Constants returns the constants; constant k is in register NumInputs()+k.
// The slice is the program's own and must not be changed.
func (p *Program) Constants() []expr.Number { return p.constants }

// Outputs returns the registers in which the outputs stand after a run, in
// the order of the outputs. An output may be an input or a constant. The
// slice is the program's own and must not be changed.
func (p *Program) Outputs() []Reg { return p.outputs }

// Kept reports whether the program was compiled with [Keep], so that every
// instruction's result is still in its register after a run.
func (p *Program) Kept() bool { return p.kept }

// Active reports for each register whether its value, as a run leaves it,
// depends on one of the given inputs; on any input if none is given.
func (p *Program) Active(inputs ...int) []bool {
	active := make([]bool, p.registers)
	for _, i := range inputs {
		active[i] = true
	}
	if len(inputs) == 0 {
		for i := range p.inputs {
			active[i] = true
		}
	}
	for i := range p.code {
		in := &p.code[i]
		active[in.Dst] = slices.ContainsFunc(p.Args(in), func(r Reg) bool { return active[r] })
	}
	return active
}

// MaxArgs returns the largest number of arguments that an instruction takes.
func (p *Program) MaxArgs() int {
	most := uint32(0)
	for i := range p.code {
		most = max(most, p.code[i].n)
	}
	return int(most)
}

// Funcs returns the functions that the program calls, in the order of the
// table of functions.
func (p *Program) Funcs() []expr.Func {
	all := expr.Funcs()
	called := make([]bool, len(all))
	for i := range p.code {
		if in := &p.code[i]; in.Op == expr.OpCall {
			called[in.Fn] = true
		}
	}
	var fns []expr.Func
	for _, fn := range all {
		if called[fn] {
			fns = append(fns, fn)
		}
	}
	return fns
}
