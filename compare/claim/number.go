package claim

import (
	"fmt"
	"math/big"

	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/ball"
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/expr"
)

// number judges a claim at the problem's point. Coordinates are the numbers as
// they are written.
func (j *judge) number(c Claim, right expr.Expr) (Verdict, error) {
	v := Verdict{Target: c.Target, Right: right, Digits: j.problem.Digits, Points: 1}
	x, err := j.atPoint(j.problem.F.Elems[c.Target.Output], right, c.Formula)
	if err != nil {
		return v, err
	}
	v.Status = j.compare(c, x[1], x[2])
	if !x[0].ball.IsKnown() {
		v.Status = CannotTell
	}
	switch v.Status {
	case Canonical:
		v.Proof, v.How = true, "the same number exactly"
	case Equal:
		v.How = fmt.Sprintf("equal to %d digits", v.Digits)
		if c.Decimals != nil {
			v.How = "right to the digits that are written"
		}
	case Wrong:
		v.Witness = &Witness{At: j.coordinates()}
		v.Witness.Claimed, v.Witness.Right = (reading{right: x[1].ball, claimed: x[2].ball}).decimals(v.Digits)
		v.How = "the values differ"
		return v, j.diagnoseNumber(&v, c, x[1])
	default:
		v.Witness = &Witness{At: j.coordinates()}
		v.Witness.Claimed, v.Witness.Right = (reading{right: x[1].ball, claimed: x[2].ball}).decimals(v.Digits)
		v.How = "there is no value to compare with"
	}
	return v, nil
}

// constant is the value of an expression at the point.
type constant struct {
	exact expr.Number
	isNum bool
	ball  ball.Ball
}

// atPoint evaluates expressions at the problem's point.
func (j *judge) atPoint(xs ...expr.Expr) ([]constant, error) {
	folded := enclosure.Fold(expr.Substitute(xs[0].Graph(), j.problem.At, xs...)...)
	p, err := eval.Compile(nil, folded)
	if err != nil {
		return nil, asVariable(err)
	}
	y, err := enclosure.Enclose(p, enclosure.StandardFunctions(), point{}.balls, j.problem.goal())
	if err != nil {
		return nil, err
	}
	out := make([]constant, len(y))
	for i := range y {
		out[i].ball = y[i]
		out[i].exact, out[i].isNum = folded[i].Number()
	}
	return out, nil
}

// compare says whether a claimed number is the right one.
func (j *judge) compare(c Claim, right, claimed constant) Status {
	if right.isNum && claimed.isNum && right.exact.Cmp(claimed.exact) == 0 {
		return Canonical
	}
	if c.Decimals != nil && right.ball.IsKnown() {
		return rounds(right.ball, claimed.ball, *c.Decimals)
	}
	if right.isNum && claimed.isNum {
		return Wrong
	}
	switch relate(right.ball, claimed.ball, j.problem.goal()) {
	case same:
		return Equal
	case differ, onlyRight:
		return Wrong
	}
	return CannotTell
}

// rounds compares a number with one that is rounded to decimals behind the
// point: they may be half a unit of the last one apart.
func rounds(right, claimed ball.Ball, decimals int) Status {
	c := ball.Context{Bits: uint(decimals)*4 + 256}
	unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)
	half := c.FromRat(new(big.Rat).SetFrac(big.NewInt(1), unit.Lsh(unit, 1)))
	apart := c.Abs(c.Sub(right, claimed))
	least, _ := c.Sub(apart, half).Bounds()
	switch {
	case !apart.IsKnown():
		return CannotTell
	case least.Sign() > 0:
		return Wrong
	}
	return Equal
}

// coordinates writes the point.
func (j *judge) coordinates() []Coordinate {
	out := make([]Coordinate, len(j.problem.Vars))
	for i, x := range j.problem.Vars {
		out[i] = Coordinate{x.Name(), show(j.problem.At[x.ID()])}
	}
	return out
}

// diagnoseNumber tells a number that is one of a few other values. Anything
// more would be guesswork: any number is off by some factor.
func (j *judge) diagnoseNumber(v *Verdict, c Claim, right constant) error {
	others := []candidate{negated(v.Right)}
	more, err := j.elsewhere(c.Target)
	if err != nil {
		return err
	}
	if right.ball.IsKnown() && right.ball.Magnitude().IsZero() {
		others = nil
	}
	for _, k := range append(others, more...) {
		x, err := j.atPoint(k.formula, c.Formula)
		if err != nil {
			return err
		}
		if j.compare(c, x[0], x[1]).IsRight() {
			d := k.diagnosis
			d.Text += " at this point"
			v.Diagnosis = &d
			return nil
		}
	}
	return nil
}
