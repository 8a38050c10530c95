package points

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// TestPermute makes sure that every key gives a permutation, and that the keys
// send each number everywhere about equally often.
func TestPermute(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Uint64Range(1, 300).Draw(t, "n")
		key := rapid.Uint64().Draw(t, "key")
		seen := make([]bool, n)
		for x := range n {
			y := permute(x, n, key)
			if y >= n || seen[y] {
				t.Fatalf("%d goes to %d, which is out of range or taken", x, y)
			}
			seen[y] = true
		}
	})
	for _, n := range []uint64{2, 3, 5, 7, 11, 101} {
		const keys = 10_000
		expected := keys / float64(n)
		for x := range n {
			counts := make([]float64, n)
			for key := range uint64(keys) {
				counts[permute(x, n, mix(1, key))]++
			}
			square := 0.0
			for _, c := range counts {
				square += (c - expected) * (c - expected) / expected
			}
			// Chi squared with n-1 degrees of freedom, at 6 standard deviations.
			if bound := float64(n-1) + 6*math.Sqrt(2*float64(n)); square > bound {
				t.Errorf("permutations of %d send %d to places with chi squared %.0f > %.0f", n, x, square, bound)
			}
		}
	}
}

// TestHaltonStrata makes sure of the sequence's defining property: of the
// first b^k points each of b^k equal parts holds exactly one.
func TestHaltonStrata(t *testing.T) {
	const n = 2000
	h := newHalton(50, n, 3)
	parts := make([][]bool, 50)
	for j, base := range primes(50) {
		size := base
		for size*base <= n {
			size *= base
		}
		parts[j] = make([]bool, size)
	}
	x := make([]float64, 50)
	for i := range n {
		h.next(x)
		for j, p := range parts {
			if i >= len(p) {
				continue
			}
			part := min(int(x[j]*float64(len(p))), len(p)-1)
			if p[part] {
				t.Fatalf("point %d lies in part %d of %d of coordinate %d, which has a point already", i, part, len(p), j)
			}
			p[part] = true
		}
	}
}

// TestHaltonCorrelation makes sure that no two of many coordinates rise
// together, as those of the plain sequence do: for 1000 independent points the
// coefficient has a standard deviation of 0.032, and among 80,000 pairs one
// above 0.16 is expected once in 50 runs.
func TestHaltonCorrelation(t *testing.T) {
	const n, dimensions = 1000, 400
	h := newHalton(dimensions, n, 11)
	columns := make([][]float64, dimensions)
	x := make([]float64, dimensions)
	for range n {
		h.next(x)
		for j := range x {
			columns[j] = append(columns[j], x[j]-0.5)
		}
	}
	worst := 0.0
	for j := range columns {
		for k := range j {
			sum := 0.0
			for i := range n {
				sum += columns[j][i] * columns[k][i]
			}
			worst = max(worst, math.Abs(sum)*12/n)
		}
	}
	if worst > 0.2 {
		t.Errorf("two coordinates correlate by %.2f", worst)
	}
}

// TestHaltonIntegral compares the error of an integral over five dimensions
// with that of random points, of which it is to be a small part.
func TestHaltonIntegral(t *testing.T) {
	const n = 10_000
	h := newHalton(5, n, 5)
	x := make([]float64, 5)
	sum := 0.0
	for range n {
		h.next(x)
		product := 1.0
		for _, u := range x {
			product *= 1 + (u - 0.5)
		}
		sum += product
	}
	random := math.Sqrt((math.Pow(13.0/12, 5) - 1) / n) // the standard deviation of the mean
	if err := math.Abs(sum/n - 1); err > random/5 {
		t.Errorf("the error is %.2g, and that of random points %.2g", err, random)
	}
}

// TestLongAxis makes sure that the digits of a very long sequence stay exact.
func TestLongAxis(t *testing.T) {
	for _, base := range []uint64{2, 3, 7919} {
		a := newAxis(base, math.MaxInt, 1)
		if a.size > 1<<53 || a.size*float64(base) <= 1<<53 {
			t.Errorf("base %d has size %v", base, a.size)
		}
	}
	if got := primes(1000); got[0] != 2 || got[999] != 7919 {
		t.Errorf("the first and the thousandth prime are %d and %d", got[0], got[999])
	}
}
