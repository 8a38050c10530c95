package ball

import "math/big"

// DefaultBudget is the budget of a [Context] that names none, in bits.
const DefaultBudget = 1 << 17

// Context says with how many bits to compute. Its methods are the operations
// on balls. A method takes balls of any precision and returns one whose
// midpoint has Bits bits, or fewer.
type Context struct {
	// Bits is the precision of midpoints; at least 2.
	Bits uint
	// Budget is the most bits that an operation may use inside, for example to
	// reduce a large argument of sin; what would take more is [Beyond]. 0
	// stands for DefaultBudget.
	Budget uint
}

// budget returns the most bits that an operation may use.
func (c Context) budget() uint {
	if c.Budget == 0 {
		return DefaultBudget
	}
	return c.Budget
}

// with returns the context with more bits, for the steps of an operation.
func (c Context) with(more uint) Context { return Context{c.Bits + more, c.Budget} }

// float returns a number of the context's precision.
func (c Context) float() *big.Float { return new(big.Float).SetPrec(c.Bits) }

// renew returns z, to which [magnitudeWith] or [leading] had been applied, as a
// number of the context's precision to compute into.
func (c Context) renew(z *big.Float) *big.Float {
	return z.SetMode(big.ToNearestEven).SetPrec(c.Bits)
}

// rounded returns the ball around z, a correctly rounded result in the
// context's precision whose arguments account for a radius of rad.
func rounded(z *big.Float, rad Mag) Ball {
	if z.IsInf() {
		return None(Beyond)
	}
	if z.Acc() != big.Exact {
		rad = rad.Add(halfUnit(z))
	}
	return Ball{mid: z, rad: rad}
}

// halfUnit returns half a unit of the last place of z. Where a result has
// vanished it is the least number.
func halfUnit(z *big.Float) Mag {
	if z.Sign() == 0 {
		return power(big.MinExp - 1)
	}
	return power(int64(z.MantExp(nil)) - int64(z.Prec()) - 1)
}

// Round returns x with its midpoint rounded to the context's bits.
func (c Context) Round(x Ball) Ball {
	if x.state != Known {
		return x
	}
	return rounded(c.float().Set(x.Mid()), x.rad)
}

// FromRat returns the ball of the rational number x.
func (c Context) FromRat(x *big.Rat) Ball { return rounded(c.float().SetRat(x), Mag{}) }
