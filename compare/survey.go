package compare

import (
	"io"

	"github.com/gradcmp/gradcmp/compare/points"
)

// RefereeUse says at which of many points the referee is asked.
type RefereeUse uint8

// The uses of the referee.
const (
	// RefereeOffenders asks where the other routes differ, or where rounding may
	// have taken more digits than the tolerance allows: see [Survey].
	RefereeOffenders RefereeUse = iota
	RefereeAll                  // asks everywhere
	RefereeNever                // asks nowhere
)

// SurveyOptions say how many points are judged. The zero value is ready for use.
type SurveyOptions struct {
	Referee RefereeUse
	// Offenders is how many offending rows are kept with their reports, the first
	// ones; 0 means [DefaultOffenders].
	Offenders int
	// SkipBadRows counts rows of a file that are no points, and goes on. Without it
	// the first one is the error of the survey.
	SkipBadRows bool
	// Progress, if not nil, is called after each row with the number of rows so far.
	Progress func(rows int)
}

// DefaultOffenders is how many rows a survey keeps where [SurveyOptions] say 0.
const DefaultOffenders = 5

// keptBadRows is how many bad rows a survey keeps.
const keptBadRows = 5

// SurveyReport is the result of a survey: a plain value whose size does not
// depend on the number of points.
type SurveyReport struct {
	Expr     string  // the formula as written, in gradcmp's language
	Routes   []Route // the routes asked for, without the referee
	Points   int     // that were compared
	Referred int     // those of them that the referee was asked about
	Counts   []Count // of points by verdict, in the order of the verdicts; those that occur
	// Offending is the number of points whose verdict asks for another exit code
	// than 0, and Offenders are the first of them.
	Offending int
	Offenders []Row
	// Worst is the gravest row: one with a wrong number comes before one that could
	// not be judged, that before one where all is well, and of equals the one with
	// the larger [Row.Error]. It is nil if there are no points.
	Worst   *Row
	BadRows int               // of a file
	Bad     []points.RowError // the first of them
	Verdict Verdict           // the gravest of all points
}

// Count is how many points have a verdict.
type Count struct {
	Verdict Verdict
	Points  int
}

// Survey compares the routes at every point of a source, as [Run] does at one,
// in memory that does not depend on their number. The formulas are derived once.
// The problem's Point lists the variables in the order of the source's
// coordinates; the values in it are not used.
//
// The routes are those of the problem, the referee excepted: with
// [RefereeOffenders] a point is compared without it first, and once more with it
// if a route differs from another by more than 64 units in the last place, if the
// verdict is another than that all agree or has a note, and where all routes may be
// wrong alike: if the point lies on an edge of some function, if an intermediate
// result leaves the range of doubles, or if the roundings of the formula of a
// derivative can add up, to first order, to more than the tolerance. It is not asked
// where the value of the formula is no finite number, as the verdict does not depend
// on it there.
//
// The errors are those of [Run] and of the source.
func Survey(p Problem, source points.Source, opts SurveyOptions) (*SurveyReport, error) {
	if opts.Offenders <= 0 {
		opts.Offenders = DefaultOffenders
	}
	s := newSurveyor(p, opts.Referee)
	s.problem.plain = true // but for the rows that are kept
	out := &SurveyReport{Expr: s.problem.text(), Routes: Unrefereed(s.problem.Routes)}
	var counts [numVerdicts]int
	for rows := 1; ; rows++ {
		point, err := source.Next()
		bad, isBad := err.(*points.RowError) // not one that is wrapped, which may be the end
		switch {
		case err == io.EOF:
			out.finish(counts)
			return out, out.explain(s)
		case isBad && opts.SkipBadRows:
			out.BadRows++
			if len(out.Bad) < keptBadRows {
				out.Bad = append(out.Bad, *bad)
			}
		case err != nil:
			return nil, err
		default:
			row, err := s.row(point)
			if err != nil {
				return nil, err
			}
			counts[row.Report.Verdict]++
			out.add(row, opts.Offenders)
		}
		if opts.Progress != nil {
			opts.Progress(rows)
		}
	}
}

// add takes a row into account.
func (out *SurveyReport) add(row Row, most int) {
	out.Points++
	if row.Report.ran(Referee) {
		out.Referred++
	}
	if row.Report.Verdict.ExitCode() != 0 {
		out.Offending++
		if len(out.Offenders) < most {
			out.Offenders = append(out.Offenders, row)
		}
	}
	if out.Worst == nil || row.isGraver(*out.Worst) {
		out.Worst = &row
	}
}

// explain looks for the causes of what is off in the rows that are kept.
func (out *SurveyReport) explain(s *surveyor) error {
	for i := range out.Offenders {
		if err := s.explained(&out.Offenders[i]); err != nil {
			return err
		}
	}
	if out.Worst == nil {
		return nil
	}
	return s.explained(out.Worst)
}

// finish sums up.
func (out *SurveyReport) finish(counts [numVerdicts]int) {
	var met []Verdict
	for v, n := range counts {
		if n > 0 {
			out.Counts = append(out.Counts, Count{Verdict(v), n})
			met = append(met, Verdict(v))
		}
	}
	out.Verdict = Worst(met)
	if out.Worst != nil && out.Verdict.ExitCode() != 0 {
		out.Verdict = out.Worst.Report.Verdict
	}
}
