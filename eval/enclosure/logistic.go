package enclosure

import "github.com/gradcmp/gradcmp/eval/ball"

var one = ball.FromInt(1)

// Sigmoid returns 1/(1 + e^-x), for a negative x as e^x/(1 + e^x): so a large
// argument of either sign never asks for a number beyond the range.
func Sigmoid(c ball.Context, x ball.Ball) ball.Ball {
	if x.IsKnown() && x.Mid().Sign() < 0 {
		e := c.Exp(x)
		return c.Quo(e, c.Add(one, e))
	}
	return c.Quo(one, c.Add(one, c.Exp(c.Neg(x))))
}

// Softplus returns log(1 + e^x), for a positive x as x + log(1 + e^-x).
func Softplus(c ball.Context, x ball.Ball) ball.Ball {
	if x.IsKnown() && x.Mid().Sign() > 0 {
		return c.Add(x, c.Log1p(c.Exp(c.Neg(x))))
	}
	return c.Log1p(c.Exp(x))
}

// LogSigmoid returns log(1/(1 + e^-x)).
func LogSigmoid(c ball.Context, x ball.Ball) ball.Ball { return c.Neg(Softplus(c, c.Neg(x))) }

// Relu returns max(x, 0).
func Relu(c ball.Context, x ball.Ball) ball.Ball { return c.Max(x, ball.Ball{}) }

// Tanhshrink returns x - tanh(x).
func Tanhshrink(c ball.Context, x ball.Ball) ball.Ball { return c.Sub(x, c.Tanh(x)) }

// Logit returns log(x/(1 - x)). It is undefined outside 0 < x < 1.
func Logit(c ball.Context, x ball.Ball) ball.Ball {
	return c.Sub(c.Log(x), c.Log1p(c.Neg(x)))
}

// XLogY returns x*log(y), which is 0 where x is, for any y.
func XLogY(c ball.Context, x, y ball.Ball) ball.Ball {
	if x.IsZero() && y.State() != ball.Beyond {
		return ball.Ball{}
	}
	return c.Mul(x, c.Log(y))
}
