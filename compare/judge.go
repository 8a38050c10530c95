package compare

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// judge fills in the differences and the verdict of the partial derivative of
// output i with respect to variable j.
func (r *run) judge(p *Partial, i, j int) {
	var exact []Route // all but finite differences
	var values []float64
	for _, route := range r.report.Routes {
		if route != FiniteDifferences && route != Referee {
			exact = append(exact, route)
			values = append(values, p.Values[route])
		}
	}
	p.Max = widest(values)
	k := r.formulaOf(i)
	value := r.report.Value[k]
	switch {
	case !isFinite(value) && r.values.leavesRange(r.F.Elems[k]) && !r.undefined(k):
		p.decide(Overflow, "the value is %s here: an intermediate result is too large or too small for a double", spell(value))
		r.cure(p, i, j)
	case !isFinite(value):
		p.decide(Undefined, "the value is %s here", spell(value))
		r.noteCulprit(p, r.values, r.F.Elems[k])
	case len(exact) > 0 && r.judgeByTruth(p, exact, i, j):
	case len(exact) == 0, len(r.report.Routes) == 1 && !anyNonFinite(values):
		p.decide(Unchecked, "")
	case r.judgeValue(p, k):
	case !r.allAccept(values):
		r.judgeDiffering(p, exact, i, j)
	case anyNonFinite(values):
		r.judgeSingular(p, p.Values[exact[0]], i, j)
	default:
		r.judgeAgreeing(p, exact, i, j)
	}
}

// judgeValue judges a partial of a formula for which a route that computes values
// by itself has another value than the others, and reports whether one has.
func (r *run) judgeValue(p *Partial, formula int) bool {
	value := r.report.Value[formula]
	for _, route := range []Route{Forward, Hyperdual} {
		if !r.ran(route) || r.Tolerance.Accepts(value, r.report.RouteValues[route][formula]) {
			continue
		}
		p.decide(Wrong, "%s computes the value %s where the others have %s: one of them has a function wrong",
			route, spell(r.report.RouteValues[route][formula]), spell(value))
		return true
	}
	return false
}

// decide sets the verdict, with a note unless it is empty.
func (p *Partial) decide(v Verdict, format string, args ...any) {
	p.Verdict = v
	if format != "" {
		p.Notes = append(p.Notes, fmt.Sprintf(format, args...))
	}
}

func (r *run) allAccept(values []float64) bool {
	for i, a := range values {
		for _, b := range values[:i] {
			if !r.Tolerance.Accepts(a, b) {
				return false
			}
		}
	}
	return true
}

func isFinite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }

func anyNonFinite(values []float64) bool {
	return slices.ContainsFunc(values, func(x float64) bool { return !isFinite(x) })
}

// judgeAgreeing judges a partial on which all exact routes give the same
// finite number.
func (r *run) judgeAgreeing(p *Partial, exact []Route, i, j int) {
	value := p.Values[exact[0]]
	if edges := r.edgesOn(i, j); len(edges) > 0 && r.judgeEdge(p, edges, value, i, j) {
		return
	}
	switch {
	case !r.ran(FiniteDifferences) || r.nearDifference(p, value):
		p.decide(Agree, "")
	case !p.farFromDifference(value):
		p.decide(Agree, "finite differences give %s; they do not decide alone", p.difference())
	case math.Abs(value-p.Values[FiniteDifferences]) <= r.formulaNoise(i, j):
		p.decide(Cancellation, "%s but the digits cancel: finite differences, which take larger steps, give %s",
			gives(exact, value), p.difference())
	default:
		p.decide(Inconclusive, "%s but finite differences give %s: a mistake is shared, or the function bends within their steps",
			gives(exact, value), p.difference())
	}
}

// difference writes the finite difference with its bar.
func (p *Partial) difference() string {
	if math.IsInf(p.FDError, 1) {
		return "no value"
	}
	return fmt.Sprintf("%.9g ± %.0e", p.Values[FiniteDifferences], p.FDError)
}

// nearDifference reports whether a value is the finite difference to within
// its error bar, or there is none.
func (r *run) nearDifference(p *Partial, value float64) bool {
	fd := p.Values[FiniteDifferences]
	return r.Tolerance.Accepts(value, fd) || math.IsInf(p.FDError, 1) || math.Abs(value-fd) <= p.FDError
}

// farFromDifference reports whether a value lies so far from the finite
// difference that its error bar, which is an estimate too, cannot be blamed.
func (p *Partial) farFromDifference(value float64) bool {
	const far = 30
	return math.Abs(value-p.Values[FiniteDifferences]) > far*p.FDError
}

// judgeDiffering judges a partial on which exact routes differ.
func (r *run) judgeDiffering(p *Partial, exact []Route, i, j int) {
	edges := r.edgesOn(i, j)
	failed := nonFinite(p, exact)
	switch {
	case len(edges) > 0 && r.judgeEdgeDiffering(p, edges, exact, failed, i, j):
	case len(failed) > 0:
		r.judgeFailed(p, failed, exact, i, j)
	case r.judgeRounding(p, exact, i, j):
	case r.derivativeLeavesRange(i, j):
		p.decide(Overflow, "%s: an intermediate result is too large or too small for a double", r.each(p, exact))
	default:
		r.judgeWrong(p, exact)
	}
}

// judgeWrong judges a partial on which exact routes give different finite
// numbers, which neither rounding nor an edge explains.
func (r *run) judgeWrong(p *Partial, exact []Route) {
	majority, borneOut := r.majority(p, exact), r.borneOut(p, exact)
	odd := without(exact, majority)
	switch {
	case len(majority) == 0 && len(borneOut) == 0:
		p.decide(Wrong, "%s, and nothing tells which is right", r.each(p, exact))
		return
	case len(majority) == 0:
		odd = without(exact, borneOut)
		majority = borneOut
	case len(borneOut) > 0 && !slices.Contains(borneOut, majority[0]):
		p.decide(Wrong, "%s, but finite differences bear out %s: two routes may share a mistake",
			r.each(p, exact), join(borneOut))
		return
	}
	p.Wrong = odd
	witnesses := majority
	if r.ran(FiniteDifferences) && len(borneOut) > 0 {
		witnesses = append(slices.Clone(majority), FiniteDifferences)
	}
	p.decide(Wrong, "%s: %s", verb(odd, "is", "are")+" wrong", gives(witnesses, p.Values[majority[0]]))
}

// majority returns the two or more exact routes of three that agree.
func (r *run) majority(p *Partial, exact []Route) []Route {
	for i := range exact {
		others := slices.Delete(slices.Clone(exact), i, i+1)
		if len(others) > 1 && r.allAccept([]float64{p.Values[others[0]], p.Values[others[1]]}) {
			return others
		}
	}
	return nil
}

// borneOut returns the exact routes that finite differences bear out; none if
// they bear out all or do not tell, as where the one that they bear out has rules
// in common with them.
func (r *run) borneOut(p *Partial, exact []Route) []Route {
	if !r.ran(FiniteDifferences) || math.IsInf(p.FDError, 1) {
		return nil
	}
	var near []Route
	for _, route := range exact {
		if r.nearDifference(p, p.Values[route]) {
			near = append(near, route)
		}
	}
	if len(near) == len(exact) || slices.Equal(near, r.akin) {
		return nil
	}
	return near
}

func without(routes, removed []Route) []Route {
	return slices.DeleteFunc(slices.Clone(routes), func(r Route) bool { return slices.Contains(removed, r) })
}

func nonFinite(p *Partial, routes []Route) []Route {
	return slices.DeleteFunc(slices.Clone(routes), func(route Route) bool { return isFinite(p.Values[route]) })
}

// each writes what every route gives.
func (r *run) each(p *Partial, routes []Route) string {
	parts := make([]string, len(routes))
	for i, route := range routes {
		parts[i] = gives([]Route{route}, p.Values[route])
	}
	return and(parts)
}

// gives writes that routes give a value.
func gives(routes []Route, value float64) string {
	return verb(routes, "gives", "give") + " " + spell(value)
}

// verb writes a list of routes with a verb.
func verb(routes []Route, one, many string) string {
	if len(routes) == 1 {
		return join(routes) + " " + one
	}
	return join(routes) + " " + many
}

// join writes a list of routes in words.
func join(routes []Route) string {
	names := make([]string, len(routes))
	for i, route := range routes {
		names[i] = route.String()
	}
	return and(names)
}

func and(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// spell writes a number for a note.
func spell(x float64) string {
	switch {
	case math.IsNaN(x):
		return "NaN"
	case math.IsInf(x, 1):
		return "infinity"
	case math.IsInf(x, -1):
		return "minus infinity"
	}
	return fmt.Sprintf("%.9g", x)
}
