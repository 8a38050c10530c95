package report

import (
	"bytes"
	"encoding/json"
	"io"
	"math"
	"strconv"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/expr"
)

// Schema is the version of the JSON form.
const Schema = 1

// JSONOptions say how numbers are written.
type JSONOptions struct {
	Hex bool // as hexadecimal floating-point strings, such as "0x1.8p+01"
}

// JSON writes the report as one JSON object on one line. Numbers are the
// shortest decimals that read back as the same double; NaN and infinities are
// the strings "nan", "inf" and "-inf".
func JSON(w io.Writer, r *compare.Report, opts JSONOptions) error {
	number := func(x float64) json.RawMessage { return encodeNumber(x, opts.Hex) }
	out := object{
		{"schema", Schema},
		{"expr", r.Expr},
		{"at", coordinates(r.At, number)},
		{"value", nested(r.Shape, r.Value, number)},
	}
	if len(r.Let) > 0 {
		out = append(out, field{"let", definitions(r.Let)})
	}
	partials := make([]object, len(r.Partials))
	for i := range r.Partials {
		partials[i] = partial(r, &r.Partials[i], number)
	}
	out = append(out, field{"partials", partials}, field{"verdict", r.Verdict.String()})
	if len(r.Notes) > 0 {
		out = append(out, field{"notes", r.Notes})
	}
	return Encode(w, out)
}

func partial(r *compare.Report, p *compare.Partial, number func(float64) json.RawMessage) object {
	out := object{{"wrt", p.Wrt}}
	if p.Of != "" {
		out = append(out, field{"of", p.Of})
	}
	if p.Formula != "" {
		out = append(out, field{"formula", p.Formula})
	}
	values := object{}
	differences := false
	for _, route := range r.Routes {
		values = append(values, field{route.String(), number(p.Values[route])})
		differences = differences || route == compare.FiniteDifferences
	}
	out = append(out, field{"routes", values})
	if differences {
		out = append(out, field{"fd_error", number(p.FDError)})
	}
	out = append(out,
		field{"max_abs", number(p.Max.Absolute)},
		field{"max_rel", number(p.Max.Relative)},
		field{"max_ulp", number(p.Max.ULP)},
		field{"verdict", p.Verdict.String()})
	if len(p.Wrong) > 0 {
		names := make([]string, len(p.Wrong))
		for i, route := range p.Wrong {
			names[i] = route.String()
		}
		out = append(out, field{"wrong", names})
	}
	if len(p.Notes) > 0 {
		out = append(out, field{"notes", p.Notes})
	}
	return out
}

func coordinates(at []compare.Coordinate, number func(float64) json.RawMessage) object {
	out := object{}
	for _, c := range at {
		if c.Exact != nil {
			out = append(out, field{c.Name, nested(c.Shape, c.Exact, func(s string) json.RawMessage {
				text, _ := json.Marshal(s) // a string always encodes
				return text
			})})
			continue
		}
		out = append(out, field{c.Name, nested(c.Shape, c.Values, number)})
	}
	return out
}

func definitions(defs []compare.Definition) []object {
	out := make([]object, len(defs))
	for i, d := range defs {
		out[i] = object{{"name", d.Name}, {"formula", d.Formula}}
	}
	return out
}

// nested arranges elements in row-major order as lists of lists.
func nested[T any](shape expr.Shape, elements []T, encode func(T) json.RawMessage) any {
	if len(shape) == 0 {
		return encode(elements[0])
	}
	list := make([]any, shape[0])
	stride := shape[1:].Size()
	for i := range list {
		list[i] = nested(shape[1:], elements[i*stride:(i+1)*stride], encode)
	}
	return list
}

// encodeNumber writes a number as JSON has it.
func encodeNumber(x float64, hex bool) json.RawMessage {
	switch {
	case math.IsNaN(x):
		return json.RawMessage(`"nan"`)
	case math.IsInf(x, 1):
		return json.RawMessage(`"inf"`)
	case math.IsInf(x, -1):
		return json.RawMessage(`"-inf"`)
	case hex:
		return json.RawMessage(`"` + strconv.FormatFloat(x, 'x', -1, 64) + `"`)
	}
	return json.RawMessage(shortest(x))
}

// object is a JSON object whose fields keep their order.
type object []field

type field struct {
	name  string
	value any
}

// MarshalJSON writes the fields in their order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, f := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		name, err := encode(f.name)
		if err != nil {
			return nil, err
		}
		value, err := encode(f.value)
		if err != nil {
			return nil, err
		}
		b.Write(name)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// encode writes a value without escaping <, > and &, which stand in formulas.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	if err := Encode(&b, v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// Encode writes v as JSON on one line, with <, > and & as they are.
func Encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}
