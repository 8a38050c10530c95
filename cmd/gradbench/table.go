package main

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// table is a plain table whose columns are aligned right, except for the leading ones that hold words.
type table struct {
	header []string
	words  int        // how many leading columns hold words
	rows   [][]string // an empty row is a blank line
}

// String returns the lines of the table, without spaces at their ends.
func (t table) String() string {
	lines := append([][]string{t.header}, t.rows...)
	widths := make([]int, len(t.header))
	for _, line := range lines {
		for i, cell := range line {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	var b strings.Builder
	for _, line := range lines {
		var cells []string
		for i, cell := range line {
			gap := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			if i < t.words {
				cells = append(cells, cell+gap)
			} else {
				cells = append(cells, gap+cell)
			}
		}
		b.WriteString(strings.TrimRight(strings.Join(cells, "  "), " ") + "\n")
	}
	return b.String()
}

// duration writes a time in seconds to three digits in a fitting unit, such as "13.4 ns".
func duration(seconds float64) string {
	units := []struct {
		size float64
		name string
	}{{1, "s"}, {1e-3, "ms"}, {1e-6, "µs"}}
	for _, u := range units {
		if seconds >= u.size {
			return digits(seconds/u.size) + " " + u.name
		}
	}
	return digits(seconds*1e9) + " ns"
}

// ratio writes how many times as long one side takes as the other.
func ratio(x float64) string {
	return digits(x) + "x"
}

// rate writes how many millions of nodes a second it is.
func rate(nodes int, seconds float64) string {
	return digits(float64(nodes) / seconds / 1e6)
}

// digits writes a number of at least 0 with three significant digits, but at most three decimals and no exponent.
func digits(x float64) string {
	decimals := 3
	for _, bound := range []float64{0.9995, 9.995, 99.95} {
		if x >= bound {
			decimals--
		}
	}
	return strconv.FormatFloat(x, 'f', decimals, 64)
}
