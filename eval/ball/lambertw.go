package ball

import (
	"math"
	"math/big"
)

// LambertW returns the principal real branch of the inverse of w*e^w, for
// x >= -1/e. It is [Undefined] below, and [Unknown] where x may be there or
// lies nearer to -1/e than the budget tells. LambertW(0) = 0 is exact.
//
// It increases, so over a ball the values at the ends enclose it. Those are
// found by Newton's method at rising precision (R. M. Corless et al., "On the
// Lambert W function", Advances in Computational Mathematics 5 (1996), 329–359),
// of which every step is an enclosure: see lambertStep.
func (c Context) LambertW(x Ball) Ball {
	if x.state != Known {
		return x
	}
	if x.IsExact() {
		return c.lambertW(x.Mid())
	}
	lo, hi := x.Bounds()
	a, b := c.lambertW(lo), c.lambertW(hi)
	if a.state == Undefined && b.state != Undefined {
		return None(Unknown)
	}
	return c.Hull(a, b)
}

// lambertW returns W(x).
func (c Context) lambertW(x *big.Float) Ball {
	e := x.MantExp(nil)
	switch {
	case x.Sign() == 0:
		return Ball{}
	case x.IsInf() && x.Sign() < 0:
		return None(Undefined)
	case x.IsInf():
		return None(Beyond)
	case e < -int(c.Bits)-4:
		// |W(x) - x| <= 2x^2 for |x| <= 1/8, where |W| <= 1.2|x| and so
		// |W - x| = |x| |e^-W - 1| <= |x| * 1.2|W|.
		m := magnitude(x)
		return c.Round(Exact(x)).widen(m.Mul(m).Mul(power(1)))
	case x.Cmp(big.NewFloat(-0.36)) >= 0:
		return c.lambertFrom(lambertGuess(x), 1, x)
	}
	return c.lambertBranch(x)
}

// lambertBranch returns W(x) for x < -0.36, next to the branch point -1/e or
// below it. With d = e*x + 1 and p = sqrt(2d), u = W + 1 solves
//
//	p^2 = 2 - 2(1-u)e^u = u^2 + 2/3 u^3 + 1/4 u^4 + 1/15 u^5 + …,
//
// so that u = p - p^2/3 + 11/72 p^3 - 43/540 p^4 + … (DLMF 4.13.6). For
// 0 <= u <= 1 the right side is between u^2 and (u + u^2)^2, its terms from u^4
// on being below u^4 together: hence |u - p| <= u^2 <= p^2.
func (c Context) lambertBranch(x *big.Float) Ball {
	w := Context{max(128, c.Bits, x.Prec()+16), c.Budget}
	var d Ball
	for {
		d = w.Add(w.Mul(w.Exp(FromInt(1)), Exact(x)), FromInt(1))
		if !d.mayBeZero() && d.Accuracy() >= 40+int64(c.Bits/2) {
			break
		}
		if w.Bits *= 2; w.Bits > c.budget() {
			return None(Unknown)
		}
	}
	if d.Mid().Sign() < 0 {
		return None(Undefined)
	}
	p := w.Sqrt(w.Scale(d, 1))
	size := p.Mid().MantExp(nil)
	if size < -int(c.Bits)/2-6 {
		_, m := p.leastMagnitudes()
		return c.Round(w.Sub(p, FromInt(1))).widen(m.Mul(m))
	}
	// 1 - p/3 + 11/72 p^2 - 43/540 p^3 is near enough.
	g := toDouble(p.Mid())
	u := new(big.Float).SetPrec(64).Mul(p.Mid(), big.NewFloat(1-g*(1.0/3-g*(11.0/72-g*43/540))))
	lost := uint(max(0, -size))
	return c.lambertFrom(new(big.Float).SetPrec(64+lost).Sub(u, big.NewFloat(1)), lost+1, x)
}

// lambertFrom returns W(x) from a first guess w, with lost = -log2(1+W) bits or
// a few more.
func (c Context) lambertFrom(w *big.Float, lost uint, x *big.Float) Ball {
	// Next to the branch point f(w) = w*e^w - x is about (1+w)^2: it takes twice
	// the bits lost to see it at all. From there the bits of 1+w, of which the
	// guess has some 40, about double with each step; the last step, of all that
	// W should have, is taken again if they are too few.
	full := max(c.Bits+12, lost+16) - lost
	halvings := 0
	for full>>halvings > 70 {
		halvings++
	}
	for range 40 {
		work := Context{full>>halvings + 2*lost + 8, c.Budget}
		y, ok := work.lambertStep(w, x)
		if !ok {
			return None(Unknown)
		}
		if halvings == 0 && y.Accuracy() >= int64(c.Bits)+4 {
			return c.Round(y)
		}
		halvings = max(0, halvings-1)
		w = y.Mid()
	}
	return None(Unknown)
}

// lambertStep returns an enclosure of W(x) from an approximation w. It reports
// false if w is too far off.
//
// Let f(w) = w*e^w - x and r = 2|f(w)|/f'(w), f'(w) = e^w (1+w). If r <= 1/4
// and r <= (1+w)/4, then f' = e^t (1+t) is e^-1/4 * 3/4 > 1/2 of f'(w) or more
// where |t - w| <= r, so that f changes its sign there and |W - w| <= r. Then by
// Taylor's theorem W = w - f(w)/f'(w) - f”(t)/(2f'(w)) (W-w)^2, and with
// f”(t) = e^t (2+t) the last term is at most e^1/4 (2.25+w)/(2(1+w)) r^2.
func (c Context) lambertStep(w, x *big.Float) (y Ball, ok bool) {
	at := Exact(w)
	exp := c.Exp(at)
	u := c.Add(at, FromInt(1))
	if u.Mid().Sign() <= 0 || u.mayBeZero() {
		return y, false
	}
	least, greatest := u.leastMagnitudes()
	change := c.Quo(c.Sub(c.Mul(at, exp), Exact(x)), c.Mul(exp, u))
	if change.state != Known {
		return y, false
	}
	_, r := change.leastMagnitudes()
	r = r.Mul(power(1))
	if r.Cmp(power(-2)) > 0 || r.Mul(power(2)).Cmp(least) > 0 {
		return y, false
	}
	const half = 2630 // e^1/4 / 2 = 0.642… in units of 2^-12, rounded up
	rest := greatest.Add(magOf(5, -2)).Quo(least).Mul(r).Mul(r).Mul(magOf(half, -12))
	return c.Sub(at, change).widen(rest), true
}

// lambertGuess returns about W(x) for x >= -0.36: 40 bits or so.
func lambertGuess(x *big.Float) *big.Float {
	e := x.MantExp(nil)
	if e < -40 {
		return x
	}
	w := 0.0
	if e > 4 {
		m, _ := new(big.Float).SetMantExp(x, -e).Float64()
		log := math.Log(m) + float64(e)*math.Ln2
		w = log - math.Log(log)
		for range 4 { // Newton's method for w + log(w) = log(x)
			w *= (1 + log - math.Log(w)) / (1 + w)
		}
		return big.NewFloat(w)
	}
	f := toDouble(x)
	w = math.Log1p(f)
	if f < -0.2 {
		p := math.Sqrt(2 * (math.E*f + 1))
		w = -1 + p*(1-p*(1.0/3-p*11/72))
	}
	for range 4 { // Halley's
		exp := math.Exp(w)
		diff := w*exp - f
		w -= diff / (exp*(w+1) - (w+2)*diff/(2*w+2))
	}
	return big.NewFloat(w)
}
