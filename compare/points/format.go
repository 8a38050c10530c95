package points

import (
	"fmt"
	"path/filepath"
	"strings"
)

// Format is the format of a file of points.
type Format uint8

// The formats. In CSV and TSV, quoted as RFC 4180 says, the first row names the
// columns: x, y, v[0], W[0,1]. In the other two a point is an object that has
// numbers, vectors and matrices by name, {"x": 2, "v": [1, 2]}, or elements by
// theirs, {"v[0]": 1, "v[1]": 2}.
const (
	CSV       Format = iota
	TSV              // CSV with tabs
	JSONLines        // an object a line
	JSONArray        // one array of objects
)

// formats are the names of the formats and the endings of their files.
var formats = [...]struct {
	name    string
	endings []string
}{
	CSV:       {"CSV", []string{".csv"}},
	TSV:       {"TSV", []string{".tsv", ".tab"}},
	JSONLines: {"JSON lines", []string{".jsonl", ".ndjson"}},
	JSONArray: {"JSON", []string{".json"}},
}

// String returns the format's name, such as "JSON lines".
func (f Format) String() string {
	if int(f) < len(formats) {
		return formats[f].name
	}
	return fmt.Sprintf("Format(%d)", uint8(f))
}

// FormatOf tells the format of a file by the ending of its name, and whether
// the file is compressed with gzip, as in data.csv.gz. Case does not matter.
func FormatOf(name string) (format Format, compressed bool, err error) {
	rest, compressed := strings.CutSuffix(strings.ToLower(name), ".gz")
	ending := filepath.Ext(rest)
	var known []string
	for f, row := range formats {
		for _, e := range row.endings {
			if e == ending {
				return Format(f), compressed, nil
			}
			known = append(known, e)
		}
	}
	return 0, false, fmt.Errorf("%s: the name tells no format; files of points end with %s, or one of these and .gz",
		name, strings.Join(known, ", "))
}
