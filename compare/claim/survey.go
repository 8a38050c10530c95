package claim

// What a survey looks at.
const (
	pointsTried   = 3 // times as many as are wanted, where the formula is not defined at all
	step          = 0x1p-10
	isolationLook = 16 // most points that are looked at closely
)

// survey is how two formulas stand to each other at the points of a sequence.
type survey struct {
	readings []reading // that count: in the formula's domain, both told
	equal    int       // how many are the same
	isolated []reading // off, but the same next to it
	off      []reading // off, and not known to be isolated
}

// enough returns at how many points a pair is compared: fewer than are wanted,
// but not below three, if the program is very long.
func (p *pair) enough(wanted int) int {
	const mostWork = 200_000 // instructions at all points
	return min(wanted, max(3, mostWork/(1+len(p.program.Code()))))
}

// survey reads a pair along the points until n of them count.
func (p *pair) survey(points []point, n int) survey {
	var s survey
	n = p.enough(n)
	points = points[:min(len(points), pointsTried*n)]
	looked := 0
	for _, x := range points {
		if len(s.readings) >= n {
			break
		}
		r := p.at(x)
		switch {
		case r.relation == nothing:
		case r.defined && r.relation == same:
			s.readings = append(s.readings, r)
			s.equal++
		case len(s.off) == 0 && looked < isolationLook:
			looked++
			if p.isIsolated(r) {
				s.isolated = append(s.isolated, r)
				continue
			}
			fallthrough
		default:
			if r.defined && (r.relation != onlyClaim || p.isInside(r)) {
				s.readings = append(s.readings, r)
				s.off = append(s.off, r)
			}
		}
	}
	return s
}

// visit looks at points where the two may be off in isolation.
func (p *pair) visit(s *survey, points []point) {
	for _, x := range points {
		r := p.at(x)
		if r.relation != nothing && !(r.defined && r.relation == same) && p.isIsolated(r) {
			s.isolated = append(s.isolated, r)
		}
	}
}

// isInside reports whether the formula is defined around a point too. Where it
// is not, as a^x at a = -1 and x = 2, there is no derivative to be claimed.
func (p *pair) isInside(r reading) bool {
	return p.at(r.at.moved(step)).defined && p.at(r.at.moved(-step)).defined
}

// isIsolated reports whether the two are the same next to a point on every
// side where the formula is defined. Where it is not defined at the point they
// have to be on both.
func (p *pair) isIsolated(r reading) bool {
	if len(r.at) == 0 {
		return false
	}
	count := 0
	for _, s := range []float64{step, -step, 3 * step, -3 * step} {
		next := p.at(r.at.moved(s))
		switch {
		case next.defined && next.relation == same:
			count++
		case next.defined && next.relation != nothing, !r.defined:
			return false
		}
	}
	return count >= 2
}

// tied reports whether a point stays an exception when two coordinates, which
// are equal, move together.
func (p *pair) tied(r reading, i, j int) bool {
	if r.at[i].Cmp(r.at[j]) != 0 {
		return false
	}
	next := p.at(r.at.movedAlone(i, step).movedAlone(j, step))
	return next.relation != same && next.relation != nothing || next.relation == same && !next.defined
}

// where returns which coordinates make a point an exception: those that cannot
// be moved alone without leaving it.
func (p *pair) where(r reading) []bool {
	matters := make([]bool, len(r.at))
	for j := range r.at {
		next := p.at(r.at.movedAlone(j, step))
		matters[j] = next.defined && next.relation == same
	}
	return matters
}
