package special

import (
	"math"
	"math/bits"
)

// angle is quadrant*pi/2 + r, with |r| at most pi/4 and a little.
type angle struct {
	quadrant int // modulo 4
	r        dd
}

// reduce returns the angle x modulo 2 pi, for any finite x, with a relative
// error of r below 2^-104: no double is nearer than 2^-62 to a multiple of pi/2 but 0.
//
// It multiplies by the bits of 2/pi that matter (Payne and Hanek 1983): for
// x = m*2^e with integer m, bits of weight 2^(2-e) and above would only add
// whole turns, and of the next 256 bits' product 190 stand behind the point.
func reduce(x float64) angle {
	if math.Abs(x) < math.Pi/4 {
		return angle{0, dd{x, 0}}
	}
	m, exponent := math.Frexp(math.Abs(x))
	f, below := turns(uint64(math.Ldexp(m, 53)), exponent-53)
	quadrant := int(f >> 62)
	f, below = f<<2|below[0]>>62, [2]uint64{below[0]<<2 | below[1]>>62, below[1] << 2}
	negative := f>>63 != 0
	if negative { // past the middle: count from the next quadrant down
		quadrant++
		f, below[0], below[1] = ^f, ^below[0], ^below[1]
	}
	r := halfPi.mul(fraction(f, below))
	if negative {
		r = r.neg()
	}
	if x < 0 {
		return angle{-quadrant & 3, r.neg()}
	}
	return angle{quadrant & 3, r}
}

// turns returns the first 192 bits of the fraction of m * 2^e * (2/pi) / 4.
func turns(m uint64, e int) (uint64, [2]uint64) {
	// Bit i of 2/pi, of weight 2^-i, is bit 63+i of the table; that of weight
	// 2^(1-e) comes first behind the point.
	first := uint(62 + e)
	word, shift := first/64, first%64
	var w [4]uint64
	for i := range w {
		w[i] = twoOverPi[word+uint(i)] << shift
		if shift != 0 {
			w[i] |= twoOverPi[word+uint(i)+1] >> (64 - shift)
		}
	}
	h3, _ := bits.Mul64(w[3], m)
	h2, l2 := bits.Mul64(w[2], m)
	h1, l1 := bits.Mul64(w[1], m)
	l0 := w[0] * m
	c, carry := bits.Add64(l2, h3, 0)
	b, carry := bits.Add64(l1, h2, carry)
	a, _ := bits.Add64(l0, h1, carry)
	return a, [2]uint64{b, c}
}

// fraction returns the leading 106 bits of the binary fraction 0.f below.
func fraction(f uint64, below [2]uint64) dd {
	exponent := 0
	if f == 0 { // at most 62 leading bits are zero: see reduce
		f, below = below[0], [2]uint64{below[1], 0}
		exponent -= 64
	}
	if n := bits.LeadingZeros64(f); n > 0 {
		f = f<<n | below[0]>>(64-n)
		below[0] = below[0]<<n | below[1]>>(64-n)
		exponent -= n
	}
	high := float64(float64(f>>11) * 0x1p-53)
	low := float64(float64((f<<53|below[0]>>11)>>11) * 0x1p-106)
	return fastTwoSum(high, low).twice(powerOfTwo(exponent))
}

// reducePi returns the angle pi*x, for |x| < 2^51.
func reducePi(x dd) angle {
	n := math.RoundToEven(float64(2 * x.hi))
	return angle{int(int64(n) & 3), pi.mul(twoSum(x.hi-float64(n/2), x.lo))}
}
