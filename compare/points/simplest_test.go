package points_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/gradcmp/gradcmp/compare/points"
)

func TestSimplest(t *testing.T) {
	any := func(float64) bool { return true }
	none := func(float64) bool { return false }
	for _, tt := range []struct {
		x    float64
		ok   func(float64) bool
		want float64
	}{
		{3.7, any, 0},
		{3.7, none, 3.7},
		{3.7, func(x float64) bool { return x != 0 }, 1},
		{-3.7, func(x float64) bool { return x != 0 }, -1},
		{3.7, func(x float64) bool { return x < 0 }, -1},
		{3.71, func(x float64) bool { return x > 3.6 && x < 3.8 }, 3.7},
		{3.79, func(x float64) bool { return x > 3.78 && x < 3.795 }, 3.79},
		{3.76, func(x float64) bool { return x > 3.6 && x < 3.9 }, 3.8},
		{1.0001, func(x float64) bool { return x > 1 && x < 2 }, 1.1},
		{0.30000000000000004, func(x float64) bool { return x > 0.3 && x < 0.30000000000000006 }, 0.30000000000000004},
		{1234.5, func(x float64) bool { return x > 1100 }, 2000},
		{12, func(x float64) bool { return x > 10 && x < 20 }, 12},
		{6.02e23, func(x float64) bool { return x > 1e20 }, 6e23},
		{math.MaxFloat64, func(x float64) bool { return x > 1e308 && !math.IsInf(x, 0) }, 1.7e308},
		{5e-324, func(x float64) bool { return x > 0 && x < 1 }, 5e-324},
		{1.5e-323, func(x float64) bool { return x > 0 && x < 1 }, 1e-323},
		{math.Inf(-1), any, 0},
		{math.Inf(-1), func(x float64) bool { return x < -9 }, -10},
		{math.Copysign(0, -1), any, 0},
	} {
		if got := points.Simplest(tt.x, tt.ok); got != tt.want {
			t.Errorf("Simplest(%v) = %v, want %v", tt.x, got, tt.want)
		}
	}
	if got := points.Simplest(math.NaN(), none); !math.IsNaN(got) {
		t.Errorf("Simplest(NaN) = %v", got)
	}
	if got := points.Simplest(math.Copysign(0, -1), none); got != 0 || !math.Signbit(got) {
		t.Errorf("Simplest(-0) = %v", got)
	}
}

// TestSimplestProperties makes sure that ok holds for the result, that it is
// asked neither too often nor about x, infinities or -0, and that the result
// cannot be simplified again.
func TestSimplestProperties(t *testing.T) {
	numbers := rapid.OneOf(rapid.Float64Range(-20, 20), rapid.Float64())
	rapid.Check(t, func(t *rapid.T) {
		x := numbers.Draw(t, "x")
		a, b := numbers.Draw(t, "a"), numbers.Draw(t, "b")
		ok := func(v float64) bool { return v == x || min(a, b) <= v && v <= max(a, b) }
		calls := 0
		got := points.Simplest(x, func(v float64) bool {
			calls++
			if v == x && x != 0 || math.IsInf(v, 0) || v == 0 && math.Signbit(v) {
				t.Fatalf("ok was asked about %v", v)
			}
			return ok(v)
		})
		if !ok(got) || calls > points.SimplestCalls {
			t.Fatalf("Simplest(%v) = %v after %d calls", x, got, calls)
		}
		if again := points.Simplest(got, ok); again != got {
			t.Fatalf("Simplest(%v) = %v, and of that %v", x, got, again)
		}
	})
}

func TestSimplestPoint(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.SliceOfN(rapid.Float64Range(-20, 20), 0, 4).Draw(t, "x")
		before := slices.Clone(x)
		bound := rapid.Float64Range(-20, 20).Draw(t, "bound")
		ok := func(v []float64) bool {
			sum := 0.0
			for i := range v {
				sum += v[i] * before[i]
			}
			return sum >= bound || slices.Equal(v, before)
		}
		calls := 0
		got := points.SimplestPoint(x, func(v []float64) bool { calls++; return ok(v) })
		if !ok(got) || !slices.Equal(x, before) || calls > 1+4*points.SimplestCalls*len(x) {
			t.Fatalf("SimplestPoint(%v) = %v after %d calls", before, got, calls)
		}
	})
	got := points.SimplestPoint([]float64{3.3, 2.7}, func(x []float64) bool { return x[0] > x[1] })
	if !slices.Equal(got, []float64{1, 0}) {
		t.Errorf("the simplest point with x > y is %v, want [1 0]", got)
	}
}
