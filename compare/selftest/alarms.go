package selftest

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/compare/truth"
	"github.com/gradcmp/gradcmp/simplify"
)

// check is a comparison without a mistake.
type check struct {
	about string
	make  func() (compare.Problem, error)
}

// alarm runs the comparison, and says what it finds wrong, "" if nothing.
func (c check) alarm() string {
	p, err := c.make()
	if err != nil {
		return c.about + ": " + err.Error()
	}
	report, err := compare.Run(p)
	if err != nil {
		return c.about + ": " + err.Error()
	}
	for _, q := range report.Partials {
		if q.Verdict.ExitCode() != 0 {
			return fmt.Sprintf("%s: d/d%s is %s: %s", c.about, q.Wrt, q.Verdict, strings.Join(q.Notes, "; "))
		}
	}
	return ""
}

// ordinary are formulas of several fields at points where nothing is amiss.
var ordinary = []formula{
	{"m*c^2/sqrt(1 - v^2/c^2)", map[string]float64{"m": 1.5, "c": 3, "v": 1.25}},                                                           // relativity
	{"G*m*M/r^2", map[string]float64{"G": 6.674e-11, "m": 75, "M": 5.97e24, "r": 6.37e6}},                                                  // gravitation
	{"h*f^3/(exp(h*f/T) - 1)", map[string]float64{"h": 0.75, "f": 2, "T": 1.5}},                                                            // radiation
	{"A*exp(-E/(8.314*T))", map[string]float64{"A": 1e5, "E": 5e4, "T": 350}},                                                              // chemical kinetics
	{"(p + a/v^2)*(v - b)", map[string]float64{"p": 2, "a": 1.375, "v": 3, "b": 0.25}},                                                     // a real gas
	{"v*s/(k + s)", map[string]float64{"v": 2, "s": 0.75, "k": 1.25}},                                                                      // enzymes
	{"r*n*(1 - n/k)", map[string]float64{"r": 0.5, "n": 20, "k": 128}},                                                                     // populations
	{"q/(4*pi*eps*r)*exp(-r/d)", map[string]float64{"q": 2, "eps": 0.5, "r": 3, "d": 1.5}},                                                 // a screened charge
	{"exp(-(x - m)^2/(2*s^2))/(s*sqrt(2*pi))", map[string]float64{"x": 1, "m": 0.5, "s": 2}},                                               // the normal density
	{"k*log(l) - l - lgamma(k + 1)", map[string]float64{"k": 4, "l": 2.5}},                                                                 // Poisson likelihood
	{"(a - 1)*log(x) + (b - 1)*log1p(-x)", map[string]float64{"a": 2.5, "b": 3, "x": 0.375}},                                               // beta likelihood
	{"s*normcdf(d) - k*exp(-r*t)*normcdf(d - v*sqrt(t))", map[string]float64{"s": 100, "d": 0.5, "k": 95, "r": 0.05, "t": 0.5, "v": 0.25}}, // an option
	{"P*r/(1 - (1 + r)^(-n))", map[string]float64{"P": 1000, "r": 0.0625, "n": 12}},                                                        // an annuity
	{"-(t*log(sigmoid(z)) + (1 - t)*log(1 - sigmoid(z)))", map[string]float64{"t": 0.75, "z": 0.5}},                                        // cross entropy
	{"softplus(a*x + b)*tanh(c*x)", map[string]float64{"a": 1.5, "x": 0.75, "b": -0.5, "c": 2}},                                            // a small network
	{"logsumexp(a, b, c) - b", map[string]float64{"a": 1, "b": 2.5, "c": -0.5}},                                                            // a softmax loss
	{"norm(x, y, z)", map[string]float64{"x": 3, "y": -4, "z": 12}},                                                                        // a length
	{"atan2(y, x)", map[string]float64{"x": -1.5, "y": 2}},                                                                                 // an angle
	{"acos(sin(a)*sin(b) + cos(a)*cos(b)*cos(d))", map[string]float64{"a": 0.75, "b": 0.5, "d": 1}},                                        // a great circle
	{"(1 - x)^2 + 100*(y - x^2)^2", map[string]float64{"x": -1.25, "y": 1}},                                                                // Rosenbrock
	{"(x^2 + y - 11)^2 + (x + y^2 - 7)^2", map[string]float64{"x": 0.5, "y": -2}},                                                          // Himmelblau
	{"-20*exp(-0.2*sqrt((x^2 + y^2)/2)) - exp((cos(2*pi*x) + cos(2*pi*y))/2)", map[string]float64{"x": 0.75, "y": -1.375}},                 // Ackley
	{"4*e0*((s/r)^12 - (s/r)^6)", map[string]float64{"e0": 0.5, "s": 1, "r": 1.375}},                                                       // Lennard-Jones
	{"besselj0(k*r)*exp(-a*z)", map[string]float64{"k": 2, "r": 1.25, "a": 0.5, "z": 1}},                                                   // a waveguide
	{"erfc(x/(2*sqrt(D*t)))", map[string]float64{"x": 1.5, "D": 0.5, "t": 2}},                                                              // diffusion
	{"l*log(1 + (w/k)^2)/2 + abs(w)", map[string]float64{"l": 0.5, "w": -1.5, "k": 2}},                                                     // a penalty
	{"where(abs(r) < d, r^2/2, d*(abs(r) - d/2))", map[string]float64{"r": -2.5, "d": 1.5}},                                                // Huber's loss
	{"2*asin(sqrt(sin((a - b)/2)^2 + cos(a)*cos(b)*sin(d/2)^2))", map[string]float64{"a": 0.75, "b": 0.25, "d": 0.5}},                      // haversine
	{"x^y + y^x", map[string]float64{"x": 1.5, "y": 2.25}},
	{"gamma(x)*cbrt(y)/beta(x, y)", map[string]float64{"x": 2.5, "y": 1.25}},
}

// checks returns the comparisons without a mistake: ordinary formulas, those in which
// mistakes about functions and the simplifier are planted, the sweeps, and errors within a tolerance.
func checks(functions []function) []check {
	var all []check
	for _, f := range ordinary {
		all = append(all, check{f.text, f.problem})
	}
	for _, f := range functions {
		all = append(all, check{f.formula.text, f.problem})
	}
	for _, f := range simplifiedFormulas {
		all = append(all, check{f.text, f.problem})
	}
	for _, rule := range simplify.Rules() {
		f := ruleFormula(rule)
		all = append(all, check{f.text, f.problem})
	}
	all = append(all, sweepChecks()...)
	for _, e := range routeErrors {
		if e.accepted {
			all = append(all, check{e.about(), e.problem})
		}
	}
	return all
}

// claimAlarm judges the right derivative of a formula as a claim.
func claimAlarm(formula string, seed uint64) string {
	right, err := derivative(formula)
	if err != nil {
		return formula + ": " + err.Error()
	}
	v, err := verdictOn(formula, "x = "+right, seed)
	switch {
	case err != nil:
		return formula + ": " + err.Error()
	case !v.Status.IsRight():
		return fmt.Sprintf("%s: the claim x = %s is %s", formula, right, v.Status)
	}
	return ""
}

// corpus is a corpus of truth.
type corpus struct {
	name    string
	records []truth.Record
}

// readCorpora reads every corpus of a folder.
func readCorpora(folder string) ([]corpus, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.jsonl"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s holds no corpus: no file *.jsonl", folder)
	}
	var all []corpus
	for _, file := range files {
		records, err := truth.ReadFile(file)
		if err != nil {
			return nil, err
		}
		all = append(all, corpus{strings.TrimSuffix(filepath.Base(file), ".jsonl"), records})
	}
	return all, nil
}

// alarms runs all routes at every point of a record, and returns how many there are
// and where a route is said to be wrong. Points may be hard: other verdicts are no alarms.
func (c corpus) alarms(r *truth.Record) (points int, alarms []string) {
	one := truth.Check(c.name, []truth.Record{*r}, nil)
	if one.Verdicts[compare.Wrong.String()] == 0 {
		return one.Points, nil
	}
	for _, failure := range one.Failures {
		alarms = append(alarms, c.name+": "+failure)
	}
	return one.Points, alarms
}
