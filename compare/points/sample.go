package points

import (
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
)

// Sample is a source of points in a box: first points that are known to be
// awkward (edges, ties and special values, see the package documentation), at
// most half of all and at most 1024, then, or between them where the box has
// no more of them, points of a randomised Halton sequence. The same ranges,
// number and seed give the same points on every platform.
type Sample struct {
	n        int
	seed     uint64
	box      []Range
	sequence *halton
	awkward  awkward
	given    int // how many points were given so far
	fraction []float64
	values   []float64
}

// NewSample returns a source of exactly n points in the box of the given
// ranges, one for each coordinate, as [ParseRanges] and [Expand] return them.
// No awkward point is given twice; those of the sequence are as many as are
// needed, also in a box that holds fewer doubles than that. The memory that it
// takes does not depend on n.
func NewSample(box []Range, n int, seed uint64) (*Sample, error) {
	if n < 0 {
		return nil, errors.New("the number of points is negative")
	}
	box = slices.Clone(box)
	for j, r := range box {
		if message := r.fault(); message != "" {
			return nil, errors.New(message)
		}
		box[j].Low, box[j].High = unsigned(r.Low), unsigned(r.High)
	}
	return &Sample{
		n:        n,
		seed:     seed,
		box:      box,
		sequence: newHalton(len(box), n, seed),
		awkward:  newAwkward(n),
		fraction: make([]float64, len(box)),
		values:   make([]float64, len(box)),
	}, nil
}

// Next returns the next point, or io.EOF after the last.
func (s *Sample) Next() (Point, error) {
	if s.given == s.n {
		return Point{}, io.EOF
	}
	s.given++
	s.sequence.next(s.fraction)
	if !s.awkward.next(s) {
		s.spread()
	}
	return Point{Values: s.values, Number: s.given, Origin: s}, nil
}

// Place says which point of the sample has the number.
func (s *Sample) Place(number int) string {
	return fmt.Sprintf("sample %d of %d, seed %d", number, s.n, s.seed)
}

// spread sets the values to the point of the sequence.
func (s *Sample) spread() {
	for j, r := range s.box {
		s.values[j] = r.at(s.fraction[j])
	}
}

// awkward goes through the patterns in turns, so that each has its share
// however few points there are.
type awkward struct {
	left  int   // how many points may still be given
	turn  int   // the pattern whose turn it is
	tried []int // how many points of each pattern were tried
	seen  map[uint64]bool
}

// Of the awkward points, how many are given and, for each pattern, tried at
// most: in a box of hundreds of dimensions there are millions.
const (
	mostAwkward = 1024
	mostTried   = 4096
)

func newAwkward(n int) awkward {
	return awkward{left: min(n-n/2, mostAwkward), tried: make([]int, len(patterns)), seen: map[uint64]bool{}}
}

// next sets the values of s to the next awkward point, if there is one.
func (a *awkward) next(s *Sample) bool {
	if a.left == 0 {
		return false
	}
	for done := 0; done < len(patterns); a.turn, done = (a.turn+1)%len(patterns), done+1 {
		p := patterns[a.turn]
		for a.tried[a.turn] < min(p.count(s.box), mostTried) {
			k := a.tried[a.turn]
			a.tried[a.turn]++
			s.spread()
			if p.set(s, k) && a.isNew(s.values) {
				a.left--
				a.turn = (a.turn + 1) % len(patterns)
				return true
			}
		}
	}
	a.left = 0
	return false
}

// isNew reports whether a point was not seen before. It keeps a hash of each
// point; that two differ and have the same, one chance in 10^13, costs no more
// than an awkward point.
func (a *awkward) isNew(values []float64) bool {
	hash := uint64(0)
	for _, x := range values {
		hash = mix(hash, math.Float64bits(x))
	}
	if a.seen[hash] {
		return false
	}
	a.seen[hash] = true
	return true
}
