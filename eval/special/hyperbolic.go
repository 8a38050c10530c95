package special

import "math"

// Beyond this e^-2x does not count beside 1.
const flat = 22

// halves returns e^x/2 and e^-x/2 in double-double, for 0 <= x <= flat.
func halves(x float64) (grow, decay dd) {
	grow = expOf(dd{x, 0}).dd().twice(0.5)
	return grow, dd{0.25, 0}.div(grow)
}

// sinhOf returns sinh(x) for 0 <= x <= flat: with d = e^x - 1, (d + d/(d+1))/2.
func sinhOf(x float64) dd {
	d := expm1Of(dd{x, 0})
	return d.add(d.div(d.plus(1))).twice(0.5)
}

// coshOf returns cosh(x) for 0 <= x <= flat.
func coshOf(x float64) dd {
	grow, decay := halves(x)
	return grow.add(decay)
}

// tanhOf returns tanh(x) for 0 <= x <= flat: with d = e^2x - 1, d/(d+2).
func tanhOf(x float64) dd {
	d := expm1Of(dd{float64(2 * x), 0})
	return d.div(d.plus(2))
}

// expHalf returns e^x/2 without undue overflow, for x > 0.
func expHalf(x float64) float64 {
	if x > 720 {
		return math.Inf(1)
	}
	e := expOf(dd{x, 0})
	return scaled{e.m, e.e - 1}.double()
}

// twiceExpMinus returns 2*e^-x, for x > 0.
func twiceExpMinus(x float64) float64 {
	if x > 750 {
		return 0
	}
	e := expOf(dd{-x, 0})
	return scaled{e.m, e.e + 1}.double()
}

// Sinh returns the hyperbolic sine of x, to 1 ulp. Sinh(±0) is ±0, Sinh(±Inf)
// is ±Inf.
func Sinh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case a < linear || math.IsNaN(x):
		return x
	case a > flat:
		return math.Copysign(expHalf(a), x)
	}
	return math.Copysign(sinhOf(a).double(), x)
}

// Cosh returns the hyperbolic cosine of x, to 1 ulp. Cosh(±Inf) is +Inf.
func Cosh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case math.IsNaN(x):
		return x
	case a > flat:
		return expHalf(a)
	}
	return coshOf(a).double()
}

// Tanh returns the hyperbolic tangent of x, to 1 ulp. Tanh(±0) is ±0,
// Tanh(±Inf) is ±1.
func Tanh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case a < linear || math.IsNaN(x):
		return x
	case a > flat:
		return math.Copysign(1, x)
	}
	return math.Copysign(tanhOf(a).double(), x)
}

// Sech returns 1/cosh(x), to 1 ulp. Sech(±Inf) is 0.
func Sech(x float64) float64 {
	a := math.Abs(x)
	switch {
	case math.IsNaN(x):
		return x
	case a > flat:
		return twiceExpMinus(a)
	}
	return one.div(coshOf(a)).double()
}

// Csch returns 1/sinh(x), to 1 ulp. Csch(±0) is ±Inf, Csch(±Inf) is ±0.
func Csch(x float64) float64 {
	a := math.Abs(x)
	switch {
	case a < linear:
		return 1 / x
	case math.IsNaN(x):
		return x
	case a > flat:
		return math.Copysign(twiceExpMinus(a), x)
	}
	return math.Copysign(one.div(sinhOf(a)).double(), x)
}

// Coth returns 1/tanh(x), to 1 ulp. Coth(±0) is ±Inf, Coth(±Inf) is ±1.
func Coth(x float64) float64 {
	a := math.Abs(x)
	switch {
	case a < linear:
		return 1 / x
	case math.IsNaN(x):
		return x
	case a > flat:
		return math.Copysign(1, x)
	}
	return math.Copysign(one.div(tanhOf(a)).double(), x)
}

// Tanhshrink returns x - tanh(x), to 1 ulp, also where the two cancel.
// Tanhshrink(±0) is ±0.
func Tanhshrink(x float64) float64 {
	a := math.Abs(x)
	switch {
	case math.IsNaN(x):
		return x
	case a > flat:
		return x - math.Copysign(1, x)
	case a > 0.5:
		return math.Copysign(tanhOf(a).neg().plus(a).double(), x)
	}
	m, e := math.Frexp(a)
	cube := twoProd(m, m).times(m)
	return math.Copysign(scaled{cube.mul(tanhshrinkPieces.at(twoProd(x, x))), 3 * e}.double(), x)
}
