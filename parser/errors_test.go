package parser_test

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

var update = flag.Bool("update", false, "write the golden files anew")

// readers are the ways in which a golden file has its sources read.
var readers = map[string]func(string) error{
	"errors": func(src string) error {
		opts := parser.Options{MaxDepth: 50, MaxSource: 2000, MaxDigits: 40, MaxElements: 1000}
		opts.Shapes = map[string]expr.Shape{"given": {2}}
		_, err := parser.Parse(src, opts)
		return err
	},
	"points": func(src string) error {
		_, err := parser.ParsePoint(expr.NewGraph(), src, parser.Options{File: "--at"})
		return err
	},
	"names": func(src string) error {
		_, err := parser.ParseNames(src, parser.Options{File: "--wrt"})
		return err
	},
}

// TestErrors reads the sources of the golden files, Go string literals on
// lines of their own, and compares the messages below them.
func TestErrors(t *testing.T) {
	for name, read := range readers {
		file := "testdata/" + name + ".txt"
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var got strings.Builder
		for line := range strings.Lines(string(want)) {
			switch line[0] {
			case '#':
				got.WriteString("\n" + line)
			case '"', '`':
				src, err := strconv.Unquote(strings.TrimSpace(line))
				if err != nil {
					t.Fatalf("%s: %s: %v", file, line, err)
				}
				err = read(src)
				checkPlace(t, src, err)
				fmt.Fprintf(&got, "\n%s%s\n", line, indent(err))
			}
		}
		text := strings.TrimPrefix(got.String(), "\n")
		if *update {
			if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if diff := cmp.Diff(string(want), text); diff != "" {
			t.Errorf("%s (-want +got):\n%s", file, diff)
		}
	}
}

func indent(err error) string {
	if err == nil {
		return "    no error"
	}
	return "    " + strings.ReplaceAll(err.Error(), "\n", "\n    ")
}

// checkPlace demands that an error is an Error that lies inside the source.
func checkPlace(t *testing.T, src string, err error) {
	t.Helper()
	var e *parser.Error
	if err == nil {
		return
	}
	if !errors.As(err, &e) {
		t.Fatalf("%q: the error is a %T: %v", src, err, err)
	}
	at := e.Span
	if at.Start < 0 || at.End < at.Start || at.End > len(src) || e.Line < 1 || e.Col < 1 || e.Width < 1 {
		t.Fatalf("%q: the error lies at %+v: %v", src, at, err)
	}
	if !strings.Contains(src, e.Source) {
		t.Fatalf("%q: the line shown is %q", src, e.Source)
	}
}

func TestLongLinesAreCut(t *testing.T) {
	src := strings.Repeat("x + ", 100_000) + "sin(y z) + " + strings.Repeat("x + ", 100_000) + "x"
	_, err := parser.Parse(src, parser.Options{})
	want := `1:400007: expected "," or ")" to go with the "(" at 1:400004, found "z"; a product is written with "*", a call with parentheses
  …+ x + x + x + x + x + x + x + x + x + x + x + x + x + sin(y z) + x + x + x + x + x + x + x + x + x +…
                                                               ^`
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

func TestResultErrorf(t *testing.T) {
	r, err := parser.Parse("x +\n log(x - 1)", parser.Options{File: "f.txt"})
	if err != nil {
		t.Fatal(err)
	}
	at := r.Places(r.Value.Elems[0].Arg(1).ID())[0]
	got := r.Errorf(at, "the logarithm of %d", -1).Error()
	want := "f.txt:2:2: the logarithm of -1\n   log(x - 1)\n   ^^^^^^^^^^"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
