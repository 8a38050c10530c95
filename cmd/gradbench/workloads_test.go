package main

import (
	"math"
	"slices"
	"testing"

	"github.com/gradcmp/gradcmp/parser"
)

// TestExamples compares value and gradient with those that SymPy 1.11.1 and PyTorch 1.13.1 give.
func TestExamples(t *testing.T) {
	want := map[string][]float64{ // the value, then the gradient
		"quadratic":          {31, 13, 12},
		"square":             {9, 6},
		"multivar":           {23, 2, 3},
		"chain":              {49, 28},
		"linear":             {0, 0.5, -1},
		"logistic":           {0.5, 0.125, -0.25},
		"softmax classifier": {0.51389725461787621967, 0.079934037931974615396, 0.11054109807718284815, -0.038095027201831492709},
	}
	for _, w := range examples() {
		s, err := newSubject(w)
		if err != nil {
			t.Error(err)
			continue
		}
		got := append([]float64{s.value}, s.gradient...)
		near := func(a, b float64) bool { return math.Abs(a-b) <= 1e-15 }
		if !slices.EqualFunc(got, want[w.Name], near) {
			t.Errorf("%s: value and gradient are %v, want %v", w.Name, got, want[w.Name])
		}
	}
	if len(examples()) != len(want) {
		t.Errorf("there are %d examples and %d are known", len(examples()), len(want))
	}
}

// TestInputs makes sure that points are in the order in which gradcmp takes them.
func TestInputs(t *testing.T) {
	for _, w := range examples() {
		r, err := parser.Parse(w.Gradcmp, parser.Options{})
		if err != nil {
			t.Error(err)
			continue
		}
		if len(r.Vars) != len(w.Inputs) {
			t.Errorf("%s: %d variables and %d inputs", w.Name, len(r.Vars), len(w.Inputs))
			continue
		}
		for i, v := range r.Vars {
			in := w.Inputs[i]
			if v.Name != in.Name || len(v.Elems) != len(in.Values) || (v.Shape != nil) != in.Vector {
				t.Errorf("%s: variable %s of %v, input %+v", w.Name, v.Name, v.Shape, in)
			}
		}
	}
}

func TestGenerators(t *testing.T) {
	for _, tt := range []struct {
		got, want string
	}{
		{product(1), "x1"},
		{product(3), "x1*x2*x3"},
		{rosenbrock(3), "100*(x2 - x1^2)^2 + (1 - x1)^2 + 100*(x3 - x2^2)^2 + (1 - x2)^2"},
		{nested(2), "sin(x*cos(sin(x*cos(x))))"},
		{softmax(3), "x : vector(3)\nsoftmax(x)"},
		{sines(3), "sin(1*x) + sin(2*x) + sin(3*x)"},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

func TestLargeFormulas(t *testing.T) {
	names := map[string]bool{}
	for _, f := range largeFormulas() {
		if names[f.name] {
			t.Errorf("%s: there are two of that name", f.name)
		}
		names[f.name] = true
		if len(f.text) > parser.DefaultMaxSource {
			t.Errorf("%s: the text has %d bytes, which the parser refuses", f.name, len(f.text))
		}
	}
}
