package selftest

import "math"

// mistake is what people get wrong in a derivative: as a rule's text made of the
// right one and the name of the argument, and as a number made of the right
// derivative and the argument.
type mistake struct {
	name  string
	text  func(rule, arg string) string
	value func(d, x float64) float64
}

// mistakes are planted in every rule of a function.
var mistakes = []mistake{
	{
		"wrong sign",
		func(s, _ string) string { return "-(" + s + ")" },
		func(d, _ float64) float64 { return -d },
	},
	{
		"factor 2",
		func(s, _ string) string { return "2*(" + s + ")" },
		func(d, _ float64) float64 { return 2 * d },
	},
	{
		"lost chain factor",
		func(_, _ string) string { return "1" },
		func(_, _ float64) float64 { return 1 },
	},
	{
		"lost term",
		func(s, x string) string { return "(" + s + ") - " + x + "/7" },
		func(d, x float64) float64 { return d - x/7 },
	},
	{
		"order off by one",
		func(s, x string) string { return "(" + s + ")*" + x },
		func(d, x float64) float64 { return d * x },
	},
	{
		"relative error of 1e-6",
		func(s, _ string) string { return "1.000001*(" + s + ")" },
		func(d, _ float64) float64 { return 1.000001 * d },
	},
}

// changes reports whether a mutated number differs from the right one by more than
// the comparison promises to see.
func changes(right, mutated float64) bool {
	const least = 1e-9
	return math.Abs(mutated-right) > least*math.Max(math.Abs(right), math.Abs(mutated))
}
