package special

// piece is a function on an interval ending at to, as a polynomial in the
// distance t from centre: c0 + c1*t + t^2*(rest[0] + rest[1]*t + …). About a zero c0
// is 0, and the relative error stays small up to the zero itself.
type piece struct {
	to             float64
	centre, c0, c1 dd
	rest           []float64
}

// pieces is a function on consecutive intervals.
type pieces []piece

// at returns the function's value at x, with a relative error of about 2^-58,
// more where c0 and c1 do not dominate the rest.
func (ps pieces) at(x dd) dd {
	i := 0
	for i < len(ps)-1 && x.hi > ps[i].to {
		i++
	}
	p := &ps[i]
	t := x.sub(p.centre)
	rest := float64(float64(t.hi*t.hi) * horner(p.rest, t.hi))
	return p.c0.add(p.c1.mul(t).plus(rest))
}
