package ball

import (
	"math"
	"math/big"
)

// Beta returns gamma(x)gamma(y)/gamma(x+y). It is [Undefined] where x or y is
// 0, -1, …, except for a negative integer and a positive one whose sum is not
// positive, where the limit is finite; and [Unknown] where a ball holds such
// numbers and others.
//
// Method: for x, y > 0 Stirling's series for the ratio of the large arguments,
// so that nothing large cancels; else reflection (DLMF 5.5.3) of those gammas
// whose argument is not positive.
func (c Context) Beta(x, y Ball) Ball {
	if x.state|y.state != Known {
		return None(worst(x, y))
	}
	if x.Mid().Cmp(y.Mid()) > 0 {
		x, y = y, x
	}
	w := c.with(20)
	sum := w.exactSum(x, y)
	if b, ok := c.betaIntegers(x, y); ok {
		return b
	}
	if poles(x) != Known || poles(y) != Known {
		switch {
		case !x.IsExact() || !y.IsExact():
			return None(Unknown)
		case x.Mid().Sign() == 0 || y.Mid().Sign() <= 0 || !isInteger(y.Mid()) || sum.Mid().Sign() > 0:
			return None(Undefined)
		}
		// sin(pi c)/sin(pi x) is that of (-1)^y, see betaParts.
		b := w.betaPositive(w.exactSum(FromInt(1), w.Neg(sum)), y)
		if isOdd(y.Mid()) {
			b = w.Neg(b)
		}
		return c.Round(b)
	}
	over, under := w.betaParts(x, y, sum)
	return c.Round(w.quoOfParts(over, under))
}

// isOdd reports whether the integer x is odd.
func isOdd(x *big.Float) bool { return int(x.MinPrec()) == x.MantExp(nil) }

// betaIntegers returns the beta function of two small positive integers,
// 1/(n binomial(m+n-1, n)), which may be exact.
func (c Context) betaIntegers(x, y Ball) (Ball, bool) {
	if !x.IsExact() || !y.IsExact() || x.Mid().Sign() <= 0 || y.Mid().MantExp(nil) > 8 ||
		!isInteger(x.Mid()) || !isInteger(y.Mid()) {
		return Ball{}, false
	}
	m, _ := x.Mid().Int64()
	n, _ := y.Mid().Int64()
	d := new(big.Int).Binomial(m+n-1, n)
	return c.FromRat(new(big.Rat).SetFrac(big.NewInt(1), d.Mul(d, big.NewInt(n)))), true
}

// exactSum returns x + y, without rounding where that takes not too many bits,
// so that the sum of exact balls tells whether it is an integer.
func (c Context) exactSum(x, y Ball) Ball {
	if x.state|y.state != Known {
		return None(worst(x, y))
	}
	const spare = 4096
	a, b := x.Mid(), y.Mid()
	top := max(a.MantExp(nil), b.MantExp(nil)) + 1
	end := min(a.MantExp(nil)-int(a.MinPrec()), b.MantExp(nil)-int(b.MinPrec()))
	if a.Sign() == 0 || b.Sign() == 0 || top-end <= int(c.Bits)+spare {
		c = Context{max(c.Bits, uint(max(top-end, 0)), a.MinPrec(), b.MinPrec()), c.Budget}
	}
	return c.Add(x, y)
}

// sinPi returns sin(pi x), 0 exactly for integers.
func (c Context) sinPi(x Ball) Ball {
	if x.state != Known || x.Mid().Sign() == 0 && x.rad.IsZero() {
		return x
	}
	rest, odd := nearest(x.Mid())
	sine := c.Sin(c.Mul(c.Pi(), Exact(rest).widen(x.rad)))
	if odd {
		return c.Neg(sine)
	}
	return sine
}

// betaParts returns two numbers of which beta(x, y) is the quotient, where sum is
// x + y. The first is 0 where beta is and the second where its reciprocal is,
// so that either quotient can be taken next to the zero. With c = x + y, and
// gamma(t) gamma(1-t) = pi/sin(pi t), beta is
//
//	pi/(sin(pi x) y beta(1-x, c))                           for x < 1, y > 0, c > 0
//	beta(1-c, y) sin(pi c)/sin(pi x)                        for c < 1, y > 0
//	pi sin(pi c)/(sin(pi x) sin(pi y) (1-c) beta(1-x, 1-y)) for x, y < 1
func (c Context) betaParts(x, y, sum Ball) (over, under Ball) {
	if x.Mid().Cmp(y.Mid()) > 0 {
		x, y = y, x
	}
	one := FromInt(1)
	rest := func(x Ball) Ball { return c.exactSum(one, c.Neg(x)) }
	positive := func(x Ball) bool { lo, _ := x.Bounds(); return x.IsKnown() && lo.Sign() > 0 }
	half := big.NewFloat(0.5)
	switch {
	case positive(x):
		return c.betaPositive(x, y), one
	case positive(y) && positive(rest(x)) && positive(sum) && sum.Mid().Cmp(half) >= 0:
		return c.Pi(), c.Mul(c.Mul(c.sinPi(x), y), c.betaPositive(rest(x), sum))
	case positive(y) && positive(rest(sum)):
		return c.Mul(c.betaPositive(rest(sum), y), c.sinPi(sum)), c.sinPi(x)
	case positive(rest(x)) && positive(rest(y)):
		over = c.Mul(c.Pi(), c.sinPi(sum))
		under = c.Mul(c.sinPi(x), c.sinPi(y))
		return over, c.Mul(under, c.Mul(rest(sum), c.betaPositive(rest(x), rest(y))))
	}
	return None(Unknown), one
}

// quoOfParts returns the quotient of what betaParts returns, [Beyond] where the
// denominator has left the range of exponents.
func (c Context) quoOfParts(x, y Ball) Ball {
	if y.IsKnown() && !y.IsExact() && y.accuracy() == math.MaxInt64 && x.IsKnown() && !x.mayBeZero() {
		return None(Beyond)
	}
	return c.Quo(x, y)
}
