package ball

import "math/big"

// Atan returns the inverse tangent.
func (c Context) Atan(x Ball) Ball { return c.Atan2(x, FromInt(1)) }

// Acot returns the inverse cotangent atan(1/x), which is odd and jumps at 0:
// it is pi/2 there, and a ball with 0 and numbers below gives [-pi/2, pi/2].
func (c Context) Acot(x Ball) Ball {
	if x.state != Known {
		return x
	}
	lo, hi := x.Bounds()
	switch {
	case lo.Sign() >= 0:
		return c.Atan2(FromInt(1), x)
	case hi.Sign() < 0:
		return c.Neg(c.Atan2(FromInt(1), c.Neg(x)))
	}
	quarter := c.rightAngles(1)
	return c.Hull(c.Neg(quarter), quarter)
}

// Atan2 returns the angle of the point (x, y), in (-pi, pi], and 0 for (0, 0).
// A ball that holds points on either side of the cut, which is y = 0 with x <
// 0, or the point (0, 0) and others, gives all angles of its quadrants.
//
// Elsewhere the angle varies by |x dy - y dx|/(x^2 + y^2) along the box of the
// points. If the box is small beside its distance from (0, 0), a bound of
// that, times the radii, goes to the radius. If it is not, the extremes of the
// angle are at corners, since it has no local extremum on a straight line.
func (c Context) Atan2(y, x Ball) Ball {
	switch {
	case x.state|y.state != Known:
		return None(worst(y, x))
	case y.IsExact() && x.IsExact():
		return c.angle(y.Mid(), x.Mid())
	}
	yl, yh := y.Bounds()
	xl, xh := x.Bounds()
	aroundZero := yl.Sign() <= 0 && yh.Sign() >= 0 && xl.Sign() <= 0 && xh.Sign() >= 0
	acrossCut := yl.Sign() < 0 && yh.Sign() >= 0 && xl.Sign() < 0
	if aroundZero || acrossCut {
		return c.quadrants(yl, yh, xl, xh)
	}
	y, x = trim(y), trim(x)
	low := Context{slopeBits, c.Budget}
	if square := low.Add(low.Sqr(x), low.Sqr(y)); square.IsKnown() && square.rad.Cmp(magnitude(square.Mid()).scaled(-4)) <= 0 {
		least, _ := square.leastMagnitudes()
		_, a := x.leastMagnitudes()
		_, b := y.leastMagnitudes()
		change := a.Mul(y.rad).Add(b.Mul(x.rad)).Quo(least)
		return c.angle(y.Mid(), x.Mid()).widen(change)
	}
	if yl.IsInf() || yh.IsInf() || xl.IsInf() || xh.IsInf() {
		return None(Unknown)
	}
	hull := c.Hull(c.angle(yl, xl), c.angle(yh, xh))
	if !x.IsExact() && !y.IsExact() {
		hull = c.Hull(hull, c.Hull(c.angle(yl, xh), c.angle(yh, xl)))
	}
	return hull
}

// quadrants returns the ball of all angles of the quadrants that have points
// of a box about (0, 0) or the cut.
func (c Context) quadrants(yl, yh, xl, xh *big.Float) Ball {
	from, to := int64(0), int64(0) // in right angles
	if yh.Sign() > 0 {
		to = 1
	}
	if yl.Sign() < 0 {
		from = -1
	}
	if xl.Sign() < 0 {
		to = 2 // y = 0 with x < 0 is on this side
		if yl.Sign() < 0 {
			from = -2
		}
	}
	return c.Hull(c.rightAngles(from), c.rightAngles(to))
}

// rightAngles returns n*pi/2.
func (c Context) rightAngles(n int64) Ball {
	if n == 0 {
		return Ball{}
	}
	w := c.with(4)
	return c.Round(w.Scale(w.MulInt(w.Pi(), n), -1))
}

// angle returns the angle of the point (x, y), with a small relative error.
func (c Context) angle(y, x *big.Float) Ball {
	var a Ball
	switch {
	case y.Sign() == 0 && x.Sign() < 0:
		return c.rightAngles(2)
	case y.Sign() == 0:
		return Ball{}
	case x.Sign() == 0:
		a = c.rightAngles(1)
	default:
		up, right := new(big.Float).Abs(y), new(big.Float).Abs(x)
		if x.Sign() > 0 {
			a = c.arctanRatio(up, right)
		} else {
			w := c.with(4)
			a = c.Sub(w.Pi(), w.arctanRatio(up, right))
		}
	}
	if y.Sign() < 0 {
		return c.Neg(a)
	}
	return a
}
