package main

import (
	"fmt"
	"math/rand/v2"

	"github.com/gradcmp/gradcmp/compare/claim"
	"github.com/gradcmp/gradcmp/compare/truth"
	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
	"github.com/gradcmp/gradcmp/parser"
	"github.com/gradcmp/gradcmp/simplify"
)

// exercise is a formula that a mistake is made about. A mistake may change the
// formula as well.
type exercise struct {
	g      *expr.Graph
	f      expr.Expr
	by     expr.Expr
	vars   []expr.Expr
	right  expr.Expr
	target string // of the claim
	array  []expr.Expr
	random *rand.Rand
}

// mistake is a kind of mistake: how it is made and what a diagnosis may call
// it.
type mistake struct {
	name  string
	kinds []claim.Kind
	make  func(e *exercise) (expr.Expr, error) // invalid if it cannot be made
}

var mistakes = []mistake{
	{"negated", []claim.Kind{claim.Negated}, func(e *exercise) (expr.Expr, error) { return e.g.Neg(e.right), nil }},
	{"constant factor", []claim.Kind{claim.ConstantFactor}, byFactor},
	{"chain factor missing", []claim.Kind{claim.ChainFactor}, derivedWith(forgetInner)},
	{"product-rule term missing", []claim.Kind{claim.ProductTerm}, derivedWith(forgetProductTerm)},
	{"quotient-rule term missing", []claim.Kind{claim.QuotientTerm}, derivedWith(forgetQuotientTerm)},
	{"sign of a term", []claim.Kind{claim.TermSign}, derivedWith(turnSign)},
	{"exponent not lowered", []claim.Kind{claim.Exponent}, derivedWith(keepExponent)},
	{"log base", []claim.Kind{claim.LogBase}, derivedWith(naturalBase)},
	{"degrees", []claim.Kind{claim.Degrees}, derivedWith(inDegrees)},
	{"other variable", []claim.Kind{claim.OtherVariable}, otherVariable},
	{"transposed", []claim.Kind{claim.Transposed}, transposed},
	{"another Hessian entry", []claim.Kind{claim.OtherEntry}, otherEntry},
	{"integrated", []claim.Kind{claim.Integrated}, integrated},
	{"right only where", []claim.Kind{claim.OnlyWhere}, onlyWhere},
}

// derivedWith makes a mistake in one step of the derivation.
func derivedWith(m step) func(e *exercise) (expr.Expr, error) {
	return func(e *exercise) (expr.Expr, error) {
		s := newStudent(e.f, e.by)
		if !s.plant(m, e.random) {
			return expr.Expr{}, nil
		}
		return s.derive()
	}
}

func byFactor(e *exercise) (expr.Expr, error) {
	g := e.g
	factors := []expr.Expr{
		g.Int(2), g.Int(3), g.Num(expr.Frac(1, 2)), g.Num(expr.Frac(2, 3)), g.Call(expr.Pi), g.Mul(g.Int(2), g.Call(expr.Pi)),
		g.Call(expr.Log, g.Int(2)), g.Call(expr.Sqrt, g.Int(2)), g.Num(expr.Frac(-1, 4)),
	}
	return g.Mul(factors[e.random.IntN(len(factors))], e.right), nil
}

// other returns another variable, chosen at random.
func (e *exercise) other() (expr.Expr, bool) {
	if len(e.vars) < 2 {
		return expr.Expr{}, false
	}
	for {
		if v := e.vars[e.random.IntN(len(e.vars))]; v != e.by {
			return v, true
		}
	}
}

func partial(f, by expr.Expr) (expr.Expr, error) {
	d, err := diff.Gradient(f, []expr.Expr{by}, diff.StandardRules(expr.Torch))
	if err != nil {
		return expr.Expr{}, err
	}
	return simplify.Full(d[0]), nil
}

func otherVariable(e *exercise) (expr.Expr, error) {
	v, ok := e.other()
	if !ok {
		return expr.Expr{}, nil
	}
	return partial(e.f, v)
}

// transposed makes a vector of two elements, of which a variable is claimed to
// have the derivative that belongs on the other side of the diagonal.
func transposed(e *exercise) (expr.Expr, error) {
	if len(e.vars) < 2 {
		return expr.Expr{}, nil
	}
	g, x, y := e.g, e.vars[0], e.vars[1]
	second := g.Add(g.Mul(e.f, x), g.Pow(y, g.Int(3)))
	e.array = []expr.Expr{e.f, second}
	e.target = "[0]," + y.Name()
	var err error
	if e.right, err = partial(e.f, y); err != nil {
		return expr.Expr{}, err
	}
	return partial(second, x)
}

// otherEntry claims that one entry of the Hessian is another one.
func otherEntry(e *exercise) (expr.Expr, error) {
	v, ok := e.other()
	if !ok {
		return expr.Expr{}, nil
	}
	first := e.right
	e.target = e.by.Name() + "," + e.by.Name()
	var err error
	if e.right, err = partial(first, e.by); err != nil {
		return expr.Expr{}, err
	}
	return partial(first, v)
}

// integrated makes the formula the derivative of what is claimed to be its
// derivative.
func integrated(e *exercise) (expr.Expr, error) {
	claimed := e.f
	e.f = e.right
	var err error
	e.right, err = partial(e.f, e.by)
	return claimed, err
}

// onlyWhere puts |x| for x into the formula, and derives it as if it were x.
func onlyWhere(e *exercise) (expr.Expr, error) {
	claimed := e.right
	e.f = expr.Substitute(e.g, map[expr.ID]expr.Expr{e.by.ID(): e.g.Call(expr.Sqrt, e.g.Pow(e.by, e.g.Int(2)))}, e.f)[0]
	var err error
	e.right, err = partial(e.f, e.by)
	return claimed, err
}

// claimMaker makes claims about the formulas of records.
type claimMaker struct {
	records []truth.Record
	random  *rand.Rand
}

const (
	longestExercise = 150 // nodes of a formula
	longestClaim    = 600
	mostTries       = 2000
)

// make makes a claim with a mistake, a right one if there is none; nil if no
// formula allows the mistake.
func (m *claimMaker) make(mistake *mistake) (*madeClaim, error) {
	for range mostTries {
		made, err := m.try(&m.records[m.random.IntN(len(m.records))], mistake)
		if made != nil || err != nil {
			return made, err
		}
	}
	return nil, nil
}

// try makes a claim about one record; nil if the mistake cannot be made there
// or does not show at the recorded points.
func (m *claimMaker) try(r *truth.Record, mistake *mistake) (*madeClaim, error) {
	if r.Expr == "" || r.Kind == "special" {
		return nil, nil
	}
	shapes := map[string]expr.Shape{}
	for _, v := range r.Vars {
		shapes[v] = nil
	}
	program, err := parser.Parse(r.Expr, parser.Options{Shapes: shapes})
	if err != nil || len(program.Value.Shape) > 0 || len(program.Vars) == 0 {
		return nil, nil // what cannot be read is the business of gradbench truth
	}
	e := &exercise{g: program.Graph, f: program.Value.Elems[0], random: m.random}
	if expr.TreeSize(longestExercise, e.f) >= longestExercise {
		return nil, nil
	}
	for _, v := range program.Vars {
		e.vars = append(e.vars, v.Elems...)
	}
	e.by = e.vars[m.random.IntN(len(e.vars))]
	e.target = e.by.Name()
	if e.right, err = partial(e.f, e.by); err != nil {
		return nil, nil // an order, by which there is no derivative
	}
	claimed := e.right
	if mistake != nil {
		if claimed, err = mistake.make(e); err != nil || !claimed.IsValid() {
			return nil, nil
		}
	}
	claimed = disguise(claimed, e.by, m.random)
	if e.array == nil && len(expr.Vars(e.f, claimed, e.by)) > len(expr.Vars(e.f)) {
		return nil, nil // a claim may have no other variables than the formula
	}
	made := &madeClaim{vars: e.vars, shapes: shapes, claim: claimText(e.target, claimed), formula: print.String(e.f)}
	if e.array != nil {
		made.formula = fmt.Sprintf("[%s, %s]", print.String(e.array[0]), print.String(e.array[1]))
	}
	made.points = pointsOf(r, e)
	same, apart := compareAt(e.vars, made.points, e.right, claimed)
	if mistake == nil && (same == 0 || apart > 0) || mistake != nil && apart == 0 {
		return nil, nil
	}
	if expr.TreeSize(longestClaim, claimed) >= longestClaim {
		return nil, nil
	}
	return made, nil
}

// pointsOf returns points next to the recorded ones, which may be singular,
// and each with the other sign of the variable.
func pointsOf(r *truth.Record, e *exercise) [][]float64 {
	const aside = 1 + 0x1p-10
	var points [][]float64
	for _, p := range r.Points {
		var x, mirrored []float64
		for _, v := range e.vars {
			c := p.At(v.Name())*aside + 0x1p-20
			x = append(x, c)
			if v == e.by {
				c = -c
			}
			mirrored = append(mirrored, c)
		}
		points = append(points, x, mirrored)
	}
	return points
}
