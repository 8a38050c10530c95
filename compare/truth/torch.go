package truth

import "github.com/gradcmp/gradcmp/compare"

// spellings are the functions of PyTorch as gradcmp's language has them, by
// their names in the corpus. The formula that the corpus gives for them is what
// they compute, but not what they do at ties, edges and large arguments.
var spellings = map[string]string{
	"celu2": "celu(x, 2)", "relu6": "relu6(x)", "leaky_relu": "leaky_relu(x)", "hardshrink": "hardshrink(x)",
	"sigmoid": "sigmoid(x)", "logsigmoid": "logsigmoid(x)", "gelu_tanh": "gelu_tanh(x)", "tanhshrink": "tanhshrink(x)",
	"round": "round(x)", "frac": "frac(x)", "reciprocal": "reciprocal(x)", "two_pow_x": "exp2(x)", "sinc": "sinc(pi*x)",
	"deg2rad": "deg2rad(x)", "rad2deg": "rad2deg(x)", "pow_third": "x^(1/3)",
	"maximum": "maximum(x, y)", "fmin": "fmin(x, y)",
	"prod": "prod([x1, x2, x3])", "amax": "max([x1, x2, x3])", "max_full": "max([x1, x2, x3])",
	"min_dim": "[x1, x2, x3][argmax(-x1, -x2, -x3)]", "var_biased": "var([x1, x2, x3])",
	"norm1": "norm([x1, x2, x3], 1)", "norm2": "norm([x1, x2, x3])", "norm3": "norm([x1, x2, x3], 3)",
	"softmax_2": "softmax([x1, x2, x3])[1]", "log_softmax_3": "logsoftmax([x1, x2, x3])[2]",
	"softmin_1": "softmin([x1, x2, x3])[0]", "cross_entropy_t2": "cross_entropy([x1, x2, x3], 2)",
	"kl_div_probs": "p = logsoftmax([x1, x2, x3]); 0.2*(log(0.2) - p[0]) + 0.3*(log(0.3) - p[1]) + 0.5*(log(0.5) - p[2])",
}

// Torch counts how gradcmp's functions answer at the special points of PyTorch's.
// Numbers are values, and partial derivatives by reverse mode.
type Torch struct {
	Numbers  int            `json:"numbers"`
	Agree    int            `json:"agree"`
	Listed   map[string]int `json:"listed"`   // disagreements by reason: see the package's documentation
	Unlisted int            `json:"unlisted"` // disagreements without one
}

// Share returns the part of numbers that are PyTorch's.
func (t *Torch) Share() float64 { return share(t.Agree, t.Numbers) }

// add compares an answer with PyTorch's and reports whether it is PyTorch's or
// a reason is known why it is not.
func (t *Torch) add(a *answer) bool {
	t.Numbers++
	if Close(a.got, a.torch, ordinary) {
		t.Agree++
		return true
	}
	name := a.reason()
	if name == "" {
		t.Unlisted++
		return false
	}
	t.Listed[name]++
	return true
}

// torch compares the function of a record with PyTorch's answers at its special
// points.
func (c *Corpus) torch(r *Record) error {
	spelled := *r
	if s, ok := spellings[string(r.Torch)]; ok {
		spelled.Expr = s
	}
	if spelled.Expr == "" {
		return nil
	}
	f, err := spelled.Parse()
	if err != nil {
		return err
	}
	for k := range r.Points {
		p := f.Problem(k)
		p.Routes = []compare.Route{compare.Reverse}
		report, err := compare.Run(p)
		if err != nil {
			return err
		}
		value, grad := r.mathematics(k)
		a := answer{
			function: string(r.Torch), at: f.at(k), value: report.Value[0],
			got: report.Value[0], torch: float64(r.Value[k]), truth: value,
		}
		if !c.Torch.add(&a) {
			c.fail(r, k, "%s is %v, PyTorch's %v", f.Expr, a.got, a.torch)
		}
		for _, q := range report.Partials {
			a.got, a.torch, a.truth = q.Values[compare.Reverse], r.Grad[k].At(q.Wrt), grad.At(q.Wrt)
			if !c.Torch.add(&a) {
				c.fail(r, k, "d%s of %s is %v, PyTorch's %v", q.Wrt, f.Expr, a.got, a.torch)
			}
		}
	}
	return nil
}
