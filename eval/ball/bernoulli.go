package ball

import (
	"math/big"
	"math/bits"
	"sync"
)

// A family of coefficients made of the Bernoulli numbers B(2k), k = 1, 2, …
type bernoulliKind uint8

const (
	overGamma     bernoulliKind = iota // B(2k)/(2k(2k-1)), of Stirling's series
	overDigamma                        // B(2k)/(2k)
	overFactorial                      // B(2k)/(2k)!, of Euler and Maclaurin's formula
)

type bernoulliKey struct {
	kind bernoulliKind
	bits uint
}

// bernoulli keeps what has been computed. Tables of other lengths have the same
// coefficients, so that results do not depend on it.
var bernoulli struct {
	sync.Mutex
	tangent []*big.Int // tangent numbers from T(1) at 0
	tables  map[bernoulliKey][]Ball
}

// tableBits rounds a precision up to one of few, for tables and constants to serve
// more than one precision. It serves for the length of tables too.
func tableBits(n uint) uint {
	unit := uint(64)
	if n > 512 {
		unit = 1 << (bits.Len(n) - 3)
	}
	return (n + unit - 1) / unit * unit
}

// bernoulliTable returns at least n coefficients of that kind, that of B(2) at
// index 0, to at least so many bits.
func bernoulliTable(kind bernoulliKind, precision uint, n int) []Ball {
	bernoulli.Lock()
	defer bernoulli.Unlock()
	key := bernoulliKey{kind, tableBits(precision)}
	table := bernoulli.tables[key]
	if n <= len(table) {
		return table
	}
	n = int(tableBits(uint(n)))
	if n > len(bernoulli.tangent) {
		bernoulli.tangent = tangentNumbers(n)
	}
	table = append(make([]Ball, 0, n), table...)
	c := Context{Bits: key.bits}
	for k := len(table) + 1; k <= n; k++ {
		table = append(table, c.bernoulliCoefficient(kind, k, bernoulli.tangent[k-1]))
	}
	if bernoulli.tables == nil {
		bernoulli.tables = map[bernoulliKey][]Ball{}
	}
	bernoulli.tables[key] = table
	return table
}

// bernoulliCoefficient returns the coefficient of index k from the tangent
// number t = T(k): B(2k) = (-1)^(k-1) 2k T(k)/(4^k (4^k-1)), DLMF 24.15.4.
func (c Context) bernoulliCoefficient(kind bernoulliKind, k int, t *big.Int) Ball {
	one := big.NewInt(1)
	d := new(big.Int).Lsh(one, uint(2*k))
	d.Sub(d, one)
	switch kind {
	case overGamma:
		d.Mul(d, big.NewInt(int64(2*k-1)))
	case overFactorial:
		d.Mul(d, new(big.Int).MulRange(1, int64(2*k-1)))
	}
	q := c.Quo(exactInt(t), exactInt(d))
	q = c.Scale(q, -2*k)
	if k%2 == 0 {
		return c.Neg(q)
	}
	return q
}

// exactInt returns the ball of n alone.
func exactInt(n *big.Int) Ball {
	return Exact(new(big.Float).SetPrec(uint(max(n.BitLen(), 1))).SetInt(n))
}

// tangentNumbers returns T(1), …, T(n), the coefficients of tan x =
// sum T(k) x^(2k-1)/(2k-1)!, by algorithm TangentNumbers of R. P. Brent and
// D. Harvey, "Fast computation of Bernoulli, tangent and secant numbers"
// (2011), which multiplies by small integers only.
func tangentNumbers(n int) []*big.Int {
	t := make([]*big.Int, n)
	t[0] = big.NewInt(1)
	small := new(big.Int)
	for k := 1; k < n; k++ {
		t[k] = new(big.Int).Mul(t[k-1], small.SetInt64(int64(k)))
	}
	a, b := new(big.Int), new(big.Int)
	for k := 1; k < n; k++ {
		for j := k; j < n; j++ {
			a.Mul(t[j-1], small.SetInt64(int64(j-k)))
			b.Mul(t[j], small.SetInt64(int64(j-k+2)))
			t[j].Add(a, b)
		}
	}
	return t
}
