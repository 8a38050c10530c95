package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const rightAndWrong = `{"id":"right","expr":"x^2","vars":["x"],"points":[{"x":3}],"value":["9"],"grad":[{"x":"6"}]}
{"id":"wrong","expr":"x^3","vars":["x"],"points":[{"x":2}],"value":["8"],"grad":[{"x":"11"}]}
`

// corpus writes a corpus into a folder of its own.
func corpus(t *testing.T, lines string) string {
	t.Helper()
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "small.jsonl"), []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	return folder
}

func TestTruth(t *testing.T) {
	out, err := gradbench("truth", "--corpus", "../../testdata/corpora")
	if err != nil {
		t.Error(err)
	}
	for _, want := range []string{"\nhard ", "\ntorch ", "symbolic", "median of bar/error", "cancellation", "reason", "All goals are met."} {
		if !strings.Contains(out, want) {
			t.Errorf("the output does not say %q:\n%s", want, out)
		}
	}
}

func TestTruthFails(t *testing.T) {
	out, err := gradbench("truth", "--corpus", corpus(t, rightAndWrong), "--route", "reverse,forward", "--failures", "1")
	if err == nil || !strings.Contains(err.Error(), "small: reverse: 50.00% pass") {
		t.Errorf("the error is %v", err)
	}
	for _, want := range []string{"1/1/0", "small: 1 of 2 failures", "wrong, x = 2: dx: reverse gives 12, want 11"} {
		if !strings.Contains(out, want) {
			t.Errorf("the output does not say %q:\n%s", want, out)
		}
	}
	for _, not := range []string{"forward gives", "symbolic", "Error bars", "PyTorch", "All goals"} {
		if strings.Contains(out, not) {
			t.Errorf("the output says %q:\n%s", not, out)
		}
	}
}

func TestTruthJSON(t *testing.T) {
	out, err := gradbench("truth", "--corpus", corpus(t, rightAndWrong), "--json")
	if err == nil {
		t.Error("a wrong gradient is no error")
	}
	var got truthResult
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	if got.Schema != 1 || len(got.Corpora) != 1 || got.Corpora[0].Routes["symbolic"].Fail != 1 || len(got.Missed) == 0 {
		t.Errorf("got %s", out)
	}
}

func TestTruthErrors(t *testing.T) {
	for _, tt := range []struct{ args, want string }{
		{"--corpus " + t.TempDir(), "--corpus: no corpora"},
		{"--corpus " + corpus(t, "{"), "--corpus: small.jsonl: record 1: unexpected EOF"},
		{"--corpus x --route magic", `--route: unknown route "magic"`},
	} {
		if _, err := gradbench(append([]string{"truth"}, strings.Fields(tt.args)...)...); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s", tt.args, err, tt.want)
		}
	}
}
