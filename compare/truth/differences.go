package truth

import (
	"math"
	"slices"

	"github.com/gradcmp/gradcmp/compare"
)

// wellConditioned is the error of a naive evaluation, of the value and of the
// gradient, up to which a point counts as well-conditioned.
const wellConditioned = 1e-11

// short is the error bar, relative to the truth, that is short.
const short = 1e-6

// Differences says how good the error bars of finite differences are.
type Differences struct {
	Partials        int `json:"partials"` // those that have a finite truth
	Inside          int `json:"inside"`   // the truth lies inside the bar
	WellConditioned int `json:"well_conditioned"`
	Sharp           int `json:"sharp"` // of those: the bar is short
	// Median is the median of bar over error, of those that have an error.
	Median float64 `json:"median"`

	ratios []float64
}

// InsideShare returns the part of bars that contain the truth.
func (d *Differences) InsideShare() float64 { return share(d.Inside, d.Partials) }

// SharpShare returns the part of bars at well-conditioned points that are
// sharp.
func (d *Differences) SharpShare() float64 { return share(d.Sharp, d.WellConditioned) }

// difference compares a finite difference with the truth.
func (c *Corpus) difference(r *Record, k int, p *compare.Partial, truth float64) {
	if isNotFinite(truth) {
		c.count(compare.FiniteDifferences, Undefined)
		return
	}
	d := &c.Differences
	value, bar := p.Values[compare.FiniteDifferences], p.FDError
	off := math.Abs(value - truth)
	d.Partials++
	if !(off > bar) { // without a value the bar is infinite
		d.Inside++
		c.count(compare.FiniteDifferences, Pass)
	} else {
		c.count(compare.FiniteDifferences, Fail)
		c.fail(r, k, "d%s: fd gives %v ± %g, want %v", p.Wrt, value, bar, truth)
	}
	if n := r.naive(k); max(n.Value, n.Gradient) <= wellConditioned && truth != 0 {
		d.WellConditioned++
		if bar <= short*math.Abs(truth) {
			d.Sharp++
		}
	}
	if off > 0 {
		d.ratios = append(d.ratios, bar/off)
	}
}

// finish computes the median.
func (d *Differences) finish() {
	slices.Sort(d.ratios)
	if n := len(d.ratios); n > 0 {
		d.Median = d.ratios[n/2]
	}
}
