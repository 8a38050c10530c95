package compare_test

import (
	"testing"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
	"github.com/gradcmp/gradcmp/simplify"
)

// problem returns the problem of a formula at a point, both as text, with
// respect to all variables.
func problem(t testing.TB, formula, at string) compare.Problem {
	t.Helper()
	g := expr.NewGraph()
	point, err := parser.ParsePoint(g, at, parser.Options{})
	if err != nil {
		t.Fatalf("%s: %v", at, err)
	}
	shapes := map[string]expr.Shape{}
	values := map[string][]float64{}
	for _, a := range point {
		shapes[a.Name] = a.Value.Shape
		for _, x := range simplify.Simplify(simplify.Options{KeepShared: simplify.Unbounded}, a.Value.Elems...) {
			values[a.Name] = append(values[a.Name], enclosure.Constant(x))
		}
	}
	return build(t, g, formula, shapes, values)
}

// build returns the problem of a formula at a point.
func build(t testing.TB, g *expr.Graph, formula string, shapes map[string]expr.Shape, values map[string][]float64) compare.Problem {
	t.Helper()
	r, err := parser.ParseInto(g, formula, parser.Options{Shapes: shapes})
	if err != nil {
		t.Fatalf("%s: %v", formula, err)
	}
	p := compare.Problem{F: r.Value, Text: formula, Tolerance: compare.DefaultTolerance}
	for _, v := range r.Vars {
		if len(values[v.Name]) != len(v.Elems) {
			t.Fatalf("%s: no value for %s", formula, v.Name)
		}
		p.Wrt = append(p.Wrt, v.Elems...)
		p.Point = append(p.Point, compare.Input{Variable: v, Values: values[v.Name]})
	}
	return p
}

// run solves a problem.
// run compares all routes but the referee, unless the problem names some.
func run(t testing.TB, p compare.Problem) *compare.Report {
	t.Helper()
	if p.Routes == nil {
		p.Routes = compare.Unrefereed(compare.AllRoutes())
	}
	r, err := compare.Run(p)
	if err != nil {
		t.Fatalf("%s: %v", p.Text, err)
	}
	return r
}
