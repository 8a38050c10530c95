package expr

// gammaFunctions are the gamma function and its relatives.
var gammaFunctions = []FuncInfo{
	{
		Func: Gamma, Name: "gamma", Args: "x", ULP: 2,
		Meaning: "gamma function, (x-1)! at positive integers",
		Domain:  "x not 0, -1, -2, …", Poles: "x = 0, -1, -2, …",
		Peers:   Peers{"", "jax.scipy.special.gamma", "scipy.special.gamma", "sympy.gamma"},
		Example: "gamma(0.5)", Unicode: "Γ", LaTeX: `\Gamma\left(#\right)`,
	},
	{
		Func: LGamma, Name: "lgamma", Aliases: []string{"gammaln"}, Args: "x", ULP: 2,
		Meaning: "log(abs(gamma(x)))",
		Domain:  "x not 0, -1, -2, …", Poles: "x = 0, -1, -2, …",
		Accuracy: "near its zeros below 0",
		Peers:    Peers{"torch.lgamma", "jax.scipy.special.gammaln", "scipy.special.gammaln", "sympy.loggamma (complex for x < 0)"},
		Example:  "lgamma(0.5)", LaTeX: `\log\left|\Gamma\left(#\right)\right|`,
	},
	{
		Func: Digamma, Name: "digamma", Aliases: []string{"psi"}, Args: "x", ULP: 2,
		Meaning: "derivative of log(gamma(x))",
		Domain:  "x not 0, -1, -2, …", Poles: "x = 0, -1, -2, …",
		Accuracy: "near its zeros below 0",
		Peers:    Peers{"torch.digamma", "jax.scipy.special.digamma", "scipy.special.digamma", "sympy.digamma"},
		Example:  "digamma(0.5)", Unicode: "ψ", LaTeX: `\psi\left(#\right)`,
	},
	{
		Func: Trigamma, Name: "trigamma", Args: "x", ULP: 2,
		Meaning: "second derivative of log(gamma(x)), polygamma(1, x)",
		Domain:  "x not 0, -1, -2, …", Poles: "x = 0, -1, -2, …",
		Peers:   Peers{"torch.polygamma(1, x)", "jax.scipy.special.polygamma(1, x)", "scipy.special.polygamma(1, x)", "sympy.trigamma"},
		Example: "trigamma(0.5)", Unicode: "ψ₁", LaTeX: `\psi_{1}\left(#\right)`,
	},
	{
		Func: Polygamma, Name: "polygamma", Args: "n, x", ULP: 2,
		Meaning: "derivative of order n, an integer >= 0, of digamma(x); no derivative by n",
		Domain:  "n = 0, 1, 2, …; x not 0, -1, -2, …", Poles: "x = 0, -1, -2, …",
		Accuracy: "near its zeros below 0, and for n beyond 100",
		Peers:    Peers{"torch.polygamma", "jax.scipy.special.polygamma", "scipy.special.polygamma", "sympy.polygamma"},
		Example:  "polygamma(2, 0.5)", LaTeX: `\operatorname{polygamma}\left(#\right)`,
	},
	{
		Func: Beta, Name: "beta", Args: "x, y", ULP: 2,
		Meaning: "gamma(x)*gamma(y)/gamma(x + y)",
		Domain:  "x and y not 0, -1, -2, …", Poles: "x or y = 0, -1, -2, …",
		Accuracy: "near its zeros, where x + y is near 0, -1, -2, …",
		Peers:    Peers{"", "jax.scipy.special.beta", "scipy.special.beta", "sympy.beta"},
		Example:  "beta(0.5, 3)", LaTeX: `\mathrm{B}\left(#\right)`,
	},
	{
		Func: Factorial, Name: "factorial", Args: "x", ULP: 2,
		Meaning: "x! = gamma(x + 1)",
		Domain:  "x not -1, -2, …", Poles: "x = -1, -2, …",
		Peers:   Peers{"", "jax.scipy.special.factorial", "scipy.special.factorial", "sympy.factorial"},
		Example: "factorial(5)", LaTeX: `\left(#\right)!`,
	},
	{
		Func: Binomial, Name: "binomial", Aliases: []string{"binom"}, Args: "n, k", ULP: 2,
		Meaning: "gamma(n + 1)/(gamma(k + 1)*gamma(n - k + 1)), n over k for real numbers",
		Domain:  "n not -1, -2, …, or k an integer", Poles: "n = -1, -2, … unless k is an integer",
		Accuracy: "near its zeros, where k or n - k is near -1, -2, …",
		Peers:    Peers{"", "", "scipy.special.binom", "sympy.binomial"},
		Example:  "binomial(5, 2)", LaTeX: `\operatorname{binomial}\left(#\right)`,
	},
}
