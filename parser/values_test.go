package parser_test

import (
	"encoding/json"
	"math"
	"strconv"
	"testing"

	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"

	"github.com/gradcmp/gradcmp/autodiff/reverse"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// valuesAndGradient evaluates the elements of a formula, and the gradient of
// the first, at a point of its variables in the order of names.
func valuesAndGradient(t rapid.TB, src string, names []string, x []float64) (values, grad []float64) {
	t.Helper()
	shapes := make(map[string]expr.Shape, len(names))
	for _, name := range names {
		shapes[name] = nil
	}
	r, err := parser.Parse(src, parser.Options{Shapes: shapes})
	if err != nil {
		t.Fatal(err)
	}
	inputs := make([]expr.Expr, len(names))
	for i, name := range names {
		inputs[i] = r.Graph.Var(name)
	}
	p, err := eval.Compile(inputs, r.Value.Elems, eval.Keep())
	if err != nil {
		t.Fatal(err)
	}
	s, err := reverse.New(p, eval.StandardKernels(), reverse.StandardRules(expr.Torch))
	if err != nil {
		t.Fatal(err)
	}
	n := len(r.Value.Elems)
	values, jacobian := make([]float64, n), make([]float64, n*len(names))
	s.Jacobian(x, values, jacobian)
	return values, jacobian[:len(names)]
}

// near reports whether two numbers agree to the given relative tolerance.
func near(got, want, tolerance float64) bool {
	return math.Abs(got-want) <= tolerance*math.Max(1, math.Abs(want))
}

// TestKinks holds the prelude to the derivatives that PyTorch 1.13.1 answers
// at the kinks of its functions, differentiated arm by arm.
func TestKinks(t *testing.T) {
	selu := 1.0507009873554804934193349852946 * 1.6732632423543772848170429916717
	for _, tt := range []struct {
		src                  string
		x, value, derivative float64
	}{
		{"relu6(x)", 0, 0, 0},
		{"relu6(x)", 6, 6, 0},
		{"hardtanh(x)", -1, -1, 0},
		{"hardtanh(x)", 1, 1, 0},
		{"hardtanh(x, -2, 3)", 3, 3, 0},
		{"clamp(x, -1, 1)", -1, -1, 1},
		{"clamp(x, -1, 1)", 1, 1, 1},
		{"clamp(x, -1, 1)", 1.5, 1, 0},
		{"leaky_relu(x)", 0, 0, 0.01},
		{"leaky_relu(x, 0.2)", 0, 0, 0.2},
		{"elu(x, 2)", 0, 0, 2},
		{"celu(x, 2)", 0, 0, 1},
		{"selu(x)", 0, 0, selu},
		{"hardsigmoid(x)", -3, 0, 0},
		{"hardsigmoid(x)", 3, 1, 0},
		{"hardswish(x)", -3, 0, -0.5},
		{"hardswish(x)", 3, 3, 1.5},
		{"hardswish(x)", -4, 0, 0},
		{"softshrink(x)", 0.5, 0, 0},
		{"softshrink(x)", -0.5, 0, 0},
		{"softshrink(x)", 0.75, 0.25, 1},
		{"hardshrink(x)", 0.5, 0, 0},
		{"hardshrink(x)", -0.5, 0, 0},
		{"hardshrink(x)", -0.75, -0.75, 1},
		{"threshold(x, 1, 0.25)", 1, 0.25, 0},
		{"threshold(x, 1, 0.25)", 1.5, 1.5, 1},
		{"softsign(x)", 0, 0, 1},
		{"fmax(x, 2)", 2, 2, 1},
		{"fmin(x, 2)", 2, 2, 1},
		{"fmax(2, x)", 2, 2, 0},
		{"maximum(x, 2)", 2, 2, 0.5},
		{"huber(x, 0)", 1, 0.5, 1},
		{"smooth_l1(x, 0)", -1, 0.5, -1},
		{"xlog1py(x, -1)", 0, 0, 0},
		{"|x|", 0, 0, 0},
		{"if x > 0 then log(x) else x", -1, -1, 1},
		{"piecewise(x < 0, √x, x < 1, 0, log(x))", 1, 0, 1},
		{"where(x == 0, 1, sin(x)/x)", 0, 1, 0},
	} {
		value, grad := valuesAndGradient(t, tt.src, []string{"x"}, []float64{tt.x})
		if !near(value[0], tt.value, 1e-15) || !near(grad[0], tt.derivative, 1e-15) {
			t.Errorf("%s at %v is %v with derivative %v, want %v and %v", tt.src, tt.x, value[0], grad[0], tt.value, tt.derivative)
		}
	}
}

// torchFormulas are the functions of PyTorch as the language has them, by
// their names in the corpus torch.jsonl.
var torchFormulas = map[string]string{
	"celu2": "celu(x, 2)", "elu": "elu(x)", "relu6": "relu6(x)", "leaky_relu": "leaky_relu(x)", "hardtanh": "hardtanh(x)",
	"hardsigmoid": "hardsigmoid(x)", "hardshrink": "hardshrink(x)", "softshrink": "softshrink(x)",
	"threshold": "threshold(x, 1, 1/4)", "silu": "silu(x)", "gelu": "gelu(x)", "gelu_tanh": "gelu_tanh(x)",
	"rsqrt": "rsqrt(x)", "square": "square(x)", "reciprocal": "reciprocal(x)", "frac": "frac(x)", "two_pow_x": "exp2(x)",
	"deg2rad": "deg2rad(x)", "rad2deg": "rad2deg(x)", "maximum": "maximum(x, y)", "fmin": "fmin(x, y)",
	"lerp_half": "lerp(x, y, 0.5)", "pow2": "pow(x, 2)",
	"var_biased": "var([x1, x2, x3])", "norm2": "norm([x1, x2, x3])", "norm1": "norm([x1, x2, x3], 1)",
	"softmax_2": "softmax([x1, x2, x3])[1]", "log_softmax_3": "logsoftmax([x1, x2, x3])[2]",
	"cross_entropy_t2": "cross_entropy([x1, x2, x3], 2)", "softmin_1": "softmin([x1, x2, x3])[0]",
	"cumsum_sumsq": "sum(cumsum([x1, x2, x3])^2)", "cumprod_sum": "sum(cumprod([x1, x2, x3]))", "prod": "prod([x1, x2, x3])",
	"cosine_similarity": "cosine_similarity([x1, x2, x3], [1, 2, -1])", "amax": "max([x1, x2, x3])",
	"logdet2": "log(det([[a, b], [c, d]]))", "inv2_00": "inverse([[a, b], [c, d]])[0, 0]",
}

// TestTorch compares the functions of the language with what PyTorch answers,
// at ordinary and at special points where it answers numbers.
func TestTorch(t *testing.T) {
	count := 0
	for _, r := range corpus(t, "torch.jsonl") {
		var name string
		_ = json.Unmarshal(r.Torch, &name)
		src, ok := torchFormulas[name]
		if !ok {
			continue
		}
		tolerance := 1e-12
		if name == "hardsigmoid" { // PyTorch multiplies by a float32 of 1/6
			tolerance = 3e-7
		}
		for i, point := range r.Points {
			x, want, finite := coordinates(r, i, point)
			if !finite {
				continue
			}
			count++
			value, grad := valuesAndGradient(t, src, r.Vars, x)
			for j, got := range append(value, grad...) {
				if !near(got, want[j], tolerance) {
					t.Errorf("%s: %s at %v is %v with gradient %v, want %v", r.ID, src, x, value, grad, want)
					break
				}
			}
		}
	}
	t.Logf("%d points", count)
}

// coordinates returns a point of a record, and the value and gradient there,
// and whether all of them are finite, and no coordinate so large or small that
// PyTorch's norm underflows and softmax as written here is off.
func coordinates(r record, i int, point map[string]any) (x, want []float64, finite bool) {
	want = []float64{number(r.Value[i])}
	for _, name := range r.Vars {
		c, ok := point[name].(float64)
		if size := math.Abs(c); !ok || size > 1e100 || size > 0 && size < 1e-100 {
			return nil, nil, false
		}
		x = append(x, c)
		want = append(want, number(r.Grad[i][name]))
	}
	for _, w := range want {
		if math.IsInf(w, 0) || math.IsNaN(w) {
			return nil, nil, false
		}
	}
	return x, want, true
}

// number reads a number of a record, NaN if there is none.
func number(text string) float64 {
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return math.NaN()
	}
	return x
}

// TestMatrices compares determinants and inverses of up to four rows with
// gonum's, which come from a factorization.
func TestMatrices(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 4).Draw(t, "rows")
		elems := make([]float64, n*n)
		src := "["
		for i := range elems {
			k := rapid.IntRange(-9, 9).Draw(t, "element")
			elems[i] = float64(k)
			src += map[bool]string{true: "[", false: ""}[i%n == 0] + strconv.Itoa(k) + map[bool]string{true: "],", false: ","}[i%n == n-1]
		}
		src = src[:len(src)-1] + "]"
		a := mat.NewDense(n, n, elems)
		want := mat.Det(a)
		det, _ := valuesAndGradient(t, "det("+src+")", nil, nil)
		if !near(det[0], want, 1e-12) {
			t.Fatalf("det(%s) is %v, want %v", src, det[0], want)
		}
		if math.Abs(want) < 0.5 {
			return
		}
		var inverse mat.Dense
		if err := inverse.Inverse(a); err != nil {
			return
		}
		values, _ := valuesAndGradient(t, "inv("+src+")", nil, nil)
		for i, v := range values {
			if !near(v, inverse.At(i/n, i%n), 1e-10) {
				t.Fatalf("inv(%s) is %v", src, values)
			}
		}
	})
}

// TestValues compares whole formulas with values worked out from the definitions.
func TestValues(t *testing.T) {
	for src, want := range map[string]float64{
		"var([1, 2, 4, 8])":                                    7.1875,
		"var([1, 2, 4, 8], 1)":                                 9.583333333333334,
		"std([1, 2, 4, 8])":                                    2.680951323690902,
		"norm([3, -4, 12], 1)":                                 19,
		"norm([3, -4, 12], ∞)":                                 12,
		"norm([3, -4, 12], 3)":                                 12.207054953820636,
		"layernorm([1, 2, 4, 8])[3]":                           1.5852570712213893,
		"logsoftmax([1, 2, 3])[0]":                             -2.40760596444438,
		"cross_entropy([1, 2, 3], 0)":                          2.40760596444438,
		"mse([1, 2, 3], [3, 2, 1])":                            8. / 3,
		"trace([[1, 2], [3, 4]].T @ [[1, 2], [3, 4]])":         30,
		"sum(outer([1, 2], [3, 4])[:, 1])":                     12,
		"sum(i, 1, 100, i^2)":                                  338350,
		"prod(i, 1, 5, i) - 5!":                                0,
		"x = [1, 2, 3]; sum(i, 0, 1, x[i]*x[i + 1])":           8,
		"2π|−1|·√4 − 4π":                                       0,
		"(1 and 2) + (0 or 3) + (not 0) + (1 < 2 and not 2>1)": 3,
		"f(x, n) = sum(k, 0, n, x^k/k!); f(1, 20) − e":         0,
		"log(8, 2) + log2(4) + ln(E)":                          6,
		"if 1 > 2 then 1/0 else if 2 > 1 then 5 else log(-1)":  5,
	} {
		got, _ := valuesAndGradient(t, src, nil, nil)
		if !near(got[0], want, 1e-9) {
			t.Errorf("%s is %v, want %v", src, got[0], want)
		}
	}
}
