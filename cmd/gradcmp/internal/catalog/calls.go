package catalog

import (
	"sync"

	"github.com/gradcmp/gradcmp/expr"
)

// shownCall is what the list of functions adds to one of the parser's: its
// meaning, a call and a point to show it at, and its names elsewhere. Where a
// value is an array the call takes an element of it.
type shownCall struct {
	meaning  string // "" if the parser's note says it
	call, at string
	peers    expr.Peers
}

// torchNN is the package in which PyTorch has its activations and losses.
const torchNN = "torch.nn.functional."

// shownCalls returns the calls by the functions' names.
var shownCalls = sync.OnceValue(func() map[string]shownCall {
	return map[string]shownCall{
		"where": {
			"", "where(x > 0, x, 2*x)", "x=-1",
			expr.Peers{Torch: "torch.where", JAX: "jnp.where", NumPy: "np.where", SymPy: "sympy.Piecewise"},
		},
		"piecewise": {
			"", "piecewise(x < 0, -x, x < 1, x^2, 2*x - 1)", "x=3",
			expr.Peers{JAX: "jnp.select", NumPy: "np.select", SymPy: "sympy.Piecewise"},
		},
		"and": {
			"", "where(x > 0 and x < 1, x^2, x)", "x=0.5",
			expr.Peers{Torch: "torch.logical_and", JAX: "jnp.logical_and", NumPy: "np.logical_and", SymPy: "sympy.And"},
		},
		"or": {
			"", "where(x < 0 or x > 1, x^2, x)", "x=3",
			expr.Peers{Torch: "torch.logical_or", JAX: "jnp.logical_or", NumPy: "np.logical_or", SymPy: "sympy.Or"},
		},
		"not": {
			"", "where(not x > 1, x^2, x)", "x=0.5",
			expr.Peers{Torch: "torch.logical_not", JAX: "jnp.logical_not", NumPy: "np.logical_not", SymPy: "sympy.Not"},
		},

		"sum": {
			"sum of the elements, or of the terms for each value of the index i", "sum(i, 1, 3, x^i)", "x=2",
			expr.Peers{Torch: "torch.sum", JAX: "jnp.sum", NumPy: "np.sum", SymPy: "sympy.Sum"},
		},
		"prod": {
			"product of the elements, or of the factors for each value of the index i", "prod(i, 1, 3, x + i)", "x=0.5",
			expr.Peers{Torch: "torch.prod", JAX: "jnp.prod", NumPy: "np.prod", SymPy: "sympy.Product"},
		},
		"mean": {
			"arithmetic mean of the elements", "mean(x)", "x=[1,2,6]",
			expr.Peers{Torch: "torch.mean", JAX: "jnp.mean", NumPy: "np.mean"},
		},
		"size": {
			"", "sum(x)/size(x)", "x=[1,2,6]",
			expr.Peers{Torch: "torch.numel", JAX: "jnp.size", NumPy: "np.size"},
		},
		"maximum": {
			"", "maximum(x, y)", "x=2,y=3",
			expr.Peers{Torch: "torch.maximum", JAX: "jnp.maximum", NumPy: "np.maximum", SymPy: "sympy.Max"},
		},
		"minimum": {
			"", "minimum(x, y)", "x=2,y=3",
			expr.Peers{Torch: "torch.minimum", JAX: "jnp.minimum", NumPy: "np.minimum", SymPy: "sympy.Min"},
		},
		"norm": {
			"length of a vector", "norm(x, 1)", "x=[3,-4]",
			expr.Peers{Torch: "torch.linalg.vector_norm", JAX: "jnp.linalg.norm", NumPy: "np.linalg.norm", SymPy: "sympy.Matrix.norm"},
		},
		"softmax": {
			"exponentials over their sum", "softmax(x)[0]", "x=[1,2,3]",
			expr.Peers{Torch: "torch.softmax", JAX: "jax.nn.softmax", NumPy: "scipy.special.softmax"},
		},
		"logsoftmax": {
			"log of softmax without overflow", "logsoftmax(x)[0]", "x=[1,2,3]",
			expr.Peers{Torch: "torch.log_softmax", JAX: "jax.nn.log_softmax", NumPy: "scipy.special.log_softmax"},
		},
		"cumsum": {
			"sums of the first elements", "cumsum(x)[1]", "x=[1,2,3]",
			expr.Peers{Torch: "torch.cumsum", JAX: "jnp.cumsum", NumPy: "np.cumsum"},
		},
		"cumprod": {
			"products of the first elements", "cumprod(x)[1]", "x=[2,3,4]",
			expr.Peers{Torch: "torch.cumprod", JAX: "jnp.cumprod", NumPy: "np.cumprod"},
		},

		"dot": {
			"sum of the products of elements", "dot(a, b)", "a=[1,2],b=[3,4]",
			expr.Peers{Torch: "torch.dot", JAX: "jnp.dot", NumPy: "np.dot", SymPy: "sympy.Matrix.dot"},
		},
		"outer": {
			"matrix of all products", "outer(a, b)[0,1]", "a=[1,2],b=[3,4]",
			expr.Peers{Torch: "torch.outer", JAX: "jnp.outer", NumPy: "np.outer"},
		},
		"matmul": {
			"product of matrices", "matmul(A, x)[0]", "A=[[1,2],[3,4]],x=[5,6]",
			expr.Peers{Torch: "torch.matmul", JAX: "jnp.matmul", NumPy: "np.matmul", SymPy: "sympy.MatMul"},
		},
		"transpose": {
			"rows and columns swapped", "transpose(A)[0,1]", "A=[[1,2],[3,4]]",
			expr.Peers{Torch: "torch.t", JAX: "jnp.transpose", NumPy: "np.transpose", SymPy: "sympy.transpose"},
		},
		"trace": {
			"sum of the diagonal", "trace(A)", "A=[[1,2],[3,4]]",
			expr.Peers{Torch: "torch.trace", JAX: "jnp.trace", NumPy: "np.trace", SymPy: "sympy.trace"},
		},
		"det": {
			"determinant", "det(A)", "A=[[1,2],[3,4]]",
			expr.Peers{Torch: "torch.linalg.det", JAX: "jnp.linalg.det", NumPy: "np.linalg.det", SymPy: "sympy.det"},
		},
		"inverse": {
			"inverse matrix", "inverse(A)[0,0]", "A=[[1,2],[3,4]]",
			expr.Peers{Torch: "torch.linalg.inv", JAX: "jnp.linalg.inv", NumPy: "np.linalg.inv", SymPy: "sympy.Matrix.inv"},
		},

		"pow": {
			"power", "pow(x, y)", "x=2,y=3",
			expr.Peers{Torch: "torch.pow", JAX: "jnp.power", NumPy: "np.power", SymPy: "sympy.Pow"},
		},
		"square": {
			"square", "square(x)", "x=3",
			expr.Peers{Torch: "torch.square", JAX: "jnp.square", NumPy: "np.square"},
		},
		"reciprocal": {
			"reciprocal", "reciprocal(x)", "x=4",
			expr.Peers{Torch: "torch.reciprocal", JAX: "jnp.reciprocal", NumPy: "np.reciprocal"},
		},
		"exp2": {
			"power of 2", "exp2(x)", "x=0.5",
			expr.Peers{Torch: "torch.exp2", JAX: "jnp.exp2", NumPy: "np.exp2"},
		},
		"rsqrt": {
			"reciprocal of the square root", "rsqrt(x)", "x=4",
			expr.Peers{Torch: "torch.rsqrt", JAX: "jax.lax.rsqrt"},
		},
		"log": {
			"logarithm to base b", "log(x, b)", "x=8,b=2",
			expr.Peers{SymPy: "sympy.log"},
		},
		"frac": {
			"fraction, with the sign of x", "frac(x)", "x=-2.75",
			expr.Peers{Torch: "torch.frac", JAX: "jnp.modf(x)[0]", NumPy: "np.modf(x)[0]"},
		},
		"deg2rad": {
			"degrees to radians", "deg2rad(x)", "x=90",
			expr.Peers{Torch: "torch.deg2rad", JAX: "jnp.deg2rad", NumPy: "np.deg2rad", SymPy: "sympy.rad"},
		},
		"rad2deg": {
			"radians to degrees", "rad2deg(x)", "x=pi",
			expr.Peers{Torch: "torch.rad2deg", JAX: "jnp.rad2deg", NumPy: "np.rad2deg", SymPy: "sympy.deg"},
		},
		"copysign": {
			"size of x with the sign of y", "copysign(x, y)", "x=2,y=-1",
			expr.Peers{Torch: "torch.copysign", JAX: "jnp.copysign", NumPy: "np.copysign"},
		},
		"fdim": {
			"positive difference", "fdim(x, y)", "x=3,y=1",
			expr.Peers{},
		},
		"fmax": {
			"the greater", "fmax(x, y)", "x=2,y=2",
			expr.Peers{Torch: "torch.fmax", JAX: "jnp.fmax", NumPy: "np.fmax"},
		},
		"fmin": {
			"the lesser", "fmin(x, y)", "x=2,y=2",
			expr.Peers{Torch: "torch.fmin", JAX: "jnp.fmin", NumPy: "np.fmin"},
		},
		"clamp": {
			"x kept between two bounds", "clamp(x, lo, hi)", "x=2,lo=-1,hi=1",
			expr.Peers{Torch: "torch.clamp", JAX: "jnp.clip", NumPy: "np.clip"},
		},
		"lerp": {
			"linear interpolation", "lerp(a, b, t)", "a=1,b=3,t=0.25",
			expr.Peers{Torch: "torch.lerp"},
		},
		"xlog1py": {
			"x*log(1 + y), and 0 where x is 0", "xlog1py(x, y)", "x=2,y=0.5",
			expr.Peers{Torch: "torch.special.xlog1py", JAX: "jax.scipy.special.xlog1py", NumPy: "scipy.special.xlog1py"},
		},
		"logaddexp2": {
			"log2(2^x + 2^y) without overflow", "logaddexp2(x, y)", "x=1,y=2",
			expr.Peers{Torch: "torch.logaddexp2", JAX: "jnp.logaddexp2", NumPy: "np.logaddexp2"},
		},

		"relu6": {
			"relu with values up to 6", "relu6(x)", "x=6",
			expr.Peers{Torch: torchNN + "relu6", JAX: "jax.nn.relu6"},
		},
		"leaky_relu": {
			"relu with slope a below 0", "leaky_relu(x)", "x=-2",
			expr.Peers{Torch: torchNN + "leaky_relu", JAX: "jax.nn.leaky_relu"},
		},
		"elu": {
			"exponential linear unit", "elu(x)", "x=-1",
			expr.Peers{Torch: torchNN + "elu", JAX: "jax.nn.elu"},
		},
		"celu": {
			"continuously differentiable elu", "celu(x)", "x=-1",
			expr.Peers{Torch: torchNN + "celu", JAX: "jax.nn.celu"},
		},
		"selu": {
			"scaled elu", "selu(x)", "x=-1",
			expr.Peers{Torch: torchNN + "selu", JAX: "jax.nn.selu"},
		},
		"gelu": {
			"Gaussian error linear unit", "gelu(x)", "x=0.5",
			expr.Peers{Torch: torchNN + "gelu", JAX: "jax.nn.gelu(x, approximate=False)"},
		},
		"gelu_tanh": {
			"approximation of gelu by tanh", "gelu_tanh(x)", "x=0.5",
			expr.Peers{Torch: torchNN + `gelu(x, approximate="tanh")`, JAX: "jax.nn.gelu"},
		},
		"silu": {
			"sigmoid linear unit", "silu(x)", "x=0.5",
			expr.Peers{Torch: torchNN + "silu", JAX: "jax.nn.silu"},
		},
		"mish": {
			"x*tanh(log(1 + exp(x)))", "mish(x)", "x=0.5",
			expr.Peers{Torch: torchNN + "mish", JAX: "jax.nn.mish"},
		},
		"softsign": {
			"step from -1 to 1", "softsign(x)", "x=0.5",
			expr.Peers{Torch: torchNN + "softsign", JAX: "jax.nn.soft_sign"},
		},
		"hardtanh": {
			"tanh in straight pieces", "hardtanh(x)", "x=0.5",
			expr.Peers{Torch: torchNN + "hardtanh", JAX: "jax.nn.hard_tanh"},
		},
		"hardsigmoid": {
			"sigmoid in straight pieces", "hardsigmoid(x)", "x=0.5",
			expr.Peers{Torch: torchNN + "hardsigmoid", JAX: "jax.nn.hard_sigmoid"},
		},
		"hardswish": {
			"silu in pieces", "hardswish(x)", "x=0.5",
			expr.Peers{Torch: torchNN + "hardswish", JAX: "jax.nn.hard_swish"},
		},
		"softshrink": {
			"x moved towards 0 by l", "softshrink(x)", "x=2",
			expr.Peers{Torch: torchNN + "softshrink"},
		},
		"hardshrink": {
			"x, and 0 near 0", "hardshrink(x)", "x=2",
			expr.Peers{Torch: torchNN + "hardshrink"},
		},
		"threshold": {
			"x above t, otherwise v", "threshold(x, t, v)", "x=1,t=2,v=-3",
			expr.Peers{Torch: torchNN + "threshold"},
		},

		"var": {
			"variance", "var(x)", "x=[1,2,6]",
			expr.Peers{Torch: "torch.var (of a sample)", JAX: "jnp.var", NumPy: "np.var"},
		},
		"std": {
			"standard deviation", "std(x)", "x=[1,2,6]",
			expr.Peers{Torch: "torch.std (of a sample)", JAX: "jnp.std", NumPy: "np.std"},
		},
		"softmin": {
			"softmax of -x", "softmin(x)[0]", "x=[1,2,3]",
			expr.Peers{Torch: torchNN + "softmin"},
		},
		"mse": {
			"mean squared error", "mse(a, b)", "a=[1,2],b=[3,5]",
			expr.Peers{Torch: torchNN + "mse_loss"},
		},
		"smooth_l1": {
			"absolute error, squared near 0", "smooth_l1(a, b)", "a=[1,2],b=[1.5,5]",
			expr.Peers{Torch: torchNN + "smooth_l1_loss"},
		},
		"huber": {
			"Huber's loss", "huber(a, b)", "a=[1,2],b=[1.5,5]",
			expr.Peers{Torch: torchNN + "huber_loss"},
		},
		"cross_entropy": {
			"cross-entropy of a class", "cross_entropy(x, 2)", "x=[1,2,3]",
			expr.Peers{Torch: torchNN + "cross_entropy"},
		},
		"cosine_similarity": {
			"cosine of the angle between two vectors", "cosine_similarity(a, b)", "a=[3,4],b=[4,3]",
			expr.Peers{Torch: torchNN + "cosine_similarity"},
		},
		"layernorm": {
			"elements less their mean, over their standard deviation", "layernorm(x)[0]", "x=[1,2,3]",
			expr.Peers{Torch: torchNN + "layer_norm"},
		},
	}
})
