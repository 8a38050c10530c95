package compare

import (
	"math"
	"slices"
	"strconv"

	"github.com/gradcmp/gradcmp/compare/referee"
	"github.com/gradcmp/gradcmp/eval/ball"
)

// judgeByTruth judges a partial by what the referee found out, and reports
// whether it found out anything.
func (r *run) judgeByTruth(p *Partial, exact []Route, i, j int) bool {
	if r.truth == nil {
		return false
	}
	f := r.truth.findings[i*len(r.Wrt)+j]
	if r.judgeValueByTruth(p, r.formulaOf(i)) {
		return true
	}
	edges := r.edgesOn(i, j)
	switch f.Kind {
	case referee.GaveUp:
		p.Notes = append(p.Notes, "the referee gave up: "+f.Why)
		return false
	case referee.Derivative:
		r.judgeRoutes(p, exact, edges, i, j)
		if !r.plain {
			r.noteDifferences(p, i, j)
		}
		if r.Curve {
			p.Curve = r.curve(i, j, p.Values[Referee])
		}
		r.judgeEnclosure(p, edges, f, i, j)
		return true
	}
	settled := len(edges) > 0 && !slices.ContainsFunc(edges, func(e edge) bool { return e.kind != convention })
	// A formula such as x/norm(x) may have no value where convention has one.
	failed := nonFinite(p, exact)
	values := valuesOf(p, without(exact, failed))
	excused := len(failed) == 0 || slices.Equal(failed, []Route{Symbolic})
	if settled && excused && len(values) > 0 && r.allAccept(values) && r.judgeEdge(p, edges, values[0], i, j) {
		if len(failed) > 0 {
			p.Notes = append(p.Notes, "the formula, as printed, is undefined there")
		}
		return true
	}
	r.decideFinding(p, f, edges, exact)
	return true
}

func valuesOf(p *Partial, routes []Route) []float64 {
	values := make([]float64, len(routes))
	for k, route := range routes {
		values[k] = p.Values[route]
	}
	return values
}

// decideFinding gives the verdict on a point without a derivative.
func (r *run) decideFinding(p *Partial, f referee.Finding, edges []edge, exact []Route) {
	what := ""
	if len(edges) > 0 {
		what = edges[0].what + ": "
	}
	given := ""
	if len(exact) > 0 {
		given = "; " + r.each(p, exact)
	}
	switch f.Kind {
	case referee.Kink:
		s := sidesFound(f)
		outside := slices.DeleteFunc(without(exact, nonFinite(p, exact)), func(route Route) bool { return !s.both() || s.between(p.Values[route]) })
		if len(outside) > 0 {
			p.Wrong = outside
			p.decide(Wrong, "%s%s wrong: %s, and %s", what, verb(outside, "is", "are"), r.each(p, outside), s)
			return
		}
		p.decide(Kink, "%sthe derivative is %s from the left and %s from the right%s", what, digits(f.Left), digits(f.Right), given)
	case referee.Edge:
		side, slope := "right", f.Right
		if !slope.IsKnown() {
			side, slope = "left", f.Left
		}
		p.decide(DomainEdge, "%sthe function exists on the %s only, with the derivative %s from there%s", what, side, digits(slope), given)
	case referee.Vertical:
		p.decide(DomainEdge, "%sthe derivative is infinite here%s", what, given)
	case referee.Jump:
		p.decide(Jump, "%sthe %s jumps here%s", what, r.noun(), given)
	case referee.Hole:
		p.decide(Hole, "%sthe %s has a hole here%s%s", what, r.noun(), filled(f), given)
	default:
		p.decide(Undefined, "%sthe %s is undefined here%s", what, r.noun(), given)
	}
}

// filled says what the derivative is once a hole is filled.
func filled(f referee.Finding) string {
	if !f.Value.IsKnown() {
		return ""
	}
	return "; filled in, it has the derivative " + digits(f.Value)
}

// digits writes a number of the referee for a note.
func digits(y ball.Ball) string {
	const few = 17
	text, _ := y.Digits(few)
	if text == "" {
		return y.String()
	}
	return text
}

// truth writes the referee's value for a note: the double nearest to it, or more
// digits where that is none.
func (p *Partial) truth() string {
	x := p.Values[Referee]
	if x == 0 && p.Truth.Value != "0" || !isFinite(x) {
		return p.Truth.Value
	}
	return strconv.FormatFloat(x, 'g', -1, 64)
}

// truthOf writes a finding for the report.
func truthOf(f referee.Finding) *Truth {
	t := &Truth{Kind: f.Kind.String(), Why: f.Why}
	t.Value, _ = f.Value.Digits(truthDigits)
	t.Left, _ = f.Left.Digits(truthDigits)
	t.Right, _ = f.Right.Digits(truthDigits)
	return t
}

// judgeValueByTruth judges a partial of a formula whose value a route has wrong:
// one of its functions is. It reports whether one has.
func (r *run) judgeValueByTruth(p *Partial, formula int) bool {
	y := r.truth.values[formula]
	if !y.IsKnown() {
		return false
	}
	truth := nearest(y)
	f := r.F.Elems[formula]
	for _, route := range r.report.Routes {
		v := r.report.RouteValues[route][formula]
		if !isFinite(v) || !isFinite(truth) || math.Abs(v-truth) <= Allowance*ulpOf(truth)+smallest {
			continue
		}
		const safety = 4
		if math.Abs(v-truth) > safety*r.roundingOf(f).bound && !r.branchesApart(p, f) {
			p.decide(Wrong, "%s computes the value %s, and it is %s: one of its functions is wrong", route, spell(v), digits(y))
		}
		if p.Verdict != Agree {
			return true
		}
	}
	return false
}
