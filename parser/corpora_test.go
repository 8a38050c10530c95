package parser_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// record is what the tests read of a line of a corpus.
type record struct {
	ID       string              `json:"id"`
	Torch    json.RawMessage     `json:"torch"`
	Expr     string              `json:"expr"`
	Expected string              `json:"expected"`
	Vars     []string            `json:"vars"`
	Points   []map[string]any    `json:"points"`
	Value    []string            `json:"value"`
	Grad     []map[string]string `json:"grad"`
}

// corpus returns the records of the corpora whose names match, and skips the
// test where the folder is not given.
func corpus(t *testing.T, pattern string) (records []record) {
	t.Helper()
	folder := os.Getenv("GRADCMP_CORPORA")
	if folder == "" {
		t.Skip("GRADCMP_CORPORA names no folder of corpora")
	}
	files, err := filepath.Glob(filepath.Join(folder, pattern))
	if err != nil || len(files) == 0 {
		t.Fatalf("no corpora in %s: %v", folder, err)
	}
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 16<<20)
		for lines.Scan() {
			var r record
			if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			records = append(records, r)
		}
		if err := lines.Err(); err != nil {
			t.Fatal(err)
		}
	}
	return records
}

// TestCorpora demands that every formula of the corpora can be read, and that
// it has no variables but those that its record names.
func TestCorpora(t *testing.T) {
	count := 0
	for _, r := range corpus(t, "*.jsonl") {
		shapes := make(map[string]expr.Shape, len(r.Vars))
		for _, name := range r.Vars {
			shapes[name] = nil
		}
		for _, src := range []string{r.Expr, r.Expected} {
			if src == "" {
				continue
			}
			count++
			result, err := parser.Parse(src, parser.Options{Shapes: shapes})
			if err != nil {
				t.Errorf("%s: %v", r.ID, err)
				continue
			}
			for _, v := range result.Vars {
				if _, ok := shapes[v.Name]; !ok {
					t.Errorf("%s: %s has the variable %s", r.ID, src, v.Name)
				}
			}
		}
	}
	t.Logf("%d formulas", count)
}
