package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// fakePython writes a shell script that stands for Python and returns its path.
func fakePython(t *testing.T, script string) string {
	t.Helper()
	if _, err := exec.LookPath("/bin/sh"); err != nil {
		t.Skip("there is no shell")
	}
	path := filepath.Join(t.TempDir(), "python3")
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+script+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}

// answer is a script that answers that SymPy found the given value and gradient of x^2 at 3.
func answer(value, gradient string) string {
	return `echo '[{"name":"SymPy","version":"9","results":{"square":{"seconds":{"parse":8},"value":` + value +
		`,"gradient":` + gradient + `}}},{"name":"PyTorch","missing":"not installed"}]'`
}

func square() []workload {
	return []workload{{Name: "square", Gradcmp: "x^2", Inputs: []input{scalar("x", 3)}}}
}

func TestCompareExamples(t *testing.T) {
	c, err := compareExamples(fakePython(t, answer("9", "[6]")), time.Microsecond, square())
	if err != nil {
		t.Fatal(err)
	}
	parsed := c.Rows[0]
	if got := parsed.Peers["SymPy"]; got.Seconds != 8 || got.Ratio != 8/parsed.Gradcmp {
		t.Errorf("SymPy's part of the first row is %+v, gradcmp's time %v", got, parsed.Gradcmp)
	}
	if n := len(parsed.Peers) + len(c.Rows[1].Peers) + len(c.Rows[2].Peers); n != 1 {
		t.Errorf("%d peers did a task, want 1", n)
	}
}

func TestPeersFail(t *testing.T) {
	for _, tt := range []struct {
		name, script, want string
	}{
		{"wrong value", answer("9.5", "[6]"), "[9 6] with gradcmp, [9.5 6] with SymPy"},
		{"wrong gradient", answer("9", "[-6]"), "[9 6] with gradcmp, [9 -6] with SymPy"},
		{"short gradient", answer("9", "[]"), "[9 6] with gradcmp, [9] with SymPy"},
		{"crash", "printf 'Traceback:\\n  NameError: f\\n' >&2; exit 3", "exit status 3: NameError: f"},
		{"silent crash", "exit 3", "exit status 3"},
		{"no JSON", "echo hello", "does not answer in JSON"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := compareExamples(fakePython(t, tt.script), time.Microsecond, square())
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one with %q", err, tt.want)
			}
		})
	}
}

// TestScript runs peers.py where Python is installed, with stand-ins for the peers that are as good as not installed.
func TestScript(t *testing.T) {
	python := findPython([]string{"/usr/bin/python3", "python3"})
	if python == "" {
		t.Skip("there is no python3")
	}
	dir := t.TempDir()
	for _, module := range []string{"sympy", "torch"} {
		text := "raise ModuleNotFoundError('No module named " + module + "')\n"
		if err := os.WriteFile(filepath.Join(dir, module+".py"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PYTHONPATH", dir)
	peers, err := measurePeers(python, time.Microsecond, examples())
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"SymPy: not installed (No module named sympy)", "PyTorch: not installed (No module named torch)"}
	for i, p := range peers {
		if p.String() != want[i] {
			t.Errorf("peer %d is %q, want %q", i, p, want[i])
		}
	}
}
