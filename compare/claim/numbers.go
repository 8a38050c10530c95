package claim

import (
	"math"
	"slices"

	"github.com/gradcmp/gradcmp/expr"
)

// numbers tells a claim in which one number, such as a coefficient or an
// exponent, should be another.
func (j *judge) numbers(c Claim, s subject, found survey) ([]candidate, error) {
	split, err := splitAt(c.Formula, j.problem.Vars, expr.OpNum)
	if split == nil || err != nil {
		return nil, err
	}
	trials := split.trials(found)
	if len(trials) == 0 {
		return nil, nil
	}
	g := s.right.Graph()
	var list []candidate
	for i, l := range split.leaves {
		was, _ := l.was.Number()
		for _, n := range split.instead(trials[0], i, was) {
			if n.Cmp(was) == 0 || !split.fitsNumber(trials, i, n.Float64()) {
				continue
			}
			d := Diagnosis{
				Kind: WrongNumber, Term: show(l.parent),
				Text: "the number " + was.String() + " in " + show(l.parent) + " should be " + n.String(),
			}
			list = append(list, candidate{diagnosis: d, formula: s.right, corrected: split.put(map[int]expr.Expr{i: g.Num(n)})})
			break
		}
	}
	return list, nil
}

// instead lists numbers that leaf i might have to be: the one that is right if
// the formula is linear in it, and near ones, for exponents.
func (s *split) instead(t trial, i int, was expr.Number) []expr.Number {
	one := expr.Int(1)
	list := []expr.Number{was.Sub(one), was.Add(one), was.Neg()}
	at := len(s.vars) + i
	inputs := slices.Clone(t.inputs)
	before := s.eval(inputs)
	inputs[at]++
	if n, ok := simpleFraction(t.inputs[at] + (t.want-before)/(s.eval(inputs)-before)); ok {
		list = append([]expr.Number{n}, list...)
	}
	return list
}

func (s *split) fitsNumber(trials []trial, i int, n float64) bool {
	for _, t := range trials {
		inputs := slices.Clone(t.inputs)
		inputs[len(s.vars)+i] = n
		if !near(s.eval(inputs), t.want) {
			return false
		}
	}
	return true
}

// simpleFraction returns the fraction of a small denominator that is next to
// x.
func simpleFraction(x float64) (expr.Number, bool) {
	const largest, greatest = 120, 1e6
	for d := 1.0; d <= largest && math.Abs(x) <= greatest; d++ {
		if n := math.Round(x * d); math.Abs(x*d-n) <= 1e-8*math.Max(1, math.Abs(n)) {
			return expr.Frac(int64(n), int64(d)), true
		}
	}
	return expr.Number{}, false
}
