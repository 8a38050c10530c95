package ball

import (
	"math"
	"math/big"
	"math/bits"
)

// fixedSums are the power series of the Bessel functions of integer order n at
// an exact x > 0. With t = x^2/4 and the terms t_k = t^k/(k! (n+1)...(n+k)),
//
//	sum      = sum over k of (-1)^k t_k              (DLMF 10.2.2)
//	weighted = sum over k of (-1)^k (H_k + H_(n+k)) t_k  (DLMF 10.8.1, 5.4.14)
type fixedSums struct {
	sum, weighted Ball
}

// growth returns the binary logarithm of a bound of the sum of all t_k, and x
// as a double, rounded up: that sum is at most e^(t/(n+1)), and at most
// I_0(x) <= e^x. The doubles are off by some parts in 2^53 of values far below
// 2^40, which the 1 added covers.
func growth(n int64, x *big.Float) (log2 float64, above float64) {
	above = math.Nextafter(toDouble(x), math.Inf(1))
	return math.Log2E*min(above, above*above/4/float64(n+1)) + 1, above
}

// besselSums adds up the series with an absolute error of about 2^-accuracy,
// the weighted one if asked. It reports false where that exceeds the budget.
//
// The terms are computed as integers in units of 2^-f, each from the one before
// as a*t/(k(n+k)), rounded down twice, which is wrong by 2 units at most. An
// error at k becomes one at k+m multiplied by a product of m factors
// t/(i(n+i)), which is t_m at most. So with K terms and E the sum of all t_k
// these errors add up to 2KE units at most. t is rounded to a relative 2^-f,
// which makes KE units. When a term is 0 and the factors are below 1/4, all that
// follow are less than that term, so than its error, 2E. In all: (3K+2)E units.
//
// The weights H are at most 2+2log(n+K) <= W and wrong by n+2K units at most.
// Where the factors are below 1/4 the rest of the weighted series is less than
// its last term, since a weight is less than twice the one before, but for
// k = 0. This makes ((3K+2)W + (n+2K) + K/E)E units at most.
func (c Context) besselSums(n int64, x *big.Float, accuracy uint, weighted bool) (s fixedSums, ok bool) {
	log2E, above := growth(n, x)
	if above > float64(c.budget()) {
		return s, false
	}
	f := accuracy + uint(log2E) + 16 + 2*uint(bits.Len64(uint64(n)+uint64(above)+uint64(accuracy)))
	if weighted {
		f += 8
	}
	if terms := min(above, above*above/float64(n+1)) + float64(f)/2; f > c.budget() || !c.affords(terms, f) || weighted && !c.affords(float64(n), f) {
		return s, false
	}
	t, shift := quarterSquare(x, f)
	limit := above * above // 4t, rounded up
	one := new(big.Int).Lsh(big.NewInt(1), f)
	a := new(big.Int).Set(one)
	sum := new(big.Int).Set(one)
	var h harmonic
	weights := new(big.Int)
	if weighted {
		h = newHarmonic(n, one)
		weights.Set(h.value)
	}
	d, rest, product := new(big.Int), new(big.Int), new(big.Int)
	k := int64(1)
	for ; a.Sign() != 0 || float64(k)*float64(n+k) <= limit*(1+0x1p-40); k++ {
		product.Mul(a, t)
		product.Rsh(product, shift)
		a.QuoRem(product, d.SetInt64(k*(n+k)), rest)
		add := (*big.Int).Add
		if k&1 == 1 {
			add = (*big.Int).Sub
		}
		add(sum, sum, a)
		if weighted {
			h.step(k, n+k)
			product.Mul(a, h.value)
			add(weights, weights, product.Rsh(product, f))
		}
	}
	units := power(int64(math.Ceil(log2E)) - int64(f))
	s.sum = fixedPoint(sum, f, units.Mul(magOf(uint64(3*k+2), 0)))
	if weighted {
		most := uint64(2 + 2*bits.Len64(uint64(n+k)))
		s.weighted = fixedPoint(weights, f, units.Mul(magOf(uint64(3*k+2)*most+uint64(n+3*k), 0)))
	}
	return s, true
}

// affords reports whether so many terms of f bits are within what the budget
// allows: four million words of 64 bits, some ten milliseconds, or what so many
// bits as the context's take anyway.
func (c Context) affords(terms float64, f uint) bool {
	return terms*float64(f) <= float64(c.budget())*(1<<11)+2*float64(c.Bits)*float64(c.Bits)
}

// quarterSquare returns t and shift with x^2/4 = t*2^-shift, or less by a part
// in 2^f at most.
func quarterSquare(x *big.Float, f uint) (t *big.Int, shift uint) {
	m, e := dyadic(x)
	t = m.Mul(m, m)
	e = 2*e - 2
	if over := t.BitLen() - int(f) - 1; over > 0 {
		t.Rsh(t, uint(over))
		e += over
	}
	if e >= 0 {
		return t.Lsh(t, uint(e)), 0
	}
	return t, uint(-e)
}

// fixedPoint returns the ball of n*2^-f with a radius.
func fixedPoint(n *big.Int, f uint, rad Mag) Ball {
	x := new(big.Float).SetInt(n)
	return Around(x.SetMantExp(x, -int(f)), rad)
}

// harmonic adds up H_k + H_(n+k) in fixed point.
type harmonic struct {
	value, one   *big.Int
	q, d, unused *big.Int
}

// newHarmonic returns H_0 + H_n, less by n units at most.
func newHarmonic(n int64, one *big.Int) harmonic {
	h := harmonic{new(big.Int), one, new(big.Int), new(big.Int), new(big.Int)}
	for i := int64(1); i <= n; i++ {
		h.inverse(i)
	}
	return h
}

// step adds 1/k + 1/m.
func (h harmonic) step(k, m int64) {
	h.inverse(k)
	h.inverse(m)
}

func (h harmonic) inverse(i int64) {
	h.q.QuoRem(h.one, h.d.SetInt64(i), h.unused)
	h.value.Add(h.value, h.q)
}

// besselFinite returns the sum over k < n of t^k/(k! (n-1)...(n-k)), with a
// relative error of about 2^-accuracy (DLMF 10.8.1). It reports false where
// that exceeds the budget.
//
// The terms are computed as in besselSums. An error at k becomes one at k+m
// multiplied by m factors t/(i(n-i)). These are t^m/m!^2 at most, since the
// product of m integers in a row is m! or more; and if p of them have i <= n/2
// and q not, (2t/n)^(p+q)/(p! q!) at most. So the errors that come of one add
// up to G = min(I_0(x), e^(4t/n)) times it, and all to 2nG units, nG more for
// that of t. From where the terms vanish they stay 0, and the bound holds still.
func (c Context) besselFinite(n int64, x *big.Float, accuracy uint) (Ball, bool) {
	above := math.Nextafter(toDouble(x), math.Inf(1))
	if above > float64(c.budget()) {
		return Ball{}, false
	}
	log2G := math.Log2E*min(above, above*above/float64(n)) + 1
	f := accuracy + uint(log2G) + 4 + uint(bits.Len64(uint64(n)))
	// From k = x^2/n to n/2 every term is half the one before, or less.
	terms := min(float64(n), above*above/float64(n)+float64(f))
	if f > c.budget() || !c.affords(terms, f) {
		return Ball{}, false
	}
	t, shift := quarterSquare(x, f)
	a := new(big.Int).Lsh(big.NewInt(1), f)
	sum := new(big.Int).Set(a)
	d, rest, product := new(big.Int), new(big.Int), new(big.Int)
	for k := int64(1); k < n && a.Sign() != 0; k++ {
		product.Mul(a, t)
		product.Rsh(product, shift)
		a.QuoRem(product, d.SetInt64(k*(n-k)), rest)
		sum.Add(sum, a)
	}
	units := power(int64(math.Ceil(log2G)) - int64(f))
	return fixedPoint(sum, f, units.Mul(magOf(uint64(3*n), 0))), true
}
