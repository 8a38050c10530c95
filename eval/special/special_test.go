package special

import (
	"math"
	"testing"
)

var (
	inf     = math.Inf(1)
	nan     = math.NaN()
	negZero = math.Copysign(0, -1)
)

// same tells whether a and b are the same double; NaN is NaN, +0 is not -0.
func same(a, b float64) bool {
	return math.IsNaN(a) && math.IsNaN(b) || a == b && math.Signbit(a) == math.Signbit(b)
}

func TestSpecialValues(t *testing.T) {
	const sub = math.SmallestNonzeroFloat64
	type point struct{ x, want float64 }
	for _, c := range []struct {
		name   string
		f      func(float64) float64
		points []point
	}{
		{"Exp", Exp, []point{
			{inf, inf}, {-inf, 0}, {negZero, 1}, {710, inf}, {-746, 0}, {math.MaxFloat64, inf}, {-745.13, sub},
		}},
		{"Exp2", Exp2, []point{
			{inf, inf}, {-inf, 0}, {negZero, 1}, {1024, inf}, {-1074, sub}, {-1075, 0}, {1023, 0x1p1023}, {
				-1022,
				0x1p-1022,
			},
		}},
		{"Expm1", Expm1, []point{{inf, inf}, {-inf, -1}, {negZero, negZero}, {0, 0}, {-800, -1}, {sub, sub}}},
		{"Log", Log, []point{
			{inf, inf}, {0, -inf}, {negZero, -inf}, {-1, nan}, {-inf, nan}, {1, 0}, {sub, -744.4400719213812},
		}},
		{"Log2", Log2, []point{{inf, inf}, {0, -inf}, {-1, nan}, {1, 0}, {8, 3}, {sub, -1074}, {0x1p1023, 1023}}},
		{"Log10", Log10, []point{{inf, inf}, {0, -inf}, {-1, nan}, {1, 0}, {1000, 3}, {1e22, 22}}},
		{"Log1p", Log1p, []point{{inf, inf}, {-1, -inf}, {-2, nan}, {-inf, nan}, {negZero, negZero}, {0, 0}, {sub, sub}}},
		{"Cbrt", Cbrt, []point{{inf, inf}, {-inf, -inf}, {negZero, negZero}, {0, 0}, {-27, -3}, {1e300, 1e100}}},
		{"Sin", Sin, []point{{inf, nan}, {-inf, nan}, {negZero, negZero}, {0, 0}, {sub, sub}}},
		{"Cos", Cos, []point{{inf, nan}, {-inf, nan}, {0, 1}, {sub, 1}}},
		{"Tan", Tan, []point{{inf, nan}, {-inf, nan}, {negZero, negZero}, {0, 0}, {sub, sub}}},
		{"Sec", Sec, []point{{inf, nan}, {0, 1}, {sub, 1}}},
		{"Csc", Csc, []point{{inf, nan}, {0, inf}, {negZero, -inf}, {sub, inf}}},
		{"Cot", Cot, []point{{inf, nan}, {0, inf}, {negZero, -inf}}},
		{"Sinc", Sinc, []point{{inf, 0}, {-inf, 0}, {0, 1}, {sub, 1}}},
		{"Asin", Asin, []point{
			{negZero, negZero}, {1, math.Pi / 2}, {-1, -math.Pi / 2}, {1.0000000000000002, nan}, {inf, nan}, {sub, sub},
		}},
		{"Acos", Acos, []point{{1, 0}, {-1, math.Pi}, {0, math.Pi / 2}, {1.0000000000000002, nan}, {-inf, nan}}},
		{"Atan", Atan, []point{{negZero, negZero}, {inf, math.Pi / 2}, {-inf, -math.Pi / 2}, {1, math.Pi / 4}, {sub, sub}}},
		{"Asec", Asec, []point{{1, 0}, {-1, math.Pi}, {inf, math.Pi / 2}, {-inf, math.Pi / 2}, {0.5, nan}}},
		{"Acsc", Acsc, []point{{1, math.Pi / 2}, {-1, -math.Pi / 2}, {inf, 0}, {-inf, negZero}, {0.5, nan}}},
		{"Acot", Acot, []point{{0, math.Pi / 2}, {negZero, -math.Pi / 2}, {inf, 0}, {-inf, negZero}, {-1, -math.Pi / 4}}},
		{"Sinh", Sinh, []point{{negZero, negZero}, {inf, inf}, {-inf, -inf}, {711, inf}, {-711, -inf}, {sub, sub}}},
		{"Cosh", Cosh, []point{{0, 1}, {inf, inf}, {-inf, inf}, {-711, inf}}},
		{"Tanh", Tanh, []point{{negZero, negZero}, {inf, 1}, {-inf, -1}, {800, 1}, {sub, sub}}},
		{"Sech", Sech, []point{{0, 1}, {inf, 0}, {-inf, 0}, {760, 0}}},
		{"Csch", Csch, []point{{0, inf}, {negZero, -inf}, {inf, 0}, {-inf, negZero}, {-760, negZero}}},
		{"Coth", Coth, []point{{0, inf}, {negZero, -inf}, {inf, 1}, {-inf, -1}}},
		{"Asinh", Asinh, []point{{negZero, negZero}, {inf, inf}, {-inf, -inf}, {sub, sub}}},
		{"Acosh", Acosh, []point{{1, 0}, {inf, inf}, {0.9999999999999999, nan}, {-inf, nan}}},
		{"Atanh", Atanh, []point{{negZero, negZero}, {1, inf}, {-1, -inf}, {1.5, nan}, {sub, sub}}},
		{"Asech", Asech, []point{{1, 0}, {0, inf}, {negZero, inf}, {-0.5, nan}, {1.5, nan}}},
		{"Acsch", Acsch, []point{{0, inf}, {negZero, -inf}, {inf, 0}, {-inf, negZero}}},
		{"Acoth", Acoth, []point{{1, inf}, {-1, -inf}, {inf, 0}, {-inf, negZero}, {0.5, nan}}},
		{"Sigmoid", Sigmoid, []point{{0, 0.5}, {inf, 1}, {-inf, 0}, {800, 1}, {-800, 0}}},
		{"LogSigmoid", LogSigmoid, []point{{inf, negZero}, {-inf, -inf}, {800, negZero}, {-800, -800}, {0, -math.Ln2}}},
		{"Softplus", Softplus, []point{{inf, inf}, {-inf, 0}, {800, 800}, {-800, 0}, {0, math.Ln2}}},
		{"Logit", Logit, []point{{0, -inf}, {1, inf}, {0.5, 0}, {-0.5, nan}, {1.5, nan}}},
		{"Tanhshrink", Tanhshrink, []point{{negZero, negZero}, {0, 0}, {inf, inf}, {-inf, -inf}, {sub, 0}}},
		{"Erf", Erf, []point{{negZero, negZero}, {inf, 1}, {-inf, -1}}},
		{"Erfc", Erfc, []point{{0, 1}, {inf, 0}, {-inf, 2}, {30, 0}, {-30, 2}}},
		{"Erfi", Erfi, []point{{negZero, negZero}, {inf, inf}, {-inf, -inf}, {27, inf}}},
		{"Erfinv", Erfinv, []point{{negZero, negZero}, {0, 0}, {1, inf}, {-1, -inf}, {1.5, nan}}},
		{"NormPDF", NormPDF, []point{{inf, 0}, {-inf, 0}, {50, 0}}},
		{"NormCDF", NormCDF, []point{{0, 0.5}, {inf, 1}, {-inf, 0}, {-50, 0}, {50, 1}}},
		{"Gamma", Gamma, []point{
			{0, inf},
			{negZero, -inf},
			{inf, inf},
			{-inf, nan},
			{-1, nan},
			{-1e300, nan},
			{172, inf},
			{1, 1},
			{2, 1},
			{19, 6402373705728000},
			{-190.5, negZero},
			{-191.5, 0},
			{sub, inf},
		}},
		{"LGamma", LGamma, []point{
			{0, inf},
			{1, 0},
			{2, 0},
			{-3, inf},
			{inf, inf},
			{-inf, inf},
			{math.MaxFloat64, inf},
			{2.5599833278516388e305, inf},
		}},
		{"Digamma", Digamma, []point{{0, -inf}, {negZero, inf}, {-2, nan}, {inf, inf}, {-inf, nan}}},
		{"Trigamma", Trigamma, []point{{0, inf}, {negZero, inf}, {-2, inf}, {inf, 0}, {-inf, nan}}},
		{"Factorial", Factorial, []point{{0, 1}, {1, 1}, {5, 120}, {-1, inf}, {-2, nan}, {171, inf}, {inf, inf}}},
		{"J0", BesselJ0, []point{{0, 1}, {inf, 0}, {-inf, 0}}},
		{"J1", BesselJ1, []point{{0, 0}, {negZero, negZero}, {inf, 0}, {-inf, negZero}}},
		{"Y0", BesselY0, []point{{0, -inf}, {-1, nan}, {inf, 0}, {-inf, nan}}},
		{"Y1", BesselY1, []point{{0, -inf}, {-1, nan}, {inf, 0}, {sub, -inf}}},
		{"LambertW", LambertW, []point{
			{0, 0}, {negZero, negZero}, {inf, inf}, {-0.36787944117144233, -1}, {-0.3678794411714424, nan}, {-inf, nan},
		}},
	} {
		for _, p := range append(c.points, point{nan, nan}) {
			if got := c.f(p.x); !same(got, p.want) {
				t.Errorf("%s(%v) = %v, want %v", c.name, p.x, got, p.want)
			}
		}
	}
}

func TestSpecialPairs(t *testing.T) {
	type point struct{ x, y, want float64 }
	for _, c := range []struct {
		name   string
		f      func(x, y float64) float64
		points []point
	}{
		{"Pow", Pow, []point{
			{nan, 0, 1},
			{1, nan, 1},
			{nan, 1, nan},
			{2, nan, nan},
			{0, -1, inf},
			{negZero, -1, -inf},
			{
				negZero, -2,
				inf,
			},
			{0, -inf, inf},
			{0, 3, 0},
			{negZero, 3, negZero},
			{negZero, 0.5, 0},
			{-1, inf, 1},
			{-1, -inf, 1},
			{0.5, inf, 0},
			{
				2, inf,
				inf,
			},
			{-2, -inf, 0},
			{-inf, 3, -inf},
			{-inf, 2, inf},
			{-inf, -3, negZero},
			{inf, -1, 0},
			{-8, 1.0 / 3, nan},
			{-2, 3, -8},
			{
				-3, 4,
				81,
			},
			{10, 400, inf},
			{10, -400, 0},
			{-10, -401, negZero},
			{-1, 0x1p53, 1},
			{-1, 0x1p53 - 1, -1},
			{5, 22, 2384185791015625},
			{
				2,
				-1074, 5e-324,
			},
		}},
		{"Hypot", Hypot, []point{
			{inf, nan, inf}, {nan, -inf, inf}, {nan, 1, nan}, {3, -4, 5}, {0, negZero, 0}, {5e-324, 0, 5e-324}, {
				1e308,
				1.7e308, inf,
			},
		}},
		{"Atan2", Atan2, []point{
			{0, 1, 0},
			{negZero, 1, negZero},
			{0, -1, math.Pi},
			{negZero, -1, -math.Pi},
			{0, 0, 0},
			{
				negZero, negZero,
				-math.Pi,
			},
			{0, negZero, math.Pi},
			{1, 0, math.Pi / 2},
			{-1, negZero, -math.Pi / 2},
			{inf, 1, math.Pi / 2},
			{1, inf, 0},
			{-1, inf, negZero},
			{
				1,
				-inf, math.Pi,
			},
			{inf, inf, math.Pi / 4},
			{-inf, inf, -math.Pi / 4},
			{inf, -inf, 3 * math.Pi / 4},
			{nan, 1, nan},
			{1, nan, nan},
		}},
		{"XLogY", XLogY, []point{
			{0, 0, 0},
			{0, -1, 0},
			{0, inf, 0},
			{0, nan, nan},
			{nan, 1, nan},
			{1, 0, -inf},
			{-1, 0, inf},
			{1, -1, nan},
			{2, 1, 0},
			{inf, 2, inf},
		}},
		{"LogAddExp", LogAddExp, []point{
			{-inf, 3, 3}, {-inf, -inf, -inf}, {inf, -inf, inf}, {inf, inf, inf}, {nan, 1, nan}, {1, nan, nan}, {
				1e308,
				-1e308, 1e308,
			}, {0, 0, math.Ln2},
		}},
		{"Beta", Beta, []point{
			{1, 1, 1},
			{2, 3, 1.0 / 12},
			{0, 1, inf},
			{nan, 1, nan},
			{-3, 2, 1.0 / 6},
			{-3, 0.5, nan},
			{inf, 1, 0},
			{-0.5, 0.5, 0},
			{-inf, 1, nan},
			{-0.5, -1, nan},
			{-1000000.5, 2e6, -inf},
			{-2e6 - 0.5, 1e6, 0},
			{-1e5 - 0.5, -1e5 - 0.25, -inf},
			{-0.5, 0, inf},
			{negZero, -2.5, -inf},
			{0, negZero, nan},
			{0, 0, inf},
			{negZero, negZero, -inf},
			{1e308, 1000, 0},
		}},
		{"Binomial", Binomial, []point{
			{5, 2, 10},
			{5, 0, 1},
			{5, 6, 0},
			{5, -1, 0},
			{-3, 4, 15},
			{-3, 3, -10},
			{0, 0, 1},
			{
				60, 30,
				118264581564861424,
			},
			{nan, 1, nan},
			{2000, 1000, inf},
			{300, 299, 300},
			{300, 301, 0},
			{-2, 300, 301},
			{-2, 301, -302},
			{-1, 0.5, nan},
			{1e5, 5e4, inf},
		}},
		{"Mod", Mod, []point{
			{5, 3, 2},
			{-5, 3, 1},
			{5, -3, -1},
			{-5, -3, -2},
			{6, -3, negZero},
			{-1, inf, inf},
			{1, inf, 1},
			{1, 0, nan},
			{inf, 1, nan},
			{nan, 1, nan},
		}},
		{"Fmod", Fmod, []point{{5, 3, 2}, {-5, 3, -2}, {5, -3, 2}, {-6, 3, negZero}, {1, inf, 1}, {1, 0, nan}, {inf, 1, nan}}},
		{"Polygamma", polygamma, []point{
			{-1, 1, nan},
			{1, 0, inf},
			{2, 0, -inf},
			{2, negZero, inf},
			{2, -1, nan},
			{3, -1, inf},
			{1, inf, 0},
			{
				2, inf,
				negZero,
			},
			{2, nan, nan},
			{2, -inf, nan},
			{200, 1e-3, -inf},
			{2, 1e200, negZero},
			{5000, 0.5, -inf},
		}},
		{"BesselJn", besselJn, []point{{2, 0, 0}, {2, inf, 0}, {0, 0, 1}, {3, nan, nan}, {1000, 1, 0}, {100000, 10, 0}}},
	} {
		for _, p := range c.points {
			if got := c.f(p.x, p.y); !same(got, p.want) {
				t.Errorf("%s(%v, %v) = %v, want %v", c.name, p.x, p.y, got, p.want)
			}
		}
	}
}
