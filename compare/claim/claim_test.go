package claim_test

import (
	"strings"
	"testing"

	"github.com/gradcmp/gradcmp/compare/claim"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// judge judges claims about a formula, at a point if at is not empty.
func judge(t testing.TB, formula, at string, claims ...string) []claim.Verdict {
	t.Helper()
	program, err := parser.Parse(formula, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	all, err := claim.Parse(program, claims, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := claim.Problem{F: program.Value}
	for _, v := range program.Vars {
		p.Vars = append(p.Vars, v.Elems...)
	}
	if at != "" {
		p.At = map[expr.ID]expr.Expr{}
		values, err := parser.ParsePoint(program.Graph, at, parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range values {
			p.At[program.Graph.Var(a.Name).ID()] = a.Value.Elems[0]
		}
	}
	var verdicts []claim.Verdict
	for _, c := range all {
		v, err := claim.Judge(p, c)
		if err != nil {
			t.Fatal(err)
		}
		verdicts = append(verdicts, v)
	}
	return verdicts
}

// at writes the point of a witness.
func at(w *claim.Witness) string {
	if w == nil {
		return ""
	}
	var parts []string
	for _, c := range w.At {
		parts = append(parts, c.Name+"="+c.Value)
	}
	return strings.Join(parts, ",")
}

func TestStatus(t *testing.T) {
	for _, tt := range []struct {
		formula, claim string
		want           claim.Status
	}{
		{"x1^2 + 3*x1*x2", "x1 = 2*x1 + 3*x2", claim.Identical},
		{"x1^2 + 3*x1*x2", "x1 = 3*x2 + x1 + x1", claim.Canonical},
		{"(x + 1)^3", "x = 3*x^2 + 6*x + 3", claim.Canonical},
		{"x^2*y", "x,y = 2*x", claim.Identical},
		{"x*y", "x,y = 1", claim.Identical},
		{"[x*y, x + y]", "[1],y = 1", claim.Identical},
		{"sin(x)^2", "x = sin(2*x)", claim.Equal},
		{"log(x)", "x = sqrt(x)/x/sqrt(x)", claim.Canonical},
		{"log(x^2)", "x = 2*x/x^2", claim.Canonical},
		{"x^2/x", "x = 1", claim.EqualExcept},
		{"x^3/3", "x = x^3/x", claim.EqualExcept},
		{"abs(x)", "x = x/abs(x)", claim.EqualExcept},
		{"x^2", "x = x", claim.Wrong},
		{"abs(x)", "x = 1", claim.Wrong},
		{"sqrt(-1 - x^2)", "x = 5", claim.CannotTell},
	} {
		if v := judge(t, tt.formula, "", tt.claim)[0]; v.Status != tt.want {
			t.Errorf("%s: %s: %v (%s), want %v; %+v", tt.formula, tt.claim, v.Status, v.How, tt.want, v)
		}
	}
}

func TestDiagnosis(t *testing.T) {
	for _, tt := range []struct {
		formula, claim string
		want           claim.Kind
	}{
		{"x^2*y", "x = -2*x*y", claim.Negated},
		{"x^2*y", "x = x^2", claim.OtherVariable},
		{"[x*y, x^2 + 3*y]", "[0],y = 2*x", claim.Transposed},
		{"x^2*y^3", "x,x = 6*x*y^2", claim.OtherEntry},
		{"x^2*y^3", "x,y = 2*y^3", claim.OtherEntry},
		{"cos(x)", "x = sin(x)", claim.Negated},
		{"x*exp(x)", "x = (x - 1)*exp(x)", claim.Integrated},
		{"x^2", "x = x^3/3 + 1", claim.Integrated},
		{"sin(x^2)", "x = cos(x^2)", claim.ChainFactor},
		{"y*sin(x^2) + x^3", "x = y*cos(x^2) + 3*x^2", claim.ChainFactor},
		{"exp(-x^2/2)*y", "x = exp(-x^2/2)*y", claim.NotDerived},
		{"x*sin(x)*y", "x = y*sin(x)", claim.ProductTerm},
		{"sin(x)/x^2", "x = cos(x)/x^2", claim.QuotientTerm},
		{"sin(x)/x^2", "x = cos(x)/x^2 + 2*sin(x)/x^3", claim.TermSign},
		{"x^4 + y", "x = 4*x^4", claim.Exponent},
		{"x^4 + x", "x = x^3 + 1", claim.ExponentFactor},
		{"x^2 + 3*x*y + sin(x)", "x = 2*x - 3*y + cos(x)", claim.TermSign},
		{"log10(x)*y + x", "x = y/x + 1", claim.LogBase},
		{"2^x + x", "x = 2^x + 1", claim.LogBase},
		{"sin(x) + x", "x = cos(x)*pi/180 + 1", claim.Degrees},
		{"sin(x)", "x = pi/180*cos(pi*x/180)", claim.Degrees},
		{"sin(x)", "x = cos(pi*x/180)", claim.Degrees},
		{"atan2(y, x)", "x = -y/(x^2 + y^2)*180/pi", claim.Degrees},
		{"exp(x)*y + x^2", "x = 3/2*(exp(x)*y + 2*x)", claim.ConstantFactor},
		{"exp(x)*y + x^2", "x = (exp(x)*y + 2*x)/sqrt(2*pi)", claim.ConstantFactor},
		{"x^2 + 3", "x = 2*x + 3", claim.ConstantTerm},
		{"x/(1 + x^2)", "x = (1 - x^2)/(1 + x^2)", claim.Denominator},
		{"x^2*y + y^3*x", "x = 2*x*y + x^3", claim.Exchanged},
		{"x^3*y + y^2*x", "x = 5*x^2*y + y^2", claim.WrongNumber},
		{"abs(x)", "x = 1", claim.OnlyWhere},
		{"sqrt(x^2*y^2)", "x = y", claim.OnlyWhere},
		{"x*exp(x)", "x = exp(x)*x + 2*exp(x)", claim.DerivedTwice},
		{"sin(x^2) + x", "x = 2*x*sin(x^2) + 1", claim.OuterFunction},
		{"x^2 + sin(x) + y*x", "x = 2*x + y", claim.MissingTerm},
		{"x^x", "x = x^x*log(x)", claim.MissingTerm},
		{"x^2*y", "y = x", claim.VariableFactor},
		{"x^4 + y*x", "x = 4*x^5 + y", claim.Exponent},
		{"exp(-x^2/2) + y*x", "x = -x/2*exp(-x^2/2) + y", claim.ExponentFactor},
		{"log(3*x) + x^2", "x = 1/(x*log(10)) + 2*x", claim.LogBase},
		{"sin(x)*cos(x) + y*x", "x = cos(x)*-sin(x) + y", claim.NoProductRule},
		{"sin(x)/x^2", "x = cos(x)/(2*x)", claim.NoProductRule},
		{"x^2 + y^2*x", "x = 2*x + y^2 + 2*x*y", claim.NotHeld},
		{"3*x + 5", "x = 8", claim.ConstantTerm},
		{"x^2", "x = tan(x)", ""},
	} {
		v := judge(t, tt.formula, "", tt.claim)[0]
		var got claim.Kind
		if v.Diagnosis != nil {
			got = v.Diagnosis.Kind
		}
		if v.Status != claim.Wrong || got != tt.want {
			t.Errorf("%s: %s: %v, %q, want %q: %+v", tt.formula, tt.claim, v.Status, got, tt.want, v.Diagnosis)
		} else if v.Diagnosis != nil {
			t.Logf("%s: %s: at %s: %s", tt.formula, tt.claim, at(v.Witness), v.Diagnosis.Text)
		}
	}
}
