package eval

import "github.com/gradcmp/gradcmp/expr"

// Arithmetic is what a [Program] asks of a type of numbers.
//
// Compare returns 1 if the comparison holds and otherwise 0; Select returns a
// if the condition c is not 0, otherwise b. The arguments of Call are
// scratch space that the callee must not keep.
type Arithmetic[T any] interface {
	FromNumber(x expr.Number) T
	Neg(a T) T
	Add(a, b T) T
	Sub(a, b T) T
	Mul(a, b T) T
	Div(a, b T) T
	Pow(a, b T) T
	Call(fn expr.Func, args []T) T
	Compare(r expr.Relation, a, b T) T
	Select(c, a, b T) T
}

// Interpreter runs a program on the numbers of an [Arithmetic]. It holds the
// registers, so that repeated runs allocate nothing that the arithmetic does
// not. An Interpreter is not safe for concurrent use.
type Interpreter[T any] struct {
	program *Program
	ar      Arithmetic[T]
	regs    []T
	scratch []T // the arguments of a call
}

// NewInterpreter returns an interpreter of p, its constants converted.
func NewInterpreter[T any](p *Program, ar Arithmetic[T]) *Interpreter[T] {
	in := &Interpreter[T]{p, ar, make([]T, p.NumRegisters()), make([]T, p.MaxArgs())}
	in.LoadConstants()
	return in
}

// LoadConstants converts the constants anew, for an arithmetic that does not
// always convert a number alike.
func (it *Interpreter[T]) LoadConstants() {
	for k, c := range it.program.constants {
		it.regs[it.program.inputs+k] = it.ar.FromNumber(c)
	}
}

// Registers returns the registers as the last run left them. The slice is
// the interpreter's own and must not be changed.
func (it *Interpreter[T]) Registers() []T { return it.regs }

// Run runs the program at the point x, which must have as many coordinates
// as the program has inputs, and returns the outputs in dst[:0], grown where
// it is too short.
func (it *Interpreter[T]) Run(dst, x []T) []T {
	checkInputs(it.program, len(x))
	copy(it.regs, x)
	for i := range it.program.code {
		in := &it.program.code[i]
		it.regs[in.Dst] = it.step(in)
	}
	dst = dst[:0]
	for _, r := range it.program.outputs {
		dst = append(dst, it.regs[r])
	}
	return dst
}

func (it *Interpreter[T]) step(in *Instr) T {
	args := it.program.Args(in)
	arg := func(i int) T { return it.regs[args[i]] }
	switch in.Op {
	case expr.OpNeg:
		return it.ar.Neg(arg(0))
	case expr.OpAdd:
		return it.fold(args, it.ar.Add)
	case expr.OpMul:
		return it.fold(args, it.ar.Mul)
	case expr.OpSub:
		return it.ar.Sub(arg(0), arg(1))
	case expr.OpDiv:
		return it.ar.Div(arg(0), arg(1))
	case expr.OpPow:
		return it.ar.Pow(arg(0), arg(1))
	case expr.OpCmp:
		return it.ar.Compare(in.Rel, arg(0), arg(1))
	case expr.OpSelect:
		return it.ar.Select(arg(0), arg(1), arg(2))
	}
	scratch := it.scratch[:len(args)]
	for i, r := range args {
		scratch[i] = it.regs[r]
	}
	return it.ar.Call(in.Fn, scratch)
}

// fold combines the registers from the left.
func (it *Interpreter[T]) fold(args []Reg, combine func(a, b T) T) T {
	y := it.regs[args[0]]
	for _, r := range args[1:] {
		y = combine(y, it.regs[r])
	}
	return y
}
