package compare_test

import (
	"strings"
	"testing"

	"github.com/gradcmp/gradcmp/compare"
)

// Where frameworks leak NaN from an arm that is not taken, the report says so.
func TestLeak(t *testing.T) {
	for _, tt := range []struct {
		formula, at string
		want        bool
	}{
		{"where(x == 0, 1, sin(x)/x)", "x=0", true},
		{"where(x > 0, sqrt(x), x^2)", "x=-1", true},
		{"where(x > 0, sqrt(where(x > 0, x, 1)), x^2)", "x=-1", false},
		{"where(x > 0, log(x), x)", "x=-1", false}, // 1/x is finite
		{"clamp(x, 0, 1)", "x=0.5", false},
	} {
		p := problem(t, tt.formula, tt.at)
		p.Routes = compare.AllRoutes()
		r := run(t, p)
		if got := strings.Contains(strings.Join(r.Notes, " "), "PyTorch and JAX would give NaN"); got != tt.want || r.Verdict != compare.Agree {
			t.Errorf("%s at %s: %s, %q", tt.formula, tt.at, r.Verdict, r.Notes)
		}
	}
}
