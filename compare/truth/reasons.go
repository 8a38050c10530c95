package truth

import (
	"math"
	"slices"
	"strings"
)

// answer is a number to be compared with PyTorch's.
type answer struct {
	function          string // PyTorch's name
	at                []float64
	value             float64 // of the formula there
	got, torch, truth float64 // truth is NaN if it is not recorded
}

// reasons list why gradcmp does not answer as PyTorch does; the first that
// holds counts. The package's documentation explains each.
var reasons = []struct {
	name  string
	holds func(a *answer) bool
}{
	{"nearer", func(a *answer) bool { return math.Abs(a.got-a.truth) < math.Abs(a.torch-a.truth) || a.isTruth() }},
	{"not finite", func(a *answer) bool { return slices.ContainsFunc(a.at, isNotFinite) }},
	{"domain", func(a *answer) bool { return math.IsNaN(a.value) && math.IsNaN(a.got) }},
	{"where", func(a *answer) bool { return strings.HasPrefix(a.function, "where_") && math.IsNaN(a.torch) }},
	{"clamped", func(a *answer) bool { return a.function == "bce" }},
	{"pole", func(a *answer) bool { return a.function == "polygamma1" && a.value == math.Inf(1) }},
	{"negative zero", func(a *answer) bool { return slices.ContainsFunc(a.at, isNegativeZero) && a.got == -a.torch }},
	{"zero adjoint", func(a *answer) bool { return a.got == 0 && math.IsNaN(a.torch) }},
	{"tiny norm", func(a *answer) bool { return strings.HasPrefix(a.function, "norm") && tiny(a.at) }},
	{"huge logits", func(a *answer) bool { return a.function == "softmax_2" && slices.Max(a.at) > 1e15 }},
}

// reason returns the name of the reason why the answer is not PyTorch's, "" if
// none is known.
func (a *answer) reason() string {
	for _, r := range reasons {
		if r.holds(a) {
			return r.name
		}
	}
	return ""
}

// isTruth reports whether the answer is the truth as nearly as doubles have it,
// if that is recorded: a truth beyond their range is an infinity.
func (a *answer) isTruth() bool { return !math.IsNaN(a.truth) && Close(a.got, a.truth, ordinary) }

func isNotFinite(x float64) bool { return math.IsNaN(x) || math.IsInf(x, 0) }

func isNegativeZero(x float64) bool { return x == 0 && math.Signbit(x) }

// tiny reports whether the cubes of all coordinates underflow.
func tiny(at []float64) bool {
	return !slices.ContainsFunc(at, func(x float64) bool { return math.Abs(x) > 1e-108 })
}
