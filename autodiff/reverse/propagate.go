package reverse

import (
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/special"
	"github.com/gradcmp/gradcmp/expr"
)

// propagate adds to the adjoints of the arguments of an instruction its own
// adjoint times its partials.
func (s *Sweeper) propagate(in *eval.Instr, adjoint float64) {
	args, regs, adjoints := s.program.Args(in), s.machine.Registers(), s.adjoints
	switch in.Op {
	case expr.OpNeg:
		adjoints[args[0]] -= adjoint
	case expr.OpAdd:
		for _, r := range args {
			adjoints[r] += adjoint
		}
	case expr.OpSub:
		adjoints[args[0]] += adjoint
		adjoints[args[1]] -= adjoint
	case expr.OpMul:
		s.product(args, adjoint)
	case expr.OpDiv:
		divisor := regs[args[1]]
		if s.active[args[0]] {
			adjoints[args[0]] += adjoint / divisor
		}
		if s.active[args[1]] {
			adjoints[args[1]] -= float64(adjoint * (regs[in.Dst] / divisor))
		}
	case expr.OpPow:
		base, exponent := regs[args[0]], regs[args[1]]
		if s.active[args[0]] {
			adjoints[args[0]] += float64(adjoint * powBase(base, exponent))
		}
		if s.active[args[1]] {
			adjoints[args[1]] += float64(adjoint * powExponent(base, exponent, regs[in.Dst]))
		}
	case expr.OpSelect:
		taken := args[2]
		if regs[args[0]] != 0 {
			taken = args[1]
		}
		adjoints[taken] += adjoint
	case expr.OpCall:
		s.call(in, args, adjoint)
	}
}

// product propagates through an n-ary product in linear time and without a
// division: the partial by factor i is the product of the factors before it
// times the product of those behind it.
func (s *Sweeper) product(args []eval.Reg, adjoint float64) {
	regs := s.machine.Registers()
	prefix := s.partials[:len(args)]
	before := 1.0
	for i, r := range args {
		prefix[i] = before
		before *= regs[r]
	}
	behind := 1.0
	for i := len(args) - 1; i >= 0; i-- {
		r := args[i]
		if s.active[r] {
			s.adjoints[r] += float64(adjoint * (prefix[i] * behind))
		}
		behind *= regs[r]
	}
}

func (s *Sweeper) call(in *eval.Instr, args []eval.Reg, adjoint float64) {
	regs := s.machine.Registers()
	values := s.arguments[:len(args)]
	for i, r := range args {
		values[i] = regs[r]
	}
	partials := s.partials[:len(args)]
	s.rules[in.Fn](values, regs[in.Dst], partials)
	for i, r := range args {
		if s.active[r] && (partials[i] != 0 || !s.kinked[in.Fn]) {
			s.adjoints[r] += float64(adjoint * partials[i])
		}
	}
}

// powBase returns the partial of base^exponent by the base. x^0 is constant,
// at 0 too.
func powBase(base, exponent float64) float64 {
	if exponent == 0 {
		return 0
	}
	return exponent * special.Pow(base, exponent-1)
}

// powExponent returns the partial of value = base^exponent by the exponent.
// 0^b is constant for b >= 0, its jump at b = 0 aside.
func powExponent(base, exponent, value float64) float64 {
	if base == 0 && exponent >= 0 {
		return 0
	}
	return value * special.Log(base)
}
