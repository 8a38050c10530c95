package report_test

import (
	"math"
	"strings"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/expr"
)

// partial returns a partial derivative whose values by symbolic, reverse and
// forward mode and finite differences are given.
func partial(of, wrt, formula string, values [4]float64, bar float64) compare.Partial {
	p := compare.Partial{Of: of, Wrt: wrt, Formula: formula, FDError: bar}
	copy(p.Values[:], values[:])
	if values[0] != values[1] {
		p.Max = compare.Difference{
			Absolute: math.Abs(values[0] - values[1]), Relative: math.Abs(values[0]-values[1]) / math.Abs(values[0]), ULP: 3,
		}
	}
	return p
}

func scalar(name string, x float64) compare.Coordinate {
	return compare.Coordinate{Name: name, Values: []float64{x}}
}

func quadratic() *compare.Report {
	return &compare.Report{
		Expr:   "x1^2 + 3*x1*x2 + x2^2",
		At:     []compare.Coordinate{scalar("x1", 2), scalar("x2", 3)},
		Value:  []float64{31},
		Routes: compare.Unrefereed(compare.AllRoutes()),
		Partials: []compare.Partial{
			partial("", "x1", "2*x1 + 3*x2", [4]float64{13, 13, 13, 13}, 3e-13),
			partial("", "x2", "3*x1 + 2*x2", [4]float64{12, 12, 12, 12}, 2e-13),
		},
	}
}

// logistic has values of many digits.
func logistic() *compare.Report {
	return &compare.Report{
		Expr:   "sigmoid(0.5*x1 - 1.0*x2 + 2.0)",
		At:     []compare.Coordinate{scalar("x1", 2.5), scalar("x2", -1)},
		Value:  []float64{0.9859363729567545},
		Routes: compare.Unrefereed(compare.AllRoutes()),
		Partials: []compare.Partial{
			partial("", "x1", "0.5*sigmoid(-0.5*x1 + x2 - 2.0)*sigmoid(0.5*x1 - x2 + 2.0)", [4]float64{
				0.0069329207188169844, 0.00693292071881698, 0.0069329207188169844, 0.00693292071881412,
			}, 4e-15),
			partial("", "x2", "-sigmoid(-0.5*x1 + x2 - 2.0)*sigmoid(0.5*x1 - x2 + 2.0)", [4]float64{
				-0.013865841437633969, -0.01386584143763396, -0.013865841437633969, -0.0138658414376339,
			}, 7e-14),
		},
	}
}

// classifier is a program with a vector result, a matrix and long formulas.
func classifier() *compare.Report {
	program := "# a softmax classifier\nx : vector(2)\nW : matrix(2, 2)\n\nlogits = x @ W\nsoftmax(logits)"
	softmax := func(i string) string {
		return "exp(" + i + " - logsumexp(W[0,0]*x[0] + W[1,0]*x[1], W[0,1]*x[0] + W[1,1]*x[1]))"
	}
	formula := softmax("W[0,0]*x[0] + W[1,0]*x[1]") + "*(W[0,0] - " + softmax("W[0,1]*x[0] + W[1,1]*x[1]") + "*W[0,1])"
	return &compare.Report{
		Expr: program,
		At: []compare.Coordinate{
			{Name: "x", Shape: expr.Shape{2}, Values: []float64{0.1, -2}},
			{Name: "W", Shape: expr.Shape{2, 2}, Exact: []string{"1/3", "pi/4", "0.25", "-1e-20"}, Values: []float64{1.0 / 3, math.Pi / 4, 0.25, -1e-20}},
		},
		Shape:  expr.Shape{2},
		Value:  []float64{0.3669230862311428, 0.6330769137688572},
		Routes: compare.Unrefereed(compare.AllRoutes()),
		Partials: []compare.Partial{
			partial("[0]", "x[0]", formula, [4]float64{-0.1049985443234591, -0.1049985443234592, -0.1049985443234591, -0.10499854432345}, 2e-13),
			partial("[0]", "x[1]", "-"+formula, [4]float64{0.0580726302771428, 0.0580726302771428, 0.0580726302771428, 0.0580726302771}, 1e-13),
			partial("[1]", "x[0]", "-"+formula, [4]float64{0.1049985443234591, 0.1049985443234592, 0.1049985443234591, 0.10499854432345}, 2e-13),
			partial("[1]", "x[1]", formula, [4]float64{-0.0580726302771428, -0.0580726302771428, -0.0580726302771428, -0.0580726302771}, 1e-13),
		},
	}
}

// troubled has a wrong route, notes, NaN and infinities.
func troubled() *compare.Report {
	nan, inf := math.NaN(), math.Inf(1)
	r := &compare.Report{
		Expr:   "sin(x) + abs(y) + sqrt(z)",
		At:     []compare.Coordinate{scalar("x", 0.3), scalar("y", 0), scalar("z", 0)},
		Value:  []float64{0.29552020666133955},
		Routes: compare.Unrefereed(compare.AllRoutes()),
		Partials: []compare.Partial{
			partial("", "x", "cos(x)", [4]float64{0.955336489125606, -0.955336489125606, 0.955336489125606, 0.955336489125}, 1e-12),
			partial("", "y", "sign(y)", [4]float64{}, 0),
			partial("", "z", "1/(2*sqrt(z))", [4]float64{inf, inf, inf, nan}, inf),
		},
		Verdict: compare.Wrong,
		Notes:   []string{"forward: a note on the whole that is so long that it has to be wrapped on every terminal but the widest"},
	}
	x, y, z := &r.Partials[0], &r.Partials[1], &r.Partials[2]
	x.Verdict, x.Wrong, x.Notes = compare.Wrong, []compare.Route{compare.Reverse}, []string{"reverse is wrong: symbolic, forward and fd give 0.955336489"}
	y.Verdict, y.Notes = compare.Convention, []string{"abs has a kink at 0: the derivative is -1 from the left and 1 from the right; 0 is PyTorch's convention"}
	z.Verdict, z.Notes = compare.DomainEdge, []string{"sqrt is at the edge of its domain: the derivative is infinite here"}
	return r
}

// defined has formulas with definitions.
func defined() *compare.Report {
	r := quadratic()
	r.Expr = "exp(x1*x2)*sin(x1*x2)"
	r.Let = []compare.Definition{{Name: "t1", Formula: "x1*x2"}, {Name: "t2", Formula: "exp(t1)*cos(t1) + exp(t1)*sin(t1)"}}
	r.Partials[0].Formula, r.Partials[1].Formula = "x2*t2", "x1*t2"
	return r
}

// alone is a report of one route, without formulas.
func alone() *compare.Report {
	r := quadratic()
	r.Routes = []compare.Route{compare.Reverse}
	r.Verdict = compare.Unchecked
	for i := range r.Partials {
		r.Partials[i].Formula, r.Partials[i].Verdict = "", compare.Unchecked
	}
	return r
}

func constant() *compare.Report {
	return &compare.Report{Expr: "1 + 2", Value: []float64{3}, Routes: compare.Unrefereed(compare.AllRoutes())}
}

// long has a formula longer than what is shown of one.
func long() *compare.Report {
	r := quadratic()
	r.Expr = "x1" + strings.Repeat(" + x2*x1", 1000)
	return r
}

var reports = []struct {
	name   string
	report func() *compare.Report
}{
	{"quadratic", quadratic},
	{"logistic", logistic},
	{"classifier", classifier},
	{"troubled", troubled},
	{"defined", defined},
	{"alone", alone},
	{"constant", constant},
}
