package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/gradcmp/gradcmp/compare/selftest"
)

// A selftest that fails says so, in text and in JSON.
func TestSelftestReports(t *testing.T) {
	r := &selftest.Report{Seed: 3, Checked: 5, Alarms: []string{"x^2 at x=1: wrong"}}
	r.Places = []selftest.Tally{{Place: "adjoint sweep", Planted: 7, Killed: 6, Named: 6, Skipped: 1}}
	var text, object strings.Builder
	if err := selftestText(&text, r); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"false alarm: x^2 at x=1: wrong\n", "adjoint sweep             7        6        6        1\n", "false alarms: 1 of 5 comparisons",
	} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("%q lacks %q", text.String(), want)
		}
	}
	if err := selftestJSON(&object, r); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Passed bool
		Seed   uint64
		Places []struct{ Planted, Killed int }
	}
	if err := json.Unmarshal([]byte(object.String()), &got); err != nil || got.Passed || got.Seed != 3 || got.Places[0].Killed != 6 {
		t.Errorf("%+v, %v: %s", got, err, object.String())
	}
}
