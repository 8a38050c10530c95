package expr_test

import (
	"strings"
	"testing"

	"github.com/gradcmp/gradcmp/expr"
)

// The table of functions must be complete and free of contradictions.
func TestFunctions(t *testing.T) {
	named := make(map[string]expr.Func)
	for _, fn := range expr.Funcs() {
		info := fn.Info()
		if info.Func != fn || info.Name == "" || info.Meaning == "" || info.LaTeX == "" || info.Example == "" || info.ULP < 0 {
			t.Errorf("function %d has an incomplete row: %+v", fn, info)
		}
		for _, name := range append([]string{info.Name}, info.Aliases...) {
			if got, ok := expr.LookupFunc(name); !ok || got != fn {
				t.Errorf("%s is looked up as %v, %v", name, got, ok)
			}
			if other, taken := named[name]; taken {
				t.Errorf("%s names both %v and %v", name, fn, other)
			}
			named[name] = fn
		}
		if info.MaxArgs != expr.Variadic && info.MaxArgs != info.MinArgs || info.MinArgs < 0 {
			t.Errorf("%v takes %d to %d arguments", fn, info.MinArgs, info.MaxArgs)
		}
		if name, _, _ := strings.Cut(info.Example, "("); name != info.Name {
			t.Errorf("the example of %v is %q", fn, info.Example)
		}
		if info.Poles != "" && info.Domain == "" {
			t.Errorf("%v has poles and is defined everywhere", fn)
		}
		if len(info.Ends) > 0 && info.MaxArgs != 1 {
			t.Errorf("%v of more than one argument has ends", fn)
		}
		constant := info.MaxArgs == 0
		if marks := strings.Count(info.LaTeX, "#"); constant && marks != 0 || !constant && marks != 1 {
			t.Errorf("%v: %q must show its arguments once", fn, info.LaTeX)
		}
		if marks := strings.Count(info.Unicode, "#"); marks > 1 || constant && marks > 0 {
			t.Errorf("%v: %q", fn, info.Unicode)
		}
	}
	if fn, ok := expr.LookupFunc("sine"); ok {
		t.Errorf("sine is %v", fn)
	}
}

func TestAccepts(t *testing.T) {
	for _, tt := range []struct {
		fn   expr.Func
		n    int
		want bool
	}{
		{expr.Pi, 0, true},
		{expr.Pi, 1, false},
		{expr.Sin, 0, false},
		{expr.Sin, 1, true},
		{expr.Sin, 2, false},
		{expr.Max, 0, false},
		{expr.Max, 1, true},
		{expr.Max, 1000, true},
	} {
		if got := tt.fn.Accepts(tt.n); got != tt.want {
			t.Errorf("%v accepts %d arguments: %v", tt.fn, tt.n, got)
		}
	}
}

func TestRelations(t *testing.T) {
	for r, want := range map[expr.Relation]string{
		expr.Less: "< true false false", expr.LessEqual: "<= true true false",
		expr.Greater: "> false false true", expr.GreaterEqual: ">= false true true",
		expr.Equal: "== false true false", expr.NotEqual: "!= true false true",
	} {
		word := map[bool]string{true: "true", false: "false"}
		got := strings.Join([]string{r.String(), word[r.Holds(-1)], word[r.Holds(0)], word[r.Holds(1)]}, " ")
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestVariables(t *testing.T) {
	g := expr.NewGraph()
	for _, tt := range []struct {
		shape expr.Shape
		words string
		names string
	}{
		{nil, "scalar", "x"},
		{expr.Shape{3}, "vector(3)", "x[0] x[1] x[2]"},
		{expr.Shape{2, 2}, "matrix(2, 2)", "x[0,0] x[0,1] x[1,0] x[1,1]"},
		{expr.Shape{1, 3}, "matrix(1, 3)", "x[0,0] x[0,1] x[0,2]"},
	} {
		v := g.NewVariable("x", tt.shape)
		names := make([]string, len(v.Elems))
		for i, x := range v.Elems {
			names[i] = x.Name()
		}
		if got := strings.Join(names, " "); got != tt.names || tt.shape.String() != tt.words {
			t.Errorf("%v: elements %s, want %s", tt.shape, got, tt.names)
		}
	}
	if a := expr.Scalar(g.Var("y")); a.Shape.Size() != 1 || a.Elems[0] != g.Var("y") {
		t.Errorf("the scalar y is %v", a)
	}
}
