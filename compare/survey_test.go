package compare_test

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/compare/points"
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// surveyed returns the problem of a formula, and a box and a sample of it.
func surveyed(formula, ranges string, n int) (compare.Problem, []points.Range, *points.Sample) {
	program, err := parser.Parse(formula, parser.Options{})
	if err != nil {
		panic(err)
	}
	p := compare.Problem{F: program.Value, Text: formula, Knee: program.Knee, Tolerance: compare.DefaultTolerance}
	for _, v := range program.Vars {
		p.Point = append(p.Point, compare.Input{Variable: v})
		p.Wrt = append(p.Wrt, v.Elems...)
	}
	box, err := points.ParseRanges("--range", ranges, program.Vars, enclosure.Constant)
	if err != nil {
		panic(err)
	}
	sample, err := points.NewSample(box, n, 7)
	if err != nil {
		panic(err)
	}
	return p, box, sample
}

func ExampleSurvey() {
	p, _, sample := surveyed("sqrt(x) - sqrt(x - 1)", "x=1..1e12", 500)
	r, err := compare.Survey(p, sample, compare.SurveyOptions{})
	if err != nil {
		panic(err)
	}
	for _, c := range r.Counts {
		fmt.Println(c.Points, c.Verdict)
	}
	fmt.Printf("worst: %s, x = %.4g, error %.1g\n", r.Worst.Place, r.Worst.Report.At[0].Values[0], r.Worst.Error)
	// Output:
	// 7 agree
	// 492 cancellation
	// 1 domain edge
	// worst: sample 292 of 500, seed 7, x = 9.409e+11, error 0.0005
}

func ExampleHunt() {
	p, box, sample := surveyed("(1 - cos(x))/x^2", "x=1e-5..1", 100)
	r, err := compare.Hunt(p, sample, box, compare.HuntOptions{})
	if err != nil {
		panic(err)
	}
	found := r.Found.Report
	fmt.Println(found.Verdict, "at", found.At[0].Values[0])
	fmt.Println(found.Partials[0].Values[compare.Reverse], "should be", found.Partials[0].Truth.Value)
	// Output:
	// cancellation at 0.0001
	// 4.410804467624985e-05 should be -8.333333327777778178613672e-6
}

func TestSurvey(t *testing.T) {
	for _, tt := range []struct {
		formula, ranges string
		use             compare.RefereeUse
		want            string // points, referred, offending, kept, verdict
	}{
		{"exp(-x^2)*sin(y)", "x=-2..2,y=0..1", compare.RefereeOffenders, "100 4 0 0 agree"},
		{"exp(-x^2)*sin(y)", "x=-2..2,y=0..1", compare.RefereeAll, "100 100 0 0 agree"},
		{"exp(-x^2)*sin(y)", "x=-2..2,y=0..1", compare.RefereeNever, "100 0 0 0 agree"},
		{"log(x)", "x=-2..-1", compare.RefereeOffenders, "100 0 100 5 undefined"},
		{"abs(x)", "x=-1..1", compare.RefereeOffenders, "100 3 0 0 convention"},
		{"2 + 3", "", compare.RefereeOffenders, "100 0 0 0 unchecked"},
	} {
		p, _, sample := surveyed(tt.formula, tt.ranges, 100)
		r, err := compare.Survey(p, sample, compare.SurveyOptions{Referee: tt.use})
		if err != nil {
			t.Fatal(err)
		}
		got := fmt.Sprint(r.Points, r.Referred, r.Offending, len(r.Offenders), r.Verdict)
		if got := strings.ReplaceAll(got, "  ", " "); got != tt.want {
			t.Errorf("%s, referee %d: %s, want %s", tt.formula, tt.use, got, tt.want)
		}
		sum := 0
		for _, c := range r.Counts {
			sum += c.Points
		}
		if sum != r.Points {
			t.Errorf("%s: the verdicts of %d points are counted, of %d", tt.formula, sum, r.Points)
		}
		for _, row := range r.Offenders {
			if row.Error > r.Worst.Error || row.Place == "" {
				t.Errorf("%s: %s has the error %g, the worst %g", tt.formula, row.Place, row.Error, r.Worst.Error)
			}
		}
	}
}

func TestSurveyOfFile(t *testing.T) {
	text := "x,y\n1,2\n1,abc\n0,0\n3\n-1,1\n"
	open := func(p compare.Problem) *points.Reader {
		var vars []expr.Variable
		for _, in := range p.Point {
			vars = append(vars, in.Variable)
		}
		r, err := points.NewReader(strings.NewReader(text), points.CSV, vars, points.Options{File: "data.csv"})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	p, _, _ := surveyed("log(x)*y", "x=0..1,y=0..1", 1)
	var bad *points.RowError
	if _, err := compare.Survey(p, open(p), compare.SurveyOptions{}); !errors.As(err, &bad) || bad.Line != 3 {
		t.Errorf("the error is %v, want one about line 3", err)
	}
	calls := 0
	r, err := compare.Survey(p, open(p), compare.SurveyOptions{
		SkipBadRows: true, Offenders: 1, Progress: func(rows int) { calls = rows },
	})
	if err != nil {
		t.Fatal(err)
	}
	if r.Points != 3 || r.BadRows != 2 || len(r.Bad) != 2 || r.Bad[1].Line != 5 || calls != 5 {
		t.Errorf("%d points, %d bad rows %v, progress to %d", r.Points, r.BadRows, r.Bad, calls)
	}
	if r.Offending != 2 || len(r.Offenders) != 1 || r.Offenders[0].Place != "data.csv:4" {
		t.Errorf("%d offenders, the first %v", r.Offending, r.Offenders)
	}
}

func TestHunt(t *testing.T) {
	for _, tt := range []struct {
		formula, ranges string
		want            string // the verdict and the point; "" if nothing is to be found
	}{
		{"exp(-x^2)*sin(y)", "x=-2..2,y=0..1", ""},
		{"x^2/(x - 0.3333)", "x=0.1..0.3", ""},
		{"(1 - cos(x))/x^2", "x=-1..1", "undefined [0]"},
		{"(1 - cos(x))/x^2", "x=0.01..1", "cancellation [0.01]"},
		{"log(x - 1/3) + y", "x=0.1..0.9,y=-1..1", "undefined [0.1 0]"},
		{"exp(1000*x)", "x=0..1", "overflow [1]"},
		{"2 + 3", "", ""},
	} {
		p, box, sample := surveyed(tt.formula, tt.ranges, 200)
		r, err := compare.Hunt(p, sample, box, compare.HuntOptions{MaxRuns: 500})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if r.Found != nil {
			var at []float64
			for _, c := range r.Found.Report.At {
				at = append(at, c.Values...)
			}
			got = fmt.Sprint(r.Found.Report.Verdict, " ", at)
			for j, x := range at {
				if x < box[j].Low || x > box[j].High {
					t.Errorf("%s: %v is out of the box", tt.formula, at)
				}
			}
		}
		if got != tt.want {
			t.Errorf("%s over %s: found %q, want %q", tt.formula, tt.ranges, got, tt.want)
		}
		if r.Searched > 2*500 {
			t.Errorf("%s: searched at %d points, more than twice the limit", tt.formula, r.Searched)
		}
		_, _, again := surveyed(tt.formula, tt.ranges, 200)
		if second, err := compare.Hunt(p, again, box, compare.HuntOptions{MaxRuns: 500}); err != nil {
			t.Fatal(err)
		} else if diff := cmp.Diff(r, second, cmpopts.EquateNaNs()); diff != "" {
			t.Errorf("%s: a second hunt differs:\n%s", tt.formula, diff)
		}
	}
}

// TestHuntClimbs checks that the search finds a worse point than the sample has.
func TestHuntClimbs(t *testing.T) {
	const formula, ranges = "(x - 1)^7 - (x^7 - 7*x^6 + 21*x^5 - 35*x^4 + 35*x^3 - 21*x^2 + 7*x - 1) + 1e-9*sin(x)", "x=2..3"
	p, box, sample := surveyed(formula, ranges, 20)
	s, err := compare.Survey(p, sample, compare.SurveyOptions{Referee: compare.RefereeAll})
	if err != nil {
		t.Fatal(err)
	}
	_, _, sample = surveyed(formula, ranges, 20)
	h, err := compare.Hunt(p, sample, box, compare.HuntOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if !(h.Largest > s.Worst.Error) || math.IsInf(h.Largest, 1) {
		t.Errorf("the hunt comes to the error %g, the sample has %g", h.Largest, s.Worst.Error)
	}
}

func BenchmarkSurvey(b *testing.B) {
	for use, name := range []string{compare.RefereeOffenders: "offenders", compare.RefereeAll: "all", compare.RefereeNever: "never"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				p, _, sample := surveyed("exp(-x^2)*sin(y)", "x=-2..2,y=0..1", 1000)
				if _, err := compare.Survey(p, sample, compare.SurveyOptions{Referee: compare.RefereeUse(use)}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
