package compare

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
)

// add takes the entries at one point into account.
func (e *entries) add(x, got []float64, k known) {
	for i, want := range k.values {
		if math.IsNaN(want) || math.IsInf(k.allowed[i], 0) {
			continue
		}
		e.judged++
		ratio := got[i] / want
		switch {
		case want == 0 || math.IsNaN(ratio):
		case e.ratios[i] == 0:
			e.ratios[i] = ratio
		case math.Abs(ratio-e.ratios[i]) > 1e-6*math.Abs(ratio):
			e.ratios[i] = math.NaN()
		}
		if math.Abs(got[i]-want) <= k.allowed[i] {
			continue
		}
		w := &e.wrong[i]
		if w.points++; w.points == 1 || simpler(x, w.at) {
			*w = entry{slices.Clone(x), got[i], want, k.how, w.points}
		}
	}
}

// simpler reports whether a point is written with fewer characters.
func simpler(x, y []float64) bool {
	length := func(x []float64) (n int) {
		for _, v := range x {
			n += len(strconv.FormatFloat(v, 'g', -1, 64))
		}
		return n
	}
	return length(x) < length(y)
}

// verdict says what is wrong.
func (e *entries) verdict() error {
	failure := &GradientError{Points: e.points}
	if e.function != "" {
		failure.Entries = append(failure.Entries, e.function)
	}
	for i := range e.wrong {
		if e.wrong[i].points > 0 {
			failure.Entries = append(failure.Entries, e.sentence(i))
		}
	}
	switch {
	case len(failure.Entries) > 0:
		return failure
	case e.judged == 0:
		return errors.New("nothing could be judged: the function has no derivative at any of the points that is known well enough")
	}
	return nil
}

// sentence says what is wrong with one entry.
func (e *entries) sentence(i int) string {
	w := e.wrong[i]
	name := "df/d" + e.check.name(i%e.n)
	if e.order == 2 {
		name = "d^2f/(d" + e.check.name(i/e.n) + " d" + e.check.name(i%e.n) + ")"
	}
	text := fmt.Sprintf("%s is %v at %s, and the derivative is %v (%s)", name, w.got, e.check.spell(w.at), spell(w.want), w.how)
	if w.points > 1 {
		text += fmt.Sprintf("; wrong at %d points", w.points)
	}
	switch ratio := e.ratios[i]; {
	case math.IsNaN(ratio) || ratio == 0 || w.points < 2:
	case math.Abs(ratio+1) < 1e-6:
		text += ": its sign is wrong everywhere"
	default:
		text += fmt.Sprintf(": it is %.6g times the derivative everywhere", ratio)
	}
	return text
}
