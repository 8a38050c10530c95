package claim

import (
	"cmp"
	"encoding/binary"
	"maps"
	"slices"

	"github.com/gradcmp/gradcmp/expr"
)

// mostTerms bounds a polynomial, mostPower the power that is multiplied out.
const (
	mostTerms = 2000
	mostPower = 12
)

// polynomial maps monomials, as their key, to coefficients other than 0. Its
// unknowns are the expressions that are not made by arithmetic.
type polynomial map[string]expr.Number

// monomial is a product of powers of unknowns, by rising id.
type monomial []struct {
	unknown expr.ID
	power   uint64
}

func (m monomial) key() string {
	var b []byte
	for _, x := range m {
		b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(x.unknown)), x.power)
	}
	return string(b)
}

func monomialOf(key string) monomial {
	var m monomial
	for b := []byte(key); len(b) > 0; {
		id, n := binary.Uvarint(b)
		power, k := binary.Uvarint(b[n:])
		m = append(m, struct {
			unknown expr.ID
			power   uint64
		}{expr.ID(id), power})
		b = b[n+k:]
	}
	return m
}

// times multiplies two monomials.
func (m monomial) times(other monomial) monomial {
	all := append(slices.Clone(m), other...)
	slices.SortFunc(all, func(a, b struct {
		unknown expr.ID
		power   uint64
	},
	) int {
		return cmp.Compare(a.unknown, b.unknown)
	})
	out := all[:0]
	for _, x := range all {
		if n := len(out); n > 0 && out[n-1].unknown == x.unknown {
			out[n-1].power += x.power
		} else {
			out = append(out, x)
		}
	}
	return out
}

func constantPolynomial(n expr.Number) polynomial {
	if n.IsZero() {
		return polynomial{}
	}
	return polynomial{"": n}
}

func (p polynomial) plus(q polynomial) polynomial {
	sum := maps.Clone(p)
	for key, c := range q {
		if c = sum[key].Add(c); c.IsZero() {
			delete(sum, key)
		} else {
			sum[key] = c
		}
	}
	return sum
}

// times multiplies, and gives up on a product that may have too many terms.
func (p polynomial) times(q polynomial) (polynomial, bool) {
	if len(p)*len(q) > mostTerms {
		return nil, false
	}
	product := polynomial{}
	for _, a := range slices.Sorted(maps.Keys(p)) {
		for _, b := range slices.Sorted(maps.Keys(q)) {
			key := monomialOf(a).times(monomialOf(b)).key()
			c := product[key].Add(p[a].Mul(q[b]))
			if c.Digits() > expr.MaxDigits/10 {
				return nil, false
			}
			if product[key] = c; c.IsZero() {
				delete(product, key)
			}
		}
	}
	return product, true
}

// quotient is a quotient of polynomials.
type quotient struct{ above, below polynomial }

func (a quotient) plus(b quotient) (quotient, bool) {
	if maps.Equal(keys(a.below), keys(b.below)) {
		return quotient{a.above.plus(b.above), a.below}, true
	}
	left, ok1 := a.above.times(b.below)
	right, ok2 := b.above.times(a.below)
	below, ok3 := a.below.times(b.below)
	if !ok1 || !ok2 || !ok3 {
		return quotient{}, false
	}
	return quotient{left.plus(right), below}, true
}

func (a quotient) times(b quotient) (quotient, bool) {
	above, ok1 := a.above.times(b.above)
	below, ok2 := a.below.times(b.below)
	return quotient{above, below}, ok1 && ok2
}

// keys writes a polynomial so that equal ones can be told.
func keys(p polynomial) map[string]string {
	out := make(map[string]string, len(p))
	for key, c := range p {
		out[key] = c.Rat().String()
	}
	return out
}

// isZero reports whether an expression is 0 by the algebra of fractions of
// polynomials; false if it is not or if that takes too long.
func isZero(x expr.Expr) bool {
	ids := expr.Reach(x)
	memo := make(map[expr.ID]quotient, len(ids))
	for _, id := range ids {
		q, ok := fractionOf(x.Graph().At(id), memo)
		if !ok {
			return false
		}
		memo[id] = q
	}
	return len(memo[x.ID()].above) == 0
}

// fractionOf writes a node as a fraction, given those of its arguments.
func fractionOf(x expr.Expr, memo map[expr.ID]quotient) (quotient, bool) {
	one := constantPolynomial(expr.Int(1))
	ok := true
	arg := func(i int) quotient { return memo[x.Arg(i).ID()] }
	minus := quotient{constantPolynomial(expr.Int(-1)), one}
	switch x.Op() {
	case expr.OpNum:
		n, _ := x.Number()
		return quotient{constantPolynomial(n), one}, true
	case expr.OpNeg:
		return arg(0).times(minus)
	case expr.OpSub:
		negative, ok := arg(1).times(minus)
		if !ok {
			return quotient{}, false
		}
		return arg(0).plus(negative)
	case expr.OpAdd, expr.OpMul:
		out := arg(0)
		for i := 1; ok && i < x.NumArgs(); i++ {
			if x.Op() == expr.OpAdd {
				out, ok = out.plus(arg(i))
			} else {
				out, ok = out.times(arg(i))
			}
		}
		return out, ok
	case expr.OpDiv:
		return arg(0).power(arg(1), -1)
	case expr.OpPow:
		if n, isNumber := x.Arg(1).Number(); isNumber {
			if k, whole := n.Int64(); whole && k >= -mostPower && k <= mostPower {
				return quotient{one, one}.power(arg(0), k)
			}
		}
	}
	return quotient{polynomial{monomial{{x.ID(), 1}}.key(): expr.Int(1)}, one}, true
}

// power returns a times the n-th power of b, and false where b is 0 and n
// negative.
func (a quotient) power(b quotient, n int64) (quotient, bool) {
	if n < 0 {
		b.above, b.below, n = b.below, b.above, -n
		if len(b.below) == 0 {
			return quotient{}, false
		}
	}
	ok := true
	for ; ok && n > 0; n-- {
		a, ok = a.times(b)
	}
	return a, ok
}
