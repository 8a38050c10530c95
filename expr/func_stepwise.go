package expr

// stepwise are made of straight pieces.
var stepwise = []FuncInfo{
	{
		Func: Abs, Name: "abs", Aliases: []string{"fabs"}, Args: "x", ULP: 0,
		Meaning: "absolute value",
		Kink:    Kink{Edge: KinkAtZero, Left: -1, Right: 1},
		Peers:   Peers{"torch.abs", "jnp.abs", "np.abs", "sympy.Abs"},
		Example: "abs(-2)", Unicode: "|#|", LaTeX: `\left|#\right|`,
	},
	{
		Func: Sign, Name: "sign", Aliases: []string{"sgn"}, Args: "x", ULP: 0,
		Meaning: "-1, 0 or 1, as x is negative, zero or positive",
		Kink:    Kink{Edge: JumpAtZero},
		Peers:   Peers{"torch.sign", "jnp.sign", "np.sign", "sympy.sign"},
		Example: "sign(-2)", LaTeX: `\operatorname{sign}\left(#\right)`,
	},
	{
		Func: Heaviside, Name: "heaviside", Args: "x", ULP: 0,
		Meaning: "0 for negative x, 1 for positive, 1/2 at 0",
		Kink:    Kink{Edge: JumpAtZero},
		Peers:   Peers{"torch.heaviside(x, 1/2)", "jnp.heaviside(x, 1/2)", "np.heaviside(x, 1/2)", "sympy.Heaviside"},
		Example: "heaviside(2)", LaTeX: `\operatorname{heaviside}\left(#\right)`,
	},
	{
		Func: Floor, Name: "floor", Args: "x", ULP: 0,
		Meaning: "greatest integer not above x; derivative 0",
		Kink:    Kink{Edge: JumpAtIntegers},
		Peers:   Peers{"torch.floor", "jnp.floor", "np.floor", "sympy.floor"},
		Example: "floor(2.5)", Unicode: "⌊#⌋", LaTeX: `\left\lfloor #\right\rfloor`,
	},
	{
		Func: Ceil, Name: "ceil", Aliases: []string{"ceiling"}, Args: "x", ULP: 0,
		Meaning: "least integer not below x; derivative 0",
		Kink:    Kink{Edge: JumpAtIntegers},
		Peers:   Peers{"torch.ceil", "jnp.ceil", "np.ceil", "sympy.ceiling"},
		Example: "ceil(2.5)", Unicode: "⌈#⌉", LaTeX: `\left\lceil #\right\rceil`,
	},
	{
		Func: Round, Name: "round", Args: "x", ULP: 0,
		Meaning: "nearest integer, the even one of two; derivative 0",
		Kink:    Kink{Edge: JumpAtHalves},
		Peers:   Peers{"torch.round", "jnp.round", "np.round", ""},
		Example: "round(2.5)", LaTeX: `\operatorname{round}\left(#\right)`,
	},
	{
		Func: Trunc, Name: "trunc", Args: "x", ULP: 0,
		Meaning: "x without its fraction; derivative 0",
		Kink:    Kink{Edge: JumpAtNonzeroIntegers},
		Peers:   Peers{"torch.trunc", "jnp.trunc", "np.trunc", ""},
		Example: "trunc(-2.5)", LaTeX: `\operatorname{trunc}\left(#\right)`,
	},
	{
		Func: Mod, Name: "mod", Args: "x, y", ULP: 0.5,
		Meaning: "x - y*floor(x/y), with the sign of y; derivative 1 by x",
		Domain:  "y != 0",
		Kink:    Kink{Edge: JumpAtMultiples, Left: 1, Right: 1, Torch: 1, JAX: 1},
		Peers:   Peers{"torch.remainder", "jnp.mod", "np.mod", "sympy.Mod"},
		Example: "mod(-7.5, 2)", LaTeX: `\operatorname{mod}\left(#\right)`,
	},
	{
		Func: Fmod, Name: "fmod", Args: "x, y", ULP: 0,
		Meaning: "x - y*trunc(x/y), with the sign of x; derivative 1 by x",
		Domain:  "y != 0",
		Kink:    Kink{Edge: JumpAtNonzeroMultiples, Left: 1, Right: 1, Torch: 1, JAX: 1},
		Peers:   Peers{"torch.fmod", "jnp.fmod", "np.fmod", ""},
		Example: "fmod(-7.5, 2)", LaTeX: `\operatorname{fmod}\left(#\right)`,
	},
}
