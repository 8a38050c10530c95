package points_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/gradcmp/gradcmp/compare/points"
)

// table returns a CSV text of n rows of x, y and z.
func table(n int) []byte {
	var b bytes.Buffer
	b.WriteString("x,y,z\n")
	for i := range n {
		fmt.Fprintf(&b, "%v,%v,%v\n", float64(i)/7, 1/(float64(i)+3), -float64(i)*1e-5)
	}
	return b.Bytes()
}

func compressed(t testing.TB, text []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestOpen reads files by their names, whole and torn.
func TestOpen(t *testing.T) {
	dir := t.TempDir()
	text := table(10_000)
	zipped := compressed(t, text)
	for _, tt := range []struct {
		name string
		data []byte
		rows int // -1: fewer than all, and an error at the end
		want string
	}{
		{"a.csv", text, 10_000, ""},
		{"a.CSV.gz", zipped, 10_000, ""},
		{"torn.csv.gz", zipped[:len(zipped)/2], -1, "unexpected EOF"},
		{"nozip.csv.gz", text, 0, "gzip: invalid header"},
		{"a.xlsx", text, 0, "the name tells no format"},
		{"a.gz", zipped, 0, "the name tells no format"},
		{"header.csv", []byte("x,y\n"), 0, "no column for z"},
		{"header.csv.gz", compressed(t, []byte("x,y\n")), 0, "no column for z"},
		{"a.jsonl", []byte(`{"x":1,"y":2,"z":3}`), 1, ""},
		{"a.ndjson.gz", compressed(t, []byte(`{"x":1,"y":2,"z":3}`)), 1, ""},
		{"a.json", []byte(`[{"x":1,"y":2,"z":3}]`), 1, ""},
	} {
		name := filepath.Join(dir, tt.name)
		if err := os.WriteFile(name, tt.data, 0o600); err != nil {
			t.Fatal(err)
		}
		rows, err := count(t, name)
		switch {
		case tt.rows < 0 && (rows == 0 || rows >= 10_000), tt.rows >= 0 && rows != tt.rows:
			t.Errorf("%s: %d rows, want %d", tt.name, rows, tt.rows)
		case err == nil && tt.want != "", err != nil && (tt.want == "" || !strings.Contains(err.Error(), tt.want)):
			t.Errorf("%s: %v, want …%s…", tt.name, err, tt.want)
		}
	}
	if _, err := count(t, filepath.Join(dir, "none.csv")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file that does not exist: %v", err)
	}
}

// count returns how many rows a file gives and the error at its end.
func count(t *testing.T, name string) (int, error) {
	r, err := points.Open(name, variables(t, "x*y*z"), points.Options{})
	if err != nil {
		return 0, err
	}
	defer r.Close()
	for n := 0; ; n++ {
		if p, err := r.Next(); err == io.EOF {
			return n, nil
		} else if err != nil {
			return n, err
		} else if want := fmt.Sprintf("%s:%d", name, p.Number); p.Place() != want {
			t.Fatalf("the place is %s, want %s", p.Place(), want)
		}
	}
}

// endless is a text of one byte, so many times.
type endless struct {
	letter byte
	left   int
}

func (e *endless) Read(p []byte) (int, error) {
	if e.left == 0 {
		return 0, io.EOF
	}
	n := min(len(p), e.left)
	for i := range n {
		p[i] = e.letter
	}
	e.left -= n
	return n, nil
}

// TestLongRows makes sure that rows of 100 MB are refused, take no such memory,
// and are followed by others.
func TestLongRows(t *testing.T) {
	const size = 100_000_000
	vars := variables(t, "x*y")
	for _, tt := range []struct {
		format        points.Format
		before, after string
		want          string
	}{
		{points.CSV, "x,y\n1", "\n3,4\n", "bad line 2: the row is longer than 16777216 bytes\nline 3: [3 4]\n"},
		{points.CSV, "x,y\n\"", "\n3,4\n", "bad line 2: the row is longer than 16777216 bytes\nline 3: [3 4]\n"},
		{points.CSV, "x", "\n", "header: line 1: in the header: the row is longer than 16777216 bytes\n"},
		{points.JSONLines, "{\"x\":", "\n{\"x\":3,\"y\":4}\n", "bad line 1: the row is longer than 16777216 bytes\nline 2: [3 4]\n"},
		{points.JSONArray, "[{\"x\":", "},{\"x\":3,\"y\":4}]", "bad line 1: the row is longer than 16777216 bytes\nline 1: [3 4]\n"},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		text := io.MultiReader(strings.NewReader(tt.before), &endless{'1', size}, strings.NewReader(tt.after))
		got := readAll(text, tt.format, vars, points.Options{})
		runtime.ReadMemStats(&after)
		if got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.format, got, tt.want)
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > 2*size { // growing to 100 MB takes 5 times that
			t.Errorf("%s: %d bytes were allocated", tt.format, used)
		}
	}
}

// TestConstantMemory makes sure that a row of numbers allocates nothing.
func TestConstantMemory(t *testing.T) {
	text := table(3000)
	quoted := bytes.ReplaceAll(text, []byte("\n"), []byte(",\"q\"\n"))
	object := bytes.Repeat([]byte(`{"x": 1.5, "y": "2", "z": 3, "other": [1, {"a": "b"}]}`+"\n"), 3000)
	vars := variables(t, "x*y*z")
	for _, tt := range []struct {
		what   string
		format points.Format
		text   []byte
		most   float64
	}{
		{"CSV", points.CSV, text, 0},
		{"CSV with quotes", points.CSV, quoted, 2},
		{"JSON lines", points.JSONLines, object, 4},
	} {
		r, err := points.NewReader(bytes.NewReader(tt.text), tt.format, vars, points.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := testing.AllocsPerRun(1000, func() {
			if _, err := r.Next(); err != nil {
				t.Fatal(err)
			}
		})
		if got > tt.most {
			t.Errorf("%s: %v allocations a row, want at most %v", tt.what, got, tt.most)
		}
	}
}

func TestFormat(t *testing.T) {
	for name, want := range map[string]string{
		"a.csv": "CSV false", "b.TSV": "TSV false", "c.tab.gz": "TSV true", "d.jsonl": "JSON lines false", "dir.csv/e.json.GZ": "JSON true",
	} {
		format, zipped, err := points.FormatOf(name)
		if got := fmt.Sprint(format, " ", zipped); err != nil || got != want {
			t.Errorf("FormatOf(%q) = %s, %v, want %s", name, got, err, want)
		}
	}
	if _, err := points.NewReader(strings.NewReader(""), 9, nil, points.Options{}); err == nil || err.Error() != "Format(9) is no format" {
		t.Errorf("an unknown format: %v", err)
	}
}

// TestUnneededIsBounded makes sure that ever new names take no memory.
func TestUnneededIsBounded(t *testing.T) {
	var b strings.Builder
	for i := range 1500 {
		fmt.Fprintf(&b, "{\"x\":1,\"%s%d\":2}\n", strings.Repeat("é", 100*(i%2)), i)
	}
	r, err := points.NewReader(strings.NewReader(b.String()), points.JSONLines, variables(t, "x"), points.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for err == nil {
		_, err = r.Next()
	}
	names := r.Unneeded()
	if err != io.EOF || len(names) != 751 || names[1] != strings.Repeat("é", 100)+"…" {
		t.Errorf("%d names, the second %q; %v", len(names), names[1], err)
	}
}

func BenchmarkReader(b *testing.B) {
	const n = 100_000
	text := table(n)
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")[1:]
	var objects, quoted bytes.Buffer
	quoted.WriteString("x,y,z\n")
	for _, line := range lines {
		v := strings.Split(line, ",")
		fmt.Fprintf(&objects, "{\"x\":%s,\"y\":%s,\"z\":%s}\n", v[0], v[1], v[2])
		fmt.Fprintf(&quoted, "%q,%q,%q\n", v[0], v[1], v[2])
	}
	vars := variables(b, "x*y*z")
	for _, tt := range []struct {
		name   string
		format points.Format
		text   []byte
	}{
		{"CSV", points.CSV, text},
		{"CSV-quoted", points.CSV, quoted.Bytes()},
		{"JSON-lines", points.JSONLines, objects.Bytes()},
		{"JSON-array", points.JSONArray, []byte("[" + strings.ReplaceAll(strings.TrimSpace(objects.String()), "\n", ",\n") + "]")},
	} {
		b.Run(tt.name, func(b *testing.B) {
			b.SetBytes(int64(len(tt.text)))
			b.ReportAllocs()
			for b.Loop() {
				r, err := points.NewReader(bytes.NewReader(tt.text), tt.format, vars, points.Options{})
				if err != nil {
					b.Fatal(err)
				}
				rows := 0
				for ; err == nil; rows++ {
					_, err = r.Next()
				}
				if err != io.EOF || rows != n+1 {
					b.Fatal(rows, err)
				}
			}
			b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "rows/s")
		})
	}
}
