package compare

import (
	"math"
	"slices"

	"github.com/gradcmp/gradcmp/compare/points"
)

// Row is one of many points.
type Row struct {
	Place  string // where the point comes from, such as "data.csv:12"; "" if from nowhere
	Report *Report
	// Error is the largest relative error of a partial derivative: of a route from
	// the referee's value where that is known, or else among the routes. It is
	// infinite where a route gives NaN or an infinity and the verdict is not that all
	// is well, and 0 where rounding excuses a difference beyond the tolerance.
	Error float64
}

// isGraver reports whether a row is worse than another: see
// [SurveyReport.Worst].
func (row Row) isGraver(other Row) bool {
	a, b := severity[row.Report.Verdict.ExitCode()], severity[other.Report.Verdict.ExitCode()]
	return a > b || a == b && row.Error > other.Error
}

// surveyor compares one problem at many points.
type surveyor struct {
	problem Problem // without the referee
	referee RefereeUse
}

func newSurveyor(p Problem, use RefereeUse) *surveyor {
	s := &surveyor{p.prepared(), use}
	s.problem.Routes = Unrefereed(s.problem.Routes)
	return s
}

// explained compares the routes once more where a row was found without its causes
// being looked for, and looks for them.
func (s *surveyor) explained(row *Row) error {
	full := *s
	full.problem.plain = false
	var x []float64
	for _, c := range row.Report.At {
		x = append(x, c.Values...)
	}
	use := s.referee
	if use == RefereeOffenders && row.Report.Verdict.ExitCode() != 0 {
		use = RefereeAll // it may know a remedy where the value is no finite number
	}
	report, _, err := full.compare(x, use)
	if err == nil {
		row.Report = report
	}
	return err
}

// row compares the routes at a point.
func (s *surveyor) row(p points.Point) (Row, error) {
	report, _, err := s.compare(p.Values, s.referee)
	if err != nil {
		return Row{}, err
	}
	return Row{p.Place(), report, s.problem.errorOf(report)}, nil
}

// compare compares the routes at the point that has the coordinates x. The second
// result says how much rounding may have taken of a derivative in relation to it.
func (s *surveyor) compare(x []float64, use RefereeUse) (*Report, float64, error) {
	p := s.problem
	p.Point = inputsAt(p.Point, x)
	if use == RefereeAll {
		p.Routes = append(slices.Clone(p.Routes), Referee)
	}
	r, err := begin(p)
	if err != nil {
		return nil, 0, err
	}
	report, err := r.finish()
	if err != nil {
		return nil, 0, err
	}
	loss := r.loss()
	if use != RefereeOffenders || !r.isDoubtful(loss) {
		return report, loss, nil
	}
	report, _, err = s.compare(x, RefereeAll)
	return report, loss, err
}

// inputsAt returns the variables with values of their own, in the order of x.
func inputsAt(variables []Input, x []float64) []Input {
	x = slices.Clone(x)
	inputs := make([]Input, len(variables))
	for i, in := range variables {
		n := len(in.Variable.Elems)
		inputs[i] = Input{Variable: in.Variable, Values: x[:n:n]}
		x = x[n:]
	}
	return inputs
}

// isDoubtful reports whether the referee should look at a point: see [Survey]. It
// is not asked about a formula whose value is no finite number.
func (r *run) isDoubtful(loss float64) bool {
	n := len(r.Wrt)
	everywhere := loss > r.Tolerance.Relative || r.sym != nil && r.sym.derived != nil // formulas that leave the range of doubles
	for i, value := range r.report.Value {
		if !isFinite(value) {
			continue
		}
		partials := r.report.Partials[i*n : (i+1)*n]
		if everywhere || len(r.edges[i]) > 0 || r.values.leavesRange(r.F.Elems[i]) || slices.ContainsFunc(partials, Partial.isDoubtful) {
			return true
		}
	}
	return false
}

func (p Partial) isDoubtful() bool {
	settled := p.Verdict == Agree || p.Verdict == Unchecked
	return !settled || len(p.Notes) > 0 || p.Max.ULP > Allowance
}

// errorOf returns the largest relative error in a report: see [Row].
func (p *Problem) errorOf(report *Report) float64 {
	worst := 0.0
	for i := range report.Partials {
		q := &report.Partials[i]
		e := q.Max.Relative
		if len(q.Accounts) > 0 {
			e = 0
			for _, route := range report.Routes {
				if a, ok := q.Accounts[route]; ok && route != FiniteDifferences {
					e = math.Max(e, a.Error.Relative)
				}
			}
		}
		switch {
		case q.Verdict == Agree && e > p.Tolerance.Relative:
			continue // rounding excuses it
		case q.Verdict.ExitCode() != 0 && !q.isFinite(report.Routes):
			e = math.Inf(1)
		}
		worst = math.Max(worst, e)
	}
	return worst
}

// isFinite reports whether every route that ran gives a finite number; finite
// differences, which may have none, and the referee are not asked.
func (p *Partial) isFinite(routes []Route) bool {
	return !slices.ContainsFunc(routes, func(route Route) bool {
		return route != FiniteDifferences && route != Referee && !isFinite(p.Values[route])
	})
}

// ran reports whether a route ran.
func (r *Report) ran(route Route) bool { return slices.Contains(r.Routes, route) }
