package eval

import (
	"math"
	"math/rand/v2"

	"github.com/gradcmp/gradcmp/eval/special"
	"github.com/gradcmp/gradcmp/expr"
)

// Noise estimates the rounding error of each output of p at the point x: the
// difference between the greatest and the least of the plain result and of
// the results of several runs in which every rounded operation is moved at
// random, see [Perturbed]. The same seed gives the same estimate. Three to
// ten samples are enough.
//
// On typical formulas the estimate with five samples is some 6 to 9 times the
// mean true error, and below the error at one point in a hundred. It is NaN
// where a sample is, and 0 where all samples agree, for instance on an
// infinity.
//
// The method is the discrete stochastic arithmetic (CESTAC) of J. Vignes, "A
// stochastic arithmetic for reliable scientific computation", Mathematics
// and Computers in Simulation 35 (1993).
func Noise(p *Program, x []float64, samples int, seed uint64) []float64 {
	least := p.Eval(nil, x)
	greatest := append([]float64(nil), least...)
	it := NewInterpreter(p, NewPerturbed(standard, seed))
	var y []float64
	for range samples {
		it.LoadConstants()
		y = it.Run(y, x)
		for i := range y {
			least[i], greatest[i] = min(least[i], y[i]), max(greatest[i], y[i])
		}
	}
	for i := range greatest {
		if greatest[i] != least[i] { // for two infinities of one sign the difference would be NaN
			greatest[i] -= least[i]
		} else {
			greatest[i] = 0
		}
	}
	return greatest
}

// Perturbed is the arithmetic of float64 in which the result of every rounded
// operation is moved by -1, 0 or +1 ulp at random. Results that are known to
// be exact are not moved: negation, comparison, select, sums, products,
// quotients and square roots without rounding error, integer powers of
// integers, functions that do not round, zeros, infinities, and constants that
// are doubles.
type Perturbed struct {
	kernels Kernels
	exact   []bool // by function: its values have no error, as its row says
	random  *rand.PCG
}

// NewPerturbed returns the arithmetic with the given kernels; the seed
// determines the sequence of moves. A program that it runs may call only
// functions that have a kernel.
func NewPerturbed(kernels Kernels, seed uint64) *Perturbed {
	ar := &Perturbed{kernels: kernels, random: rand.NewPCG(seed, 0)}
	for _, fn := range expr.Funcs() {
		ar.exact = append(ar.exact, fn.Info().ULP == 0)
	}
	return ar
}

// move returns y or one of its neighbours, each with the same probability.
func (ar *Perturbed) move(y float64) float64 {
	if y == 0 || math.IsInf(y, 0) {
		return y
	}
	switch ar.random.Uint64() % 3 {
	case 0:
		return math.Nextafter(y, math.Inf(-1))
	case 1:
		return math.Nextafter(y, math.Inf(1))
	}
	return y
}

func (ar *Perturbed) moveUnless(exact bool, y float64) float64 {
	if exact {
		return y
	}
	return ar.move(y)
}

// FromNumber returns the nearest double, moved if it is not x.
func (ar *Perturbed) FromNumber(x expr.Number) float64 {
	y := x.Float64()
	back, finite := expr.FromFloat(y)
	return ar.moveUnless(finite && back.Cmp(x) == 0, y)
}

// Neg returns -a.
func (ar *Perturbed) Neg(a float64) float64 { return -a }

// Add returns a + b, moved.
func (ar *Perturbed) Add(a, b float64) float64 {
	sum, rounded := twoSum(a, b)
	return ar.moveUnless(rounded == 0, sum)
}

// Sub returns a - b, moved.
func (ar *Perturbed) Sub(a, b float64) float64 { return ar.Add(a, -b) }

// Mul returns a*b, moved.
func (ar *Perturbed) Mul(a, b float64) float64 {
	product, rounded := twoProd(a, b)
	return ar.moveUnless(rounded == 0, product)
}

// Div returns a/b, moved.
func (ar *Perturbed) Div(a, b float64) float64 {
	q := a / b
	return ar.moveUnless(math.FMA(q, b, -a) == 0, q)
}

// Pow returns a^b, moved.
func (ar *Perturbed) Pow(a, b float64) float64 {
	if b == 2 {
		return ar.Mul(a, a)
	}
	y := special.Pow(a, b)
	integers := a == math.Trunc(a) && b == math.Trunc(b) && b >= 0 && math.Abs(y) < 1<<53
	return ar.moveUnless(integers || b == 0 || b == 1, y)
}

// Call returns fn of the arguments, moved.
func (ar *Perturbed) Call(fn expr.Func, args []float64) float64 {
	y := ar.kernels[fn](args)
	exactRoot := fn == expr.Sqrt && math.FMA(y, y, -args[0]) == 0
	return ar.moveUnless(ar.exact[fn] || exactRoot, y)
}

// Compare returns 1 if "a r b" holds and 0 if not.
func (ar *Perturbed) Compare(r expr.Relation, a, b float64) float64 { return Compare(r, a, b) }

// Select returns a if c is not 0, otherwise b.
func (ar *Perturbed) Select(c, a, b float64) float64 {
	if c != 0 {
		return a
	}
	return b
}
