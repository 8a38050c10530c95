package expr

// errorFunctions are the error function and its relatives.
var errorFunctions = []FuncInfo{
	{
		Func: Erf, Name: "erf", Args: "x", ULP: 1,
		Meaning: "error function, the integral of 2/sqrt(pi)*exp(-t^2) from 0 to x",
		Peers:   Peers{"torch.erf", "jax.scipy.special.erf", "scipy.special.erf", "sympy.erf"},
		Example: "erf(0.5)", LaTeX: `\operatorname{erf}\left(#\right)`,
	},
	{
		Func: Erfc, Name: "erfc", Args: "x", ULP: 1,
		Meaning: "complementary error function, 1 - erf(x)",
		Peers:   Peers{"torch.erfc", "jax.scipy.special.erfc", "scipy.special.erfc", "sympy.erfc"},
		Example: "erfc(0.5)", LaTeX: `\operatorname{erfc}\left(#\right)`,
	},
	{
		Func: Erfi, Name: "erfi", Args: "x", ULP: 1,
		Meaning: "imaginary error function, the integral of 2/sqrt(pi)*exp(t^2) from 0 to x",
		Peers:   Peers{"", "", "scipy.special.erfi", "sympy.erfi"},
		Example: "erfi(0.5)", LaTeX: `\operatorname{erfi}\left(#\right)`,
	},
	{
		Func: Erfinv, Name: "erfinv", Args: "x", ULP: 1,
		Meaning: "inverse of the error function",
		Domain:  "-1 < x < 1", Poles: "x = -1 and 1", Ends: []float64{-1, 1},
		Peers:   Peers{"torch.erfinv", "jax.scipy.special.erfinv", "scipy.special.erfinv", "sympy.erfinv"},
		Example: "erfinv(0.5)", LaTeX: `\operatorname{erf}^{-1}\left(#\right)`,
	},
	{
		Func: NormPDF, Name: "normpdf", Aliases: []string{"norm_pdf"}, Args: "x", ULP: 1,
		Meaning: "density of the standard normal distribution, exp(-x^2/2)/sqrt(2*pi)",
		Peers:   Peers{"", "jax.scipy.stats.norm.pdf", "scipy.stats.norm.pdf", ""},
		Example: "normpdf(0.5)", LaTeX: `\varphi\left(#\right)`,
	},
	{
		Func: NormCDF, Name: "normcdf", Aliases: []string{"norm_cdf", "ndtr"}, Args: "x", ULP: 1,
		Meaning: "distribution function of the standard normal distribution, (1 + erf(x/sqrt(2)))/2",
		Peers:   Peers{"torch.special.ndtr", "jax.scipy.stats.norm.cdf", "scipy.stats.norm.cdf", ""},
		Example: "normcdf(0.5)", LaTeX: `\Phi\left(#\right)`,
	},
}
