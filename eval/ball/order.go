package ball

import "math/big"

// Order is what is known of the order of two numbers.
type Order uint8

const (
	// Overlap says that the order is unknown: balls that have a number in
	// common, or of which one is not [Known].
	Overlap Order = iota
	// Less says that every number of the one is below every number of the other.
	Less
	// Equal is said of exact numbers alone.
	Equal
	// Greater says that every number of the one is above every number of the other.
	Greater
)

// String returns the order as a sign, "?" for [Overlap].
func (o Order) String() string { return [...]string{"?", "<", "=", ">"}[o] }

// Cmp compares the numbers of two balls.
func Cmp(x, y Ball) Order {
	if x.state|y.state != Known {
		return Overlap
	}
	if x.IsExact() && y.IsExact() {
		return [...]Order{Less, Equal, Greater}[x.Mid().Cmp(y.Mid())+1]
	}
	xl, xh := x.Bounds()
	yl, yh := y.Bounds()
	switch {
	case xh.Cmp(yl) < 0:
		return Less
	case yh.Cmp(xl) < 0:
		return Greater
	}
	return Overlap
}

// Overlaps reports whether the balls may have a number in common: it is false
// if they surely have none. A ball that is not [Known] overlaps nothing.
func Overlaps(x, y Ball) bool {
	if x.state|y.state != Known {
		return false
	}
	o := Cmp(x, y)
	return o == Overlap || o == Equal
}

// Abs returns |x|.
func (c Context) Abs(x Ball) Ball {
	if x.state != Known {
		return x
	}
	lo, hi := x.Bounds()
	switch {
	case lo.Sign() >= 0:
		return c.Round(x)
	case hi.Sign() <= 0:
		return c.Round(c.Neg(x))
	}
	if lo = new(big.Float).Neg(lo); lo.Cmp(hi) > 0 {
		hi = lo
	}
	return c.between(zero, hi)
}

// Min returns the lesser of x and y, as one of them where the order is known.
func (c Context) Min(x, y Ball) Ball {
	return c.Neg(c.Max(c.Neg(x), c.Neg(y)))
}

// Max returns the greater of x and y, as one of them where the order is known.
// Where it is not, the result goes from the greater of the lower ends to the
// greater of the upper ends.
func (c Context) Max(x, y Ball) Ball {
	if x.state|y.state != Known {
		return None(worst(x, y))
	}
	switch Cmp(x, y) {
	case Greater, Equal:
		return c.Round(x)
	case Less:
		return c.Round(y)
	}
	lo, hi := x.Bounds()
	yl, yh := y.Bounds()
	if yl.Cmp(lo) > 0 {
		lo = yl
	}
	if yh.Cmp(hi) > 0 {
		hi = yh
	}
	return c.between(lo, hi)
}
