package points_test

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/gradcmp/gradcmp/compare/points"
)

// take returns all points of a sample.
func take(t interface{ Fatal(...any) }, box []points.Range, n int, seed uint64) [][]float64 {
	s, err := points.NewSample(box, n, seed)
	if err != nil {
		t.Fatal(err)
	}
	var all [][]float64
	for {
		p, err := s.Next()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, slices.Clone(p.Values))
	}
}

// cube returns a box with the same range in every dimension.
func cube(dimensions int, low, high float64) []points.Range {
	box := make([]points.Range, dimensions)
	for j := range box {
		box[j] = points.Range{Name: fmt.Sprintf("x[%d]", j), Low: low, High: high}
	}
	return box
}

// TestSample makes sure that a sample has the number of points asked for,
// within the box, the same for the same seed, no awkward point twice, and no
// negative zero.
func TestSample(t *testing.T) {
	ends := rapid.OneOf(rapid.Float64Range(-3, 3), rapid.Float64Range(-math.MaxFloat64, math.MaxFloat64),
		rapid.SampledFrom([]float64{0, math.Copysign(0, -1), 1, 5e-324, -math.MaxFloat64, math.MaxFloat64}))
	rapid.Check(t, func(t *rapid.T) {
		box := make([]points.Range, rapid.IntRange(0, 12).Draw(t, "dimensions"))
		for j := range box {
			a, b := ends.Draw(t, "a"), ends.Draw(t, "b")
			box[j] = points.Range{Name: "x", Low: min(a, b), High: max(a, b)}
		}
		n := rapid.IntRange(0, 300).Draw(t, "n")
		seed := rapid.Uint64().Draw(t, "seed")
		all := take(t, box, n, seed)
		if len(all) != n {
			t.Fatalf("%d points, want %d", len(all), n)
		}
		if again := take(t, box, n, seed); fmt.Sprint(again) != fmt.Sprint(all) {
			t.Fatal("the same seed gives other points")
		}
		for _, x := range all {
			for j, r := range box {
				if !(r.Low <= x[j] && x[j] <= r.High) || x[j] == 0 && math.Signbit(x[j]) {
					t.Fatalf("%v is not in %v", x[j], r)
				}
			}
		}
	})
}

// TestSampleBytes pins the points: they are the same in every release and on
// every platform.
func TestSampleBytes(t *testing.T) {
	hash := fnv.New64a()
	box := append(cube(7, -2, 2), points.Range{Name: "y", Low: 1e-3, High: 1e10})
	for _, x := range take(t, box, 3000, 7) {
		for _, v := range x {
			hash.Write(binary.LittleEndian.AppendUint64(nil, math.Float64bits(v)))
		}
	}
	const want = 0x842489898d66c190
	if got := hash.Sum64(); got != want {
		t.Errorf("the hash of the points is %#x, want %#x", got, uint64(want))
	}
}

// TestAwkward makes sure that what is awkward is there, and that the rest of
// the sample is not crowded out.
func TestAwkward(t *testing.T) {
	all := take(t, cube(2, -2, 2), 400, 1)
	for _, want := range [][]float64{{0, 0}, {-2, -2}, {2, 2}, {-2, 2}, {2, -2}, {1, 1}, {-0.5, -0.5}, {1e-160, 1e-160}} {
		if !slices.ContainsFunc(all, func(x []float64) bool { return slices.Equal(x, want) }) {
			t.Errorf("the sample lacks %v", want)
		}
	}
	count := func(holds func(x []float64) bool) int {
		n := 0
		for _, x := range all {
			if holds(x) {
				n++
			}
		}
		return n
	}
	inner := func(v float64) bool { return math.Abs(v) < 2 && math.Mod(v, 0.5) != 0 && math.Abs(v) > 1e-7 }
	for _, tt := range []struct {
		what     string
		min, max int
		holds    func(x []float64) bool
	}{
		{"x = 0 alone", 1, 2, func(x []float64) bool { return x[0] == 0 && inner(x[1]) }},
		{"y = -1 alone", 1, 2, func(x []float64) bool { return x[1] == -1 && inner(x[0]) }},
		{"x at the edge alone", 2, 4, func(x []float64) bool { return math.Abs(x[0]) == 2 && inner(x[1]) }},
		{"a tie at a general value", 1, 2, func(x []float64) bool { return x[0] == x[1] && inner(x[0]) }},
		{"general", 200, 400, func(x []float64) bool { return x[0] != x[1] && inner(x[0]) && inner(x[1]) }},
	} {
		if n := count(tt.holds); n < tt.min || n > tt.max {
			t.Errorf("%s: %d points, want %d to %d", tt.what, n, tt.min, tt.max)
		}
	}
	seen := map[string]bool{}
	for _, x := range all {
		if seen[fmt.Sprint(x)] {
			t.Errorf("%v is there twice", x)
		}
		seen[fmt.Sprint(x)] = true
	}
}

// TestManyDimensions makes sure that hundreds of dimensions have their edges
// and their ties.
func TestManyDimensions(t *testing.T) {
	const dimensions = 500
	all := take(t, cube(dimensions, -1, 3), 600, 2)
	low, zeros, ties := 0, 0, 0
	for _, x := range all {
		values := map[float64]int{}
		for _, v := range x {
			values[v]++
		}
		switch {
		case values[-1] == dimensions:
			low++
		case values[0] == dimensions:
			zeros++
		case len(values) == dimensions-1:
			ties++
		}
	}
	if low != 1 || zeros != 1 || ties < 50 {
		t.Errorf("%d points all low, %d points 0, %d ties; want 1, 1 and 50 or more", low, zeros, ties)
	}
}

// TestNarrowBoxes makes sure that a box without room gives as many points.
func TestNarrowBoxes(t *testing.T) {
	all := take(t, []points.Range{{Name: "x", Low: 2, High: 2}, {Name: "y", Low: 5, High: 6}}, 50, 1)
	for _, x := range all {
		if x[0] != 2 {
			t.Errorf("x is %v, want 2", x[0])
		}
	}
	if all := take(t, nil, 3, 1); len(all) != 3 {
		t.Errorf("%d points of no dimension, want 3", len(all))
	}
}

func TestNewSampleErrors(t *testing.T) {
	for _, tt := range []struct {
		low, high float64
		n         int
		want      string
	}{
		{1, 0, 1, "below its start"},
		{math.NaN(), 0, 1, "not a finite number"},
		{0, math.Inf(1), 1, "not a finite number"},
		{0, 1, -1, "negative"},
	} {
		_, err := points.NewSample(cube(1, tt.low, tt.high), tt.n, 0)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("NewSample(%v..%v, %d): %v, want …%s…", tt.low, tt.high, tt.n, err, tt.want)
		}
	}
}

func BenchmarkSample(b *testing.B) {
	for _, dimensions := range []int{3, 100} {
		b.Run(fmt.Sprint(dimensions), func(b *testing.B) {
			s, err := points.NewSample(cube(dimensions, -1, 1), math.MaxInt32, 1)
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if _, err := s.Next(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
