package truth_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gradcmp/gradcmp/compare/truth"
)

// Every corpus of the project meets every goal; where formulas are ordinary,
// all routes agree on every partial derivative.
func TestCorpora(t *testing.T) {
	files, err := filepath.Glob("../../testdata/corpora/*.jsonl")
	if err != nil || len(files) < 6 {
		t.Fatalf("found the corpora %v: %v", files, err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".jsonl")
		t.Run(name, func(t *testing.T) {
			records, err := truth.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			c := truth.Check(name, records, nil)
			if missed := c.Missed(); len(missed) > 0 {
				t.Errorf("%s\n%s", strings.Join(missed, "\n"), strings.Join(c.Failures, "\n"))
			}
			ordinary := slices.Contains([]string{"examples", "feynman", "optimization"}, name)
			for verdict, n := range c.Verdicts {
				few := n <= c.Verdicts["agree"]/100 && verdict == "cancellation" // that is lost at a point or two
				if ordinary && verdict != "agree" && !few {
					t.Errorf("the verdicts are %v", c.Verdicts)
				}
			}
			t.Logf("%d points, %d failures: %s", c.Points, len(c.Failures), strings.Join(c.Failures, "\n"))
		})
	}
}
