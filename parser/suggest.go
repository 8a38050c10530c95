package parser

import "strings"

// longestSuggestion bounds, in code points, the names that are compared.
const longestSuggestion = 64

// Suggest returns the known name that is nearest to name by
// Damerau-Levenshtein distance (insertions, deletions, substitutions and
// swaps of neighbours, letters compared without case), the first of several
// at the same distance; "" if none is near, that is within a third of the
// longer name's length or one edit. A name is no suggestion for itself.
func Suggest(name string, known []string) string {
	a := []rune(strings.ToLower(clip(name)))
	best, nearest := "", longestSuggestion
	for _, k := range known {
		b := []rune(strings.ToLower(clip(k)))
		bound := min(max(1, max(len(a), len(b))/3), len(a), nearest-1)
		if k == name || len(a)-len(b) > bound || len(b)-len(a) > bound || max(len(a), len(b)) > longestSuggestion {
			continue
		}
		if d := distance(a, b); d <= bound {
			best, nearest = k, d
		}
	}
	return best
}

// clip shortens a name to what shows that it is too long to compare.
func clip(name string) string {
	const bytesPerRune = 4
	return name[:min(len(name), bytesPerRune*(longestSuggestion+1))]
}

// distance is the optimal string alignment distance of a and b (Boytsov,
// "Indexing methods for approximate dictionary searching", 2011, section 2.2).
func distance(a, b []rune) int {
	before, above, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range above {
		above[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			change := 1
			if a[i] == b[j] {
				change = 0
			}
			row[j+1] = min(above[j]+change, above[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, above, row = above, row, before
	}
	return above[len(b)]
}
