package compare

import (
	"math"
	"testing"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// TestKnees tries every convention at the kinks of the functions that are
// defined in the language. The answers of PyTorch and JAX are those of their
// documented definitions.
func TestKnees(t *testing.T) {
	nan := math.NaN()
	for _, tt := range []struct {
		formula string
		x       float64
		want    map[expr.Convention]float64
	}{
		{"clamp(x, -1, 2)", -1, map[expr.Convention]float64{expr.Torch: 1, expr.JAX: 0.5, expr.Left: 0, expr.Right: 1, expr.MinNorm: 0, expr.Error: nan}},
		{"clamp(x, -1, 2)", 2, map[expr.Convention]float64{expr.Torch: 1, expr.JAX: 0.5, expr.Left: 1, expr.Right: 0, expr.MinNorm: 0, expr.Error: nan}},
		{"hardtanh(x)", 1, map[expr.Convention]float64{expr.Torch: 0, expr.JAX: 1, expr.Left: 1, expr.Right: 0, expr.MinNorm: 0, expr.Error: nan}},
		{"relu6(x)", 6, map[expr.Convention]float64{expr.Torch: 0, expr.JAX: 0.5, expr.Left: 1, expr.Right: 0, expr.MinNorm: 0, expr.Error: nan}},
		{"leaky_relu(x, 3)", 0, map[expr.Convention]float64{expr.Torch: 3, expr.JAX: 1, expr.Left: 3, expr.Right: 1, expr.MinNorm: 1, expr.Error: nan}},
		{"leaky_relu(x, -3)", 0, map[expr.Convention]float64{expr.Torch: -3, expr.JAX: 1, expr.Left: -3, expr.Right: 1, expr.MinNorm: 0, expr.Error: nan}},
		{"elu(x, 0.5)", 0, map[expr.Convention]float64{expr.Torch: 0.5, expr.JAX: 0.5, expr.Left: 0.5, expr.Right: 1, expr.MinNorm: 0.5, expr.Error: nan}},
		{"hardsigmoid(x)", -3, map[expr.Convention]float64{expr.Torch: 0, expr.JAX: 1. / 12, expr.Left: 0, expr.Right: 1. / 6, expr.MinNorm: 0, expr.Error: nan}},
		{"hardswish(x)", -3, map[expr.Convention]float64{expr.Torch: -0.5, expr.JAX: -0.25, expr.Left: 0, expr.Right: -0.5, expr.MinNorm: 0, expr.Error: nan}},
		{"softshrink(x, 2)", 2, map[expr.Convention]float64{expr.Torch: 0, expr.JAX: 0, expr.Left: 0, expr.Right: 1, expr.MinNorm: 0, expr.Error: nan}},
		{"fdim(x, 1)", 1, map[expr.Convention]float64{expr.Torch: 0, expr.JAX: 0, expr.Left: 0, expr.Right: 1, expr.MinNorm: 0, expr.Error: nan}},
		{"fmax(x, 1)", 1, map[expr.Convention]float64{expr.Torch: 1, expr.JAX: 0, expr.Left: 0, expr.Right: 1, expr.MinNorm: 0.5, expr.Error: nan}},
		{"fmin(x, 1)", 1, map[expr.Convention]float64{expr.Torch: 1, expr.JAX: 0, expr.Left: 1, expr.Right: 0, expr.MinNorm: 0.5, expr.Error: nan}},
	} {
		for _, c := range expr.Conventions() {
			r, err := parser.Parse(tt.formula, parser.Options{Convention: c})
			if err != nil {
				t.Fatal(err)
			}
			report, err := Run(Problem{
				F: r.Value, Wrt: r.Vars[0].Elems, Knee: r.Knee, Convention: c, Tolerance: DefaultTolerance,
				Point: []Input{{Variable: r.Vars[0], Values: []float64{tt.x}}},
			})
			if err != nil {
				t.Fatal(err)
			}
			verdict := Convention
			if c == expr.Error {
				verdict = Kink
			}
			p := report.Partials[0]
			if p.Verdict != verdict {
				t.Errorf("%s at %g by %s: the verdict is %s, want %s: %q", tt.formula, tt.x, c, p.Verdict, verdict, p.Notes)
			}
			for _, route := range []Route{Symbolic, Reverse, Forward} {
				got, want := p.Values[route], tt.want[c]
				if math.Abs(got-want) > 1e-15 || math.IsNaN(got) != math.IsNaN(want) {
					t.Errorf("%s at %g by %s: %s gives %g, want %g", tt.formula, tt.x, c, route, got, want)
				}
			}
		}
	}
}

// TestOwnChoice makes sure that a choice which the formula's author wrote is
// no matter of convention.
func TestOwnChoice(t *testing.T) {
	r, err := parser.Parse("where(x > 0, x, 2*x) + 0*clamp(y, 0, 1)", parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	report, err := Run(Problem{
		F: r.Value, Wrt: r.Vars[0].Elems, Knee: r.Knee, Tolerance: DefaultTolerance,
		Point: []Input{{Variable: r.Vars[0], Values: []float64{0}}, {Variable: r.Vars[1], Values: []float64{3}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := report.Partials[0].Verdict; got != Kink {
		t.Errorf("the verdict is %s, want %s", got, Kink)
	}
}

// TestKneeOfSecondOrder makes sure that second derivatives know the kinks too.
func TestKneeOfSecondOrder(t *testing.T) {
	r, err := parser.Parse("clamp(x, 0, 1)^2", parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	report, err := RunSecond(Problem{
		F: r.Value, Wrt: r.Vars[0].Elems, Knee: r.Knee, Tolerance: DefaultTolerance,
		Point: []Input{{Variable: r.Vars[0], Values: []float64{1}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := report.Partials[0].Verdict; got != Convention {
		t.Errorf("the verdict is %s, want %s: %q", got, Convention, report.Partials[0].Notes)
	}
}
