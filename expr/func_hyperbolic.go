package expr

// hyperbolic are the hyperbolic functions.
var hyperbolic = []FuncInfo{
	{
		Func: Sinh, Name: "sinh", Args: "x", ULP: 1,
		Meaning: "hyperbolic sine",
		Peers:   Peers{"torch.sinh", "jnp.sinh", "np.sinh", "sympy.sinh"},
		Example: "sinh(0.5)", LaTeX: `\sinh\left(#\right)`,
	},
	{
		Func: Cosh, Name: "cosh", Args: "x", ULP: 1,
		Meaning: "hyperbolic cosine",
		Peers:   Peers{"torch.cosh", "jnp.cosh", "np.cosh", "sympy.cosh"},
		Example: "cosh(0.5)", LaTeX: `\cosh\left(#\right)`,
	},
	{
		Func: Tanh, Name: "tanh", Args: "x", ULP: 1,
		Meaning: "hyperbolic tangent",
		Peers:   Peers{"torch.tanh", "jnp.tanh", "np.tanh", "sympy.tanh"},
		Example: "tanh(0.5)", LaTeX: `\tanh\left(#\right)`,
	},
	{
		Func: Sech, Name: "sech", Args: "x", ULP: 1,
		Meaning: "hyperbolic secant, 1/cosh(x)",
		Peers:   Peers{"", "", "", "sympy.sech"},
		Example: "sech(0.5)", LaTeX: `\operatorname{sech}\left(#\right)`,
	},
	{
		Func: Csch, Name: "csch", Args: "x", ULP: 1,
		Meaning: "hyperbolic cosecant, 1/sinh(x)",
		Domain:  "x != 0", Poles: "x = 0",
		Peers:   Peers{"", "", "", "sympy.csch"},
		Example: "csch(0.5)", LaTeX: `\operatorname{csch}\left(#\right)`,
	},
	{
		Func: Coth, Name: "coth", Args: "x", ULP: 1,
		Meaning: "hyperbolic cotangent, 1/tanh(x)",
		Domain:  "x != 0", Poles: "x = 0",
		Peers:   Peers{"", "", "", "sympy.coth"},
		Example: "coth(0.5)", LaTeX: `\coth\left(#\right)`,
	},
}

// inverseHyperbolic are the inverse hyperbolic functions.
var inverseHyperbolic = []FuncInfo{
	{
		Func: Asinh, Name: "asinh", Aliases: []string{"arsinh", "arcsinh"}, Args: "x", ULP: 1,
		Meaning: "inverse hyperbolic sine",
		Peers:   Peers{"torch.asinh", "jnp.arcsinh", "np.arcsinh", "sympy.asinh"},
		Example: "asinh(0.5)", LaTeX: `\operatorname{arsinh}\left(#\right)`,
	},
	{
		Func: Acosh, Name: "acosh", Aliases: []string{"arcosh", "arccosh"}, Args: "x", ULP: 1,
		Meaning: "inverse hyperbolic cosine",
		Domain:  "x >= 1", Ends: []float64{1},
		Peers:   Peers{"torch.acosh", "jnp.arccosh", "np.arccosh", "sympy.acosh"},
		Example: "acosh(2)", LaTeX: `\operatorname{arcosh}\left(#\right)`,
	},
	{
		Func: Atanh, Name: "atanh", Aliases: []string{"artanh", "arctanh"}, Args: "x", ULP: 1,
		Meaning: "inverse hyperbolic tangent",
		Domain:  "-1 < x < 1", Poles: "x = -1 and 1", Ends: []float64{-1, 1},
		Peers:   Peers{"torch.atanh", "jnp.arctanh", "np.arctanh", "sympy.atanh"},
		Example: "atanh(0.5)", LaTeX: `\operatorname{artanh}\left(#\right)`,
	},
	{
		Func: Asech, Name: "asech", Aliases: []string{"arsech", "arcsech"}, Args: "x", ULP: 1,
		Meaning: "inverse hyperbolic secant, acosh(1/x)",
		Domain:  "0 < x <= 1", Poles: "x = 0", Ends: []float64{0, 1},
		Peers:   Peers{"", "", "", "sympy.asech"},
		Example: "asech(0.5)", LaTeX: `\operatorname{arsech}\left(#\right)`,
	},
	{
		Func: Acsch, Name: "acsch", Aliases: []string{"arcsch", "arccsch"}, Args: "x", ULP: 1,
		Meaning: "inverse hyperbolic cosecant, asinh(1/x)",
		Domain:  "x != 0", Poles: "x = 0", Ends: []float64{0},
		Peers:   Peers{"", "", "", "sympy.acsch"},
		Example: "acsch(0.5)", LaTeX: `\operatorname{arcsch}\left(#\right)`,
	},
	{
		Func: Acoth, Name: "acoth", Aliases: []string{"arcoth", "arccoth"}, Args: "x", ULP: 1,
		Meaning: "inverse hyperbolic cotangent, atanh(1/x)",
		Domain:  "abs(x) > 1", Poles: "x = -1 and 1", Ends: []float64{-1, 1},
		Peers:   Peers{"", "", "", "sympy.acoth"},
		Example: "acoth(2)", LaTeX: `\operatorname{arcoth}\left(#\right)`,
	},
}
