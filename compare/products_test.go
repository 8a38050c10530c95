package compare_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/eval/evaltest"
	"github.com/gradcmp/gradcmp/expr"
)

type product func(compare.Problem, []float64) (*compare.Report, error)

func TestProducts(t *testing.T) {
	for _, tt := range []struct {
		name        string
		run         product
		formula, at string
		vector      []float64
		want        []string // what it is by and of, formula
		values      []float64
		verdict     compare.Verdict
	}{
		{
			"jvp", compare.RunJVP, "[x*y, x + y]", "x=2,y=5",
			[]float64{1, 0.5},
			[]string{" [0] 0.5*x + y", " [1] 1.5"},
			[]float64{6, 1.5},
			compare.Agree,
		},
		{
			"vjp", compare.RunVJP, "[x*y, x + y]", "x=2,y=5",
			[]float64{1, -0.25},
			[]string{"x  y - 0.25", "y  x - 0.25"},
			[]float64{4.75, 1.75},
			compare.Agree,
		},
		{
			"hvp", compare.RunHVP, "x^2*y", "x=2,y=5",
			[]float64{1, 0.1},
			[]string{"x  0.2*x + 2*y", "y  2*x"},
			[]float64{10.4, 4},
			compare.Agree,
		},
		// What does not move, or has no weight, poisons nothing.
		{"jvp", compare.RunJVP, "x + sqrt(y)", "x=2,y=0", []float64{3, 0}, []string{"  3"}, []float64{3}, compare.Agree},
		{"vjp", compare.RunVJP, "[x, log(x)]", "x=-1", []float64{2, 0}, []string{"x  2"}, []float64{2}, compare.Agree},
		{"hvp", compare.RunHVP, "x^2", "x=2", []float64{0}, []string{"x  0"}, []float64{0}, compare.Agree},
		// Steps have the size of the coordinates, along the vector.
		{"jvp", compare.RunJVP, "log(x)", "x=1e-8", []float64{1e-3}, []string{"  0.001/x"}, []float64{1e5}, compare.Agree},
		{"jvp", compare.RunJVP, "x^2", "x=1e12", []float64{-2}, []string{"  -4*x"}, []float64{-4e12}, compare.Agree},
		{"hvp", compare.RunHVP, "log(x)", "x=1e-8", []float64{1}, []string{"x  -1/x^2"}, []float64{-1e16}, compare.Agree},
		// Kinks and jumps are those along the vector.
		{"jvp", compare.RunJVP, "abs(x - y)", "x=1,y=1", []float64{2, 0}, []string{"  2*sign(x - y)"}, []float64{0}, compare.Convention},
		{"jvp", compare.RunJVP, "abs(x - y)", "x=1,y=1", []float64{1, 1}, []string{"  0"}, []float64{0}, compare.Agree},
		{"jvp", compare.RunJVP, "floor(x)*y", "x=2,y=3", []float64{1, 0}, []string{"  0"}, []float64{0}, compare.Convention},
	} {
		r, err := tt.run(problem(t, tt.formula, tt.at), tt.vector)
		if err != nil {
			t.Errorf("%s of %s: %v", tt.name, tt.formula, err)
			continue
		}
		var what []string
		var values []float64
		for _, q := range r.Partials {
			what = append(what, q.Wrt+" "+q.Of+" "+q.Formula)
			values = append(values, q.Values[r.Routes[1]])
		}
		same := slices.EqualFunc(values, tt.values, func(a, b float64) bool { return evaltest.Close(a, b) })
		if !slices.Equal(what, tt.want) || !same || r.Verdict != tt.verdict || r.Expr != tt.formula {
			t.Errorf("%s of %s at %s: %q %v %s; want %q %v %s\n%+v", tt.name, tt.formula, tt.at, what, values, r.Verdict,
				tt.want, tt.values, tt.verdict, r.Partials)
		}
	}
}

// The report is of the formula as it was given.
func TestProductReport(t *testing.T) {
	p := problem(t, "[x*y, x + y]", "x=2,y=5")
	p.Text = ""
	for kind, run := range map[compare.Kind]product{compare.JVP: compare.RunJVP, compare.VJP: compare.RunVJP, compare.HVP: compare.RunHVP} {
		r, err := run(p, []float64{1, 2})
		if err != nil {
			t.Fatal(err)
		}
		if r.Kind != kind || r.Expr != "[x*y, x + y]" || len(r.At) != 2 || !slices.Equal(r.Value, []float64{10, 7}) || r.Shape.Size() != 2 {
			t.Errorf("kind %v: %v %q %v %v %v", kind, r.Kind, r.Expr, r.At, r.Value, r.Shape)
		}
		var vector []float64
		for _, c := range r.Vector {
			vector = append(vector, c.Values...)
		}
		if !slices.Equal(vector, []float64{1, 2}) {
			t.Errorf("kind %v: vector %v", kind, r.Vector)
		}
	}
}

func TestProductErrors(t *testing.T) {
	p := problem(t, "[x*y, x + y, x]", "x=2,y=5")
	for _, tt := range []struct {
		run    product
		p      compare.Problem
		vector []float64
		want   string
	}{
		{compare.RunJVP, p, []float64{1}, "2 variables"},
		{compare.RunHVP, p, []float64{1, 2, 3}, "2 variables"},
		{compare.RunVJP, p, []float64{1, 2}, "the formula 3"},
		{compare.RunJVP, p, []float64{1, math.Inf(1)}, "not finite"},
		{compare.RunVJP, p, []float64{1, 2, math.NaN()}, "not finite"},
		{compare.RunJVP, compare.Problem{F: expr.Array{Shape: expr.Shape{0}}}, nil, "no elements"},
		{compare.RunVJP, compare.Problem{F: expr.Array{Shape: expr.Shape{0}}}, nil, "no elements"},
	} {
		if _, err := tt.run(tt.p, tt.vector); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("vector %v: %v, want an error with %q", tt.vector, err, tt.want)
		}
	}
}
