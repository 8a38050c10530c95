package stable

// logisticRules are those of the logistic function, the softmax and their
// logarithms: P. Blanchard, D. J. Higham, N. J. Higham, "Accurately computing
// the log-sum-exp and softmax functions", IMA Journal of Numerical Analysis 41
// (2021), and M. Mächler, "Accurately computing log(1 - exp(-|a|))", vignette
// of the R package Rmpfr (2012).
var logisticRules = []Rule{
	{"log of sigmoid", "log(sigmoid(x))", "logsigmoid(x)", "", mächler},
	{"log of the other sigmoid", "log(1 - sigmoid(x))", "logsigmoid(-x)", "", mächler},
	{"softmax", "exp(x)/(0 + exp(xs))", "exp(x - logsumexp(xs))", "", blanchard},
	{"softmax of two", "exp(x)/(exp(x) + exp(y))", "sigmoid(x - y)", "", blanchard},
	{"sigmoid of exp", "exp(x)/(1 + exp(x))", "sigmoid(x)", "", blanchard},
	{"sigmoid of reciprocal", "1/(1 + exp(-x))", "sigmoid(x)", "", blanchard},
	{"other sigmoid", "1 - sigmoid(x)", "sigmoid(-x)", "", "1 - 1/(1 + exp(-x)) = 1/(1 + exp(x))"},
	{"sigmoid less half", "sigmoid(x) - 1/2", "tanh(x/2)/2", "", "DLMF 4.28"},
	{"difference of sigmoids", "sigmoid(a) - sigmoid(b)", "sinh((a - b)/2)/(2*cosh(a/2)*cosh(b/2))", "", "DLMF 4.35"},
	{"softplus", "log(1 + exp(x))", "softplus(x)", "", mächler},
	{"softplus by log1p", "log1p(exp(x))", "softplus(x)", "", mächler},
	{"argument less softplus", "x - softplus(x)", "logsigmoid(x)", "", mächler},
	{"log of sum of two exponentials", "log(exp(x) + exp(y))", "logaddexp(x, y)", "", blanchard},
	{"log of sum of exponentials", "log(0 + exp(xs))", "logsumexp(xs)", "", blanchard},
	{"logit", "log(x/(1 - x))", "logit(x)", "", "the definition of logit"},
	{"logit as difference", "log(x) - log(1 - x)", "logit(x)", "", "the definition of logit"},
	{"logit by log1p", "log(x) - log1p(-x)", "logit(x)", "", "the definition of logit"},
}

const (
	blanchard = "Blanchard, Higham, Higham (2021)"
	mächler   = "Mächler (2012)"
)
