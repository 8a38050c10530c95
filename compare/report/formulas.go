package report

import (
	"io"

	"github.com/gradcmp/gradcmp/compare"
)

// Formula is a derivative in symbols.
type Formula struct {
	Wrt  string // the variables, separated by commas: x1 or x,x,y
	Of   string // which element of a vector or matrix, such as [2]; "" for a scalar
	Text string
}

// FormulasJSON writes derivatives as one JSON Object on one line.
func FormulasJSON(w io.Writer, expr string, let []compare.Definition, formulas []Formula) error {
	out := Object{{"schema", Schema}, {"expr", expr}}
	if len(let) > 0 {
		out = append(out, Field{"let", definitions(let)})
	}
	partials := make([]Object, len(formulas))
	for i, f := range formulas {
		partials[i] = Object{{"wrt", f.Wrt}}
		if f.Of != "" {
			partials[i] = append(partials[i], Field{"of", f.Of})
		}
		partials[i] = append(partials[i], Field{"formula", f.Text})
	}
	return Encode(w, append(out, Field{"partials", partials}))
}
