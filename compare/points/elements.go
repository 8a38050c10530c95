package points

import (
	"bufio"
	"errors"
	"io"
)

// elements are rows that are the elements of one JSON array. It looks at
// brackets and strings only, so that an element that is wrong inside does not
// hide those behind it.
type elements struct {
	input  *bufio.Reader
	max    int
	line   int
	buffer []byte
	begun  bool // past the opening bracket
	first  bool // no element was read yet
}

var (
	errNoArray   = errors.New("expected an array of objects that begins with [; for an object a line the name ends with .jsonl")
	errSeparator = errors.New("expected a comma or ] behind an element")
	errBehind    = errors.New("nothing may follow the array")
)

func (e *elements) next() ([]byte, int, error) {
	if !e.begun {
		if err := e.begin(); err != nil {
			return nil, e.line, err
		}
	}
	c, err := e.visible()
	if err != nil {
		return nil, e.line, torn(err)
	}
	switch {
	case c == ']':
		if _, err := e.visible(); err == nil {
			err = errBehind
			return nil, e.line, err
		} else if err != io.EOF {
			return nil, e.line, err
		}
		return nil, e.line, io.EOF
	case e.first:
		e.first = false
	case c != ',':
		return nil, e.line, errSeparator
	default:
		if c, err = e.visible(); err != nil {
			return nil, e.line, torn(err)
		}
	}
	return e.element(c)
}

// begin reads the opening bracket.
func (e *elements) begin() error {
	if mark, err := e.input.Peek(len(byteOrderMark)); err == nil && string(mark) == string(byteOrderMark) {
		e.input.Discard(len(mark))
	}
	c, err := e.visible()
	if err != nil && err != io.EOF {
		return err
	}
	if err == io.EOF || c != '[' {
		return errNoArray
	}
	e.begun, e.first = true, true
	return nil
}

// element reads the element that begins with c, up to the comma or bracket
// behind it. One that is too long is read to its end but not kept.
func (e *elements) element(c byte) ([]byte, int, error) {
	first := e.line
	e.buffer = e.buffer[:0]
	depth, quoted, escaped, long := 0, false, false, false
	for {
		switch {
		case escaped:
			escaped = false
		case quoted:
			escaped, quoted = c == '\\', c != '"'
		case c == '"':
			quoted = true
		case c == '{' || c == '[':
			depth++
		case depth == 0 && (c == ',' || c == ']' || c == '}'):
			e.input.UnreadByte()
			switch {
			case long:
				return nil, first, tooLong(e.max)
			case len(e.buffer) == 0:
				return nil, first, rowFault("there is no element before or behind a comma")
			}
			return e.buffer, first, nil
		case c == '}' || c == ']':
			depth--
		}
		if c == '\n' {
			e.line++
		}
		if long = long || len(e.buffer) == e.max; !long {
			e.buffer = append(e.buffer, c)
		}
		var err error
		if c, err = e.input.ReadByte(); err != nil {
			return nil, first, torn(err)
		}
	}
}

// visible returns the next byte that is not white space.
func (e *elements) visible() (byte, error) {
	for {
		c, err := e.input.ReadByte()
		if err != nil {
			return 0, err
		}
		switch c {
		case '\n':
			e.line++
		case ' ', '\t', '\r':
		default:
			return c, nil
		}
	}
}

// torn is the error for an array that ends without its bracket.
func torn(err error) error {
	if err == io.EOF {
		return errors.New("the array is not closed")
	}
	return err
}
