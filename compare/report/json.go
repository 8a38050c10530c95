package report

import (
	"encoding/json"
	"io"

	"github.com/gradcmp/gradcmp/compare"
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
	out := Object{
		{"schema", Schema},
		{"expr", r.Expr},
		{"at", coordinates(r.At, number)},
		{"value", nested(r.Shape, r.Value, number)},
	}
	if r.Kind == compare.VJP {
		out = append(out, Field{"u", nested(r.Shape, r.Vector[0].Values, number)})
	} else if len(r.Vector) > 0 {
		out = append(out, Field{"v", coordinates(r.Vector, number)})
	}
	if len(r.Let) > 0 {
		out = append(out, Field{"let", definitions(r.Let)})
	}
	partials := make([]Object, len(r.Partials))
	for i := range r.Partials {
		partials[i] = partial(r, &r.Partials[i], number)
	}
	out = append(out, Field{"partials", partials}, Field{"verdict", r.Verdict.String()})
	if len(r.Taylor) > 0 {
		powers := Object{}
		for _, route := range r.Routes {
			if slope, ok := r.Taylor[route]; ok {
				powers = append(powers, Field{route.String(), number(slope)})
			}
		}
		out = append(out, Field{"taylor", powers})
	}
	if len(r.Notes) > 0 {
		out = append(out, Field{"notes", r.Notes})
	}
	return Encode(w, out)
}

func partial(r *compare.Report, p *compare.Partial, number func(float64) json.RawMessage) Object {
	out := Object{}
	if p.Wrt != "" {
		out = append(out, Field{"wrt", p.Wrt})
	}
	if p.Of != "" {
		out = append(out, Field{"of", p.Of})
	}
	if p.Formula != "" {
		out = append(out, Field{"formula", p.Formula})
	}
	values := Object{}
	differences := false
	for _, route := range r.Routes {
		values = append(values, Field{route.String(), number(p.Values[route])})
		differences = differences || route == compare.FiniteDifferences
	}
	out = append(out, Field{"routes", values})
	if differences {
		out = append(out, Field{"fd_error", number(p.FDError)})
	}
	out = append(out,
		Field{"max_abs", number(p.Max.Absolute)},
		Field{"max_rel", number(p.Max.Relative)},
		Field{"max_ulp", number(p.Max.ULP)},
		Field{"verdict", p.Verdict.String()})
	if p.Truth != nil {
		out = append(out, Field{"truth", truth(p.Truth)})
	}
	if p.Accounts != nil {
		out = append(out, Field{"errors", errorsOf(r, p, number)})
	}
	if p.Remedy != nil {
		out = append(out, Field{"remedy", remedy(p.Remedy)})
	}
	if len(p.Curve) > 0 {
		out = append(out, Field{"fd_curve", curve(p.Curve, number)})
	}
	if len(p.Wrong) > 0 {
		names := make([]string, len(p.Wrong))
		for i, route := range p.Wrong {
			names[i] = route.String()
		}
		out = append(out, Field{"wrong", names})
	}
	if len(p.Notes) > 0 {
		out = append(out, Field{"notes", p.Notes})
	}
	return out
}

func coordinates(at []compare.Coordinate, number func(float64) json.RawMessage) Object {
	out := Object{}
	for _, c := range at {
		if c.Exact != nil {
			out = append(out, Field{c.Name, Nested(c.Shape, c.Exact)})
			continue
		}
		out = append(out, Field{c.Name, nested(c.Shape, c.Values, number)})
	}
	return out
}

func definitions(defs []compare.Definition) []Object {
	out := make([]Object, len(defs))
	for i, d := range defs {
		out[i] = Object{{"name", d.Name}, {"formula", d.Formula}}
	}
	return out
}
