package enclosure

import (
	"slices"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/ball"
	"github.com/gradcmp/gradcmp/expr"
)

// Culprit is where a value is lost: the operation that has none though all
// its arguments have.
type Culprit struct {
	Node  expr.ID
	State ball.State
	Args  []ball.Ball
}

// FindCulprit runs a program, which must have been compiled with [eval.Keep],
// and returns why an output has no value; false if it has one.
func FindCulprit(p *eval.Program, functions Functions, x Point, output int, c ball.Context) (Culprit, bool) {
	it := eval.NewInterpreter[ball.Ball](p, &Arithmetic{c, functions})
	it.Run(nil, x(c))
	regs := it.Registers()
	made := make(map[eval.Reg]*eval.Instr, len(p.Code()))
	for i := range p.Code() {
		made[p.Code()[i].Dst] = &p.Code()[i]
	}
	at := p.Outputs()[output]
	for !regs[at].IsKnown() {
		in := made[at]
		if in == nil { // a coordinate is not finite
			return Culprit{}, false
		}
		args := p.Args(in)
		next := slices.IndexFunc(args, func(r eval.Reg) bool { return regs[r].State() == regs[at].State() })
		if next < 0 {
			culprit := Culprit{Node: in.Node, State: regs[at].State()}
			for _, r := range args {
				culprit.Args = append(culprit.Args, regs[r])
			}
			return culprit, true
		}
		at = args[next]
	}
	return Culprit{}, false
}
