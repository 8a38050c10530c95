package special

import "math"

// dd is the unevaluated sum hi + lo of two doubles, |lo| at most half an ulp
// of hi: a number of about 106 bits. The algorithms are those of Dekker
// (1971) and Knuth, with the fused multiply-add in place of Dekker's split; each
// operation's relative error is a few units of 2^-104, so long as nothing
// overflows or underflows.
type dd struct{ hi, lo float64 }

// Constants in double-double.
var (
	one     = dd{1, 0}
	ln2     = dd{0.6931471805599453, 2.3190468138462996e-17}
	invLn2  = dd{1.4426950408889634, 2.0355273740931033e-17}
	invLn10 = dd{0.4342944819032518, 1.098319650216765e-17}
	pi      = dd{3.141592653589793, 1.2246467991473532e-16}
	halfPi  = dd{1.5707963267948966, 6.123233995736766e-17}
)

// twoSum returns a + b exactly.
func twoSum(a, b float64) dd {
	s := a + b
	t := s - a
	return dd{s, (a - (s - t)) + (b - t)}
}

// fastTwoSum returns a + b exactly, for |a| >= |b|.
func fastTwoSum(a, b float64) dd {
	s := a + b
	return dd{s, b - (s - a)}
}

// twoProd returns a*b exactly.
func twoProd(a, b float64) dd {
	p := float64(a * b)
	return dd{p, math.FMA(a, b, -p)}
}

// double returns the double nearest to x.
func (x dd) double() float64 { return x.hi + x.lo }

func (x dd) neg() dd { return dd{-x.hi, -x.lo} }

func (x dd) add(y dd) dd {
	s, t := twoSum(x.hi, y.hi), twoSum(x.lo, y.lo)
	s = fastTwoSum(s.hi, s.lo+t.hi)
	return fastTwoSum(s.hi, s.lo+t.lo)
}

func (x dd) sub(y dd) dd { return x.add(y.neg()) }

// plus returns x + f.
func (x dd) plus(f float64) dd {
	s := twoSum(x.hi, f)
	return fastTwoSum(s.hi, s.lo+x.lo)
}

func (x dd) mul(y dd) dd {
	p := twoProd(x.hi, y.hi)
	return fastTwoSum(p.hi, p.lo+(float64(x.hi*y.lo)+float64(x.lo*y.hi)))
}

// times returns x*f.
func (x dd) times(f float64) dd {
	p := twoProd(x.hi, f)
	return fastTwoSum(p.hi, p.lo+float64(x.lo*f))
}

// twice returns x*f for f a power of two.
func (x dd) twice(f float64) dd { return dd{float64(x.hi * f), float64(x.lo * f)} }

func (x dd) div(y dd) dd {
	q := x.hi / y.hi
	p := twoProd(q, y.hi)
	rest := (x.hi - p.hi) - p.lo + x.lo - float64(q*y.lo)
	return fastTwoSum(q, rest/y.hi)
}

// sqrt returns the square root of x >= 0.
func (x dd) sqrt() dd {
	if x.hi <= 0 {
		return dd{}
	}
	s := math.Sqrt(x.hi)
	p := twoProd(s, s)
	return fastTwoSum(s, ((x.hi-p.hi)-p.lo+x.lo)/float64(2*s))
}

// horner returns c[0] + c[1]*x + c[2]*x^2 + ….
func horner(c []float64, x float64) float64 {
	y := 0.0
	for i := len(c) - 1; i >= 0; i-- {
		y = float64(y*x) + c[i]
	}
	return y
}

// scaled is the number m*2^e, for intermediate results that would overflow or
// underflow.
type scaled struct {
	m dd
	e int
}

// Stand-ins for numbers that surely overflow or underflow: not Inf and 0, so
// that they can be divided by.
var (
	huge = scaled{one, 30000}
	tiny = scaled{one, -30000}
)

// double returns the double nearest to x, or within 3/4 of the least subnormal
// number.
func (x scaled) double() float64 { return math.Ldexp(x.m.double(), x.e) }

// dd returns x in double-double, for |e| < 1000.
func (x scaled) dd() dd { return x.m.twice(powerOfTwo(x.e)) }

func (x scaled) mul(y scaled) scaled { return scaled{x.m.mul(y.m), x.e + y.e}.normal() }

func (x scaled) div(y scaled) scaled { return scaled{x.m.div(y.m), x.e - y.e}.normal() }

func (x scaled) add(y scaled) scaled {
	if x.m.hi == 0 || x.e < y.e {
		x, y = y, x
	}
	if y.m.hi == 0 || x.e-y.e > 200 {
		return x
	}
	return scaled{x.m.add(y.m.twice(powerOfTwo(y.e - x.e))), x.e}.normal()
}

func (x scaled) neg() scaled { return scaled{x.m.neg(), x.e} }

// normal returns x with 1/2 <= |m| < 1, unless x is 0.
func (x scaled) normal() scaled {
	_, e := math.Frexp(x.m.hi)
	return scaled{x.m.twice(powerOfTwo(-e)), x.e + e}
}

// scale returns x as a scaled number, whatever its exponent.
func scale(x dd) scaled {
	m, e := math.Frexp(x.hi)
	if x.lo == 0 {
		return scaled{dd{m, 0}, e}
	}
	return scaled{dd{m, math.Ldexp(x.lo, -e)}, e}
}

// powerOfTwo returns 2^e, for -1022 <= e <= 1023.
func powerOfTwo(e int) float64 { return math.Float64frombits(uint64(e+1023) << 52) }
