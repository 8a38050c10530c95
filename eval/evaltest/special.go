package evaltest

import (
	"math"

	"github.com/gradcmp/gradcmp/expr"
)

var inf, nan, negZero = math.Inf(1), math.NaN(), math.Copysign(0, -1)

// Special is the gradient of a function, or of a power, whose name is "^", at a
// point where it behaves in a way of its own.
type Special struct {
	Name       string
	Convention expr.Convention
	Args       []float64
	Partials   []float64
}

// SpecialPoints returns gradients at the edges of domains, at poles, far out
// and, under each convention, at kinks, jumps and ties. PyTorch's are those of
// PyTorch 1.13.1.
func SpecialPoints() []Special {
	points := append([]Special(nil), regular...)
	for _, k := range kinks {
		for c, partials := range k.partials {
			points = append(points, Special{k.name, expr.Convention(c), k.args, partials})
		}
	}
	return points
}

// everywhere is what all conventions but Error say.
func everywhere(partials ...float64) [6][]float64 {
	none := make([]float64, len(partials))
	for i := range none {
		none[i] = nan
	}
	return [6][]float64{partials, partials, partials, partials, partials, none}
}

// kinks have partials for torch, jax, left, right, minnorm and error.
var kinks = []struct {
	name     string
	args     []float64
	partials [6][]float64
}{
	{"abs", []float64{0}, [6][]float64{{0}, {0}, {-1}, {1}, {0}, {nan}}},
	{"abs", []float64{negZero}, [6][]float64{{0}, {0}, {-1}, {1}, {0}, {nan}}},
	{"relu", []float64{0}, [6][]float64{{0}, {0}, {0}, {1}, {0}, {nan}}},
	{"sign", []float64{0}, everywhere(0)},
	{"heaviside", []float64{0}, everywhere(0)},
	{"floor", []float64{2}, everywhere(0)},
	{"ceil", []float64{-2}, everywhere(0)},
	{"round", []float64{2.5}, everywhere(0)},
	{"trunc", []float64{-1}, everywhere(0)},
	{"acot", []float64{0}, everywhere(-1)},
	{"mod", []float64{6, 3}, everywhere(1, -2)},
	{"mod", []float64{-6, 3}, everywhere(1, 2)},
	{"fmod", []float64{-6, 3}, everywhere(1, 2)},
	{"atan2", []float64{0, -2}, everywhere(-0.5, 0)},
	{"argmax", []float64{3, 3}, everywhere(0, 0)},
	{"max", []float64{2, 2}, [6][]float64{{0.5, 0.5}, {0.5, 0.5}, {0, 0}, {1, 1}, {0.5, 0.5}, {nan, nan}}},
	{"min", []float64{2, 2}, [6][]float64{{0.5, 0.5}, {0.5, 0.5}, {1, 1}, {0, 0}, {0.5, 0.5}, {nan, nan}}},
	{"max", []float64{1, 3, 3}, [6][]float64{{0, 0.5, 0.5}, {0, 0.5, 0.5}, {0, 0, 0}, {0, 1, 1}, {0, 0.5, 0.5}, {0, nan, nan}}},
	{"norm", []float64{0, 0}, [6][]float64{{0, 0}, {nan, nan}, {-1, -1}, {1, 1}, {0, 0}, {nan, nan}}},
	{"hypot", []float64{0, 0}, [6][]float64{{nan, nan}, {0, 0}, {-1, -1}, {1, 1}, {0, 0}, {nan, nan}}},
}

var regular = []Special{
	{Name: "abs", Args: []float64{-2}, Partials: []float64{-1}},
	{Name: "abs", Args: []float64{nan}, Partials: []float64{nan}},
	{Name: "relu", Args: []float64{nan}, Partials: []float64{nan}},
	{Name: "round", Args: []float64{nan}, Partials: []float64{0}},
	{Name: "trunc", Args: []float64{0.5}, Partials: []float64{0}},
	{Name: "mod", Args: []float64{-7.5, 2}, Partials: []float64{1, 4}},
	{Name: "mod", Args: []float64{3, inf}, Partials: []float64{1, 0}},
	{Name: "fmod", Args: []float64{-7.5, 2}, Partials: []float64{1, 3}},
	{Name: "max", Args: []float64{1, nan}, Partials: []float64{nan, nan}},
	{Name: "min", Args: []float64{2, 2, 2, 2}, Partials: []float64{0.25, 0.25, 0.25, 0.25}},

	{Name: "sqrt", Args: []float64{0}, Partials: []float64{inf}},
	{Name: "sqrt", Args: []float64{negZero}, Partials: []float64{inf}},
	{Name: "sqrt", Args: []float64{1e-20}, Partials: []float64{5e9}},
	{Name: "sqrt", Args: []float64{-1}, Partials: []float64{nan}},
	{Name: "cbrt", Args: []float64{0}, Partials: []float64{inf}},
	{Name: "cbrt", Args: []float64{-8}, Partials: []float64{1.0 / 12}},
	{Name: "log", Args: []float64{0}, Partials: []float64{inf}},
	{Name: "log", Args: []float64{negZero}, Partials: []float64{inf}},
	{Name: "log", Args: []float64{-1}, Partials: []float64{nan}},
	{Name: "log1p", Args: []float64{-1}, Partials: []float64{inf}},
	{Name: "log1p", Args: []float64{-2}, Partials: []float64{nan}},
	{Name: "log2", Args: []float64{0}, Partials: []float64{inf}},
	{Name: "log10", Args: []float64{inf}, Partials: []float64{0}},
	{Name: "hypot", Args: []float64{0, -1}, Partials: []float64{0, -1}},
	{Name: "hypot", Args: []float64{1, inf}, Partials: []float64{0, nan}},
	{Name: "hypot", Args: []float64{1e300, 1e300}, Partials: []float64{math.Sqrt2 / 2, math.Sqrt2 / 2}},
	{Name: "norm", Args: []float64{3e-320, 4e-320}, Partials: []float64{0.6, 0.8}},
	{Name: "xlogy", Args: []float64{0, 0}, Partials: []float64{0, 0}},
	{Name: "xlogy", Args: []float64{0, 5}, Partials: []float64{math.Log(5), 0}},
	{Name: "xlogy", Args: []float64{0, -5}, Partials: []float64{0, 0}},
	{Name: "xlogy", Args: []float64{2, 0}, Partials: []float64{-inf, inf}},
	{Name: "xlogy", Args: []float64{2, -1}, Partials: []float64{nan, nan}},
	{Name: "logaddexp", Args: []float64{1000, 1000}, Partials: []float64{0.5, 0.5}},
	{Name: "logaddexp", Args: []float64{inf, 1}, Partials: []float64{1, 0}},
	{Name: "logaddexp", Args: []float64{-inf, 1}, Partials: []float64{0, 1}},
	{Name: "logaddexp", Args: []float64{-inf, -inf}, Partials: []float64{nan, nan}},
	{Name: "logsumexp", Args: []float64{1000, 1000}, Partials: []float64{0.5, 0.5}},
	{Name: "logsumexp", Args: []float64{-inf, -inf}, Partials: []float64{nan, nan}},
	{Name: "logsumexp", Args: []float64{inf, 3}, Partials: []float64{nan, 0}},

	{Name: "^", Args: []float64{0, 0}, Partials: []float64{0, 0}},
	{Name: "^", Args: []float64{inf, 0}, Partials: []float64{0, inf}},
	{Name: "^", Args: []float64{nan, 0}, Partials: []float64{0, nan}},
	{Name: "^", Args: []float64{0, 1}, Partials: []float64{1, 0}},
	{Name: "^", Args: []float64{0, 2.5}, Partials: []float64{0, 0}},
	{Name: "^", Args: []float64{0, 0.5}, Partials: []float64{inf, 0}},
	{Name: "^", Args: []float64{0, -1}, Partials: []float64{-inf, -inf}},
	{Name: "^", Args: []float64{1, inf}, Partials: []float64{inf, 0}},
	{Name: "^", Args: []float64{-3, 2}, Partials: []float64{-6, nan}},

	{Name: "asin", Args: []float64{1}, Partials: []float64{inf}},
	{Name: "asin", Args: []float64{-1}, Partials: []float64{inf}},
	{Name: "acos", Args: []float64{-1}, Partials: []float64{-inf}},
	{Name: "acos", Args: []float64{2}, Partials: []float64{nan}},
	{Name: "asec", Args: []float64{-1}, Partials: []float64{inf}},
	{Name: "asec", Args: []float64{0.5}, Partials: []float64{nan}},
	{Name: "asec", Args: []float64{inf}, Partials: []float64{0}},
	{Name: "acsc", Args: []float64{1}, Partials: []float64{-inf}},
	{Name: "atan2", Args: []float64{0, 0}, Partials: []float64{nan, nan}},
	{Name: "atan2", Args: []float64{1e300, 1e300}, Partials: []float64{5e-301, -5e-301}},
	{Name: "atan2", Args: []float64{inf, 1}, Partials: []float64{0, nan}},
	{Name: "csc", Args: []float64{0}, Partials: []float64{-inf}},
	{Name: "cot", Args: []float64{0}, Partials: []float64{-inf}},
	{Name: "sinc", Args: []float64{0}, Partials: []float64{0}},
	{Name: "sinc", Args: []float64{1e-200}, Partials: []float64{-1e-200 / 3}},

	{Name: "sinh", Args: []float64{-inf}, Partials: []float64{inf}},
	{Name: "cosh", Args: []float64{-inf}, Partials: []float64{-inf}},
	{Name: "tanh", Args: []float64{40}, Partials: []float64{7.2194055513816606e-35}},
	{Name: "tanh", Args: []float64{inf}, Partials: []float64{0}},
	{Name: "sech", Args: []float64{800}, Partials: []float64{0}},
	{Name: "csch", Args: []float64{0}, Partials: []float64{-inf}},
	{Name: "coth", Args: []float64{-800}, Partials: []float64{0}},
	{Name: "asinh", Args: []float64{1e200}, Partials: []float64{1e-200}},
	{Name: "acosh", Args: []float64{1}, Partials: []float64{inf}},
	{Name: "acosh", Args: []float64{-2}, Partials: []float64{nan}},
	{Name: "acosh", Args: []float64{1e200}, Partials: []float64{1e-200}},
	{Name: "atanh", Args: []float64{-1}, Partials: []float64{inf}},
	{Name: "atanh", Args: []float64{2}, Partials: []float64{nan}},
	{Name: "asech", Args: []float64{0}, Partials: []float64{-inf}},
	{Name: "asech", Args: []float64{-0.5}, Partials: []float64{nan}},
	{Name: "acsch", Args: []float64{0}, Partials: []float64{-inf}},
	{Name: "acoth", Args: []float64{1}, Partials: []float64{-inf}},
	{Name: "acoth", Args: []float64{-1}, Partials: []float64{-inf}},
	{Name: "acoth", Args: []float64{0.5}, Partials: []float64{nan}},

	{Name: "sigmoid", Args: []float64{100}, Partials: []float64{3.720075976020836e-44}},
	{Name: "sigmoid", Args: []float64{-800}, Partials: []float64{0}},
	{Name: "softplus", Args: []float64{-700}, Partials: []float64{9.859676543759771e-305}},
	{Name: "logsigmoid", Args: []float64{-800}, Partials: []float64{1}},
	{Name: "tanhshrink", Args: []float64{1e-8}, Partials: []float64{1e-16}},
	{Name: "logit", Args: []float64{0}, Partials: []float64{inf}},
	{Name: "logit", Args: []float64{1}, Partials: []float64{inf}},
	{Name: "logit", Args: []float64{2}, Partials: []float64{nan}},

	{Name: "erf", Args: []float64{inf}, Partials: []float64{0}},
	{Name: "erf", Args: []float64{26}, Partials: []float64{2.9470349932662702e-294}},
	{Name: "erfi", Args: []float64{-inf}, Partials: []float64{inf}},
	{Name: "erfi", Args: []float64{40}, Partials: []float64{inf}},
	{Name: "erfinv", Args: []float64{1}, Partials: []float64{inf}},
	{Name: "erfinv", Args: []float64{2}, Partials: []float64{nan}},
	{Name: "normpdf", Args: []float64{inf}, Partials: []float64{0}},
	{Name: "normcdf", Args: []float64{-40}, Partials: []float64{0}},

	{Name: "gamma", Args: []float64{0}, Partials: []float64{-inf}},
	{Name: "gamma", Args: []float64{negZero}, Partials: []float64{-inf}},
	{Name: "gamma", Args: []float64{-1}, Partials: []float64{nan}},
	{Name: "gamma", Args: []float64{200}, Partials: []float64{inf}},
	{Name: "gamma", Args: []float64{-200.5}, Partials: []float64{0}},
	{Name: "lgamma", Args: []float64{0}, Partials: []float64{-inf}},
	{Name: "lgamma", Args: []float64{-1}, Partials: []float64{nan}},
	{Name: "lgamma", Args: []float64{1e300}, Partials: []float64{690.7755278982137}},
	{Name: "digamma", Args: []float64{0}, Partials: []float64{inf}},
	{Name: "trigamma", Args: []float64{0}, Partials: []float64{-inf}},
	{Name: "polygamma", Args: []float64{1, 1}, Partials: []float64{nan, -2.4041138063191885}},
	{Name: "polygamma", Args: []float64{0.5, 1}, Partials: []float64{nan, nan}},
	{Name: "beta", Args: []float64{1, 1}, Partials: []float64{-1, -1}},
	{Name: "factorial", Args: []float64{0}, Partials: []float64{-0.5772156649015329}},
	{Name: "binomial", Args: []float64{3, 5}, Partials: []float64{-1.0 / 20, 1.0 / 20}},
	{Name: "binomial", Args: []float64{3, -1}, Partials: []float64{0, 0.25}},

	{Name: "besselj0", Args: []float64{0}, Partials: []float64{0}},
	{Name: "besselj1", Args: []float64{0}, Partials: []float64{0.5}},
	{Name: "besselj", Args: []float64{1, 0}, Partials: []float64{nan, 0.5}},
	{Name: "besselj", Args: []float64{-1, 0}, Partials: []float64{nan, -0.5}},
	{Name: "besselj", Args: []float64{0.5, 1}, Partials: []float64{nan, nan}},
	{Name: "bessely0", Args: []float64{0}, Partials: []float64{inf}},
	{Name: "bessely1", Args: []float64{0}, Partials: []float64{inf}},
	{Name: "bessely0", Args: []float64{-1}, Partials: []float64{nan}},
	{Name: "lambertw", Args: []float64{0}, Partials: []float64{1}},
	{Name: "lambertw", Args: []float64{-1 / math.E}, Partials: []float64{inf}},
	{Name: "lambertw", Args: []float64{-1}, Partials: []float64{nan}},
	{Name: "lambertw", Args: []float64{inf}, Partials: []float64{0}},
}
