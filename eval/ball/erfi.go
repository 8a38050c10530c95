package ball

import "math/big"

// Erfi returns the imaginary error function, 2/sqrt(pi) times the integral of
// e^(t^2) from 0 to x. Erfi(0) is 0 exactly. From some 38,500 on it is
// [Beyond].
//
// Method: the power series, whose terms are positive, and for large x the
// asymptotic series.
func (c Context) Erfi(x Ball) Ball {
	return c.increasing(x, Context.erfiAt, func(c Context, lo, hi *big.Float) Mag {
		far := lo
		if new(big.Float).Abs(lo).Cmp(new(big.Float).Abs(hi)) < 0 {
			far = hi
		}
		return c.Exp(c.square(Exact(far))).upper().Mul(magOf(5, -2)) // 2/sqrt(pi) = 1.128…
	})
}

// erfiAt returns erfi(x).
func (c Context) erfiAt(x *big.Float) Ball {
	if x.Sign() == 0 {
		return Ball{}
	}
	w := c.with(12)
	s := w.square(Exact(x))
	f := toDouble(s.Mid())
	switch {
	case s.state != Known || f > 1<<31:
		return None(Beyond)
	case f > 1.5*float64(w.Bits)+50:
		return c.Round(w.Mul(w.Quo(w.Exp(s), w.Mul(Exact(x), w.sqrtPi())), w.erfiAsymptotic(s, f)))
	}
	return c.Round(w.Scale(w.Mul(Exact(x), w.Quo(w.erfiSeries(s), w.sqrtPi())), 1))
}

// erfiAsymptotic returns sqrt(pi) x e^-s erfi(x) for s = x^2, about f, by the
// sum of t(n) = (2n-1)!!/(2s)^n for n < N (DLMF 7.12.1 for an imaginary
// argument). Its terms are of one sign, so that the remainder takes a proof.
//
// G(x) = e^s times the sum over n < N of (2n-1)!!/2^(n+1) x^(-2n-1) has the
// derivative e^s - 2a e^s x^(-2N), with a = (2N-1)!!/2^(N+1). So the
// integral E(x) of e^(t^2) from 0 to x is, for any r < x,
//
//	G(x) + (E(r) - G(r)) + 2a times the integral of e^(t^2) t^(-2N) from r to x.
//
// Take r^2 = 2N >= 2. From there on the last integrand h has h'/h = 2t - 2N/t
// >= t >= r, so that its integral is below h(x)/r. And 0 < E(r) <= r e^(2N),
// and 0 < G(r) <= r e^(2N), its terms after e^(2N)/(2r) falling by half. In
// units of e^s/(2x) the remainder is therefore at most
//
//	2 t(N) x/r + 2 x r e^(2N-s) <= 2 t(N) sqrt(s) + 2s e^(-s/2)   for 4N <= s.
func (c Context) erfiAsymptotic(s Ball, f float64) Ball {
	v := c.Scale(c.Quo(FromInt(1), s), -1)
	sum, term := Ball{}, FromInt(1)
	n := int64(0)
	for ; float64(4*n+4) < f; n++ {
		if n > 0 && term.upper().Exponent() < -int64(c.Bits)-16 {
			break
		}
		sum = c.Add(sum, term)
		term = c.Mul(term, c.MulInt(v, 2*n+1))
	}
	size := s.upper()
	rest := term.upper().Mul(size.Sqrt()).Add(size.Mul(power(-int64(0.72 * f)))) // log2(e)/2 = 0.7213…
	return sum.widen(rest.Mul(power(1)))
}
