package compare

import (
	"io"
	"math"
	"slices"

	"github.com/gradcmp/gradcmp/compare/points"
)

// HuntOptions say how a hunt goes. The zero value is ready for use.
type HuntOptions struct {
	Referee RefereeUse
	// MaxRuns bounds the comparisons of the search, and once more those of
	// shortening what it finds; 0 means [DefaultHuntRuns].
	MaxRuns int
	// Progress, if not nil, is called after each point of the sample with their
	// number so far.
	Progress func(points int)
}

// DefaultHuntRuns is the most comparisons of a search where [HuntOptions] say 0.
const DefaultHuntRuns = 2000

// HuntReport is the result of a hunt.
type HuntReport struct {
	Expr     string
	Routes   []Route // the routes asked for, without the referee
	Sampled  int     // points of the sample that were compared
	Searched int     // further comparisons, to find a worse point and a shorter one
	// Found is what was found, at a short point, nil if nothing was. Its place says
	// from which point of the sample the hunt went there, Start where that is.
	Found *Row
	Start []Coordinate
	// Largest is the largest [Row.Error] of all, found or not.
	Largest float64
}

// Hunt searches a box for the point with the worst disagreement, or the first
// point of a sample of it where a value or a derivative is NaN. The box has a
// range for each coordinate of the problem's Point, whose values are not used.
//
// From the gravest points of the sample, in the sense of [SurveyReport.Worst],
// where all agree those where rounding can do most, a compass search goes to graver
// ones within the box: a step in one coordinate after the other, doubled after a
// success and halved after a failure in all of them (see T. G. Kolda, R. M. Lewis
// and V. Torczon, SIAM Review 45, 2003). Of the point found, short decimals are then
// tried ([points.SimplestPoint]) that have the same verdict and at least a tenth of
// the error. The same problem and sample give the same result.
func Hunt(p Problem, source points.Source, box []points.Range, opts HuntOptions) (*HuntReport, error) {
	if opts.MaxRuns <= 0 {
		opts.MaxRuns = DefaultHuntRuns
	}
	h := &hunt{surveyor: newSurveyor(p, opts.Referee), box: box}
	h.problem.plain = true // but for what is found
	if err := h.sample(source, opts.Progress); err != nil {
		return nil, err
	}
	if h.err == nil && !(len(h.best) > 0 && h.best[0].isNaN()) {
		h.refine(opts.MaxRuns)
	}
	out := &HuntReport{Expr: h.problem.text(), Routes: h.problem.Routes, Sampled: h.sampled}
	for _, c := range h.best {
		out.Largest = math.Max(out.Largest, c.Error)
	}
	if len(h.best) > 0 && h.best[0].Report.Verdict.ExitCode() != 0 {
		short := h.shorten(h.best[0], opts.MaxRuns)
		out.Found, out.Start = &short.Row, coordinatesOf(inputsAt(h.problem.Point, h.best[0].start))
	}
	out.Searched = h.searched
	if h.err == nil && out.Found != nil {
		h.err = h.explained(out.Found)
	}
	return out, h.err
}

// hunt is a search under way.
type hunt struct {
	*surveyor
	box      []points.Range
	best     []catch // the gravest first, from different points of the sample
	sampled  int
	searched int
	err      error // that ended it
}

// catch is a point that was compared.
type catch struct {
	Row
	x, start []float64 // the point, and the one of the sample that led to it
	loss     float64
}

// keptCatches is from how many points of the sample the search starts.
const keptCatches = 4

// isNaN reports whether a value or a derivative is NaN, and not by convention.
func (c *catch) isNaN() bool {
	if c.Report.Verdict.ExitCode() == 0 {
		return false
	}
	nan := slices.ContainsFunc(c.Report.Value, math.IsNaN)
	for i := range c.Report.Partials {
		for _, route := range c.Report.Routes {
			if route != FiniteDifferences && route != Referee {
				nan = nan || math.IsNaN(c.Report.Partials[i].Values[route])
			}
		}
	}
	return nan
}

// isBetter reports whether a point is more worth looking at than another: graver,
// or one of two where all is well at which rounding can do more.
func (c *catch) isBetter(other *catch) bool {
	if c.Report.Verdict.ExitCode() == 0 && other.Report.Verdict.ExitCode() == 0 {
		return math.Max(c.Error, c.loss) > math.Max(other.Error, other.loss)
	}
	return c.isGraver(other.Row)
}

// try compares the routes at a point.
func (h *hunt) try(x []float64) (catch, error) {
	x = slices.Clone(x)
	report, loss, err := h.compare(x, h.referee)
	if err != nil {
		return catch{}, err
	}
	return catch{Row{"", report, h.problem.errorOf(report)}, x, x, loss}, nil
}

// sample compares the routes at the points of a source and keeps the best, in the
// order of their merit. A NaN ends it, and is then alone.
func (h *hunt) sample(source points.Source, progress func(int)) error {
	for {
		point, err := source.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		c, err := h.try(point.Values)
		if err != nil {
			return err
		}
		h.sampled++
		if progress != nil {
			progress(h.sampled)
		}
		at := len(h.best)
		for at > 0 && c.isBetter(&h.best[at-1]) {
			at--
		}
		if at >= keptCatches && !c.isNaN() {
			continue
		}
		c.Place = point.Place()
		if c.isNaN() {
			h.best = []catch{c}
			return nil
		}
		h.best = slices.Insert(h.best, at, c)
		h.best = h.best[:min(len(h.best), keptCatches)]
	}
}
