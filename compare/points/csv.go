package points

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
)

// records are rows that go on over several lines where a quoted field does.
type records struct {
	lines  *lines
	comma  byte
	buffer []byte
}

func (r *records) next() ([]byte, int, error) {
	row, first, err := r.lines.next()
	if err != nil || bytes.IndexByte(row, '"') < 0 {
		return row, first, err
	}
	quoted := endsQuoted(row, r.comma, false)
	if !quoted {
		return row, first, nil
	}
	r.buffer = append(r.buffer[:0], row...)
	for quoted {
		row, line, err := r.lines.next()
		switch {
		case err == io.EOF:
			return nil, first, rowFault(fmt.Sprintf(
				"a quoted field is not closed: the rest of the file belongs to it, lines %d to %d", first, line-1))
		case err != nil:
			return nil, first, err
		case len(r.buffer)+1+len(row) > r.lines.max:
			return nil, first, tooLong(r.lines.max)
		}
		r.buffer = append(append(r.buffer, '\n'), row...)
		quoted = endsQuoted(row, r.comma, true)
	}
	return r.buffer, first, nil
}

// endsQuoted reports whether a line ends inside a quoted field, given whether
// it begins inside one. A quote opens a field only where the field begins, and
// two quotes inside one stand for a quote.
func endsQuoted(line []byte, comma byte, quoted bool) bool {
	begins := !quoted // whether a field begins at i
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case quoted && c == '"':
			if i+1 < len(line) && line[i+1] == '"' {
				i++
			} else {
				quoted = false
			}
		case quoted:
		case c == '"' && begins:
			quoted = true
		}
		begins = !quoted && line[i] == comma
	}
	return quoted
}

// splitter cuts a record into fields. The result is valid until the next call.
type splitter struct {
	comma  byte
	fields [][]byte
	text   []byte       // of the fields of a record with quotes
	record bytes.Reader // what quoted reads
	quoted *csv.Reader  // for records with quotes
}

func (s *splitter) split(row []byte) ([][]byte, error) {
	s.fields = s.fields[:0]
	if bytes.IndexByte(row, '"') < 0 {
		for {
			i := bytes.IndexByte(row, s.comma)
			if i < 0 {
				s.fields = append(s.fields, row)
				return s.fields, nil
			}
			s.fields = append(s.fields, row[:i])
			row = row[i+1:]
		}
	}
	if s.quoted == nil {
		s.quoted = csv.NewReader(&s.record)
		s.quoted.Comma = rune(s.comma)
		s.quoted.FieldsPerRecord = -1
		s.quoted.ReuseRecord = true
	}
	s.record.Reset(row)
	record, err := s.quoted.Read()
	if err != nil {
		s.quoted = nil // it may hold the rest of this record
		var syntax *csv.ParseError
		if errors.As(err, &syntax) {
			err = syntax.Err
		}
		return nil, err
	}
	s.text = s.text[:0]
	for _, field := range record {
		start := len(s.text)
		s.text = append(s.text, field...)
		s.fields = append(s.fields, s.text[start:])
	}
	return s.fields, nil
}
