package ball

import (
	"math/big"
	"math/bits"
	"sync"
)

// constant is an irrational number, of which it keeps as many bits as were
// ever asked for. What it gives is floor(value*2^p), which does not depend on
// what it keeps.
type constant struct {
	// compute returns value*2^p, for p >= 64, wrong by less than so many units.
	compute func(p uint) (v *big.Int, units int64)

	mu   sync.Mutex
	bits uint
	kept *big.Int // floor(value*2^bits)
}

var (
	piDigits    = constant{compute: computePi}
	ln2Digits   = constant{compute: computeLn2}
	ln10Digits  = constant{compute: computeLn10}
	eDigits     = constant{compute: computeE}
	gammaDigits = constant{compute: computeGamma}
)

// floor returns floor(value*2^p). It must not be changed.
func (k *constant) floor(p uint) *big.Int {
	k.mu.Lock()
	defer k.mu.Unlock()
	if p > k.bits {
		// Up to an eighth more, so that growing by small steps stays cheap.
		more := uint(1) << max(6, bits.Len(p)-4)
		k.bits = (p + more) / more * more
		k.kept = k.floorOf(k.bits)
	}
	if p == k.bits {
		return k.kept
	}
	return new(big.Int).Rsh(k.kept, k.bits-p)
}

// floorOf computes floor(value*2^p) from more bits. Those tell it unless they
// are a run of equal bits; then twice as many are tried. That ends for an
// irrational number. (Whether Euler's constant is one is not known, but among
// its known digits there is no such run.)
func (k *constant) floorOf(p uint) *big.Int {
	for more := uint(64); ; more *= 2 {
		v, units := k.compute(p + more)
		lo := new(big.Int).Sub(v, big.NewInt(units))
		hi := v.Add(v, big.NewInt(units))
		if lo.Rsh(lo, more).Cmp(hi.Rsh(hi, more)) == 0 {
			return lo
		}
	}
}

// constant returns the ball of a constant, correctly rounded: between
// neighbouring integers v and v+1 of more than Bits+1 bits there is neither a
// number of Bits bits nor the middle of two, so that all rounds as v + 1/2.
func (c Context) constant(k *constant) Ball {
	p := c.Bits + 3
	v := new(big.Int).Lsh(k.floor(p), 1)
	return c.fromFixed(v.SetBit(v, 0, 1), int64(p)+1, 0)
}

// Pi returns pi = 3.14159…
func (c Context) Pi() Ball { return c.constant(&piDigits) }

// Ln2 returns the natural logarithm of 2, 0.69314…
func (c Context) Ln2() Ball { return c.constant(&ln2Digits) }

// E returns e = 2.71828…
func (c Context) E() Ball { return c.constant(&eDigits) }

// EulerGamma returns Euler's constant, 0.57721…
func (c Context) EulerGamma() Ball { return c.constant(&gammaDigits) }
