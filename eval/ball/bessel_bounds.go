package ball

import "math/big"

// besselBound returns a bound of |J_n| over a ball with a midpoint that is not
// negative, n >= 0: the least of
//
//	1                               (DLMF 10.14.1)
//	(x/2)^n/n!                      (DLMF 10.14.4)
//	sqrt(2/pi) (x^2 - n^2)^(-1/4)   for x > n, see modulusBound.
func besselBound(n int64, x Ball) Mag {
	least := power(0)
	_, greatest := x.leastMagnitudes()
	if b := powerBound(n, greatest); b.Cmp(least) < 0 {
		least = b
	}
	lo, _ := x.Bounds()
	if b, ok := modulusBound(n, lo); ok && b.Cmp(least) < 0 {
		least = b
	}
	return least
}

// modulusBound returns a bound of sqrt(J_n^2 + Y_n^2), so of both, at x and all
// greater numbers: sqrt(2/pi) (x^2 - n^2)^(-1/4). It reports false if not x > n.
//
// J_n^2 + Y_n^2 times sqrt(x^2 - n^2) increases, to 2/pi, for x >= n > 1/2, and
// times x for n = 0 (G. N. Watson, Theory of Bessel Functions, 13.74).
func modulusBound(n int64, x *big.Float) (Mag, bool) {
	down := func() *big.Float { return new(big.Float).SetPrec(64).SetMode(big.ToZero) }
	order := new(big.Float).SetInt64(n)
	if x.Cmp(order) <= 0 {
		return Mag{}, false
	}
	square := down().Mul(sub(down(), x, order), add(down(), x, order))
	if square.Sign() == 0 || square.IsInf() {
		return Mag{}, false
	}
	const twoOverPi = 2734261102 // 2/pi in units of 2^-32, rounded up
	return power(0).Quo(leastMagnitude(square)).Sqrt().Mul(magOf(twoOverPi, -32)).Sqrt(), true
}

// powerBound returns a bound of (x/2)^n/n!, or of the lesser of that and 1, by
// n! > (n/e)^n for large n.
func powerBound(n int64, x Mag) Mag {
	if n == 0 {
		return power(0)
	}
	base, factorial := x.Mul(power(-1)), magOf(1, 0)
	if n <= 20 {
		f := uint64(1)
		for i := int64(2); i <= n; i++ {
			f *= uint64(i)
		}
		if factorial = magOf(f, 0); f>>32 != 0 {
			factorial = magOf(f>>32, 32)
		}
	} else {
		const e = 2918732889 // e in units of 2^-30, rounded up
		base = base.Mul(magOf(e, -30)).Quo(leastMagnitude(new(big.Float).SetInt64(n)))
	}
	return magPower(base, n).Quo(factorial)
}

// magPower returns a bound of x^n for n > 0, or of the lesser of that and 1 if n is
// great.
func magPower(x Mag, n int64) Mag {
	// Exponents of greater powers might not fit.
	if most := int64(1 << 40); n > most {
		if x.Exponent() < 0 {
			return power(-most)
		}
		return power(0)
	}
	p := magOf(1, 0)
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			p = p.Mul(x)
		}
		x = x.Mul(x)
	}
	return p
}
