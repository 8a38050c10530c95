package expr

import "math"

// constants are functions of no argument.
var constants = []FuncInfo{
	{
		Func: Pi, Name: "pi", ULP: 0.5,
		Meaning: "the circle's circumference over its diameter",
		Peers:   Peers{"torch.pi", "jnp.pi", "np.pi", "sympy.pi"},
		Example: "pi", Unicode: "π", LaTeX: `\pi`,
	},
	{
		Func: E, Name: "e", Aliases: []string{"E"}, ULP: 0.5,
		Meaning: "the base of the natural logarithm",
		Peers:   Peers{"torch.e", "jnp.e", "np.e", "sympy.E"},
		Example: "e", LaTeX: "e",
	},
}

// exponentials are the exponential function, logarithms, roots and what is made of them.
var exponentials = []FuncInfo{
	{
		Func: Exp, Name: "exp", Args: "x", ULP: 1,
		Meaning: "e to the power x",
		Peers:   Peers{"torch.exp", "jnp.exp", "np.exp", "sympy.exp"},
		Example: "exp(1)", LaTeX: "e^{#}",
	},
	{
		Func: Expm1, Name: "expm1", Args: "x", ULP: 1,
		Meaning: "exp(x) - 1, accurate near 0",
		Peers:   Peers{"torch.expm1", "jnp.expm1", "np.expm1", ""},
		Example: "expm1(1e-05)", LaTeX: `\operatorname{expm1}\left(#\right)`,
	},
	{
		Func: Log, Name: "log", Aliases: []string{"ln"}, Args: "x", ULP: 1,
		Meaning: "natural logarithm",
		Domain:  "x > 0", Poles: "x = 0", Ends: []float64{0},
		Peers:   Peers{"torch.log", "jnp.log", "np.log", "sympy.log"},
		Example: "log(2)", LaTeX: `\log\left(#\right)`,
	},
	{
		Func: Log1p, Name: "log1p", Args: "x", ULP: 1,
		Meaning: "log(1 + x), accurate near 0",
		Domain:  "x > -1", Poles: "x = -1", Ends: []float64{-1},
		Peers:   Peers{"torch.log1p", "jnp.log1p", "np.log1p", ""},
		Example: "log1p(1e-05)", LaTeX: `\operatorname{log1p}\left(#\right)`,
	},
	{
		Func: Log2, Name: "log2", Args: "x", ULP: 1,
		Meaning: "logarithm to the base 2",
		Domain:  "x > 0", Poles: "x = 0", Ends: []float64{0},
		Peers:   Peers{"torch.log2", "jnp.log2", "np.log2", ""},
		Example: "log2(10)", LaTeX: `\log_{2}\left(#\right)`,
	},
	{
		Func: Log10, Name: "log10", Aliases: []string{"lg"}, Args: "x", ULP: 1,
		Meaning: "logarithm to the base 10",
		Domain:  "x > 0", Poles: "x = 0", Ends: []float64{0},
		Peers:   Peers{"torch.log10", "jnp.log10", "np.log10", ""},
		Example: "log10(2)", LaTeX: `\log_{10}\left(#\right)`,
	},
	{
		Func: Sqrt, Name: "sqrt", Args: "x", ULP: 0.5,
		Meaning: "square root",
		Domain:  "x >= 0", Ends: []float64{0},
		Peers:   Peers{"torch.sqrt", "jnp.sqrt", "np.sqrt", "sympy.sqrt"},
		Example: "sqrt(2)", Unicode: "√", LaTeX: `\sqrt{#}`,
	},
	{
		Func: Cbrt, Name: "cbrt", Args: "x", ULP: 1,
		Meaning: "real cube root, odd in x",
		Ends:    []float64{0},
		Peers:   Peers{"", "jnp.cbrt", "np.cbrt", "sympy.cbrt (complex for x < 0)"},
		Example: "cbrt(-2)", Unicode: "∛", LaTeX: `\sqrt[3]{#}`,
	},
	{
		Func: Hypot, Name: "hypot", Args: "x, y", ULP: 1,
		Meaning: "length of the vector (x, y), sqrt(x^2 + y^2) without overflow",
		Kink:    Kink{Edge: KinkAtOrigin, Left: -1, Right: 1, Torch: math.NaN()},
		Peers:   Peers{"torch.hypot", "jnp.hypot", "np.hypot", ""},
		Example: "hypot(3, 4)", LaTeX: `\operatorname{hypot}\left(#\right)`,
	},
	{
		Func: LogAddExp, Name: "logaddexp", Args: "x, y", ULP: 1,
		Meaning:  "log(exp(x) + exp(y)) without overflow",
		Accuracy: "near its zeros, where exp(x) + exp(y) is 1: 2^-66 of the greater argument",
		Peers:    Peers{"torch.logaddexp", "jnp.logaddexp", "np.logaddexp", ""},
		Example:  "logaddexp(0.25, 1.5)", LaTeX: `\operatorname{logaddexp}\left(#\right)`,
	},
	{
		Func: XLogY, Name: "xlogy", Args: "x, y", ULP: 1,
		Meaning: "x*log(y), and 0 where x is 0",
		Domain:  "y > 0, or x = 0", Poles: "y = 0",
		Peers:   Peers{"torch.xlogy", "jax.scipy.special.xlogy", "scipy.special.xlogy", ""},
		Example: "xlogy(0.5, 3)", LaTeX: `\operatorname{xlogy}\left(#\right)`,
	},
}
