package claim

import (
	"fmt"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
)

// candidate is a mistake that may have been made, with two formulas that are
// equal if it was.
type candidate struct {
	diagnosis Diagnosis
	formula   expr.Expr // what the mistake makes of the right derivative
	corrected expr.Expr // the claim with a correction, invalid if it is as it stands
	// complete, if not nil, fills in the words of the diagnosis, which are needed
	// for few of many candidates.
	complete func(d *Diagnosis)
}

// mostElsewhere bounds the other derivatives that a claim is compared with.
const mostElsewhere = 64

// elsewhere lists what else the problem has that might have been taken for the
// target: the derivatives in other variables, of other elements, and the
// function itself.
func (j *judge) elsewhere(t Target) ([]candidate, error) {
	var list []candidate
	add := func(kind Kind, text string, other Target) error {
		ways, err := j.subjects(other)
		if err == nil {
			list = append(list, candidate{diagnosis: Diagnosis{Kind: kind, Text: fmt.Sprintf(text, other)}, formula: ways[0].right})
		}
		return err
	}
	vars := j.problem.Vars
	position := func(x expr.Expr) int {
		for i, v := range vars {
			if v == x {
				return i
			}
		}
		return -1
	}
	if len(t.Wrt) == 1 && len(j.problem.F.Shape) == 1 {
		// The Jacobian's entry on the other side of the diagonal.
		if col := position(t.Wrt[0]); col >= 0 && col < len(j.problem.F.Elems) && t.Output < len(vars) && col != t.Output {
			other := Target{col, j.problem.F.Shape.Index(col), []expr.Expr{vars[t.Output]}}
			if err := add(Transposed, "the matrix is transposed: it is %s", other); err != nil {
				return nil, err
			}
		}
	}
	held, err := j.notHeld(t)
	if err != nil {
		return nil, err
	}
	list = append(list, held...)
	for _, x := range vars {
		if len(list) >= mostElsewhere {
			return list, nil
		}
		if len(t.Wrt) == 1 && x != t.Wrt[0] {
			if err := add(OtherVariable, "it is the derivative in another variable, %s", Target{t.Output, t.Of, []expr.Expr{x}}); err != nil {
				return nil, err
			}
		}
		for _, y := range vars {
			entry := Target{t.Output, t.Of, []expr.Expr{x, y}}
			same := len(t.Wrt) == 2 && (x == t.Wrt[0] && y == t.Wrt[1] || x == t.Wrt[1] && y == t.Wrt[0])
			if len(t.Wrt) == 2 && !same && position(x) <= position(y) && len(list) < mostElsewhere {
				if err := add(OtherEntry, "it is another entry of the Hessian, %s", entry); err != nil {
					return nil, err
				}
			}
		}
	}
	for i := range j.problem.F.Elems {
		if i != t.Output && len(list) < mostElsewhere {
			if err := add(OtherEntry, "it is the derivative of another element, %s", Target{i, j.problem.F.Shape.Index(i), t.Wrt}); err != nil {
				return nil, err
			}
		}
	}
	return list, nil
}

// notHeld lists the derivative with all variables moving, and with one other
// moving.
func (j *judge) notHeld(t Target) ([]candidate, error) {
	const most = 12
	vars := j.problem.Vars
	if len(t.Wrt) != 1 || len(vars) > most {
		return nil, nil
	}
	g := t.Wrt[0].Graph()
	var list []candidate
	partials := make([]expr.Expr, len(vars))
	for i, x := range vars {
		var err error
		if partials[i], err = j.derive(j.problem.F.Elems[t.Output], x); err != nil {
			return nil, err
		}
	}
	own, err := j.derive(j.problem.F.Elems[t.Output], t.Wrt[0])
	if err != nil {
		return nil, err
	}
	for i, x := range vars {
		if x != t.Wrt[0] && partials[i] != g.Int(0) {
			d := Diagnosis{Kind: NotHeld, Term: show(partials[i]), Text: x.Name() + " is not held constant: the derivative by it is added"}
			list = append(list, candidate{diagnosis: d, formula: g.Add(own, partials[i])})
		}
	}
	if len(vars) > 2 {
		d := Diagnosis{Kind: NotHeld, Text: "the other variables are not held constant: the derivatives by them are added"}
		list = append(list, candidate{diagnosis: d, formula: g.Add(partials...)})
	}
	return list, nil
}

// show writes an expression as a diagnosis quotes it.
func show(x expr.Expr) string {
	const longestQuote = 200 // nodes
	if expr.TreeSize(longestQuote, x) >= longestQuote {
		return "…"
	}
	return print.String(x)
}
