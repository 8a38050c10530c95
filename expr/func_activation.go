package expr

// activations are smooth steps and ramps, as neural networks have them.
var activations = []FuncInfo{
	{
		Func: Sigmoid, Name: "sigmoid", Aliases: []string{"logistic", "expit"}, Args: "x", ULP: 1,
		Meaning: "logistic function 1/(1 + exp(-x))",
		Peers:   Peers{"torch.sigmoid", "jax.nn.sigmoid", "scipy.special.expit", ""},
		Example: "sigmoid(0.5)", Unicode: "σ", LaTeX: `\sigma\left(#\right)`,
	},
	{
		Func: LogSigmoid, Name: "logsigmoid", Aliases: []string{"log_sigmoid"}, Args: "x", ULP: 1,
		Meaning: "log(sigmoid(x)) = -log(1 + exp(-x))",
		Peers:   Peers{"torch.nn.functional.logsigmoid", "jax.nn.log_sigmoid", "scipy.special.log_expit", ""},
		Example: "logsigmoid(0.5)", LaTeX: `\operatorname{logsigmoid}\left(#\right)`,
	},
	{
		Func: Softplus, Name: "softplus", Args: "x", ULP: 1,
		Meaning: "log(1 + exp(x))",
		Peers:   Peers{"torch.nn.functional.softplus", "jax.nn.softplus", "", ""},
		Example: "softplus(0.5)", LaTeX: `\operatorname{softplus}\left(#\right)`,
	},
	{
		Func: Relu, Name: "relu", Args: "x", ULP: 0,
		Meaning: "x where positive, otherwise 0",
		Kink:    Kink{Edge: KinkAtZero, Right: 1},
		Peers:   Peers{"torch.relu", "jax.nn.relu", "", ""},
		Example: "relu(-2)", LaTeX: `\operatorname{relu}\left(#\right)`,
	},
	{
		Func: Tanhshrink, Name: "tanhshrink", Args: "x", ULP: 1,
		Meaning: "x - tanh(x), accurate near 0",
		Peers:   Peers{"torch.nn.functional.tanhshrink", "", "", ""},
		Example: "tanhshrink(0.5)", LaTeX: `\operatorname{tanhshrink}\left(#\right)`,
	},
	{
		Func: Logit, Name: "logit", Args: "x", ULP: 1,
		Meaning: "log(x/(1 - x)), the inverse of sigmoid",
		Domain:  "0 < x < 1", Poles: "x = 0 and 1", Ends: []float64{0, 1},
		Peers:   Peers{"torch.logit", "jax.scipy.special.logit", "scipy.special.logit", ""},
		Example: "logit(0.25)", LaTeX: `\operatorname{logit}\left(#\right)`,
	},
}
