package simplify

import (
	"cmp"
	"strings"

	"github.com/gradcmp/gradcmp/expr"
)

// ordering is the natural order of terms and factors. It depends on what
// expressions are, never on the order in which they were built.
type ordering struct {
	g      *expr.Graph
	hashes []uint64              // structural hash of each node, extended as the graph grows
	whole  map[expr.ID]expr.Expr // sums and products kept whole, with the leading terms of the sums
}

// Factors stand in the order of these ranks: 2*pi*sqrt(2)*x*(x + 1)*x^y*exp(x).
const (
	rankNumber = iota
	rankConstant
	rankNumberPower
	rankVariable
	rankSum
	rankPower
	rankCall
	rankOther
)

func rank(x expr.Expr) int {
	switch x.Op() {
	case expr.OpNum:
		return rankNumber
	case expr.OpVar:
		return rankVariable
	case expr.OpAdd:
		return rankSum
	case expr.OpCall:
		if x.NumArgs() == 0 {
			return rankConstant
		}
		return rankCall
	case expr.OpPow:
		if x.Arg(0).Op() == expr.OpNum {
			return rankNumberPower
		}
		return rankPower
	}
	return rankOther
}

// isWhole reports whether x is a sum or product kept whole.
func (o *ordering) isWhole(id expr.ID) bool {
	_, ok := o.whole[id]
	return ok
}

// factors compares two factors of a product: by base, then the higher power
// first.
func (o *ordering) factors(a, b expr.Expr) int {
	baseA, powerA := parts(a)
	baseB, powerB := parts(b)
	if r := cmp.Compare(rank(baseA), rank(baseB)); r != 0 {
		return r
	}
	if r := o.structure(baseA, baseB); r != 0 {
		return r
	}
	if r := powerB.Cmp(powerA); r != 0 {
		return r
	}
	return o.structure(a, b)
}

// terms compares two terms of a sum, apart from their coefficients, as
// monomials of the given factors in lexicographic order:
// x^2 + x*y + y^2 + y + exp(x) + 1.
func (o *ordering) terms(a, b expr.Expr, factorsA, factorsB []expr.ID) int {
	switch x, y, r := o.firstDifference(factorsA, factorsB); {
	case r != 0:
		return r
	case x.IsValid():
		return o.factors(x, y)
	}
	return o.structure(a, b)
}

// firstDifference returns the first factors in which two monomials differ. If
// one is a part of the other, the longer comes first.
func (o *ordering) firstDifference(a, b []expr.ID) (x, y expr.Expr, r int) {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return o.g.At(a[i]), o.g.At(b[i]), 0
		}
	}
	return x, y, cmp.Compare(len(b), len(a))
}

// parts returns the base and the numeric exponent of a factor. A power with
// another exponent is its own base.
func parts(x expr.Expr) (expr.Expr, expr.Number) {
	if x.Op() == expr.OpPow && x.Arg(0).Op() != expr.OpNum {
		if n, ok := x.Arg(1).Number(); ok {
			return x.Arg(0), n
		}
	}
	return x, expr.Int(1)
}

// structure compares any two expressions: by rank and shape, then by the
// first arguments that differ. Deep down, where no reader would follow, a
// structural hash decides.
func (o *ordering) structure(a, b expr.Expr) int {
	const deepest = 24
	for range deepest {
		if a == b {
			return 0
		}
		if r := cmp.Or(
			cmp.Compare(rank(a), rank(b)),
			cmp.Compare(a.Op(), b.Op()),
			leaf(a, b),
		); r != 0 {
			return r
		}
		var r int
		switch a.Op() {
		case expr.OpAdd:
			a, b, r = o.sums(a, b)
		case expr.OpMul:
			a, b, r = o.products(a, b)
		default:
			a, b, r = o.arguments(a.ArgIDs(), b.ArgIDs())
		}
		if r != 0 || !a.IsValid() {
			return r
		}
	}
	return cmp.Compare(o.hash(a), o.hash(b))
}

// arguments returns the first arguments that differ, or the order of the
// lists by length.
func (o *ordering) arguments(a, b []expr.ID) (x, y expr.Expr, r int) {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return o.g.At(a[i]), o.g.At(b[i]), 0
		}
	}
	return x, y, cmp.Compare(len(a), len(b))
}

// sums returns the first terms that differ, or the order of the sums by
// number of terms.
func (o *ordering) sums(a, b expr.Expr) (x, y expr.Expr, r int) {
	x, y, _ = o.arguments(a.ArgIDs(), b.ArgIDs())
	if x.IsValid() && (x.Op() == expr.OpAdd) != (y.Op() == expr.OpAdd) {
		x, y = o.leading(x), o.leading(y) // a sum kept whole counts by its first term
	}
	if !x.IsValid() || x == y {
		return expr.Expr{}, expr.Expr{}, cmp.Compare(a.NumArgs(), b.NumArgs())
	}
	if x.Op() == expr.OpMul && y.Op() == expr.OpMul {
		return o.products(x, y)
	}
	return x, y, 0
}

// products returns the first factors that differ, or the order of the products
// by number of factors or by coefficient.
func (o *ordering) products(a, b expr.Expr) (x, y expr.Expr, r int) {
	p, q := o.monomial(a), o.monomial(b)
	x, y, r = o.firstDifference(p.factors, q.factors)
	if r != 0 || x.IsValid() {
		return x, y, r
	}
	return x, y, p.coefficient.Cmp(q.coefficient)
}

// leaf compares what two nodes of the same operation are apart from their
// arguments.
func leaf(a, b expr.Expr) int {
	switch a.Op() {
	case expr.OpNum:
		x, _ := a.Number()
		y, _ := b.Number()
		return cmp.Or(x.Cmp(y), cmp.Compare(x.Hash(), y.Hash()))
	case expr.OpVar:
		return natural(a.Name(), b.Name())
	case expr.OpCall:
		return strings.Compare(a.Func().Name(), b.Func().Name())
	case expr.OpCmp:
		return cmp.Compare(a.Relation(), b.Relation())
	}
	return 0
}

// natural compares names, runs of digits by their value: x2 before x10.
func natural(a, b string) int {
	x, y := a, b
	for x != "" && y != "" {
		dx, dy := digits(x), digits(y)
		if dx > 0 && dy > 0 {
			nx, ny := strings.TrimLeft(x[:dx], "0"), strings.TrimLeft(y[:dy], "0")
			if r := cmp.Or(cmp.Compare(len(nx), len(ny)), strings.Compare(nx, ny)); r != 0 {
				return r
			}
			x, y = x[dx:], y[dy:]
			continue
		}
		if x[0] != y[0] {
			return cmp.Compare(x[0], y[0])
		}
		x, y = x[1:], y[1:]
	}
	return cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(a, b))
}

// digits returns the length of the run of digits that s begins with.
func digits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}

// hash returns a hash of the whole expression under x that does not depend on
// ids.
func (o *ordering) hash(x expr.Expr) uint64 {
	for id := len(o.hashes); id <= int(x.ID()); id++ {
		o.hashes = append(o.hashes, o.hashNode(o.g.At(expr.ID(id))))
	}
	return o.hashes[x.ID()]
}

func (o *ordering) hashNode(x expr.Expr) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211 // FNV-1a
	h := uint64(offset)
	mix := func(v uint64) { h = (h ^ v) * prime; h ^= h >> 29 }
	mix(uint64(x.Op()))
	switch x.Op() {
	case expr.OpNum:
		n, _ := x.Number()
		mix(n.Hash())
	case expr.OpVar:
		for _, b := range []byte(x.Name()) {
			mix(uint64(b))
		}
	case expr.OpCall:
		mix(uint64(x.Func()))
	case expr.OpCmp:
		mix(uint64(x.Relation()))
	}
	for _, a := range x.ArgIDs() {
		mix(o.hashes[a])
	}
	return h
}
