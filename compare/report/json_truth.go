package report

import (
	"encoding/json"

	"github.com/gradcmp/gradcmp/compare"
)

// truth writes what the referee found out. Numbers are strings: no double holds
// their digits.
func truth(t *compare.Truth) Object {
	out := Object{{"finding", t.Kind}}
	for _, f := range []Field{{"value", t.Value}, {"left", t.Left}, {"right", t.Right}, {"why", t.Why}} {
		if f.Value != "" {
			out = append(out, f)
		}
	}
	return out
}

// errorsOf writes the account of errors by route.
func errorsOf(r *compare.Report, p *compare.Partial, number func(float64) json.RawMessage) Object {
	out := Object{}
	for _, route := range r.Routes {
		a, ok := p.Accounts[route]
		if !ok {
			continue
		}
		fields := Object{
			{"abs", number(a.Error.Absolute)},
			{"rel", number(a.Error.Relative)},
			{"ulp", number(a.Error.ULP)},
			{"digits", number(a.Digits)},
		}
		if a.Allowed > 0 {
			fields = append(fields, Field{"allowed", number(a.Allowed)}, Field{"unit", number(a.Unit)}, Field{"sensitivity", number(a.Sensitivity)})
		}
		if a.Rounding > 0 {
			fields = append(fields, Field{"rounding", number(a.Rounding)})
		}
		out = append(out, Field{route.String(), fields})
	}
	return out
}

func remedy(m *compare.Remedy) Object {
	out := Object{{"formula", m.Formula}, {"rules", m.Rules}}
	if len(m.Conditions) > 0 {
		out = append(out, Field{"conditions", m.Conditions})
	}
	if m.Near != "" {
		out = append(out, Field{"near", m.Near})
	}
	return append(out, Field{"digits", m.Digits}, Field{"digits_before", m.Before})
}

func curve(points []compare.CurvePoint, number func(float64) json.RawMessage) []Object {
	out := make([]Object, len(points))
	for i, c := range points {
		out[i] = Object{{"step", number(c.Step)}, {"error", number(c.Error)}}
	}
	return out
}
