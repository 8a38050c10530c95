package expr

import "math"

// trigonometric are the trigonometric functions.
var trigonometric = []FuncInfo{
	{
		Func: Sin, Name: "sin", Args: "x", ULP: 1,
		Meaning: "sine of an angle in radians",
		Peers:   Peers{"torch.sin", "jnp.sin", "np.sin", "sympy.sin"},
		Example: "sin(0.5)", LaTeX: `\sin\left(#\right)`,
	},
	{
		Func: Cos, Name: "cos", Args: "x", ULP: 1,
		Meaning: "cosine of an angle in radians",
		Peers:   Peers{"torch.cos", "jnp.cos", "np.cos", "sympy.cos"},
		Example: "cos(0.5)", LaTeX: `\cos\left(#\right)`,
	},
	{
		Func: Tan, Name: "tan", Args: "x", ULP: 1,
		Meaning: "tangent of an angle in radians",
		Domain:  "cos(x) != 0", Poles: "odd multiples of pi/2",
		Peers:   Peers{"torch.tan", "jnp.tan", "np.tan", "sympy.tan"},
		Example: "tan(0.5)", LaTeX: `\tan\left(#\right)`,
	},
	{
		Func: Sec, Name: "sec", Args: "x", ULP: 1,
		Meaning: "secant, 1/cos(x), of an angle in radians",
		Domain:  "cos(x) != 0", Poles: "odd multiples of pi/2",
		Peers:   Peers{"", "", "", "sympy.sec"},
		Example: "sec(0.5)", LaTeX: `\sec\left(#\right)`,
	},
	{
		Func: Csc, Name: "csc", Aliases: []string{"cosec"}, Args: "x", ULP: 1,
		Meaning: "cosecant, 1/sin(x), of an angle in radians",
		Domain:  "sin(x) != 0", Poles: "multiples of pi",
		Peers:   Peers{"", "", "", "sympy.csc"},
		Example: "csc(0.5)", LaTeX: `\csc\left(#\right)`,
	},
	{
		Func: Cot, Name: "cot", Aliases: []string{"cotan"}, Args: "x", ULP: 1,
		Meaning: "cotangent, 1/tan(x), of an angle in radians",
		Domain:  "sin(x) != 0", Poles: "multiples of pi",
		Peers:   Peers{"", "", "", "sympy.cot"},
		Example: "cot(0.5)", LaTeX: `\cot\left(#\right)`,
	},
	{
		Func: Sinc, Name: "sinc", Args: "x", ULP: 1,
		Meaning: "sin(x)/x, and 1 at 0; not the normalised sin(pi*x)/(pi*x)",
		Peers:   Peers{"torch.sinc (normalised)", "jnp.sinc (normalised)", "np.sinc (normalised)", "sympy.sinc"},
		Example: "sinc(0.5)", LaTeX: `\operatorname{sinc}\left(#\right)`,
	},
}

// inverseTrigonometric are the inverse trigonometric functions, with their principal values.
var inverseTrigonometric = []FuncInfo{
	{
		Func: Asin, Name: "asin", Aliases: []string{"arcsin"}, Args: "x", ULP: 1,
		Meaning: "inverse sine",
		Domain:  "-1 <= x <= 1", Ends: []float64{-1, 1},
		Peers:   Peers{"torch.asin", "jnp.arcsin", "np.arcsin", "sympy.asin"},
		Example: "asin(0.5)", LaTeX: `\arcsin\left(#\right)`,
	},
	{
		Func: Acos, Name: "acos", Aliases: []string{"arccos"}, Args: "x", ULP: 1,
		Meaning: "inverse cosine",
		Domain:  "-1 <= x <= 1", Ends: []float64{-1, 1},
		Peers:   Peers{"torch.acos", "jnp.arccos", "np.arccos", "sympy.acos"},
		Example: "acos(0.5)", LaTeX: `\arccos\left(#\right)`,
	},
	{
		Func: Atan, Name: "atan", Aliases: []string{"arctan"}, Args: "x", ULP: 1,
		Meaning: "inverse tangent",
		Peers:   Peers{"torch.atan", "jnp.arctan", "np.arctan", "sympy.atan"},
		Example: "atan(0.5)", LaTeX: `\arctan\left(#\right)`,
	},
	{
		Func: Asec, Name: "asec", Aliases: []string{"arcsec"}, Args: "x", ULP: 1,
		Meaning: "inverse secant, acos(1/x)",
		Domain:  "abs(x) >= 1", Ends: []float64{-1, 1},
		Peers:   Peers{"", "", "", "sympy.asec"},
		Example: "asec(2)", LaTeX: `\operatorname{arcsec}\left(#\right)`,
	},
	{
		Func: Acsc, Name: "acsc", Aliases: []string{"arccsc"}, Args: "x", ULP: 1,
		Meaning: "inverse cosecant, asin(1/x)",
		Domain:  "abs(x) >= 1", Ends: []float64{-1, 1},
		Peers:   Peers{"", "", "", "sympy.acsc"},
		Example: "acsc(2)", LaTeX: `\operatorname{arccsc}\left(#\right)`,
	},
	{
		Func: Acot, Name: "acot", Aliases: []string{"arccot"}, Args: "x", ULP: 1,
		Meaning: "inverse cotangent, atan(1/x)",
		Kink:    Kink{Edge: JumpAtZero, Left: -1, Right: -1, Torch: -1, JAX: -1},
		Peers:   Peers{"", "", "", "sympy.acot"},
		Example: "acot(2)", LaTeX: `\operatorname{arccot}\left(#\right)`,
	},
	{
		Func: Atan2, Name: "atan2", Aliases: []string{"arctan2"}, Args: "y, x", ULP: 1,
		Meaning: "angle, in radians from -pi to pi, of the point (x, y); no derivative at (0, 0)",
		Kink:    Kink{Edge: JumpAtCut, Left: math.NaN(), Right: math.NaN(), Torch: math.NaN(), JAX: math.NaN()},
		Peers:   Peers{"torch.atan2", "jnp.arctan2", "np.arctan2", "sympy.atan2"},
		Example: "atan2(1, 2)", LaTeX: `\operatorname{atan2}\left(#\right)`,
	},
}
