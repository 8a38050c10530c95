package parser_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// TestHexadecimal checks that a double written as %x is read back exactly.
func TestHexadecimal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := math.Abs(rapid.Float64().Draw(t, "x"))
		for _, digits := range []int{-1, 20} {
			text := strconv.FormatFloat(x, 'x', digits, 64)
			point, err := parser.ParsePoint(expr.NewGraph(), "x="+text, parser.Options{})
			if err != nil {
				t.Fatal(err)
			}
			n, ok := point[0].Value.Elems[0].Number()
			if want, _ := expr.FromFloat(x); !ok || n.Cmp(want) != 0 {
				t.Fatalf("%s is read as %v", text, point[0].Value.Elems[0])
			}
		}
	})
}

func TestHexadecimalForms(t *testing.T) {
	for text, want := range map[string]string{
		"0x1.8p+01":         "3",
		"0X.8P1":            "1",
		"0xA.p-2":           "5/2",
		"0x0p0":             "0",
		"-0x1p+00":          "(neg 1)",
		"0x10":              "--at:1:3: numbers are decimal",
		"0x.p1":             "--at:1:3: numbers are decimal",
		"0x1p":              "--at:1:3: numbers are decimal",
		"0x1p1024":          "--at:1:3: a hexadecimal number is in the range of doubles",
		"0x1p-1075":         "--at:1:3: a hexadecimal number is in the range of doubles",
		"0x1p-999999999999": "--at:1:3: a hexadecimal number is in the range of doubles",
	} {
		point, err := parser.ParsePoint(expr.NewGraph(), "x="+text, parser.Options{File: "--at"})
		got := ""
		if err != nil {
			got = err.Error()
		} else {
			got = dump(point[0].Value)
		}
		if !strings.HasPrefix(got, want) {
			t.Errorf("%s is read as %s, want %s", text, got, want)
		}
	}
}
