package gradcmp_test

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite golden output")

// TestReadme runs the commands of the README's console blocks, which begin
// with "$ ", and compares what they print with what stands there. A command
// that fails is followed by a line "(exit code N)".
func TestReadme(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	if out, err := exec.Command("go", "build", "-o", bin, "./cmd/gradcmp").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	const open, fence = "```console\n", "```\n"
	var got strings.Builder
	rest := string(text)
	commands := 0
	for {
		before, block, found := strings.Cut(rest, open)
		got.WriteString(before)
		if !found {
			break
		}
		got.WriteString(open)
		block, rest, _ = strings.Cut(block, fence)
		for line := range strings.Lines(block) {
			if command, ok := strings.CutPrefix(line, "$ "); ok {
				got.WriteString(line)
				got.WriteString(runShell(t, bin, strings.TrimSpace(command)))
				commands++
			}
		}
		got.WriteString(fence)
	}
	if commands < 5 {
		t.Fatalf("found %d commands in the README", commands)
	}
	if *update {
		if err := os.WriteFile("README.md", []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(text), got.String()); diff != "" {
		t.Errorf("the README (-) is not what the commands print (+):\n%s", diff)
	}
}

// runShell runs a command in the repository's root with the built gradcmp
// first in the path.
func runShell(t *testing.T, bin, command string) string {
	t.Helper()
	// The set-up command compiles; what it prints is that of the binary.
	command = strings.Replace(command, "go run ./cmd/gradcmp", "gradcmp", 1)
	c := exec.Command("sh", "-c", command)
	c.Env = append(os.Environ(), "PATH="+bin+string(filepath.ListSeparator)+os.Getenv("PATH"))
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	err := c.Run()
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		return out.String() + "(exit code " + exit.String()[len("exit status "):] + ")\n"
	case err != nil:
		t.Fatalf("%s: %v", command, err)
	}
	return out.String()
}
