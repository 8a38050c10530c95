package claim

import (
	"github.com/gradcmp/gradcmp/expr"
)

// negated is the mistake of a wrong sign.
func negated(right expr.Expr) candidate {
	d := Diagnosis{Kind: Negated, Text: "the sign is wrong: it is the negative of the derivative"}
	return candidate{diagnosis: d, formula: right.Graph().Neg(right)}
}

// wholes lists the derivatives that a mistake about the whole formula gives.
func (j *judge) wholes(s subject) ([]candidate, error) {
	g := s.right.Graph()
	list := []candidate{
		{diagnosis: Diagnosis{Kind: NotDerived, Text: "it is the function itself, not its derivative"}, formula: s.f},
	}
	twice, err := j.derive(s.right, s.by)
	if err != nil {
		return nil, err
	}
	list = append(list, candidate{diagnosis: Diagnosis{Kind: DerivedTwice, Text: "it is derived once too often"}, formula: twice})
	if s.f.Op() == expr.OpDiv {
		below := s.f.Arg(1)
		d := Diagnosis{Kind: Denominator, Text: "the denominator " + show(below) + " is not squared", Factor: show(below)}
		list = append(list, candidate{diagnosis: d, formula: g.Mul(s.right, below)})
	}
	inDegrees, err := j.inDegrees(s)
	return append(list, inDegrees...), err
}

// variableFactors lists the derivative times and divided by each of its
// variables.
func variableFactors(s subject) []candidate {
	const most = 12
	g := s.right.Graph()
	var list []candidate
	vars := expr.Vars(s.f)
	for _, x := range vars[:min(len(vars), most)] {
		d := Diagnosis{Kind: VariableFactor, Factor: x.Name(), Text: "the factor " + x.Name() + " is missing"}
		list = append(list, candidate{diagnosis: d, formula: g.Div(s.right, x)})
		d.Text = "the factor " + x.Name() + " is too much"
		list = append(list, candidate{diagnosis: d, formula: g.Mul(s.right, x)})
	}
	return list
}

// inDegrees lists what the derivative becomes with angles in degrees.
func (j *judge) inDegrees(s subject) ([]candidate, error) {
	g := s.right.Graph()
	convert := func(x expr.Expr) expr.Expr {
		replace := map[expr.ID]expr.Expr{}
		for _, id := range expr.Reach(x) {
			node := g.At(id)
			factor := degree(node)
			if factor == none {
				continue
			}
			args := node.Args()
			for i, a := range args {
				if b, ok := replace[a.ID()]; ok {
					args[i] = b
				}
			}
			if angles[node.Func()] == 1 {
				replace[id] = g.Call(node.Func(), g.Mul(factor, expr.Substitute(g, replace, args[0])[0]))
			} else {
				replace[id] = g.Mul(factor, g.With(node, expr.Substitute(g, replace, args...)...))
			}
		}
		return expr.Substitute(g, replace, x)[0]
	}
	formula := convert(s.f)
	if formula == s.f {
		return nil, nil
	}
	derived, err := j.derive(formula, s.by)
	if err != nil {
		return nil, err
	}
	inner := g.Div(g.Call(expr.Pi), g.Int(180))
	text := "angles are taken in degrees, not in radians"
	return []candidate{
		{diagnosis: Diagnosis{Kind: Degrees, Text: text}, formula: derived},
		{diagnosis: Diagnosis{Kind: Degrees, Text: text + ", and the factor 180/pi is left out"}, formula: g.Div(derived, inner)},
		{diagnosis: Diagnosis{Kind: Degrees, Text: text + " in the derivative"}, formula: convert(s.right)},
	}, nil
}

// sums lists the derivatives with one term of a sum turned or left out,
// wherever a sum stands in the simplified derivative.
func sums(s subject) []candidate {
	g := s.right.Graph()
	var turned, dropped []candidate
	for _, id := range expr.Reach(s.right) {
		x := g.At(id)
		if x.Op() != expr.OpAdd && x.Op() != expr.OpSub {
			continue
		}
		for i, term := range x.Args() {
			if len(turned) >= mostEdges {
				break
			}
			args := x.Args()
			put := func(y expr.Expr) expr.Expr {
				args[i] = y
				return expr.Substitute(g, map[expr.ID]expr.Expr{id: g.With(x, args...)}, s.right)[0]
			}
			name := show(term)
			if x != s.right {
				name += " of " + show(x)
			}
			d := Diagnosis{Kind: TermSign, Term: show(term), Text: "the sign of the term " + name + " is wrong"}
			turned = append(turned, candidate{diagnosis: d, formula: put(g.Neg(term))})
			d.Kind, d.Text = MissingTerm, "the term "+name+" is missing"
			dropped = append(dropped, candidate{diagnosis: d, formula: put(g.Int(0))})
		}
	}
	return append(turned, dropped...)
}
