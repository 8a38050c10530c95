package claim_test

import "testing"

// Isolated points are named by the coordinates that make them so.
func TestExceptions(t *testing.T) {
	for _, tt := range []struct{ formula, claim, at, claimed, right string }{
		{"x^2/x", "x = 1", "x=0", "1", "undefined"},
		{"x^3/3", "x = x^3/x", "x=0", "undefined", "0"},
		{"abs(x)*y", "x = x*y/abs(x)", "x=0", "undefined", "0"},
		{"max(x, y)", "x = x >= y", "x=y", "1", "0.5"},
		{"abs(x)", "x = where(x >= 0, 1, -1)", "x=0", "1", "0"},
		{"y*(x^2 - 1)/(x - 1)", "x = y", "x=1", "1", "undefined"},
		{"y*(x - 7)^2/(x - 7)", "x = y", "x=7", "1", "undefined"},
		{"x^2*y", "x = 2*x*y*(8*x - 101)/(8*x - 101)", "x=12.625", "undefined", "50.5"},
		{"x^2", "x = 2*x*(x^2 + 1)*(2*x - 9)^-1*(2*x - 9)/(x^2 + 1)", "x=4.5", "undefined", "9"},
	} {
		v := judge(t, tt.formula, "", tt.claim)[0]
		if len(v.Exceptions) != 1 {
			t.Errorf("%s: %s: %v, exceptions %v, want one", tt.formula, tt.claim, v.Status, v.Exceptions)
			continue
		}
		e := v.Exceptions[0]
		if at(&e) != tt.at || e.Claimed != tt.claimed || e.Right != tt.right {
			t.Errorf("%s: %s: except at %s, where %s and %s, want %s, %s and %s",
				tt.formula, tt.claim, at(&e), e.Claimed, e.Right, tt.at, tt.claimed, tt.right)
		}
	}
}

// Witnesses are simple, and lie where the formula has a derivative.
func TestWitness(t *testing.T) {
	for _, tt := range []struct{ formula, claim, at, claimed, right string }{
		{"x^2", "x = x", "x=1", "1", "2"},
		{"x^3", "x = 3*x", "x=2", "6", "12"},
		{"x^2*y", "y = x", "x=2,y=1", "2", "4"},
		{"abs(x)", "x = 1", "x=-1", "1", "-1"},
		{"asin(x)", "x = 1/(1 - x^2)", "x=0.5", "1.33333333333", "1.15470053838"},
		{"x", "x = 1 + 1e-30*x", "x=1", "1.00000000000000000000000000000100000000000000000000000000000", "1"},
	} {
		v := judge(t, tt.formula, "", tt.claim)[0]
		if v.Witness == nil || at(v.Witness) != tt.at || v.Witness.Claimed != tt.claimed || v.Witness.Right != tt.right {
			t.Errorf("%s: %s: %+v, want %s, %s and %s", tt.formula, tt.claim, v.Witness, tt.at, tt.claimed, tt.right)
		}
	}
}
