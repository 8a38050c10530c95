package claim

import (
	"errors"
	"fmt"

	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/expr"
)

// Defaults of Options.
const (
	DefaultDigits = 60
	DefaultPoints = 24
)

// budget is the greatest precision in bits, beyond that of the digits, at which
// formulas are tried.
const budget = 1024

// Options say how hard to look. The zero value is ready for use.
type Options struct {
	Digits int    // that have to be the same; 0 means [DefaultDigits]
	Points int    // at which they have to be; 0 means [DefaultPoints]
	Seed   uint64 // of the points that come after the simple ones
}

func (o Options) goal() enclosure.Goal {
	g := enclosure.Goal{Digits: o.Digits}
	g.Budget = g.Bits() + budget
	return g
}

func (o Options) withDefaults() Options {
	if o.Digits <= 0 {
		o.Digits = DefaultDigits
	}
	if o.Points <= 0 {
		o.Points = DefaultPoints
	}
	return o
}

// Problem is a formula whose derivatives are claimed.
type Problem struct {
	F     expr.Array
	Vars  []expr.Expr // all variables that the formula or a claim may have
	Rules *diff.Rules // how to derive; nil means the standard rules
	// At, if not nil, maps every variable to its value, a constant expression.
	// Claims are then judged at this point alone.
	At map[expr.ID]expr.Expr
	Options
}

// judge is the state of one judgement.
type judge struct {
	problem Problem
	points  []point
	derived map[[2]expr.ID]expr.Expr
}

// Judge says whether a claim is right. The claim's formula belongs to the graph
// of the problem's. The error is that of a formula that cannot be derived, or
// of one with other variables than the problem's.
func Judge(p Problem, c Claim) (Verdict, error) {
	p.Options = p.Options.withDefaults()
	if p.Rules == nil {
		p.Rules = diff.StandardRules(expr.Torch)
	}
	if c.Target.Output < 0 || c.Target.Output >= len(p.F.Elems) || len(c.Target.Wrt) < 1 || len(c.Target.Wrt) > 2 {
		return Verdict{}, errors.New("the claim is about no derivative of the formula")
	}
	j := &judge{problem: p, derived: map[[2]expr.ID]expr.Expr{}}
	ways, err := j.subjects(c.Target)
	if err != nil {
		return Verdict{}, err
	}
	if p.At != nil {
		return j.number(c, ways[0].right)
	}
	j.points = sequence(len(p.Vars), pointsTried*p.Points, p.Seed)
	v, s, err := j.formula(c, ways[0].right)
	if err == nil && v.Status == Wrong {
		err = j.diagnose(&v, c, ways, s)
	}
	return v, err
}

// formula judges a claimed formula but does not ask what went wrong.
func (j *judge) formula(c Claim, right expr.Expr) (Verdict, survey, error) {
	v := Verdict{Target: c.Target, Right: right, Digits: j.problem.Digits}
	pair, err := newPair(j.problem.Vars, j.problem.F.Elems[c.Target.Output], right, c.Formula, j.problem.Options)
	if err != nil {
		return v, survey{}, asVariable(err)
	}
	s := pair.survey(j.points, j.problem.Points)
	if len(s.off) == 0 {
		pair.visit(&s, singular(j.problem.Vars, j.problem.F.Elems[c.Target.Output], c.Formula))
	}
	v.Points = len(s.readings)
	v.Status, v.Proof = proof(right, c.Formula)
	switch {
	case len(s.off) > 0:
		v.Status, v.Proof = Wrong, false
		v.Witness = j.witness(pair.witness(s), nil)
		v.How = "the values differ"
	case !v.Proof && s.equal == 0:
		v.Status, v.How = CannotTell, "no point was found where both have a value"
	case !v.Proof:
		v.Status = Equal
	}
	if len(s.off) == 0 && len(s.isolated) > 0 && v.Status != CannotTell {
		v.Status = EqualExcept
		for _, r := range s.isolated {
			v.except(j.exception(pair, r))
		}
	}
	if v.How == "" {
		v.How = found(v)
	}
	return v, s, nil
}

// found says how a right claim was found right.
func found(v Verdict) string {
	switch {
	case v.Status == Identical:
		return "the same formula"
	case v.Proof:
		return "the same canonical form"
	}
	points := "points"
	if v.Points == 1 {
		points = "point"
	}
	return fmt.Sprintf("equal to %d digits at %d %s", v.Digits, v.Points, points)
}

// proof compares canonical forms.
func proof(right, claimed expr.Expr) (Status, bool) {
	if claimed == right {
		return Identical, true
	}
	if expr.TreeSize(longest, right, claimed) >= longest {
		return Equal, false
	}
	if simplified := tidy(claimed); simplified == right || isZero(tidy(right.Graph().Sub(simplified, right))) {
		return Canonical, true
	}
	return Equal, false
}

// witness returns the point that shows that a claim is wrong: the first,
// and rather one at which both have values and next to which they differ too,
// as the derivative at a kink is a matter of convention.
func (p *pair) witness(s survey) reading {
	for _, r := range s.off {
		if r.relation == differ && p.at(r.at.moved(step)).relation == differ && p.at(r.at.moved(-step)).relation == differ {
			return r
		}
	}
	for _, r := range s.off {
		if r.relation == differ {
			return r
		}
	}
	return s.off[0]
}

// witness writes a reading, with those coordinates that matter; all if matters
// is nil.
func (j *judge) witness(r reading, matters []bool) *Witness {
	w := &Witness{}
	w.Claimed, w.Right = r.decimals(j.problem.Digits)
	if !r.defined {
		w.Right = "undefined"
	}
	for i, text := range r.at.texts() {
		if matters == nil || matters[i] {
			w.At = append(w.At, Coordinate{j.problem.Vars[i].Name(), text})
		}
	}
	return w
}

// exception describes an exception: by the coordinates that make it one, or by
// two that are equal.
func (j *judge) exception(p *pair, r reading) *Witness {
	matters := p.where(r)
	w := j.witness(r, matters)
	for a := range matters {
		for b := range a {
			if matters[a] && matters[b] && p.tied(r, a, b) {
				w.At = []Coordinate{{j.problem.Vars[b].Name(), j.problem.Vars[a].Name()}}
			}
		}
	}
	return w
}

// except adds an exception, unless the same coordinates are one already: their
// values may depend on the others.
func (v *Verdict) except(w *Witness) {
	for _, e := range v.Exceptions {
		if fmt.Sprint(e.At) == fmt.Sprint(w.At) {
			return
		}
	}
	v.Exceptions = append(v.Exceptions, *w)
}

// asVariable turns the error of a program into one about the claim.
func asVariable(err error) error {
	var free *eval.FreeVariableError
	if errors.As(err, &free) {
		return fmt.Errorf("the formula has no variable %s", free.Name)
	}
	return err
}
