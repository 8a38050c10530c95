package stable

import (
	"math/big"
	"slices"

	"github.com/gradcmp/gradcmp/expr"
)

const (
	seriesTerms = 32 // that formulas are expanded to
	mostTaylor  = 3  // polynomials at one center
	leastTail   = 3  // terms that have to be known beyond those kept
)

// radii are the distances to which Taylor polynomials are made to be good.
var radii = []expr.Number{decimal("0.01"), decimal("0.1")}

func decimal(text string) expr.Number {
	n, err := expr.ParseNumber(text, len(text))
	if err != nil {
		panic(err)
	}
	return n
}

// expandSeries adds Taylor polynomials for the parts of a formula in one
// variable in which terms cancel at a point.
func (s *search) expandSeries(st state) {
	ids := expr.Reach(st.Formula)
	for _, x := range expr.Vars(st.Formula) {
		center, radius, ok := s.around(x)
		if !ok || isOpaque(x) {
			continue
		}
		at := newExpansion(st.Formula.Graph(), ids, x, center, seriesTerms)
		for _, p := range cancelling(at, ids, st) {
			s.addTaylor(st, at, p, radius)
		}
	}
}

// around returns the center of the series in x, which is 0 or the multiple of
// 1/4 next to the value of x, and the radius that takes in that value. It is
// false if the value is too far from any center.
func (s *search) around(x expr.Expr) (center, radius expr.Number, ok bool) {
	i := slices.IndexFunc(s.near, func(p Place) bool { return p.Var.Name() == x.Name() })
	if i < 0 {
		return expr.Number{}, radii[0], true
	}
	value := s.near[i].Value
	if value.Digits() > mostDigits {
		return expr.Number{}, expr.Number{}, false
	}
	q := value.Mul(expr.Int(4)).Add(expr.Frac(1, 2)).Rat()
	quarters := new(big.Rat).SetInt(new(big.Int).Div(q.Num(), q.Denom()))
	center = expr.FromRat(quarters).Mul(expr.Frac(1, 4))
	distance := value.Sub(center).Abs()
	for _, r := range radii {
		if distance.Cmp(r) < 0 {
			return center, r, true
		}
	}
	return expr.Number{}, expr.Number{}, false
}

// cancelling returns the places in and above the focus where terms cancel, each
// with the products around it that have a series too: the quotient by x^2
// belongs to 1 - cos(x).
func cancelling(at *expansion, ids []expr.ID, st state) []place {
	up := distancesUp(at.g, ids, st.focus)
	var found []place
	for _, near := range places(st.Formula, st.focus) {
		if !at.cancels(near.node) {
			continue
		}
		widest := near.node
		for _, id := range ids {
			x := at.g.At(id)
			if s := at.series.At(id); isProduct(x) && slices.Contains(x.ArgIDs(), widest.ID()) && *at.known.At(id) && s.low >= 0 {
				widest = x
			}
		}
		p := place{widest, near.distance, *up.At(widest.ID()) > 0}
		if !slices.ContainsFunc(found, func(q place) bool { return q.node == widest }) {
			found = append(found, p)
		}
	}
	return found[:min(len(found), mostTaylor)]
}

// addTaylor adds the Taylor polynomial of a node, with as many terms as are
// needed within the radius.
func (s *search) addTaylor(st state, at *expansion, p place, radius expr.Number) {
	series := *at.series.At(p.node.ID())
	terms, ok := enough(series, radius)
	if !ok || series.low < 0 {
		return
	}
	y := at.offset()
	polynomial := horner(y, powerSeries{series.low, series.c[:terms]})
	g := at.g
	within := g.Compare(expr.Less, g.Call(expr.Abs, y), constant(radius).build(g))
	next, ok := s.step(st, p, polynomial, "Taylor polynomial", []expr.Expr{within})
	if !ok {
		return
	}
	next.Near = at.x.Name() + " near " + expr.FromRat(at.centerRat()).String()
	// The terms of the polynomial fall off so fast that none cancel.
	rest, _ := replace(p.node, g.Int(1), st.Formula, p.node)
	next.score = risk(rest) + riskOfCondition
	next.order = []int{p.distance, len(rewritings())}
	s.found = append(s.found, next)
}

// centerRat returns the center of the expansion.
func (e *expansion) centerRat() *big.Rat {
	if e.center.isZero() {
		return new(big.Rat)
	}
	return e.center.r
}

// enough returns how many terms of a series are needed so that those left out
// are, at the given distance and together, below 2^-53 of the first. It is
// false if the series is not known far enough.
func enough(s powerSeries, radius expr.Number) (int, bool) {
	if len(s.c) == 0 {
		return 0, false
	}
	limit := new(big.Rat).Mul(s.c[0].size(), big.NewRat(1, 1<<54))
	r, power := radius.Rat(), big.NewRat(1, 1)
	sizes := make([]*big.Rat, len(s.c))
	for i := range s.c {
		sizes[i] = new(big.Rat).Mul(s.c[i].size(), power)
		power.Mul(power, r)
	}
	tail, terms := new(big.Rat), len(s.c)
	for terms > 1 {
		tail.Add(tail, sizes[terms-1])
		if tail.Cmp(limit) > 0 {
			break
		}
		terms--
	}
	return terms, len(s.c)-terms >= leastTail
}
