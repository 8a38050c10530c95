package certified

import (
	"github.com/gradcmp/gradcmp/eval/ball"
	"github.com/gradcmp/gradcmp/eval/enclosure"
)

var one = ball.FromInt(1)

func reciprocal(c ball.Context, x ball.Ball) ball.Ball { return c.Quo(one, x) }

func onePlusSquare(c ball.Context, x ball.Ball) ball.Ball { return c.Add(one, c.Sqr(x)) }

func oneMinusSquare(c ball.Context, x ball.Ball) ball.Ball {
	return c.Mul(c.Sub(one, x), c.Add(one, x))
}

func rootOfOneMinusSquare(c ball.Context, x ball.Ball) ball.Ball { return c.Sqrt(oneMinusSquare(c, x)) }

// arcSecant returns the derivative 1/(|x|*sqrt(x^2 - 1)) of asec.
func arcSecant(c ball.Context, x ball.Ball) ball.Ball {
	return reciprocal(c, c.Mul(c.Abs(x), c.Sqrt(c.Neg(oneMinusSquare(c, x)))))
}

// gaussian returns 2/sqrt(pi)*e^(-x^2).
func gaussian(c ball.Context, x ball.Ball) ball.Ball {
	return c.Quo(c.Scale(c.Exp(c.Neg(c.Sqr(x))), 1), c.Sqrt(c.Pi()))
}

// sinc returns the derivative of sin(x)/x, which has the value y.
func sinc(c ball.Context, x, y ball.Ball) ball.Ball {
	if x.IsZero() {
		return ball.Ball{}
	}
	return c.Quo(c.Sub(c.Cos(x), y), x)
}

// angle is the row of atan2, of the angle of the point (x, y).
func angle(c ball.Context, args []ball.Ball, _ ball.Ball) []ball.Ball {
	y, x := args[0], args[1]
	r2 := c.Add(c.Sqr(x), c.Sqr(y))
	return []ball.Ball{c.Quo(x, r2), c.Neg(c.Quo(y, r2))}
}

// unitVector is the row of norm and hypot.
func unitVector(c ball.Context, args []ball.Ball, value ball.Ball) []ball.Ball {
	out := make([]ball.Ball, len(args))
	for i, x := range args {
		out[i] = c.Quo(x, value)
	}
	return out
}

// shares is the row of logsumexp: e^(x - value) for each argument x.
func shares(c ball.Context, args []ball.Ball, value ball.Ball) []ball.Ball {
	out := make([]ball.Ball, len(args))
	for i, x := range args {
		out[i] = c.Exp(c.Sub(x, value))
	}
	return out
}

// xLogY is the row of x*log(y). Where x is 0 the function is 0 whatever y; by x
// it has the slope 0 there for y <= 0, as PyTorch has it.
func xLogY(c ball.Context, args []ball.Ball, _ ball.Ball) []ball.Ball {
	x, y := args[0], args[1]
	if x.IsZero() {
		if order := ball.Cmp(y, ball.Ball{}); order == ball.Less || order == ball.Equal {
			return make([]ball.Ball, 2)
		}
		return []ball.Ball{c.Log(y), {}}
	}
	return []ball.Ball{c.Log(y), c.Quo(x, y)}
}

// remainder is the row of mod and fmod, which take the whole part of x/y,
// rounded one way or the other, times y from x: that is the derivative by y, but
// for its sign.
func remainder(c ball.Context, args []ball.Ball, value ball.Ball) []ball.Ball {
	x, y := args[0], args[1]
	whole := c.RoundEven(c.Quo(c.Sub(x, value), y))
	return []ball.Ball{one, c.Neg(whole)}
}

// beta is the row of the beta function.
func beta(c ball.Context, args []ball.Ball, value ball.Ball) []ball.Ball {
	x, y := args[0], args[1]
	both := c.Digamma(c.Add(x, y))
	return []ball.Ball{
		c.Mul(value, c.Sub(c.Digamma(x), both)),
		c.Mul(value, c.Sub(c.Digamma(y), both)),
	}
}

// binomial is the row of gamma(n+1)/(gamma(k+1)*gamma(n-k+1)). Where k + 1 or
// n - k + 1 is a pole -m of gamma the value is 0, and the derivative of 1/gamma
// is (-1)^m*m! (DLMF 5.7.1, 5.5.3).
func binomial(c ball.Context, args []ball.Ball, value ball.Ball) []ball.Ball {
	n, k := args[0], args[1]
	rest := c.Sub(n, k)
	if few, ok := smallInteger(k); ok {
		return []ball.Ball{fallingSlope(c, n, few), slopeByLower(c, n, k, rest, value)}
	}
	switch {
	case isNegativeInteger(k):
		slope := slopeAtPole(c, k, c.Quo(c.Factorial(n), c.Factorial(rest)))
		return []ball.Ball{{}, slope}
	case isNegativeInteger(rest):
		slope := slopeAtPole(c, rest, c.Quo(c.Factorial(n), c.Factorial(k)))
		return []ball.Ball{slope, c.Neg(slope)}
	}
	psi := func(x ball.Ball) ball.Ball { return c.Digamma(c.Add(x, one)) }
	return []ball.Ball{
		c.Mul(value, c.Sub(psi(n), psi(rest))),
		c.Mul(value, c.Sub(psi(rest), psi(k))),
	}
}

// smallInteger returns an exact k from 0 to some thousands.
func smallInteger(k ball.Ball) (int, bool) {
	const most = 4096
	if !k.IsExact() || !k.Mid().IsInt() || k.Mid().Sign() < 0 || k.Mid().MantExp(nil) > 13 {
		return 0, false
	}
	n, _ := k.Mid().Int64()
	return int(n), n <= most
}

// fallingSlope returns the derivative of n(n-1)…(n-k+1)/k! by n, a polynomial,
// whatever n: the sum of the products of all factors but one.
func fallingSlope(c ball.Context, n ball.Ball, k int) ball.Ball {
	factors := make([]ball.Ball, k)
	for i := range factors {
		factors[i] = c.Sub(n, ball.FromInt(int64(i)))
	}
	sum := ball.Ball{}
	for _, p := range others(c, factors) {
		sum = c.Add(sum, p)
	}
	return c.Quo(sum, c.Factorial(ball.FromInt(int64(k))))
}

// slopeByLower returns the derivative of the coefficient by k, where k is an
// integer that is not negative.
func slopeByLower(c ball.Context, n, k, rest, value ball.Ball) ball.Ball {
	if isNegativeInteger(rest) && enclosure.Holds(value) == enclosure.No {
		return c.Neg(slopeAtPole(c, rest, c.Quo(c.Factorial(n), c.Factorial(k))))
	}
	return c.Mul(value, c.Sub(c.Digamma(c.Add(rest, one)), c.Digamma(c.Add(k, one))))
}

// slopeAtPole returns by how much factor/gamma(x + 1) rises at x = -m - 1, a
// negative integer.
func slopeAtPole(c ball.Context, x, factor ball.Ball) ball.Ball {
	m := c.Sub(c.Neg(x), one)
	slope := c.Mul(factor, c.Factorial(m))
	if c.Mod(m, ball.FromInt(2)).IsZero() {
		return slope
	}
	return c.Neg(slope)
}

func isNegativeInteger(x ball.Ball) bool {
	return x.IsExact() && x.Mid().Sign() < 0 && x.Mid().IsInt()
}
