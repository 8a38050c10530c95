package points

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

const (
	smallIntegers = 10 // the largest integer that is simple in itself
	longest       = 17 // digits of a double
	mostPasses    = 4
)

// SimplestCalls is how often [Simplest] calls its function at most: for 0, the
// small integers of either sign, and two decimals of each length.
const SimplestCalls = 1 + 2*smallIntegers + 2*(longest-1)

// Simplest returns the simplest number for which ok holds. It tries, in this
// order, 0; the integers up to 10 by their magnitude, of each two the one of
// x's sign first; then the decimals next to x on both sides with one
// significant digit, those with two, and so on, of each two the nearer one
// first. Only what comes before x is tried (for a NaN or an infinity the
// integers); if ok holds for none of it, the result is x. It calls ok at most
// [SimplestCalls] times, never for x itself and never with -0. If the answers
// of ok depend on nothing but the number, and ok holds for x, the simplest of
// the simplest is itself.
func Simplest(x float64, ok func(float64) bool) float64 {
	for _, candidate := range simpler(x) {
		if ok(candidate) {
			return candidate
		}
	}
	return x
}

// SimplestPoint applies [Simplest] to one coordinate of a point after the
// other, the others as they are by then, and starts over until nothing changes
// any more, at most 4 times. It first tries the point 0. It calls ok at most
// 1 + 4*[SimplestCalls] times for each coordinate, with a slice that is valid
// during the call; x is not changed.
func SimplestPoint(x []float64, ok func([]float64) bool) []float64 {
	if len(x) == 0 || ok(make([]float64, len(x))) {
		return make([]float64, len(x))
	}
	trial := slices.Clone(x)
	for range mostPasses {
		changed := false
		for j, before := range trial {
			after := Simplest(before, func(candidate float64) bool {
				trial[j] = candidate
				return ok(trial)
			})
			trial[j] = after
			changed = changed || math.Float64bits(after) != math.Float64bits(before)
		}
		if !changed {
			break
		}
	}
	return trial
}

// simpler lists what to try in place of x, the simplest first.
func simpler(x float64) []float64 {
	switch {
	case x != 0:
	case math.Signbit(x):
		return []float64{0}
	default:
		return nil
	}
	list := make([]float64, 1, SimplestCalls)
	for i := 1; i <= smallIntegers; i++ {
		n := math.Copysign(float64(i), x)
		list = append(list, n, -n)
	}
	if i := slices.Index(list, x); i >= 0 {
		return list[:i]
	}
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return list
	}
	return appendShorter(list, x)
}

// appendShorter appends the decimals on both sides of x that have fewer digits
// than x, and are not in the list. They are prefixes of the digits of x, and
// such a prefix with one added to its last digit.
func appendShorter(list []float64, x float64) []float64 {
	text := strconv.FormatFloat(math.Abs(x), 'e', -1, 64) // as in 1.25e-07
	mantissa, power, _ := strings.Cut(text, "e")
	digits := strings.Replace(mantissa, ".", "", 1)
	exponent, _ := strconv.Atoi(power)
	for k := 1; k < len(digits); k++ {
		head, _ := strconv.ParseInt(digits[:k], 10, 64)
		toward := decimal(head, exponent-k+1, x)
		away := decimal(head+1, exponent-k+1, x)
		if math.Abs(away-x) < math.Abs(toward-x) {
			toward, away = away, toward
		}
		for _, candidate := range [2]float64{toward, away} {
			if candidate != x && !math.IsInf(candidate, 0) && !slices.Contains(list, candidate) {
				list = append(list, candidate)
			}
		}
	}
	return list
}

// decimal returns n*10^exponent with the sign of x, an infinity where that is
// too large for a double.
func decimal(n int64, exponent int, x float64) float64 {
	value, _ := strconv.ParseFloat(strconv.FormatInt(n, 10)+"e"+strconv.Itoa(exponent), 64)
	return math.Copysign(value, x)
}
