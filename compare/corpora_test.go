package compare_test

import (
	"encoding/json"
	"errors"
	"io"
	"math"
	"os"
	"regexp"
	"slices"
	"strconv"
	"testing"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/expr"
)

// record is a line of a corpus: a formula with its values and gradients to 20
// digits.
type record struct {
	ID        string
	Expr      string
	Vars      []string
	Points    []map[string]float64
	Value     []*string
	Grad      []map[string]*string
	Naive64   []*[2]*float64    // relative errors that plain doubles make in the value and the gradient
	SympyDiff map[string]string `json:"sympy_diff"`
	Printed   []string
}

// records reads a corpus.
func records(t testing.TB, name string) []record {
	t.Helper()
	file, err := os.Open("../testdata/corpora/" + name + ".jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var all []record
	for d := json.NewDecoder(file); ; {
		var r record
		err := d.Decode(&r)
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		all = append(all, r)
	}
}

var euler = regexp.MustCompile(`\bE\b`)

// problem returns the problem of the record at one of its points.
func (r *record) problem(t testing.TB, i int) compare.Problem {
	t.Helper()
	text := r.Expr
	if !slices.Contains(r.Vars, "E") {
		text = euler.ReplaceAllString(text, "exp(1)") // the corpora write E for the constant
	}
	shapes := map[string]expr.Shape{}
	values := map[string][]float64{}
	for name, x := range r.Points[i] {
		shapes[name], values[name] = nil, []float64{x}
	}
	return build(t, expr.NewGraph(), text, shapes, values)
}

// truth reads a recorded number; NaN for one that is undefined.
func truth(t testing.TB, s *string) float64 {
	t.Helper()
	if s == nil {
		return math.NaN()
	}
	x, err := strconv.ParseFloat(*s, 64)
	if err != nil && !errors.Is(err, strconv.ErrRange) {
		t.Fatal(err)
	}
	return x
}

var corpora = []string{"feynman", "optimization", "examples"}

// lost reports whether the record says that plain doubles lose more digits of
// the gradient at point i than the tolerance allows.
func (r *record) lost(i int) bool {
	const allowed = 1e-11
	naive := r.Naive64[i]
	return naive == nil || naive[1] == nil || *naive[1] > allowed
}

// Ordinary formulas agree by all routes, and each route has the recorded truth.
func TestCorpora(t *testing.T) {
	const relative, nearZero = 1e-9, 1e-14
	for _, corpus := range corpora {
		for _, r := range records(t, corpus) {
			for i, at := range r.Points {
				report := run(t, r.problem(t, i))
				value := truth(t, r.Value[i])
				if math.Abs(report.Value[0]-value) > relative*math.Abs(value)+nearZero {
					t.Errorf("%s at %v: value %g, want %g", r.ID, at, report.Value[0], value)
				}
				for _, p := range report.Partials {
					want := truth(t, r.Grad[i][p.Wrt])
					if p.Verdict != compare.Agree {
						t.Errorf("%s at %v, d%s: %s %v %v", r.ID, at, p.Wrt, p.Verdict, p.Wrong, p.Notes)
					}
					if r.lost(i) {
						continue
					}
					for _, route := range []compare.Route{compare.Symbolic, compare.Reverse, compare.Forward} {
						if got := p.Values[route]; !(math.Abs(got-want) <= relative*math.Abs(want)+nearZero) {
							t.Errorf("%s at %v, d%s: %s gives %g, want %g", r.ID, at, p.Wrt, route, got, want)
						}
					}
				}
			}
		}
	}
}

// Finite differences are inside their error bars, which are neither useless nor
// far wider than the error.
func TestDifferencesOnCorpora(t *testing.T) {
	total, inside, sharp := 0, 0, 0
	var ratios []float64
	for _, corpus := range corpora {
		for _, r := range records(t, corpus) {
			for i, at := range r.Points {
				p := r.problem(t, i)
				p.Routes = []compare.Route{compare.FiniteDifferences}
				for _, q := range run(t, p).Partials {
					want := truth(t, r.Grad[i][q.Wrt])
					off := math.Abs(q.Values[compare.FiniteDifferences] - want)
					total++
					if off <= q.FDError {
						inside++
					} else {
						t.Logf("%s at %v, d%s: %g ± %g, want %g", r.ID, at, q.Wrt, q.Values[compare.FiniteDifferences], q.FDError, want)
					}
					if q.FDError <= 1e-6*math.Abs(want) {
						sharp++
					}
					ratios = append(ratios, q.FDError/off)
				}
			}
		}
	}
	slices.Sort(ratios)
	coverage, share := float64(inside)/float64(total), float64(sharp)/float64(total)
	median := ratios[len(ratios)/2]
	t.Logf("%d partials: %.1f%% inside the bar, %.1f%% of bars within 1e-6, median of bar over error %.0f",
		total, 100*coverage, 100*share, median)
	if coverage < 0.99 || share < 0.9 || !(median <= 100) {
		t.Errorf("coverage %.3f, share of sharp bars %.3f, median ratio %.0f", coverage, share, median)
	}
}
