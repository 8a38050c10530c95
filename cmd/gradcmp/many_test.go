package main

import (
	"bytes"
	"math"
	"os/exec"
	"testing"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/expr"
)

func TestBar(t *testing.T) {
	for _, tt := range []struct {
		done, total int
		want        string
	}{
		{0, 1000, "[..............................]   0% of 1000 points"},
		{500, 1000, "[###############...............]  50% of 1000 points"},
		{1000, 1000, "[##############################] 100% of 1000 points"},
		{123, 0, "123 points"},
	} {
		if got := bar(tt.done, tt.total, "points"); got != tt.want {
			t.Errorf("bar(%d, %d) = %q, want %q", tt.done, tt.total, got, tt.want)
		}
	}
}

// TestProgressOnPipe checks that what is no terminal gets nothing.
func TestProgressOnPipe(t *testing.T) {
	var out bytes.Buffer
	p := newProgress(&out, 10)
	p.show(5)
	p.end()
	if out.Len() > 0 {
		t.Errorf("%q was written", out.String())
	}
}

func TestProgressOnTerminal(t *testing.T) {
	var out bytes.Buffer
	p := &progress{out: &out, total: 10, unit: "tests"} // due at once
	p.show(5)
	p.show(6) // not due again
	p.end()
	if want := "\r" + bar(5, 10, "tests") + "\x1b[K\r\x1b[K"; out.String() != want {
		t.Errorf("%q was written, want %q", out.String(), want)
	}
}

func TestPointText(t *testing.T) {
	at := []compare.Coordinate{
		{Name: "x", Values: []float64{-0.1}},
		{Name: "W", Shape: expr.Shape{2, 2}, Values: []float64{1, math.Inf(1), math.NaN(), math.Inf(-1)}},
		{Name: "v", Shape: expr.Shape{1}, Values: []float64{3}},
	}
	const want = "x=-0x1.999999999999ap-04,W=[[0x1p+00, inf], [nan, -inf]],v=[0x1.8p+01]"
	if got := pointText(at); got != want {
		t.Errorf("the point is written %s, want %s", got, want)
	}
}

// TestQuoted checks with a shell that quoted words are one word each, and on one
// line.
func TestQuoted(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("there is no bash")
	}
	for _, word := range []string{
		"x", "x^2 + y", "it's", "a\nb\\n'c'", "$x `y` \"z\"", "-f", "x=[1, 2]", "", "# c\r\nx", "*", "~",
	} {
		text := quoted(word)
		out, err := exec.Command(bash, "-c", "printf %s "+text).Output()
		if err != nil || string(out) != word || bytes.ContainsAny([]byte(text), "\n\r") {
			t.Errorf("%q is quoted %q, which is %q for a shell (%v)", word, text, out, err)
		}
	}
}
