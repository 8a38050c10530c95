package certified

import (
	"slices"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/ball"
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/expr"
)

// Differentiator computes values and derivatives of one program in balls. It
// is not safe for concurrent use.
type Differentiator struct {
	program   *eval.Program
	functions enclosure.Functions
	rules     Rules
	active    []bool // by register: depends on an input
}

// New returns a differentiator for p, which must have been compiled with
// [eval.Keep]. The error is an [*eval.MissingError] for a function that p calls
// and that a table lacks.
func New(p *eval.Program, functions enclosure.Functions, rules Rules) (*Differentiator, error) {
	if _, err := eval.Rows(p, "function on balls", functions); err != nil {
		return nil, err
	}
	if _, err := eval.Rows(p, "partials on balls", rules); err != nil {
		return nil, err
	}
	return &Differentiator{p, functions, rules, p.Active()}, nil
}

// Jacobian returns the outputs at the point x and their Jacobian, row by
// row: one row for each output, one column for each input. All are known to the
// goal's digits if its budget allows.
func (d *Differentiator) Jacobian(x enclosure.Point, g enclosure.Goal) (values, jacobian []ball.Ball) {
	g.Rise(func(c ball.Context) bool {
		values, jacobian = d.at(c, x(c))
		return !slices.ContainsFunc(slices.Concat(values, jacobian), func(y ball.Ball) bool { return !g.Reached(y) })
	})
	return values, jacobian
}

// at computes with one precision.
func (d *Differentiator) at(c ball.Context, x []ball.Ball) (values, jacobian []ball.Ball) {
	s := &sweep{Differentiator: d, context: c, arithmetic: &enclosure.Arithmetic{Context: c, Functions: d.functions}}
	it := eval.NewInterpreter[ball.Ball](d.program, s.arithmetic)
	values = it.Run(nil, x)
	s.registers = it.Registers()
	for _, r := range d.program.Outputs() {
		s.adjoints = make([]ball.Ball, d.program.NumRegisters())
		s.adjoints[r] = one
		s.run()
		jacobian = append(jacobian, s.adjoints[:d.program.NumInputs()]...)
	}
	return values, jacobian
}

// sweep is one adjoint sweep over a program that has run.
type sweep struct {
	*Differentiator
	context    ball.Context
	arithmetic *enclosure.Arithmetic
	registers  []ball.Ball
	adjoints   []ball.Ball
}

// run carries the adjoints from the last instruction to the inputs. As in
// reverse mode, an instruction whose adjoint is exactly 0 hands on nothing:
// what the output does not depend on cannot spoil its derivative.
func (s *sweep) run() {
	code := s.program.Code()
	for i := len(code) - 1; i >= 0; i-- {
		in := &code[i]
		if a := s.adjoints[in.Dst]; s.active[in.Dst] && !a.IsZero() {
			s.propagate(in, a)
		}
	}
}

// propagate hands the adjoint of an instruction, times its partials, to its
// arguments.
func (s *sweep) propagate(in *eval.Instr, adjoint ball.Ball) {
	args := s.program.Args(in)
	if in.Op == expr.OpSelect {
		s.propagateSelect(args, adjoint)
		return
	}
	for i, p := range s.partials(in, args) {
		if r := args[i]; s.active[r] && !p.IsZero() {
			s.hand(r, s.context.Mul(adjoint, p))
		}
	}
}

func (s *sweep) hand(r eval.Reg, contribution ball.Ball) {
	s.adjoints[r] = s.context.Add(s.adjoints[r], contribution)
}

// propagateSelect hands the adjoint to the arm that was taken. Where the
// condition does not tell which it was, neither arm's derivative is known.
func (s *sweep) propagateSelect(args []eval.Reg, adjoint ball.Ball) {
	switch enclosure.Holds(s.registers[args[0]]) {
	case enclosure.Yes:
		s.hand(args[1], adjoint)
	case enclosure.No:
		s.hand(args[2], adjoint)
	default:
		s.hand(args[1], ball.None(ball.Unknown))
		s.hand(args[2], ball.None(ball.Unknown))
	}
}

// partials returns the partial derivatives of an instruction by its arguments;
// those by arguments that depend on no input may be missing or anything.
func (s *sweep) partials(in *eval.Instr, args []eval.Reg) []ball.Ball {
	c, value := s.context, s.registers[in.Dst]
	values := make([]ball.Ball, len(args))
	for i, r := range args {
		values[i] = s.registers[r]
	}
	switch in.Op {
	case expr.OpNeg:
		return []ball.Ball{ball.FromInt(-1)}
	case expr.OpAdd:
		return slices.Repeat([]ball.Ball{one}, len(args))
	case expr.OpSub:
		return []ball.Ball{one, ball.FromInt(-1)}
	case expr.OpMul:
		return others(c, values)
	case expr.OpDiv:
		return []ball.Ball{reciprocal(c, values[1]), c.Neg(c.Quo(value, values[1]))}
	case expr.OpPow:
		return s.power(args, values, value)
	case expr.OpCall:
		return s.rules[in.Fn](c, values, value)
	}
	return nil // a comparison is constant
}

// others returns for each factor the product of all others.
func others(c ball.Context, factors []ball.Ball) []ball.Ball {
	out := make([]ball.Ball, len(factors))
	before := one
	for i, x := range factors {
		out[i] = before
		before = c.Mul(before, x)
	}
	behind := one
	for i := len(factors) - 1; i >= 0; i-- {
		out[i] = c.Mul(out[i], behind)
		behind = c.Mul(behind, factors[i])
	}
	return out
}

// power returns the partials of a power: x^0 is constant, and so is 0^y for
// y >= 0. Only what is asked for is computed, since log(x) may be undefined.
func (s *sweep) power(args []eval.Reg, values []ball.Ball, value ball.Ball) []ball.Ball {
	c, base, exponent := s.context, values[0], values[1]
	out := make([]ball.Ball, 2)
	if s.active[args[0]] && !exponent.IsZero() {
		out[0] = c.Mul(exponent, c.Pow(base, c.Sub(exponent, one)))
	}
	if s.active[args[1]] {
		order := ball.Cmp(exponent, ball.Ball{})
		if !base.IsZero() || order != ball.Greater && order != ball.Equal {
			out[1] = c.Mul(value, c.Log(base))
		}
	}
	return out
}
