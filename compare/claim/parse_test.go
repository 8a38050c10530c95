package claim_test

import (
	"strings"
	"testing"

	"github.com/gradcmp/gradcmp/compare/claim"
	"github.com/gradcmp/gradcmp/parser"
)

func TestParseErrors(t *testing.T) {
	for _, tt := range []struct {
		formula string
		claims  []string
		want    string // how the message begins
	}{
		{"x^2", []string{"x 2"}, `claim:1:1: a claim has the form`},
		{"x^2", []string{""}, `claim:1:1: a claim has the form`},
		{"x^2", []string{"x == 2"}, `claim:1:1: a claim has the form`},
		{"x^2", []string{"= 2"}, `claim:1:1: a variable is needed`},
		{"x^2", []string{"1 = 2"}, `claim:1:1: a variable is needed`},
		{"x^2", []string{"x,x,x = 2"}, `claim:1:3: a variable is needed`},
		{"x^2", []string{"x ="}, `claim:1:1: there is no formula`},
		{"x^2", []string{"x = (2"}, `claim:1:7: expected`},
		{"x^2", []string{"x = 2 + zz"}, `claim:1:9: the formula has no variable zz`},
		{"x^2", []string{"y = 2"}, `claim:1:1: the formula has no variable y`},
		{"x^2", []string{"x = 2*x", "x = 2"}, `claim 2:1:1: there is a claim about df/dx already`},
		{"x^2", []string{"x = [1, 2]"}, `claim:1:4: the derivative is a scalar, the claimed formula a vector(2)`},
		{"x^2", []string{"[0],x = 1"}, `claim:1:1: the formula, a scalar, has no element [0]`},
		{"[x, y]", []string{"[2],x = 1"}, `claim:1:1: the formula, a vector(2), has no element [2]`},
		{"[x, y]", []string{"x = 1"}, `claim:1:4: the derivative is a vector(2), the claimed formula a scalar`},
		{"w : vector(2); sum(w)", []string{"w[2] = 1"}, `claim:1:1: w[2] is no element of w`},
		{"w : vector(2); w", []string{"w,w = 1"}, `claim:1:1: the derivatives make up an array of more than two dimensions`},
	} {
		program, err := parser.Parse(tt.formula, parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		_, err = claim.Parse(program, tt.claims, parser.Options{})
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: %q: error %v, want %s", tt.formula, tt.claims, err, tt.want)
		}
	}
}

func TestTargets(t *testing.T) {
	for _, tt := range []struct{ formula, claim, want string }{
		{"x*y", " y = x", "df/dy"},
		{"x*y", "x , y = 1", "d^2f/(dx dy)"},
		{"x*y", "x,x = 0", "d^2f/dx^2"},
		{"[x*y, x]", "[1] , y = 0", "df[1]/dy"},
		{"[x*y, x]", "x = [y, 1]", "df[0]/dx df[1]/dx"},
		{"[x*y, x]", "[0],x,y = 1", "d^2f[0]/(dx dy)"},
		{"[[x, y], [y, x]]", "[0,1],y = 1", "df[0,1]/dy"},
		{"w : vector(2); w[0]*w[1]", "w = [w[1], w[0]]", "df/dw[0] df/dw[1]"},
		{"w : vector(2); w[0]*w[1]", "w,w = [[0, 1], [1, 0]]", "d^2f/dw[0]^2 d^2f/(dw[0] dw[1]) d^2f/(dw[1] dw[0]) d^2f/dw[1]^2"},
		{"W : matrix(2, 2); sum(W)", "W[0,1],W[1,1] = 0", "d^2f/(dW[0,1] dW[1,1])"},
		{"w : vector(2); w[0]*w", "w = [[2*w[0], 0], [w[1], w[0]]]", "df[0]/dw[0] df[0]/dw[1] df[1]/dw[0] df[1]/dw[1]"},
	} {
		var names []string
		for _, v := range judge(t, tt.formula, "", tt.claim) {
			names = append(names, v.Target.String())
			if !v.Status.IsRight() {
				t.Errorf("%s: %s: %s is %v", tt.formula, tt.claim, v.Target, v.Status)
			}
		}
		if got := strings.Join(names, " "); got != tt.want {
			t.Errorf("%s: %s: %s, want %s", tt.formula, tt.claim, got, tt.want)
		}
	}
}

func TestJudgeRefuses(t *testing.T) {
	program, err := parser.Parse("x^2", parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	x := program.Vars[0].Elems
	two := program.Graph.Mul(program.Graph.Int(2), program.Graph.Var("y"))
	for _, c := range []claim.Claim{
		{Target: claim.Target{Output: 1, Wrt: x}, Formula: two},
		{Target: claim.Target{}, Formula: two},
		{Target: claim.Target{Wrt: x}, Formula: two}, // y is unknown
	} {
		if v, err := claim.Judge(claim.Problem{F: program.Value, Vars: x}, c); err == nil {
			t.Errorf("%v: %v, want an error", c.Target, v)
		}
	}
}

// FuzzClaim runs the way from a text to verdicts. It must end, the same way
// each time.
func FuzzClaim(f *testing.F) {
	for _, seed := range []string{
		"x = 2*x*y", "x,y = 2*x", "[0],x = 1", "y = x^2/0", "x = log(-x)", "x = 0^x", "x = a = 2; a*x", "x = where(x > 0, 1, 2)",
		"x = 1e300*x", "x = x^x^x", "y = 1/0", "x=\xff", "x = 3.14",
	} {
		f.Add("x^2*y + sin(x)/y", seed)
	}
	f.Fuzz(func(t *testing.T, formula, text string) {
		if len(formula)+len(text) > 60 {
			t.Skip("long formulas only take long")
		}
		run := func() string {
			program, err := parser.Parse(formula, parser.Options{MaxElements: 200})
			if err != nil {
				t.Skip()
			}
			claims, err := claim.Parse(program, []string{text}, parser.Options{MaxElements: 200})
			if err != nil {
				return err.Error()
			}
			p := claim.Problem{F: program.Value, Options: claim.Options{Digits: 20, Points: 4}}
			for _, v := range program.Vars {
				p.Vars = append(p.Vars, v.Elems...)
			}
			out := ""
			for _, c := range claims[:min(len(claims), 2)] {
				v, err := claim.Judge(p, c)
				if err != nil {
					return err.Error()
				}
				out += v.Status.String() + at(v.Witness)
				if v.Diagnosis != nil {
					out += v.Diagnosis.Text
				}
			}
			return out
		}
		if first, second := run(), run(); first != second {
			t.Errorf("two runs differ: %q and %q", first, second)
		}
	})
}
