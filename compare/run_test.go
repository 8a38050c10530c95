package compare_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

func Example() {
	r, err := parser.Parse("x1^2 + 3*x1*x2 + x2^2", parser.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	x1, x2 := r.Vars[0], r.Vars[1]
	report, err := compare.Run(compare.Problem{
		F:         r.Value,
		Wrt:       []expr.Expr{x1.Elems[0], x2.Elems[0]},
		Point:     []compare.Input{{Variable: x1, Values: []float64{2}}, {Variable: x2, Values: []float64{3}}},
		Tolerance: compare.DefaultTolerance,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range report.Partials {
		fmt.Println("d"+p.Wrt, "=", p.Formula, "=", p.Values[compare.Symbolic], p.Values[compare.Reverse], p.Verdict)
	}
	// Output:
	// dx1 = 2*x1 + 3*x2 = 13 13 agree
	// dx2 = 3*x1 + 2*x2 = 12 12 agree
}

func TestVectorOutput(t *testing.T) {
	r := run(t, problem(t, "[x*y, x + y, 3]", "x=2,y=5"))
	want := []struct {
		of, wrt, formula string
		value            float64
	}{
		{"[0]", "x", "y", 5},
		{"[0]", "y", "x", 2},
		{"[1]", "x", "1", 1},
		{"[1]", "y", "1", 1},
		{"[2]", "x", "0", 0},
		{"[2]", "y", "0", 0},
	}
	if len(r.Partials) != len(want) || !slices.Equal(r.Value, []float64{10, 7, 3}) {
		t.Fatalf("%d partials, value %v", len(r.Partials), r.Value)
	}
	for i, w := range want {
		p := r.Partials[i]
		if p.Of != w.of || p.Wrt != w.wrt || p.Formula != w.formula || p.Values[compare.Forward] != w.value || p.Verdict != compare.Agree {
			t.Errorf("partial %d is %+v, want %+v", i, p, w)
		}
	}
}

// Some variables are held fixed; order and elements are free.
func TestWrt(t *testing.T) {
	p := problem(t, "x@W@[1, 2] + c", "x=[1,2],W=[[1,2],[3,4]],c=5")
	all := p.Wrt
	p.Wrt = []expr.Expr{all[5], all[0]}
	r := run(t, p)
	if r.Value[0] != 32 || r.Partials[0].Wrt != "W[1,1]" || r.Partials[0].Values[compare.Reverse] != 4 ||
		r.Partials[1].Wrt != "x[0]" || r.Partials[1].Values[compare.Forward] != 5 {
		t.Errorf("%v %+v", r.Value, r.Partials)
	}
	p.Wrt = nil
	if r := run(t, p); len(r.Partials) != 0 || r.Verdict != compare.Unchecked {
		t.Errorf("%+v", r)
	}
}

// A route that would take too many steps is left out, and it is said.
func TestMaxSteps(t *testing.T) {
	p := problem(t, "x^2*y", "x=2,y=3")
	p.MaxSteps = 100
	r := run(t, p)
	if slices.Contains(r.Routes, compare.FiniteDifferences) || len(r.Routes) != 3 || len(r.Notes) != 1 ||
		!strings.HasPrefix(r.Notes[0], "fd: left out") {
		t.Errorf("%v %v", r.Routes, r.Notes)
	}
}

// Long formulas are written with definitions.
func TestLet(t *testing.T) {
	p := problem(t, "sin(x*y)*cos(x*y)*exp(x*y)", "x=0.5,y=2")
	p.MaxFormula = 5
	r := run(t, p)
	if len(r.Let) == 0 || r.Verdict != compare.Agree {
		t.Errorf("%v %v", r.Let, r.Verdict)
	}
	p.MaxFormula = 0
	if r := run(t, p); len(r.Let) != 0 {
		t.Errorf("%v", r.Let)
	}
}

// A coordinate taken as written is rounded once, at the end, by the symbolic
// route: 6 times a third is 2.
func TestExactCoordinates(t *testing.T) {
	p := problem(t, "x^2*3", "x=1/3")
	g := p.F.Elems[0].Graph()
	p.Point[0].Exact = []expr.Expr{g.Num(expr.Frac(1, 3))}
	p.Point[0].Text = []string{"1/3"}
	r := run(t, p)
	if got := r.Partials[0].Values[compare.Symbolic]; got != 2 || r.At[0].Exact[0] != "1/3" {
		t.Errorf("%v at %v", got, r.At)
	}
}

func TestErrors(t *testing.T) {
	p := problem(t, "x + y", "x=1,y=2")
	p.Point = p.Point[:1]
	var free *eval.FreeVariableError
	if _, err := compare.Run(p); !errors.As(err, &free) || free.Name != "y" {
		t.Errorf("%v", err)
	}
	p = problem(t, "sin(x)", "x=1")
	p.Tables = compare.StandardTables(expr.Torch)
	delete(p.Tables.Reverse, expr.Sin)
	var missing *eval.MissingError
	if _, err := compare.Run(p); !errors.As(err, &missing) || missing.Func != expr.Sin {
		t.Errorf("%v", err)
	}
}

// Random smooth formulas never make a route wrong.
func TestNeverWrong(t *testing.T) {
	unary := []string{"sin(%s)", "cos(%s)", "tanh(%s)", "exp(-(%s)^2)", "atan(%s)", "sigmoid(%s)", "softplus(%s)", "sqrt(1 + (%s)^2)"}
	binary := []string{"%s + %s", "%s - %s", "(%s)*(%s)", "(%s)/(2 + sin(%s))", "max(%s, %s)", "logsumexp(%s, %s)"}
	rapid.Check(t, func(rt *rapid.T) {
		terms := []string{"x", "y", "0.5", "3"}
		pick := func(from []string) string { return rapid.SampledFrom(from).Draw(rt, "pick") }
		for range rapid.IntRange(1, 6).Draw(rt, "steps") {
			if rapid.Bool().Draw(rt, "unary") {
				terms = append(terms, fmt.Sprintf(pick(unary), pick(terms)))
			} else {
				terms = append(terms, "("+fmt.Sprintf(pick(binary), pick(terms), pick(terms))+")")
			}
		}
		at := fmt.Sprintf("x=%v,y=%v", rapid.Float64Range(-2, 2).Draw(rt, "x"), rapid.Float64Range(-2, 2).Draw(rt, "y"))
		formula := terms[len(terms)-1]
		for _, p := range run(t, problem(t, formula+" + 0*x", at)).Partials {
			if p.Verdict == compare.Wrong || p.Verdict == compare.Undefined || p.Verdict == compare.Overflow {
				rt.Fatalf("%s at %s, d%s: %s %v %v %v", formula, at, p.Wrt, p.Verdict, p.Wrong, p.Values, p.Notes)
			}
		}
	})
}

func BenchmarkRunQuadratic(b *testing.B) {
	b.ReportAllocs()
	for range b.N {
		run(b, problem(b, "x1^2 + 3*x1*x2 + x2^2", "x1=2,x2=3"))
	}
}

func BenchmarkRunRosenbrock100(b *testing.B) {
	var terms, values []string
	for i := range 100 {
		values = append(values, fmt.Sprint(0.1+float64(i)/64))
		if i > 0 {
			terms = append(terms, fmt.Sprintf("100*(x[%d] - x[%d]^2)^2 + (1 - x[%d])^2", i, i-1, i-1))
		}
	}
	formula, at := strings.Join(terms, " + "), "x=["+strings.Join(values, ",")+"]"
	b.ReportAllocs()
	for range b.N {
		run(b, problem(b, formula, at))
	}
}
