package parser_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// parseTest is a source and how its value dumps.
type parseTest struct{ src, want string }

var parseTests = []parseTest{
	// sums and products are as long as they are written
	{"a + b + c", "(+ a b c)"},
	{"(a + b) + c", "(+ (+ a b) c)"},
	{"a + (b + c)", "(+ a (+ b c))"},
	{"a + b - c + d", "(+ (- (+ a b) c) d)"},
	{"a - b - c", "(- (- a b) c)"},
	{"a*b*c", "(* a b c)"},
	{"(a*b)*c", "(* (* a b) c)"},
	{"a*b/c", "(/ (* a b) c)"},
	{"a/b*c", "(* (/ a b) c)"},
	{"a/b/c", "(/ (/ a b) c)"},
	{"a*b + c*d - e1/f", "(- (+ (* a b) (* c d)) (/ e1 f))"},
	{"x1^2 + 3*x1*x2 + x2^2", "(+ (^ x1 2) (* 3 x1 x2) (^ x2 2))"},
	// powers group from the right
	{"2^3^2", "(^ 2 (^ 3 2))"},
	{"2**3**2", "(^ 2 (^ 3 2))"},
	{"(2^3)^2", "(^ (^ 2 3) 2)"},
	{"a^b*c^d", "(* (^ a b) (^ c d))"},
	// unary minus is looser than a product, tighter than a sum
	{"-3", "(neg 3)"},
	{"-x^2", "(neg (^ x 2))"},
	{"-a*b", "(neg (* a b))"},
	{"-a*b*c", "(neg (* a b c))"},
	{"-a/b", "(neg (/ a b))"},
	{"-a + b", "(+ (neg a) b)"},
	{"-a - b", "(- (neg a) b)"},
	{"--a", "(neg (neg a))"},
	{"a + -b*c", "(+ a (neg (* b c)))"},
	{"a - -b", "(- a (neg b))"},
	{"a*-b", "(* a (neg b))"},
	{"a*-b*c", "(* a (neg b) c)"},
	{"a/-b*c", "(* (/ a (neg b)) c)"},
	{"a*-b^2", "(* a (neg (^ b 2)))"},
	{"a*--b*c", "(* a (neg (neg b)) c)"},
	{"2^-x", "(^ 2 (neg x))"},
	{"2^-x*y", "(* (^ 2 (neg x)) y)"},
	{"2^-x^y", "(^ 2 (neg (^ x y)))"},
	{"2^-x + y", "(+ (^ 2 (neg x)) y)"},
	{"(-a)^2", "(^ (neg a) 2)"},
	{"-a < -b", "(< (neg a) (neg b))"},
	{"+x", "x"},
	{"a + +b", "(+ a b)"},
	{"a*+b*c", "(* a b c)"},
	// numbers
	{"1/3", "(/ 1 3)"},
	{"0.1 + .5 + 2. + 1.5e-7 + 1E3 + 007", "(+ 0.1 0.5 2.0 1.5e-7 1000.0 7)"},
	{"123456789012345678901234567890", "123456789012345678901234567890"},
	// names
	{"α + x_1 + _y + Größe", "(+ α x_1 _y Größe)"},
	{"x₁₂ + x12", "(+ x12 x12)"},
	{"Gro\u0308ße + Größe", "(+ Größe Größe)"},
	{"sin + x", "(+ sin x)"},
	{"sin + sin(x)", "(+ sin (sin x))"},
	// calls
	{"sqrt(x)", "(sqrt x)"},
	{"ln(x) + arctan(y)", "(+ (log x) (atan y))"},
	{"sin(cos(x)*y)", "(sin (* (cos x) y))"},
	{"-sin(x)^2", "(neg (^ (sin x) 2))"},
	{"min(a, b, c)", "(min a b c)"},
	{"max(x)", "(max x)"},
	{"where(x < 0, -x, x)", "(where (< x 0) (neg x) x)"},
	{"pi + e + π", "(+ pi() e() pi())"},
	// comparisons
	{"a + b <= c*d", "(<= (+ a b) (* c d))"},
	{"(a < b) == (c >= d)", "(== (< a b) (>= c d))"},
	{"(a > b)*(b != c)", "(* (> a b) (!= b c))"},
	{"x!=0", "(!= x 0)"},
	{"x ≠ 0", "(!= x 0)"},
	// statements
	{"a = x + 1; b = a^2; a*b", "(* (+ x 1) (^ (+ x 1) 2))"},
	{"e = 2; e + 1", "(+ 2 1)"},
	{"pi : scalar\npi + 1", "(+ pi 1)"},
	{"# a comment\n\nx +\n  y # another\n", "(+ x y)"},
	{"f =\n sin(\n x)\n;;\nf^2", "(^ (sin x) 2)"},
	{"max(a,\n b\n)", "(max a b)"},
	{"\ufeffx\u00a0+\u202fy\r\n", "(+ x y)"},
	{"a = 1\rb = 2\ra + b", "(+ 1 2)"},
	// arrays
	{"[1, x]", "[1 x]"},
	{"[[a, b], [c, d]]", "[[a b] [c d]]"},
	{"x : vector(2); x", "[x[0] x[1]]"},
	{"W : matrix(2, 2); W", "[[W[0,0] W[0,1]] [W[1,0] W[1,1]]]"},
	{"b : scalar; b^2", "(^ b 2)"},
	{"x : vector(2); 2*x + 1", "[(+ (* 2 x[0]) 1) (+ (* 2 x[1]) 1)]"},
	{"x : vector(2); -x^2", "[(neg (^ x[0] 2)) (neg (^ x[1] 2))]"},
	{"x : vector(2); sin(x)", "[(sin x[0]) (sin x[1])]"},
	{"x : vector(2); where(x > 0, x, 0)", "[(where (> x[0] 0) x[0] 0) (where (> x[1] 0) x[1] 0)]"},
	{"[[a], [b]] + [c, d]", "[[(+ a c) (+ a d)] [(+ b c) (+ b d)]]"},
	{"[[a, b]] * [[c], [d]]", "[[(* a c) (* b c)] [(* a d) (* b d)]]"},
	{"[a, b] @ [c, d]", "(+ (* a c) (* b d))"},
	{"[a] @ [c]", "(* a c)"},
	{"[[a, b], [c, d]] @ [x, y]", "[(+ (* a x) (* b y)) (+ (* c x) (* d y))]"},
	{"[x, y] @ [[a, b], [c, d]]", "[(+ (* x a) (* y c)) (+ (* x b) (* y d))]"},
	{"[[a, b]] @ [[c], [d]]", "[[(+ (* a c) (* b d))]]"},
	{"matmul([[a], [b]], [[c, d]])", "[[(* a c) (* a d)] [(* b c) (* b d)]]"},
	{"2*[a, b] @ [c, d]", "(+ (* (* 2 a) c) (* (* 2 b) d))"},
	{"dot([a, b], [c, d])", "(+ (* a c) (* b d))"},
	{"transpose([[a, b, c], [d, e1, f]])", "[[a d] [b e1] [c f]]"},
	{"transpose([a, b])", "[a b]"},
	{"sum([a, b, c])", "(+ a b c)"},
	{"sum([[a, b], [c, d]])", "(+ a b c d)"},
	{"mean([a, b])", "(/ (+ a b) 2)"},
	{"mean(a, b)", "(/ (+ a b) 2)"},
	{"softmax([a, b])", "[(exp (- a (logsumexp a b))) (exp (- b (logsumexp a b)))]"},
	{"norm([a, b])", "(norm a b)"},
	{"logsumexp([[a], [b]])", "(logsumexp a b)"},
	{"argmax([a, b])", "(argmax a b)"},
	{"var([a, b])", "(/ (+ (^ (- a (/ (+ a b) 2)) 2) (^ (- b (/ (+ a b) 2)) 2)) (- 2 0))"},
	{"std([a], 1)", "(sqrt (/ (^ (- a (/ a 1)) 2) (- 1 1)))"},
	{"norm([a, b], 1)", "(+ (abs a) (abs b))"},
	{"norm([a, b], 2)", "(norm a b)"},
	{"norm([a, b], inf) + norm([a], ∞) + inf", "(+ (max (abs a) (abs b)) (max (abs a)) inf)"},
	{"norm([a, b], 3)", "(^ (+ (^ (abs a) 3) (^ (abs b) 3)) (/ 1 3))"},
	{"norm(a, b)", "(norm a b)"},
	{"maximum([a, b], 0)", "[(max a 0) (max b 0)]"},
	{"cumsum([a, b, c])", "[a (+ a b) (+ (+ a b) c)]"},
	{"cumprod([a, b])", "[a (* a b)]"},
	{"logsoftmax([a, b])", "[(- a (logsumexp a b)) (- b (logsumexp a b))]"},
	{"cross_entropy([a, b], 1)", "(- (logsumexp a b) b)"},
	{"mse([a, b], [c, d])", "(/ (+ (^ (- a c) 2) (^ (- b d) 2)) 2)"},
	{"cosine_similarity([a], [b])", "(/ (* a b) (* (norm a) (norm b)))"},
	{"layernorm([a])", "[(/ (- a (/ a 1)) (sqrt (+ (/ (^ (- a (/ a 1)) 2) (- 1 0)) 0.00001)))]"},
	{"outer([a, b], [c, d])", "[[(* a c) (* a d)] [(* b c) (* b d)]]"},
	{"trace([[a, b], [c, d]])", "(+ a d)"},
	{"det([[a]])", "a"},
	{"det([[a, b], [c, d]])", "(- (* a d) (* b c))"},
	{"inv([[a]])", "[[(/ 1 a)]]"},
	{"inverse([[a, b], [c, d]])[0]", "[(/ d (- (* a d) (* b c))) (/ (neg b) (- (* a d) (* b c)))]"},
	{"A : matrix(2, 1); A.T", "[[A[0,0] A[1,0]]]"},
	{"A : matrix(1, 1); Aᵀ @ A", "[[(* A[0,0] A[0,0])]]"},
	{"size([[a, b], [c, d]])", "4"},
	// indices
	{"x : vector(3); x[0]*x[2]", "(* x[0] x[2])"},
	{"x : vector(3); x[1]^2", "(^ x[1] 2)"},
	{"x : vector(3); 2^-x[1]", "(^ 2 (neg x[1]))"},
	{"[a, b, c][1]", "b"},
	{"W : matrix(2, 2); W[1]", "[W[1,0] W[1,1]]"},
	{"W : matrix(2, 2); W[1,0] + W[1][0]", "(+ W[1,0] W[1,0])"},
	{"x : vector(4); x[1:3]", "[x[1] x[2]]"},
	{"x : vector(4); x[:2] + x[2:]", "[(+ x[0] x[2]) (+ x[1] x[3])]"},
	{"x : vector(2); x[:]", "[x[0] x[1]]"},
	{"n = 2; x : vector(3); x[n - 1:n + 1][1]", "x[2]"},
	{"W : matrix(2, 2); W[0,:]", "[W[0,0] W[0,1]]"},
	{"W : matrix(2, 2); W[:,1]", "[W[0,1] W[1,1]]"},
	{"W : matrix(2, 3); W[:, 1:]", "[[W[0,1] W[0,2]] [W[1,1] W[1,2]]]"},
	{"W : matrix(3, 2); W[1:]", "[[W[1,0] W[1,1]] [W[2,0] W[2,1]]]"},
	{"W : matrix(3, 2); W[1:, 0]", "[W[1,0] W[2,0]]"},
	{"W : matrix(1, 2); W[:, i]", "[(where (== i 0) W[0,0] W[0,1])]"},
	{"x : vector(3); x[1]!=x[2]", "(!= x[1] x[2])"},
	{"n = 2; [a, b, c][n] + [a, b, c][n - 1]", "(+ c b)"},
	{"[a, b, c][i]", "(where (== i 0) a (where (== i 1) b c))"},
	{"[[a, b], [c, d]][i]", "[(where (== i 0) a c) (where (== i 0) b d)]"},
	{"[[a, b], [c, d]][i, 1]", "(where (== i 0) b d)"},
	{"[[a, b], [c, d]][1, i]", "(where (== i 0) c d)"},
	{"p = [a, b]; p[argmax(p)]", "(where (== (argmax a b) 0) a b)"},
}

func TestParse(t *testing.T) {
	for _, tt := range slices.Concat(parseTests, languageTests) {
		r, err := parser.Parse(tt.src, parser.Options{})
		if err != nil {
			t.Errorf("Parse(%q): %v", tt.src, err)
		} else if got := dump(r.Value); got != tt.want {
			t.Errorf("Parse(%q)\n got %s\nwant %s", tt.src, got, tt.want)
		}
	}
}

func TestResult(t *testing.T) {
	r, err := parser.Parse("b = [y, x]; W : matrix(1, 2); v : scalar\nW @ b + z + pi", parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var vars []string
	for _, v := range r.Vars {
		vars = append(vars, v.Name+" : "+v.Shape.String())
	}
	want := []string{"y : scalar", "x : scalar", "W : matrix(1, 2)", "v : scalar", "z : scalar"}
	if diff := cmp.Diff(want, vars); diff != "" {
		t.Errorf("Vars (-want +got):\n%s", diff)
	}
	if len(r.Definitions) != 1 || r.Definitions[0].Name != "b" || dump(r.Definitions[0].Value) != "[y x]" {
		t.Errorf("Definitions = %v", r.Definitions)
	}
}

func TestShapesFromOutside(t *testing.T) {
	shapes := map[string]expr.Shape{"x": {2}, "e": nil, "sin": nil}
	for src, want := range map[string]string{
		"x + e":             "[(+ x[0] e) (+ x[1] e)]",
		"x : vector(2)\n-x": "[(neg x[0]) (neg x[1])]",
		"pi + sin":          "(+ pi() sin)",
	} {
		r, err := parser.Parse(src, parser.Options{Shapes: shapes})
		if err != nil {
			t.Error(err)
		} else if got := dump(r.Value); got != want {
			t.Errorf("Parse(%q) = %s, want %s", src, got, want)
		}
	}
	for _, shape := range []expr.Shape{{0}, {-1}, {2, 0}, {1, 1, 1}, {1 << 62, 1 << 62}} {
		if _, err := parser.Parse("x + x[i]", parser.Options{Shapes: map[string]expr.Shape{"x": shape}}); err == nil {
			t.Errorf("Parse succeeds with the shape %v", shape)
		}
	}
	for _, src := range []string{"sin(x)", "x : vector(3); sum(x)", "x = 2; x"} {
		if _, err := parser.Parse(src, parser.Options{Shapes: shapes}); err == nil {
			t.Errorf("Parse(%q) succeeds", src)
		}
	}
}

func TestParseIntoSharesNodes(t *testing.T) {
	g := expr.NewGraph()
	a, err := parser.ParseInto(g, "sin(x)^2", parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b, err := parser.ParseInto(g, "y = sin(x); y^2", parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if a.Value.Elems[0] != b.Value.Elems[0] {
		t.Error("the same formula is two nodes")
	}
}

func TestPlaces(t *testing.T) {
	const src = "a = x*y\n[a + 1, x*y, dot([x, y], [y, y])]"
	r, err := parser.Parse(src, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	texts := func(x expr.Expr) string {
		var list []string
		for _, at := range r.Places(x.ID()) {
			list = append(list, src[at.Start:at.End])
		}
		return strings.Join(list, " | ")
	}
	e := r.Value.Elems
	for i, want := range []string{"a + 1", "x*y | a | x*y", "dot([x, y], [y, y])"} {
		if got := texts(e[i]); got != want {
			t.Errorf("places of element %d: %s, want %s", i, got, want)
		}
	}
	if got := texts(e[2].Arg(1)); got != "dot([x, y], [y, y])" {
		t.Errorf("places of a lowered node: %s", got)
	}
}
