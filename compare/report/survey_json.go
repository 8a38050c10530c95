package report

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/gradcmp/gradcmp/compare"
)

// SurveyJSON writes a survey as one JSON object on one line. The worst row and the
// offenders hold their whole reports in the form of [JSON].
func SurveyJSON(w io.Writer, r *compare.SurveyReport, opts ManyOptions) error {
	counts := Object{}
	for _, c := range r.Counts {
		counts = append(counts, Field{c.Verdict.String(), c.Points})
	}
	offenders := make([]Object, len(r.Offenders))
	for i := range r.Offenders {
		var err error
		if offenders[i], err = rowObject(&r.Offenders[i], opts); err != nil {
			return err
		}
	}
	bad := make([]string, len(r.Bad))
	for i := range r.Bad {
		bad[i] = r.Bad[i].Error()
	}
	out := Object{
		{"schema", Schema},
		{"expr", r.Expr},
		{"source", opts.Points},
		{"routes", routeNames(r.Routes)},
		{"points", r.Points},
		{"refereed", r.Referred},
		{"counts", counts},
		{"offending", r.Offending},
		{"offenders", offenders},
	}
	if r.Worst != nil {
		worst, err := rowObject(r.Worst, opts)
		if err != nil {
			return err
		}
		out = append(out, Field{"worst", worst})
	}
	if r.BadRows > 0 {
		out = append(out, Field{"bad_rows", r.BadRows}, Field{"bad", bad})
	}
	return Encode(w, append(out, Field{"verdict", r.Verdict.String()}))
}

func routeNames(routes []compare.Route) []string {
	names := make([]string, len(routes))
	for i, route := range routes {
		names[i] = route.String()
	}
	return names
}

// rowObject returns a row as an object.
func rowObject(row *compare.Row, opts ManyOptions) (Object, error) {
	var b bytes.Buffer
	if err := JSON(&b, row.Report, JSONOptions{Hex: opts.Hex}); err != nil {
		return nil, err
	}
	out := Object{{"place", row.Place}, {"error", encodeNumber(row.Error, opts.Hex)}}
	if opts.Command != nil {
		out = append(out, Field{"command", opts.Command(row.Report.At)})
	}
	return append(out, Field{"report", json.RawMessage(b.Bytes())}), nil
}
