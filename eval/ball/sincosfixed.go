package ball

import (
	"math"
	"math/big"
	"math/bits"
)

// The kernels of the circular functions compute with fixed-point numbers: the
// integer n stands for n/2^bits. A unit is 2^-bits.

// toUnits returns x in units of 2^-n, rounded towards 0: the error is below one
// unit.
func toUnits(x *big.Float, n uint) *big.Int {
	z, _ := new(big.Float).SetMantExp(x, int(n)).Int(nil)
	return z
}

// fromUnits returns the ball of a fixed-point number, n/2^bits, with an error
// in units.
func (c Context) fromUnits(n *big.Int, bits uint, err Mag) Ball {
	return c.Scale(rounded(c.float().SetInt(n), err), -int(bits))
}

// scaled returns a*2^n.
func (a Mag) scaled(n int64) Mag { return a.Mul(power(n)) }

// sinCosFixed returns sine and cosine of the fixed-point number t, for |t| <=
// 1. The error of each is below 2 units.
//
// It halves the angle until the Taylor series are short, and doubles it again
// by sin 2u = 2 sin u cos u and cos 2u = 1 - 2 (sin u)^2 (DLMF 4.21.27-28). With
// about sqrt(bits)/2 halvings both parts cost the same (R. P. Brent and P.
// Zimmermann, Modern Computer Arithmetic, 2010, section 4.3).
//
// The steps have 2h + 6 bits more for h halvings. An error of e small units
// in both becomes, as |sin u| < 0.48 and so |sin u| + |cos u| < 1.48 for the
// angles |u| <= 1/2 that are doubled, at most 2*1.48*e + 1 in sin 2u and
// 4*0.48*e + 1 in cos 2u, with the rounding and but for terms of e^2: below
// 3e + 2. The 12 of the series become less than 13*3^h <= 13/64 units in the
// end, and the last rounding adds one.
func sinCosFixed(t *big.Int, n uint) (sin, cos *big.Int) {
	zeros := int(n) - t.BitLen() // |t| < 2^-zeros
	halvings := max(0, int(math.Sqrt(float64(n)))/2+1-zeros)
	wide := n + uint(2*halvings) + 6
	u := new(big.Int).Lsh(t, uint(halvings)+6)
	sin, cos = sinCosSeries(u, wide, zeros+halvings)

	one := new(big.Int).Lsh(big.NewInt(1), wide)
	product := new(big.Int)
	for range halvings {
		product.Mul(sin, cos)
		cos.Mul(sin, sin)
		sin.Rsh(product, wide-1)
		cos.Sub(one, product.Rsh(cos, wide-1))
	}
	return sin.Rsh(sin, wide-n), cos.Rsh(cos, wide-n)
}

// sinCosSeries returns sine and cosine of the fixed-point number u, for |u| <
// 2^-zeros with zeros >= 1, by their Taylor series. The error of each is below
// 12 units.
//
// With x = -u^2, which is rounded, sin u/u is the sum of x^k/(2k+1)! and cos u
// that of x^k/(2k)!. The terms up to the first with |x|^k/(2k)! < 2^-n count;
// the terms from there on are below 2 units together.
func sinCosSeries(u *big.Int, n uint, zeros int) (sin, cos *big.Int) {
	terms := 0
	for small := 0; small < int(n); terms++ {
		k := uint(terms) + 1
		small += 2*zeros + bits.Len(2*k-1) + bits.Len(2*k) - 2 // not above log2(1/term)
	}
	powers := make([]big.Int, int(math.Sqrt(float64(terms)))+2)
	powers[0].Lsh(big.NewInt(1), n)
	square := new(big.Int).Mul(u, u)
	powers[1].Rsh(square.Neg(square), n)
	for i := 2; i < len(powers); i++ {
		powers[i].Mul(&powers[i-1], &powers[1])
		powers[i].Rsh(&powers[i], n)
	}
	cos = factorialSeries(powers, terms, n, 0)
	sin = factorialSeries(powers, terms, n, 1)
	return square.Rsh(square.Mul(sin, u), n), cos
}

// factorialSeries returns the sum of x^k odd!/(2k+odd)! over k < terms. powers
// has x^0 to x^m, |x| <= 1/4, all in units of 2^-n and with an error below 2
// units. The error of the sum, apart from the terms left out, is below 8
// units.
//
// It is Horner's scheme in x^m, of which the coefficients are polynomials in x
// of degree below m: a long product every m terms only, and a division by a
// small integer for each (D. M. Smith, "Efficient multiple-precision
// evaluation of elementary functions", Mathematics of Computation 52 (1989)).
//
// Powers: an error of e in x^i, and below 1 in x, makes at most e/4 + 1/4 + 1
// in x^(i+1), and so it stays below 5/3. Sum: an error of 7 becomes at most
// 7/4 + 2*4/3 + 1 < 6 in the product with x^m, the sum being below 4/3, and an
// error of 7 before the division by 2 or more becomes at most 7/2 + 1 + 2 < 7
// after it and the addition of a power.
func factorialSeries(powers []big.Int, terms int, n uint, odd int64) *big.Int {
	m := len(powers) - 1
	sum, product, divisor := new(big.Int), new(big.Int), new(big.Int)
	for k := terms - 1; k >= 0; k-- {
		if (k+1)%m == 0 {
			product.Mul(sum, &powers[m])
			sum.Rsh(product, n)
		}
		j := 2*int64(k) + odd
		sum.Quo(sum, divisor.SetInt64((j+1)*(j+2)))
		sum.Add(sum, &powers[k%m])
	}
	return sum
}
