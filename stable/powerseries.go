package stable

import (
	"math/big"

	"github.com/gradcmp/gradcmp/expr"
)

// powerSeries is a truncated Laurent series in y: c[0]*y^low + c[1]*y^(low+1) +
// …, with an error of the order of y^(low+len(c)). Its first coefficient is not
// 0; a series of which nothing but that error is known has none. The methods
// return false where a coefficient would be no rational times a power of pi.
type powerSeries struct {
	low int
	c   []coefficient
}

// newSeries returns the series without leading zeros.
func newSeries(low int, c []coefficient) powerSeries {
	for len(c) > 0 && c[0].isZero() {
		c = c[1:]
		low++
	}
	return powerSeries{low, c}
}

// constantSeries returns the series of a constant to the given number of terms.
func constantSeries(a coefficient, terms int) powerSeries {
	c := make([]coefficient, terms)
	c[0] = a
	return newSeries(0, c)
}

// end returns the order of the error.
func (s powerSeries) end() int { return s.low + len(s.c) }

// at returns the coefficient of y^n, which must be below the error.
func (s powerSeries) at(n int) coefficient {
	if n < s.low {
		return coefficient{}
	}
	return s.c[n-s.low]
}

func (s powerSeries) add(t powerSeries) (powerSeries, bool) {
	low, end := min(s.low, t.low), min(s.end(), t.end())
	if end <= low {
		return powerSeries{low: end}, true
	}
	c := make([]coefficient, end-low)
	for i := range c {
		sum, ok := s.at(low + i).add(t.at(low + i))
		if !ok {
			return powerSeries{}, false
		}
		c[i] = sum
	}
	return newSeries(low, c), true
}

func (s powerSeries) sub(t powerSeries) (powerSeries, bool) { return s.add(t.scale(rational(-1, 1))) }

// scale returns a*s for a that is not 0.
func (s powerSeries) scale(a coefficient) powerSeries {
	c := make([]coefficient, len(s.c))
	for i := range c {
		c[i] = s.c[i].mul(a)
	}
	return powerSeries{s.low, c}
}

func (s powerSeries) mul(t powerSeries) (powerSeries, bool) {
	n := min(len(s.c), len(t.c))
	c := make([]coefficient, n)
	for i := range c {
		sum, ok := convolve(i, func(k int) coefficient { return s.c[k].mul(t.c[i-k]) })
		if !ok {
			return powerSeries{}, false
		}
		c[i] = sum
	}
	return powerSeries{s.low + t.low, c}, true
}

// convolve returns the sum of term(0) to term(n).
func convolve(n int, term func(k int) coefficient) (coefficient, bool) {
	var sum coefficient
	for k := range n + 1 {
		var ok bool
		if sum, ok = sum.add(term(k)); !ok || sum.tooLong() {
			return coefficient{}, false
		}
	}
	return sum, true
}

func (s powerSeries) div(t powerSeries) (powerSeries, bool) {
	inverse, ok := t.power(expr.Int(-1))
	if !ok {
		return powerSeries{}, false
	}
	return s.mul(inverse)
}

// power returns s^p. With s = a*y^low*(1 + w) that is a^p*y^(low*p)*(1 + w)^p,
// the last by the recurrence that follows from f'*(1 + w) = p*w'*f (Knuth, The
// Art of Computer Programming 2, 4.7). A fraction of a power of y is declined:
// even where it is a power, as in sqrt(y^2), it depends on the sign of y.
func (s powerSeries) power(p expr.Number) (powerSeries, bool) {
	k, whole := p.Int64()
	if len(s.c) == 0 || !whole && s.low != 0 || k > mostHalves || k < -mostHalves {
		return powerSeries{}, false
	}
	lead, ok := s.c[0].power(p)
	if !ok {
		return powerSeries{}, false
	}
	w := s.scale(s.c[0].inv()).c
	f := make([]coefficient, len(w))
	f[0] = rational(1, 1)
	for n := 1; n < len(f); n++ {
		sum, ok := convolve(n-1, func(j int) coefficient {
			i := int64(n - j) // of w
			weight := p.Mul(expr.Int(i)).Sub(expr.Int(int64(j)))
			return scaledPi(weight.Rat(), 0).mul(w[i]).mul(f[j])
		})
		if !ok {
			return powerSeries{}, false
		}
		f[n] = sum.mul(rational(1, int64(n)))
	}
	return powerSeries{s.low * int(k), f}.scale(lead), true
}

// derivative returns ds/dy.
func (s powerSeries) derivative() powerSeries {
	c := make([]coefficient, len(s.c))
	for i := range c {
		c[i] = s.c[i].mul(scaledPi(big.NewRat(int64(s.low+i), 1), 0))
	}
	return newSeries(s.low-1, c)
}

// integral returns the integral of s, which has no power of y below 0, from 0,
// plus a constant.
func (s powerSeries) integral(plus coefficient) (powerSeries, bool) {
	if s.low < 0 {
		return powerSeries{}, false
	}
	c := make([]coefficient, s.end()+1)
	c[0] = plus
	for i := range s.c {
		c[s.low+i+1] = s.c[i].mul(rational(1, int64(s.low+i+1)))
	}
	return newSeries(0, c), true
}
