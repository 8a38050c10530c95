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

// differences takes finite differences of one program at one point.
type differences struct {
	machine *eval.Machine
	at      []float64
	values  []float64 // at the point
	noise   []float64 // rounding error of the values
	scratch []float64
}

func newDifferences(p *eval.Program, kernels eval.Kernels, at []float64) (*differences, error) {
	machine, err := eval.NewMachine(p, kernels)
	if err != nil {
		return nil, err
	}
	return &differences{
		machine: machine,
		at:      append([]float64(nil), at...),
		values:  machine.Eval(nil, at),
		noise:   eval.Noise(p, at, noiseSamples, 1),
	}, nil
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
	size := math.Abs(d.at[column])
	best := d.ladder(column, s, math.Max(size, 1))
	if small := math.Min(size, 1); small != 0 && apart*small < math.Max(size, 1) {
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
	least := 0x1p-53 * math.Abs(x)
	if x == 0 {
		least = 0x1p-53 * scaleOfZero
	}
	for h, busy := 0.1*scale, true; busy && h > least; h /= stepRatio {
		// The step that is taken is the one that the coordinate can make.
		step := (x + h) - x
		if step == 0 || math.IsInf(step, 0) || !d.difference(column, s.formula, step, slopes, sizes) {
			continue
		}
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
	return 2*noise + size*0x1p-52 + math.SmallestNonzeroFloat64
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
			noise[e.step] = eval.Noise(d.machine.Program(), d.at, noiseSamples, 1)
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
			d.scratch = d.machine.Eval(d.scratch, d.at)
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
