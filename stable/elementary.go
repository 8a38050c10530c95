package stable

import (
	"math/big"

	"github.com/gradcmp/gradcmp/expr"
)

// seriesOf are the functions of one argument that have power series with
// rational coefficients, at the arguments where they have; NIST Digital Library
// of Mathematical Functions, chapters 4 and 7. Each is a way to get its series
// from that of the argument, which has no power of y below 0.
func seriesOf(fn expr.Func, u powerSeries) (powerSeries, bool) {
	switch fn {
	case expr.Exp:
		return u.exp()
	case expr.Expm1:
		return then(func(e powerSeries) (powerSeries, bool) { return e.plus(-1) })(u.exp())
	case expr.Log:
		return u.log()
	case expr.Log1p:
		return then(powerSeries.log)(u.plus(1))
	case expr.Sqrt:
		return u.power(expr.Frac(1, 2))
	case expr.Cbrt:
		return u.signed(func(v powerSeries) (powerSeries, bool) { return v.power(expr.Frac(1, 3)) })
	case expr.Abs:
		v, ok := u.signed(func(v powerSeries) (powerSeries, bool) { return v, true })
		if ok && v.c[0].sign() < 0 {
			v = v.scale(rational(-1, 1))
		}
		return v, ok
	case expr.Sin, expr.Cos, expr.Tan, expr.Sec, expr.Csc, expr.Cot, expr.Sinc:
		sin, cos, ok := u.circular(-1)
		if !ok {
			return powerSeries{}, false
		}
		return ratio(fn, sin, cos, u)
	case expr.Sinh, expr.Cosh, expr.Tanh, expr.Sech, expr.Csch, expr.Coth, expr.Tanhshrink:
		sinh, cosh, ok := u.circular(1)
		if !ok {
			return powerSeries{}, false
		}
		return ratio(circularOf[fn], sinh, cosh, u)
	case expr.Sigmoid:
		plus1 := then(func(e powerSeries) (powerSeries, bool) { return e.plus(1) })
		return raised(expr.Int(-1))(plus1(u.scale(rational(-1, 1)).exp()))
	case expr.Erfc:
		return then(func(v powerSeries) (powerSeries, bool) { return v.scale(rational(-1, 1)).plus(1) })(seriesOf(expr.Erf, u))
	case expr.Acos:
		v, ok := seriesOf(expr.Asin, u)
		if !ok || len(u.c) == 0 {
			return powerSeries{}, false
		}
		return constantSeries(scaledPi(big.NewRat(1, 2), 2), u.end()).sub(v)
	}
	if slope, ok := slopes[fn]; ok {
		return u.integrated(slope)
	}
	return powerSeries{}, false
}

// circularOf are the circular counterparts of the hyperbolic functions, which
// are made of sinh and cosh as those are of sin and cos.
var circularOf = map[expr.Func]expr.Func{
	expr.Sinh: expr.Sin, expr.Cosh: expr.Cos, expr.Tanh: expr.Tan, expr.Sech: expr.Sec, expr.Csch: expr.Csc,
	expr.Coth: expr.Cot, expr.Tanhshrink: expr.Tanhshrink,
}

func ratio(fn expr.Func, sin, cos, u powerSeries) (powerSeries, bool) {
	switch fn {
	case expr.Sin:
		return sin, true
	case expr.Cos:
		return cos, true
	case expr.Tan:
		return sin.div(cos)
	case expr.Sec:
		return cos.power(expr.Int(-1))
	case expr.Csc:
		return sin.power(expr.Int(-1))
	case expr.Cot:
		return cos.div(sin)
	case expr.Sinc:
		return sin.div(u)
	default: // tanhshrink
		tanh, ok := sin.div(cos)
		if !ok {
			return powerSeries{}, false
		}
		return u.sub(tanh)
	}
}

// slope is the derivative of a function: factor*(1 + sign*u^2)^power, or
// factor*exp(sign*u^2) if power is 0. The function is 0 at 0.
type slope struct {
	factor coefficient
	sign   int64
	power  expr.Number
}

var slopes = map[expr.Func]slope{
	expr.Asin:  {rational(1, 1), -1, expr.Frac(-1, 2)},
	expr.Atan:  {rational(1, 1), 1, expr.Int(-1)},
	expr.Asinh: {rational(1, 1), 1, expr.Frac(-1, 2)},
	expr.Atanh: {rational(1, 1), -1, expr.Int(-1)},
	expr.Erf:   {scaledPi(big.NewRat(2, 1), -1), -1, expr.Number{}},
	expr.Erfi:  {scaledPi(big.NewRat(2, 1), -1), 1, expr.Number{}},
}

// integrated returns the function with the given slope of u, which is 0 at 0.
func (s powerSeries) integrated(by slope) (powerSeries, bool) {
	square, ok := s.mul(s)
	if !ok || s.low < 1 {
		return powerSeries{}, false
	}
	square = square.scale(rational(by.sign, 1))
	var f powerSeries
	if by.power.IsZero() {
		f, ok = square.exp()
	} else {
		f, ok = raised(by.power)(square.plus(1))
	}
	if !ok {
		return powerSeries{}, false
	}
	f, ok = f.mul(s.derivative())
	if !ok {
		return powerSeries{}, false
	}
	return f.scale(by.factor).integral(coefficient{})
}

// exp returns exp(s) for a series that is 0 at 0: n*e[n] is the sum of
// k*s[k]*e[n-k].
func (s powerSeries) exp() (powerSeries, bool) {
	if s.low < 1 || s.end() < 1 {
		return powerSeries{}, false
	}
	e := make([]coefficient, s.end())
	e[0] = rational(1, 1)
	for n := 1; n < len(e); n++ {
		sum, ok := convolve(n, func(k int) coefficient { return s.at(k).mul(rational(int64(k), 1)).mul(e[n-k]) })
		if !ok {
			return powerSeries{}, false
		}
		e[n] = sum.mul(rational(1, int64(n)))
	}
	return newSeries(0, e), true
}

// log returns log(s) for a series that is 1 at 0.
func (s powerSeries) log() (powerSeries, bool) {
	if s.low != 0 || len(s.c) == 0 || !s.c[0].isOne() {
		return powerSeries{}, false
	}
	slope, ok := s.derivative().div(s)
	if !ok {
		return powerSeries{}, false
	}
	return slope.integral(coefficient{})
}

// circular returns sin(s) and cos(s) for sign -1, where s may be a multiple of
// pi/2 at 0, and sinh(s) and cosh(s) for sign 1, where it is 0: n*sin[n] is the
// sum of k*s[k]*cos[n-k], and n*cos[n] that of sign*k*s[k]*sin[n-k].
func (s powerSeries) circular(sign int64) (sin, cos powerSeries, ok bool) {
	if s.low < 0 || s.end() < 1 {
		return powerSeries{}, powerSeries{}, false
	}
	a, b := make([]coefficient, s.end()), make([]coefficient, s.end())
	b[0] = rational(1, 1)
	if start := s.at(0); !start.isZero() {
		quarters, known := quarterTurns(start)
		if !known || sign > 0 {
			return powerSeries{}, powerSeries{}, false
		}
		a[0] = scaledPi(big.NewRat([]int64{0, 1, 0, -1}[quarters], 1), 0)
		b[0] = scaledPi(big.NewRat([]int64{1, 0, -1, 0}[quarters], 1), 0)
	}
	for n := 1; n < len(a); n++ {
		weighted := func(other []coefficient) (coefficient, bool) {
			return convolve(n-1, func(j int) coefficient {
				return s.at(n - j).mul(rational(int64(n-j), int64(n))).mul(other[j])
			})
		}
		var okA, okB bool
		a[n], okA = weighted(b)
		b[n], okB = weighted(a)
		if !okA || !okB {
			return powerSeries{}, powerSeries{}, false
		}
		b[n] = b[n].mul(rational(sign, 1))
	}
	return newSeries(0, a), newSeries(0, b), true
}

// quarterTurns returns a/(pi/2) modulo 4, and false if that is no integer.
func quarterTurns(a coefficient) (int, bool) {
	q := new(big.Rat).Mul(a.r, big.NewRat(2, 1))
	if a.half != 2 || !q.IsInt() {
		return 0, false
	}
	return int(new(big.Int).Mod(q.Num(), big.NewInt(4)).Int64()), true
}

// signed applies an odd function to a series that is not 0 at 0, by way of
// positive ones.
func (s powerSeries) signed(f func(powerSeries) (powerSeries, bool)) (powerSeries, bool) {
	if s.low != 0 || len(s.c) == 0 {
		return powerSeries{}, false
	}
	sign := rational(int64(s.c[0].sign()), 1)
	y, ok := f(s.scale(sign))
	return y.scale(sign), ok
}

// plus returns s + n.
func (s powerSeries) plus(n int64) (powerSeries, bool) {
	return s.add(constantSeries(rational(n, 1), max(1, s.end())))
}

// then returns f for the two results of a step before it, which may have
// failed.
func then(f func(powerSeries) (powerSeries, bool)) func(powerSeries, bool) (powerSeries, bool) {
	return func(s powerSeries, ok bool) (powerSeries, bool) {
		if !ok {
			return powerSeries{}, false
		}
		return f(s)
	}
}

// raised is then with the power p.
func raised(p expr.Number) func(powerSeries, bool) (powerSeries, bool) {
	return then(func(s powerSeries) (powerSeries, bool) { return s.power(p) })
}
