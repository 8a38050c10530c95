package catalog

import (
	"bytes"
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

var update = flag.Bool("update", false, "rewrite golden files")

func entriesOf(t *testing.T, c expr.Convention) []Entry {
	t.Helper()
	entries, err := Entries(c)
	if err != nil {
		t.Fatal(err)
	}
	return entries
}

// unknownElsewhere are the functions that none of the libraries has.
var unknownElsewhere = []string{"fdim"}

// Nothing may be missing from what is said about a function.
func TestFunctionsAreComplete(t *testing.T) {
	entries := entriesOf(t, expr.Torch)
	if want := len(expr.Funcs()) + len(parser.Functions()); len(entries) != want {
		t.Errorf("%d entries for %d functions", len(entries), want)
	}
	for i := range entries {
		e := &entries[i]
		builtin := e.ULP != nil
		constant := builtin && !strings.Contains(e.Usage, "(")
		for what, missing := range map[string]bool{
			"family":     e.Family == "",
			"meaning":    e.Meaning == "",
			"peers":      e.Torch+e.JAX+e.NumPy+e.SymPy == "" && !slices.Contains(unknownElsewhere, e.Name),
			"notation":   builtin && e.LaTeX == "",
			"rule":       builtin && !constant && e.briefRules() == "",
			"definition": e.Family == preludeTitle && e.Definition == "",
			"example":    !isFinite(e.Example.Value),
			"gradient":   !constant && len(e.Example.Gradient) == 0,
		} {
			if missing {
				t.Errorf("%s has no %s", e.Usage, what)
			}
		}
		for _, d := range e.Example.Gradient {
			if !isFinite(d.Value) {
				t.Errorf("%s", e.Example)
			}
		}
		if found, err := Find(e.Name, entries); err != nil || !slices.ContainsFunc(found, func(f Entry) bool { return f.Usage == e.Usage }) {
			t.Errorf("%s is not found: %v", e.Name, err)
		}
	}
}

func isFinite(x jsonNumber) bool { return !math.IsNaN(float64(x)) && !math.IsInf(float64(x), 0) }

// A call is shown of every function of the parser's, and of no other.
func TestShownCalls(t *testing.T) {
	var names []string
	for _, f := range parser.Functions() {
		names = append(names, f.Name)
		if _, ok := shownCalls()[f.Name]; !ok {
			t.Errorf("no call of %s is shown", f.Usage)
		}
		if call := shownCalls()[f.Name].call; !strings.Contains(call, f.Name) {
			t.Errorf("%s is shown by %s", f.Usage, call)
		}
	}
	for name := range shownCalls() {
		if !slices.Contains(names, name) {
			t.Errorf("a call is shown of %s, which is no function of the parser's", name)
		}
	}
}

// The rules as they are printed give the derivatives that are printed, which
// come from reverse mode.
func TestRulesAsPrinted(t *testing.T) {
	for _, c := range expr.Conventions() {
		for _, e := range entriesOf(t, c) {
			for _, d := range e.Example.Gradient {
				for _, rule := range e.rulesBy(d.Wrt) {
					source := e.setting(d.Wrt) + rule
					program, err := parser.Parse(source, parser.Options{})
					if err != nil {
						t.Errorf("%s: %v", e.Usage, err)
						continue
					}
					got, want := enclosure.Constant(program.Value.Elems[0]), float64(d.Value)
					if math.Abs(got-want) > 1e-14*math.Abs(want) && !(c == expr.Error && math.IsNaN(want)) {
						t.Errorf("%s by %s under %s: %s is %v, the derivative %v", e.Usage, d.Wrt, c, rule, got, want)
					}
				}
			}
		}
	}
}

// rulesBy returns the rules for the derivative by an argument of the example.
func (e *Entry) rulesBy(wrt string) []string {
	var rules []string
	for _, r := range e.Derivative {
		if strings.Contains(e.Usage, "…") && e.ULP != nil {
			rules = append(rules, r.Rule)
			if r.OfTwo != "" {
				rules = append(rules, r.OfTwo)
			}
		} else if r.Wrt == wrt {
			rules = append(rules, r.Rule)
		}
	}
	return rules
}

// setting defines what a rule may mention.
func (e *Entry) setting(wrt string) string {
	if e.ULP == nil {
		return strings.ReplaceAll(e.Example.At, ", ", "\n") + "\n"
	}
	_, list, _ := strings.Cut(strings.TrimSuffix(e.Example.Call, ")"), "(")
	values := strings.Split(list, ", ")
	names := strings.Split(strings.TrimSuffix(e.Usage, ")"), "(")[1]
	text := fmt.Sprintf("X = [%s]\n", list)
	for i, name := range strings.Split(strings.Replace(names, "…", "y", 1), ", ") {
		if strings.Contains(names, "…") && wrt == "y" { // a rule for each argument calls it x
			i = len(values) - 1 - i
		}
		text += fmt.Sprintf("%s = %s\n", name, values[i])
	}
	return text + "f = " + e.Example.Call + "\n"
}

// What is printed about kinks is what their rows say.
func TestEdgesAsPrinted(t *testing.T) {
	for _, e := range entriesOf(t, expr.Torch) {
		fn, builtin := expr.LookupFunc(e.Name)
		if !builtin || e.ULP == nil {
			continue
		}
		kink := fn.Info().Kink
		if (e.Edge != nil) != (kink.Edge != expr.Smooth) {
			t.Errorf("%s %s: %+v", fn, kink.Edge, e.Edge)
		}
		if e.Edge == nil || math.IsNaN(kink.Left) { // slopes that depend on the other argument
			continue
		}
		if float64(e.Edge.Left) != kink.Left || float64(e.Edge.Right) != kink.Right {
			t.Errorf("%s: derivatives %v and %v, its row has %v and %v", fn, e.Edge.Left, e.Edge.Right, kink.Left, kink.Right)
		}
		if jumps := e.Edge.LeftValue != e.Edge.RightValue; jumps != kink.Edge.IsJump() {
			t.Errorf("%s %s: values %v and %v", fn, kink.Edge, e.Edge.LeftValue, e.Edge.RightValue)
		}
		for i, c := range expr.Conventions() {
			got, want := float64(e.Edge.Conventions[i].Gradient[0].Value), kink.Slope(c, 2)
			if got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
				t.Errorf("%s under %s: derivative %v, its row has %v", fn, c, got, want)
			}
		}
	}
}

// The text keeps to 100 columns.
func TestFunctionsWidth(t *testing.T) {
	entries := entriesOf(t, expr.Torch)
	var b bytes.Buffer
	if err := functionsTable(&b, entries); err != nil {
		t.Fatal(err)
	}
	if err := functionsText(&b, entries); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(b.String()) {
		if utf8.RuneCountInString(strings.TrimSuffix(line, "\n")) > 100 {
			t.Errorf("longer than 100 characters: %s", line)
		}
	}
}

func TestWrapped(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{"one two", []string{"one two"}},
		{"one two three", []string{"one two", "three"}},
		{"exp(x)*f(y)", []string{"exp(x)*", "f(y)"}},
		{"abcdefghijkl", []string{"abcdefgh", "ijkl"}},
		{"ψψψψψψψψ ψψ", []string{"ψψψψψψψψ", "ψψ"}},
	} {
		if diff := cmp.Diff(tt.want, wrapped(tt.text, 8)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
	}
}

// docs/functions.md is what gradcmp functions --format markdown prints; -update
// writes it.
func TestFunctionsPage(t *testing.T) {
	const page = "../../../../docs/functions.md"
	var b bytes.Buffer
	if err := functionsMarkdown(&b, entriesOf(t, expr.Torch)); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(page, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("%s (-) is not what is printed (+); run the test with -update:\n%s", page, diff)
	}
}
