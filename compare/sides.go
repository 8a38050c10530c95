package compare

import (
	"fmt"
	"math"

	"github.com/gradcmp/gradcmp/compare/referee"
)

// sides are the one-sided derivatives of an output at an edge, by finite
// differences.
type sides struct {
	left, right estimate
	jump        bool // the value changes at once
}

// sidesOf returns the one-sided derivatives of output i in variable j. It may
// fail to find any, and does not look if finite differences would take too
// many steps.
func (r *run) sidesOf(i, j int) sides {
	if f, ok := r.finding(i, j); ok {
		return sidesFound(f)
	}
	none := sides{left: noEstimate(), right: noEstimate()}
	if r.steps(FiniteDifferences) > r.MaxSteps {
		return none
	}
	if r.differences == nil {
		d, err := r.differencing()
		if err != nil {
			return none
		}
		r.differences = d
	}
	if r.oneSided == nil {
		r.oneSided = map[int][]sides{}
	}
	if r.oneSided[j] == nil {
		r.oneSided[j] = r.differences.sides(r.wrtColumns()[j])
	}
	return r.oneSided[j][i]
}

// sidesFound returns the one-sided derivatives that the referee found.
func sidesFound(f referee.Finding) sides {
	s := sides{left: noEstimate(), right: noEstimate(), jump: f.Kind == referee.Jump || f.Kind == referee.Hole}
	left, right := f.Left, f.Right
	if f.Kind == referee.Derivative {
		left, right = f.Value, f.Value
	}
	if left.IsKnown() {
		s.left = estimate{value: nearest(left), bar: ulpOf(nearest(left))}
	}
	if right.IsKnown() {
		s.right = estimate{value: nearest(right), bar: ulpOf(nearest(right))}
	}
	return s
}

// sides returns the one-sided derivatives of every output in one coordinate.
// At an edge values are often exact, as exp(x) - 1 is at 0, and nowhere near it.
func (d *differences) sides(column int) []sides {
	uneven := d.uneven
	d.uneven = true
	defer func() { d.uneven, d.near = uneven, nil }()
	left, right := d.derivatives(column, backward()), d.derivatives(column, forwards())
	all := make([]sides, len(d.values))
	for i := range all {
		all[i] = sides{left[i], right[i], d.jumps(column, i)}
	}
	return all
}

// jumps reports whether an output keeps its distance from its value at the point
// as a neighbour comes far closer.
func (d *differences) jumps(column, i int) bool {
	size, _ := d.scale(column)
	size = math.Max(size, 0x1p-950)
	jump := false
	for _, side := range []float64{-1, 1} {
		near, distant := d.change(column, i, side*0x1p-50*size), d.change(column, i, side*0x1p-20*size)
		const safety = 4
		jump = jump || near > 0.5*distant && near > safety*d.rounding(i, math.Abs(d.values[i]))
	}
	return jump
}

// change returns by how much an output changes over a step.
func (d *differences) change(column, i int, step float64) float64 {
	x := d.at[column]
	d.at[column] = x + step
	d.scratch = d.function(d.scratch, d.at)
	d.at[column] = x
	return math.Abs(d.scratch[i] - d.values[i])
}

// both reports whether both one-sided derivatives are known.
func (s sides) both() bool { return s.left.exists() && s.right.exists() }

// smooth reports whether the one-sided derivatives are known and equal.
func (s sides) smooth() bool {
	return s.both() && !s.jump && math.Abs(s.left.value-s.right.value) <= s.margin()
}

// between reports whether x lies between the one-sided derivatives, which are
// known: whether it is a subgradient, for a convex function.
func (s sides) between(x float64) bool {
	low, high := math.Min(s.left.value, s.right.value), math.Max(s.left.value, s.right.value)
	return x >= low-s.margin() && x <= high+s.margin()
}

func (s sides) margin() float64 {
	const safety = 4
	return safety * (s.left.bar + s.right.bar)
}

// String writes the one-sided derivatives for a note.
func (s sides) String() string {
	return fmt.Sprintf("the derivative is %s from the left and %s from the right", s.left, s.right)
}

// String writes the estimate to the digits that its bar leaves.
func (e estimate) String() string {
	if !e.exists() {
		return "unknown"
	}
	digits := 9
	if e.bar > 0 && e.value != 0 {
		digits = min(max(int(math.Floor(math.Log10(math.Abs(e.value)/e.bar))), 1), digits)
	}
	if math.Abs(e.value) <= e.bar {
		return "0"
	}
	return fmt.Sprintf("%.*g", digits, e.value)
}
