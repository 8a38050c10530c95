package eval

import (
	"math"
	"math/big"

	"github.com/gradcmp/gradcmp/expr"
)

// Constant returns the double nearest to the value of a constant expression.
// What is made of numbers, pi and e by arithmetic, integer powers and square
// roots is computed to 500 bits and rounded once. Other functions are computed
// in doubles, so their error is that of their kernels. It is NaN where the
// expression is undefined or has variables.
func Constant(x expr.Expr) float64 {
	program, err := Compile(nil, []expr.Expr{x})
	if err != nil {
		return math.NaN()
	}
	wide := NewInterpreter[*big.Float](program, wideArithmetic{}).Run(nil, nil)[0]
	if wide == nil {
		return program.Eval(nil, nil)[0]
	}
	y, _ := wide.Float64()
	return y
}

// widePrecision, in bits, leaves 440 bits for cancellation.
const widePrecision = 500

// Digits of pi and e (On-Line Encyclopedia of Integer Sequences, A000796 and
// A001113).
const (
	digitsOfPi = "3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803482534211706798214808651328230664709384460955058223172535940812848111745"
	digitsOfE  = "2.718281828459045235360287471352662497757247093699959574966967627724076630353547594571382178525166427427466391932003059921817413596629043572900334295260595630738"
)

// wideArithmetic computes with floating-point numbers of many bits. nil stands
// for what it cannot compute.
type wideArithmetic struct{}

func wide() *big.Float { return new(big.Float).SetPrec(widePrecision) }

// FromNumber rounds an exact number.
func (wideArithmetic) FromNumber(x expr.Number) *big.Float { return wide().SetRat(x.Rat()) }

// Neg returns -a.
func (wideArithmetic) Neg(a *big.Float) *big.Float {
	if a == nil {
		return nil
	}
	return wide().Neg(a)
}

// Add returns a + b.
func (wideArithmetic) Add(a, b *big.Float) *big.Float { return both(a, b, wide().Add) }

// Sub returns a - b.
func (wideArithmetic) Sub(a, b *big.Float) *big.Float { return both(a, b, wide().Sub) }

// Mul returns a*b.
func (wideArithmetic) Mul(a, b *big.Float) *big.Float { return both(a, b, wide().Mul) }

// Div returns a/b.
func (wideArithmetic) Div(a, b *big.Float) *big.Float {
	if b == nil || b.Sign() == 0 {
		return nil
	}
	return both(a, b, wide().Quo)
}

// both applies an operation to two finite numbers; a result that overflows is
// none.
func both(a, b *big.Float, op func(a, b *big.Float) *big.Float) *big.Float {
	if a == nil || b == nil {
		return nil
	}
	if y := op(a, b); !y.IsInf() {
		return y
	}
	return nil
}

// Pow returns a^b for a small integer b or b = 1/2.
func (ar wideArithmetic) Pow(a, b *big.Float) *big.Float {
	const most = 4096
	if a == nil || b == nil {
		return nil
	}
	if b.Cmp(big.NewFloat(0.5)) == 0 {
		return ar.Call(expr.Sqrt, []*big.Float{a})
	}
	n, accuracy := b.Int64()
	if accuracy != big.Exact || n > most || n < -most {
		return nil
	}
	if n < 0 {
		return ar.Div(wide().SetInt64(1), ar.Pow(a, wide().SetInt64(-n)))
	}
	y := wide().SetInt64(1)
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			y = ar.Mul(y, a)
		}
		a = ar.Mul(a, a)
	}
	return y
}

// Call knows pi, e and the square root.
func (wideArithmetic) Call(fn expr.Func, args []*big.Float) *big.Float {
	switch fn {
	case expr.Pi:
		y, _ := wide().SetString(digitsOfPi)
		return y
	case expr.E:
		y, _ := wide().SetString(digitsOfE)
		return y
	case expr.Sqrt:
		if args[0] == nil || args[0].Sign() < 0 {
			return nil
		}
		return wide().Sqrt(args[0])
	}
	return nil
}

// Compare leaves comparisons to doubles.
func (wideArithmetic) Compare(expr.Relation, *big.Float, *big.Float) *big.Float { return nil }

// Select leaves choices to doubles.
func (wideArithmetic) Select(_, _, _ *big.Float) *big.Float { return nil }
