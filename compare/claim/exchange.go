package claim

import (
	"math/bits"
	"slices"
	"strings"

	"github.com/gradcmp/gradcmp/expr"
)

const (
	mostChoices   = 1 << 14 // of places at which one variable is exchanged for another
	mostExchanges = 1 << 17 // in all
)

// exchanges tells a claim in which a variable stands in some places where
// another one should.
func (j *judge) exchanges(c Claim, s subject, found survey) ([]candidate, error) {
	split, err := splitAt(c.Formula, j.problem.Vars, expr.OpVar)
	if split == nil || err != nil {
		return nil, err
	}
	trials := split.trials(found)
	if len(trials) == 0 {
		return nil, nil
	}
	var list []candidate
	tries := 0
	for from, v := range j.problem.Vars {
		var places []int
		for i, l := range split.leaves {
			if l.was == v {
				places = append(places, i)
			}
		}
		for to, w := range j.problem.Vars {
			if to == from {
				continue
			}
			for _, chosen := range choices(places) {
				if tries++; tries > mostExchanges {
					return list, nil
				}
				if !split.fits(trials, chosen, to) {
					continue
				}
				d := Diagnosis{Kind: Exchanged, Factor: w.Name(), Text: split.describe(chosen, v, w)}
				list = append(list, candidate{diagnosis: d, formula: s.right, corrected: split.exchanged(chosen, w)})
				break
			}
		}
	}
	return list, nil
}

// choices lists sets of places, small ones first: all of them, or if there
// are too many those of up to three.
func choices(places []int) [][]int {
	n := len(places)
	var list [][]int
	if n <= bits.Len(mostChoices-1) {
		for set := 1; set < 1<<n; set++ {
			var chosen []int
			for i, p := range places {
				if set>>i&1 == 1 {
					chosen = append(chosen, p)
				}
			}
			list = append(list, chosen)
		}
		slices.SortStableFunc(list, func(a, b []int) int { return len(a) - len(b) })
		return list
	}
	for size := 1; size <= 3; size++ {
		var extend func(chosen []int, from int)
		extend = func(chosen []int, from int) { // at most three deep
			if len(chosen) == size {
				list = append(list, slices.Clone(chosen))
				return
			}
			for i := from; i < n && len(list) < mostChoices; i++ {
				extend(append(chosen, places[i]), i+1)
			}
		}
		extend(nil, 0)
	}
	return list
}

// fits reports whether the formula has the right values with the variable at
// position to in the chosen places.
func (s *split) fits(trials []trial, chosen []int, to int) bool {
	for _, t := range trials {
		inputs := slices.Clone(t.inputs)
		for _, i := range chosen {
			inputs[len(s.vars)+i] = inputs[to]
		}
		if !near(s.eval(inputs), t.want) {
			return false
		}
	}
	return true
}

func (s *split) exchanged(chosen []int, by expr.Expr) expr.Expr {
	other := map[int]expr.Expr{}
	for _, i := range chosen {
		other[i] = by
	}
	return s.put(other)
}

// describe names the places by what stands around them.
func (s *split) describe(chosen []int, v, w expr.Expr) string {
	var around []string
	for _, i := range chosen {
		if text := show(s.leaves[i].parent); !slices.Contains(around, text) {
			around = append(around, text)
		}
	}
	return v.Name() + " stands where " + w.Name() + " should, in " + strings.Join(around, " and in ")
}
