package special

import "math"

// Taylor coefficients of sin and cos behind those kept in double-double.
var (
	minusSixth = dd{-0.16666666666666666, -9.25185853854297e-18}
	oneIn24    = dd{0.041666666666666664, 2.3129646346357427e-18}

	sinTail = [...]float64{
		1.0 / 120, -1.0 / 5040, 1.0 / 362880, -1.0 / 39916800, 1.0 / 6227020800, -1.0 / 1307674368000,
		1.0 / 355687428096000, -1.0 / 121645100408832000,
	}
	cosTail = [...]float64{
		-1.0 / 720, 1.0 / 40320, -1.0 / 3628800, 1.0 / 479001600, -1.0 / 87178291200, 1.0 / 20922789888000,
		-1.0 / 6402373705728000,
	}
)

// sinSmall returns sin(r) for |r| < 0.8, with a relative error below 2^-59.
func sinSmall(r dd) dd {
	z := r.mul(r)
	p := minusSixth.plus(float64(z.hi * horner(sinTail[:], z.hi)))
	return r.add(r.mul(z.mul(p)))
}

// cosSmall returns cos(r) for |r| < 0.8, with a relative error below 2^-59.
func cosSmall(r dd) dd {
	z := r.mul(r)
	p := oneIn24.plus(float64(z.hi * horner(cosTail[:], z.hi)))
	return z.mul(z.mul(p).plus(-0.5)).plus(1)
}

// sin returns the sine of a.
func (a angle) sin() dd {
	switch a.quadrant {
	case 0:
		return sinSmall(a.r)
	case 1:
		return cosSmall(a.r)
	case 2:
		return sinSmall(a.r).neg()
	}
	return cosSmall(a.r).neg()
}

// cos returns the cosine of a.
func (a angle) cos() dd { return angle{(a.quadrant + 1) & 3, a.r}.sin() }

// Below this a function x + c*x^3 + … is x, to a tenth of an ulp.
const linear = 0x1p-28

func notFinite(x float64) bool { return math.IsNaN(x) || math.IsInf(x, 0) }

// Sin returns the sine of x radians, to 1 ulp for every finite x. Sin(±0) is
// ±0, Sin(±Inf) is NaN.
func Sin(x float64) float64 {
	switch {
	case math.Abs(x) < linear:
		return x
	case notFinite(x):
		return math.NaN()
	}
	return reduce(x).sin().double()
}

// Cos returns the cosine of x radians, to 1 ulp for every finite x.
// Cos(±Inf) is NaN.
func Cos(x float64) float64 {
	if notFinite(x) {
		return math.NaN()
	}
	return reduce(x).cos().double()
}

// Tan returns the tangent of x radians, to 1 ulp for every finite x. Tan(±0)
// is ±0, Tan(±Inf) is NaN. No double is a pole.
func Tan(x float64) float64 {
	switch {
	case math.Abs(x) < linear:
		return x
	case notFinite(x):
		return math.NaN()
	}
	a := reduce(x)
	return a.sin().div(a.cos()).double()
}

// Sec returns 1/cos(x), to 1 ulp for every finite x. Sec(±Inf) is NaN. No
// double is a pole.
func Sec(x float64) float64 {
	if notFinite(x) {
		return math.NaN()
	}
	return one.div(reduce(x).cos()).double()
}

// Csc returns 1/sin(x), to 1 ulp for every finite x. Csc(±0) is ±Inf,
// Csc(±Inf) is NaN.
func Csc(x float64) float64 {
	switch {
	case math.Abs(x) < linear:
		return 1 / x
	case notFinite(x):
		return math.NaN()
	}
	return one.div(reduce(x).sin()).double()
}

// Cot returns cos(x)/sin(x), to 1 ulp for every finite x. Cot(±0) is ±Inf,
// Cot(±Inf) is NaN.
func Cot(x float64) float64 {
	switch {
	case math.Abs(x) < linear:
		return 1 / x
	case notFinite(x):
		return math.NaN()
	}
	a := reduce(x)
	return a.cos().div(a.sin()).double()
}

// Sinc returns sin(x)/x, to 1 ulp. Sinc(0) is 1, Sinc(±Inf) is 0.
func Sinc(x float64) float64 {
	switch {
	case math.Abs(x) < linear:
		return 1
	case math.IsInf(x, 0):
		return 0
	case math.IsNaN(x):
		return x
	}
	return divide(reduce(x).sin(), x)
}

// divide returns s/x for finite x != 0, and is right where the quotient is subnormal.
func divide(s dd, x float64) float64 {
	m, e := math.Frexp(x)
	return scaled{s.div(dd{m, 0}), -e}.double()
}
