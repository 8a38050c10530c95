package eval_test

import (
	"math"
	"testing"

	"github.com/gradcmp/gradcmp/eval"
)

func TestDigammaDifference(t *testing.T) {
	for _, test := range []struct{ x, d, want float64 }{ // mpmath 1.2.1
		{0.5, 2.25, 2.7824110509968563},
		{5.0, 0.001, 0.0002212985644417116},
		{0.001, 5.0, 1002.0819108988065},
		{100000.0, -0.5, -5.000037500250001e-06},
		{20.0, 1e-12, 5.1270822935201806e-14},
		{1e-300, 1.0, 9.999999999999999e+299},
		{100.25, 1000000.0, 9.212939059714902},
		{1.5, -1.25, -4.263943507354842},
		{-1.5, 0.25, 3.0109824795682845},
		{3, 0, 0},
		{0, 1, math.Inf(1)},
		{-2, 0.5, math.NaN()},
	} {
		got := eval.DigammaDifference(test.x, test.d)
		if !(math.Abs(got-test.want) <= 1e-15*math.Abs(test.want)) && !same(got, test.want) {
			t.Errorf("digamma(%v + %v) less digamma(%[1]v) = %v, want %v", test.x, test.d, got, test.want)
		}
	}
}

func BenchmarkDigammaDifference(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		eval.DigammaDifference(0.5, 1e-3)
	}
}
