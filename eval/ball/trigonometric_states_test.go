package ball

import (
	"math"
	"math/big"
	"testing"
)

// about returns the ball of a midpoint and a radius.
func about(mid, radius float64) Ball {
	return FromFloat64(mid).widen(magnitude(big.NewFloat(radius)))
}

// twoTo returns the number 2^n.
func twoTo(n int) Ball { return Exact(new(big.Float).SetMantExp(big.NewFloat(1), n)) }

// TestTrigStates tries the points and balls at which there is no value.
func TestTrigStates(t *testing.T) {
	type call = func(Context, Ball) Ball
	of := func(f func(Context, Ball) Ball, state State, args ...Ball) {
		t.Helper()
		for _, bits := range []uint{2, 53, 300} {
			for _, x := range args {
				if y := f(Context{Bits: bits}, x); y.state != state {
					t.Errorf("of %s with %d bits is %s, want %s", x.describe(), bits, y.describe(), state)
				}
			}
		}
	}
	n := FromInt
	half, pole := FromFloat64(0.5), about(math.Pi/2, 0.1)
	for _, f := range []call{Context.Cot, Context.Csc, Context.Coth, Context.Csch, Context.Acsch} {
		of(f, Undefined, n(0))
		of(f, Unknown, about(0, 1e-30), about(1, 1), about(1, 2))
		of(f, Known, n(1), about(1, 0.98), twoTo(-100_000), about(-1e-300, 9e-301))
	}
	for _, f := range []call{Context.Sin, Context.Cos, Context.Tan, Context.Cot, Context.Sec, Context.Csc, Context.Sinc} {
		of(f, Beyond, twoTo(200_000), twoTo(1_000_000_000))
		of(f, Known, FromFloat64(math.MaxFloat64), twoTo(-1_000_000_000))
	}
	for _, f := range []call{Context.Tan, Context.Sec} {
		of(f, Unknown, pole, about(0, 4), about(1e20, 2))
		of(f, Known, FromFloat64(math.Pi/2), about(0, 1.5))
	}
	of(Context.Tan, Unknown, about(0, 2))
	of(Context.Sin, Known, pole, about(0, 4), twoTo(200_000).widen(power(2)))
	for _, f := range []call{Context.Asin, Context.Acos, Context.Atanh} {
		of(f, Undefined, n(2), n(-2), about(2, 0.9), twoTo(1_000_000_000))
		of(f, Unknown, about(1, 1e-30), about(-1, 1), about(0, 2))
		of(f, Known, n(0), half, about(0, 0.99), twoTo(-1_000_000_000))
	}
	of(Context.Asin, Known, n(1), n(-1), about(0, 1), about(0.5, 0.5))
	of(Context.Atanh, Undefined, n(1), n(-1), about(2, 1))
	of(Context.Atanh, Unknown, about(0.5, 0.5), about(0, 1))
	for _, f := range []call{Context.Asec, Context.Acsc} {
		of(f, Undefined, n(0), half, about(0, 0.9))
		of(f, Unknown, about(1, 0.1), about(0, 1), about(0, 3))
		of(f, Known, n(1), n(-1), about(2, 1), about(-2, 1), twoTo(1_000_000_000))
	}
	of(Context.Acoth, Undefined, n(0), half, n(1), n(-1), about(0, 1))
	of(Context.Acoth, Unknown, about(1, 0.1), about(0, 3), about(2, 1))
	of(Context.Acoth, Known, n(2), n(-2), about(2, 0.99), twoTo(1_000_000_000))
	of(Context.Acosh, Undefined, n(0), n(-2), half, about(-1, 1.5))
	of(Context.Acosh, Unknown, about(1, 1e-30), about(0, 2))
	of(Context.Acosh, Known, n(1), n(2), about(2, 1), twoTo(1_000_000_000))
	of(Context.Asech, Undefined, n(0), n(-1), n(2), about(-1, 1), about(3, 1))
	of(Context.Asech, Unknown, about(0, 0.5), about(0.5, 0.5), about(1, 0.1))
	of(Context.Asech, Known, n(1), half, about(0.625, 0.375), twoTo(-1_000_000_000))
	for _, f := range []call{Context.Sinh, Context.Cosh} {
		of(f, Beyond, FromFloat64(1e300), FromFloat64(-1e300), twoTo(1_000_000_000))
	}
	for _, f := range []call{Context.Tanh, Context.Sech, Context.Csch, Context.Coth} {
		of(f, Known, FromFloat64(1e300), FromFloat64(-1e300), twoTo(1_000_000_000))
	}
	for _, r := range trigonometricRows {
		if f, ok := r.f.(func(Context, Ball) Ball); ok {
			for _, state := range []State{Unknown, Beyond, Undefined} {
				of(f, state, None(state))
			}
		}
	}
}

// TestTrigExact tries the arguments of which the value is a small integer.
func TestTrigExact(t *testing.T) {
	for _, test := range []struct {
		name     string
		x, value int64
	}{
		{"sin", 0, 0},
		{"cos", 0, 1},
		{"tan", 0, 0},
		{"sec", 0, 1},
		{"sinc", 0, 1},
		{"asin", 0, 0},
		{"acos", 1, 0},
		{"atan", 0, 0},
		{"asec", 1, 0},
		{"sinh", 0, 0},
		{"cosh", 0, 1},
		{"tanh", 0, 0},
		{"sech", 0, 1},
		{"asinh", 0, 0},
		{"acosh", 1, 0},
		{"atanh", 0, 0},
		{"asech", 1, 0},
	} {
		r, _ := rowOf(test.name)
		y := r.call(Context{Bits: 53}, []Ball{FromInt(test.x)})
		if !y.IsExact() || y.Mid().Cmp(FromInt(test.value).Mid()) != 0 {
			t.Errorf("%s(%d) is %s, want %d", test.name, test.x, y.describe(), test.value)
		}
	}
}

// TestTrigWide compares balls of wide arguments with what they have to be.
func TestTrigWide(t *testing.T) {
	c := Context{Bits: 53}
	zero := FromInt(0)
	for _, test := range []struct {
		name   string
		got    Ball
		lo, hi float64
	}{
		{"sin of [-1, 1]", c.Sin(about(0, 1)), -math.Sin(1), math.Sin(1)},
		{"sin of [0, 2]", c.Sin(about(1, 1)), 0, 1},
		{"sin of [4, 6]", c.Sin(about(5, 1)), -1, math.Sin(6)},
		{"cos of [-1, 1]", c.Cos(about(0, 1)), math.Cos(1), 1},
		{"cos of [0, 2]", c.Cos(about(1, 1)), math.Cos(2), 1},
		{"cos of [2, 4]", c.Cos(about(3, 1)), -1, math.Cos(2)},
		{"cos of [0, 4]", c.Cos(about(2, 2)), -1, 1},
		{"sin of far and wide", c.Sin(about(1e300, 3)), -1, 1},
		{"tan of [-1, 1]", c.Tan(about(0, 1)), -math.Tan(1), math.Tan(1)},
		{"cot of [1, 3]", c.Cot(about(2, 1)), 1 / math.Tan(3), 1 / math.Tan(1)},
		{"sec of [-1, 1]", c.Sec(about(0, 1)), 1, 1 / math.Cos(1)},
		{"csc of [1, 3]", c.Csc(about(2, 1)), 1, 1 / math.Sin(3)},
		{"sinc of [-9, 11]", c.Sinc(about(1, 10)), -0.25, 1},
		{"sinc of [90, 110]", c.Sinc(about(100, 10)), -1. / 90, 1. / 90},
		{"acot of [0, 2]", c.Acot(about(1, 1)), math.Atan(0.5), math.Pi / 2},
		{"acot of [-1, 1]", c.Acot(about(0, 1)), -math.Pi / 2, math.Pi / 2},
		{"acot of [-2, 0]", c.Acot(about(-1, 1)), -math.Pi / 2, math.Pi / 2},
		{"acot of 0", c.Acot(zero), math.Pi / 2, math.Pi / 2},
		{"asin of [-1, 1]", c.Asin(about(0, 1)), -math.Pi / 2, math.Pi / 2},
		{"acos of [0, 1]", c.Acos(about(0.5, 0.5)), 0, math.Pi / 2},
		{"asec of [1, 3]", c.Asec(about(2, 1)), 0, math.Acos(1. / 3)},
		{"asec of [-3, -1]", c.Asec(about(-2, 1)), math.Acos(-1. / 3), math.Pi},
		{"cosh of [-1, 2]", c.Cosh(about(0.5, 1.5)), 1, math.Cosh(2)},
		{"sech of [-1, 2]", c.Sech(about(0.5, 1.5)), 1 / math.Cosh(2), 1},
		{"tanh of [-1e9, 1e9]", c.Tanh(about(0, 1e9)), -1, 1},
		{"coth of [1, 3]", c.Coth(about(2, 1)), 1 / math.Tanh(3), 1 / math.Tanh(1)},
		{"csch of [-3, -1]", c.Csch(about(-2, 1)), -1 / math.Sinh(1), -1 / math.Sinh(3)},
		{"angle of the plane", c.Atan2(about(0, 1), about(0, 1)), -math.Pi, math.Pi},
		{"angle of the right half", c.Atan2(about(0, 1), about(1, 1)), -math.Pi / 2, math.Pi / 2},
		{"angle of the upper half", c.Atan2(about(1, 1), about(0, 1)), 0, math.Pi},
		{"angle of the lower half", c.Atan2(about(-1, 1), about(0, 1)), -math.Pi, math.Pi},
		{"angle of the third quadrant", c.Atan2(about(-2, 1), about(-2, 1)), -math.Pi + math.Atan(1./3), -math.Pi + math.Atan(3)},
		{"angle of the cut", c.Atan2(zero, about(-2, 1)), math.Pi, math.Pi},
		{"angle across the cut", c.Atan2(about(0, 1e-9), about(-2, 1)), -math.Pi, math.Pi},
		{"angle of the axis", c.Atan2(zero, about(0, 1)), 0, math.Pi},
		{"angle of a square", c.Atan2(about(2, 1), about(2, 1)), math.Atan(1. / 3), math.Atan(3)},
		{"angle of (0, 0)", c.Atan2(zero, zero), 0, 0},
		{"angle of (-1, 0)", c.Atan2(zero, FromInt(-1)), math.Pi, math.Pi},
		{"angle of (0, -1)", c.Atan2(FromInt(-1), zero), -math.Pi / 2, -math.Pi / 2},
	} {
		lo, hi := test.got.Bounds()
		a, _ := lo.Float64()
		b, _ := hi.Float64()
		if !test.got.IsKnown() || !(math.Abs(a-test.lo) < 1e-7) || !(math.Abs(b-test.hi) < 1e-7) {
			t.Errorf("%s is %s, want from %g to %g", test.name, test.got.describe(), test.lo, test.hi)
		}
	}
}

// TestTrigLarge reduces arguments of which many bits cancel.
func TestTrigLarge(t *testing.T) {
	for _, c := range []Context{{Bits: 2}, {Bits: 60}, {Bits: 60, Budget: 1000}, {Bits: 5000}} {
		pi := Context{Bits: 3000}.Pi().Mid()
		sin := c.Sin(Exact(pi))
		if c.Budget == 0 && (!sin.IsKnown() || sin.rad.Exponent() > magnitude(sin.Mid()).Exponent()+1-int64(c.Bits)) {
			t.Errorf("sin next to pi is %s with %d bits", sin.describe(), c.Bits)
		}
		if c.Budget != 0 && sin.state != Beyond {
			t.Errorf("sin next to pi is %s with a budget of %d bits", sin.describe(), c.Budget)
		}
	}
}

// TestTrigExtremes only wants every function to end soon, whatever it is asked.
func TestTrigExtremes(t *testing.T) {
	balls := []Ball{FromInt(0), FromInt(-1), twoTo(100_000), twoTo(-100_000), twoTo(big.MaxExp - 1), twoTo(big.MinExp)}
	balls = append(balls, FromFloat64(-1e300), FromFloat64(0.7), Context{Bits: 20_000}.Pi())
	for _, b := range balls {
		balls = append(balls, b.widen(power(-100)), b.widen(power(0)), b.widen(power(70)), b.widen(power(1e12)), b.widen(power(-1e12)))
	}
	for _, r := range trigonometricRows {
		for _, bits := range []uint{2, 3, 20, 5000} {
			c := Context{Bits: bits}
			for i, x := range balls {
				y := r.call(c, []Ball{x, balls[(i+7)%len(balls)]})
				if y.IsKnown() && y.Mid().Prec() > bits && y.Mid().MinPrec() > bits {
					t.Errorf("%s of %s has %d bits, want %d", r.name, x.describe(), y.Mid().Prec(), bits)
				}
			}
		}
	}
}
