package expr_test

import (
	"math"
	"testing"

	"github.com/gradcmp/gradcmp/expr"
)

func TestConventionNames(t *testing.T) {
	for _, c := range expr.Conventions() {
		if got, err := expr.ParseConvention(c.String()); got != c || err != nil {
			t.Errorf("%v is read as %v, %v", c, got, err)
		}
	}
	if _, err := expr.ParseConvention("pytorch"); err == nil {
		t.Error("pytorch is read as a convention")
	}
	if expr.Convention(0) != expr.Torch {
		t.Error("PyTorch's is not the default")
	}
}

func TestSlopes(t *testing.T) {
	nan := math.NaN()
	for _, tt := range []struct {
		fn   expr.Func
		ties int
		want []float64 // torch, jax, left, right, minnorm, error
	}{
		{expr.Abs, 1, []float64{0, 0, -1, 1, 0, nan}},
		{expr.Relu, 1, []float64{0, 0, 0, 1, 0, nan}},
		{expr.Sign, 1, []float64{0, 0, 0, 0, 0, nan}},
		{expr.Acot, 1, []float64{-1, -1, -1, -1, -1, nan}},
		{expr.Max, 2, []float64{0.5, 0.5, 0, 1, 0.5, nan}},
		{expr.Min, 4, []float64{0.25, 0.25, 1, 0, 0.25, nan}},
		{expr.Norm, 1, []float64{0, nan, -1, 1, 0, nan}},
		{expr.Hypot, 1, []float64{nan, 0, -1, 1, 0, nan}},
	} {
		for i, c := range expr.Conventions() {
			if got := tt.fn.Info().Slope(c, tt.ties); got != tt.want[i] && !(math.IsNaN(got) && math.IsNaN(tt.want[i])) {
				t.Errorf("%v of %d ties, %v: slope %v, want %v", tt.fn, tt.ties, c, got, tt.want[i])
			}
		}
	}
}

// A jump has one derivative on both sides; a kink has two.
func TestKinks(t *testing.T) {
	for _, fn := range expr.Funcs() {
		info := fn.Info()
		if info.Edge == expr.Smooth && info.Kink != (expr.Kink{}) {
			t.Errorf("%v is smooth and has a kink %+v", fn, info.Kink)
		}
		same := info.Left == info.Right || math.IsNaN(info.Left) && math.IsNaN(info.Right)
		if info.Edge != expr.Smooth && same != info.Edge.IsJump() {
			t.Errorf("%v %v and has slopes %v and %v", fn, info.Edge, info.Left, info.Right)
		}
	}
}

func TestEdges(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	for _, tt := range []struct {
		fn    expr.Func
		args  []float64
		value float64
		want  bool
	}{
		{expr.Sin, []float64{0}, 0, false},
		{expr.Abs, []float64{0}, 0, true},
		{expr.Abs, []float64{nan}, nan, false},
		{expr.Max, []float64{1, 2, 2}, 2, true},
		{expr.Max, []float64{1, 1, 2}, 2, false},
		{expr.Min, []float64{1, 1, 2}, 1, true},
		{expr.Argmax, []float64{1, 1, 2}, 2, false},
		{expr.Argmax, []float64{1, 2, 2}, 1, true},
		{expr.Norm, []float64{0, 0, 0}, 0, true},
		{expr.Hypot, []float64{0, 1e-300}, 1e-300, false},
		{expr.Floor, []float64{-3}, -3, true},
		{expr.Floor, []float64{-3.5}, -4, false},
		{expr.Ceil, []float64{inf}, inf, false},
		{expr.Trunc, []float64{0}, 0, false},
		{expr.Trunc, []float64{2}, 2, true},
		{expr.Round, []float64{2.5}, 2, true},
		{expr.Round, []float64{2}, 2, false},
		{expr.Round, []float64{1e308}, 1e308, false},
		{expr.Mod, []float64{-6, 3}, 0, true},
		{expr.Mod, []float64{0, 3}, 0, true},
		{expr.Mod, []float64{0.75, 0.5}, 0.25, false},
		{expr.Mod, []float64{1, 0}, nan, false},
		{expr.Fmod, []float64{0, 3}, 0, false},
		{expr.Fmod, []float64{6, -3}, 0, true},
		{expr.Atan2, []float64{0, -1}, math.Pi, true},
		{expr.Atan2, []float64{0, 1}, 0, false},
	} {
		if got := tt.fn.Info().Edge.At(tt.args, tt.value); got != tt.want {
			t.Errorf("%v%v is on an edge: %v", tt.fn, tt.args, got)
		}
	}
}
