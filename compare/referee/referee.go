package referee

import (
	"math/big"
	"slices"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/ball"
	"github.com/gradcmp/gradcmp/eval/enclosure"
)

// Limits bound what a question may cost.
type Limits struct {
	// Bits is the greatest precision; 0 stands for DefaultBits.
	Bits uint
	// Runs is the greatest number of evaluations of the program for one
	// derivative; 0 stands for DefaultRuns.
	Runs int
}

// Defaults of [Limits].
const (
	DefaultBits = 1 << 13
	DefaultRuns = 100
)

// Referee answers questions about the derivatives of a program at one point.
// It keeps what it has computed, so that asking about another output costs
// little. It is not safe for concurrent use.
type Referee struct {
	program     *eval.Program
	arithmetic  *enclosure.Arithmetic
	interpreter *eval.Interpreter[ball.Ball]
	at          []ball.Ball
	limits      Limits
	runs        int // left for the present question

	depends [][]bool // by input and output
	levels  map[question][]*level
	center  map[uint][]ball.Ball // the outputs at the point, by precision
}

// New returns a referee for a program at the exact point at. The error is an
// [*eval.MissingError] if the program calls a function without a row.
func New(p *eval.Program, functions enclosure.Functions, at []ball.Ball, limits Limits) (*Referee, error) {
	if _, err := eval.Rows(p, "function on balls", functions); err != nil {
		return nil, err
	}
	if limits.Bits == 0 {
		limits.Bits = DefaultBits
	}
	if limits.Runs == 0 {
		limits.Runs = DefaultRuns
	}
	ar := &enclosure.Arithmetic{Context: ball.Context{Bits: firstBits}, Functions: functions}
	r := &Referee{
		program: p, arithmetic: ar, interpreter: eval.NewInterpreter[ball.Ball](p, ar), at: at, limits: limits,
		levels: map[question][]*level{}, center: map[uint][]ball.Ball{},
	}
	for i := range p.NumInputs() {
		active := p.Active(i)
		on := make([]bool, p.NumOutputs())
		for k, out := range p.Outputs() {
			on[k] = active[out]
		}
		r.depends = append(r.depends, on)
	}
	return r, nil
}

// outputs returns the outputs at a point with a precision.
func (r *Referee) outputs(bits uint, x []ball.Ball) []ball.Ball {
	r.runs--
	if bits != r.arithmetic.Bits {
		r.arithmetic.Bits = bits
		r.interpreter.LoadConstants()
	}
	return r.interpreter.Run(nil, x)
}

// atPoint returns the outputs at the point itself.
func (r *Referee) atPoint(bits uint) []ball.Ball {
	if y, ok := r.center[bits]; ok {
		return y
	}
	y := r.outputs(bits, r.at)
	r.center[bits] = y
	return y
}

// beside returns the outputs where coordinates are moved by some steps.
func (r *Referee) beside(bits uint, moves ...move) []ball.Ball {
	x := slices.Clone(r.at)
	for _, m := range moves {
		wide := ball.Context{Bits: x[m.input].Mid().Prec() + exactBits}
		x[m.input] = wide.Add(x[m.input], ball.Exact(m.by))
	}
	return r.outputs(bits, x)
}

// exactBits is so much that a coordinate and a step, the least of which is
// some 1,400 binary places below it, add without rounding.
const exactBits = 2048

// move is a step in one coordinate.
type move struct {
	input int
	by    *big.Float
}

// step returns the step of size 2^-k in an input, relative to its power of two;
// in a coordinate that is 0 it is absolute.
func (r *Referee) step(input, k int) *big.Float {
	exponent := 0
	if x := r.at[input].Mid(); x.Sign() != 0 {
		exponent = x.MantExp(nil)
	}
	return new(big.Float).SetMantExp(big.NewFloat(1), exponent-k)
}
