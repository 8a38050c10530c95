package report

import (
	"encoding/json"
	"slices"

	"github.com/gradcmp/gradcmp/compare"
)

// Answer returns what gradcmp batch answers for a report whose partials are
// those by all elements of all coordinates: the value, the gradient by
// variable, both by each route, and the verdict. An entry of the gradient has
// the shape of the value followed by that of the variable. The value and
// gradient themselves are those of reverse mode, or of the first route that ran
// if it did not.
func Answer(r *compare.Report) Object {
	var routes Object
	for _, route := range r.Routes {
		routes = append(routes, Field{route.String(), Object{
			{"value", array(r, r.RouteValues[route])},
			{"grad", gradient(r, route)},
		}})
	}
	best := compare.Reverse
	if !slices.Contains(r.Routes, best) && len(r.Routes) > 0 {
		best = r.Routes[0]
	}
	out := Object{
		{"value", array(r, r.Value)},
		{"grad", gradient(r, best)},
		{"routes", routes},
		{"verdict", r.Verdict.String()},
	}
	if notes := allNotes(r); len(notes) > 0 {
		out = append(out, Field{"notes", notes})
	}
	return out
}

func array(r *compare.Report, values []float64) any { return nested(r.Shape, values, decimal) }

func decimal(x float64) json.RawMessage { return encodeNumber(x, false) }

// gradient returns the partials by one route, by variable.
func gradient(r *compare.Report, route compare.Route) Object {
	columns := len(r.Partials) / len(r.Value)
	out := Object{}
	first := 0
	for _, c := range r.At {
		size := c.Shape.Size()
		var values []float64
		for row := range r.Value {
			for column := first; column < first+size; column++ {
				values = append(values, r.Partials[row*columns+column].Values[route])
			}
		}
		out = append(out, Field{c.Name, nested(slices.Concat(r.Shape, c.Shape), values, decimal)})
		first += size
	}
	return out
}

// allNotes lists the notes on partials, with their names, and on the whole.
func allNotes(r *compare.Report) []string {
	var notes []string
	for i := range r.Partials {
		for _, text := range r.Partials[i].Notes {
			notes = append(notes, name(r, &r.Partials[i])+": "+text)
		}
	}
	return append(notes, r.Notes...)
}
