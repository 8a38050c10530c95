package claim_test

import (
	"testing"

	"github.com/gradcmp/gradcmp/compare/claim"
)

func TestNumbers(t *testing.T) {
	for _, tt := range []struct {
		formula, at, claim string
		want               claim.Status
		diagnosis          claim.Kind
	}{
		{"x^2 + 3*x*y", "x=2,y=3", "x = 13", claim.Canonical, ""},
		{"x^2 + 3*x*y", "x=2,y=3", "x = 2*x + 3*y", claim.Canonical, ""},
		{"x^2 + 3*x*y", "x=2,y=3", "x = 6", claim.Wrong, claim.OtherVariable},
		{"x^2 + 3*x*y", "x=2,y=3", "x = -13", claim.Wrong, claim.Negated},
		{"x^2 + 3*x*y", "x=2,y=3", "x = 12.9", claim.Wrong, ""},
		{"x^2 + 3*x*y", "x=2,y=3", "x,y = 2", claim.Wrong, claim.OtherEntry},
		{"x^2", "x=0.1", "x = 0.2", claim.Canonical, ""},
		{"x^2", "x=1/3", "x = 0.67", claim.Equal, ""},
		{"x^2", "x=1/3", "x = 0.66", claim.Wrong, ""},
		{"x^2", "x=0", "x = 1", claim.Wrong, ""},
		{"x^2", "x=0", "x = -1/2", claim.Wrong, ""},
		{"sin(x)", "x=pi/3", "x = 1/2", claim.Equal, ""},
		{"sin(x)", "x=pi/3", "x = 0.5", claim.Equal, ""},
		{"sin(x)", "x=1", "x = 0.5403", claim.Equal, ""},
		{"sin(x)", "x=1", "x = 0.5404", claim.Wrong, ""},
		{"log(x)", "x=-1", "x = -1", claim.CannotTell, ""},
		{"x^2", "x=2", "x = 1/(x - 2)", claim.Wrong, ""},
		{"[x*y, x^2 + 3*y]", "x=2,y=5", "[0],y = 4", claim.Wrong, claim.Transposed},
	} {
		v := judge(t, tt.formula, tt.at, tt.claim)[0]
		var kind claim.Kind
		if v.Diagnosis != nil {
			kind = v.Diagnosis.Kind
		}
		if v.Status != tt.want || kind != tt.diagnosis {
			t.Errorf("%s at %s: %s: %v %q, want %v %q", tt.formula, tt.at, tt.claim, v.Status, kind, tt.want, tt.diagnosis)
		}
		if (v.Status == claim.Wrong) != (v.Witness != nil) && v.Status != claim.CannotTell {
			t.Errorf("%s at %s: %s: %v with witness %v", tt.formula, tt.at, tt.claim, v.Status, v.Witness)
		}
	}
}
