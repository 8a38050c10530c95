package claim

import (
	"fmt"
)

// condition is a condition on one coordinate or two.
type condition struct {
	text  string // with %s for each variable
	arity int
	holds func(x, y float64) bool
}

var conditions = []condition{
	{"%s > 0", 1, func(x, _ float64) bool { return x > 0 }},
	{"%s < 0", 1, func(x, _ float64) bool { return x < 0 }},
	{"%s > 1", 1, func(x, _ float64) bool { return x > 1 }},
	{"%s < 1", 1, func(x, _ float64) bool { return x < 1 }},
	{"|%s| > 1", 1, func(x, _ float64) bool { return x > 1 || x < -1 }},
	{"|%s| < 1", 1, func(x, _ float64) bool { return -1 < x && x < 1 }},
	{"%s > %s", 2, func(x, y float64) bool { return x > y }},
	{"%s < %s", 2, func(x, y float64) bool { return x < y }},
	{"%s + %s > 0", 2, func(x, y float64) bool { return x+y > 0 }},
	{"%s*%s > 0", 2, func(x, y float64) bool { return x*y > 0 }},
	{"%s*%s < 0", 2, func(x, y float64) bool { return x*y < 0 }},
}

// conditionPoints is how many more points a condition is tried at.
const conditionPoints = 200

// condition finds a condition that holds where a claim is right, and only
// there. Points where it decides nothing, such as its border, may be either.
func (j *judge) condition(c Claim, s subject, found survey) *Diagnosis {
	if found.equal < 3 || len(found.off) < 3 {
		return nil
	}
	pair, err := newPair(j.problem.Vars, j.problem.F.Elems[c.Target.Output], s.right, c.Formula, j.problem.Options)
	if err != nil {
		return nil
	}
	var readings []reading
	for _, x := range sequence(len(j.problem.Vars), pair.enough(conditionPoints), j.problem.Seed+1) {
		if r := pair.at(x); r.defined && r.relation != nothing {
			readings = append(readings, r)
		}
	}
	for _, k := range conditions {
		for a := range j.problem.Vars {
			for b := range j.problem.Vars {
				if (k.arity == 1) != (a == b) || !k.decides(readings, a, b) {
					continue
				}
				names := []any{j.problem.Vars[a].Name(), j.problem.Vars[b].Name()}[:k.arity]
				where := fmt.Sprintf(k.text, names...)
				return &Diagnosis{Kind: OnlyWhere, Term: where, Text: "it is right only where " + where}
			}
		}
	}
	return nil
}

// decides reports whether readings are the same just where a condition holds
// for two coordinates, but for its border.
func (k condition) decides(readings []reading, a, b int) bool {
	yes, no := 0, 0
	for _, r := range readings {
		x, y := r.at[a].Float64(), r.at[b].Float64()
		holds := k.holds(x, y)
		onBorder := k.holds(x+step, y-step/2) != k.holds(x-step, y+step/2)
		switch {
		case holds && r.relation == same:
			yes++
		case !holds && r.relation != same:
			no++
		case !onBorder:
			return false
		}
	}
	return yes >= 3 && no >= 3
}
