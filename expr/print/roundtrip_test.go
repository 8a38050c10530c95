package print_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
	"github.com/gradcmp/gradcmp/parser"
)

// arrays are the shapes of the arrays whose elements leaf draws.
var arrays = parser.Options{Shapes: map[string]expr.Shape{"v": {3}, "W": {2, 3}}}

// checkRoundTrip prints x and reads it back. What comes back is x with its
// numbers as the language spells them, which is x itself for all that the
// parser can build; and it must print the same again.
func checkRoundTrip(t rapid.TB, x expr.Expr) {
	t.Helper()
	text := print.String(x)
	parsed := parsedScalar(t, x.Graph(), text, arrays)
	if parsed != spelledOut(x) {
		t.Fatalf("%s is read as another expression, which is written %s", text, print.String(parsed))
	}
	if again := print.String(parsed); again != text {
		t.Fatalf("%s is read as %s", text, again)
	}
}

// spelledOut returns x with negations in place of negative numbers and with
// quotients in place of fractions.
func spelledOut(x expr.Expr) expr.Expr {
	g := x.Graph()
	spelling := make(map[expr.ID]expr.Expr)
	for _, id := range expr.Reach(x) {
		v, ok := g.At(id).Number()
		if !ok {
			continue
		}
		y := g.Num(v.Abs())
		if r := v.Abs().Rat(); !v.IsDecimal() && !v.IsInt() {
			y = g.Div(g.Int(r.Num().Int64()), g.Int(r.Denom().Int64()))
		}
		if v.Sign() < 0 {
			y = g.Neg(y)
		}
		spelling[id] = y
	}
	return expr.Substitute(g, spelling, x)[0]
}

func parsedScalar(t rapid.TB, g *expr.Graph, text string, opts parser.Options) expr.Expr {
	t.Helper()
	r, err := parser.ParseInto(g, text, opts)
	if err != nil {
		t.Fatalf("%s cannot be read:\n%v", text, err)
	}
	if len(r.Value.Shape) != 0 {
		t.Fatalf("%s is read as a %v", text, r.Value.Shape)
	}
	return r.Value.Elems[0]
}

// 100 expressions in each of rapid's 100 checks.
func TestRoundTripRandom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := expr.NewGraph()
		for range 100 {
			checkRoundTrip(t, expression(t, g, rapid.IntRange(0, 4).Draw(t, "depth")))
		}
	})
}

// What the parser makes of any spelling comes back as the same node.
func TestRoundTripParsed(t *testing.T) {
	for _, source := range []string{
		"a + b - c + d - e - f + g + h",
		"a*b/c*d/e/f*g*h",
		"((a + b) + c) + (d + e)",
		"-a*b + -c/d - -x^-y^-2",
		"- - -3 + +4",
		"(1/3)^(1/3)^(1/3)",
		"2**-x**2",
		"(-2)^2*-3",
		"((a*b)*c)*(d*(e*f))",
		"a - (b - c) - (d + x)",
		"(a < b) == (c != d)",
		"where(a < b, where(c >= d, 1, 2), -3)*4",
		"2.50 + .5 + 3. + 1E5 + 1e300 + 0.1e-30",
		"ln(x) + arcsin(x₁) + α",
		"sum(v) + sum(v) - mean(v)*max(v)",
		"softmax(W @ v)",
		"[[1, 2], [3, -4]] @ [x, y] - v[argmax(v)]",
		"norm(v) + logsumexp(x, y, 1/2) + min(x)",
		"2x² − 3(y + 1)(x - 1)/√2·|a|⁻¹",
		"2πr + e^(2x)/n! + σ(-x)",
		"if a < b and c != d then 2e^x else piecewise(not a, b, c or d, 1, 0)",
		"f(x, n) = sum(i, 0, n, x^i/i!)*prod(i, 0, 2, v[i]); f(y, 3) - f(f(1, 1), 2)",
		"gelu(x) + leaky_relu(v, 1/5) - clamp(x, -1, 1)*layernorm(v) + hardtanh(y)",
		"inverse(W[:, :2]) @ W[:, 1].T + det(W[:, 1:]) - norm(v, 1)/norm(v, inf)",
	} {
		g := expr.NewGraph()
		r, err := parser.ParseInto(g, source, arrays)
		if err != nil {
			t.Errorf("%v", err)
			continue
		}
		for _, x := range r.Value.Elems {
			if text := print.String(x); parsedScalar(t, g, text, arrays) != x {
				t.Errorf("%s became %s, which is another expression", source, text)
			}
		}
	}
}

func FuzzRoundTrip(f *testing.F) {
	for _, seed := range []string{"-a*b^-2 - (c - 1/3)", "where(x<1,.5,W[0,1])", "softmax(v)", "a/b*c*(d*x)", "2|x|²!", "f(t) = -2t; f(3)"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		r, err := parser.Parse(source, arrays)
		if err != nil {
			return
		}
		shapes := make(map[string]expr.Shape)
		for _, v := range r.Vars {
			if _, ok := expr.LookupFunc(v.Name); ok || v.Name == "where" {
				return // its name hides a function that the formula may call
			}
			shapes[v.Name] = v.Shape
		}
		for _, x := range r.Value.Elems {
			const readable = 1000
			if expr.TreeSize(readable, x) < readable {
				if text := print.String(x); parsedScalar(t, r.Graph, text, parser.Options{Shapes: shapes}) != x {
					t.Errorf("%q became %s, which is another expression", source, text)
				}
			}
		}
	})
}
