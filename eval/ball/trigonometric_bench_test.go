package ball

import (
	"math/big"
	"testing"
)

// benchTrig times f at 50 digits, at a number of as many.
func benchTrig(b *testing.B, f func(Context, Ball) Ball, over, under int64) {
	c := Context{Bits: 173}
	x := Exact(c.FromRat(big.NewRat(over, under)).Mid())
	b.ReportAllocs()
	for b.Loop() {
		f(c, x)
	}
}

func BenchmarkSin(b *testing.B)  { benchTrig(b, Context.Sin, 7, 3) }
func BenchmarkCos(b *testing.B)  { benchTrig(b, Context.Cos, 7, 3) }
func BenchmarkTan(b *testing.B)  { benchTrig(b, Context.Tan, 7, 3) }
func BenchmarkCot(b *testing.B)  { benchTrig(b, Context.Cot, 7, 3) }
func BenchmarkSec(b *testing.B)  { benchTrig(b, Context.Sec, 7, 3) }
func BenchmarkCsc(b *testing.B)  { benchTrig(b, Context.Csc, 7, 3) }
func BenchmarkSinc(b *testing.B) { benchTrig(b, Context.Sinc, 7, 3) }
func BenchmarkAsin(b *testing.B) { benchTrig(b, Context.Asin, 1, 3) }
func BenchmarkAcos(b *testing.B) { benchTrig(b, Context.Acos, 1, 3) }
func BenchmarkAtan(b *testing.B) { benchTrig(b, Context.Atan, 7, 3) }
func BenchmarkAcot(b *testing.B) { benchTrig(b, Context.Acot, 7, 3) }
func BenchmarkAsec(b *testing.B) { benchTrig(b, Context.Asec, 7, 3) }
func BenchmarkAcsc(b *testing.B) { benchTrig(b, Context.Acsc, 7, 3) }
func BenchmarkAtan2(b *testing.B) {
	benchTrig(b, func(c Context, x Ball) Ball { return c.Atan2(x, FromInt(-7)) }, 7, 3)
}
func BenchmarkSinh(b *testing.B)  { benchTrig(b, Context.Sinh, 7, 3) }
func BenchmarkCosh(b *testing.B)  { benchTrig(b, Context.Cosh, 7, 3) }
func BenchmarkTanh(b *testing.B)  { benchTrig(b, Context.Tanh, 7, 3) }
func BenchmarkSech(b *testing.B)  { benchTrig(b, Context.Sech, 7, 3) }
func BenchmarkCsch(b *testing.B)  { benchTrig(b, Context.Csch, 7, 3) }
func BenchmarkCoth(b *testing.B)  { benchTrig(b, Context.Coth, 7, 3) }
func BenchmarkAsinh(b *testing.B) { benchTrig(b, Context.Asinh, 7, 3) }
func BenchmarkAcosh(b *testing.B) { benchTrig(b, Context.Acosh, 7, 3) }
func BenchmarkAtanh(b *testing.B) { benchTrig(b, Context.Atanh, 1, 3) }
func BenchmarkAsech(b *testing.B) { benchTrig(b, Context.Asech, 1, 3) }
func BenchmarkAcsch(b *testing.B) { benchTrig(b, Context.Acsch, 7, 3) }
func BenchmarkAcoth(b *testing.B) { benchTrig(b, Context.Acoth, 7, 3) }
