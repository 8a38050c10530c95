package print_test

import (
	"strings"
	"testing"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
)

// number returns the node of a number written as the language writes it,
// perhaps with a minus sign or as a fraction.
func number(g *expr.Graph, text string) expr.Expr {
	digits, negative := strings.CutPrefix(text, "-")
	num, den, isFraction := strings.Cut(digits, "/")
	v, err := expr.ParseNumber(num, expr.MaxDigits)
	if err != nil {
		panic(err)
	}
	if isFraction {
		d, err := expr.ParseNumber(den, expr.MaxDigits)
		if err != nil {
			panic(err)
		}
		v = v.Mul(d.Inv())
	}
	if negative {
		v = v.Neg()
	}
	return g.Num(v)
}

func TestStyles(t *testing.T) {
	g := expr.NewGraph()
	a, b, c, x, x1 := g.Var("a"), g.Var("b"), g.Var("c"), g.Var("x"), g.Var("x1")
	zero, one, two, three := g.Int(0), g.Int(1), g.Int(2), g.Int(3)
	num := func(text string) expr.Expr { return number(g, text) }
	for _, tt := range []struct {
		x                    expr.Expr
		text, unicode, latex string
	}{
		// Sums and differences.
		{g.Add(a, b, c), "a + b + c", "a + b + c", "a + b + c"},
		{g.Add(g.Add(a, b), c), "(a + b) + c", "(a + b) + c", `\left(a + b\right) + c`},
		{g.Add(a, g.Add(b, c)), "a + (b + c)", "a + (b + c)", `a + \left(b + c\right)`},
		{g.Add(g.Sub(g.Add(a, b), c), x), "a + b - c + x", "a + b − c + x", "a + b - c + x"},
		{g.Add(g.Sub(a, b), c, x), "a - b + c + x", "a − b + c + x", "a - b + c + x"},
		{g.Sub(g.Sub(a, b), c), "a - b - c", "a − b − c", "a - b - c"},
		{g.Sub(a, g.Sub(b, c)), "a - (b - c)", "a − (b − c)", `a - \left(b - c\right)`},
		{g.Sub(a, g.Add(b, c)), "a - (b + c)", "a − (b + c)", `a - \left(b + c\right)`},
		{g.Sub(g.Neg(a), b), "-a - b", "−a − b", "-a - b"},

		// Products and quotients.
		{g.Mul(a, b, c), "a*b*c", "a·b·c", `a\,b\,c`},
		{g.Mul(g.Mul(a, b), c), "(a*b)*c", "(a·b)·c", `\left(a\,b\right)\,c`},
		{g.Mul(a, g.Mul(b, c)), "a*(b*c)", "a·(b·c)", `a\,\left(b\,c\right)`},
		{g.Div(g.Mul(a, b), c), "a*b/c", "a·b/c", `\frac{a\,b}{c}`},
		{g.Mul(g.Div(a, b), c), "a/b*c", "a/b·c", `\frac{a}{b}\,c`},
		{g.Div(g.Div(a, b), c), "a/b/c", "a/b/c", `\frac{\frac{a}{b}}{c}`},
		{g.Div(a, g.Div(b, c)), "a/(b/c)", "a/(b/c)", `\frac{a}{\frac{b}{c}}`},
		{g.Div(a, g.Mul(b, c)), "a/(b*c)", "a/(b·c)", `\frac{a}{b\,c}`},
		{g.Mul(a, g.Div(b, c)), "a*(b/c)", "a·(b/c)", `a \cdot \frac{b}{c}`},
		{g.Mul(two, g.Add(x1, three)), "2*(x1 + 3)", "2·(x₁ + 3)", `2\,\left(x_{1} + 3\right)`},
		{g.Mul(two, three, x), "2*3*x", "2·3·x", `2 \cdot 3\,x`},
		{g.Mul(x, g.Pow(two, a)), "x*2^a", "x·2^a", `x \cdot 2^{a}`},
		{g.Add(g.Mul(two, x1), g.Mul(three, g.Var("x2"))), "2*x1 + 3*x2", "2·x₁ + 3·x₂", `2\,x_{1} + 3\,x_{2}`},

		// Minus signs.
		{g.Neg(g.Mul(a, b)), "-a*b", "−a·b", `-a\,b`},
		{g.Neg(g.Div(a, b)), "-a/b", "−a/b", `-\frac{a}{b}`},
		{g.Neg(g.Pow(x, two)), "-x^2", "−x²", "-x^{2}"},
		{g.Neg(g.Add(a, b)), "-(a + b)", "−(a + b)", `-\left(a + b\right)`},
		{g.Neg(g.Neg(x)), "-(-x)", "−(−x)", `-\left(-x\right)`},
		{g.Mul(a, g.Neg(b)), "a*(-b)", "a·(−b)", `a\,\left(-b\right)`},
		{g.Mul(g.Neg(a), b), "(-a)*b", "(−a)·b", `\left(-a\right)\,b`},
		{g.Div(g.Neg(a), b), "(-a)/b", "(−a)/b", `\frac{-a}{b}`},
		{g.Add(g.Neg(a), b), "-a + b", "−a + b", "-a + b"},
		{g.Add(a, g.Neg(b)), "a + (-b)", "a + (−b)", `a + \left(-b\right)`},
		{g.Sub(a, g.Neg(b)), "a - (-b)", "a − (−b)", `a - \left(-b\right)`},

		// Powers.
		{g.Pow(x, two), "x^2", "x²", "x^{2}"},
		{g.Pow(two, g.Pow(three, two)), "2^3^2", "2^3²", "2^{3^{2}}"},
		{g.Pow(g.Pow(x, two), three), "(x^2)^3", "(x²)³", `\left(x^{2}\right)^{3}`},
		{g.Pow(x, g.Neg(two)), "x^(-2)", "x⁻²", "x^{-2}"},
		{g.Pow(x, num("-2")), "x^(-2)", "x⁻²", "x^{-2}"},
		{g.Pow(x, g.Neg(a)), "x^(-a)", "x^(−a)", "x^{-a}"},
		{g.Pow(x, g.Neg(num("-2"))), "x^(-(-2))", "x^(−(−2))", `x^{-\left(-2\right)}`},
		{g.Pow(g.Neg(x), two), "(-x)^2", "(−x)²", `\left(-x\right)^{2}`},
		{g.Pow(x1, g.Int(120)), "x1^120", "x₁¹²⁰", "x_{1}^{120}"},
		{g.Pow(x, g.Int(1000)), "x^1000", "x^1000", "x^{1000}"},
		{g.Pow(x, num("2.0")), "x^2.0", "x^2.0", "x^{2.0}"},
		{g.Pow(x, g.Add(a, one)), "x^(a + 1)", "x^(a + 1)", "x^{a + 1}"},
		{g.Pow(g.Div(a, b), two), "(a/b)^2", "(a/b)²", `\left(\frac{a}{b}\right)^{2}`},

		// Numbers.
		{num("-3"), "-3", "−3", "-3"},
		{num("1/3"), "1/3", "1/3", `\frac{1}{3}`},
		{num("-1/3"), "-1/3", "−1/3", `-\frac{1}{3}`},
		{num("0.5"), "0.5", "0.5", "0.5"},
		{num("1.5e-7"), "1.5e-7", "1.5·10⁻⁷", `1.5 \cdot 10^{-7}`},
		{num("-1e20"), "-1e20", "−10²⁰", "-10^{20}"},
		{g.Add(a, num("-3")), "a + (-3)", "a + (−3)", `a + \left(-3\right)`},
		{g.Add(num("-3"), a), "-3 + a", "−3 + a", "-3 + a"},
		{g.Mul(num("1/3"), x), "1/3*x", "1/3·x", `\frac{1}{3}\,x`},
		{g.Mul(x, num("1/3")), "x*(1/3)", "x·(1/3)", `x \cdot \frac{1}{3}`},
		{g.Div(num("1/3"), x), "1/3/x", "1/3/x", `\frac{\frac{1}{3}}{x}`},
		{g.Mul(num("-3"), x), "(-3)*x", "(−3)·x", `\left(-3\right)\,x`},
		{g.Pow(x, num("1/3")), "x^(1/3)", "x^(1/3)", `x^{\frac{1}{3}}`},
		{g.Pow(num("-2"), x), "(-2)^x", "(−2)^x", `\left(-2\right)^{x}`},
		{g.Pow(num("1.5e-7"), x), "1.5e-7^x", "(1.5·10⁻⁷)^x", `\left(1.5 \cdot 10^{-7}\right)^{x}`},
		{g.Mul(num("1.5e-7"), x), "1.5e-7*x", "1.5·10⁻⁷·x", `1.5 \cdot 10^{-7}\,x`},

		// Calls, constants, comparisons, selects.
		{g.Call(expr.Pi), "pi", "π", `\pi`},
		{g.Call(expr.E), "e", "e", "e"},
		{g.Call(expr.Exp, g.Neg(x)), "exp(-x)", "exp(−x)", "e^{-x}"},
		{g.Pow(g.Call(expr.Exp, x), two), "exp(x)^2", "exp(x)²", `\left(e^{x}\right)^{2}`},
		{g.Call(expr.Sqrt, g.Add(x, one)), "sqrt(x + 1)", "√(x + 1)", `\sqrt{x + 1}`},
		{g.Call(expr.Abs, x), "abs(x)", "|x|", `\left|x\right|`},
		{g.Call(expr.Norm, a, b), "norm(a, b)", "‖a, b‖", `\left\lVert a, b\right\rVert`},
		{g.Call(expr.Sigmoid, x), "sigmoid(x)", "σ(x)", `\sigma\left(x\right)`},
		{g.Pow(g.Call(expr.Sin, x), two), "sin(x)^2", "sin(x)²", `\sin\left(x\right)^{2}`},
		{g.Call(expr.Max, a, g.Neg(b), c), "max(a, -b, c)", "max(a, −b, c)", `\max\left(a, -b, c\right)`},
		{g.Compare(expr.Less, x, zero), "x < 0", "x < 0", "x < 0"},
		{g.Compare(expr.NotEqual, g.Add(x, one), zero), "x + 1 != 0", "x + 1 ≠ 0", `x + 1 \ne 0`},
		{g.Compare(expr.Equal, g.Compare(expr.LessEqual, a, b), c), "(a <= b) == c", "(a ≤ b) = c", `\left(a \le b\right) = c`},
		{g.Mul(g.Compare(expr.Greater, a, b), c), "(a > b)*c", "(a > b)·c", `\left(a > b\right)\,c`},
		{
			g.Select(g.Compare(expr.GreaterEqual, x, zero), a, g.Neg(b)),
			"where(x >= 0, a, -b)", "where(x ≥ 0, a, −b)",
			`\begin{cases}a & \text{if } x \ge 0 \\ -b & \text{otherwise}\end{cases}`,
		},
		{
			g.Add(one, g.Select(c, a, b)),
			"1 + where(c, a, b)", "1 + where(c, a, b)",
			`1 + \left(\begin{cases}a & \text{if } c \\ b & \text{otherwise}\end{cases}\right)`,
		},

		// Names.
		{g.Var("x[0]"), "x[0]", "x₀", "x_{0}"},
		{g.Var("W[0,12]"), "W[0,12]", "W[0,12]", "W_{0,12}"},
		{g.Var("x1[2]"), "x1[2]", "x₁[2]", "x_{1,2}"},
		{g.Var("x_1"), "x_1", "x₁", "x_{1}"},
		{g.Var("w_out"), "w_out", "w_out", `\mathrm{w\_out}`},
		{g.Var("layer12"), "layer12", "layer₁₂", `\mathrm{layer}_{12}`},
		{g.Var("alpha"), "alpha", "α", `\alpha`},
		{g.Var("θ2"), "θ2", "θ₂", `\theta_{2}`},
		{g.Var("é"), "é", "é", "é"},
		{g.Var("_"), "_", "_", `\_`},
		{g.Var("_1"), "_1", "_₁", `\__{1}`},
	} {
		for _, want := range []struct {
			style print.Style
			text  string
		}{{print.Text, tt.text}, {print.Unicode, tt.unicode}, {print.LaTeX, tt.latex}} {
			if got := print.Sprint(want.style, tt.x); got != want.text {
				t.Errorf("%v: got  %s\nwant %s", want.style, got, want.text)
			}
		}
	}
}

func TestArrayString(t *testing.T) {
	g := expr.NewGraph()
	a, b, c := g.Var("a"), g.Add(g.Var("b"), g.Int(1)), g.Var("c")
	for _, tt := range []struct {
		array       expr.Array
		text, latex string
	}{
		{expr.Scalar(b), "b + 1", "b + 1"},
		{expr.Array{Shape: expr.Shape{0}}, "[]", `\begin{bmatrix}\end{bmatrix}`},
		{expr.Array{Shape: expr.Shape{2}, Elems: []expr.Expr{a, b}}, "[a, b + 1]", `\begin{bmatrix}a \\ b + 1\end{bmatrix}`},
		{
			expr.Array{Shape: expr.Shape{2, 2}, Elems: []expr.Expr{a, b, c, a}},
			"[[a, b + 1], [c, a]]", `\begin{bmatrix}a & b + 1 \\ c & a\end{bmatrix}`,
		},
		{expr.Array{Shape: expr.Shape{2, 1}, Elems: []expr.Expr{a, b}}, "[[a], [b + 1]]", `\begin{bmatrix}a \\ b + 1\end{bmatrix}`},
	} {
		if got := print.ArrayString(print.Text, tt.array); got != tt.text {
			t.Errorf("got %s, want %s", got, tt.text)
		}
		if got := print.ArrayString(print.LaTeX, tt.array); got != tt.latex {
			t.Errorf("got %s, want %s", got, tt.latex)
		}
	}
}

func TestParseStyle(t *testing.T) {
	for _, s := range []print.Style{print.Text, print.Unicode, print.LaTeX} {
		if got, err := print.ParseStyle(s.String()); err != nil || got != s {
			t.Errorf("%v is read as %v, %v", s, got, err)
		}
	}
	if _, err := print.ParseStyle("html"); err == nil || !strings.Contains(err.Error(), "latex") {
		t.Errorf("html: %v", err)
	}
	if got := (print.Style{}).String(); got != "text" {
		t.Errorf("the zero style is %s", got)
	}
}
