package report

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/gradcmp/gradcmp/compare"
)

// PreciseText writes a value and its gradient to many digits for a person.
func PreciseText(w io.Writer, r *compare.Precise, opts TextOptions) error {
	if opts.Width == 0 {
		opts.Width = defaultWidth
	}
	p := &page{width: opts.Width}
	p.formula(r.Expr)
	if len(r.At) > 0 {
		p.wrapped("at  ", point(r.At))
	}
	p.line("")
	for i, d := range r.Value {
		p.decimal("f"+r.Shape.Index(i), d)
	}
	for _, d := range r.Partials {
		p.decimal("df"+d.Of+"/d"+d.Wrt, d.Decimal)
	}
	p.line("")
	p.wrapped("", preciseSummary(r))
	_, err := io.WriteString(w, p.String())
	return err
}

// decimal writes a number in one piece, however long, so that it can be
// copied.
func (p *page) decimal(name string, d compare.Decimal) {
	text := d.Text
	switch {
	case text == "":
		text = "? (" + d.Why + ")"
	case d.Why != "":
		text += "… (" + d.Why + ")"
	}
	p.line(name + " = " + text)
}

func preciseSummary(r *compare.Precise) string {
	s := "Every digit printed is certain, by ball arithmetic"
	if len(r.Partials) > 0 {
		s += "; those of the derivatives are so given the derivative rules"
	}
	if !r.IsWhole() {
		s += fmt.Sprintf(". Not all of %d digits could be had", r.Digits)
	}
	return s + "."
}

// PreciseJSON writes a value and its gradient as one JSON object on one line.
// Numbers are strings, as no double holds their digits.
func PreciseJSON(w io.Writer, r *compare.Precise) error {
	values := make([]Object, len(r.Value))
	for i, d := range r.Value {
		values[i] = decimalObject(d)
	}
	partials := make([]Object, len(r.Partials))
	for i, d := range r.Partials {
		partials[i] = Object{{"wrt", d.Wrt}}
		if d.Of != "" {
			partials[i] = append(partials[i], Field{"of", d.Of})
		}
		partials[i] = append(partials[i], decimalObject(d.Decimal)...)
	}
	return Encode(w, Object{
		{"schema", Schema},
		{"expr", r.Expr},
		{"at", coordinates(r.At, func(x float64) json.RawMessage { return encodeNumber(x, false) })},
		{"digits", r.Digits},
		{"values", values},
		{"partials", partials},
		{"whole", r.IsWhole()},
	})
}

func decimalObject(d compare.Decimal) Object {
	out := Object{{"value", d.Text}, {"certain", d.Certain}}
	if d.Why != "" {
		out = append(out, Field{"why", d.Why})
	}
	return out
}
