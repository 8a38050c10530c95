package report_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/compare/report"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

var update = flag.Bool("update", false, "write the golden files")

// golden compares with a golden file, or writes it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

func text(t *testing.T, r *compare.Report, width int) string {
	t.Helper()
	var b strings.Builder
	if err := report.Text(&b, r, report.TextOptions{Width: width}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestText(t *testing.T) {
	for _, tt := range reports {
		var all strings.Builder
		for _, width := range []int{60, 80, 100, 200} {
			fmt.Fprintf(&all, "--- width %d\n%s", width, text(t, tt.report(), width))
		}
		golden(t, tt.name, all.String())
	}
}

// No line is longer than the width, and no trailing blanks are left.
func TestTextWidth(t *testing.T) {
	for _, tt := range append(reports, struct {
		name   string
		report func() *compare.Report
	}{"long", long}) {
		for width := 50; width <= 220; width++ {
			for line := range strings.Lines(text(t, tt.report(), width)) {
				line = strings.TrimSuffix(line, "\n")
				if n := utf8.RuneCountInString(line); n > width {
					t.Fatalf("%s: a line of %d characters at width %d:\n%s", tt.name, n, width, line)
				}
				if strings.TrimRight(line, " ") != line {
					t.Fatalf("%s: trailing blanks at width %d:\n%s", tt.name, width, line)
				}
			}
		}
	}
}

// A wide terminal shows every digit; a narrow one says that it does not.
func TestTextDigits(t *testing.T) {
	r := logistic()
	if got := text(t, r, 200); !strings.Contains(got, "  0.006932920718816985  ") {
		t.Errorf("digits are missing at width 200:\n%s", got)
	}
	for width := 50; width <= 220; width++ {
		got := text(t, r, width)
		whole := strings.Contains(got, "-0.01386584143763397")
		if said := strings.Contains(got, "(values to "); whole == said {
			t.Errorf("all digits: %v, said that they are not: %v, at width %d", whole, said, width)
		}
	}
}

func TestTextDefaultWidth(t *testing.T) {
	if text(t, classifier(), 0) != text(t, classifier(), 100) {
		t.Error("the default width is not 100")
	}
}

func TestTextLongFormula(t *testing.T) {
	if got := text(t, long(), 100); !strings.Contains(got, "… (8002 characters in all)") || len(got) > 6000 {
		t.Errorf("%d bytes:\n%.200s", len(got), got)
	}
}

var jsonOptions = []struct {
	name string
	opts report.JSONOptions
}{{"", report.JSONOptions{}}, {"-hex", report.JSONOptions{Hex: true}}}

func TestJSON(t *testing.T) {
	for _, tt := range reports {
		for _, o := range jsonOptions {
			var b, again bytes.Buffer
			if err := errors.Join(report.JSON(&b, tt.report(), o.opts), report.JSON(&again, tt.report(), o.opts)); err != nil {
				t.Fatal(err)
			}
			if !json.Valid(b.Bytes()) || bytes.Count(b.Bytes(), []byte("\n")) != 1 {
				t.Errorf("%s: not JSON on one line: %s", tt.name, &b)
			}
			if !bytes.Equal(b.Bytes(), again.Bytes()) {
				t.Errorf("%s: written twice it differs", tt.name)
			}
			golden(t, tt.name+o.name+".json", b.String())
		}
	}
}

// The fields are those that are documented, in their order.
func TestJSONFields(t *testing.T) {
	for _, tt := range []struct {
		report   *compare.Report
		top, one []string
	}{
		{
			quadratic(),
			[]string{"schema", "expr", "at", "value", "partials", "verdict"},
			[]string{"wrt", "formula", "routes", "fd_error", "max_abs", "max_rel", "max_ulp", "verdict"},
		},
		{
			troubled(),
			[]string{"schema", "expr", "at", "value", "partials", "verdict", "notes"},
			[]string{"wrt", "formula", "routes", "fd_error", "max_abs", "max_rel", "max_ulp", "verdict", "wrong", "notes"},
		},
		{
			classifier(),
			[]string{"schema", "expr", "at", "value", "partials", "verdict"},
			[]string{"wrt", "of", "formula", "routes", "fd_error", "max_abs", "max_rel", "max_ulp", "verdict"},
		},
		{
			defined(),
			[]string{"schema", "expr", "at", "value", "let", "partials", "verdict"},
			[]string{"wrt", "formula", "routes", "fd_error", "max_abs", "max_rel", "max_ulp", "verdict"},
		},
		{
			alone(),
			[]string{"schema", "expr", "at", "value", "partials", "verdict"},
			[]string{"wrt", "routes", "max_abs", "max_rel", "max_ulp", "verdict"},
		},
	} {
		var b bytes.Buffer
		if err := report.JSON(&b, tt.report, report.JSONOptions{}); err != nil {
			t.Fatal(err)
		}
		if got := fields(t, b.Bytes()); !slices.Equal(got, tt.top) {
			t.Errorf("%s: %q, want %q", tt.report.Expr, got, tt.top)
		}
		var whole struct{ Partials []json.RawMessage }
		if err := json.Unmarshal(b.Bytes(), &whole); err != nil {
			t.Fatal(err)
		}
		if got := fields(t, whole.Partials[0]); !slices.Equal(got, tt.one) {
			t.Errorf("%s: partials have %q, want %q", tt.report.Expr, got, tt.one)
		}
	}
}

// fields returns the names of an object's fields in their order.
func fields(t *testing.T, object []byte) (names []string) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(object))
	if _, err := d.Token(); err != nil {
		t.Fatal(err)
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, name.(string))
		var skipped json.RawMessage
		if err := d.Decode(&skipped); err != nil {
			t.Fatal(err)
		}
	}
	return names
}

func TestFormulasJSON(t *testing.T) {
	var b strings.Builder
	err := report.FormulasJSON(&b, "[x < y, \"é\"]", []compare.Definition{{Name: "t1", Formula: "x*y"}},
		[]report.Formula{{Wrt: "x,x,y", Of: "[1]", Text: "where(x < y, 1, 0)"}, {Wrt: "y", Text: "t1"}})
	if err != nil {
		t.Fatal(err)
	}
	want := `{"schema":1,"expr":"[x < y, \"é\"]","let":[{"name":"t1","formula":"x*y"}],` +
		`"partials":[{"wrt":"x,x,y","of":"[1]","formula":"where(x < y, 1, 0)"},{"wrt":"y","formula":"t1"}]}` + "\n"
	if b.String() != want {
		t.Errorf("got  %swant %s", b.String(), want)
	}
}

func TestSummary(t *testing.T) {
	wrong := &compare.Report{Routes: compare.Unrefereed(compare.AllRoutes())}
	for i := range 8 {
		p := compare.Partial{Wrt: fmt.Sprintf("x[%d]", i), Verdict: compare.Wrong, Wrong: []compare.Route{compare.Forward}}
		if i == 7 {
			p.Verdict, p.Wrong = compare.Kink, nil
		}
		wrong.Partials = append(wrong.Partials, p)
	}
	one := quadratic()
	one.Partials = one.Partials[:1]
	for _, tt := range []struct {
		report *compare.Report
		want   string
	}{
		{constant(), "There is no variable to differentiate with respect to."},
		{one, "The partial derivative agrees by symbolic, reverse, forward and fd; the largest difference is 0."},
		{logistic(), "All 2 partial derivatives agree by symbolic, reverse, forward and fd; the largest difference is 6.3e-16 relative, 3 ulp."},
		{alone(), "Unchecked: computed by reverse alone; a second route would check it."},
		{troubled(), "3 partial derivatives by symbolic, reverse, forward and fd: 1 wrong, 1 convention, 1 domain edge. Wrong: reverse in df/dx."},
		{wrong, "8 partial derivatives by symbolic, reverse, forward and fd: 7 wrong, 1 kink. " +
			"Wrong: forward in df/dx[0], df/dx[1], df/dx[2], df/dx[3], df/dx[4] and 2 more."},
	} {
		if got := report.Summary(tt.report); got != tt.want {
			t.Errorf("got  %s\nwant %s", got, tt.want)
		}
	}
}

// failing is a writer that takes nothing.
type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, os.ErrClosed }

func TestWriteError(t *testing.T) {
	for name, err := range map[string]error{
		"text": report.Text(failing{}, quadratic(), report.TextOptions{}),
		"json": report.JSON(failing{}, quadratic(), report.JSONOptions{}),
		"diff": report.FormulasJSON(failing{}, "x", nil, nil),
	} {
		if !errors.Is(err, os.ErrClosed) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// The same problem gives the same bytes.
func TestDeterministic(t *testing.T) {
	const source = "x : vector(3); W : matrix(3, 2); p = softmax(x @ W); [max(p[0], p[1]), norm(x)/x[1]]"
	write := func() string {
		r, err := parser.Parse(source, parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		p := compare.Problem{F: r.Value, Text: source, Tolerance: compare.DefaultTolerance}
		for _, v := range r.Vars {
			in := compare.Input{Variable: v}
			for i := range v.Elems {
				in.Values = append(in.Values, 0.3*float64(i)-0.5)
			}
			p.Wrt, p.Point = append(p.Wrt, v.Elems...), append(p.Point, in)
		}
		result, err := compare.Run(p)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := report.JSON(&b, result, report.JSONOptions{}); err != nil {
			t.Fatal(err)
		}
		return b.String() + text(t, result, 100)
	}
	first := write()
	if !json.Valid([]byte(strings.SplitAfter(first, "\n")[0])) {
		t.Errorf("not JSON: %s", first)
	}
	for range 5 {
		if again := write(); again != first {
			t.Fatalf("two runs differ:\n%s\n%s", first, again)
		}
	}
}

func ExampleText() {
	r, err := parser.Parse("x1^2 + 3*x1*x2 + x2^2", parser.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	x1, x2 := r.Vars[0], r.Vars[1]
	result, err := compare.Run(compare.Problem{
		F:         r.Value,
		Wrt:       []expr.Expr{x1.Elems[0], x2.Elems[0]},
		Point:     []compare.Input{{Variable: x1, Values: []float64{2}}, {Variable: x2, Values: []float64{3}}},
		Routes:    []compare.Route{compare.Symbolic, compare.Reverse, compare.Forward},
		Tolerance: compare.DefaultTolerance,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := report.Text(os.Stdout, result, report.TextOptions{}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// f = x1^2 + 3*x1*x2 + x2^2
	// at  x1 = 2, x2 = 3
	// f = 31
	//
	// partial  formula      symbolic  reverse  forward  max abs  max rel  max ulp  verdict
	// df/dx1   2*x1 + 3*x2  13        13       13       0        0        0        agree
	// df/dx2   3*x1 + 2*x2  12        12       12       0        0        0        agree
	//
	// All 2 partial derivatives agree by symbolic, reverse and forward; the largest difference is 0.
}
