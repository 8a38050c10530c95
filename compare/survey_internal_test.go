package compare

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/gradcmp/gradcmp/compare/points"
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// surveyFormulas are formulas with a box each: what is fine everywhere, loses
// digits, leaves the range of doubles, has kinks, needs the rules for powers of 0
// at some points and not at others, and takes derivatives that are not simplified.
var surveyFormulas = []struct{ formula, ranges string }{
	{"exp(-x^2)*sin(y)", "x=-2..2,y=0..1"},
	{"(1 - cos(x))/x^2", "x=-1..1"},
	{"log(x) - log(y)", "x=0..2,y=1..2"},
	{"x^y", "x=0..2,y=-1..3"},
	{"x/sqrt(x^2 + y^2)", "x=-1e200..1e200,y=1e150..1e200"},
	{"relu(x)*abs(y) + max(x, y)", "x=-1..1,y=-1..1"},
	{"where(x > 0.5, log(x), x*y)", "x=-1..1,y=0..1"},
	{"v : vector(3)\nsoftmax(v)", "v=-5..5"},
	{"(x - 1)^7 - (x^7 - 7*x^6 + 21*x^5 - 35*x^4 + 35*x^3 - 21*x^2 + 7*x - 1)", "x=0.5..2"},
	{"x*0 + 3", "x=0..1"},
}

// problemOver returns a problem with a sample of a box.
func problemOver(t testing.TB, formula, ranges string, n int) (Problem, *points.Sample, *expr.Graph) {
	t.Helper()
	g := expr.NewGraph()
	program, err := parser.ParseInto(g, formula, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := Problem{F: program.Value, Text: formula, Knee: program.Knee, Tolerance: DefaultTolerance}
	for _, v := range program.Vars {
		p.Point = append(p.Point, Input{Variable: v})
		p.Wrt = append(p.Wrt, v.Elems...)
	}
	box, err := points.ParseRanges("", ranges, program.Vars, enclosure.Constant)
	if err != nil {
		t.Fatal(err)
	}
	sample, err := points.NewSample(box, n, 1)
	if err != nil {
		t.Fatal(err)
	}
	return p, sample, g
}

// TestSharedRuns checks that what the rows of a survey have in common changes no
// report: each is that of a comparison that stands alone.
func TestSharedRuns(t *testing.T) {
	for _, tt := range surveyFormulas {
		p, sample, _ := problemOver(t, tt.formula, tt.ranges, 40)
		for use, routes := range map[RefereeUse][]Route{RefereeAll: AllRoutes(), RefereeNever: Unrefereed(AllRoutes())} {
			s := newSurveyor(p, use)
			for range 20 {
				point, err := sample.Next()
				if err != nil {
					t.Fatal(err)
				}
				row, err := s.row(point)
				if err != nil {
					t.Fatal(err)
				}
				alone := p
				alone.Point, alone.Routes = inputsAt(p.Point, point.Values), routes
				want, err := Run(alone)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(want, row.Report, cmpopts.EquateNaNs()); diff != "" {
					t.Errorf("%s at %v (-alone +in a survey):\n%s", tt.formula, point.Values, diff)
				}
			}
		}
	}
}

// TestDoubtfulPoints checks that the referee, asked everywhere, finds no offender
// that it is not asked about otherwise, other than by less than the tolerance.
func TestDoubtfulPoints(t *testing.T) {
	for _, tt := range surveyFormulas {
		p, sample, _ := problemOver(t, tt.formula, tt.ranges, 60)
		some, all := newSurveyor(p, RefereeOffenders), newSurveyor(p, RefereeAll)
		for range 60 {
			point, err := sample.Next()
			if err != nil {
				t.Fatal(err)
			}
			a, err := some.row(point)
			if err != nil {
				t.Fatal(err)
			}
			b, err := all.row(point)
			if err != nil {
				t.Fatal(err)
			}
			if a.Report.Verdict != b.Report.Verdict && b.Error > p.Tolerance.Relative {
				t.Errorf("%s at %v: %v, with the referee %v, error %g", tt.formula, point.Values, a.Report.Verdict, b.Report.Verdict, b.Error)
			}
		}
	}
}

// TestSurveyKeepsNothing checks that the graph does not grow with the points.
func TestSurveyKeepsNothing(t *testing.T) {
	for _, tt := range surveyFormulas {
		p, sample, g := problemOver(t, tt.formula, tt.ranges, 300)
		s := newSurveyor(p, RefereeOffenders)
		size := 0
		for i := range 300 {
			point, err := sample.Next()
			if err != nil {
				t.Fatal(err)
			}
			if _, err := s.row(point); err != nil {
				t.Fatal(err)
			}
			switch i {
			case 149: // every kind of awkward point has come
				size = g.Len()
			case 299:
				if g.Len() != size {
					t.Errorf("%s: %d nodes after 150 points, %d after 300", tt.formula, size, g.Len())
				}
			}
		}
	}
}
