package diff_test

import (
	"bufio"
	"encoding/json"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
	"github.com/gradcmp/gradcmp/parser"
	"github.com/gradcmp/gradcmp/simplify"
)

// record is a derivative pinned by another system's tests: see
// testdata/corpora/README.md.
type record struct {
	ID       string
	Expr     string
	Vars     []string
	Points   []map[string]float64
	Wrt      []string
	Expected string
	Note     string
	Deriv    []*string   // null where undefined
	Naive64  [][]float64 // relative errors of value and gradient in plain doubles
}

func calculus(t *testing.T) []record {
	t.Helper()
	f, err := os.Open("../testdata/corpora/calculus.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var records []record
	for in := bufio.NewScanner(f); in.Scan(); {
		var r record
		if err := json.Unmarshal(in.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		records = append(records, r)
	}
	return records
}

// The derivatives that other systems pin have their recorded values, whether
// derived and simplified here or as those systems write them. Records with
// functions that the language does not know are counted and skipped.
func TestCalculus(t *testing.T) {
	tried, skipped := 0, 0
	for _, r := range calculus(t) {
		g := expr.NewGraph()
		f, expected, ok := r.parse(g)
		if !ok {
			skipped++
			continue
		}
		tried++
		var vars, wrt []expr.Expr
		for _, name := range r.Vars {
			vars = append(vars, g.Var(name))
		}
		for _, name := range r.Wrt {
			wrt = append(wrt, g.Var(name))
		}
		raw, err := diff.Mixed(f, wrt, diff.StandardRules(expr.Torch), nil)
		if err != nil {
			t.Errorf("%s: %v", r.ID, err)
			continue
		}
		stepwise, err := diff.Mixed(f, wrt, diff.StandardRules(expr.Torch), simplify.Full)
		if err != nil {
			t.Errorf("%s: %v", r.ID, err)
			continue
		}
		formulas := map[string]expr.Expr{"derived": raw, "simplified": stepwise, "expected": expected}
		if strings.Contains(r.Note, "PEER EXPECTATION IS WRONG") {
			delete(formulas, "expected")
		}
		r.compare(t, vars, formulas)
	}
	t.Logf("%d records tried, %d skipped", tried, skipped)
	if tried < 60 {
		t.Errorf("only %d records tried", tried)
	}
}

// parse reads the formula and the expected derivative, and reports false where
// they use a function that the language does not know.
func (r record) parse(g *expr.Graph) (f, expected expr.Expr, ok bool) {
	shapes := make(map[string]expr.Shape)
	for _, name := range r.Vars {
		shapes[name] = nil
	}
	var sides [2]expr.Expr
	for i, source := range []string{r.Expr, r.Expected} {
		result, err := parser.ParseInto(g, source, parser.Options{Shapes: shapes})
		if err != nil || len(result.Vars) > len(r.Vars) {
			return f, expected, false
		}
		sides[i] = result.Value.Elems[0]
	}
	return sides[0], sides[1], true
}

func (r record) compare(t *testing.T, vars []expr.Expr, formulas map[string]expr.Expr) {
	t.Helper()
	for name, formula := range formulas {
		program, err := eval.Compile(vars, []expr.Expr{formula})
		if err != nil {
			t.Errorf("%s: %s: %v", r.ID, name, err)
			continue
		}
		for k, deriv := range r.Deriv {
			if deriv == nil {
				continue
			}
			point := make([]float64, len(vars))
			for i, v := range r.Vars {
				point[i] = r.Points[k][v]
			}
			want, err := strconv.ParseFloat(*deriv, 64)
			if err != nil {
				t.Fatal(err)
			}
			allowed := max(1e-9, 1000*r.Naive64[k][1])
			if got := program.Eval(nil, point)[0]; !(math.Abs(got-want) <= allowed*max(1e-6, math.Abs(want))) {
				t.Errorf("%s: the %s derivative of %s, %.200s, is %v at %v, want %v", r.ID, name, r.Expr, print.String(formula), got, r.Points[k], want)
			}
		}
	}
}
