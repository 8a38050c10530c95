package ball

import "math/big"

// add sets z to x + y, correctly rounded in z's precision and mode.
//
// [big.Float.Add] first aligns the two, which for 2^(2^31) + 2^-(2^31) would
// take half a gigabyte. Where they are that far apart y matters by its sign
// alone, and a number closer to x takes its place.
func add(z, x, y *big.Float) *big.Float {
	x, y = near(z, x, y)
	return z.Add(x, y)
}

// sub sets z to x - y, as add does.
func sub(z, x, y *big.Float) *big.Float {
	x, y = near(z, x, y)
	return z.Sub(x, y)
}

// near returns x and y, the smaller one drawn nearer to the other if they are
// far apart, so that x ± y rounds to the same number in z.
//
// Let |x| be the greater, x < 2^e. x, the numbers of z's precision about x and
// the middles between them are multiples of g = 2^(e-n), with n the greater of
// x's precision and z's plus 2 (the numbers below a power of two lie twice as
// close). So all y of one sign and 0 < |y| < g round to the same number.
func near(z, x, y *big.Float) (nearX, nearY *big.Float) {
	if x.Sign() == 0 || y.Sign() == 0 {
		return x, y
	}
	ex, ey := int64(x.MantExp(nil)), int64(y.MantExp(nil))
	if last := ex - int64(max(z.Prec()+2, x.Prec())); ey < last-1 {
		return x, setLeast(new(big.Float), y.Sign(), last)
	}
	if last := ey - int64(max(z.Prec()+2, y.Prec())); ex < last-1 {
		return setLeast(new(big.Float), x.Sign(), last), y
	}
	return x, y
}

// setLeast sets z to half of 2^e with the sign.
func setLeast(z *big.Float, sign int, e int64) *big.Float {
	return z.SetMantExp(big.NewFloat(0.5*float64(sign)), int(e))
}

// shift sets z to x*2^n, in two steps since an int of 32 bits does not hold all
// differences of exponents.
func shift(z, x *big.Float, n int64) *big.Float {
	return z.SetMantExp(z.SetMantExp(x, int(n/2)), int(n-n/2))
}
