package selftest

import (
	"fmt"
	"math"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/expr"
)

// comparator says whether two numbers agree within a tolerance.
type comparator func(t compare.Tolerance, a, b float64) bool

// probe is a question whose answer the definition of [compare.Tolerance] gives.
type probe struct {
	about     string
	tolerance compare.Tolerance
	a, b      float64
	accepts   bool
}

// probes returns pairs of numbers just within and just beyond a tolerance, of either sign,
// on both sides and in both orders, for each of the tolerance's terms. The seed
// chooses the numbers.
func probes(seed uint64) []probe {
	const share = 1e-7 // of the tolerance, from its edge
	var all []probe
	for i, size := range []float64{1, 1e-3, 1e6} {
		x := size * (1 + float64(seed%97+uint64(i))/128)
		for _, term := range []struct {
			about string
			compare.Tolerance
			width func(larger float64) float64
		}{
			{"relative", compare.Tolerance{Relative: 1e-4}, func(y float64) float64 { return 1e-4 * y }},
			{"absolute", compare.Tolerance{Absolute: x / 16}, func(float64) float64 { return x / 16 }},
			{"ulp", compare.Tolerance{ULP: 1 << 30}, func(y float64) float64 { return (1 << 30) * (math.Nextafter(y, math.Inf(1)) - y) }},
			{"all terms", compare.Tolerance{Relative: 1e-4, Absolute: x / 1024}, func(y float64) float64 { return 1e-4*y + x/1024 }},
		} {
			for _, edge := range []struct {
				where   string
				at      float64
				accepts bool
			}{{"within", 1 - share, true}, {"beyond", 1 + share, false}, {"well beyond", 2, false}} {
				less := x - edge.at*term.width(x)
				for _, pair := range [][2]float64{{x, less}, {less, x}, {-x, -less}, {-less, -x}} {
					about := fmt.Sprintf("%s, %s: %v and %v", term.about, edge.where, pair[0], pair[1])
					all = append(all, probe{about, term.Tolerance, pair[0], pair[1], edge.accepts})
				}
			}
		}
	}
	nan, inf := math.NaN(), math.Inf(1)
	return append(all,
		probe{"equal at the edge", compare.Tolerance{Absolute: 0.5}, 1, 1.5, true},
		probe{"NaN against a number", compare.DefaultTolerance, nan, 1, false},
		probe{"a number against NaN", compare.DefaultTolerance, 1, nan, false},
		probe{"infinity against a number", compare.DefaultTolerance, inf, 1, false},
		probe{"infinities of two signs", compare.DefaultTolerance, inf, -inf, false},
		probe{"two NaNs", compare.DefaultTolerance, nan, nan, true},
		probe{"two signs", compare.Tolerance{Relative: 1e-4}, 1, -1, false},
	)
}

// answers returns the probes that a comparator answers wrongly.
func answers(accepts comparator, all []probe) []string {
	var wrong []string
	for _, p := range all {
		if accepts(p.tolerance, p.a, p.b) != p.accepts {
			wrong = append(wrong, p.about)
		}
	}
	return wrong
}

// scaled returns the tolerance with each term so many times as wide.
func scaled(t compare.Tolerance, relative, absolute, ulp float64) compare.Tolerance {
	return compare.Tolerance{Relative: relative * t.Relative, Absolute: absolute * t.Absolute, ULP: ulp * t.ULP}
}

// comparators are wrong ones.
var comparators = []struct {
	mistake string
	comparator
}{
	{"one-sided comparison: only greater is refused", func(t compare.Tolerance, a, b float64) bool { return a <= b || t.Accepts(a, b) }},
	{"one-sided comparison: only less is refused", func(t compare.Tolerance, a, b float64) bool { return a >= b || t.Accepts(a, b) }},
	{"sign lost", func(t compare.Tolerance, a, b float64) bool { return t.Accepts(math.Abs(a), math.Abs(b)) }},
	{"tolerance ten times too wide", func(t compare.Tolerance, a, b float64) bool { return scaled(t, 10, 10, 10).Accepts(a, b) }},
	{"relative term ten times too wide", func(t compare.Tolerance, a, b float64) bool { return scaled(t, 10, 1, 1).Accepts(a, b) }},
	{"absolute term ten times too wide", func(t compare.Tolerance, a, b float64) bool { return scaled(t, 1, 10, 1).Accepts(a, b) }},
	{"units of the last place ten times too wide", func(t compare.Tolerance, a, b float64) bool { return scaled(t, 1, 1, 10).Accepts(a, b) }},
	{"factor 2", func(t compare.Tolerance, a, b float64) bool { return scaled(t, 2, 2, 2).Accepts(a, b) }},
	{"factor 1/2", func(t compare.Tolerance, a, b float64) bool { return scaled(t, 0.5, 0.5, 0.5).Accepts(a, b) }},
	{"relative error of 1e-6", func(t compare.Tolerance, a, b float64) bool {
		return scaled(t, 1.000001, 1.000001, 1.000001).Accepts(a, b)
	}},
	{"lost relative term", func(t compare.Tolerance, a, b float64) bool { return scaled(t, 0, 1, 1).Accepts(a, b) }},
	{"lost absolute term", func(t compare.Tolerance, a, b float64) bool { return scaled(t, 1, 0, 1).Accepts(a, b) }},
	{"lost units of the last place", func(t compare.Tolerance, a, b float64) bool { return scaled(t, 1, 1, 0).Accepts(a, b) }},
	{"relative to the first number", func(t compare.Tolerance, a, b float64) bool {
		return a == b || t.ULP > 0 && t.Accepts(a, b) || math.Abs(a-b) <= t.Absolute+t.Relative*math.Abs(a) || a != a && b != b
	}},
	{"less where it should be at most", func(t compare.Tolerance, a, b float64) bool {
		return t.Accepts(a, b) && (a == b || a != a || math.Abs(a-b) != t.Absolute)
	}},
	{"NaN agrees with everything", func(t compare.Tolerance, a, b float64) bool { return a != a || b != b || t.Accepts(a, b) }},
}

// toleranceTrials returns the wrong comparators: a probe kills those that answer it
// wrongly. They are named by the probe.
func toleranceTrials(seed uint64) []trial {
	var all []trial
	for _, c := range comparators {
		all = append(all, trial{Mutant{Place: ToleranceCode, About: "the comparison of two numbers", Mistake: c.mistake}, func(out *Mutant) {
			out.Killed = len(answers(c.comparator, probes(seed))) > 0
			out.Named = out.Killed
			if !out.Killed {
				out.Said = "every probe is answered rightly"
			}
		}})
	}
	return append(all, edgeTrials()...)
}

// edgeTrials returns errors of one route just beyond a stated tolerance, on either
// side, which the comparison as a whole has to refuse. A tolerance that is applied
// ten times too wide, or on one side only, lets one of them pass.
func edgeTrials() []trial {
	var all []trial
	for _, e := range routeErrors {
		if e.accepted {
			continue
		}
		all = append(all, trial{Mutant{Place: ToleranceCode, About: e.about(), Mistake: "error beyond the tolerance"}, func(out *Mutant) {
			p, err := e.problem()
			if err != nil {
				out.Said = err.Error()
				return
			}
			out.judge(p, e.route, e.route.String()+" is wrong")
		}})
	}
	return all
}

// routeError is an error in the number of one route, in units of the tolerance.
type routeError struct {
	route    compare.Route
	share    float64
	accepted bool
}

var routeErrors = []routeError{
	{compare.Symbolic, 0.99, true},
	{compare.Symbolic, -0.99, true},
	{compare.Symbolic, 1.01, false},
	{compare.Symbolic, -1.01, false},
	{compare.Reverse, 0.99, true},
	{compare.Reverse, -0.99, true},
	{compare.Reverse, 1.01, false},
	{compare.Reverse, -1.01, false},
	{compare.Forward, 0.99, true},
	{compare.Forward, -0.99, true},
	{compare.Forward, 1.01, false},
	{compare.Forward, -1.01, false},
}

func (e routeError) about() string {
	return fmt.Sprintf("%g times the tolerance in the %s route", e.share, e.route)
}

// problem returns the comparison with the error.
func (e routeError) problem() (compare.Problem, error) {
	const relative = 1e-6
	p, err := formula{"x^2*sin(x) - x/3", map[string]float64{"x": 1.6875}}.problem()
	p.Override = &compare.Tolerance{Relative: relative}
	p.Tolerance = compare.Tolerance{Relative: relative}
	factor := 1 + e.share*relative
	if e.route == compare.Symbolic { // whose number is that of its formula
		p.Tamper.Rewrite = func(derivatives []expr.Expr) []expr.Expr {
			g := derivatives[0].Graph()
			n, _ := expr.FromFloat(factor)
			return []expr.Expr{g.Mul(g.Num(n), derivatives[0])}
		}
		return p, err
	}
	p.Tamper.Jacobian = func(route compare.Route, jacobian []float64) {
		if route == e.route {
			jacobian[0] *= factor
		}
	}
	return p, err
}
