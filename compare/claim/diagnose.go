package claim

import (
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/ball"
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/expr"
)

const (
	fewestPoints  = 5    // at which a diagnosis has to hold, unless it is proved
	mostDiagnoses = 3    // that are stated for one claim
	mostNodes     = 3000 // of a formula whose mistakes are looked for
	screens       = 3    // points at which candidates are sifted
	screenDigits  = 20
)

// diagnose finds out what went wrong with a claim and enters it in the verdict.
func (j *judge) diagnose(v *Verdict, c Claim, ways []subject, s survey) error {
	if expr.TreeSize(mostNodes, c.Formula, ways[0].f, ways[0].right) >= mostNodes {
		return nil
	}
	list, err := j.candidates(c, ways)
	if err != nil {
		return err
	}
	list, err = j.sift(list, c, s)
	if err != nil {
		return err
	}
	if err := j.confirm(v, c, list); err != nil {
		return err
	}
	for _, l := range looks {
		if !l.always && v.Diagnosis != nil {
			continue
		}
		found, err := l.look(j, c, ways[0], s)
		if err != nil {
			return err
		}
		if err := j.confirm(v, c, found); err != nil {
			return err
		}
	}
	if d := j.condition(c, ways[0], s); d != nil && v.Diagnosis == nil {
		v.Diagnosis = d
	} else if d != nil {
		v.Also = append(v.Also, *d)
	}
	return nil
}

// looks are the searches for mistakes that start from the claim. Those that
// find something in many a claim are made only if nothing else fits.
var looks = []struct {
	always bool
	look   func(*judge, Claim, subject, survey) ([]candidate, error)
}{
	{true, (*judge).constants},
	{false, (*judge).exchanges},
	{false, (*judge).numbers},
}

// candidates lists the derivatives that known mistakes give, in the order in
// which they are preferred.
func (j *judge) candidates(c Claim, ways []subject) ([]candidate, error) {
	list := []candidate{negated(ways[0].right)}
	back, err := j.integrated(c, ways[0])
	if err != nil {
		return nil, err
	}
	others, err := j.elsewhere(c.Target)
	if err != nil {
		return nil, err
	}
	list = append(append(list, back...), others...)
	for _, way := range ways {
		whole, err := j.wholes(way)
		if err != nil {
			return nil, err
		}
		all, err := edges(way, j.problem.Rules)
		if err != nil {
			return nil, err
		}
		list = append(append(append(append(list, whole...), slipped(way, all)...), sums(way)...), variableFactors(way)...)
	}
	return list, nil
}

// sift keeps the candidates that have the claim's value at a few points. One
// program computes them all, as they have most of their parts in common. Those
// that correct the claim are kept.
func (j *judge) sift(list []candidate, c Claim, s survey) ([]candidate, error) {
	formulas := []expr.Expr{c.Formula}
	for _, k := range list {
		formulas = append(formulas, k.formula)
	}
	p, err := eval.Compile(j.problem.Vars, enclosure.Fold(formulas...))
	if err != nil {
		return nil, err
	}
	goal := enclosure.Goal{Digits: screenDigits, Budget: 4 * (enclosure.Goal{Digits: screenDigits}).Bits()}
	functions := enclosure.StandardFunctions()
	alive := make([]bool, len(list))
	for i := range alive {
		alive[i] = true
	}
	for _, x := range s.screen() {
		y, err := enclosure.Enclose(p, functions, x.balls, goal)
		if err != nil {
			return nil, err
		}
		for i := range alive {
			alive[i] = alive[i] && (list[i].corrected != none || !y[i+1].IsKnown() || ball.Overlaps(y[0], y[i+1]))
		}
	}
	var kept []candidate
	for i, k := range list {
		if alive[i] {
			kept = append(kept, k)
		}
	}
	return kept, nil
}

// screen returns points at which a claim is certainly wrong; rather late ones,
// which are less special.
func (s survey) screen() []point {
	var points []point
	for i := len(s.off) - 1; i >= 0 && len(points) < screens; i-- {
		if s.off[i].relation == differ {
			points = append(points, s.off[i].at)
		}
	}
	return points
}

// confirm judges the claim as if a candidate were the right derivative, and
// enters the first that passes as the diagnosis. Of each kind at most one is
// stated.
func (j *judge) confirm(v *Verdict, c Claim, list []candidate) error {
	const mostTried = 24
	stated := map[Kind]bool{}
	if v.Diagnosis != nil {
		stated[v.Diagnosis.Kind] = true
	}
	for _, d := range v.Also {
		stated[d.Kind] = true
	}
	tried := 0
	for _, k := range list {
		if stated[k.diagnosis.Kind] || tried >= mostTried || len(stated) >= mostDiagnoses {
			continue
		}
		tried++
		claimed := c
		if k.corrected != none {
			claimed.Formula = k.corrected
		}
		verdict, _, err := j.formula(claimed, k.formula)
		if err != nil {
			return err
		}
		if !verdict.Status.IsRight() || !verdict.Proof && verdict.Points < fewestPoints {
			continue
		}
		stated[k.diagnosis.Kind] = true
		d := k.diagnosis
		if k.complete != nil {
			k.complete(&d)
		}
		d.Claim, d.Gives = claimed.Formula, k.formula
		if v.Diagnosis == nil {
			v.Diagnosis = &d
		} else {
			v.Also = append(v.Also, d)
		}
	}
	return nil
}
