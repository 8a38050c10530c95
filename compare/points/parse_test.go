package points_test

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/gradcmp/gradcmp/compare/points"
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// variables returns the variables of a formula.
func variables(t testing.TB, formula string) []expr.Variable {
	t.Helper()
	r, err := parser.Parse(formula, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r.Vars
}

func modelVariables(t testing.TB) []expr.Variable {
	return variables(t, "v : vector(2)\nW : matrix(2, 2)\nx + y + sum(v) + sum(W)")
}

func TestParseRanges(t *testing.T) {
	scalars := variables(t, "x*y")
	for _, tt := range []struct {
		text string
		vars []expr.Variable
		want string
	}{
		{"x=-2..2,y=0..1", scalars, "x -2 2; y 0 1"},
		{"y = 0 .. 1 ;\n x=-2 .. 2,", scalars, "x -2 2; y 0 1"},
		{"x=-pi/4..max(1, 2),y=.5..1e3", scalars, fmt.Sprintf("x %v 2; y 0.5 1000", -math.Pi/4)},
		{"x=1. ...5e1,y=0...5", scalars, "error 1:15: three dots"},
		{"x=1. .. .5e1,y=-0..0", scalars, "x 1 5; y 0 0"},
		{
			"W[0,1]=5..6, W=-1..1, v=0..1, v[1]=2..2, x=0..0, y=0..0", modelVariables(t),
			"v[0] 0 1; v[1] 2 2; W[0,0] -1 1; W[0,1] 5 6; W[1,0] -1 1; W[1,1] -1 1; x 0 0; y 0 0",
		},
		{"", nil, ""},
		{"x=0..1,y", scalars, "error 1:8: expected a range"},
		{"x=0..1,y=1", scalars, "error 1:10: expected two ends"},
		{"x=0..1,\ny=1..", scalars, "error 2:3: the range of y lacks an end"},
		{"x=0..1,y=1..0", scalars, "error 1:8: the range of y ends at 0"},
		{"x=0..1", scalars, "error 1:7: no range for y: give it as y=LOW..HIGH"},
		{"x=0..1,y=0..1,x=2..3", scalars, "error 1:15: x has a range already"},
		{"x=0..1,Y=0..1", scalars, `error 1:8: the formula has no variable Y; did you mean "y"?`},
		{"x=0..1,y=0..[1,2]", scalars, "error 1:13: the end of a range is one number"},
		{"x=0..1,y=0..1/0", scalars, "error 1:13: the end of a range is a finite number"},
		{"x=0..1,y=0..inf", scalars, "error 1:13: "},
		{"x=0..1,y=0..2*q", scalars, "error 1:15: "},
		{"x=0..1,y=(0..2", scalars, "error 1:12: "},
		{"x,y=0..1", scalars, "error 1:1: expected a range"},
		{"x y=0..1", scalars, "error 1:3: "},
		{"=0..1", scalars, "error 1:1: expected a name"},
		{"v[7]=0..1", modelVariables(t), "error 1:1: v[7] is no element of v, which is a vector(2)"},
		{"x=0..1", nil, "error 1:1: the formula has no variables"},
	} {
		box, err := points.ParseRanges("", tt.text, tt.vars, enclosure.Constant)
		var got []string
		for _, r := range box {
			got = append(got, fmt.Sprintf("%s %v %v", r.Name, r.Low, r.High))
		}
		text := strings.Join(got, "; ")
		if err != nil {
			text = "error " + err.Error()
		}
		if want, isError := strings.CutPrefix(tt.want, "error"); text != tt.want && !(isError && strings.HasPrefix(text, "error"+want)) {
			t.Errorf("%q:\n got %s\nwant %s", tt.text, text, tt.want)
		}
		checkPlace(t, tt.text, err)
	}
}

// checkPlace makes sure that an error lies inside the text.
func checkPlace(t *testing.T, text string, err error) {
	t.Helper()
	var e *parser.Error
	if err == nil {
		return
	}
	if !errors.As(err, &e) {
		t.Fatalf("%q: %v is a %T, want a *parser.Error", text, err, err)
	}
	if e.Span.Start < 0 || e.Span.End > len(text) || e.Span.Start > e.Span.End {
		t.Errorf("%q: the error lies at %v", text, e.Span)
	}
}

func TestExpand(t *testing.T) {
	vars := variables(t, "x*y")
	for _, tt := range []struct {
		ranges []points.Range
		want   string
	}{
		{[]points.Range{{"y", 0, 1}, {"x", 2, 3}}, "[{x 2 3} {y 0 1}] <nil>"},
		{[]points.Range{{"y", 0, 1}}, "[] no range for x: give it as x=LOW..HIGH"},
		{[]points.Range{{"yy", 0, 1}}, `[] the formula has no variable yy; did you mean "y"?`},
	} {
		box, err := points.Expand(tt.ranges, vars)
		if got := fmt.Sprint(box, err); got != tt.want {
			t.Errorf("Expand(%v) = %s, want %s", tt.ranges, got, tt.want)
		}
	}
}

// FuzzParseRanges demands that no text crashes or hangs the reading of ranges,
// that an error lies inside the text, and that a box is one for the variables.
func FuzzParseRanges(f *testing.F) {
	for _, text := range []string{
		"x=-2..2,y=0..1,v=0..1,W=0..1", "v[0]=0..5;W[0, 1]=1..2\nx=pi..4", "x=[1..2", "=..", "x=...", "x=1..2..3", "x)=0..1,(", "é=0..1",
	} {
		f.Add(text)
	}
	vars := modelVariables(f)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1000 {
			return // ends such as 9^9^9 take their time, which is not at issue here
		}
		box, err := points.ParseRanges("", text, vars, func(x expr.Expr) float64 { return float64(x.ID()) })
		checkPlace(t, text, err)
		if err != nil {
			return
		}
		if _, err := points.NewSample(box, 1, 0); err != nil || len(box) != 8 {
			t.Errorf("%q gives %v: %v", text, box, err)
		}
	})
}
