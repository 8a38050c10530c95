package points

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/gradcmp/gradcmp/expr"
)

// DefaultMaxRow is the longest row in bytes where [Options] say 0.
const DefaultMaxRow = 16 << 20

// Options say how a file of points is read. The zero value is ready for use.
type Options struct {
	// File is the name of the file in messages; [Open] fills it in.
	File string
	// NonFinite lets coordinates be nan, inf and -inf.
	NonFinite bool
	// MaxRow bounds each row in bytes; 0 means [DefaultMaxRow].
	MaxRow int
}

// RowError says what is wrong with one row of a file. The reader can go on
// with the next row.
type RowError struct {
	File   string // "" if the file has no name
	Line   int    // where the row begins, from 1
	Column string // the name of the column or of the variable; "" for the whole row
	Reason string // what is wrong and what was expected
}

// Error writes the error as "data.csv:12: column y: "abc" is no number".
func (e *RowError) Error() string {
	text := place(e.File, e.Line) + ": "
	if e.Column != "" {
		text += "column " + e.Column + ": "
	}
	return text + e.Reason
}

// place names a line of a file, which may have no name.
func place(file string, line int) string {
	if file == "" {
		return fmt.Sprintf("line %d", line)
	}
	return fmt.Sprintf("%s:%d", file, line)
}

// Reader is a source of points that reads a file row by row. It keeps one row
// in memory. Blank rows are skipped.
type Reader struct {
	options  Options
	rows     rows
	decode   func(r *Reader, row []byte) *RowError
	names    names
	table    table // of CSV and TSV
	values   []float64
	given    []bool // of a JSON object: which values it has so far
	unneeded unneeded
	err      error // that ended it
	close    []io.Closer
}

// Open opens a file whose name tells the format ([FormatOf]). Close it after
// use. Errors are as those of [NewReader].
func Open(name string, vars []expr.Variable, options Options) (*Reader, error) {
	format, compressed, err := FormatOf(name)
	if err != nil {
		return nil, err
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	if options.File == "" {
		options.File = name
	}
	input, closers := io.Reader(file), []io.Closer{file}
	if compressed {
		unzip, err := gzip.NewReader(file)
		if err != nil {
			file.Close()
			return nil, fmt.Errorf("%s: %w", options.File, err)
		}
		input, closers = unzip, []io.Closer{unzip, file}
	}
	r, err := NewReader(input, format, vars, options)
	if err != nil {
		for _, c := range closers {
			c.Close()
		}
		return nil, err
	}
	r.close = closers
	return r, nil
}

// NewReader reads points of the given variables from a text. It reads the
// header of CSV and TSV at once; columns stand in any order, and those that the
// variables do not need are left aside ([Reader.Unneeded]). A header that lacks
// an element of a variable, or has one twice, is a [*parser.Error].
//
// Numbers are decimal or hexadecimal (0x1.8p+1), and rounded to the nearest
// double; one beyond the largest double is refused. In JSON, a string may hold
// a number too.
//
// A quoted field may hold line breaks. If its closing quote is missing, the
// rest of the file belongs to it, as far as the bound of a row; the error says
// how many lines that are.
func NewReader(input io.Reader, format Format, vars []expr.Variable, options Options) (*Reader, error) {
	if options.MaxRow <= 0 {
		options.MaxRow = DefaultMaxRow
	}
	r := &Reader{options: options, names: newNames(vars)}
	r.values = make([]float64, len(r.names.elements))
	r.unneeded.seen = map[string]bool{}
	buffered := bufio.NewReaderSize(input, 1<<16)
	lines := &lines{input: buffered, max: options.MaxRow}
	switch format {
	case CSV, TSV:
		comma := byte(',')
		if format == TSV {
			comma = '\t'
		}
		r.rows, r.decode = &records{lines: lines, comma: comma}, (*Reader).decodeFields
		r.table.split.comma = comma
		if err := r.readHeader(); err != nil {
			return nil, err
		}
	case JSONLines:
		r.rows, r.decode = lines, (*Reader).decodeObject
	case JSONArray:
		r.rows, r.decode = &elements{input: buffered, max: options.MaxRow, line: 1}, (*Reader).decodeObject
	default:
		return nil, fmt.Errorf("%s is no format", format)
	}
	r.given = make([]bool, len(r.values))
	return r, nil
}

// Next returns the point of the next row, or io.EOF after the last one. After
// a [*RowError] it can go on. An error of reading, such as the end of a file
// that was cut off while compressed, ends it; an incomplete row before that is
// not given.
func (r *Reader) Next() (Point, error) {
	for r.err == nil {
		row, line, err := r.rows.next()
		switch {
		case err != nil:
			if fault, ok := err.(rowFault); ok {
				return Point{}, r.rowError(line, &RowError{Reason: string(fault)})
			}
			r.err = err
			if err != io.EOF {
				r.err = fmt.Errorf("%s: %w", place(r.options.File, line), err)
			}
		case len(bytes.TrimSpace(row)) == 0:
		default:
			if fault := r.decode(r, row); fault != nil {
				return Point{}, r.rowError(line, fault)
			}
			return Point{Values: r.values, Number: line, Origin: r}, nil
		}
	}
	return Point{}, r.err
}

// rowError puts the place into an error about a row.
func (r *Reader) rowError(line int, fault *RowError) error {
	fault.File, fault.Line = r.options.File, line
	return fault
}

// Place names a line of the file, as in "data.csv:12".
func (r *Reader) Place(line int) string { return place(r.options.File, line) }

// Unneeded lists the names in the file that the variables do not need, each
// once, in the order of their appearance, at most 1000 of them, and long ones
// cut. In CSV and TSV it is complete from the start, in JSON after the last
// row.
func (r *Reader) Unneeded() []string { return slices.Clone(r.unneeded.names) }

// Close closes the files that [Open] opened.
func (r *Reader) Close() error {
	var errs []error
	for _, c := range r.close {
		errs = append(errs, c.Close())
	}
	r.close = nil
	return errors.Join(errs...)
}
