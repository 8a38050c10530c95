package selftest

import (
	"math"
	"strings"
	"testing"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/compare/claim"
)

// A mutant that the comparison does not find, or blames on another route, is not
// killed; one that it finds elsewhere is not named.
func TestJudge(t *testing.T) {
	f := formula{"x*sin(x)", map[string]float64{"x": 0.75}}
	double := func(routes ...compare.Route) compare.Tamper {
		return compare.Tamper{Jacobian: func(route compare.Route, jacobian []float64) {
			for _, r := range routes {
				if r == route {
					jacobian[0] *= 2
				}
			}
		}}
	}
	for _, tt := range []struct {
		about         string
		tamper        compare.Tamper
		phrase        string
		killed, named bool
	}{
		{"nothing", compare.Tamper{}, "", false, false},
		{"the reverse route", double(compare.Reverse), "its sweep", true, true},
		{"the reverse route, called something else", double(compare.Reverse), "the rule of the reverse route for sin", true, false},
		{"another route", double(compare.Forward), "its sweep", false, false},
		{"a second route", double(compare.Reverse, compare.Forward), "its sweep", false, false},
	} {
		p, err := f.problem()
		if err != nil {
			t.Fatal(err)
		}
		p.Tamper = tt.tamper
		var m Mutant
		m.judge(p, compare.Reverse, tt.phrase)
		if m.Killed != tt.killed || m.Named != tt.named || m.Named == (m.Said != "") {
			t.Errorf("%s: killed %v, named %v: %s", tt.about, m.Killed, m.Named, m.Said)
		}
	}
}

// What is not killed or not named fails the test, and what is skipped does not count.
func TestCount(t *testing.T) {
	for _, tt := range []struct {
		m      Mutant
		tally  Tally
		passed bool
		text   string
	}{
		{Mutant{Killed: true, Named: true}, Tally{Planted: 1, Killed: 1, Named: 1}, true, "killed"},
		{Mutant{Killed: true}, Tally{Planted: 1, Killed: 1}, false, "not where"},
		{Mutant{}, Tally{Planted: 1}, false, "not found"},
		{Mutant{Skipped: sameHere}, Tally{Skipped: 1}, true, "skipped, " + sameHere},
	} {
		var r Report
		var tally Tally
		r.count(&tally, tt.m)
		if tally != tt.tally || r.Passed() != tt.passed || !strings.Contains(tt.m.String(), tt.text) {
			t.Errorf("%v: %+v, passed: %v", tt.m, tally, r.Passed())
		}
	}
	if r := (Report{Alarms: []string{"one"}}); r.Passed() {
		t.Error("a false alarm passes")
	}
}

// A comparison that finds something wrong is an alarm.
func TestAlarm(t *testing.T) {
	for _, tt := range []struct {
		f    formula
		want string
	}{
		{formula{"(1 - cos(x))/x^2", map[string]float64{"x": 0.75}}, ""},
		{formula{"(1 - cos(x))/x^2", map[string]float64{"x": 1e-5}}, "is cancellation"},
		{formula{"x +", nil}, "error"},
		{formula{"x", nil}, "no value for x"},
	} {
		got := check{tt.f.text, tt.f.problem}.alarm()
		if tt.want == "" && got != "" || !strings.Contains(got, tt.want) && tt.want != "error" || tt.want == "error" && got == "" {
			t.Errorf("%s: %q, want %q", tt.f.text, got, tt.want)
		}
	}
}

// The comparison's own tolerance answers every probe, and one that refuses all or accepts
// all does not.
func TestProbes(t *testing.T) {
	for seed := range uint64(200) {
		if wrong := answers(compare.Tolerance.Accepts, probes(seed)); len(wrong) > 0 {
			t.Errorf("seed %d: %q", seed, wrong)
		}
	}
	for _, answer := range []bool{false, true} {
		if wrong := answers(func(compare.Tolerance, float64, float64) bool { return answer }, probes(0)); len(wrong) < 20 {
			t.Errorf("always %v: %d wrong answers", answer, len(wrong))
		}
	}
}

// A right claim is not killed, and one with another mistake is not named.
func TestJudgeClaim(t *testing.T) {
	for _, tt := range []struct {
		claim         string
		killed, named bool
	}{
		{"x = 2*x*cos(x^2)", false, false},
		{"x = cos(x^2)", true, true},
		{"x = -2*x*cos(x^2)", true, false},
		{"x =", false, false},
		{"x = y = 1", false, false},
	} {
		var m Mutant
		m.judgeClaim("sin(x^2)", tt.claim, []claim.Kind{claim.ChainFactor}, 0)
		if m.Killed != tt.killed || m.Named != tt.named {
			t.Errorf("%s: killed %v, named %v: %s", tt.claim, m.Killed, m.Named, m.Said)
		}
	}
}

// What cannot be read is an error.
func TestCorporaErrors(t *testing.T) {
	if _, err := Run(Options{Corpora: t.TempDir()}); err == nil {
		t.Error("a folder without corpora is no error")
	}
}

// Mutated numbers that cannot be told from the right ones are not planted.
func TestChanges(t *testing.T) {
	for _, tt := range []struct {
		a, b float64
		want bool
	}{{1, 1, false}, {1, 1 + 1e-12, false}, {1, 1 + 1e-6, true}, {0, 0, false}, {0, 1e-300, true}, {1, -1, true}} {
		if got := changes(tt.a, tt.b); got != tt.want {
			t.Errorf("changes(%v, %v) = %v", tt.a, tt.b, got)
		}
	}
	if !anyChanges([]float64{1}, []float64{math.NaN()}) {
		t.Error("NaN is a change")
	}
}
