package stable

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

func TestRulesAreComplete(t *testing.T) {
	names := map[string]bool{}
	for _, r := range Rules() {
		if names[r.Name] || r.Name == "" {
			t.Errorf("the name %q is there twice", r.Name)
		}
		names[r.Name] = true
		if r.Source == "" {
			t.Errorf("%s has no source", r.Name)
		}
		w, err := parseRule(r)
		if err != nil {
			t.Error(err)
			continue
		}
		known := map[string]bool{}
		for _, h := range w.pattern.holes {
			known[h] = true
		}
		for _, side := range append(w.conditions, w.replacement) {
			for _, v := range expr.Vars(side) {
				if !known[v.Name()] {
					t.Errorf("%s: %s is not in the pattern", r.Name, v.Name())
				}
			}
		}
	}
}

// Each rule is an identity where its condition holds.
func TestRulesAreIdentities(t *testing.T) {
	for _, r := range Rules() {
		if err := checkIdentity(r); err != nil {
			t.Error(err)
		}
	}
}

// The check of identities finds rules that are none.
func TestWrongRulesAreFound(t *testing.T) {
	for _, r := range []Rule{
		{Name: "factor", Pattern: "1 - cos(x)", Replacement: "sin(x/2)^2"},
		{Name: "sign", Pattern: "1/a - 1/b", Replacement: "(a - b)/(a*b)"},
		{Name: "condition", Pattern: "log(a^p)", Replacement: "p*log(a)"},
		{Name: "half", Pattern: "log(abs(x))", Replacement: "log(x)"},
		{Name: "list", Pattern: "log(0 + exp(xs))", Replacement: "norm(xs)"},
		{Name: "nowhere", Pattern: "log(x)", Replacement: "log(x)", Condition: "x > 100"},
	} {
		if checkIdentity(r) == nil {
			t.Errorf("the wrong rule %s passes", r.Name)
		}
	}
}

// lists writes rules on lists for three variables.
var lists = strings.NewReplacer("0 + exp(xs)", "exp(a) + exp(b) + exp(c)", "0 + xs^2", "a^2 + b^2 + c^2", "(xs)", "(a, b, c)")

// ranges are where holes are sampled: rules differ in where they are defined.
var ranges = [][2]float64{{-3, 3}, {0, 3}, {1, 4}, {-1, 1}, {0, 1}}

// checkIdentity compares the sides of a rule at random points where the
// original is defined and the condition holds.
func checkIdentity(r Rule) error {
	const points, least = 400, 20
	g := expr.NewGraph()
	var outputs []expr.Expr
	texts := append([]string{r.Pattern, r.Replacement}, strings.FieldsFunc(r.Condition, func(c rune) bool { return c == ';' })...)
	shapes := map[string]expr.Shape{}
	for _, name := range strings.Fields(letters) {
		shapes[name] = nil
	}
	for _, text := range texts {
		result, err := parser.ParseInto(g, lists.Replace(text), parser.Options{Shapes: shapes})
		if err != nil {
			return fmt.Errorf("%s: %w", r.Name, err)
		}
		outputs = append(outputs, result.Value.Elems[0])
	}
	vars := expr.Vars(outputs...)
	p, err := eval.Compile(vars, outputs)
	if err != nil {
		return fmt.Errorf("%s: %w", r.Name, err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	tried := 0
	for i := range points {
		x := make([]float64, len(vars))
		within := ranges[i%len(ranges)]
		for j := range x {
			x[j] = within[0] + random.Float64()*(within[1]-within[0])
			if i%4 == 0 { // where powers of negative numbers are defined
				x[j] = math.Round(x[j])
			}
		}
		values := p.Eval(nil, x)
		want, got := values[0], values[1]
		if math.IsNaN(want) || math.IsInf(want, 0) || !allHold(values[2:]) {
			continue
		}
		tried++
		if !(math.Abs(got-want) <= 1e-9*max(1, math.Abs(want))) {
			return fmt.Errorf("%s: at %v %s is %v and %s is %v", r.Name, x, r.Pattern, want, r.Replacement, got)
		}
	}
	if tried < least {
		return fmt.Errorf("%s: could be tried at %d points only", r.Name, tried)
	}
	return nil
}

func allHold(conditions []float64) bool {
	for _, c := range conditions {
		if c != 1 {
			return false
		}
	}
	return true
}

// What shows at a glance decides conditions, and nothing else does.
func TestDecide(t *testing.T) {
	for _, tt := range []struct {
		condition string
		want      verdict
	}{
		{"2 > 1", holds},
		{"-2 > 0", fails},
		{"x - x >= 0", holds},
		{"x > x", fails},
		{"exp(x) > 0", holds},
		{"x^2 > -1", holds},
		{"x^2 > 0", open},
		{"x^2 >= 0", holds},
		{"x^2 + 1 != 0", holds},
		{"2*sqrt(x) + cosh(y) > 0", holds},
		{"sqrt(x) + sqrt(y) != 0", open},
		{"abs(x)*exp(y)/pi >= 0", holds},
		{"-exp(x) > 0", open},
		{"exp(x) > 1", open},
		{"x > 0", open},
		{"x^3 >= 0", open},
		{"x < 1", open},
		{"exp(x) > y", open},
	} {
		result, err := parser.Parse(tt.condition, parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := decide(result.Value.Elems[0]); got != tt.want {
			t.Errorf("%s: %d, want %d", tt.condition, got, tt.want)
		}
	}
}

// Each pattern is found in its own instance, as written and with its terms in
// the other order.
func TestRulesMatchThemselves(t *testing.T) {
	for _, r := range Rules() {
		g := expr.NewGraph()
		shapes := map[string]expr.Shape{}
		for _, name := range strings.Fields(letters) {
			shapes[name] = nil
		}
		result, err := parser.ParseInto(g, lists.Replace(r.Pattern), parser.Options{Shapes: shapes})
		if err != nil {
			t.Fatal(err)
		}
		w, err := parseRule(r)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range []expr.Expr{result.Value.Elems[0], swapped(result.Value.Elems[0])} {
			if _, _, ok := w.apply(x, map[expr.ID]expr.Expr{}); !ok {
				t.Errorf("%s does not fit %s", r.Name, r.Pattern)
			}
		}
	}
}

// swapped returns x with the terms of its sums and factors of its products in
// the other order, a difference a - b as -b + a.
func swapped(x expr.Expr) expr.Expr {
	g := x.Graph()
	ids := expr.Reach(x)
	image := expr.NewMemo[expr.Expr](ids)
	for _, id := range ids {
		y := g.At(id)
		args := y.Args()
		for i := range args {
			args[i] = *image.At(args[i].ID())
		}
		switch y.Op() {
		case expr.OpAdd, expr.OpMul:
			for i, j := 0, len(args)-1; i < j; i, j = i+1, j-1 {
				args[i], args[j] = args[j], args[i]
			}
			y = g.With(y, args...)
		case expr.OpSub:
			y = g.Add(g.Neg(args[1]), args[0])
		default:
			y = g.With(y, args...)
		}
		*image.At(id) = y
	}
	return *image.At(x.ID())
}
