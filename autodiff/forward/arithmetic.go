package forward

import (
	"gonum.org/v1/gonum/num/dual"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/special"
	"github.com/gradcmp/gradcmp/expr"
)

// Arithmetic is the [eval.Arithmetic] of dual numbers.
type Arithmetic struct {
	rules []Rule // by function; nil where the program does not call it
}

// NewArithmetic returns the arithmetic for the program p with the given rules.
// The error is an [*eval.MissingError] if p calls a function without rule.
func NewArithmetic(p *eval.Program, rules Rules) (*Arithmetic, error) {
	table, err := eval.Rows(p, "rule for forward mode", rules)
	if err != nil {
		return nil, err
	}
	return &Arithmetic{table}, nil
}

// times returns slope*tangent, and 0 for a zero tangent whatever the slope.
func times(slope, tangent float64) float64 {
	if tangent == 0 {
		return 0
	}
	return slope * tangent
}

// over returns tangent/divisor, and 0 for a zero tangent whatever the divisor.
func over(tangent, divisor float64) float64 {
	if tangent == 0 {
		return 0
	}
	return tangent / divisor
}

// FromNumber returns the double nearest to x, with tangent 0.
func (*Arithmetic) FromNumber(x expr.Number) dual.Number { return dual.Number{Real: x.Float64()} }

// Neg returns -a.
func (*Arithmetic) Neg(a dual.Number) dual.Number {
	return dual.Number{Real: -a.Real, Emag: -a.Emag}
}

// Add returns a + b.
func (*Arithmetic) Add(a, b dual.Number) dual.Number { return dual.Add(a, b) }

// Sub returns a - b.
func (*Arithmetic) Sub(a, b dual.Number) dual.Number { return dual.Sub(a, b) }

// Mul returns a*b. It is not [dual.Mul], in which a constant 0 times an
// infinite tangent or an infinite value times a zero tangent is NaN.
func (*Arithmetic) Mul(a, b dual.Number) dual.Number {
	return dual.Number{
		Real: a.Real * b.Real,
		Emag: float64(times(b.Real, a.Emag)) + float64(times(a.Real, b.Emag)),
	}
}

// Div returns a/b, by the quotient rule in the form (a' - (a/b)*b')/b.
func (*Arithmetic) Div(a, b dual.Number) dual.Number {
	q := a.Real / b.Real
	return dual.Number{Real: q, Emag: over(a.Emag-float64(times(q, b.Emag)), b.Real)}
}

// Pow returns a^b. It is not [dual.Pow], which goes by the logarithm and fails
// for negative and zero bases, nor [dual.PowReal], which moves bases near
// zero. The derivative of x^0 is 0, and that of 0^y is 0 for y >= 0.
func (*Arithmetic) Pow(a, b dual.Number) dual.Number {
	y := dual.Number{Real: special.Pow(a.Real, b.Real)}
	if a.Emag != 0 && b.Real != 0 {
		y.Emag = float64(a.Emag * float64(b.Real*special.Pow(a.Real, b.Real-1)))
	}
	if b.Emag != 0 && (a.Real != 0 || b.Real < 0) {
		y.Emag += float64(b.Emag * float64(special.Log(a.Real)*y.Real))
	}
	return y
}

// Call returns fn of the arguments.
func (ar *Arithmetic) Call(fn expr.Func, args []dual.Number) dual.Number {
	y := ar.rules[fn](args)
	if still(args) {
		y.Emag = 0
	}
	return y
}

// still reports whether no argument moves.
func still(args []dual.Number) bool {
	for _, a := range args {
		if a.Emag != 0 {
			return false
		}
	}
	return true
}

// Compare returns 1 if the values compare so and 0 if not, with tangent 0.
// With a NaN only != holds.
func (*Arithmetic) Compare(r expr.Relation, a, b dual.Number) dual.Number {
	return dual.Number{Real: eval.Compare(r, a.Real, b.Real)}
}

// Select returns a if the value of c is not 0, otherwise b.
func (*Arithmetic) Select(c, a, b dual.Number) dual.Number {
	if c.Real != 0 {
		return a
	}
	return b
}
