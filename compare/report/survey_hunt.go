package report

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/gradcmp/gradcmp/compare"
)

// HuntText writes what a hunt found, or how long it looked, for a person.
func HuntText(w io.Writer, r *compare.HuntReport, opts ManyOptions) error {
	p := newPage(opts)
	p.formula(r.Expr)
	p.wrapped("in  ", opts.Points)
	p.line("")
	tried := fmt.Sprintf("%d points of the sample and %d more were tried", r.Sampled, r.Searched)
	if r.Found == nil {
		p.wrapped("", fmt.Sprintf("Nothing was found: %s, and the largest relative error is %s.", tried, short(r.Largest)))
	} else {
		p.wrapped("", fmt.Sprintf("Found: %s, %s, from %s, which is %s; %s.",
			r.Found.Report.Verdict, errorSize(*r.Found), r.Found.Place, point(r.Start), tried))
		p.row(r.Found, opts)
	}
	_, err := io.WriteString(w, p.String())
	return err
}

// HuntJSON writes what a hunt found as one JSON object on one line.
func HuntJSON(w io.Writer, r *compare.HuntReport, opts ManyOptions) error {
	number := func(x float64) json.RawMessage { return encodeNumber(x, opts.Hex) }
	out := Object{
		{"schema", Schema},
		{"expr", r.Expr},
		{"source", opts.Points},
		{"routes", routeNames(r.Routes)},
		{"sampled", r.Sampled},
		{"searched", r.Searched},
		{"largest", number(r.Largest)},
		{"found", nil},
	}
	if r.Found == nil {
		return Encode(w, append(out, Field{"verdict", compare.Agree.String()}))
	}
	found, err := rowObject(r.Found, opts)
	if err != nil {
		return err
	}
	out[len(out)-1].Value = append(found, Field{"start", coordinates(r.Start, number)})
	return Encode(w, append(out, Field{"verdict", r.Found.Report.Verdict.String()}))
}
