package points

import "math"

// pattern is a way to make awkward points of the points of the sequence.
type pattern struct {
	// count says how many there are in a box.
	count func(box []Range) int
	// set turns the values of s, a point of the sequence, into awkward point k,
	// and reports whether the box has room for it.
	set func(s *Sample, k int) bool
}

// patterns are the awkward points, each with the reason why it may show what
// points elsewhere hide.
var patterns = []pattern{
	// The centre of the box: in one that is symmetric the point 0.
	{func([]Range) int { return 1 }, centre},
	// Corners: the ends of domains, and the largest values of all terms at once.
	{countCorners, corner},
	// One special value in all coordinates that have room for it: ties of all
	// coordinates, and the values of functions that are known in closed form.
	{func([]Range) int { return len(specialValues) }, everywhere},
	// One coordinate at an end of its range or at a special value: the kinks and
	// poles of one variable, with the others at general values, so that no other
	// term vanishes by accident.
	{func(box []Range) int { return len(box) * (2 + len(specialValues)) }, alone},
	// Two coordinates that are equal: the kinks of max(x, y) and |x - y|, the
	// poles of 1/(x - y).
	{func(box []Range) int { return len(box) * (len(box) - 1) / 2 }, tie},
}

// specialValues are where functions have zeros, poles, kinks, ties of
// rounding and the limits of doubles, the most telling first.
var specialValues = []float64{
	0,     // kinks, poles, the sign of x, x^x
	1, -1, // the ends of asin and atanh, the zero of log, kinks of clamp
	0.5, -0.5, // ties of rounding; where acosh and log1p change their formulas
	2, -2, 1.5, -1.5, 3, -3, 2.5, -2.5, // steps of floor and round, poles of gamma
	10, -10,
	1e-8, -1e-8, // 1 + x loses half of the digits of x
	1e-17, -1e-17, // 1 + x is 1
	100, -100, // sigmoid and tanh are flat
	710, -710, -746, // exp overflows, exp underflows to 0
	1e8, -1e8, // 1 + x^2 is x^2
	1 << 53, -1 << 53, // x + 1 is x, and no halves are left
	1e-160, -1e-160, // x^2 underflows
	1e160, -1e160, // x^2 overflows
	math.SmallestNonzeroFloat64, -math.SmallestNonzeroFloat64, // x/2 is 0, 1/x overflows
	math.MaxFloat64, -math.MaxFloat64, // 2*x overflows
}

// middle returns the centre of a range.
func (r Range) middle() float64 { return r.at(0.5) }

func centre(s *Sample, _ int) bool {
	for j, r := range s.box {
		s.values[j] = r.middle()
	}
	return true
}

// fewDimensions is the number of dimensions up to which all corners of a box
// are given; in more, as many as that.
const fewDimensions = 6

func countCorners(box []Range) int { return 1 << min(len(box), fewDimensions) }

// corner sets corner k: first all low, then all high, and so on by pairs of
// opposite corners, all of them in few dimensions, else random ones.
func corner(s *Sample, k int) bool {
	for j, r := range s.box {
		high := k%2 == 1
		if len(s.box) <= fewDimensions {
			high = high != (k/2>>j&1 == 1)
		} else if k > 1 {
			high = high != (mix(mix(s.seed, uint64(k/2)), uint64(j))&1 == 1)
		}
		s.values[j] = r.Low
		if high {
			s.values[j] = r.High
		}
	}
	return true
}

// everywhere sets all coordinates whose range contains special value k to it,
// the others to the centre of their ranges.
func everywhere(s *Sample, k int) bool {
	any := false
	for j, r := range s.box {
		s.values[j] = r.middle()
		if r.contains(specialValues[k]) {
			s.values[j] = specialValues[k]
			any = true
		}
	}
	return any
}

// alone sets one coordinate, for each value going through all coordinates.
func alone(s *Sample, k int) bool {
	j := k % len(s.box)
	r := s.box[j]
	values := [2]float64{r.Low, r.High}
	switch i := k / len(s.box); {
	case i < len(values):
		s.values[j] = values[i]
	case r.contains(specialValues[i-len(values)]):
		s.values[j] = specialValues[i-len(values)]
	default:
		return false
	}
	return true
}

// tie sets the two coordinates of pair k to one value of the range that both
// have in common. The pairs of neighbours come first, then those at a distance
// of two, and so on.
func tie(s *Sample, k int) bool {
	distance := 1
	for k >= len(s.box)-distance {
		k -= len(s.box) - distance
		distance++
	}
	a, b := s.box[k], s.box[k+distance]
	common := Range{Low: max(a.Low, b.Low), High: min(a.High, b.High)}
	if common.Low > common.High {
		return false
	}
	x := common.at(s.fraction[k])
	s.values[k], s.values[k+distance] = x, x
	return true
}
