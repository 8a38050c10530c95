package forward

import (
	"gonum.org/v1/gonum/num/dual"
	"gonum.org/v1/gonum/num/hyperdual"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
)

// HyperArithmetic is the [eval.Arithmetic] of hyperdual numbers, of gonum's
// package num/hyperdual: a value, two tangents and what the one tangent makes of
// the other, so that a run yields exact second derivatives (J. A. Fike and J. J.
// Alonso, The Development of Hyper-Dual Numbers for Exact Second-Derivative
// Calculations, AIAA 2011-886).
//
// The value and the linear parts go by [Arithmetic]; to the last part each
// operation adds its own curvature. Gonum's arithmetic of hyperdual numbers is
// used for sums and differences only: in its products a constant 0 times an
// infinite tangent is NaN, its powers move bases near zero, and most functions
// do not exist.
type HyperArithmetic struct {
	first      *Arithmetic
	curvatures []Curvature // by function; nil where the program does not call it
	duals      []dual.Number
	parts      [3][]float64 // values and both tangents of the arguments of a call
}

// NewHyperArithmetic returns the arithmetic for the program p with the given
// rules. The error is an [*eval.MissingError] if p calls a function without rule
// or without curvature.
func NewHyperArithmetic(p *eval.Program, rules Rules, curvatures Curvatures) (*HyperArithmetic, error) {
	first, err := NewArithmetic(p, rules)
	if err != nil {
		return nil, err
	}
	table, err := eval.Rows(p, "curvature for hyperdual numbers", curvatures)
	if err != nil {
		return nil, err
	}
	ar := &HyperArithmetic{first: first, curvatures: table, duals: make([]dual.Number, p.MaxArgs())}
	for i := range ar.parts {
		ar.parts[i] = make([]float64, p.MaxArgs())
	}
	return ar, nil
}

// lifted applies an operation of dual numbers to each of the three tangents and
// adds the curvature.
func lifted(op func(part func(hyperdual.Number) dual.Number) dual.Number, curvature float64) hyperdual.Number {
	one := op(func(x hyperdual.Number) dual.Number { return dual.Number{Real: x.Real, Emag: x.E1mag} })
	two := op(func(x hyperdual.Number) dual.Number { return dual.Number{Real: x.Real, Emag: x.E2mag} })
	both := op(func(x hyperdual.Number) dual.Number { return dual.Number{Real: x.Real, Emag: x.E1E2mag} })
	return hyperdual.Number{Real: one.Real, E1mag: one.Emag, E2mag: two.Emag, E1E2mag: both.Emag + curvature}
}

// binary applies an operation of two dual numbers to the three tangents.
func binary(op func(a, b dual.Number) dual.Number, a, b hyperdual.Number, curvature float64) hyperdual.Number {
	return lifted(func(part func(hyperdual.Number) dual.Number) dual.Number { return op(part(a), part(b)) }, curvature)
}

// both returns u*v for two tangents, and 0 if one of them is, whatever the other.
func both(u, v float64) float64 {
	if u == 0 || v == 0 {
		return 0
	}
	return u * v
}

// crossed returns a1*b2 + a2*b1 for the tangents of two numbers.
func crossed(a1, b1, a2, b2 float64) float64 { return float64(both(a1, b2)) + float64(both(a2, b1)) }

// FromNumber returns the double nearest to x, which does not move.
func (*HyperArithmetic) FromNumber(x expr.Number) hyperdual.Number {
	return hyperdual.Number{Real: x.Float64()}
}

// Neg returns -a.
func (*HyperArithmetic) Neg(a hyperdual.Number) hyperdual.Number {
	return hyperdual.Number{Real: -a.Real, E1mag: -a.E1mag, E2mag: -a.E2mag, E1E2mag: -a.E1E2mag}
}

// Add returns a + b.
func (*HyperArithmetic) Add(a, b hyperdual.Number) hyperdual.Number { return hyperdual.Add(a, b) }

// Sub returns a - b.
func (*HyperArithmetic) Sub(a, b hyperdual.Number) hyperdual.Number { return hyperdual.Sub(a, b) }

// Mul returns a*b.
func (ar *HyperArithmetic) Mul(a, b hyperdual.Number) hyperdual.Number {
	return binary(ar.first.Mul, a, b, crossed(a.E1mag, b.E1mag, a.E2mag, b.E2mag))
}

// Div returns a/b, which bends by the quotient rule taken twice.
func (ar *HyperArithmetic) Div(a, b hyperdual.Number) hyperdual.Number {
	q := a.Real / b.Real
	slope1 := over(a.E1mag-float64(times(q, b.E1mag)), b.Real)
	slope2 := over(a.E2mag-float64(times(q, b.E2mag)), b.Real)
	return binary(ar.first.Div, a, b, -over(crossed(slope1, b.E1mag, slope2, b.E2mag), b.Real))
}

// Pow returns a^b, with x^0, and 0^y for y >= 0, constant.
func (ar *HyperArithmetic) Pow(a, b hyperdual.Number) hyperdual.Number {
	return binary(ar.first.Pow, a, b, curvatureOfPower(a, b))
}

// Call returns fn of the arguments.
func (ar *HyperArithmetic) Call(fn expr.Func, args []hyperdual.Number) hyperdual.Number {
	values, one, two := ar.parts[0][:len(args)], ar.parts[1][:len(args)], ar.parts[2][:len(args)]
	for i, a := range args {
		values[i], one[i], two[i] = a.Real, a.E1mag, a.E2mag
	}
	curvature := 0.0
	if anyNonzero(one) && anyNonzero(two) {
		curvature = ar.curvatures[fn](values, one, two)
	}
	return lifted(func(part func(hyperdual.Number) dual.Number) dual.Number {
		for i, a := range args {
			ar.duals[i] = part(a)
		}
		return ar.first.Call(fn, ar.duals[:len(args)])
	}, curvature)
}

func anyNonzero(xs []float64) bool {
	for _, x := range xs {
		if x != 0 {
			return true
		}
	}
	return false
}

// Compare returns 1 if the values compare so and 0 if not; it does not move.
func (*HyperArithmetic) Compare(r expr.Relation, a, b hyperdual.Number) hyperdual.Number {
	return hyperdual.Number{Real: eval.Compare(r, a.Real, b.Real)}
}

// Select returns a if the value of c is not 0, otherwise b.
func (*HyperArithmetic) Select(c, a, b hyperdual.Number) hyperdual.Number {
	if c.Real != 0 {
		return a
	}
	return b
}
