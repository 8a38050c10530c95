package compare

import (
	"math"
	"slices"

	"github.com/gradcmp/gradcmp/expr"
)

// conventionWords says what a derivative by convention is.
var conventionWords = map[expr.Convention]string{
	expr.Torch:   "PyTorch's convention",
	expr.JAX:     "JAX's convention",
	expr.Left:    "the left derivative",
	expr.Right:   "the right derivative",
	expr.MinNorm: "the subgradient of least norm",
}

// edgesOn returns the edges that output i meets on the way to variable j; where
// the output is a derivative of the formula, also those on the way to the
// variable that it is by.
func (r *run) edgesOn(i, j int) []edge {
	k := r.formulaOf(i)
	vars := []expr.Expr{r.Wrt[j]}
	if r.rows != nil {
		vars = append(vars, r.rows[i%len(r.rows)])
	}
	return onTheWay(r.edges[k], r.F.Elems[k], vars...)
}

// judgeEdge judges a partial on which all exact routes give the same finite
// number at an edge, and reports whether the edge decides.
func (r *run) judgeEdge(p *Partial, edges []edge, value float64, i, j int) bool {
	s := r.sidesOf(i, j)
	first := edges[0]
	settled := true
	for _, e := range edges {
		if settled && e.kind != convention {
			first, settled = e, false
		}
	}
	switch {
	case s.smooth() && s.between(value) && settled:
		p.decide(Agree, "%s, but the formula is smooth here", first.what)
	case s.smooth() && s.between(value):
		return false
	case s.smooth() && settled:
		p.decide(Convention, "%s, where %s is %s; but the formula is smooth here, and its true derivative is %s",
			first.what, spell(value), conventionWords[r.Convention], s.right)
	case s.smooth():
		p.decide(Inconclusive, "%s: the routes differentiate the piece that they are on and give %s, but finite differences give %s",
			first.what, spell(value), s.right)
	case settled && s.both():
		p.decide(Convention, "%s: %s; %s is %s", first.what, s, spell(value), conventionWords[r.Convention])
	case settled:
		p.decide(Convention, "%s; %s is %s", first.what, spell(value), conventionWords[r.Convention])
	case s.jump:
		p.decide(Jump, "%s, and the %s jumps", first.what, r.noun())
	case s.both():
		p.decide(Kink, "%s: %s", first.what, s)
	case first.kind == border:
		p.decide(DomainEdge, "%s; the routes give %s", first.what, spell(value))
	default:
		p.decide(Kink, "%s: %s", first.what, s)
	}
	return true
}

// withoutSlope reports whether the convention has no derivative on an edge, as
// PyTorch has none for hypot at the origin.
func (r *run) withoutSlope(e edge) bool {
	if e.kind != convention {
		return false
	}
	x := r.F.Elems[0].Graph().At(e.node)
	if x.Op() == expr.OpSelect {
		return r.Convention == expr.Error
	}
	const ties = 2 // any number of them: only whether there is a slope counts
	return math.IsNaN(x.Func().Info().Slope(r.Convention, ties))
}

// judgeEdgeDiffering judges a partial on which exact routes differ at an edge,
// and reports whether the edge explains it.
func (r *run) judgeEdgeDiffering(p *Partial, edges []edge, exact, failed []Route, i, j int) bool {
	s := r.sidesOf(i, j)
	first := edges[0]
	onBorder := slices.IndexFunc(edges, func(e edge) bool { return e.kind == border })
	if onBorder >= 0 {
		first = edges[onBorder]
	}
	right := without(exact, failed)
	if at := slices.IndexFunc(edges, r.withoutSlope); at >= 0 && len(failed) > 0 {
		// A formula such as 0 for the second derivative of abs may have lost the kink.
		p.decide(Kink, "%s, and the convention does not say what the derivative is: %s", edges[at].what, r.each(p, exact))
		return true
	}
	if onBorder < 0 && len(failed) > 0 {
		// Only the border of a domain excuses NaN and infinities; but a formula
		// such as x/norm(x) may have no value where convention has one.
		if !slices.Equal(failed, []Route{Symbolic}) || first.kind != convention || !r.judgeEdge(p, edges, p.Values[right[0]], i, j) {
			return false
		}
		p.Notes = append(p.Notes, "the formula, as printed, is undefined there")
		return true
	}
	outside := slices.DeleteFunc(slices.Clone(right), func(route Route) bool { return s.between(p.Values[route]) })
	switch {
	case s.jump:
		p.decide(Jump, "%s, and the %s jumps: %s", first.what, r.noun(), r.each(p, exact))
	case s.smooth() && len(failed) > 0 && len(outside) == 0:
		p.decide(Undefined, "%s: %s; finite differences give %s", first.what, r.each(p, exact), s.right)
	case s.smooth():
		return false
	case s.both() && len(outside) == 0:
		p.decide(Kink, "%s: %s; %s", first.what, s, r.each(p, exact))
	case s.both():
		p.Wrong = outside
		p.decide(Wrong, "%s wrong: %s, and %s", verb(outside, "is", "are"), first.what, s)
	case onBorder >= 0:
		p.decide(DomainEdge, "%s: %s", first.what, r.each(p, exact))
	default:
		p.decide(Kink, "%s, and the routes take different sides: %s", first.what, r.each(p, exact))
	}
	return true
}

// judgeSingular judges a partial on which all exact routes give the same
// infinity or NaN.
func (r *run) judgeSingular(p *Partial, value float64, i, j int) {
	edges := r.edgesOn(i, j)
	s := sides{left: noEstimate(), right: noEstimate()}
	where := ""
	if len(edges) > 0 {
		s = r.sidesOf(i, j)
		where = edges[0].what + ": "
	}
	switch {
	case s.smooth():
		p.decide(Undefined, "%severy route gives %s, but finite differences give %s", where, spell(value), s.right)
	case s.both():
		p.decide(Kink, "%s%s", where, s)
	case r.derivativeLeavesRange(i, j):
		p.decide(Overflow, "every route gives %s: an intermediate result is too large or too small for a double", spell(value))
	case math.IsInf(value, 0):
		p.decide(DomainEdge, "%sthe derivative is infinite here", where)
	case s.left.exists():
		p.decide(DomainEdge, "%severy route gives NaN; from the left the derivative is %s", where, s.left)
	case s.right.exists():
		p.decide(DomainEdge, "%severy route gives NaN; from the right the derivative is %s", where, s.right)
	default:
		p.decide(Undefined, "%severy route gives NaN", where)
	}
}

// judgeFailed judges a partial on which some exact routes give NaN or an
// infinity and others do not, away from any edge.
func (r *run) judgeFailed(p *Partial, failed, exact []Route, i, j int) {
	right := without(exact, failed)
	switch {
	case r.derivativeLeavesRange(i, j):
		p.Wrong = failed
		p.decide(Overflow, "an intermediate result of %s is too large or too small for a double", join(failed))
	case len(right) == 0:
		p.decide(Undefined, "%s", r.each(p, exact))
	case anyNonFinite(r.at):
		p.decide(Undefined, "a coordinate is not finite: %s", r.each(p, exact))
	default:
		p.Wrong = failed
		p.decide(Wrong, "%s wrong: %s, where %s", verb(failed, "is", "are"), r.each(p, failed), r.each(p, right))
	}
}
