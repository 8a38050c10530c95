package parser_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

func TestParsePoint(t *testing.T) {
	for text, want := range map[string]string{
		"":                                   "",
		"x1=2,x2=3":                          "x1=2 x2=3",
		"x=pi/4; y=1/3":                      "x=(/ pi() 4) y=(/ 1 3)",
		"x=[1,2,3],W=[[1,2],[3,4]]":          "x=[1 2 3] W=[[1 2] [3 4]]",
		"x = -2,\n y = sqrt(2)\n z=1e-3 # c": "x=(neg 2) y=(sqrt 2) z=0.001",
		"e=2,pi=e":                           "e=2 pi=e()",
		"x₁=max(1, 2),α=0.5":                 "x1=(max 1 2) α=0.5",
	} {
		point, err := parser.ParsePoint(expr.NewGraph(), text, parser.Options{})
		if err != nil {
			t.Errorf("ParsePoint(%q): %v", text, err)
			continue
		}
		var got []string
		for _, a := range point {
			got = append(got, a.Name+"="+dump(a.Value))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("ParsePoint(%q) = %s, want %s", text, s, want)
		}
	}
}

func TestParseNames(t *testing.T) {
	refs, err := parser.ParseNames("x1, x[2],W[0,1]; α", parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []parser.Ref{
		{Name: "x1", Span: parser.Span{Start: 0, End: 2}},
		{Name: "x", Indices: []int{2}, Span: parser.Span{Start: 4, End: 8}},
		{Name: "W", Indices: []int{0, 1}, Span: parser.Span{Start: 9, End: 15}},
		{Name: "α", Span: parser.Span{Start: 17, End: 19}},
	}
	if diff := cmp.Diff(want, refs); diff != "" {
		t.Errorf("ParseNames (-want +got):\n%s", diff)
	}
	if got := refs[1].String() + " " + refs[2].String() + " " + refs[0].String(); got != "x[2] W[0,1] x1" {
		t.Errorf("String: %s", got)
	}
}

func TestSuggest(t *testing.T) {
	known := []string{"sin", "sinh", "sigmoid", "softmax", "sum", "x", "x1"}
	for name, want := range map[string]string{
		"sine": "sin", "sni": "sin", "SIN": "sin", "sigmiod": "sigmoid", "sotfmax": "softmax", "z": "x", "x2": "x",
		"sin": "sinh", "cosine": "", "": "", strings.Repeat("x", 1_000_000): "", "summation": "",
	} {
		if got := parser.Suggest(name, known); got != want {
			t.Errorf("Suggest(%.20q) = %q, want %q", name, got, want)
		}
	}
}
