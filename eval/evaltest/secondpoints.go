package evaltest

import "github.com/gradcmp/gradcmp/expr"

// SecondLimit returns how many ulp a second partial may be off.
func SecondLimit(row SecondRow) float64 {
	switch row.Name {
	case "erfinv":
		return 300 // exp(y^2), squared, magnifies the error of y
	case "beta", "binomial":
		return 10000 // differences of trigamma functions
	}
	return 32
}

// SecondPoint is a second derivative by two directions at a point that is
// special: on a kink or jump, at the edge of a domain, or where a direction does
// not move an argument.
type SecondPoint struct {
	Name       string
	Args, U, V []float64
	Convention expr.Convention
	Want       float64
}

// SecondPoints returns second derivatives at special points.
func SecondPoints() []SecondPoint {
	var points []SecondPoint
	for _, p := range bends {
		points = append(points, SecondPoint{p.name, p.args, p.u, p.v, expr.Torch, p.want})
	}
	for _, p := range creases {
		u := make([]float64, len(p.args))
		u[0] = 1
		for _, c := range expr.Conventions() {
			want := 0.0
			if c == expr.Error {
				want = nan
			}
			points = append(points, SecondPoint{p.name, p.args, u, u, c, want})
		}
	}
	return points
}

// creases are kinks and jumps between straight pieces.
var creases = []struct {
	name string
	args []float64
}{
	{"abs", []float64{0}},
	{"relu", []float64{0}},
	{"sign", []float64{0}},
	{"floor", []float64{2}},
	{"round", []float64{0.5}},
	{"mod", []float64{6, 3}},
	{"max", []float64{2, 2}},
	{"min", []float64{2, 2, 5}},
}

var bends = []struct {
	name       string
	args, u, v []float64
	want       float64
}{
	{"sqrt", []float64{0}, []float64{1}, []float64{1}, -inf},
	{"sqrt", []float64{0}, []float64{0}, []float64{1}, 0},
	{"sqrt", []float64{-1}, []float64{1}, []float64{1}, nan},
	{"log", []float64{0}, []float64{1}, []float64{1}, -inf},
	{"log", []float64{-1}, []float64{1}, []float64{1}, nan},
	{"log1p", []float64{-2}, []float64{1}, []float64{1}, nan},
	{"asin", []float64{1}, []float64{1}, []float64{1}, inf},
	{"acos", []float64{2}, []float64{1}, []float64{1}, nan},
	{"acosh", []float64{1}, []float64{1}, []float64{1}, -inf},
	{"atanh", []float64{-1}, []float64{1}, []float64{1}, -inf},
	{"atanh", []float64{2}, []float64{1}, []float64{1}, nan},
	{"acoth", []float64{0.5}, []float64{1}, []float64{1}, nan},
	{"exp", []float64{800}, []float64{0}, []float64{1}, 0},
	{"tanh", []float64{40}, []float64{1}, []float64{1}, -1.4438811102763321e-34},
	{"tanh", []float64{-40}, []float64{1}, []float64{1}, 1.4438811102763321e-34},
	{"sigmoid", []float64{800}, []float64{1}, []float64{1}, 0},
	{"sigmoid", []float64{1e-10}, []float64{1}, []float64{1}, -1.25e-11},
	{"softplus", []float64{-700}, []float64{1}, []float64{1}, 9.859676543759771e-305},
	{"sinc", []float64{0}, []float64{1}, []float64{1}, -1.0 / 3},
	{"besselj0", []float64{0}, []float64{1}, []float64{1}, -0.5},
	{"besselj1", []float64{0}, []float64{1}, []float64{1}, 0},
	{"besselj", []float64{2, 0}, []float64{0, 1}, []float64{0, 1}, 0.25},
	{"besselj", []float64{-2, 0}, []float64{0, 1}, []float64{0, 1}, 0.25},
	{"besselj", []float64{2, 1}, []float64{1, 1}, []float64{0, 1}, nan},
	{"polygamma", []float64{0.5, 1}, []float64{0, 1}, []float64{0, 1}, nan},
	{"bessely0", []float64{0}, []float64{1}, []float64{1}, -inf},
	{"lambertw", []float64{0}, []float64{1}, []float64{1}, -2},
	{"erf", []float64{inf}, []float64{1}, []float64{1}, 0},
	{"normpdf", []float64{-inf}, []float64{1}, []float64{1}, 0},
	{"norm", []float64{3, 4}, []float64{-4, 3}, []float64{-4, 3}, 5},
	{"norm", []float64{1e8, 1}, []float64{1, 0}, []float64{1, 0}, 1e-24},
	{"norm", []float64{0, 0}, []float64{1, 0}, []float64{1, 0}, nan},
	{"hypot", []float64{0, 2}, []float64{1, 0}, []float64{1, 0}, 0.5},
	{"logsumexp", []float64{50, 0, 0}, []float64{1, 0, 0}, []float64{1, 0, 0}, 3.8574996959278356e-22},
	{"logsumexp", []float64{1000, 1000}, []float64{1, 0}, []float64{0, 1}, -0.25},
	{"logaddexp", []float64{800, 0}, []float64{1, 0}, []float64{1, 0}, 0},
	{"xlogy", []float64{0, 0}, []float64{1, 1}, []float64{1, 1}, 0},
	{"xlogy", []float64{0, 2}, []float64{1, 0}, []float64{0, 1}, 0.5},
	{"xlogy", []float64{1, -2}, []float64{0, 1}, []float64{0, 1}, nan},
	{"binomial", []float64{1, 2}, []float64{1, 0}, []float64{1, 0}, 1},
	{"^", []float64{0, 2}, []float64{1, 0}, []float64{1, 0}, 2},
	{"^", []float64{0, 1}, []float64{1, 0}, []float64{1, 0}, 0},
	{"^", []float64{0, 0}, []float64{1, 0}, []float64{1, 0}, 0},
	{"^", []float64{-3, 3}, []float64{1, 0}, []float64{1, 0}, -18},
	{"^", []float64{0, 0.5}, []float64{1, 0}, []float64{1, 0}, -inf},
	{"^", []float64{0, 3}, []float64{0, 1}, []float64{0, 1}, 0},
	{"^", []float64{0, 3}, []float64{1, 0}, []float64{0, 1}, 0},
}
