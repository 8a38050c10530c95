package compare

import (
	"slices"

	"github.com/gradcmp/gradcmp/compare/points"
)

// refine goes from each of the best points to better ones, and sorts them anew.
func (h *hunt) refine(runs int) {
	for i := range h.best {
		h.climb(&h.best[i], h.searched+runs/len(h.best))
	}
	slices.SortStableFunc(h.best, func(a, b catch) int {
		switch {
		case a.isBetter(&b):
			return -1
		case b.isBetter(&a):
			return 1
		}
		return 0
	})
}

// The steps of the search, in relation to the range of a coordinate: 2^-44 of it is
// some hundred doubles.
const (
	firstStep = 0x1p-3
	lastStep  = 0x1p-44
)

// climb goes from a point to a better one until the steps are too short, so many
// comparisons were made, or a NaN is met.
func (h *hunt) climb(c *catch, last int) {
	for step := firstStep; step >= lastStep && h.searched < last && !c.isNaN(); {
		if h.stepFrom(c, step, last) {
			step = min(2*step, firstStep)
		} else {
			step /= 2
		}
	}
}

// stepFrom tries a step in each coordinate in both directions and takes those that
// lead to a better point. It reports whether one does.
func (h *hunt) stepFrom(c *catch, step float64, last int) bool {
	moved := false
	for j, r := range h.box {
		for _, direction := range [2]float64{1, -1} {
			if h.searched >= last || h.err != nil {
				return moved
			}
			x := slices.Clone(c.x)
			// The products keep a range as wide as all doubles finite.
			x[j] = min(max(x[j]+direction*(r.High*step-r.Low*step), r.Low), r.High)
			if x[j] == c.x[j] {
				continue
			}
			next, ok := h.look(x)
			if !ok || !next.isBetter(c) {
				continue
			}
			next.Place, next.start = c.Place, c.start
			*c, moved = next, true
			break
		}
	}
	return moved
}

// look compares the routes at one more point.
func (h *hunt) look(x []float64) (catch, bool) {
	h.searched++
	next, err := h.try(x)
	if err != nil {
		h.err = err
	}
	return next, err == nil
}

// shorten returns a point of short decimals that shows the same, or the same
// point.
func (h *hunt) shorten(c catch, runs int) catch {
	const enough = 0.1 // of the error
	last := h.searched + runs
	short := c
	points.SimplestPoint(c.x, func(x []float64) bool {
		if h.searched >= last || h.err != nil || !h.contains(x) {
			return false
		}
		next, ok := h.look(x)
		if !ok || next.Report.Verdict != c.Report.Verdict || next.isNaN() != c.isNaN() || next.Error < enough*c.Error {
			return false
		}
		next.Place, next.start = c.Place, c.start
		short = next // the last that is accepted is the result
		return true
	})
	return short
}

// contains reports whether a point lies in the box.
func (h *hunt) contains(x []float64) bool {
	for j, r := range h.box {
		if !(r.Low <= x[j] && x[j] <= r.High) {
			return false
		}
	}
	return true
}
