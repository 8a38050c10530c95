package stable

import (
	"math/big"

	"github.com/gradcmp/gradcmp/expr"
)

// coefficient is r*pi^(half/2): the rationals, and the constants of the error
// function and of angles. The zero coefficient is 0.
type coefficient struct {
	r    *big.Rat // nil for 0
	half int
}

func rational(num, den int64) coefficient { return scaledPi(big.NewRat(num, den), 0) }

// scaledPi returns r*pi^(half/2).
func scaledPi(r *big.Rat, half int) coefficient {
	if r.Sign() == 0 {
		return coefficient{}
	}
	return coefficient{r, half}
}

func (a coefficient) isZero() bool { return a.r == nil }

func (a coefficient) sign() int {
	if a.r == nil {
		return 0
	}
	return a.r.Sign()
}

func (a coefficient) isOne() bool { return a.half == 0 && a.r != nil && a.r.Cmp(big.NewRat(1, 1)) == 0 }

func (a coefficient) mul(b coefficient) coefficient {
	if a.r == nil || b.r == nil {
		return coefficient{}
	}
	return coefficient{new(big.Rat).Mul(a.r, b.r), a.half + b.half}
}

// inv returns 1/a for a that is not 0.
func (a coefficient) inv() coefficient { return coefficient{new(big.Rat).Inv(a.r), -a.half} }

func (a coefficient) neg() coefficient { return a.mul(rational(-1, 1)) }

// add returns a + b, and false if that is no rational times a power of pi.
func (a coefficient) add(b coefficient) (coefficient, bool) {
	switch {
	case a.r == nil:
		return b, true
	case b.r == nil:
		return a, true
	case a.half != b.half:
		return coefficient{}, false
	}
	return scaledPi(new(big.Rat).Add(a.r, b.r), a.half), true
}

// power returns a^p, and false if that is not of the kind or undefined.
func (a coefficient) power(p expr.Number) (coefficient, bool) {
	half := expr.Int(int64(a.half)).Mul(p)
	h, whole := half.Int64()
	if a.r == nil || !whole || h > mostHalves || h < -mostHalves {
		return coefficient{}, false
	}
	q := p.Rat()
	if !q.Num().IsInt64() || !q.Denom().IsInt64() {
		return coefficient{}, false
	}
	base, ok := expr.FromRat(a.r), true
	if den := q.Denom().Int64(); den > 1 {
		if base, ok = base.Root(den); !ok {
			return coefficient{}, false
		}
	}
	y, ok := base.Pow(q.Num().Int64())
	if !ok || y.Digits() > mostDigits {
		return coefficient{}, false
	}
	return scaledPi(y.Rat(), int(h)), true
}

const (
	mostHalves = 1000
	mostDigits = 1000 // of a coefficient
)

// tooLong reports whether the coefficient has grown beyond use.
func (a coefficient) tooLong() bool {
	const bits = mostDigits * 10 / 3
	return a.r != nil && (a.r.Num().BitLen() > bits || a.r.Denom().BitLen() > bits)
}

// monomial returns the coefficient as an expression, taken apart.
func (a coefficient) monomial(g *expr.Graph) monomial {
	if a.r == nil {
		return constant(expr.Number{})
	}
	m := constant(expr.FromRat(a.r))
	if a.half != 0 {
		m.multiply(factor{base: g.Call(expr.Pi), exp: expr.Frac(int64(a.half), 2)})
	}
	return m
}

// size returns a rational number near abs(a): 22/7 stands for pi.
func (a coefficient) size() *big.Rat {
	if a.r == nil {
		return new(big.Rat)
	}
	n := expr.FromRat(a.r).Abs().Rat()
	pi := big.NewRat(22, 7)
	steps := a.half
	if steps < 0 {
		pi.Inv(pi)
		steps = -steps
	}
	for ; steps > 1; steps -= 2 {
		n.Mul(n, pi)
	}
	if steps == 1 {
		root := big.NewRat(16, 9)
		if a.half < 0 {
			root.Inv(root)
		}
		n.Mul(n, root)
	}
	return n
}
