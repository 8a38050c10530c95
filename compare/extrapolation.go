package compare

import "math"

// estimate is a derivative with an error bar.
type estimate struct {
	value, bar float64
	step       float64 // the smallest that it comes from; 0 where the function has no value there
}

// noEstimate has the value NaN and the bar +Inf.
func noEstimate() estimate { return estimate{value: math.NaN(), bar: math.Inf(1)} }

func (e estimate) exists() bool { return !math.IsInf(e.bar, 1) }

// or returns the better of two estimates. Where they contradict each other it is
// finer, the one from smaller steps: large ones may have jumped over what is
// near.
func (e estimate) or(finer estimate) estimate {
	if finer.bar < e.bar || math.Abs(finer.value-e.value) > finer.bar+e.bar {
		return finer
	}
	return e
}

const (
	columns = 4 // of the table of extrapolated slopes
	// Estimates that look sure after fewer rows may owe it to chance, such as a
	// step of just one period.
	fewestRows = 5
	// Slopes that have grown over so many rows are on their way to infinity.
	unbounded = 15
)

// extrapolation takes slopes at steps falling by a constant ratio to step 0
// (Richardson 1911). How good an entry of the table is its neighbours tell, as
// with Ridders (Advances in Engineering Software 4, 1982).
type extrapolation struct {
	ratio   float64 // by which the error of a slope falls from step to step
	row     []float64
	rows    int
	growing int // rows since the slope last failed to grow
	best    estimate
}

func newExtrapolation(ratio float64) extrapolation {
	return extrapolation{ratio: ratio, best: noEstimate()}
}

// add enters the slope of the next step with a bound on its rounding error,
// and reports whether a smaller step may still do better.
func (t *extrapolation) add(slope, step, rounding float64) bool {
	if math.IsNaN(slope) {
		t.row = nil
		return true
	}
	row := []float64{slope}
	factor := t.ratio
	for k := 1; k <= len(t.row) && k < columns; k++ {
		row = append(row, row[k-1]+(row[k-1]-t.row[k-1])/(factor-1))
		factor *= t.ratio
	}
	e := noEstimate()
	for k := range min(len(row), len(t.row)) {
		bar := math.Abs(row[k] - t.row[k])
		if k > 0 {
			bar = math.Max(bar, math.Abs(row[k]-row[k-1]))
		}
		if bar += rounding; bar < e.bar {
			e = estimate{row[k], bar, step}
		}
	}
	t.best = t.best.or(e)
	t.growing++
	if len(t.row) > 0 && math.Abs(slope) < 1.05*math.Abs(t.row[0]) {
		t.growing = 0
	}
	t.row = row
	t.rows++
	// The next bar is at least the rounding error, which grows with the
	// ratio of steps.
	return t.rows < fewestRows || t.best.bar > stepRatio*rounding
}

// result returns the best estimate, none if the slopes grew without bound.
func (t *extrapolation) result() estimate {
	if t.growing >= unbounded {
		return estimate{math.NaN(), math.Inf(1), t.best.step}
	}
	return t.best
}
