package compare

import "math"

// CurvePoint is the error of a central difference with a step.
type CurvePoint struct{ Step, Error float64 }

// curve returns the errors of central differences of output i in a column over
// steps from a tenth of the coordinate's size downwards, by decades: first the
// truncation error falls with the square of the step, then the rounding error
// rises as the step falls.
func (r *run) curve(i, j int, truth float64) []CurvePoint {
	d, err := r.differencing()
	if err != nil {
		return nil
	}
	column := r.wrtColumns()[j]
	x := d.at[column]
	size := 1.0
	if x != 0 {
		size = math.Abs(x)
	}
	var points []CurvePoint
	const decades = 16
	for k := 1; k <= decades; k++ {
		h := size * math.Pow(10, -float64(k))
		right, left := x+h, x-h
		if right == left {
			break
		}
		d.at[column] = right
		above := append([]float64(nil), d.function(nil, d.at)...)[i]
		d.at[column] = left
		below := d.function(nil, d.at)[i]
		d.at[column] = x
		if e := math.Abs((above-below)/(right-left) - truth); isFinite(e) {
			points = append(points, CurvePoint{h, e})
		}
	}
	return points
}

// best returns the point of a curve with the least error.
func best(curve []CurvePoint) CurvePoint {
	least := CurvePoint{Error: math.Inf(1)}
	for _, p := range curve {
		if p.Error < least.Error {
			least = p
		}
	}
	return least
}

// noteDifferences says why finite differences miss the truth beyond their bar,
// and where their best step lies.
func (r *run) noteDifferences(p *Partial, i, j int) {
	truth := p.Values[Referee]
	miss := math.Abs(p.Values[FiniteDifferences] - truth)
	if !r.ran(FiniteDifferences) || !isFinite(truth) || math.IsInf(p.FDError, 1) || miss <= p.FDError {
		return
	}
	curve := r.curve(i, j, truth)
	if len(curve) == 0 {
		return
	}
	b := best(curve)
	// Above the best step the truncation error rules, below it the rounding error.
	cause := "truncation: the function bends within their steps"
	if taken := r.differences.partials(r.wrtColumns()[j])[i].step; taken < b.Step {
		cause = "rounding: the digits of the values cancel within their steps"
	}
	p.Notes = append(p.Notes, "finite differences are off by "+spell(miss)+", beyond their bar, by "+cause+
		"; the best single step is "+spell(b.Step)+", with an error of "+spell(b.Error))
}
