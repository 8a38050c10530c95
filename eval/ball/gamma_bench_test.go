package ball

import "testing"

// benchGamma times f at 50 digits.
func benchGamma(b *testing.B, f func(Context, Ball) Ball, points ...float64) {
	c := Context{Bits: 173}
	for _, x := range points {
		at := FromFloat64(x)
		b.Run(at.Mid().Text('g', 6), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f(c, at)
			}
		})
	}
}

func BenchmarkGamma(b *testing.B)    { benchGamma(b, Context.Gamma, 2.7, -2.7, 1e6) }
func BenchmarkLGamma(b *testing.B)   { benchGamma(b, Context.LGamma, 2.7, 1e6) }
func BenchmarkDigamma(b *testing.B)  { benchGamma(b, Context.Digamma, 2.7, -2.7) }
func BenchmarkTrigamma(b *testing.B) { benchGamma(b, Context.Trigamma, 2.7, -2.7) }
func BenchmarkErf(b *testing.B)      { benchGamma(b, Context.Erf, 0.7, 2.7) }
func BenchmarkErfc(b *testing.B)     { benchGamma(b, Context.Erfc, 0.7, 2.7, 9.7, 27) }
func BenchmarkErfi(b *testing.B)     { benchGamma(b, Context.Erfi, 2.7) }
func BenchmarkErfinv(b *testing.B)   { benchGamma(b, Context.Erfinv, 0.7) }
func BenchmarkNormCDF(b *testing.B)  { benchGamma(b, Context.NormCDF, 1.7) }
func BenchmarkStirlingSum(b *testing.B) {
	benchGamma(b, func(c Context, x Ball) Ball { return c.with(24).stirlingSum(overGamma, x) }, 0.0007)
}

func BenchmarkRising(b *testing.B) {
	benchGamma(b, func(c Context, x Ball) Ball { return c.with(24).rising(x, 34) }, 2.7)
}

func BenchmarkFactorial(b *testing.B) { benchGamma(b, Context.Factorial, 2.7) }
func BenchmarkNormPDF(b *testing.B)   { benchGamma(b, Context.NormPDF, 1.7) }
func BenchmarkPolygamma(b *testing.B) {
	benchGamma(b, func(c Context, x Ball) Ball { return c.Polygamma(FromInt(5), x) }, 2.7, -2.7)
}

func BenchmarkBeta(b *testing.B) {
	benchGamma(b, func(c Context, x Ball) Ball { return c.Beta(x, FromFloat64(3.1)) }, 2.7, -2.7, 1e10)
}

func BenchmarkBinomial(b *testing.B) {
	benchGamma(b, func(c Context, x Ball) Ball { return c.Binomial(x, FromFloat64(2.2)) }, 5.5)
}
