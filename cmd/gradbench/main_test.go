package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"
)

// gradbench runs the command and returns what it prints.
func gradbench(args ...string) (string, error) {
	var out bytes.Buffer
	root := newRoot()
	root.SetOut(&out)
	root.SetErr(&out)
	root.SetArgs(args)
	err := root.Execute()
	return out.String(), err
}

func TestHelp(t *testing.T) {
	out, err := gradbench()
	if err != nil || !strings.Contains(out, "Usage:") {
		t.Errorf("without arguments: %q, %v, want the help", out, err)
	}
	if _, err := gradbench("exmaples"); err == nil {
		t.Error("an unknown subcommand is no error")
	}
}

// TestExamplesAlone runs the examples on a machine without peers.
func TestExamplesAlone(t *testing.T) {
	t.Setenv("PATH", "")
	out, err := gradbench("examples", "--time", "1us", "--python", "python3")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"SymPy: not installed", "PyTorch: not installed"} {
		if !strings.Contains(out, want) {
			t.Errorf("the output does not say %q:\n%s", want, out)
		}
	}
	for _, w := range examples() {
		if n := strings.Count(out, "  "+w.Name+"  "); n != 3 {
			t.Errorf("%s has %d rows, want 3:\n%s", w.Name, n, out)
		}
	}
}

func TestExamplesJSON(t *testing.T) {
	t.Setenv("PATH", "")
	out, err := gradbench("examples", "--time", "1us", "--python", "python3", "--json")
	if err != nil {
		t.Fatal(err)
	}
	var got comparison
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	if got.Schema != 1 || len(got.Rows) != 3*len(examples()) || len(got.Peers) != 2 || got.Peers[0].Missing == "" {
		t.Errorf("got %+v", got)
	}
}

func TestMeasureScale(t *testing.T) {
	got, err := measureScale(0, []formula{
		{"product", product(4)},
		{"softmax", softmax(3)},
		{"nested", nested(6000)}, // 12,000 parentheses, more than the parser takes unasked
	})
	if err != nil {
		t.Fatal(err)
	}
	// x1 to x4 and their product; x, logsumexp(x), three differences and three exponentials; two calls and a product a level, and x.
	for i, want := range []int{5, 10, 18_001} {
		if r := got.Rows[i]; r.Nodes != want || r.PartialsNodes == 0 {
			t.Errorf("%s: %d nodes, %d in the partials, want %d and more than 0", r.Formula, r.Nodes, r.PartialsNodes, want)
		}
	}
	if _, err := measureScale(0, []formula{{"wrong", "sin(x"}}); err == nil || !strings.HasPrefix(err.Error(), "wrong: ") {
		t.Errorf("the error of a formula that cannot be read is %v", err)
	}
}

func TestFastest(t *testing.T) {
	calls := 0
	if _, err := fastest(0, func() error { calls++; return nil }); err != nil || calls != 1 {
		t.Errorf("without a budget: %d calls and error %v, want one call", calls, err)
	}
	calls = 0
	if _, err := fastest(time.Millisecond, func() error { calls++; return nil }); err != nil || calls < 3 {
		t.Errorf("with a budget: %d calls and error %v, want several calls", calls, err)
	}
	sentinel := errors.New("no")
	if _, err := fastest(time.Millisecond, func() error { return sentinel }); !errors.Is(err, sentinel) {
		t.Errorf("the error of a call that fails is %v", err)
	}
}
