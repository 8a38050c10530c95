package ball

import "math/big"

// Binomial returns the generalized binomial coefficient
// gamma(n+1)/(gamma(k+1) gamma(n-k+1)). For an integer k >= 0 it is
// n(n-1)…(n-k+1)/k!, whatever n, and for a negative integer k it is 0. It is
// [Undefined] for other k where n is a negative integer, and [Unknown] where
// the ball of n holds one and k is not an exact integer. Coefficients of
// integers are exact where the context's bits hold them.
//
// Method: products for small k or n-k, else 1/((n+1) beta(n-k+1, k+1)).
func (c Context) Binomial(n, k Ball) Ball {
	if n.state|k.state != Known {
		return None(worst(n, k))
	}
	w := c.with(24)
	whole := k.IsExact() && isInteger(k.Mid())
	switch {
	case whole && k.Mid().Sign() < 0:
		return Ball{}
	case whole && n.IsExact() && isInteger(n.Mid()):
		return c.binomialIntegers(n.Mid(), k.Mid())
	case whole && k.Mid().MantExp(nil) <= 8:
		i, _ := k.Mid().Int64()
		return c.Round(w.fallingOver(n, i))
	case poles(w.exactSum(n, FromInt(1))) != Known:
		if n.IsExact() && k.IsExact() {
			return None(Undefined)
		}
		if !whole {
			return None(Unknown)
		}
	}
	return c.Round(w.binomialByBeta(n, k))
}

// binomialByBeta returns the coefficient by the beta function.
func (c Context) binomialByBeta(n, k Ball) Ball {
	one := FromInt(1)
	above := c.exactSum(n, one)
	x, y := c.exactSum(c.exactSum(n, c.Neg(k)), one), c.exactSum(k, one)
	over, under := c.betaParts(x, y, c.exactSum(above, one))
	return c.quoOfParts(under, c.Mul(over, above))
}

// fallingOver returns n(n-1)…(n-k+1)/k!.
func (c Context) fallingOver(n Ball, k int64) Ball {
	p := FromInt(1)
	for i := range k {
		p = c.Mul(p, c.exactSum(n, FromInt(-i)))
	}
	return c.Quo(p, exactInt(new(big.Int).MulRange(1, k)))
}

// binomialIntegers returns the coefficient of integers with k >= 0.
func (c Context) binomialIntegers(n, k *big.Float) Ball {
	// With k and n-k beyond the context's bits the coefficient has more.
	direct := new(big.Float).SetInt64(max(255, min(int64(c.Bits), 4096)))
	if n.Sign() >= 0 {
		if k.Cmp(n) > 0 {
			return Ball{}
		}
		if other := c.exactSum(Exact(n), Exact(new(big.Float).Neg(k))); other.Mid().Cmp(k) < 0 && other.IsExact() {
			k = other.Mid()
		}
	}
	w := c.with(24)
	switch {
	case k.Cmp(direct) <= 0 && n.MantExp(nil) <= 64:
		i, _ := k.Int64()
		return c.Round(exactInt(integerBinomial(n, i)))
	case k.Cmp(direct) <= 0:
		i, _ := k.Int64()
		return c.Round(w.fallingOver(Exact(n), i))
	case n.Sign() < 0: // (-1)^k binomial(k-n-1, k)
		b := c.binomialIntegers(w.exactSum(w.exactSum(Exact(k), Exact(new(big.Float).Neg(n))), FromInt(-1)).Mid(), k)
		if isOdd(k) {
			return c.Neg(b)
		}
		return b
	}
	return c.Round(w.binomialByBeta(Exact(n), Exact(k)))
}

// integerBinomial returns n(n-1)…(n-k+1)/k! for an integer n, which the
// division by each i+1 in turn keeps one.
func integerBinomial(n *big.Float, k int64) *big.Int {
	top, _ := n.Int(nil)
	p, factor := big.NewInt(1), new(big.Int)
	for i := range k {
		p.Mul(p, factor.Sub(top, big.NewInt(i)))
		p.Quo(p, factor.SetInt64(i+1))
	}
	return p
}
