package report

import (
	"strings"
	"unicode/utf8"
)

const gap = "  " // between columns

func columnWidths(rows [][]string) []int {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	return widths
}

func total(widths []int) int {
	sum := len(gap) * (len(widths) - 1)
	for _, w := range widths {
		sum += w
	}
	return sum
}

// pad writes the cells of a row under each other.
func pad(row []string, widths []int) string {
	var b strings.Builder
	for i, cell := range row {
		b.WriteString(cell)
		if i < len(row)-1 {
			b.WriteString(strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)))
			b.WriteString(gap)
		}
	}
	return b.String()
}

// wrap breaks a text into lines of at most width characters: at a space, or
// behind an operator or comma where there is none, or else in the middle.
func wrap(text string, width int) []string {
	width = max(width, 20)
	var lines []string
	rest := []rune(text)
	for len(rest) > width {
		at := width
		for _, breakable := range []string{" ", "*/,("} {
			if i := lastAny(rest[:width], breakable); i > width/2 {
				at = i + 1
				break
			}
		}
		lines = append(lines, string(rest[:at]))
		rest = rest[at:]
	}
	return append(lines, string(rest))
}

func lastAny(runes []rune, chars string) int {
	for i := len(runes) - 1; i >= 0; i-- {
		if strings.ContainsRune(chars, runes[i]) {
			return i
		}
	}
	return -1
}
