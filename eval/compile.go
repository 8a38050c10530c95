package eval

import (
	"fmt"
	"slices"

	"github.com/gradcmp/gradcmp/expr"
)

// FreeVariableError is returned by [Compile] when an output depends on a
// variable that is not among the inputs.
type FreeVariableError struct{ Name string }

func (e *FreeVariableError) Error() string {
	return fmt.Sprintf("the variable %s has no value: it is not an input", e.Name)
}

// InputError is returned by [Compile] when input number Index is not a
// variable or has been given before.
type InputError struct {
	Index int
	Why   string
}

func (e *InputError) Error() string { return fmt.Sprintf("input %d %s", e.Index, e.Why) }

// Option is an option of [Compile].
type Option func(*Program)

// Keep gives every instruction a register of its own, so that all
// intermediate results can be read after a run: the tape of reverse mode.
// Without it registers are used again as soon as their value is dead.
func Keep() Option { return func(p *Program) { p.kept = true } }

// Compile returns a program that computes the outputs from the values of the
// inputs, which are distinct variables; the order of the inputs is that of
// the coordinates of a point. Inputs that no output depends on are allowed.
// All expressions must belong to one graph. The program holds one
// instruction for each node that the outputs depend on, other than variables
// and numbers, in the order of their ids.
//
// The errors are [*InputError] and [*FreeVariableError].
func Compile(inputs, outputs []expr.Expr, options ...Option) (*Program, error) {
	p := &Program{inputs: len(inputs), outputs: make([]Reg, len(outputs))}
	for _, option := range options {
		option(p)
	}
	roots := slices.Concat(inputs, outputs)
	if len(roots) == 0 {
		return p, nil
	}
	ids := expr.Reach(roots...)
	c := &compiler{Program: p, graph: roots[0].Graph(), reg: expr.NewMemo[Reg](ids)}
	if err := c.placeLeaves(inputs, ids); err != nil {
		return nil, err
	}
	c.uses = expr.Uses(c.graph, ids)
	for _, y := range outputs {
		*c.uses.At(y.ID())++ // an output is read once more, at the end
	}
	for _, id := range ids {
		c.emit(c.graph.At(id))
	}
	for i, y := range outputs {
		p.outputs[i] = *c.reg.At(y.ID())
	}
	return p, nil
}

// compiler is a program in the making.
type compiler struct {
	*Program
	graph *expr.Graph
	reg   expr.Memo[Reg]   // where each node's value stands
	uses  expr.Memo[int32] // how often each node's value is still to be read
	free  []Reg            // registers of dead values, the last freed on top
}

// placeLeaves gives inputs and numbers their registers.
func (c *compiler) placeLeaves(inputs []expr.Expr, ids []expr.ID) error {
	given := make(map[expr.ID]bool, len(inputs))
	for i, x := range inputs {
		switch {
		case x.Op() != expr.OpVar:
			return &InputError{i, "is a " + x.Op().String() + ", not a variable"}
		case given[x.ID()]:
			return &InputError{i, "is " + x.Name() + ", which is an input already"}
		}
		given[x.ID()] = true
		*c.reg.At(x.ID()) = Reg(i)
	}
	for _, id := range ids {
		x := c.graph.At(id)
		if x.Op() == expr.OpVar && !given[id] {
			return &FreeVariableError{x.Name()}
		}
		if number, ok := x.Number(); ok {
			*c.reg.At(id) = Reg(c.inputs + len(c.constants))
			c.constants = append(c.constants, number)
		}
	}
	c.registers = c.inputs + len(c.constants)
	return nil
}

// emit appends the instruction that computes the node x; a leaf needs none.
func (c *compiler) emit(x expr.Expr) {
	if x.Op() == expr.OpNum || x.Op() == expr.OpVar {
		return
	}
	first := uint32(len(c.args))
	for _, a := range x.ArgIDs() {
		c.args = append(c.args, *c.reg.At(a))
	}
	// Arguments are released first: the result may take the register of one.
	for _, a := range x.ArgIDs() {
		c.release(a)
	}
	dst := c.allocate()
	*c.reg.At(x.ID()) = dst
	c.code = append(c.code, Instr{
		Op: x.Op(), Rel: x.Relation(), Fn: x.Func(), Dst: dst, Node: x.ID(),
		first: first, n: uint32(len(c.args)) - first,
	})
}

// release notes that the value of a node has been read once more, and frees
// its register after the last time.
func (c *compiler) release(id expr.ID) {
	left := c.uses.At(id)
	*left--
	if reg := *c.reg.At(id); *left == 0 && !c.kept && int(reg) >= c.inputs+len(c.constants) {
		c.free = append(c.free, reg)
	}
}

func (c *compiler) allocate() Reg {
	if last := len(c.free) - 1; last >= 0 {
		reg := c.free[last]
		c.free = c.free[:last]
		return reg
	}
	c.registers++
	return Reg(c.registers - 1)
}
