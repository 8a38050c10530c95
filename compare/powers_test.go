package compare

import (
	"math"
	"testing"

	"github.com/gradcmp/gradcmp/parser"
)

// TestPowerOfZero differentiates powers whose base is 0 and whose exponent
// varies: the symbolic formula holds there too.
func TestPowerOfZero(t *testing.T) {
	for _, tt := range []struct {
		formula string
		at      []float64
		want    []float64
	}{
		{"x^y", []float64{0, 2}, []float64{0, 0}},
		{"x^y", []float64{0, 1}, []float64{1, 0}},
		{"3*(x - 1)^(2*y) + y", []float64{1, 1.5}, []float64{0, 1}},
		{"x^(y^2)*exp(y)", []float64{0, 1}, []float64{math.E, 0}},
	} {
		r, err := parser.Parse(tt.formula, parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		p := Problem{F: r.Value, Tolerance: DefaultTolerance}
		for i, v := range r.Vars {
			p.Point = append(p.Point, Input{Variable: v, Values: tt.at[i : i+1]})
			p.Wrt = append(p.Wrt, v.Elems...)
		}
		report, err := Run(p)
		if err != nil {
			t.Fatal(err)
		}
		for j, partial := range report.Partials {
			if partial.Verdict != Agree || partial.Values[Symbolic] != tt.want[j] {
				t.Errorf("%s at %v by %s: %s, %v; want %g", tt.formula, tt.at, partial.Wrt, partial.Verdict, partial.Values, tt.want[j])
			}
		}
	}
}
