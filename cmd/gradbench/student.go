package main

import (
	"math/rand/v2"

	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/expr"
)

// student derives a formula by the rules of a textbook, node by node, and makes
// one mistake on the way. It shares nothing with package claim, which has to
// find the mistake, and takes only the derivatives of functions from package
// diff.
type student struct {
	g       *expr.Graph
	by      expr.Expr
	rules   *diff.Rules
	depends expr.Memo[bool]
	ids     []expr.ID

	mistake step
	at      expr.ID // where it is made
	term    int     // and in which term
}

// step is a mistake in one step of a derivation.
type step uint8

const (
	noMistake step = iota
	forgetInner
	forgetProductTerm
	forgetQuotientTerm
	turnSign
	keepExponent
	naturalBase
	inDegrees
)

func newStudent(f, by expr.Expr) *student {
	g := f.Graph()
	ids := expr.Reach(f)
	return &student{
		g: g, by: by, rules: diff.StandardRules(expr.Torch), ids: ids, depends: expr.Depends(g, ids, []expr.Expr{by}),
	}
}

// plant chooses where to make a mistake; false if it cannot be made anywhere.
func (s *student) plant(mistake step, random *rand.Rand) bool {
	s.mistake = mistake
	var places []expr.ID
	for _, id := range s.ids {
		if *s.depends.At(id) && s.fits(s.g.At(id)) {
			places = append(places, id)
		}
	}
	if len(places) == 0 {
		return false
	}
	s.at = places[random.IntN(len(places))]
	s.term = random.IntN(len(s.moving(s.g.At(s.at))))
	return true
}

// moving lists the positions of the arguments that depend on the variable.
func (s *student) moving(x expr.Expr) []int {
	var list []int
	for i, a := range x.Args() {
		if *s.depends.At(a.ID()) {
			list = append(list, i)
		}
	}
	return list
}

var trigonometric = map[expr.Func]bool{expr.Sin: true, expr.Cos: true, expr.Tan: true}

// fits reports whether the mistake can be made at a node.
func (s *student) fits(x expr.Expr) bool {
	moving := s.moving(x)
	op := x.Op()
	composed := len(moving) == 1 && x.Arg(moving[0]) != s.by
	switch s.mistake {
	case forgetInner:
		return composed && (op == expr.OpCall || op == expr.OpPow)
	case forgetProductTerm:
		return op == expr.OpMul && len(moving) > 1
	case forgetQuotientTerm:
		return op == expr.OpDiv && len(moving) == 2
	case turnSign:
		return len(moving) > 1 && (op == expr.OpAdd || op == expr.OpSub || op == expr.OpMul || op == expr.OpDiv)
	case keepExponent:
		return op == expr.OpPow && len(moving) == 1 && moving[0] == 0
	case naturalBase:
		return x.IsCall(expr.Log10) || x.IsCall(expr.Log2) || op == expr.OpPow && len(moving) == 1 && moving[0] == 1
	case inDegrees:
		return op == expr.OpCall && trigonometric[x.Func()]
	}
	return false
}

// derive returns the derivative, with the mistake.
func (s *student) derive() (expr.Expr, error) {
	d := map[expr.ID]expr.Expr{}
	for _, id := range s.ids {
		x := s.g.At(id)
		switch {
		case x == s.by:
			d[id] = s.g.Int(1)
		case !*s.depends.At(id):
			d[id] = s.g.Int(0)
		default:
			var err error
			if d[id], err = s.node(x, d); err != nil {
				return expr.Expr{}, err
			}
		}
	}
	return d[s.ids[len(s.ids)-1]], nil
}

// node derives a node by the derivatives of its arguments.
func (s *student) node(x expr.Expr, d map[expr.ID]expr.Expr) (expr.Expr, error) {
	terms := make([]expr.Expr, 0, x.NumArgs())
	for k, i := range s.moving(x) {
		inner := d[x.Arg(i).ID()]
		outer, err := s.outer(x, i)
		if err != nil {
			return expr.Expr{}, err
		}
		if x.ID() == s.at && s.mistake != noMistake {
			outer, inner = s.wrong(x, k, outer, inner)
		}
		terms = append(terms, s.g.Mul(outer, inner))
	}
	return s.g.Add(terms...), nil
}

// wrong makes the mistake in one term of a node.
func (s *student) wrong(x expr.Expr, k int, outer, inner expr.Expr) (expr.Expr, expr.Expr) {
	g := s.g
	pi := g.Call(expr.Pi)
	switch s.mistake {
	case forgetInner:
		return outer, g.Int(1)
	case forgetProductTerm, forgetQuotientTerm:
		if k == s.term {
			return g.Int(0), inner
		}
	case turnSign:
		if k == s.term {
			return g.Neg(outer), inner
		}
	case keepExponent:
		return g.Mul(outer, x.Arg(0)), inner
	case naturalBase:
		switch {
		case x.Op() == expr.OpPow:
			return x, inner
		default:
			return g.Div(g.Int(1), x.Arg(0)), inner
		}
	case inDegrees:
		return g.Mul(g.Div(pi, g.Int(180)), outer), inner
	}
	return outer, inner
}

// outer returns the derivative of a node by argument i.
func (s *student) outer(x expr.Expr, i int) (expr.Expr, error) {
	g := s.g
	switch x.Op() {
	case expr.OpNeg:
		return g.Int(-1), nil
	case expr.OpAdd:
		return g.Int(1), nil
	case expr.OpSub:
		return g.Int(int64(1 - 2*i)), nil
	case expr.OpMul:
		others := x.Args()
		return g.Mul(append(others[:i], others[i+1:]...)...), nil
	case expr.OpDiv:
		if i == 0 {
			return g.Div(g.Int(1), x.Arg(1)), nil
		}
		return g.Neg(g.Div(x.Arg(0), g.Pow(x.Arg(1), g.Int(2)))), nil
	}
	args := x.Args()
	name := g.Var("#student")
	back := map[expr.ID]expr.Expr{name.ID(): args[i]}
	args[i] = name
	partial, err := diff.Gradient(g.With(x, args...), []expr.Expr{name}, s.rules)
	if err != nil {
		return expr.Expr{}, err
	}
	return expr.Substitute(g, back, partial...)[0], nil
}
