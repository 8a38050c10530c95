package report

import (
	"math"
	"testing"
)

func TestShortest(t *testing.T) {
	for x, want := range map[float64]string{
		0:               "0",
		31:              "31",
		-0.5:            "-0.5",
		1e20:            "100000000000000000000",
		1e21:            "1e+21",
		1e-6:            "0.000001",
		1.5e-7:          "1.5e-07",
		0.1:             "0.1",
		1.0 / 3:         "0.3333333333333333",
		math.Inf(1):     "inf",
		math.Inf(-1):    "-inf",
		math.MaxFloat64: "1.7976931348623157e+308",
	} {
		if got := shortest(x); got != want {
			t.Errorf("%v: %q, want %q", x, got, want)
		}
	}
	if got := shortest(math.NaN()); got != "nan" {
		t.Errorf("NaN: %q", got)
	}
}

func TestShort(t *testing.T) {
	for x, want := range map[float64]string{
		0: "0", 3: "3", 999999: "999999", 1e6: "1e+06", 1.9123: "1.9", 7.84e-16: "7.8e-16", math.Inf(1): "inf",
	} {
		if got := short(x); got != want {
			t.Errorf("%v: %q, want %q", x, got, want)
		}
	}
}

func TestWithBar(t *testing.T) {
	for _, tt := range []struct {
		x, bar float64
		digits int
		want   string
	}{
		{13.00000000000001, 3e-13, exact, "13 ± 3e-13"},
		{0.10499854432345, 2e-13, exact, "0.1049985443235 ± 2e-13"},
		{0.10499854432345, 2e-13, 6, "0.104998… ± 2e-13"},
		{0.10499854432345, 2e-13, 2, "0.10… ± 2e-13"},
		{0.105, 2e-13, 6, "0.105 ± 2e-13"},
		{-1234.5678, 1e-3, 4, "-1234.5… ± 1e-03"},
		{1.23456789e-20, 1e-27, 4, "1.234…e-20 ± 1e-27"},
		{1.2e-16, 1e-15, exact, "1e-16 ± 1e-15"},
		{0, 1e-15, exact, "0 ± 1e-15"},
		{2.5, 0, exact, "2.5 ± 0"},
		{math.NaN(), math.Inf(1), exact, "none"},
		{1, math.Inf(1), exact, "none"},
	} {
		if got := withBar(tt.x, tt.bar, tt.digits); got != tt.want {
			t.Errorf("%v ± %v to %d digits: %q, want %q", tt.x, tt.bar, tt.digits, got, tt.want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		text  string
		width int
		want  []string
	}{
		{"", 30, []string{""}},
		{"a short text", 30, []string{"a short text"}},
		{"aaaaaaaaaa bbbbbbbbbb cccccccccc", 25, []string{"aaaaaaaaaa bbbbbbbbbb ", "cccccccccc"}},
		{"aaaaaaaaaa*bbbbbbbbbb*cccccccccc", 25, []string{"aaaaaaaaaa*bbbbbbbbbb*", "cccccccccc"}},
		{"ααααααααααααααααααααααααα", 20, []string{"αααααααααααααααααααα", "ααααα"}},
	} {
		got := wrap(tt.text, tt.width)
		if len(got) != len(tt.want) {
			t.Errorf("%q: %q", tt.text, got)
			continue
		}
		for i := range got {
			if got[i] != tt.want[i] {
				t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
			}
		}
	}
}
