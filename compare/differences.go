package compare

import (
	"math"

	"gonum.org/v1/gonum/diff/fd"

	"github.com/gradcmp/gradcmp/eval"
)

const (
	// The steps of finite differences fall from a tenth of a scale by this
	// factor.
	stepRatio = 4.0
	// The smallest step from 0 is the smallest that is possible from here.
	scaleOfZero = 0x1p-120
	// An upper estimate of evaluations for one coordinate.
	differenceEvaluations = 64
	noiseSamples          = 4
)

// scheme is a formula for differences. Its error falls with the power order of
// the step, and then with twice, three times that power.
type scheme struct {
	formula fd.Formula
	order   float64
}

func central() scheme  { return scheme{fd.Central, 2} }
func forwards() scheme { return scheme{fd.Forward, 1} }
func backward() scheme { return scheme{fd.Backward, 1} }

// differences takes finite differences of some functions at one point.
type differences struct {
	function func(dst, x []float64) []float64   // their values, the outputs, in dst[:0]
	rounded  func(x []float64) []float64        // estimates of the rounding errors of the outputs
	scale    func(column int) (x, unit float64) // sizes of a coordinate: its own, and what counts as 1 in it

	at      []float64
	values  []float64 // at the point
	noise   []float64 // rounding error of the values
	near    []float64 // and at the last step, if uneven
	uneven  bool      // whether rounding errors near the point are to be looked at with every step
	scratch []float64
}

func newDifferences(p *eval.Program, kernels eval.Kernels, at []float64) (*differences, error) {
	machine, err := eval.NewMachine(p, kernels)
	if err != nil {
		return nil, err
	}
	return differencesFrom(machine.Eval, p, at), nil
}

// differencesFrom differences functions whose rounding errors are those of a
// program.
func differencesFrom(function func(dst, x []float64) []float64, p *eval.Program, at []float64) *differences {
	d := &differences{
		function: function,
		rounded:  func(x []float64) []float64 { return eval.Noise(p, x, noiseSamples, 1) },
		at:       append([]float64(nil), at...),
		values:   function(nil, at),
	}
	d.scale = func(column int) (x, unit float64) { return math.Abs(d.at[column]), 1 }
	d.noise = d.rounded(at)
	return d
}

// partials estimates the derivative of every output in one coordinate by
// central differences, or one-sided ones where the function is not defined on
// both sides.
func (d *differences) partials(column int) []estimate {
	best := make([]estimate, len(d.values))
	for i := range best {
		best[i] = noEstimate()
	}
	for _, s := range []scheme{central(), forwards(), backward()} {
		missing := false
		for i, e := range d.derivatives(column, s) {
			if best[i].step == 0 {
				best[i] = e
			}
			missing = missing || best[i].step == 0
		}
		if !missing {
			break
		}
	}
	return best
}

// derivatives estimates the derivative of every output in one coordinate by
// one scheme. What the scale of the function is nobody knows: that of the
// coordinate and 1 are both tried if they are far apart.
func (d *differences) derivatives(column int, s scheme) []estimate {
	const apart = 16
	size, unit := d.scale(column)
	best := d.ladder(column, s, math.Max(size, unit))
	if small := math.Min(size, unit); small != 0 && apart*small < math.Max(size, unit) {
		for i, e := range d.ladder(column, s, small) {
			best[i] = best[i].or(e)
		}
	}
	d.widen(column, best)
	return best
}

// ladder differences every output in one coordinate with steps that fall from
// the given scale, and extrapolates to step 0. Steps are taken as long as a
// smaller one may do better for some output.
func (d *differences) ladder(column int, s scheme, scale float64) []estimate {
	x := d.at[column]
	tables := make([]extrapolation, len(d.values))
	for i := range tables {
		tables[i] = newExtrapolation(math.Pow(stepRatio, s.order))
	}
	slopes, sizes := make([]float64, len(d.values)), make([]float64, len(d.values))
	size, _ := d.scale(column)
	least := 0x1p-53 * size
	if size == 0 {
		least = 0x1p-53 * scaleOfZero
	}
	for h, busy := 0.1*scale, true; busy && h > least; h /= stepRatio {
		// The step that is taken is the one that the coordinate can make.
		step := (x + h) - x
		if step == 0 || math.IsInf(step, 0) || !d.difference(column, s.formula, step, slopes, sizes) {
			continue
		}
		d.lookNear(column, step)
		busy = false
		for i := range tables {
			busy = tables[i].add(slopes[i], step, d.rounding(i, sizes[i])/step) || busy
		}
	}
	estimates := make([]estimate, len(tables))
	for i := range tables {
		estimates[i] = tables[i].result()
	}
	return estimates
}

// rounding estimates the rounding error of values of output i up to the given
// size.
func (d *differences) rounding(i int, size float64) float64 {
	noise := d.noise[i]
	if math.IsNaN(noise) { // some sample left the domain
		noise = 0
	}
	if d.near != nil && d.near[i] > noise {
		noise = d.near[i]
	}
	return noise + size*0x1p-53 + math.SmallestNonzeroFloat64
}

// lookNear estimates the rounding errors a step away. Those of a gradient are 0
// where its terms vanish at the point, and large beside it.
func (d *differences) lookNear(column int, step float64) {
	if !d.uneven {
		return
	}
	x := d.at[column]
	d.at[column] = x + step
	d.near = d.rounded(d.at)
	d.at[column] = x
}

// widen adds to the error bars the rounding error at the ends of the steps that
// the estimates come from, which may be far larger than at the point: at the
// minimum of a sum of squares it is 0, but nowhere else.
func (d *differences) widen(column int, estimates []estimate) {
	x := d.at[column]
	noise := map[float64][]float64{}
	for i := range estimates {
		e := &estimates[i]
		if !e.exists() {
			continue
		}
		if noise[e.step] == nil {
			d.at[column] = x + e.step
			noise[e.step] = d.rounded(d.at)
		}
		if n := noise[e.step][i]; !math.IsNaN(n) {
			e.bar += 2 * n / e.step
		}
	}
	d.at[column] = x
}

// difference applies the formula with one step to all outputs. sizes are the
// largest values met. It reports whether any output is finite throughout;
// outputs that are not get the slope NaN.
func (d *differences) difference(column int, formula fd.Formula, step float64, slopes, sizes []float64) bool {
	x := d.at[column]
	clear(slopes)
	clear(sizes)
	for _, p := range formula.Stencil {
		d.scratch = append(d.scratch[:0], d.values...)
		if p.Loc != 0 {
			d.at[column] = x + float64(p.Loc*step)
			d.scratch = d.function(d.scratch, d.at)
		}
		for i, y := range d.scratch {
			slopes[i] += float64(p.Coeff * y)
			sizes[i] = math.Max(sizes[i], math.Abs(y))
		}
	}
	d.at[column] = x
	finite := false
	for i := range slopes {
		slopes[i] /= step
		if math.IsInf(slopes[i], 0) {
			slopes[i] = math.NaN()
		}
		finite = finite || !math.IsNaN(slopes[i])
	}
	return finite
}
