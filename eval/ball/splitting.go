package ball

import "math/big"

// series is a sum of rational numbers
//
//	a(0)/b(0) * p(0)/q(0) + a(1)/b(1) * p(0)p(1)/(q(0)q(1)) + …
//
// with a, b, p and q 1 where they are nil. It is summed exactly by binary
// splitting: B. Haible and T. Papanikolaou, "Fast multiprecision evaluation of
// series of rational numbers" (ANTS-III, 1998).
type series struct {
	a, b, p, q func(k int64) *big.Int
}

// part is a sum t/(b*q) of terms, relative to the product of p and q before
// them, where b and q are the products of the terms' own.
type part struct {
	b, p, q, t *big.Int
}

var one = big.NewInt(1)

func at(f func(int64) *big.Int, k int64) *big.Int {
	if f == nil {
		return one
	}
	return f(k)
}

// sum returns the terms from lo to hi, without hi.
func (s series) sum(lo, hi int64) part {
	if hi-lo == 1 {
		p := at(s.p, lo)
		return part{at(s.b, lo), p, at(s.q, lo), product(at(s.a, lo), p)}
	}
	mid := (lo + hi) / 2
	l, r := s.sum(lo, mid), s.sum(mid, hi)
	t := product(product(r.b, r.q), l.t)
	t.Add(t, product(product(l.b, l.p), r.t))
	return part{product(l.b, r.b), product(l.p, r.p), product(l.q, r.q), t}
}

func product(x, y *big.Int) *big.Int {
	return new(big.Int).Mul(x, y)
}

// fixed returns the sum of n terms as a fixed-point number with p bits, wrong
// by less than a unit.
func (s series) fixed(n int64, p uint) *big.Int {
	all := s.sum(0, n)
	z := new(big.Int).Lsh(all.t, p)
	return z.Quo(z, product(all.b, all.q))
}
