package special

import "math"

// Beyond these the exponential overflows, or is less than half of the least
// subnormal number.
const (
	expOverflow  = 709.782712893384
	expUnderflow = -745.1332191019412
)

// expTail has 1/2!, 1/3!, …, of (e^r - 1 - r)/r^2.
var expTail = [...]float64{
	1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120, 1.0 / 720, 1.0 / 5040, 1.0 / 40320, 1.0 / 362880,
}

// expm1Small returns e^r - 1 for |r| < 0.011, with a relative error below 2^-59.
func expm1Small(r dd) dd {
	tail := float64(float64(r.hi*r.hi) * horner(expTail[:], r.hi))
	return fastTwoSum(r.hi, r.lo+(tail+float64(r.hi*r.lo)))
}

// expParts returns n and r with x = n*ln(2)/32 + r, |r| < 0.011, for |x| <= 20,000.
// The high part of ln(2)/32 has 33 bits, so that n times it is exact (Cody and
// Waite).
func expParts(x dd) (n int, r dd) {
	const (
		perStep = 46.16624130844683     // 32/ln 2
		high    = 0.021660849390173098  // 33 bits of ln(2)/32
		low     = 2.325192846878874e-12 // the next 53
	)
	k := math.RoundToEven(float64(x.hi * perStep))
	p := twoProd(k, low)
	s := twoSum(x.hi-float64(k*high), -p.hi)
	return int(k), twoSum(s.hi, s.lo+(x.lo-p.lo))
}

// expOf returns e^x with a relative error below 2^-66, or 2^±30000 where x is
// beyond ±20,000.
func expOf(x dd) scaled {
	switch {
	case x.hi > 20000:
		return huge
	case x.hi < -20000:
		return tiny
	}
	n, r := expParts(x)
	return exp2Of(n, r)
}

// exp2Of returns 2^(n/32) * e^r.
func exp2Of(n int, r dd) scaled {
	c := exp2Table[n&31]
	return scaled{c.add(c.mul(expm1Small(r))), n >> 5}
}

// expm1Of returns e^x - 1 for -100 < x < 690, with a relative error below 2^-58.
func expm1Of(x dd) dd {
	n, r := expParts(x)
	if n == 0 {
		return expm1Small(r)
	}
	return exp2Of(n, r).dd().plus(-1)
}

// Exp returns e^x, to 1 ulp. Exp(+Inf) is +Inf, Exp(-Inf) is 0.
//
// Here and in the functions that follow from it the argument is reduced to
// |r| < ln(2)/64 with a table of 2^(j/32) in double-double (Tang 1989).
func Exp(x float64) float64 {
	switch {
	case math.IsNaN(x):
		return x
	case x > expOverflow:
		return math.Inf(1)
	case x < expUnderflow:
		return 0
	}
	return expOf(dd{x, 0}).double()
}

// Exp2 returns 2^x, to 1 ulp. Powers of integers are exact.
func Exp2(x float64) float64 {
	switch {
	case math.IsNaN(x):
		return x
	case x >= 1024:
		return math.Inf(1)
	case x <= -1075:
		return 0
	}
	k := math.RoundToEven(float64(x * 32))
	return exp2Of(int(k), ln2.times(x-float64(k/32))).double()
}

// Expm1 returns e^x - 1, to 1 ulp. Expm1(±0) is ±0, Expm1(-Inf) is -1.
func Expm1(x float64) float64 {
	switch {
	case math.Abs(x) < 0x1p-54 || math.IsNaN(x):
		return x
	case x > 45:
		return Exp(x) // the 1 is less than 1/70 ulp
	case x < -40:
		return -1
	}
	return expm1Of(dd{x, 0}).double()
}
