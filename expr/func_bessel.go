package expr

// besselFunctions are the Bessel functions of integer order, and Lambert's function.
var besselFunctions = []FuncInfo{
	{
		Func: BesselJ0, Name: "besselj0", Aliases: []string{"bessel_j0", "J0"}, Args: "x", ULP: 2,
		Meaning:  "Bessel function of the first kind of order 0",
		Accuracy: "near its zeros beyond 25",
		Peers:    Peers{"torch.special.bessel_j0", "", "scipy.special.j0", "sympy.besselj(0, x)"},
		Example:  "besselj0(0.5)", LaTeX: `J_{0}\left(#\right)`,
	},
	{
		Func: BesselJ1, Name: "besselj1", Aliases: []string{"bessel_j1", "J1"}, Args: "x", ULP: 2,
		Meaning:  "Bessel function of the first kind of order 1",
		Accuracy: "near its zeros beyond 25",
		Peers:    Peers{"torch.special.bessel_j1", "", "scipy.special.j1", "sympy.besselj(1, x)"},
		Example:  "besselj1(0.5)", LaTeX: `J_{1}\left(#\right)`,
	},
	{
		Func: BesselJ, Name: "besselj", Aliases: []string{"Jn"}, Args: "n, x", ULP: 2,
		Meaning:  "Bessel function of the first kind of order n, an integer; no derivative by n",
		Domain:   "n an integer",
		Accuracy: "near its zeros",
		Peers:    Peers{"", "", "scipy.special.jv", "sympy.besselj"},
		Example:  "besselj(2, 0.5)", LaTeX: `\operatorname{J}\left(#\right)`,
	},
	{
		Func: BesselY0, Name: "bessely0", Aliases: []string{"bessel_y0", "Y0"}, Args: "x", ULP: 2,
		Meaning: "Bessel function of the second kind of order 0",
		Domain:  "x > 0", Poles: "x = 0", Ends: []float64{0},
		Accuracy: "near its zeros beyond 25",
		Peers:    Peers{"torch.special.bessel_y0", "", "scipy.special.y0", "sympy.bessely(0, x)"},
		Example:  "bessely0(0.5)", LaTeX: `Y_{0}\left(#\right)`,
	},
	{
		Func: BesselY1, Name: "bessely1", Aliases: []string{"bessel_y1", "Y1"}, Args: "x", ULP: 2,
		Meaning: "Bessel function of the second kind of order 1",
		Domain:  "x > 0", Poles: "x = 0", Ends: []float64{0},
		Accuracy: "near its zeros beyond 25",
		Peers:    Peers{"torch.special.bessel_y1", "", "scipy.special.y1", "sympy.bessely(1, x)"},
		Example:  "bessely1(0.5)", LaTeX: `Y_{1}\left(#\right)`,
	},
	{
		Func: LambertW, Name: "lambertw", Aliases: []string{"LambertW"}, Args: "x", ULP: 1,
		Meaning: "principal real branch of the inverse of w*exp(w)",
		Domain:  "x >= -1/e", Ends: []float64{-0x1.78b56362cef38p-2},
		Peers:   Peers{"", "", "scipy.special.lambertw", "sympy.LambertW"},
		Example: "lambertw(1)", LaTeX: `W\left(#\right)`,
	},
}
