package report

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gradcmp/gradcmp/compare"
)

// TextOptions say how the table is laid out.
type TextOptions struct {
	Width int // of the terminal in columns; 0 means 100
}

const defaultWidth = 100

// Text writes the report for a person: the value, a row for each partial
// derivative, and a sentence. Formulas that do not fit into the table stand
// below it, wrapped; digits are left out of the table if need be, and it says
// so. Where no table fits each partial derivative has a paragraph.
func Text(w io.Writer, r *compare.Report, opts TextOptions) error {
	if opts.Width == 0 {
		opts.Width = defaultWidth
	}
	p := &page{width: opts.Width}
	p.formula(r.Expr)
	if len(r.At) > 0 {
		p.wrapped("at  ", point(r.At))
	}
	if len(r.Vector) > 0 {
		p.wrapped(vectorName(r.Kind)+"   ", point(r.Vector))
	}
	p.wrapped("f = ", vector(r.Value, -1)+trueValue(r))
	if len(r.Partials) > 0 {
		p.line("")
		p.partials(r)
	}
	p.notes(r)
	p.curves(r)
	if t := taylor(r); t != "" {
		p.line("")
		p.wrapped("", t)
	}
	p.line("")
	p.wrapped("", Summary(r))
	_, err := io.WriteString(w, p.String())
	return err
}

// trueValue adds the referee's value where that of doubles has lost digits.
func trueValue(r *compare.Report) string {
	if len(r.Value) != 1 || !slices.Contains(r.Routes, compare.Referee) {
		return ""
	}
	const lost = 1e-13 // of 16 digits three
	value, truth := r.Value[0], r.RouteValues[compare.Referee][0]
	if math.IsNaN(truth) || math.Abs(value-truth) <= lost*math.Abs(truth) {
		return ""
	}
	return ", truly " + number(truth, -1)
}

// page collects lines of limited width.
type page struct {
	strings.Builder
	width int
}

func (p *page) line(s string) {
	p.WriteString(strings.TrimRight(s, " "))
	p.WriteByte('\n')
}

// wrapped writes a text behind a lead, its further lines indented below it.
func (p *page) wrapped(lead, text string) {
	indent := strings.Repeat(" ", utf8.RuneCountInString(lead))
	for i, part := range wrap(text, p.width-len(indent)) {
		if i > 0 {
			lead = indent
		}
		p.line(lead + part)
	}
}

// formula writes the formula's source: on a line of its own, or line by line if
// it is a program.
func (p *page) formula(source string) {
	const longest = 4000 // characters; what follows is counted and not shown
	more := ""
	if runes := []rune(source); len(runes) > longest {
		source = string(runes[:longest])
		more = fmt.Sprintf("… (%d characters in all)", len(runes))
	}
	if !strings.ContainsAny(source, "\n;") {
		p.wrapped("f = ", source+more)
		return
	}
	p.line("f:")
	for l := range strings.Lines(source + more) {
		p.wrapped("    ", strings.TrimRight(l, "\r\n"))
	}
}

// formulas writes the formulas below the table.
func (p *page) formulas(r *compare.Report) {
	if !hasFormulas(r) {
		return
	}
	p.line("")
	p.definitions(r)
	for _, q := range shown(r) {
		p.wrapped(name(r, q)+" = ", q.Formula)
	}
}

func (p *page) definitions(r *compare.Report) {
	for _, d := range r.Let {
		p.wrapped(d.Name+" = ", d.Formula)
	}
}

// notes writes what there is to say about single partials and the whole.
func (p *page) notes(r *compare.Report) {
	first := true
	note := func(lead, text string) {
		if first {
			p.line("")
			first = false
		}
		p.wrapped(lead, text)
	}
	for _, q := range shown(r) {
		for _, text := range q.Notes {
			note(name(r, q)+": ", text)
		}
		if q.Line != "" {
			p.line("  " + q.Line)
			p.line("  " + q.Marks)
		}
	}
	for _, text := range r.Notes {
		note("note: ", text)
	}
}

// point writes the coordinates as --at reads them.
func point(at []compare.Coordinate) string {
	parts := make([]string, len(at))
	for i, c := range at {
		values := c.Exact
		if values == nil {
			values = make([]string, len(c.Values))
			for k, x := range c.Values {
				values[k] = number(x, -1)
			}
		}
		parts[i] = List(c.Shape, values)
		if c.Name != "" {
			parts[i] = c.Name + " = " + parts[i]
		}
	}
	return strings.Join(parts, ", ")
}

// List writes elements in row-major order as the language does.
func List(shape []int, values []string) string {
	if len(shape) == 0 {
		return values[0]
	}
	parts := make([]string, shape[0])
	stride := len(values) / max(shape[0], 1)
	for i := range parts {
		parts[i] = List(shape[1:], values[i*stride:(i+1)*stride])
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

func vector(values []float64, digits int) string {
	texts := make([]string, len(values))
	for i, x := range values {
		texts[i] = number(x, digits)
	}
	if len(texts) == 1 {
		return texts[0]
	}
	return "[" + strings.Join(texts, ", ") + "]"
}
