package truth_test

import (
	"math"
	"strings"
	"testing"

	"github.com/gradcmp/gradcmp/compare/truth"
)

func TestRead(t *testing.T) {
	const line = `{"id":"a","torch":[{"value":"1"}],"expr":null,"vars":["x"],"points":[{"x":-0.0},{"x":"inf"}],
		"value":["1e400",null],"grad":[{"x":"0(none)"},{"x":"error"}],"naive64":[[1e-3,null],null],"wrt":"x"}`
	records, err := truth.Read(strings.NewReader(line + strings.Replace(line, `"wrt":"x"`, `"wrt":["x","x"]`, 1)))
	if err != nil || len(records) != 2 || len(records[0].Wrt) != 1 || len(records[1].Wrt) != 2 {
		t.Fatalf("%+v, %v", records, err)
	}
	r := records[0]
	nan := math.NaN()
	for _, tt := range []struct {
		what      string
		got, want float64
	}{
		{"-0", 1 / r.Points[0].At("x"), math.Inf(-1)},
		{"inf", r.Points[1].At("x"), math.Inf(1)},
		{"beyond doubles", float64(r.Value[0]), math.Inf(1)},
		{"null", float64(r.Value[1]), nan},
		{"no gradient", r.Grad[0].At("x"), 0},
		{"refused", r.Grad[1].At("x"), nan},
		{"another variable", r.Grad[0].At("y"), nan},
		{"naive value", r.Naive64[0].Value, 1e-3},
		{"naive gradient", r.Naive64[0].Gradient, nan},
		{"no naive value", r.Naive64[1].Value, nan},
	} {
		if tt.got != tt.want && !(math.IsNaN(tt.got) && math.IsNaN(tt.want)) {
			t.Errorf("%s: %v, want %v", tt.what, tt.got, tt.want)
		}
	}
	if r.Torch != "" || r.Expr != "" {
		t.Errorf("%+v", r)
	}
}

func TestReadErrors(t *testing.T) {
	for _, tt := range []struct{ line, want string }{
		{`{"id":"a","points":[{"x":1}]}`, "record 1: a: value has 0 entries for 1 points"},
		{`{"id":"a","points":[{"x":1}],"value":["1"],"grad":[{}],"deriv":["1","2"]}`, "record 1: a: deriv has 2 entries for 1 points"},
		{`{"points":[{"x":"one"}]}`, `record 1: strconv.ParseFloat: parsing "one": invalid syntax`},
		{`{`, "record 1: unexpected EOF"},
	} {
		if _, err := truth.Read(strings.NewReader(tt.line)); err == nil || err.Error() != tt.want {
			t.Errorf("%s: %v, want %s", tt.line, err, tt.want)
		}
	}
	if _, err := truth.ReadFile("no such file"); err == nil {
		t.Error("a file that does not exist is read")
	}
}

func TestClose(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, tt := range []struct {
		got, truth float64
		want       bool
	}{
		{1, 1 + 1e-10, true},
		{1, 1 + 1e-8, false},
		{1e-15, 0, true},
		{1e-13, 0, false},
		{0, 1e-15, false},
		{5e-324, 1e-323, true},
		{nan, nan, true},
		{nan, 1, false},
		{1, nan, false},
		{inf, inf, true},
		{inf, -inf, false},
		{math.MaxFloat64, inf, false},
	} {
		if got := truth.Close(tt.got, tt.truth, 1e-9); got != tt.want {
			t.Errorf("%v and %v: %v", tt.got, tt.truth, got)
		}
	}
}
