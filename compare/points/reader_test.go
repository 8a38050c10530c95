package points_test

import (
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/gradcmp/gradcmp/compare/points"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// readAll writes down what a text gives: a line for each point or error.
func readAll(input io.Reader, format points.Format, vars []expr.Variable, options points.Options) string {
	var b strings.Builder
	r, err := points.NewReader(input, format, vars, options)
	if err != nil {
		return "header: " + err.Error() + "\n"
	}
	for {
		p, err := r.Next()
		var bad *points.RowError
		switch {
		case err == nil:
			fmt.Fprintf(&b, "%s: %v\n", p.Place(), p.Values)
			continue
		case errors.As(err, &bad):
			fmt.Fprintf(&b, "bad %v\n", err)
			continue
		case err != io.EOF:
			fmt.Fprintf(&b, "end %v\n", err)
		}
		if _, again := r.Next(); again != err {
			fmt.Fprintf(&b, "after the end: %v\n", again)
		}
		if names := r.Unneeded(); len(names) > 0 {
			fmt.Fprintf(&b, "not needed %q\n", names)
		}
		return b.String()
	}
}

var readerTests = []struct {
	name   string
	format points.Format
	text   string
	want   string
}{
	{"plain", points.CSV, "x,y\n1,2\n-3e2,.5\n", "d:2: [1 2]\nd:3: [-300 0.5]\n"},
	{"any order", points.CSV, "y,x\n1,2\n", "d:2: [2 1]\n"},
	{"CRLF, a byte order mark and blank lines", points.CSV, "\ufeff\r\nx, y \r\n\r\n1 , 2\r\n\r\n", "d:4: [1 2]\n"},
	{"no line end", points.CSV, "x,y\n1,2", "d:2: [1 2]\n"},
	{"a torn last line", points.CSV, "x,y\n1,2\n3", "d:2: [1 2]\nbad d:3: the row has 1 fields where the header has 2\n"},
	{"too many fields", points.CSV, "x,y\n1,2,3\n3,4\n", "bad d:2: the row has 3 fields where the header has 2\nd:3: [3 4]\n"},
	{"quotes", points.CSV, "\"x\",\"y\",note\n\"1\",2,\"a, \"\"b\"\"\"\n3,\"4\",\n", "d:2: [1 2]\nd:3: [3 4]\nnot needed [\"note\"]\n"},
	{"quoted line breaks", points.CSV, "x,note,y\n1,\"a\n\n\"\"b,\",2\n3,c,4\n", "d:2: [1 2]\nd:5: [3 4]\nnot needed [\"note\"]\n"},
	{"a stray quote", points.CSV, "x,y\n1\"1,2\n3,4\n\"5,6\n7,8\n", "bad d:2: bare \" in non-quoted-field\nd:3: [3 4]\n" +
		"bad d:4: a quoted field is not closed: the rest of the file belongs to it, lines 4 to 5\n"},
	{"text behind a quote", points.CSV, "x,y\n\"1\"1,2\n\"3\",4\n", "bad d:2: extraneous or missing \" in quoted-field\nd:3: [3 4]\n"},
	{"hexadecimal", points.CSV, "x,y\n0x1.8p+1,-0X1P-1074\n0x_1p0,1_0\n", "d:2: [3 -5e-324]\nbad d:3: column x: \"0x_1p0\" is no number\n"},
	{"bad numbers", points.CSV, "x,y\n1e999,1\n1,\n1,nan\n-Inf,1\n1;2,3\n1e-999,2\n", "bad d:2: column x: 1e999 is beyond the largest double\n" +
		"bad d:3: column y: the value is missing\nbad d:4: column y: nan is not a finite number\n" +
		"bad d:5: column x: -Inf is not a finite number\nbad d:6: column x: \"1;2\" is no number\nd:7: [0 2]\n"},
	{"spare columns", points.CSV, "id,y,x,id,Y\na,1,2,b,c\n", "d:2: [2 1]\nnot needed [\"id\" \"Y\"]\n"},
	{"a missing column", points.CSV, "\n\nx,Y\n1,2\n", "header: d:3:1: no column for y; did you mean \"Y\"?\n  x,Y\n  ^^^\n"},
	{"no header", points.CSV, "1,2\n3,4\n", "header: d:1:1: the first row is not a header: it names no column\n  1,2\n  ^^^\n"},
	{"a column twice", points.CSV, "x,y, x\n", "header: d:1:5: there are two columns x\n  x,y, x\n      ^^\n"},
	{"a bad header", points.CSV, "x,\"y\"y\n", "header: d:1:1: in the header: extraneous or missing \" in quoted-field\n  x,\"y\"y\n  ^^^^^^\n"},
	{"empty", points.CSV, "", "header: d:1: the file is empty; expected a header that names the columns\n"},
	{"UTF-16", points.CSV, "\xff\xfex\x00", "header: d:1: the file is in UTF-16; save it as UTF-8\n"},
	{"a comment is none", points.CSV, "x,y\n# 1,2\n", "bad d:2: column x: \"# 1\" is no number\n"},
	{"tabs", points.TSV, "x\ty\tnote\n1\t2\t\n\t2\t\"a\tb\"\n", "d:2: [1 2]\nbad d:3: column x: the value is missing\nnot needed [\"note\"]\n"},

	{"objects", points.JSONLines, "{\"x\":2,\"y\":-1e2}\r\n\n { \"y\" : \"0x1p1\", \"a\": [1,{\"b\":\"}\"}], \"x\" : \"4\" } ", "d:1: [2 -100]\nd:3: [4 2]\nnot needed [\"a\"]\n"},
	{"escaped names", points.JSONLines, `{"\u0078":2,"y":3,"\"":1}`, "d:1: [2 3]\nnot needed [\"\\\"\"]\n"},
	{
		"bad objects", points.JSONLines, "{\"x\":2,\n[1,2]\n{\"x\":1,\"Y\":2}\n{\"x\":1,\"y\":null}\n{\"x\":1,\"y\":[2]}\n{\"x\":1,\"x\":2,\"y\":1}\n{\"x\":1,\"y\":\"nan\"}\n{}\n{\"x\":1,\"y\":2}",
		"bad d:1: no valid JSON: unexpected end of JSON input\nbad d:2: expected an object, such as {\"x\": 2}\n" +
			"bad d:3: column y: the value is missing; did you mean \"Y\"?\nbad d:4: column y: \"null\" is no number\n" +
			"bad d:5: column y: the value is no number\nbad d:6: column x: it has a value already\n" +
			"bad d:7: column y: nan is not a finite number\nbad d:8: column x: the value is missing; did you mean \"Y\"?\nd:9: [1 2]\nnot needed [\"Y\"]\n",
	},
	{"an array", points.JSONArray, "\ufeff[\n{\"x\":1,\"y\":2},{\"x\":3,\n\"y\":\"4\"}\n,\n{\"x\":5,\"y\":6}]\n", "d:2: [1 2]\nd:2: [3 4]\nd:5: [5 6]\n"},
	{"an empty array", points.JSONArray, " [ ] ", ""},
	{
		"a bad element", points.JSONArray, "[{\"x\":1 \"y\":2},7,{\"x\":\"]\\\"\",\"y\":0},,{\"x\":5,\"y\":6},]",
		"bad d:1: no valid JSON: invalid character '\"' after object key:value pair\nbad d:1: expected an object, such as {\"x\": 2}\n" +
			"bad d:1: column x: \"]\\\"\" is no number\nbad d:1: there is no element before or behind a comma\nd:1: [5 6]\n" +
			"bad d:1: there is no element before or behind a comma\n",
	},
	{"a torn array", points.JSONArray, "[{\"x\":1,\"y\":2},\n{\"x\":1", "d:1: [1 2]\nend d:2: the array is not closed\n"},
	{"an array without end", points.JSONArray, "[{\"x\":1,\"y\":2},{\"x\":1,\"y\":2}\n", "d:1: [1 2]\nend d:1: the array is not closed\n"},
	{"brackets that do not match", points.JSONArray, "[{\"x\":1]}\n]", "bad d:1: no valid JSON: invalid character ']' after object key:value pair\nend d:1: expected a comma or ] behind an element\n"},
	{"more than an array", points.JSONArray, "[{\"x\":1,\"y\":2}] []", "d:1: [1 2]\nend d:1: nothing may follow the array\n"},
	{"no array", points.JSONArray, "{\"x\":1,\"y\":2}", "end d:1: expected an array of objects that begins with [; for an object a line the name ends with .jsonl\n"},
}

func TestReader(t *testing.T) {
	vars := variables(t, "x*y")
	for _, tt := range readerTests {
		got := readAll(strings.NewReader(tt.text), tt.format, vars, points.Options{File: "d"})
		if got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

func TestReaderArrays(t *testing.T) {
	vars := modelVariables(t) // v, W, x, y
	for _, tt := range []struct {
		format     points.Format
		text, want string
	}{
		{points.CSV, "x,\"W[1, 0]\",y,v[0],v[1],\"W[0,0]\",\"W[0,1]\",\"W[1,1]\"\n1,2,3,4,5,6,7,8\n", "line 2: [4 5 6 7 2 8 1 3]\n"},
		{points.TSV, "x\tW[1,0]\ty\tv[0]\tv[1]\tW[0,0]\tW[0,1]\tW[1,1]\n1\t2\t3\t4\t5\t6\t7\t8\n", "line 2: [4 5 6 7 2 8 1 3]\n"},
		{points.CSV, "x,y,v\n", "header: 1:1: no column for v[0], nor for 5 more elements; v is a vector(2) and has a column for each element\n  x,y,v\n  ^^^^^\n"},
		{points.CSV, "x,y,v[0],v[1],W[0,0]\n", "header: 1:1: no column for W[0,0], nor for 3 more elements; it has a comma and must be quoted: \"W[0,0]\"\n  x,y,v[0],v[1],W[0,0]\n  ^^^^^^^^^^^^^^^^^^^^\n"},
		{points.JSONLines, `{"v":[1,2],"W":[[3,4],["5",6]],"x":7,"y":8}`, "line 1: [1 2 3 4 5 6 7 8]\n"},
		{points.JSONLines, `{"v[1]":2,"v[0]":1,"W":[[3,4],[5,6]],"x":7,"y":8}`, "line 1: [1 2 3 4 5 6 7 8]\n"},
		{points.JSONLines, `{"v":[1,2],"v[1]":2}`, "bad line 1: column v[1]: it has a value already\n"},
		{points.JSONLines, `{"v":[1,2,3]}`, "bad line 1: column v: the value is no vector(2)\n"},
		{points.JSONLines, `{"v":[1]}`, "bad line 1: column v: the value is no vector(2)\n"},
		{points.JSONLines, `{"v":[1,[2]]}`, "bad line 1: column v: the value is no number\n"},
		{points.JSONLines, `{"v":1}`, "bad line 1: column v: the value is no vector(2)\n"},
		{points.JSONLines, `{"W":[[1,2],[3]]}`, "bad line 1: column W: the value is no matrix(2, 2)\n"},
		{points.JSONLines, `{"W":[[1,2],3]}`, "bad line 1: column W: the value is no matrix(2, 2)\n"},
		{points.JSONLines, `{"v":[1,2],"x":1,"y":2}`, "bad line 1: column W[0,0]: the value is missing\n"},
	} {
		if got := readAll(strings.NewReader(tt.text), tt.format, vars, points.Options{}); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

func TestNonFinite(t *testing.T) {
	vars := variables(t, "x*y")
	options := points.Options{NonFinite: true}
	for format, text := range map[points.Format]string{
		points.CSV:       "x,y\nnan,-inf\n+Infinity,1e999\n",
		points.JSONLines: "{\"x\":\"nan\",\"y\":\"-inf\"}\n{\"x\":\"Infinity\",\"y\":1e999}",
	} {
		got := readAll(strings.NewReader(text), format, vars, options)
		if !strings.Contains(got, "[NaN -Inf]\nbad ") || !strings.Contains(got, "column y: 1e999 is beyond the largest double") {
			t.Errorf("%s: %s", format, got)
		}
	}
}

// TestRowError makes sure that what a message says can be asked for too.
func TestRowError(t *testing.T) {
	r, err := points.NewReader(strings.NewReader("y,x\n1,q\n"), points.CSV, variables(t, "x*y"), points.Options{File: "d.csv"})
	if err != nil {
		t.Fatal(err)
	}
	_, err = r.Next()
	var bad *points.RowError
	want := points.RowError{File: "d.csv", Line: 2, Column: "x", Reason: `"q" is no number`}
	if !errors.As(err, &bad) || *bad != want {
		t.Errorf("the error is %#v, want %#v", err, want)
	}
	_, err = points.NewReader(strings.NewReader("x\n"), points.CSV, variables(t, "x*y"), points.Options{})
	var header *parser.Error
	if !errors.As(err, &header) {
		t.Errorf("the error of a header is a %T, want a *parser.Error", err)
	}
}

// FuzzReader demands that no file crashes or hangs the reader, that it gives
// no more rows than the file has room for, and no coordinate that is not
// finite.
func FuzzReader(f *testing.F) {
	for _, tt := range readerTests {
		f.Add(uint8(tt.format), tt.text)
	}
	f.Add(uint8(points.CSV), "x,y,v[0],v[1],\"W[0,0]\",\"W[0,1]\",\"W[1,0]\",\"W[1,1]\"\n1,2,3,4,5,6,7,8\n")
	f.Add(uint8(points.JSONLines), `{"v":[1,2],"W":[[3,4],["5",6]],"x":7,"y":8}`)
	small, large := variables(f, "x*y"), modelVariables(f)
	f.Fuzz(func(t *testing.T, format uint8, text string) {
		for _, vars := range [][]expr.Variable{small, large} {
			r, err := points.NewReader(strings.NewReader(text), points.Format(format%4), vars, points.Options{MaxRow: 100})
			if err != nil {
				continue
			}
			for row := 0; ; row++ {
				p, err := r.Next()
				var bad *points.RowError
				if err != nil && !errors.As(err, &bad) {
					break
				}
				if row > len(text) {
					t.Fatal("more rows than bytes")
				}
				for _, x := range p.Values {
					if math.IsNaN(x - x) {
						t.Fatalf("%s: %v", p.Place(), p.Values)
					}
				}
			}
		}
	})
}
