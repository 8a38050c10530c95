package points

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
)

// rows cuts a text into rows. A row is valid until the next call. The line is
// where it begins, or where an error was met; an error other than a rowFault
// ends the rows.
type rows interface {
	next() (row []byte, line int, err error)
}

// rowFault is an error of one row, after which the next can be read.
type rowFault string

func (f rowFault) Error() string { return string(f) }

func tooLong(most int) error {
	return rowFault(fmt.Sprintf("the row is longer than %d bytes", most))
}

var byteOrderMark = []byte("\xef\xbb\xbf")

// lines are rows of one line each, which ends with LF, CRLF or the file.
type lines struct {
	input  *bufio.Reader
	max    int
	line   int    // the number of the last line that was read
	buffer []byte // holds lines that are longer than the buffer of input
}

func (l *lines) next() ([]byte, int, error) {
	l.line++
	row, err := l.read()
	if err != nil {
		return nil, l.line, err
	}
	row = bytes.TrimSuffix(bytes.TrimSuffix(row, []byte("\n")), []byte("\r"))
	if l.line == 1 {
		row = bytes.TrimPrefix(row, byteOrderMark)
	}
	return row, l.line, nil
}

// read returns the next line with its end. A line that is too long is read to
// its end but not kept.
func (l *lines) read() ([]byte, error) {
	row, err := l.input.ReadSlice('\n')
	long := len(row) > l.max
	if err == bufio.ErrBufferFull {
		l.buffer = l.buffer[:0]
		for err == bufio.ErrBufferFull {
			if long = long || len(l.buffer)+len(row) > l.max; !long {
				l.buffer = append(l.buffer, row...)
			}
			row, err = l.input.ReadSlice('\n')
		}
		if long = long || len(l.buffer)+len(row) > l.max; !long {
			l.buffer = append(l.buffer, row...)
			row = l.buffer
		}
	}
	switch {
	case err != nil && err != io.EOF:
		return nil, err // what is left of the line may be torn anywhere
	case long:
		return nil, tooLong(l.max)
	case len(row) == 0:
		return nil, io.EOF
	}
	return row, nil
}
