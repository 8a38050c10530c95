package parser

import (
	"strings"
	"sync"

	"github.com/gradcmp/gradcmp/expr"
)

// preludeRow is a function that is defined in the language itself.
type preludeRow struct {
	name    string
	params  string // with the defaults of the last ones
	body    string
	note    string
	aliases []string

	// kink is a call whose value has a kink at x = kinkAt, "" for a function
	// without. There the pieces of the body's choices meet, and a convention
	// decides which piece the derivative is of: see [lowering.knee]. The body is
	// written for PyTorch's; jax and minNorm are the bodies for those conventions,
	// where they differ.
	kink         string
	kinkAt       float64
	jax, minNorm string
}

// prelude are the functions that are defined in the language. A definition of
// the source hides the one here. Bodies see each other, constants and the
// functions of the language, and nothing that the source defines.
//
// At a kink the condition chooses the side whose derivative PyTorch answers:
// the bounds of clamp belong to the inside, those of relu6 and hardtanh to the
// outside. The bodies for JAX are the definitions of jax.numpy and jax.nn, which
// share a tie of minimum and maximum.
var prelude = []preludeRow{
	{name: "pow", params: "x, y", body: "x^y"},
	{name: "square", params: "x", body: "x^2"},
	{name: "reciprocal", params: "x", body: "1/x"},
	{name: "exp2", params: "x", body: "2^x"},
	{name: "rsqrt", params: "x", body: "1/sqrt(x)"},
	{name: "log", params: "x, b", body: "log(x)/log(b)", note: "the logarithm to base b; log(x) is the natural one"},
	{name: "frac", params: "x", body: "x - trunc(x)"},
	{name: "deg2rad", params: "x", body: "x*pi/180", aliases: []string{"radians"}},
	{name: "rad2deg", params: "x", body: "x*180/pi", aliases: []string{"degrees"}},
	{name: "copysign", params: "x, y", body: "where(y < 0, -abs(x), abs(x))", note: "-0 counts as positive"},
	{
		name: "fdim", params: "x, y", body: "where(x > y, x - y, 0)", note: "Go's math.Dim",
		kink: "fdim(x, 1)", kinkAt: 1,
	},
	{
		name: "fmax", params: "x, y", body: "where(x >= y, x, y)", note: "at a tie the first argument takes the derivative",
		kink: "fmax(x, 1)", kinkAt: 1, jax: "where(x > y, x, y)", minNorm: "maximum(x, y)",
	},
	{
		name: "fmin", params: "x, y", body: "where(x <= y, x, y)", note: "at a tie the first argument takes the derivative",
		kink: "fmin(x, 1)", kinkAt: 1, jax: "where(x < y, x, y)", minNorm: "minimum(x, y)",
	},
	{
		name: "clamp", params: "x, lo, hi", body: "where(x < lo, lo, where(x > hi, hi, x))", aliases: []string{"clip"},
		note: "the derivative at the bounds is 1; lo <= hi",
		kink: "clamp(x, -1, 2)", kinkAt: -1, jax: "minimum(maximum(x, lo), hi)", minNorm: "where(x <= lo, lo, where(x >= hi, hi, x))",
	},
	{name: "lerp", params: "a, b, t", body: "a + t*(b - a)"},
	{name: "xlog1py", params: "x, y", body: "where(x == 0, 0, x*log1p(y))"},
	{name: "logaddexp2", params: "x, y", body: "logaddexp(x*log(2), y*log(2))/log(2)"},

	{
		name: "relu6", params: "x", body: "where(x <= 0, 0, where(x >= 6, 6, x))", note: "the derivative at 0 and 6 is 0",
		kink: "relu6(x)", kinkAt: 6, jax: "minimum(maximum(x, 0), 6)",
	},
	{
		name: "leaky_relu", params: "x, a=0.01", body: "where(x > 0, x, a*x)", note: "the derivative at 0 is a",
		aliases: []string{"leakyrelu", "prelu"},
		kink:    "leaky_relu(x)", jax: "where(x >= 0, x, a*x)", minNorm: "where(x == 0, min(max(a, 0), 1)*x, where(x > 0, x, a*x))",
	},
	{
		name: "elu", params: "x, a=1", body: "where(x > 0, x, a*expm1(x))", note: "the derivative at 0 is a",
		kink: "elu(x, 0.5)", minNorm: "where(x == 0, min(max(a, 0), 1)*x, where(x > 0, x, a*expm1(x)))",
	},
	{name: "celu", params: "x, a=1", body: "where(x > 0, x, a*expm1(x/a))"},
	{
		name: "selu", params: "x",
		body: "1.0507009873554804934193349852946*where(x > 0, x, 1.6732632423543772848170429916717*expm1(x))",
		note: "the derivative at 0 is that of the left",
		kink: "selu(x)", minNorm: "1.0507009873554804934193349852946*where(x >= 0, x, 1.6732632423543772848170429916717*expm1(x))",
	},
	{name: "gelu", params: "x", body: "x*normcdf(x)", note: "the exact form, PyTorch's default"},
	{
		name: "gelu_tanh", params: "x", body: "0.5*x*(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3)))",
		note: `PyTorch's gelu with approximate="tanh"`,
	},
	{name: "silu", params: "x", body: "x*sigmoid(x)", aliases: []string{"swish"}},
	{name: "mish", params: "x", body: "x*tanh(softplus(x))"},
	{name: "softsign", params: "x", body: "x/(1 + abs(x))"},
	{
		name: "hardtanh", params: "x, lo=-1, hi=1", body: "where(x <= lo, lo, where(x >= hi, hi, x))",
		note: "the derivative at the bounds is 0",
		kink: "hardtanh(x)", kinkAt: 1, jax: "where(x < lo, lo, where(x > hi, hi, x))",
	},
	{
		name: "hardsigmoid", params: "x", body: "where(x <= -3, 0, where(x >= 3, 1, (x + 3)/6))", note: "the derivative at -3 and 3 is 0",
		kink: "hardsigmoid(x)", kinkAt: 3, jax: "relu6(x + 3)/6",
	},
	{
		name: "hardswish", params: "x", body: "where(x < -3, 0, where(x <= 3, x*(x + 3)/6, x))",
		note: "the derivative is -1/2 at -3 and 3/2 at 3",
		kink: "hardswish(x)", kinkAt: 3, jax: "x*hardsigmoid(x)", minNorm: "where(x <= -3, 0, where(x < 3, x*(x + 3)/6, x))",
	},
	{
		name: "softshrink", params: "x, l=0.5", body: "where(x > l, x - l, where(x < -l, x + l, 0))", note: "the derivative at ±l is 0",
		kink: "softshrink(x)", kinkAt: 0.5,
	},
	{name: "hardshrink", params: "x, l=0.5", body: "where(abs(x) <= l, 0, x)"},
	{name: "threshold", params: "x, t, v", body: "where(x <= t, v, x)"},

	{
		name: "var", params: "x, ddof=0", body: "sum((x - mean(x))^2)/(size(x) - ddof)",
		note: "of the population, as NumPy's; var(x, 1) is that of a sample, torch.var's default",
	},
	{name: "std", params: "x, ddof=0", body: "sqrt(var(x, ddof))", note: "as var"},
	{name: "softmin", params: "x", body: "softmax(-x)"},
	{name: "mse", params: "a, b", body: "mean((a - b)^2)", aliases: []string{"mse_loss"}},
	{name: "smooth_l1", params: "a, b, beta=1", body: "mean(where(abs(a - b) < beta, (a - b)^2/(2*beta), abs(a - b) - beta/2))"},
	{
		name: "huber", params: "a, b, delta=1",
		body: "mean(where(abs(a - b) <= delta, (a - b)^2/2, delta*(abs(a - b) - delta/2)))",
	},
	{name: "cross_entropy", params: "logits, class", body: "logsumexp(logits) - logits[class]", note: "the class counts from 0"},
	{
		name: "cosine_similarity", params: "a, b", body: "dot(a, b)/(norm(a)*norm(b))",
		note: "undefined where a vector is 0; PyTorch puts 1e-8 in place of the lengths below it",
	},
	{
		name: "layernorm", params: "x, eps=1e-5", body: "(x - mean(x))/sqrt(var(x) + eps)", aliases: []string{"layer_norm"},
		note: "over all elements, with the population variance, as PyTorch's",
	},
}

var preludeByName = sync.OnceValue(func() map[string]*preludeRow {
	m := make(map[string]*preludeRow, 2*len(prelude))
	for i := range prelude {
		for _, name := range append(prelude[i].aliases, prelude[i].name) {
			m[name] = &prelude[i]
		}
	}
	return m
})

// bodyFor returns the body under a convention.
func (row *preludeRow) bodyFor(c expr.Convention) string {
	other := map[expr.Convention]string{expr.JAX: row.jax, expr.MinNorm: row.minNorm}[c]
	if other != "" {
		return other
	}
	return row.body
}

// preludeFunction reads the definition of a function of the prelude, once in a
// parse and only if it is called.
func (l *lowering) preludeFunction(row *preludeRow) (*function, error) {
	if f, ok := l.prelude[row.name]; ok {
		return f, nil
	}
	f := &function{name: row.name, kinked: row.kink != ""}
	for _, p := range strings.Split(row.params, ", ") {
		name, value, optional := strings.Cut(p, "=")
		f.params = append(f.params, name)
		if optional {
			f.defaults = append(f.defaults, value)
		}
	}
	tree, err := read(row.bodyFor(l.Convention), Options{File: "prelude"}.limits(), (*grammar).program)
	if err != nil {
		return nil, err
	}
	f.tree, f.last = tree, len(tree.nodes)
	if l.prelude == nil {
		l.prelude = map[string]*function{}
	}
	l.prelude[row.name] = f
	return f, nil
}
