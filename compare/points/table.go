package points

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/gradcmp/gradcmp/parser"
)

// table is what a header says: the value that each column holds.
type table struct {
	split   splitter
	targets []int // the element that is in each column, -1 for none
}

// readHeader reads the first row that is not blank.
func (r *Reader) readHeader() error {
	for {
		row, line, err := r.rows.next()
		switch {
		case err == io.EOF:
			return fmt.Errorf("%s: the file is empty; expected a header that names the columns", place(r.options.File, line))
		case err != nil:
			return fmt.Errorf("%s: in the header: %w", place(r.options.File, line), err)
		case len(bytes.TrimSpace(row)) > 0:
			return r.setHeader(row, line)
		}
	}
}

func (r *Reader) setHeader(row []byte, line int) error {
	header := string(row)
	fail := func(at parser.Span, message, suggestion string) error {
		e := parser.NewError(r.options.File, header, at, message, suggestion)
		e.Line += line - 1 // the text is the header alone
		return e
	}
	all := parser.Span{Start: 0, End: len(header)}
	if bytes.HasPrefix(row, []byte("\xff\xfe")) || bytes.HasPrefix(row, []byte("\xfe\xff")) {
		return fmt.Errorf("%s: the file is in UTF-16; save it as UTF-8", place(r.options.File, line))
	}
	fields, err := r.table.split.split(row)
	if err != nil {
		return fail(all, "in the header: "+err.Error(), "")
	}
	if !slices.ContainsFunc(fields, func(field []byte) bool { _, fault := parseNumber(field, true); return fault != "" }) {
		return fail(all, "the first row is not a header: it names no column", "")
	}
	column := make([]bool, len(r.values)) // whether an element has one
	for _, field := range fields {
		name := strings.TrimSpace(string(field))
		s, ok := r.names.find(name)
		if !ok || s.shape != nil {
			r.table.targets = append(r.table.targets, -1)
			r.unneeded.add(name)
			continue
		}
		if column[s.first] {
			start := strings.LastIndex(header, string(field))
			return fail(parser.Span{Start: start, End: start + len(field)}, "there are two columns "+s.name, "")
		}
		column[s.first] = true
		r.table.targets = append(r.table.targets, s.first)
	}
	for i, ok := range column {
		if !ok {
			return fail(all, r.missing(i, column), parser.Suggest(r.names.elements[i], r.unneeded.names))
		}
	}
	return nil
}

// missing says that the header lacks element i, and how many more.
func (r *Reader) missing(i int, column []bool) string {
	name := r.names.elements[i]
	message := "no column for " + name
	more := 0
	for _, ok := range column[i+1:] {
		if !ok {
			more++
		}
	}
	if more > 0 {
		message += fmt.Sprintf(", nor for %d more elements", more)
	}
	variable, _, indexed := strings.Cut(name, "[")
	switch {
	case indexed && r.unneeded.seen[variable]:
		message += fmt.Sprintf("; %s is a %s and has a column for each element", variable, r.names.slots[variable].shape)
	case r.table.split.comma == ',' && strings.Contains(name, ","):
		message += fmt.Sprintf("; it has a comma and must be quoted: %q", name)
	}
	return message
}

// decodeFields reads the values of a record.
func (r *Reader) decodeFields(row []byte) *RowError {
	fields, err := r.table.split.split(row)
	if err != nil {
		return &RowError{Reason: err.Error()}
	}
	if len(fields) != len(r.table.targets) {
		return &RowError{Reason: fmt.Sprintf("the row has %d fields where the header has %d", len(fields), len(r.table.targets))}
	}
	for i, target := range r.table.targets {
		if target < 0 {
			continue
		}
		x, fault := parseNumber(fields[i], r.options.NonFinite)
		if fault != "" {
			return &RowError{Column: r.names.elements[target], Reason: fault}
		}
		r.values[target] = x
	}
	return nil
}
