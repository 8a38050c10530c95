package expr

import "math"

// ofMany take any number of arguments.
var ofMany = []FuncInfo{
	{
		Func: Min, Name: "min", Args: "x, …", ULP: 0,
		Meaning: "least argument",
		Kink:    Kink{Edge: KinkAtTie, Left: 1, Torch: 1, JAX: 1},
		Peers:   Peers{"torch.minimum, torch.amin", "jnp.minimum, jnp.min", "np.minimum, np.min", "sympy.Min"},
		Example: "min(0.25, 1.5)", LaTeX: `\min\left(#\right)`,
	},
	{
		Func: Max, Name: "max", Args: "x, …", ULP: 0,
		Meaning: "greatest argument",
		Kink:    Kink{Edge: KinkAtTie, Right: 1, Torch: 1, JAX: 1},
		Peers:   Peers{"torch.maximum, torch.amax", "jnp.maximum, jnp.max", "np.maximum, np.max", "sympy.Max"},
		Example: "max(0.25, 1.5)", LaTeX: `\max\left(#\right)`,
	},
	{
		Func: Argmax, Name: "argmax", Args: "x, …", ULP: 0,
		Meaning: "index, from 0, of the first greatest argument",
		Kink:    Kink{Edge: JumpAtTie},
		Peers:   Peers{"torch.argmax", "jnp.argmax", "np.argmax", ""},
		Example: "argmax(0.25, 1.5)", LaTeX: `\operatorname{argmax}\left(#\right)`,
	},
	{
		Func: LogSumExp, Name: "logsumexp", Args: "x, …", ULP: 2,
		Meaning:  "log of the sum of the arguments' exponentials",
		Accuracy: "near its zeros, where the sum is 1: 2 ulp of the greatest argument",
		Peers:    Peers{"torch.logsumexp", "jax.scipy.special.logsumexp", "scipy.special.logsumexp", ""},
		Example:  "logsumexp(0.25, 1.5)", LaTeX: `\operatorname{logsumexp}\left(#\right)`,
	},
	{
		Func: Norm, Name: "norm", Args: "x, …", ULP: 2,
		Meaning: "Euclidean length",
		Kink:    Kink{Edge: KinkAtOrigin, Left: -1, Right: 1, JAX: math.NaN()},
		Peers:   Peers{"torch.linalg.vector_norm", "jnp.linalg.norm", "np.linalg.norm", "sympy.Matrix.norm"},
		Example: "norm(0.25, 1.5)", Unicode: "‖#‖", LaTeX: `\left\lVert #\right\rVert`,
	},
}
