package catalog

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/gradcmp/gradcmp/compare/report"
)

// Format is a way to print entries: All as a table, Each with everything there
// is to know.
type Format struct {
	All, Each func(io.Writer, []Entry) error
}

// Formats are the formats by their names.
var Formats = map[string]Format{
	"text":     {functionsTable, functionsText},
	"json":     {functionsJSON, functionsJSON},
	"markdown": {functionsMarkdown, functionMarkdown},
}

// functionsJSON writes the entries as one JSON object.
func functionsJSON(w io.Writer, entries []Entry) error {
	return report.Encode(w, report.Object{{Name: "schema", Value: report.Schema}, {Name: "functions", Value: entries}})
}

// Widths of the columns of the table of functions, which fills 100.
var functionColumns = []int{24, 34, 38}

// functionsTable writes a row for each function, by families.
func functionsTable(w io.Writer, entries []Entry) error {
	var b strings.Builder
	for i := range entries {
		e := &entries[i]
		if i == 0 || e.Family != entries[i-1].Family {
			if i > 0 {
				b.WriteByte('\n')
			}
			fmt.Fprintf(&b, "%s\n", strings.ToUpper(e.Family))
		}
		tableRow(&b, strings.Join(append([]string{e.Usage}, e.Aliases...), ", "), e.explained(), e.last())
	}
	b.WriteString("\nThe last column is the derivative, in which f is the function's value; of functions that are not\n" +
		"built in it is the definition or an example. gradcmp functions NAME prints everything about one.\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// explained returns the meaning with the note.
func (e *Entry) explained() string {
	if e.Note == "" {
		return e.Meaning
	}
	return e.Meaning + "; " + e.Note
}

// last returns what stands in the table's last column.
func (e *Entry) last() string {
	switch {
	case e.ULP != nil:
		return e.briefRules()
	case e.Definition != "":
		return e.Definition
	}
	return e.Example.valueOnly()
}

// tableRow writes cells under each other, wrapped to the columns' widths.
func tableRow(b *strings.Builder, cells ...string) {
	lines := make([][]string, len(cells))
	height := 0
	for i, cell := range cells {
		lines[i] = wrapped(cell, functionColumns[i])
		height = max(height, len(lines[i]))
	}
	for k := range height {
		line := ""
		for i := range cells {
			part := ""
			if k < len(lines[i]) {
				part = lines[i][k]
			}
			line += part + strings.Repeat(" ", functionColumns[i]+2-utf8.RuneCountInString(part))
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
}

// wrapped breaks a text into lines of at most width characters: at a space, or
// behind an operator where there is none, or else in the middle.
func wrapped(text string, width int) []string {
	var lines []string
	rest := []rune(text)
	for len(rest) > width {
		line := string(rest[:width+1])
		at := strings.LastIndexByte(line, ' ')
		if at < 0 {
			at = strings.LastIndexAny(string(rest[:width]), "*/,(") + 1
		}
		if at <= 0 {
			at = len(string(rest[:width]))
		}
		lines = append(lines, line[:at])
		rest = []rune(strings.TrimLeft(line[at:]+string(rest[width+1:]), " "))
	}
	if len(rest) == 0 {
		return lines
	}
	return append(lines, string(rest))
}

// functionsText writes everything about some entries.
func functionsText(w io.Writer, entries []Entry) error {
	const label, text = 13, 87
	var b strings.Builder
	for i := range entries {
		if i > 0 {
			b.WriteByte('\n')
		}
		for _, d := range entries[i].details() {
			lead := d.label
			for _, paragraph := range d.texts {
				for _, line := range wrapped(paragraph, text) {
					fmt.Fprintf(&b, "%-*s%s\n", label, lead, line)
					lead = ""
				}
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
