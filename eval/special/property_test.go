package special

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// TestParity holds odd functions to be exactly odd and even ones exactly even.
func TestParity(t *testing.T) {
	odd := []func(float64) float64{
		Sin, Tan, Csc, Cot, Asin, Atan, Acsc, Acot, Sinh, Tanh, Csch, Coth, Asinh, Atanh, Acsch, Acoth, Cbrt, Tanhshrink,
		Erf, Erfi,
		Erfinv, BesselJ1,
	}
	even := []func(float64) float64{Cos, Sec, Sinc, Cosh, Sech, NormPDF, BesselJ0}
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64().Draw(t, "x")
		for i, f := range odd {
			if !same(f(-x), -f(x)) && !math.IsNaN(f(x)) {
				t.Fatalf("odd function %d at %v: %v and %v", i, x, f(-x), f(x))
			}
		}
		for i, f := range even {
			if !same(f(-x), f(x)) {
				t.Fatalf("even function %d at %v: %v and %v", i, x, f(-x), f(x))
			}
		}
		n := rapid.IntRange(-40, 40).Draw(t, "n")
		if up, down := BesselJn(n, x), BesselJn(-n, -x); !same(up, down) {
			t.Fatalf("J(%d, %v) = %v, but J(%d, %v) = %v", n, x, up, -n, -x, down)
		}
	})
}

// TestMonotonic tries neighbouring doubles, where a function that is increasing
// may not fall by more than its error.
func TestMonotonic(t *testing.T) {
	const slack = 0x1p-52
	increasing := []func(float64) float64{
		Exp, Exp2, Expm1, Log, Log2, Log10, Log1p, Cbrt, Asin, Atan, Sinh, Tanh, Asinh, Acosh, Atanh, Sigmoid,
		LogSigmoid, Softplus,
		Logit, Tanhshrink, Erf, Erfi, Erfinv, NormCDF, LambertW,
	}
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64().Draw(t, "x")
		y := math.Nextafter(x, inf)
		for i, f := range increasing {
			if a, b := f(x), f(y); b < a-slack*math.Abs(a) {
				t.Fatalf("function %d at %v and the next double: %v and %v", i, x, a, b)
			}
		}
	})
}

// TestNoPanic tries every function at pairs of any doubles.
func TestNoPanic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		special := rapid.SampledFrom([]float64{
			0, negZero, 1, -1, inf, -inf, nan, math.MaxFloat64, -math.MaxFloat64,
			5e-324, 0x1p-1022, -3, 1e300,
		})
		number := rapid.OneOf(rapid.Float64(), special)
		x, y := number.Draw(t, "x"), number.Draw(t, "y")
		for _, r := range rows {
			if r.name != "jn" && r.name != "polygamma" && r.name != "polygamma-" {
				r.call([]float64{x, y})
			}
		}
		n := rapid.IntRange(-2000, 2000).Draw(t, "n")
		BesselJn(n, x)
		Polygamma(n, x)
	})
}
