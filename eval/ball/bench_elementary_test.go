package ball

import (
	"math/big"
	"testing"
)

// benchmark computes f at 50 digits, of numbers with all bits.
func benchmark(b *testing.B, f func(Context, Ball) Ball, x string) {
	b.Helper()
	c := Context{Bits: 173}
	v, _, err := big.ParseFloat(x, 10, c.Bits, big.ToNearestEven)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		f(c, Exact(v))
	}
}

// benchmark2 computes f of two inexact numbers.
func benchmark2(b *testing.B, f func(Context, Ball, Ball) Ball) {
	b.Helper()
	c := Context{Bits: 173}
	x, y := c.Log(FromInt(7)), c.Log(FromInt(3))
	b.ReportAllocs()
	for b.Loop() {
		f(c, x, y)
	}
}

// BenchmarkFloatMul is what a product costs without a radius.
func BenchmarkFloatMul(b *testing.B) {
	c := Context{Bits: 173}
	x, y := c.Log(FromInt(7)).Mid(), c.Log(FromInt(3)).Mid()
	b.ReportAllocs()
	for b.Loop() {
		c.float().Mul(x, y)
	}
}

func BenchmarkAdd(b *testing.B)   { benchmark2(b, Context.Add) }
func BenchmarkSub(b *testing.B)   { benchmark2(b, Context.Sub) }
func BenchmarkMul(b *testing.B)   { benchmark2(b, Context.Mul) }
func BenchmarkQuo(b *testing.B)   { benchmark2(b, Context.Quo) }
func BenchmarkPow(b *testing.B)   { benchmark2(b, Context.Pow) }
func BenchmarkHypot(b *testing.B) { benchmark2(b, Context.Hypot) }

const benchX = "1.2345678901234567012345678901234567"

func BenchmarkExp(b *testing.B)    { benchmark(b, Context.Exp, benchX) }
func BenchmarkExp100(b *testing.B) { benchmark(b, Context.Exp, "-123.45678901234567") }
func BenchmarkExp2(b *testing.B)   { benchmark(b, Context.Exp2, benchX) }
func BenchmarkExpm1(b *testing.B)  { benchmark(b, Context.Expm1, benchX) }
func BenchmarkLog(b *testing.B)    { benchmark(b, Context.Log, benchX) }
func BenchmarkLog2(b *testing.B)   { benchmark(b, Context.Log2, benchX) }
func BenchmarkLog10(b *testing.B)  { benchmark(b, Context.Log10, benchX) }
func BenchmarkLog1p(b *testing.B)  { benchmark(b, Context.Log1p, benchX) }
func BenchmarkSqrt(b *testing.B)   { benchmark(b, Context.Sqrt, benchX) }
func BenchmarkSqr(b *testing.B)    { benchmark(b, Context.Sqr, benchX) }
func BenchmarkCbrt(b *testing.B)   { benchmark(b, Context.Cbrt, benchX) }
func BenchmarkRoot5(b *testing.B)  { benchmark(b, root(5), benchX) }
func BenchmarkPow5(b *testing.B)   { benchmark(b, powInt(5), benchX) }
func BenchmarkPow100(b *testing.B) { benchmark(b, powInt(100), benchX) }
