package ball

import (
	"math"
	"math/big"
	"math/bits"
)

// The kernels of the elementary functions compute in fixed point: an integer v
// with p bits stands for v*2^-p, and an error of n units is one of n*2^-p.
// Products and quotients are cut off, which is wrong by less than a unit and
// mostly downwards; each kernel says by how many units it is wrong at most.
// This is cheaper than to round and to keep a radius at every step.

// guardBits is what a kernel's result has beyond the bits asked for: its error
// is then less than 2^-16 units of the last place, for up to 2^8 units.
const guardBits = 24

// fixed returns |x|*2^p, cut off: wrong by less than a unit. x*2^p must be in
// the range of exponents.
func fixed(x *big.Float, p uint) *big.Int {
	z := new(big.Float).SetMantExp(x, int(p))
	v, _ := z.Abs(z).Int(nil)
	return v
}

// fromFixed returns the ball of the numbers not further than so many units
// from v*2^-p.
func (c Context) fromFixed(v *big.Int, p int64, units uint64) Ball {
	z := c.float().SetInt(v)
	exact := z.Acc() == big.Exact
	shift(z, z, -p)
	if z.IsInf() {
		return None(Beyond)
	}
	rad := magOf(units, -p)
	if !exact || z.Sign() == 0 && v.Sign() != 0 {
		rad = rad.Add(halfUnit(z))
	}
	return Ball{mid: z, rad: rad}
}

// headroom returns the least n with v*2^-p < 2^-n.
func headroom(v *big.Int, p uint) uint { return p - min(p, uint(v.BitLen())) }

// seriesTerms returns n such that x^n/n! < 2^-p, for x < 2^-small. Counting the
// bits of n! in a product that is cut off to 32 bits errs to more terms.
func seriesTerms(p, small uint) uint {
	need, got, product := p, uint(0), uint64(1)
	for n := uint(1); ; n++ {
		product *= uint64(n)
		if over := bits.Len64(product) - 32; over > 0 {
			product >>= over
			got += uint(over)
		}
		if got+uint(bits.Len64(product))-1+n*small >= need {
			return n
		}
	}
}

// squareRoot returns about the square root of n, for the balance of costs.
func squareRoot(n uint) uint { return uint(math.Sqrt(float64(n))) }
