package expr

import "math/big"

// MaxDigits is the size, in decimal digits of numerator and denominator
// together, beyond which exact arithmetic declines to answer.
const MaxDigits = 10_000

// Neg returns -x.
func (x Number) Neg() Number {
	if x.big != nil {
		return fromRat(new(big.Rat).Neg(x.big), x.decimal)
	}
	x.num = -x.num
	return x
}

// Abs returns |x|.
func (x Number) Abs() Number {
	if x.Sign() < 0 {
		return x.Neg()
	}
	return x
}

// Add returns x + y. Like every operation on two numbers it marks the result
// as a decimal if either operand is one and the result has a finite decimal
// expansion that is not a plain integer.
func (x Number) Add(y Number) Number {
	if x.IsSmall() && y.IsSmall() {
		a, b := x.denominator(), y.denominator()
		return small(x.num*b+y.num*a, a*b, x.decimal || y.decimal)
	}
	return fromRat(new(big.Rat).Add(x.rat(), y.rat()), x.decimal || y.decimal).tidy()
}

// Sub returns x - y.
func (x Number) Sub(y Number) Number { return x.Add(y.Neg()) }

// Mul returns x*y.
func (x Number) Mul(y Number) Number {
	if x.IsSmall() && y.IsSmall() {
		return small(x.num*y.num, x.denominator()*y.denominator(), x.decimal || y.decimal)
	}
	return fromRat(new(big.Rat).Mul(x.rat(), y.rat()), x.decimal || y.decimal).tidy()
}

// Inv returns 1/x. It panics if x is 0.
func (x Number) Inv() Number {
	return fromRat(new(big.Rat).Inv(x.rat()), x.decimal).tidy()
}

// Pow returns x^n, and false if x is 0 and n negative or if the result may
// have more than [MaxDigits] digits. 0^0 is 1.
func (x Number) Pow(n int64) (Number, bool) {
	if n < 0 {
		if x.IsZero() || n == -n {
			return Number{}, false
		}
		return x.Inv().Pow(-n)
	}
	switch {
	case n == 0:
		return Int(1), true
	case x.IsZero() || x.IsOne():
		return x.tidy(), true
	case x.Neg().IsOne():
		if n%2 == 0 {
			x = x.Neg()
		}
		return x.tidy(), true
	}
	if n > 4*MaxDigits || int64(x.Digits()+1)*n > 4*MaxDigits {
		return Number{}, false
	}
	e := big.NewInt(n)
	r := x.rat()
	num := new(big.Int).Exp(r.Num(), e, nil)
	den := new(big.Int).Exp(r.Denom(), e, nil)
	y := fromRat(new(big.Rat).SetFrac(num, den), x.decimal).tidy()
	return y, y.Digits() <= MaxDigits
}

// Root returns the n-th root of x for n >= 2 where it is rational, and false
// where it is not or x is negative.
func (x Number) Root(n int64) (Number, bool) {
	if x.Sign() < 0 || n < 2 {
		return Number{}, false
	}
	r := x.rat()
	num, ok1 := intRoot(r.Num(), n)
	den, ok2 := intRoot(r.Denom(), n)
	if !ok1 || !ok2 {
		return Number{}, false
	}
	return fromRat(new(big.Rat).SetFrac(num, den), x.decimal).tidy(), true
}

// intRoot returns the integer n-th root of x >= 0 if there is one.
func intRoot(x *big.Int, n int64) (*big.Int, bool) {
	if x.BitLen() <= 1 {
		return new(big.Int).Set(x), true
	}
	if n >= int64(x.BitLen()) { // the root would lie strictly between 1 and 2
		return nil, false
	}
	// Newton's iteration from above on integers decreases until it reaches the
	// floor of the root (Cohen, A Course in Computational Algebraic Number
	// Theory, algorithm 1.7.1, for n = 2).
	root := new(big.Int).Lsh(big.NewInt(1), uint(x.BitLen()/int(n)+1))
	k, below := big.NewInt(n), big.NewInt(n-1)
	for {
		next := new(big.Int).Exp(root, below, nil)
		next.Div(x, next)
		next.Add(next, new(big.Int).Mul(root, below))
		next.Div(next, k)
		if next.Cmp(root) >= 0 {
			break
		}
		root = next
	}
	return root, new(big.Int).Exp(root, k, nil).Cmp(x) == 0
}

// small reduces num/den, den > 0, to lowest terms.
func small(num, den int64, decimal bool) Number {
	a, b := num, den
	if a < 0 {
		a = -a
	}
	for b != 0 {
		a, b = b, a%b
	}
	return Number{num: num / a, den: den / a, decimal: decimal}.tidy()
}

// tidy drops the decimal mark of a number whose decimal expansion is not
// finite or that reads better as a plain integer.
func (x Number) tidy() Number {
	if !x.decimal {
		return x
	}
	const readable = 1e15
	if x.big == nil && x.denominator() == 1 {
		x.decimal = x.num <= -readable || x.num >= readable
		return x
	}
	if _, finite := decimalPlaces(x.rat().Denom()); !finite {
		x.decimal = false
	}
	return x
}

// Tidy returns x as arithmetic would have left it: an integer such as 2.0
// loses its decimal mark.
func (x Number) Tidy() Number { return x.tidy() }
