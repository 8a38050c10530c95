package truth

import (
	"math"

	"github.com/gradcmp/gradcmp/compare"
)

const (
	// What a double loses in an ordinary formula.
	ordinary = 1e-9
	// How many times the error of a naive evaluation a route may make where
	// doubles lose more than that. The symbolic formula has operations in
	// another order than the one as written.
	slack         = 10
	symbolicSlack = 1000
	// What is allowed of a truth of 0, to which no error is relative, and the
	// few bits that the least doubles have.
	nearZero = 1e-14
	least    = 16 * math.SmallestNonzeroFloat64
)

// Outcome is the result of one check.
type Outcome uint8

// The outcomes.
const (
	Pass Outcome = iota
	Fail
	Unsupported // a route did not run
	Undefined   // there is no truth to compare with, or doubles cannot tell
)

// judge compares a computed number with the truth, NaN if there is none, given
// the error of a naive evaluation, NaN if that gives no number at all.
func judge(got, truth, naive, slack float64) Outcome {
	switch {
	case math.IsNaN(truth), math.IsNaN(naive):
		return Undefined
	case Close(got, truth, allowed(naive, slack)):
		return Pass
	}
	return Fail
}

// allowed returns the relative error that a route may make.
func allowed(naive, slack float64) float64 { return math.Max(ordinary, slack*naive) }

// slackOf returns how many times a naive error the gradient of a route may have.
func slackOf(route compare.Route) float64 {
	if route == compare.Symbolic {
		return symbolicSlack
	}
	return slack
}

// Close reports whether two numbers differ by no more than a relative error,
// the larger of them being its measure. Infinities are close to themselves
// and NaN to NaN.
func Close(got, truth, relative float64) bool {
	if got == truth || math.IsNaN(got) && math.IsNaN(truth) {
		return true
	}
	if math.IsInf(got, 0) || math.IsInf(truth, 0) {
		return false
	}
	absolute := least
	if truth == 0 {
		absolute = nearZero
	}
	return math.Abs(got-truth) <= absolute+relative*math.Max(math.Abs(got), math.Abs(truth))
}
