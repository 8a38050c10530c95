package points

// halton is a randomised Halton sequence: point i has as its coordinate j the
// digits of i in the j-th prime base, mirrored at the radix point, each digit
// replaced by means of a random permutation of its own, and the digits that
// are 0 for all points of the sequence replaced by one random number
// (A. B. Owen, "A randomized Halton algorithm in R", arXiv:1706.02808, 2017).
//
// Of the usual choices it is the one that is good for any number of points and
// of dimensions without a table: lattice rules need a generating vector that
// was searched for that number of dimensions, Sobol' sequences a table of
// direction numbers and powers of two, and R-sequences and sequences of square
// roots lose their evenness beyond about ten dimensions. Each coordinate fills
// the b^k equal parts of its interval evenly, one point in each for every b^k
// points, whatever the number of dimensions. The permutations take away what
// spoils the plain sequence from about ten dimensions on, that the digits of
// neighbouring large bases rise together.
type halton struct {
	axes []axis
}

// axis is one coordinate of the sequence, an odometer of digits. Only the
// digits that change from one point to the next are computed anew.
type axis struct {
	base    uint64
	key     uint64   // of the permutations
	digits  []uint64 // of the number of the point, the fastest first
	images  []uint64 // of the digits under the permutations of their places
	weights []uint64 // of each digit after mirroring
	sum     uint64   // of the permuted digits by their weights
	size    float64  // base to the number of digits
	rest    float64  // the digits beyond, as a fraction of the last one's weight
}

// newHalton returns the sequence in the given number of dimensions, long
// enough for n points.
func newHalton(dimensions, n int, seed uint64) *halton {
	h := &halton{axes: make([]axis, dimensions)}
	for j, base := range primes(dimensions) {
		h.axes[j] = newAxis(base, n, mix(seed, uint64(j)))
	}
	return h
}

func newAxis(base uint64, n int, key uint64) axis {
	a := axis{base: base, key: key, rest: unit(mix(key, 0))}
	// A double tells 2^53 values apart; no digits are kept beyond, and no run
	// is long enough to come round to the first point.
	size := uint64(1)
	for size < uint64(n) && size <= 1<<53/base {
		a.weights = append(a.weights, size)
		size *= base
	}
	a.size = float64(size)
	// Mirrored, the fastest digit weighs most.
	for i, j := 0, len(a.weights)-1; i < j; i, j = i+1, j-1 {
		a.weights[i], a.weights[j] = a.weights[j], a.weights[i]
	}
	a.digits = make([]uint64, len(a.weights))
	a.images = make([]uint64, len(a.weights))
	for k := range a.digits {
		a.set(k, 0)
	}
	return a
}

// next writes the coordinates of the next point, from 0 to 1.
func (h *halton) next(x []float64) {
	for j := range h.axes {
		a := &h.axes[j]
		x[j] = (float64(a.sum) + a.rest) / a.size
		a.step()
	}
}

// step adds one to the number of the point, with the carries.
func (a *axis) step() {
	for k, digit := range a.digits {
		if digit+1 < a.base {
			a.set(k, digit+1)
			return
		}
		a.set(k, 0)
	}
}

// set changes digit k and its part of the sum.
func (a *axis) set(k int, digit uint64) {
	a.sum -= a.weights[k] * a.images[k]
	a.digits[k] = digit
	a.images[k] = permute(digit, a.base, mix(a.key, uint64(k)+1))
	a.sum += a.weights[k] * a.images[k]
}

// permute returns the image of x under a random permutation of 0, …, n-1 that
// the key chooses. It permutes the next power of two, by steps that can each
// be undone (an odd factor, an addition, a shift added without carry), again
// and again until the image is below n; this walk along a cycle is a
// permutation of what is below n. Nothing is stored, however large n is.
func permute(x, n, key uint64) uint64 {
	bits := uint(1)
	for 1<<bits < n {
		bits++
	}
	mask := uint64(1)<<bits - 1
	shift := (bits + 1) / 2
	for {
		round := key
		for range 4 {
			round = mix(round, n)
			x = (x*(round|1) + round>>32) & mask
			x ^= x >> shift
		}
		if x < n {
			return x
		}
	}
}

// mix returns a random number for a key and a counter, by the function of
// G. Steele, D. Lea and C. Flood, "Fast splittable pseudorandom number
// generators", OOPSLA 2014 (SplitMix64).
func mix(key, counter uint64) uint64 {
	z := key + (counter+1)*0x9e3779b97f4a7c15
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// unit turns random bits into a number from 0 up to but not including 1.
func unit(bits uint64) float64 { return float64(bits>>11) / (1 << 53) }

// primes returns the first n primes.
func primes(n int) []uint64 {
	found := make([]uint64, 0, n)
	for limit := 64; len(found) < n; limit *= 2 {
		found = found[:0]
		composite := make([]bool, limit)
		for p := 2; p < limit && len(found) < n; p++ {
			if composite[p] {
				continue
			}
			found = append(found, uint64(p))
			for q := p * p; q < limit; q += p {
				composite[q] = true
			}
		}
	}
	return found
}
