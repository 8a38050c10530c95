package reverse

import (
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/special"
	"github.com/gradcmp/gradcmp/expr"
)

// local stores in s.partials the partials of an instruction by each of its
// arguments. Those by arguments that do not depend on an input mean nothing.
func (s *SecondSweeper) local(in *eval.Instr) []float64 {
	args, regs := s.program.Args(in), s.machine.Registers()
	out := s.partials[:len(args)]
	switch in.Op {
	case expr.OpNeg:
		out[0] = -1
	case expr.OpAdd:
		for i := range out {
			out[i] = 1
		}
	case expr.OpSub:
		out[0], out[1] = 1, -1
	case expr.OpMul:
		s.factors(args)
	case expr.OpDiv:
		divisor := regs[args[1]]
		out[0], out[1] = 1/divisor, -regs[in.Dst]/divisor
	case expr.OpPow:
		base, exponent := regs[args[0]], regs[args[1]]
		out[0], out[1] = 0, 0
		if s.active[args[0]] {
			out[0] = powBase(base, exponent)
		}
		if s.active[args[1]] {
			out[1] = powExponent(base, exponent, regs[in.Dst])
		}
	case expr.OpSelect:
		clear(out)
		out[s.taken(args)] = 1
	case expr.OpCall:
		s.rules[in.Fn](s.load(args), regs[in.Dst], out)
	default: // a comparison
		clear(out)
	}
	return out
}

// bend stores in s.bends the derivatives of the partials of an instruction in
// the direction in which its arguments move.
func (s *SecondSweeper) bend(in *eval.Instr) []float64 {
	args, regs := s.program.Args(in), s.machine.Registers()
	out := s.bends[:len(args)]
	clear(out)
	switch in.Op {
	case expr.OpMul:
		s.factors(args)
	case expr.OpDiv:
		divisor, quotient := regs[args[1]], regs[in.Dst]
		moved, by := s.tangents[args[0]], s.tangents[args[1]]
		out[0] = -along(by, 1/divisor/divisor)
		out[1] = along(by, 2*quotient/divisor/divisor) - float64(along(moved, 1/divisor/divisor))
	case expr.OpPow:
		s.bendPower(args, regs[in.Dst], out)
	case expr.OpCall:
		direction := s.directions[:len(args)]
		for i, r := range args {
			direction[i] = s.tangents[r]
		}
		s.second[in.Fn](s.load(args), regs[in.Dst], direction, out)
	}
	return out
}

// taken returns which argument of a select it chooses.
func (s *SecondSweeper) taken(args []eval.Reg) int {
	if s.machine.Registers()[args[0]] != 0 {
		return 1
	}
	return 2
}

// load returns the values of the argument registers.
func (s *SecondSweeper) load(args []eval.Reg) []float64 {
	values := s.arguments[:len(args)]
	for i, r := range args {
		values[i] = s.machine.Registers()[r]
	}
	return values
}

// factors stores the partials of a product and their derivatives: the product
// of the factors before each, and of those behind it, and how these move.
func (s *SecondSweeper) factors(args []eval.Reg) {
	regs := s.machine.Registers()
	before, moved := 1.0, 0.0
	for i, r := range args {
		s.partials[i], s.bends[i] = before, moved
		moved = float64(along(moved, regs[r])) + float64(along(s.tangents[r], before))
		before *= regs[r]
	}
	behind, moved := 1.0, 0.0
	for i := len(args) - 1; i >= 0; i-- {
		r := args[i]
		s.bends[i] = float64(along(s.bends[i], behind)) + float64(along(moved, s.partials[i]))
		s.partials[i] *= behind
		moved = float64(along(moved, regs[r])) + float64(along(s.tangents[r], behind))
		behind *= regs[r]
	}
}

// bendPower stores how the partials of a power of the given value move. x^0, and
// 0^y for y >= 0, are constant.
func (s *SecondSweeper) bendPower(args []eval.Reg, value float64, out []float64) {
	regs := s.machine.Registers()
	x, y := regs[args[0]], regs[args[1]]
	u, v := s.tangents[args[0]], s.tangents[args[1]]
	if y != 0 && y != 1 && u != 0 {
		out[0] = along(u, y*(y-1)*special.Pow(x, y-2))
	}
	if v == 0 && (u == 0 || !s.active[args[1]]) || x == 0 && y > 1 {
		return
	}
	log := special.Log(x)
	mixed := special.Pow(x, y-1) * (1 + float64(y*log))
	out[0] += float64(along(v, mixed))
	if x == 0 && y >= 0 {
		value = 0
	}
	out[1] = float64(along(u, mixed)) + along(v, damped(log*log, value))
}
