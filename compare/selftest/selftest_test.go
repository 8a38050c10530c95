package selftest_test

import (
	"testing"

	"github.com/gradcmp/gradcmp/compare/selftest"
)

// Every mutant is killed and named, and the corpora of truth raise no alarm.
func TestRun(t *testing.T) {
	done := 0
	r, err := selftest.Run(selftest.Options{
		Seed: 1, Corpora: "../../testdata/corpora",
		Progress: func(n, total int) {
			if done++; n != done || n > total {
				t.Errorf("%d of %d are done, want %d", n, total, done)
			}
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range r.Missed {
		t.Error(m)
	}
	for _, alarm := range r.Alarms {
		t.Errorf("false alarm: %s", alarm)
	}
	for _, p := range r.Places {
		if p.Planted < 20 || p.Skipped > p.Planted/2 {
			t.Errorf("%s: %d mutants, %d skipped", p.Place, p.Planted, p.Skipped)
		}
	}
	for _, m := range r.Skipped {
		t.Log(m)
	}
	if r.Checked < 1000 {
		t.Errorf("%d comparisons without a mistake", r.Checked)
	}
}
