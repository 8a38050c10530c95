package ball

import "math/big"

// NormPDF returns the standard normal density, e^(-x^2/2)/sqrt(2 pi).
func (c Context) NormPDF(x Ball) Ball {
	if x.state != Known {
		return x
	}
	w := c.with(8)
	return c.Round(w.Quo(w.gauss(w.Scale(w.square(x), -1)), w.sqrt2Pi()))
}

// NormCDF returns the standard normal distribution function,
// erfc(-x/sqrt(2))/2. NormCDF(0) is 1/2 exactly.
func (c Context) NormCDF(x Ball) Ball {
	return c.increasing(x, Context.normCDFAt, func(c Context, lo, hi *big.Float) Mag {
		half := func(x *big.Float) *big.Float { // below |x|/sqrt(2)
			return new(big.Float).SetPrec(32).SetMode(big.ToZero).Mul(x, big.NewFloat(0.7071067811))
		}
		return c.gaussSlope(half(lo), half(hi)).Mul(power(-1))
	})
}

// normCDFAt returns NormCDF(x).
func (c Context) normCDFAt(x *big.Float) Ball {
	w, a := c.with(12), erfArg{new(big.Float).Abs(x), true}
	if x.Sign() > 0 {
		return c.Round(w.Scale(w.Add(FromInt(1), w.erfOf(a)), -1))
	}
	return c.Round(w.Scale(w.erfcOf(a), -1))
}
