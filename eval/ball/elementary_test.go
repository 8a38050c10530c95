package ball

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// span returns the ball of what is not further from mid than radius.
func span(mid, radius float64) Ball {
	return FromFloat64(mid).widen(magnitude(big.NewFloat(radius)))
}

// num returns the ball of x alone.
func num(x float64) Ball { return FromFloat64(x) }

// TestElementaryStates has what is exact and what has no value.
func TestElementaryStates(t *testing.T) {
	undefined, unknown, beyond := None(Undefined), None(Unknown), None(Beyond)
	small, wide := span(0, 1e-30), span(0, 1e300)
	upwards := Context{Bits: 20}.Sqr(small) // from 0
	tests := []struct {
		name string
		args []Ball
		want Ball
	}{
		{"add", []Ball{num(0.1), num(-0.1)}, num(0)},
		{"add", []Ball{undefined, unknown}, undefined},
		{"mul", []Ball{beyond, unknown}, beyond},
		{"quo", []Ball{num(1), num(0)}, undefined},
		{"quo", []Ball{num(0), num(0)}, undefined},
		{"quo", []Ball{num(1), small}, unknown},
		{"quo", []Ball{num(1), span(1, 1)}, unknown},
		{"quo", []Ball{num(0), num(7)}, num(0)},
		{"sqrt", []Ball{num(0)}, num(0)},
		{"sqrt", []Ball{num(6.25)}, num(2.5)},
		{"sqrt", []Ball{num(-1e-300)}, undefined},
		{"sqrt", []Ball{span(-2, 1)}, undefined},
		{"sqrt", []Ball{small}, unknown},
		{"exp", []Ball{num(0)}, num(1)},
		{"exp", []Ball{num(1e300)}, beyond},
		{"exp", []Ball{num(1.5e9)}, beyond},
		{"exp", []Ball{span(1e300, 1)}, beyond},
		{"exp", []Ball{wide}, unknown},
		{"exp2", []Ball{num(10)}, num(1024)},
		{"exp2", []Ball{num(-3)}, num(0.125)},
		{"exp2", []Ball{num(1 << 31)}, beyond},
		{"exp2", []Ball{num(1e300)}, beyond},
		{"expm1", []Ball{num(0)}, num(0)},
		{"expm1", []Ball{num(1e300)}, beyond},
		{"log", []Ball{num(1)}, num(0)},
		{"log", []Ball{num(0)}, undefined},
		{"log", []Ball{num(-1)}, undefined},
		{"log", []Ball{span(-1.5, 0.5)}, undefined},
		{"log", []Ball{span(-1, 1)}, undefined},
		{"log", []Ball{span(1, 1)}, unknown},
		{"log", []Ball{small}, unknown},
		{"log", []Ball{upwards}, unknown},
		{"log1p", []Ball{num(0)}, num(0)},
		{"log1p", []Ball{num(-1)}, undefined},
		{"log1p", []Ball{num(-1e300)}, undefined},
		{"log1p", []Ball{span(-1, 0.5)}, unknown},
		{"log2", []Ball{num(1)}, num(0)},
		{"log2", []Ball{num(0.125)}, num(-3)},
		{"log2", []Ball{num(0)}, undefined},
		{"log2", []Ball{num(-2)}, undefined},
		{"log10", []Ball{num(1)}, num(0)},
		{"log10", []Ball{num(1e22)}, num(22)},
		{"log10", []Ball{num(-10)}, undefined},
		{"log10", []Ball{unknown}, unknown},
		{"pow", []Ball{num(0), num(0)}, num(1)},
		{"pow", []Ball{small, num(0)}, num(1)},
		{"pow", []Ball{wide, num(0)}, num(1)},
		{"pow", []Ball{undefined, num(0)}, undefined},
		{"pow", []Ball{num(0), num(0.5)}, num(0)},
		{"pow", []Ball{num(0), span(1, 0.5)}, num(0)},
		{"pow", []Ball{num(0), num(1e300)}, num(0)},
		{"pow", []Ball{num(0), num(-0.5)}, undefined},
		{"pow", []Ball{num(0), num(-3)}, undefined},
		{"pow", []Ball{num(0), num(-1e300)}, undefined},
		{"pow", []Ball{num(0), span(-1, 0.5)}, undefined},
		{"pow", []Ball{num(0), small}, unknown},
		{"pow", []Ball{num(-2), num(0.5)}, undefined},
		{"pow", []Ball{num(-2), span(2.5, 0.4)}, undefined},
		{"pow", []Ball{num(-2), span(-2.5, 0.4)}, undefined},
		{"pow", []Ball{num(-2), span(2.5, 0.5)}, unknown},
		{"pow", []Ball{num(-2), span(3, 1e-30)}, unknown},
		{"pow", []Ball{num(-2), span(1e300, 1)}, unknown},
		{"pow", []Ball{span(-2, 1), num(0.5)}, undefined},
		{"pow", []Ball{small, num(0.5)}, unknown},
		{"pow", []Ball{small, num(-1)}, unknown},
		{"pow", []Ball{upwards, num(-0.5)}, unknown},
		{"pow", []Ball{num(-2), num(3)}, num(-8)},
		{"pow", []Ball{num(-2), num(-3)}, num(-0.125)},
		{"pow", []Ball{num(-1), num(1e300)}, num(1)},
		{"pow", []Ball{num(1), num(-1e300)}, num(1)},
		{"pow", []Ball{num(1), num(0.3)}, num(1)},
		{"pow", []Ball{num(1), small}, num(1)},
		{"pow", []Ball{num(4), num(0.5)}, num(2)},
		{"pow", []Ball{num(4), num(-1.5)}, num(0.125)},
		{"pow", []Ball{num(81), num(0.75)}, num(27)},
		{"pow", []Ball{num(2), num(1e300)}, beyond},
		{"pow", []Ball{num(0.5), num(-1e300)}, beyond},
		{"pow", []Ball{num(-2), num(1e300)}, beyond},
		{"cube", []Ball{num(-3)}, num(-27)},
		{"power-5", []Ball{num(0)}, undefined},
		{"power-5", []Ball{small}, unknown},
		{"power-5", []Ball{num(-2)}, num(-0.03125)},
		{"cbrt", []Ball{num(-8)}, num(-2)},
		{"cbrt", []Ball{num(0)}, num(0)},
		{"root4", []Ball{num(6.25 * 6.25)}, num(2.5)},
		{"root4", []Ball{num(-1)}, undefined},
		{"root4", []Ball{small}, unknown},
		{"root-5", []Ball{num(0)}, undefined},
		{"root-5", []Ball{num(-32)}, num(-0.5)},
		{"hypot", []Ball{num(3), num(-4)}, num(5)},
		{"hypot", []Ball{num(0), num(0)}, num(0)},
		{"hypot", []Ball{num(0), num(-0.1)}, num(0.1)},
		{"hypot", []Ball{num(1e-300), undefined}, undefined},
	}
	for _, bits := range []uint{53, 173, 1000} {
		c := Context{Bits: bits}
		for _, test := range tests {
			r, _ := rowOf(test.name)
			got := r.call(c, test.args)
			if got.state != test.want.state || got.Mid().Cmp(test.want.Mid()) != 0 || got.rad != test.want.rad {
				t.Errorf("%s of %s with %d bits is %s, want %s", test.name, describe(test.args), bits, got.describe(), test.want.describe())
			}
		}
	}
}

// TestElementaryEnclosures has balls that are known, though they are wide or at
// the end of the domain or of the range of exponents.
func TestElementaryEnclosures(t *testing.T) {
	upwards := Context{Bits: 20}.Sqr(span(0, 1)) // from 0 to 1
	tests := []struct {
		name string
		args []Ball
		// hold are numbers of the result; not are not.
		hold, not []float64
	}{
		{"exp", []Ball{num(-1e300)}, []float64{0}, []float64{1e-300}},
		{"exp", []Ball{span(0, 1)}, []float64{0.37, 1, 2.718}, []float64{0.366, 2.7183}},
		{"exp2", []Ball{num(-1 << 40)}, []float64{0}, []float64{1e-300}},
		{"exp2", []Ball{span(0, 10)}, []float64{0.000977, 1024}, []float64{0.000976, 1024.1}},
		{"expm1", []Ball{num(-1e300)}, []float64{-1}, []float64{-0.9999999}},
		{"expm1", []Ball{span(0, 1)}, []float64{-0.632, 0, 1.718}, []float64{-0.633, 1.7183}},
		{"sqrt", []Ball{upwards}, []float64{0, 1}, []float64{-1e-300, 1.0001}},
		{"sqrt", []Ball{span(5, 4)}, []float64{1, 3}, []float64{0.999, 3.001}},
		{"sqr", []Ball{span(-1, 3)}, []float64{0, 16}, []float64{-1e-300, 16.01}},
		{"log", []Ball{span(5, 4)}, []float64{1e-9, 2.197}, []float64{-0.001, 2.198}},
		{"log1p", []Ball{span(0, 0.5)}, []float64{-0.693, 0.405}, []float64{-0.694, 0.406}},
		{"pow", []Ball{upwards, num(0.5)}, []float64{0, 1}, []float64{-1e-300, 1.01}},
		{"pow", []Ball{upwards, num(2.25)}, []float64{0, 1}, []float64{-1e-300, 1.01}},
		{"pow", []Ball{upwards, span(3, 1)}, []float64{0, 1}, []float64{-1e-300, 1.01}},
		{"pow", []Ball{span(0, 2), num(2)}, []float64{0, 4}, []float64{-1e-300, 4.01}},
		{"pow", []Ball{span(0.5, 1), num(3)}, []float64{-0.125, 3.375}, []float64{-0.126, 3.376}},
		{"pow", []Ball{span(0, 1), num(1e300)}, []float64{0, 1}, []float64{-1e-300, 1.01}},
		{"pow", []Ball{span(0, 1), num(1<<53 - 1)}, []float64{-1, 1}, []float64{-1.01, 1.01}},
		{"pow", []Ball{num(2), num(-1e300)}, []float64{0}, []float64{1e-300}},
		{"power10", []Ball{span(1, 0.5)}, []float64{0.001, 57.66}, []float64{0.0009, 57.67}},
		{"power-5", []Ball{span(1, 0.5)}, []float64{0.132, 32}, []float64{0.131, 32.01}},
		{"cbrt", []Ball{span(0, 8)}, []float64{-2, 2}, []float64{-2.001, 2.001}},
		{"root4", []Ball{upwards}, []float64{0, 1}, []float64{-1e-300, 1.01}},
		{"hypot", []Ball{span(0, 3), span(0, 4)}, []float64{0, 5}, []float64{-1e-300, 5.01}},
	}
	for _, bits := range []uint{24, 173, 1000} {
		c := Context{Bits: bits}
		for _, test := range tests {
			r, _ := rowOf(test.name)
			got := r.call(c, test.args)
			for _, x := range test.hold {
				if !got.Contains(big.NewFloat(x)) {
					t.Errorf("%s of %s with %d bits is %s, without %v", test.name, describe(test.args), bits, got.describe(), x)
				}
			}
			for _, x := range test.not {
				if got.state != Known || got.Contains(big.NewFloat(x)) {
					t.Errorf("%s of %s with %d bits is %s, with %v", test.name, describe(test.args), bits, got.describe(), x)
				}
			}
		}
	}
}

// TestElementaryWork calls all functions at awkward points and precisions. One
// that takes long makes the run of tests time out.
func TestElementaryWork(t *testing.T) {
	least := new(big.Float).SetMantExp(big.NewFloat(0.5), big.MinExp)
	greatest := new(big.Float).SetMantExp(big.NewFloat(0.75), big.MaxExp)
	points := []Ball{
		Exact(least), Exact(greatest), Exact(new(big.Float).Neg(greatest)), Around(least, power(40)), Around(zero, power(-1<<40)),
		Around(zero, power(1<<40)), Around(big.NewFloat(1), power(-1<<35)), Around(greatest, power(big.MaxExp)), num(0), num(1), num(-1),
		num(1e300), num(-1e-300), num(5e-324), num(1e9), num(-1e9), num(0.7), span(3, 1), span(1, 1e-300),
	}
	for _, r := range elementaryRows {
		for _, bits := range []uint{2, 3, 5, 8, 13, 20, 173, 5000} {
			for i, x := range points {
				args := []Ball{x, points[(i*7+3)%len(points)]}
				y := r.call(Context{Bits: bits}, args)
				if y.state == Known && y.Mid().Prec() > max(bits, 64) && y.Mid().MinPrec() > bits {
					t.Errorf("%s of %s with %d bits has %d", r.name, describe(args), bits, y.Mid().MinPrec())
				}
			}
		}
	}
}

// TestElementaryTight compares radii with what a function makes of the ends of
// a ball: neither small nor large radii may blow up.
func TestElementaryTight(t *testing.T) {
	random := rand.New(rand.NewPCG(23, 24))
	for _, r := range elementaryRows {
		f, ok := r.f.(func(Context, Ball) Ball)
		if !ok {
			continue
		}
		for range *trials {
			x, _ := drawBall(random, r.draw(random)[0])
			c := Context{Bits: 20 + random.UintN(100)}
			y := f(c, x)
			if y.state != Known || y.Mid().Sign() == 0 {
				continue
			}
			lo, hi := x.Bounds()
			a, b := f(c.with(200), Exact(lo)), f(c.with(200), Exact(hi))
			if a.state != Known || b.state != Known || y.rad.Exponent() < big.MinExp+200 && !y.rad.IsZero() {
				continue
			}
			allowed := distance(a.Mid(), b.Mid()).Mul(magOf(1<<9+1, -10)).Add(magnitude(y.Mid()).Mul(power(-int64(c.Bits))).Mul(power(1)))
			if lo.Sign() < 0 && hi.Sign() > 0 {
				// The least value may be within.
				allowed = allowed.Add(a.rad).Add(magnitude(a.Mid())).Add(magnitude(b.Mid()))
			}
			if y.rad.Cmp(allowed) > 0 {
				t.Fatalf("%s of %s with %d bits is %s, radius above %s", r.name, x.describe(), c.Bits, y.describe(), show(allowed.Float(), 4))
			}
		}
	}
}

// TestPowInt compares with exact powers.
func TestPowInt(t *testing.T) {
	random := rand.New(rand.NewPCG(25, 26))
	for range *trials {
		x, n := drawFloat(random, 2+random.UintN(60), 8), int64(random.IntN(60)-30)
		if x.Sign() == 0 {
			continue
		}
		r := exactRat(x)
		want := new(big.Rat).SetFrac(new(big.Int).Exp(r.Num(), big.NewInt(max(n, -n)), nil), new(big.Int).Exp(r.Denom(), big.NewInt(max(n, -n)), nil))
		if n < 0 {
			want.Inv(want)
		}
		c := Context{Bits: 2 + random.UintN(200)}
		y := c.PowInt(Exact(x), n)
		lo, hi := ends(t, y)
		if lo.Cmp(want) > 0 || hi.Cmp(want) < 0 || y.rad.Exponent() > int64(y.Mid().MantExp(nil))-int64(c.Bits)+1 && !y.rad.IsZero() {
			t.Fatalf("%v^%d is %s", x, n, y.describe())
		}
		if short := new(big.Float).SetPrec(c.Bits).SetRat(want); exactRat(short).Cmp(want) == 0 && !y.IsExact() {
			t.Fatalf("%v^%d is not exact but %s", x, n, y.describe())
		}
		if z := c.Root(Exact(new(big.Float).SetPrec(5000).Set(c.with(4000).PowInt(Exact(x), 7).Mid())), 7); x.MinPrec() <= c.Bits && (!z.IsExact() || z.Mid().Cmp(x) != 0) {
			t.Fatalf("7th root of %v^7 is %s", x, z.describe())
		}
	}
	for _, n := range []int64{math.MinInt64, math.MaxInt64, 1e15, -1e15} {
		if y := (Context{Bits: 60}).PowInt(num(-1), n); !y.IsExact() {
			t.Errorf("(-1)^%d is %s", n, y.describe())
		}
		if y := (Context{Bits: 60}).PowInt(num(1+0x1p-52), n); n > -1e16 && n < 1e16 && y.state != Known {
			t.Errorf("(1+2^-52)^%d is %s", n, y.describe())
		}
	}
}

func TestHugePowers(t *testing.T) {
	c := Context{Bits: 173}
	if y := c.Pow(num(2), num(1e9)); !y.IsExact() || y.Mid().MantExp(nil) != 1e9+1 {
		t.Errorf("2^1e9 is %s", y.describe())
	}
	if y := c.Exp(num(1e9)); y.state != Known || y.rad.Exponent() > int64(y.Mid().MantExp(nil))-173 {
		t.Errorf("e^1e9 is %s", y.describe())
	}
	third := c.Quo(num(1), num(3))
	if y := c.Pow(third, num(-1e9)); y.state != Known || y.rad.Exponent() > int64(y.Mid().MantExp(nil))-173+32 {
		t.Errorf("(1/3)^-1e9 is %s", y.describe())
	}
}

// TestElementaryNone passes arguments that hold no number.
func TestElementaryNone(t *testing.T) {
	for _, r := range elementaryRows {
		for _, s := range []State{Unknown, Beyond, Undefined} {
			if n := len(r.draw(rand.New(rand.NewPCG(1, 1)))); n > 0 {
				if y := r.call(Context{Bits: 53}, []Ball{None(s), num(2)}); y.state != s {
					t.Errorf("%s of what is %v is %s", r.name, s, y.describe())
				}
			}
		}
	}
}

// TestInverses undoes functions, also where exponents are beyond those of a
// float64.
func TestInverses(t *testing.T) {
	random := rand.New(rand.NewPCG(27, 28))
	inverses := []struct {
		name      string
		f, g      func(Context, Ball) Ball
		exponents int // of arguments
		positive  bool
	}{
		{"log of exp", Context.Log, Context.Exp, 50, false},
		{"exp of log", Context.Exp, Context.Log, 1 << 31, true},
		{"exp2 of log2", Context.Exp2, Context.Log2, 1 << 31, true},
		{"log1p of expm1", Context.Log1p, Context.Expm1, 40, false},
		{"expm1 of log1p", Context.Expm1, Context.Log1p, 1 << 31, true},
		{"square of root", Context.Sqr, Context.Sqrt, 1 << 31, true},
		{"cube of root", powInt(3), Context.Cbrt, 1 << 31, false},
		{"root of power", root(-5), powInt(-5), 1 << 28, false},
	}
	for _, test := range inverses {
		for range *trials {
			c := Context{Bits: 2 + random.UintN(200)}
			x := drawFloat(random, 2+random.UintN(100), test.exponents)
			if test.positive {
				x.Abs(x)
			}
			if x.Sign() == 0 {
				continue
			}
			switch y := test.f(c, test.g(c.with(40), Exact(x))); {
			case y.state == Undefined || y.state == Known && !y.Contains(x):
				t.Fatalf("%s of %s with %d bits is %s", test.name, show(x, 40), c.Bits, y.describe())
			case y.state != Known && test.name != "log of exp" && test.name != "log1p of expm1":
				t.Fatalf("%s of %s with %d bits is %s", test.name, show(x, 40), c.Bits, y.describe())
			}
		}
	}
}
