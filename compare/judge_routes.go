package compare

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/gradcmp/gradcmp/compare/referee"
	"github.com/gradcmp/gradcmp/expr"
)

// judgeRoutes judges the routes against a derivative that is known.
func (r *run) judgeRoutes(p *Partial, exact []Route, edges []edge, i, j int) {
	truth := p.Values[Referee]
	p.Accounts = map[Route]Account{}
	var off []Route
	for _, route := range r.report.Routes {
		if route == Referee {
			continue
		}
		p.Accounts[route] = accountOf(p.Values[route], truth)
		if route != FiniteDifferences && !r.accepted(p, route, truth, i, j) {
			off = append(off, route)
		}
	}
	switch failed := nonFinite(p, off); {
	case math.IsInf(truth, 0), len(off) > 0 && r.isTiny(truth, i, j):
		p.decide(Overflow, "the derivative, %s, is out of the range of doubles: %s", p.truth(), r.each(p, exact))
	case len(off) == 0:
		r.noteSmoothness(p, edges)
	case len(failed) > 0:
		r.judgeFailedHere(p, failed, off, edges, i, j)
	case slices.ContainsFunc(edges, func(e edge) bool { return e.kind == convention }):
		p.decide(Convention, "%s: %s by %s; but the formula is smooth here, and its derivative is %s",
			edges[0].what, r.each(p, off), conventionWords[r.Convention], spell(truth))
	case slices.ContainsFunc(edges, func(e edge) bool { return e.kind == comparison }):
		p.Wrong = off
		p.decide(Wrong, "%s: %s, but the derivative is %s: the routes differentiate the piece of the formula that they are on",
			edges[0].what, r.each(p, off), p.truth())
	default:
		r.judgeOff(p, off, i, j)
	}
}

// judgeEnclosure holds the derivative by the rules of the reverse sweep in balls,
// which is rigorous given the rules, against the referee's, which needs none: where
// they differ one of those rules is wrong. At a kink a rule has a convention.
func (r *run) judgeEnclosure(p *Partial, edges []edge, f referee.Finding, i, j int) {
	y := r.enclosure(r.truth, i, j)
	if len(edges) > 0 || !y.IsKnown() || f.Value.IsExact() || y.Accuracy() < agreeingBits || sameNumber(y, f.Value) {
		return
	}
	p.decide(Wrong, "the enclosure of the derivative by its rules, %s, misses the referee's value, %s: a rule of the reverse sweep in balls is wrong",
		digits(y), digits(f.Value))
}

// agreeingBits is how well an enclosure must be known to contradict.
const agreeingBits = 70

// isTiny reports whether a derivative is smaller than any double though it is
// not 0.
func (r *run) isTiny(truth float64, i, j int) bool {
	f := r.truth.findings[i*len(r.Wrt)+j]
	return truth == 0 && f.Value.Mid().Sign() != 0
}

// accepted reports whether a route's value is as good as doubles allow.
func (r *run) accepted(p *Partial, route Route, truth float64, i, j int) bool {
	v := p.Values[route]
	if r.Override != nil {
		return r.Override.Accepts(v, truth)
	}
	if v == truth {
		return true
	}
	if !isFinite(v) || !isFinite(truth) {
		return false
	}
	a := p.Accounts[route]
	scale := truth
	if truth == 0 { // it has no digits: those of the terms that cancel count
		greatest, _ := r.paths(i, j)
		scale = math.Max(greatest, r.roundingOn(route, i, j).largest)
	}
	a.Unit = ulpOf(scale)
	a.Allowed = Allowance*a.Unit + smallest
	if math.Abs(v-truth) > a.Allowed { // only then is the sensitivity asked for
		r.allow(&a, scale, i, j)
	}
	p.Accounts[route] = a
	return math.Abs(v-truth) <= a.Allowed
}

// noteSmoothness gives the verdict that all routes agree, with a note where a
// function on the way has a kink and the formula has none.
func (r *run) noteSmoothness(p *Partial, edges []edge) {
	at := slices.IndexFunc(edges, func(e edge) bool { return e.kind == convention })
	if at < 0 {
		p.decide(Agree, "")
		return
	}
	p.decide(Agree, "%s, but the formula is smooth here", edges[at].what)
}

// judgeFailedHere judges routes that give NaN or an infinity where there is a
// derivative.
func (r *run) judgeFailedHere(p *Partial, failed, off []Route, edges []edge, i, j int) {
	where := ""
	if at := slices.IndexFunc(edges, func(e edge) bool { return e.kind != convention }); at >= 0 {
		where = edges[at].what + ": "
	}
	switch {
	case where == "" && r.derivativeLeavesRange(i, j):
		p.Wrong = failed
		p.decide(Overflow, "an intermediate result of %s is too large or too small for a double: %s, and the derivative is %s",
			join(failed), r.each(p, failed), p.truth())
		if p.Remedy = r.remedy(p, expr.Expr{}, i, j); p.Remedy != nil {
			p.Notes = append(p.Notes, p.Remedy.String())
		}
	case where != "" || slices.ContainsFunc(edges, r.withoutSlope):
		p.decide(Undefined, "%s%s, and the derivative is %s", where, r.each(p, failed), p.truth())
	default:
		p.Wrong = off
		p.decide(Wrong, "%s wrong: %s, and the derivative is %s", verb(off, "is", "are"), r.each(p, off), p.truth())
	}
	r.noteNonFinite(p, i, j)
}

// judgeOff judges routes that give finite numbers that are off: rounding or
// underflow explains them, or their rules are wrong.
func (r *run) judgeOff(p *Partial, off []Route, i, j int) {
	var wrong []Route
	lost := rounding{}
	for _, route := range off {
		a := p.Accounts[route]
		b := r.roundingOn(route, i, j)
		a.Rounding = b.bound
		p.Accounts[route] = a
		if !r.explains(route, b, a, i, j) {
			wrong = append(wrong, route)
			continue
		}
		if b.digits > lost.digits || !lost.culprit.IsValid() {
			lost = b
		}
	}
	switch {
	case len(wrong) > 0 && !r.derivativeLeavesRange(i, j):
		p.Wrong = wrong
		p.decide(Wrong, "%s wrong: %s, and the derivative is %s", verb(wrong, "is", "are"), r.each(p, wrong), p.truth())
		for _, route := range wrong {
			if r.plain {
				break
			}
			if text := r.ruleAtFault(route, i, j); text != "" {
				p.Notes = append(p.Notes, text)
			}
		}
	case r.derivativeLeavesRange(i, j):
		p.decide(Overflow, "%s, and the derivative is %s: an intermediate result is too large or too small for a double",
			r.each(p, off), p.truth())
	case r.branchesApart(p, r.outputs[i]):
	default:
		p.decide(Cancellation, "%s, and the derivative is %s: %s", r.each(p, off), p.truth(), r.lossIn(lost))
		if lost.culprit.IsValid() {
			r.show(p, lost.culprit.ID())
		}
	}
	if r.plain {
		return
	}
	worst := slices.MaxFunc(off, func(a, b Route) int { return cmp.Compare(p.Accounts[a].Error.Absolute, p.Accounts[b].Error.Absolute) })
	p.Notes = append(p.Notes, p.receipt(worst))
	if p.Verdict == Cancellation || p.Verdict == Overflow {
		if p.Remedy = r.remedy(p, lost.culprit, i, j); p.Remedy != nil {
			p.Notes = append(p.Notes, p.Remedy.String())
		}
	}
}

// receipt writes the account of a route's error.
func (p *Partial) receipt(route Route) string {
	a := p.Accounts[route]
	return fmt.Sprintf("%s: error %.1e, %.1f digits right; allowed %.1e = %d*(%.1e, the ulp of the derivative, + %.1e, "+
		"coordinates and literals moved by theirs); rounding explains %.1e",
		route, a.Error.Absolute, a.Digits, a.Allowed, Allowance, a.Unit, a.Sensitivity, a.Rounding)
}
