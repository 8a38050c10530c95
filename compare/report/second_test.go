package report_test

import (
	"math"
	"strings"
	"testing"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/compare/report"
	"github.com/gradcmp/gradcmp/expr"
)

// hessian returns a report of second derivatives by x and W[0,1].
func hessian() *compare.Report {
	r := &compare.Report{
		Kind: compare.Hessian, Expr: "x^2*W[0,1]", At: []compare.Coordinate{scalar("x", 2)}, Value: []float64{3},
		Routes: []compare.Route{compare.ForwardReverse, compare.Hyperdual},
	}
	for _, wrt := range []string{"x,x", "x,W[0,1]", "W[0,1],x", "W[0,1],W[0,1]"} {
		r.Partials = append(r.Partials, compare.Partial{Wrt: wrt, Mirror: wrt == "W[0,1],x"})
	}
	return r
}

func TestSecondText(t *testing.T) {
	got := text(t, hessian(), 100)
	for _, want := range []string{
		"\nd^2f/dx^2 ", "\nd^2f/(dx dW[0,1]) ", "\nd^2f/dW[0,1]^2 ", "\n(symmetric: one of each two equal entries; ",
		"\nAll 3 second derivatives agree by forward-reverse and hyperdual; ",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "(dW[0,1] dx)") {
		t.Errorf("the mirrored entry is shown:\n%s", got)
	}
	// Paragraphs, where the names of the routes are longer than usual.
	if narrow := text(t, hessian(), 40); !strings.Contains(narrow, "\n    forward-reverse  0\n    hyperdual        0\n") {
		t.Errorf("in paragraphs:\n%s", narrow)
	}
}

func TestSecondJSON(t *testing.T) {
	var b strings.Builder
	if err := report.JSON(&b, hessian(), report.JSONOptions{}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`{"wrt":"x,x","routes":{"forward-reverse":0,"hyperdual":0}`, `{"wrt":"W[0,1],x",`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %s in %s", want, b.String())
		}
	}
}

func TestProductText(t *testing.T) {
	v := []compare.Coordinate{scalar("x", 1), scalar("y", 0.5)}
	u := []compare.Coordinate{{Shape: expr.Shape{2}, Values: []float64{1, math.Pi}}}
	for _, tt := range []struct {
		kind    compare.Kind
		vector  []compare.Coordinate
		of, wrt string
		lines   []string
		json    string
	}{
		{
			compare.JVP, v, "[1]", "",
			[]string{"v   x = 1, y = 0.5", "df[1]*v ", "The directional derivative agrees"},
			`"v":{"x":1,"y":0.5},"partials":[{"of":"[1]","routes"`,
		},
		{
			compare.VJP, u, "", "x",
			[]string{"u   [1, 3.141592653589793]", "d(u*f)/dx ", "The component of u*J agrees"},
			`"u":[1,3.141592653589793],"partials":[{"wrt":"x","routes"`,
		},
		{
			compare.HVP, v, "", "x[0]",
			[]string{"v   x = 1, y = 0.5", "d(df*v)/dx[0] ", "The component of H*v agrees"},
			`"v":{"x":1,"y":0.5},"partials":[{"wrt":"x[0]","routes"`,
		},
	} {
		r := &compare.Report{
			Kind: tt.kind, Vector: tt.vector, Expr: "f", Shape: expr.Shape{2}, Value: []float64{3, 4},
			Routes: []compare.Route{compare.Reverse, compare.Forward}, Partials: []compare.Partial{{Of: tt.of, Wrt: tt.wrt}},
		}
		got := text(t, r, 100)
		for _, want := range tt.lines {
			if !strings.Contains(got, "\n"+want) {
				t.Errorf("no line %q in\n%s", want, got)
			}
		}
		var b strings.Builder
		if err := report.JSON(&b, r, report.JSONOptions{}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), tt.json) {
			t.Errorf("no %s in %s", tt.json, b.String())
		}
	}
}
