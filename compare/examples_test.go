package compare_test

import (
	"math"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/compare/truth"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
	"github.com/gradcmp/gradcmp/parser"
)

// A gradient as the PyTorch programs print it: as tensor(13.), dy/dx=6.0 or a
// list at the end.
var (
	printedNumber = regexp.MustCompile(`(?:tensor\(|d[a-z]/d[a-z0-9]+=)(-?[0-9.]*[0-9])`)
	printedList   = regexp.MustCompile(`Gradients inputs: \[(.*)\]`)
)

func printedGradient(t *testing.T, lines []string) (grad []float64) {
	t.Helper()
	var texts []string
	for _, line := range lines {
		for _, m := range printedNumber.FindAllStringSubmatch(line, -1) {
			texts = append(texts, m[1])
		}
		if m := printedList.FindStringSubmatch(line); m != nil {
			texts = append(texts, strings.Fields(m[1])...)
		}
	}
	for _, s := range texts {
		x, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatal(err)
		}
		grad = append(grad, x)
	}
	return grad
}

// examples reads the corpus of the examples with their formulas.
func examples(t *testing.T) []*truth.Formula {
	t.Helper()
	records, err := truth.ReadFile("../testdata/corpora/examples.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	formulas := make([]*truth.Formula, len(records))
	for i := range records {
		if formulas[i], err = records[i].Parse(); err != nil {
			t.Fatal(err)
		}
	}
	return formulas
}

// The gradients are those that PyTorch printed, in single precision. Of the
// three probabilities of the classifier it derived that of the predicted class.
func TestExamplesAsPyTorchPrints(t *testing.T) {
	const single = 1e-7
	lists := 0
	for _, r := range examples(t) {
		printed := printedGradient(t, r.Printed)
		if len(printed) == 0 || r.ID == "S:softmax_class1" || r.ID == "S:softmax_class2" {
			continue
		}
		lists++
		if len(printed) != len(r.Vars) {
			t.Errorf("%s: %d numbers are printed for %d variables", r.ID, len(printed), len(r.Vars))
			continue
		}
		byName := map[string]float64{}
		for i, name := range r.Vars {
			byName[name] = printed[i]
		}
		report := run(t, r.Problem(0))
		for _, p := range report.Partials {
			for _, route := range report.Routes {
				if got := p.Values[route]; math.Abs(got-byName[p.Wrt]) > single {
					t.Errorf("%s, d%s: %s gives %v, PyTorch printed %v", r.ID, p.Wrt, route, got, byName[p.Wrt])
				}
			}
		}
	}
	if lists < 7 {
		t.Errorf("only %d examples have printed gradients", lists)
	}
}

// The formulas are SymPy's: equal at random points everywhere, and the same
// text where both write polynomials with integer coefficients.
func TestExamplesAsSymPyDerives(t *testing.T) {
	same := map[string]bool{"S:quadratic": true, "S:square": true, "S:multivar": true, "S:chain": true}
	for _, r := range examples(t) {
		for _, p := range run(t, r.Problem(0)).Partials {
			sympy := r.SympyDiff[p.Wrt]
			if strings.Contains(sympy, "Heaviside") { // how SymPy derives the largest of several
				continue
			}
			if same[r.ID] {
				if want := reprint(t, sympy); p.Formula != want {
					t.Errorf("%s, d%s: %s, SymPy has %s", r.ID, p.Wrt, p.Formula, want)
				}
			}
			difference := "(" + p.Formula + ") - (" + sympy + ")"
			random := rand.New(rand.NewPCG(1, 2))
			for range 20 {
				values, shapes := map[string][]float64{}, map[string]expr.Shape{}
				for _, name := range r.Vars {
					values[name], shapes[name] = []float64{4*random.Float64() - 2}, nil
				}
				d := build(t, expr.NewGraph(), difference, shapes, values)
				d.Routes = []compare.Route{compare.Reverse}
				if off := run(t, d).Value[0]; !(math.Abs(off) <= 1e-14) {
					t.Errorf("%s, d%s at %v: %s is off by %g from %s", r.ID, p.Wrt, values, p.Formula, off, sympy)
					break
				}
			}
		}
	}
}

// reprint reads a formula and prints it as gradcmp does.
func reprint(t *testing.T, formula string) string {
	t.Helper()
	r, err := parser.Parse(formula, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return print.ArrayString(print.Text, r.Value)
}
