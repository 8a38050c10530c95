package main

import (
	"fmt"
	"testing"
)

// TestClaims makes a few claims of each kind: none may be misjudged, no
// diagnosis false.
func TestClaims(t *testing.T) {
	const seed, count = 1, 42
	result, err := judgeClaims("../../testdata/corpora", seed, count)
	if err != nil {
		t.Fatal(err)
	}
	if len(result.Missed) > 0 {
		t.Errorf("goals are missed: %q\n%q", result.Missed, result.Details)
	}
	if total := result.total(); total.Claims != 2*count || total.CannotTell > 0 {
		t.Errorf("%d claims, of which %d cannot be told, want %d and none", total.Claims, total.CannotTell, 2*count)
	}
	for _, row := range result.Rows[:len(mistakes)] {
		if row.Claims != count/len(mistakes) {
			t.Errorf("%s: %d claims, want %d", row.Mistake, row.Claims, count/len(mistakes))
		}
	}
}

// TestClaimsGoals makes sure that misses are found.
func TestClaimsGoals(t *testing.T) {
	r := &claimsResult{Rows: []claimRow{
		{Mistake: "negated", Claims: 10, Misjudged: 1, Named: 5, None: 3, False: 1},
		{Mistake: "none: right claims", Claims: 10},
	}}
	r.judge()
	want := `["1 claims are misjudged" "1 diagnoses are false" "the mistake is named in 5 of 10 wrong claims"]`
	if got := fmt.Sprintf("%q", r.Missed); got != want {
		t.Errorf("missed %s, want %s", got, want)
	}
	if _, err := judgeClaims("nowhere", 1, 1); err == nil {
		t.Error("a folder without corpora is no error")
	}
}
