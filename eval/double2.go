package eval

import "math"

// double2 is the unevaluated sum hi + lo of two doubles, |lo| at most half an
// ulp of hi: a number of about 106 bits. The algorithms are those of Dekker
// (1971) and Knuth with the fused multiply-add in place of Dekker's split;
// each operation's relative error is a few units of 2^-104, so long as
// nothing overflows or underflows.
type double2 struct{ hi, lo float64 }

// twoSum returns a + b exactly.
func twoSum(a, b float64) double2 {
	s := a + b
	t := s - a
	return double2{s, (a - (s - t)) + (b - t)}
}

// fastTwoSum returns a + b exactly, for |a| >= |b|.
func fastTwoSum(a, b float64) double2 {
	s := a + b
	return double2{s, b - (s - a)}
}

// twoProd returns a*b exactly.
func twoProd(a, b float64) double2 {
	p := float64(a * b)
	return double2{p, math.FMA(a, b, -p)}
}

func (x double2) neg() double2 { return double2{-x.hi, -x.lo} }

func (x double2) add(y double2) double2 {
	s, t := twoSum(x.hi, y.hi), twoSum(x.lo, y.lo)
	s = fastTwoSum(s.hi, s.lo+t.hi)
	return fastTwoSum(s.hi, s.lo+t.lo)
}

func (x double2) mul(y double2) double2 {
	p := twoProd(x.hi, y.hi)
	return fastTwoSum(p.hi, p.lo+(float64(x.hi*y.lo)+float64(x.lo*y.hi)))
}

func (x double2) scale(f float64) double2 { // by any factor
	p := twoProd(x.hi, f)
	return fastTwoSum(p.hi, p.lo+float64(x.lo*f))
}

func (x double2) div(y double2) double2 {
	q := x.hi / y.hi
	rest := x.add(y.scale(q).neg())
	return fastTwoSum(q, rest.hi/y.hi)
}
