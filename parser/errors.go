package parser

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Span is a stretch of a source text in byte offsets: the bytes from Start up
// to but not including End.
type Span struct{ Start, End int }

// Error is an error at a place in a source text.
type Error struct {
	File       string // name of the source, "" for an argument
	Span       Span   // the place in bytes
	Line       int    // from 1
	Col        int    // in code points, from 1
	Width      int    // how many code points of the line are at fault, at least 1
	Message    string // what is wrong and what was expected
	Suggestion string // a name that may have been meant, "" if none
	Source     string // the line
}

// NewError returns an error with the given message and suggestion at a place
// in the text of a source. Offsets outside the text are moved to its edges.
func NewError(file, text string, at Span, message, suggestion string) *Error {
	at.Start = max(0, min(at.Start, len(text)))
	at.End = max(at.Start, min(at.End, len(text)))
	e := &Error{File: file, Span: at, Message: message, Suggestion: suggestion}
	var start int
	e.Line, start, e.Source = lineAt(text, at.Start)
	e.Col = utf8.RuneCountInString(text[start:at.Start]) + 1
	end := min(at.End, start+len(e.Source))
	e.Width = max(1, utf8.RuneCountInString(text[at.Start:max(at.Start, end)]))
	return e
}

// Error returns the message in several lines: the place and what is wrong,
// the line of the source, and carets below the place. A long line is cut to a
// window around the place.
func (e *Error) Error() string {
	var b strings.Builder
	if e.File != "" {
		b.WriteString(e.File + ":")
	}
	fmt.Fprintf(&b, "%d:%d: %s", e.Line, e.Col, e.Message)
	if e.Suggestion != "" {
		fmt.Fprintf(&b, "; did you mean %q?", e.Suggestion)
	}
	if e.Source != "" {
		line, marks := e.Excerpt()
		b.WriteString("\n  " + line + "\n  " + marks)
	}
	return b.String()
}

// Excerpt returns the line of the source, or a window of it, and carets that
// stand below the place.
func (e *Error) Excerpt() (line, marks string) { return excerpt(e.Source, e.Col, e.Width) }

// source is a text with the name of the file that it came from.
type source struct{ file, text string }

func (s source) errorf(at Span, format string, args ...any) error {
	return NewError(s.file, s.text, at, fmt.Sprintf(format, args...), "")
}

// position writes the line and column of an offset, such as "1:4".
func (s source) position(offset int) string {
	line, start, _ := lineAt(s.text, offset)
	return fmt.Sprintf("%d:%d", line, utf8.RuneCountInString(s.text[start:offset])+1)
}

// lineAt returns the number of the line that an offset lies on, where the
// line starts, and its text. Lines end with LF, CRLF or CR. A byte order mark
// does not count as part of the first line.
func lineAt(text string, offset int) (number, start int, line string) {
	if strings.HasPrefix(text, byteOrderMark) && offset >= len(byteOrderMark) {
		start = len(byteOrderMark)
	}
	number = 1
	for i := start; i < offset; i++ {
		if text[i] == '\n' || text[i] == '\r' && !strings.HasPrefix(text[i+1:], "\n") {
			number++
			start = i + 1
		}
	}
	line = text[start:]
	if end := strings.IndexAny(line, "\r\n"); end >= 0 {
		line = line[:end]
	}
	return number, start, line
}

// quote quotes a piece of source for a message, cut to a readable length.
func quote(text string) string { return fmt.Sprintf("%q", clipped(text)) }

// clipped cuts a piece of source to a readable length.
func clipped(text string) string {
	const longest = 40
	if utf8.RuneCountInString(text) > longest {
		text = string([]rune(text)[:longest]) + "…"
	}
	return strings.Join(strings.Fields(text), " ")
}
