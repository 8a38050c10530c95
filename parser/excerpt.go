package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// The widest window of a source line that a message shows, in columns before
// and after the start of the place.
const (
	columnsBefore = 60
	columnsAfter  = 40
)

// excerpt returns what a message shows of a line: the line itself, or a window
// of it around the place that starts at code point col (from 1), and a line
// of carets that stand below the place.
func excerpt(line string, col, count int) (shown, marks string) {
	start := byteOffset(line, col-1)
	left, columns := start, 0
	for left > 0 && columns < columnsBefore {
		r, size := utf8.DecodeLastRuneInString(line[:left])
		left -= size
		columns += columnsOf(r)
	}
	right := start
	for columns = 0; right < len(line) && columns < columnsAfter; {
		r, size := utf8.DecodeRuneInString(line[right:])
		right += size
		columns += columnsOf(r)
	}

	var text, caret strings.Builder
	if left > 0 {
		text.WriteString("…")
		caret.WriteString(" ")
	}
	for i, r := range line[left:right] {
		text.WriteRune(printable(r))
		switch {
		case left+i >= start && count > 0:
			caret.WriteString(strings.Repeat("^", columnsOf(r)))
			count--
		case left+i >= start:
		case r == '\t':
			caret.WriteByte('\t')
		default:
			caret.WriteString(strings.Repeat(" ", columnsOf(r)))
		}
	}
	if right < len(line) {
		text.WriteString("…")
	}
	if !strings.Contains(caret.String(), "^") { // the end of the line, or a character of no width
		caret.WriteByte('^')
	}
	return text.String(), caret.String()
}

// byteOffset returns where code point n (from 0) of the line starts.
func byteOffset(line string, n int) int {
	for i := range line {
		if n == 0 {
			return i
		}
		n--
	}
	return len(line)
}

// columnsOf returns how many columns of a terminal a character takes.
func columnsOf(r rune) int {
	if r < utf8.RuneSelf {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// printable replaces what could disturb a terminal.
func printable(r rune) rune {
	switch {
	case r == '\t' || unicode.IsPrint(r):
		return r
	case unicode.Is(unicode.Zs, r):
		return ' '
	}
	return utf8.RuneError
}
