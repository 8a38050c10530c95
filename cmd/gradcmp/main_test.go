package main

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// FuzzEval runs the whole path from bytes to a report. Whatever the bytes, it
// must end with one of the exit codes, print a message exactly if the input is
// bad, and give the same bytes again.
func FuzzEval(f *testing.F) {
	for _, seed := range []string{
		"x1^2 + 3*x1*x2 + x2^2", "sin(x", "x : vector(3); softmax(x)", "where(x > 0, log(x), x)",
		"1/0", "0^0", "max(x, y, x*y)/norm(x, y)", "a = [[1,2],[3,4]]; a @ [x, y]", "x[argmax(x)]", "\xff", "2^(10^9)*x",
		"e^e^e^x", "abs(x)/sign(y)", "tan(x)^-0.5", "logsumexp([x,1])",
	} {
		f.Add(seed, "x=1,y=2")
	}
	f.Add("x", "x=[1,2]")
	f.Fuzz(func(t *testing.T, formula, at string) {
		if len(formula) > 400 {
			t.Skip("long formulas only take long")
		}
		args := []string{"eval", "-", "--at", at, "--max-steps", "200000", "--max-elements", "2000"}
		run := func() (int, string, string) {
			var out, err bytes.Buffer
			code := Main(args, strings.NewReader(formula), &out, &err)
			return code, out.String(), err.String()
		}
		code, out, message := run()
		if code < 0 || code > 3 {
			t.Fatalf("exit code %d", code)
		}
		if (code == exitBadInput) != (message != "") || (code == exitBadInput) != (out == "") {
			t.Fatalf("exit code %d with output %q and message %q", code, out, message)
		}
		if _, again, _ := run(); again != out {
			t.Fatalf("two runs differ:\n%s\n%s", out, again)
		}
	})
}

// TestInterrupt checks that Ctrl-C ends gradcmp with exit code 130.
func TestInterrupt(t *testing.T) {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	// Under the name gradcmp the test binary is gradcmp: see TestMain.
	c := &exec.Cmd{Path: exe, Args: []string{"gradcmp", "diff", "-"}}
	stdin, err := c.StdinPipe() // never written to, so that gradcmp waits
	if err != nil {
		t.Fatal(err)
	}
	defer stdin.Close()
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(500 * time.Millisecond) // until it listens for signals
	if err := c.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	c.Wait() // the error is that of the exit code
	if code := c.ProcessState.ExitCode(); code != exitInterrupt {
		t.Errorf("exit code %d, want %d", code, exitInterrupt)
	}
}
