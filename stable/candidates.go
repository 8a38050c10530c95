package stable

import (
	"cmp"
	"slices"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/simplify"
)

// Candidate is another way to write a formula.
type Candidate struct {
	Formula expr.Expr
	// Rules are the names of the rules that lead to it, in their order; see
	// Rules. The rule "Taylor polynomial" is that of Series, "simplification"
	// that of package simplify.
	Rules []string
	// Conditions are comparisons that all have to hold for the formula to be
	// equal to the original where that is defined; for a Taylor polynomial, to
	// all digits of a double.
	Conditions []expr.Expr
	// Near says in words where a Taylor polynomial is good, such as "x near 0";
	// "" for formulas that are equal everywhere.
	Near string
}

// Place is the value of a variable at the point where digits are lost.
type Place struct {
	Var   expr.Expr
	Value expr.Number
}

const (
	mostCandidates = 12
	mostRounds     = 3  // rules applied one after another
	mostKept       = 6  // formulas of a round that the next one starts from
	mostPlaces     = 40 // nodes that rules are tried at, for one formula
	farthestUp     = 4  // nodes from the node at fault to those above it
	mostNext       = 60 // formulas that one formula may lead to in a round
)

// Candidates returns formulas that are equal to f and may lose fewer digits in
// the node at, a part of f: f itself if it is not known where they are lost. The
// best guess comes first, f itself is not among them, and there are not more
// than a dozen. They are nodes of the graph of f.
//
// Taylor polynomials are taken at 0, and for a variable of near at the multiple
// of 1/4 next to its value, if it is within 0.1 of that.
func Candidates(f, at expr.Expr, near ...Place) []Candidate {
	w := newWindow(f, at)
	s := &search{original: w.root, canonical: map[expr.ID]expr.Expr{}, seen: map[expr.ID]bool{w.root.ID(): true}, near: near}
	start := state{Candidate: Candidate{Formula: w.root}, focus: w.at}
	start.score = score(start.Candidate)
	frontier := []state{start}
	s.expandSeries(start)
	for range mostRounds {
		var next []state
		for _, st := range frontier {
			for _, found := range s.expand(st, mostNext) {
				s.found = append(s.found, found)
				if found.score <= st.score { // what makes it worse leads nowhere
					next = append(next, found)
				}
			}
		}
		sortStates(next)
		frontier = next[:min(len(next), mostKept)]
	}
	s.simplify(start)
	sortStates(s.found)
	var out []Candidate
	for _, st := range s.found[:min(len(s.found), mostCandidates)] {
		out = append(out, w.candidate(st.Candidate))
	}
	return out
}

// search looks for candidates.
type search struct {
	original  expr.Expr
	near      []Place
	canonical map[expr.ID]expr.Expr // see matcher
	seen      map[expr.ID]bool      // formulas found
	found     []state
}

// state is a candidate on the way.
type state struct {
	Candidate
	focus expr.Expr // where digits are lost, or what was written in its place
	score int       // less is better
	size  int       // of the formula, written out, and of the way to it
	order []int     // for ties: the distances from the focus and the ranks of the rules
}

func sortStates(states []state) {
	slices.SortStableFunc(states, func(a, b state) int {
		return cmp.Or(cmp.Compare(a.score, b.score), cmp.Compare(a.size, b.size),
			cmp.Compare(len(a.Rules), len(b.Rules)), slices.Compare(a.order, b.order))
	})
}

// expand tries all rules at all places of a formula.
func (s *search) expand(st state, most int) []state {
	var found []state
	all := rewritings()
	for _, p := range places(st.Formula, st.focus) {
		for i := range all {
			if len(found) >= most {
				return found
			}
			if all[i].again && slices.Contains(st.Rules, all[i].name) {
				continue
			}
			if y, conditions, ok := all[i].apply(p.node, s.canonical); ok {
				if next, ok := s.step(st, p, y, all[i].name, conditions); ok {
					next.order = append(slices.Clone(st.order), p.distance, i)
					found = append(found, next)
				}
			}
		}
	}
	return found
}

// step returns the state after y is written in place of p, and false if it is
// known already or its conditions cannot hold.
func (s *search) step(st state, p place, y expr.Expr, rule string, conditions []expr.Expr) (state, bool) {
	conditions, possible := addConditions(st.Conditions, conditions)
	if !possible {
		return state{}, false
	}
	focus := st.focus
	if p.above {
		focus = p.node
	}
	var next state
	next.Formula, next.focus = replace(p.node, y, st.Formula, focus)
	if s.seen[next.Formula.ID()] {
		return state{}, false
	}
	s.seen[next.Formula.ID()] = true
	if len(st.Rules) > 0 && s.canonicalOf(next.Formula) == s.canonicalOf(s.original) {
		return state{}, false // it went round
	}
	next.Rules = append(slices.Clone(st.Rules), rule)
	next.Conditions = conditions
	next.Near = st.Near
	next.score, next.size = score(next.Candidate), size(next.Candidate)
	return next, true
}

// canonicalOf returns x in canonical form.
func (s *search) canonicalOf(x expr.Expr) expr.Expr {
	return (&matcher{canonical: s.canonical}).canon(x)
}

// score guesses how good a candidate is. What may cancel counts most, then what
// has to be known before the formula can be used.
func score(c Candidate) int {
	if len(c.Conditions) > 0 {
		return risk(c.Formula) + riskOfCondition
	}
	return risk(c.Formula)
}

// size returns how long a candidate is to write; each rule has to save three
// nodes to be worth its use.
func size(c Candidate) int {
	const nodesPerRule = 3
	return sizeOf(largest, c.Formula) + nodesPerRule*len(c.Rules)
}

// simplify adds the simplified original if that is smaller or less at risk.
func (s *search) simplify(start state) {
	before := sizeOf(largest, s.original)
	if before >= largest {
		return
	}
	simple := start
	simple.Formula, simple.Rules = simplify.Full(s.original), []string{"simplification"}
	simple.score, simple.size = score(simple.Candidate)+riskOfCondition, size(simple.Candidate)
	smaller := sizeOf(before, simple.Formula) < before
	if !s.seen[simple.Formula.ID()] && (smaller || simple.score < start.score) {
		s.found = append(s.found, simple)
	}
}

// place is a node that rules are tried at.
type place struct {
	node     expr.Expr
	distance int
	above    bool // whether the focus is the node or a part of it
}

// places returns the nodes around the focus, the nearest first: the focus, a
// few nodes above it, and those below.
func places(f, focus expr.Expr) []place {
	g := f.Graph()
	ids := expr.Reach(f)
	inner := innerParts(g, ids)
	up := distancesUp(g, ids, focus)
	var out []place
	for _, id := range ids {
		if d := *up.At(id); d > 0 && d <= farthestUp+1 && (id == focus.ID() || !*inner.At(id)) {
			out = append(out, place{g.At(id), 2 * (d - 1), true})
		}
	}
	below := distancesDown(g, focus)
	for _, id := range expr.Reach(focus) {
		if id != focus.ID() && !*inner.At(id) {
			out = append(out, place{g.At(id), 2**below.At(id) - 1, false})
		}
	}
	out = slices.DeleteFunc(out, func(p place) bool { return p.node.NumArgs() == 0 })
	slices.SortStableFunc(out, func(a, b place) int { return cmp.Compare(a.distance, b.distance) })
	return out[:min(len(out), mostPlaces)]
}

// distancesUp returns for each node 1 more than its distance above the focus,
// and 0 for nodes that are not above it.
func distancesUp(g *expr.Graph, ids []expr.ID, focus expr.Expr) expr.Memo[int] {
	up := expr.NewMemo[int](ids)
	for _, id := range ids {
		if id == focus.ID() {
			*up.At(id) = 1
			continue
		}
		for _, a := range g.At(id).ArgIDs() {
			if d := *up.At(a); d > 0 && (*up.At(id) == 0 || d+1 < *up.At(id)) {
				*up.At(id) = d + 1
			}
		}
	}
	return up
}

// distancesDown returns for each node below the focus its distance.
func distancesDown(g *expr.Graph, focus expr.Expr) expr.Memo[int] {
	ids := expr.Reach(focus)
	down := expr.NewMemo[int](ids)
	for i := len(ids) - 1; i >= 0; i-- {
		for _, a := range g.At(ids[i]).ArgIDs() {
			if d := *down.At(ids[i]) + 1; *down.At(a) == 0 || d < *down.At(a) {
				*down.At(a) = d
			}
		}
	}
	return down
}
