package main

import (
	"fmt"

	"github.com/gradcmp/gradcmp/eval/ball"
)

// lenience is how many of the last bits of mpmath's value may be wrong: it promises none.
const lenience = 8

// duel is a function at a point, ready to be measured.
type duel struct {
	function  precisionFunction
	point     point
	arguments []ball.Ball
	value     ball.Ball
	sides     []*contender // gradcmp, and mpmath where it is present
}

// newDuels returns a duel for each function and point, computed in so many bits, in which gradcmp is alone as yet.
func newDuels(bits uint, functions []precisionFunction) []*duel {
	var duels []*duel
	c := ball.Context{Bits: bits}
	for _, f := range functions {
		for _, p := range f.points {
			x := p.balls(c)
			run := timed(func() error { f.gradcmp(c, x); return nil })
			duels = append(duels, &duel{f, p, x, f.gradcmp(c, x), []*contender{newContender(run)}})
		}
	}
	return duels
}

// expressions returns what mpmath is to compute for the duels.
func expressions(duels []*duel) []expression {
	var all []expression
	for _, d := range duels {
		e := expression{Text: d.function.mpmath}
		for _, x := range d.arguments {
			e.Arguments = append(e.Arguments, newNumber(x))
		}
		all = append(all, e)
	}
	return all
}

// check returns an error if the value is not certain to so many bits.
func (d *duel) check(bits uint) error {
	if d.value.Accuracy() < int64(bits) {
		return fmt.Errorf("%s at %s: %v is not certain to %d bits", d.function.name, d.point, d.value, bits)
	}
	return nil
}

// face puts mpmath on the other side, with its expression i. It returns an error if mpmath has another value: times of different
// functions mean nothing.
func (d *duel) face(m *mpmath, i int, bits uint) error {
	v, err := m.Values[i].ball()
	if err != nil {
		return err
	}
	distance := ball.Context{Bits: bits}.Sub(d.value, v).Magnitude()
	if ball.Around(v.Mid(), distance).Accuracy() < int64(bits)-lenience {
		return fmt.Errorf("%s at %s: %v with gradcmp, %v with mpmath", d.function.name, d.point, d.value, v)
	}
	d.sides = append(d.sides, newContender(func(calls int) (float64, error) { return m.seconds(i, calls) }))
	return nil
}

// row returns what was measured.
func (d *duel) row() precisionRow {
	row := precisionRow{
		Function: d.function.name,
		Argument: d.point.String(),
		Goal:     d.function.goal,
		Gradcmp:  d.sides[0].best,
	}
	if len(d.sides) > 1 {
		row.Mpmath = d.sides[1].best
		row.Slowdown = row.Gradcmp / row.Mpmath
	}
	return row
}
