package compare

import (
	"errors"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

var (
	inf = math.Inf(1)
	nan = math.NaN()
)

func TestAccepts(t *testing.T) {
	for _, tt := range []struct {
		tolerance Tolerance
		a, b      float64
		want      bool
	}{
		{Tolerance{}, 1, 1, true},
		{Tolerance{}, 1, math.Nextafter(1, 2), false},
		{Tolerance{}, 0, math.Copysign(0, -1), true},
		{DefaultTolerance, nan, nan, true},
		{DefaultTolerance, nan, 1, false},
		{DefaultTolerance, inf, inf, true},
		{DefaultTolerance, inf, -inf, false},
		{DefaultTolerance, inf, math.MaxFloat64, false},
		{DefaultTolerance, nan, inf, false},
		{DefaultTolerance, 1, 1 + 0.9e-9, true},
		{DefaultTolerance, 1, 1 + 1.1e-9, false},
		{DefaultTolerance, 0, 5e-324, false},
		{Tolerance{Absolute: 1e-12}, 0, 1e-12, true},
		{Tolerance{Absolute: 1e-12}, 1, 1 + 1e-11, false},
		// The difference overflows.
		{DefaultTolerance, math.MaxFloat64, -math.MaxFloat64, false},
		{Tolerance{Relative: 1}, math.MaxFloat64, -math.MaxFloat64, false},
		{Tolerance{Relative: 3}, math.MaxFloat64, -math.MaxFloat64, true},
		{Tolerance{Relative: inf}, 1, 2, true},
		{Tolerance{Relative: inf}, 1, inf, false},
		{Tolerance{Relative: inf}, 1, nan, false},
	} {
		for _, got := range []bool{tt.tolerance.Accepts(tt.a, tt.b), tt.tolerance.Accepts(tt.b, tt.a)} {
			if got != tt.want {
				t.Errorf("%+v accepts %v and %v: %v", tt.tolerance, tt.a, tt.b, got)
			}
		}
	}
}

func TestDiffer(t *testing.T) {
	tiny := math.SmallestNonzeroFloat64
	for _, tt := range []struct {
		a, b float64
		want Difference
	}{
		{1, 1, Difference{}},
		{nan, nan, Difference{}},
		{inf, inf, Difference{}},
		{nan, 1, Difference{inf, inf, inf}},
		{inf, 1, Difference{inf, inf, inf}},
		{1, math.Nextafter(1, 2), Difference{0x1p-52, 0x1p-52, 1}},
		{0, math.Copysign(0, -1), Difference{}},
		{tiny, -tiny, Difference{2 * tiny, 2, 2}},
		{tiny, 0, Difference{tiny, 1, 1}},
		{1, 2, Difference{1, 0.5, 1 << 52}},
		{math.MaxFloat64, -math.MaxFloat64, Difference{inf, 2, 2 * float64(math.Float64bits(math.MaxFloat64))}},
	} {
		got := differ(tt.a, tt.b)
		if math.Abs(got.Relative-tt.want.Relative) > 1e-16 || got.Absolute != tt.want.Absolute || got.ULP != tt.want.ULP {
			t.Errorf("%v and %v differ by %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}

// The lattice numbers doubles in their order, without gaps.
func TestLattice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64().Draw(t, "x")
		y := math.Nextafter(x, inf)
		if x == 0 { // both zeros have number 0
			y = math.SmallestNonzeroFloat64
		}
		if d := lattice(y) - lattice(x); !math.IsInf(x, 0) && d != 1 && x != -math.SmallestNonzeroFloat64 {
			t.Fatalf("%v and its neighbour are %d apart", x, d)
		}
	})
}

func TestWidest(t *testing.T) {
	if got := widest([]float64{1, 1, 3, 2}); got.Absolute != 2 || math.Abs(got.Relative-2.0/3) > 1e-15 {
		t.Errorf("%v", got)
	}
	if got := widest([]float64{7}); got != (Difference{}) {
		t.Errorf("one value differs from itself by %v", got)
	}
	if got := widest(nil); got != (Difference{}) {
		t.Errorf("no values differ by %v", got)
	}
}

func TestWorst(t *testing.T) {
	for _, tt := range []struct {
		verdicts []Verdict
		want     Verdict
	}{
		{nil, Agree},
		{[]Verdict{Agree, Agree}, Agree},
		{[]Verdict{Agree, Convention, Unchecked}, Convention},
		{[]Verdict{Agree, Kink, Agree}, Kink},
		{[]Verdict{Kink, Undefined}, Kink},
		{[]Verdict{Undefined, Cancellation, Wrong}, Cancellation},
		{[]Verdict{Convention, Undefined, Agree, Wrong, Kink}, Wrong},
	} {
		if got := Worst(tt.verdicts); got != tt.want {
			t.Errorf("worst of %v is %s, want %s", tt.verdicts, got, tt.want)
		}
	}
}

func TestToleranceInULP(t *testing.T) {
	three := Tolerance{ULP: 3}
	next := 1.0
	for n := 1; n <= 6; n++ {
		next = math.Nextafter(next, 2)
		if got, want := three.Accepts(1, next), n <= 3; got != want {
			t.Errorf("%d ulp: %v", n, got)
		}
	}
}

func TestVerdictTable(t *testing.T) {
	codes := map[int][]Verdict{
		0: {Agree, Unchecked, Noise, Convention},
		1: {Wrong, Cancellation, Overflow, Branch},
		3: {Kink, Jump, Hole, DomainEdge, Undefined, Inconclusive},
	}
	total := 0
	names := map[string]bool{}
	for code, verdicts := range codes {
		for _, v := range verdicts {
			if v.ExitCode() != code {
				t.Errorf("exit code of %s is %d, want %d", v, v.ExitCode(), code)
			}
			total++
			names[v.String()] = true
		}
	}
	if total != int(numVerdicts) || len(names) != total || names[""] {
		t.Errorf("%d verdicts with %d names, want %d", total, len(names), numVerdicts)
	}
}

func TestParseRoutes(t *testing.T) {
	for _, tt := range []struct {
		list string
		want []Route
	}{
		{"symbolic", []Route{Symbolic}},
		{"fd, reverse", []Route{Reverse, FiniteDifferences}},
		{"forward,forward,symbolic,referee,fd,reverse", AllRoutes()},
		{"forward,forward,symbolic,fd,reverse", Unrefereed(AllRoutes())},
	} {
		got, err := ParseRoutes(tt.list)
		if err != nil || !slices.Equal(got, tt.want) {
			t.Errorf("%q: %v, %v", tt.list, got, err)
		}
	}
	for list, name := range map[string]string{"": "", "reverse,": "", "backward": "backward", "symbolic;fd": "symbolic;fd", "FD": "FD"} {
		_, err := ParseRoutes(list)
		var unknown *UnknownRouteError
		if !errors.As(err, &unknown) || unknown.Name != name {
			t.Errorf("%q: %v", list, err)
		}
	}
	want := `unknown route "backward"; the routes are symbolic, reverse, forward, fd, referee`
	if _, err := ParseRoutes("backward"); err.Error() != want {
		t.Errorf("%v", err)
	}
}
