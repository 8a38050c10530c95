package stable

import (
	"slices"

	"github.com/gradcmp/gradcmp/expr"
)

// A sum that may cancel weighs more than a function that is ill-conditioned near
// an argument of 1, and that is rounded; as much as that weighs what has to be
// known before a formula can be used.
const (
	riskOfSum       = 3
	riskOfFunction  = 1
	riskOfCondition = 1
)

// touchy are functions with a zero at 1, where they lose the digits that their
// argument has not.
var touchy = []expr.Func{expr.Log, expr.Log2, expr.Log10, expr.Acos, expr.Acosh, expr.LGamma}

// risk adds up the sums in x whose terms may cancel and are rounded before they
// do, and the functions of rounded arguments that lose digits. A difference of
// inputs is no risk: its digits are all right.
func risk(x expr.Expr) int {
	ids := expr.Reach(x)
	inner := innerParts(x.Graph(), ids)
	count := 0
	for _, id := range ids {
		y := x.Graph().At(id)
		if isSum(y) && (y == x || !*inner.At(id)) && mayCancel(termsOf(y)) {
			count += riskOfSum
		}
		if y.Op() == expr.OpCall && slices.Contains(touchy, y.Func()) && !monomialOf(y.Arg(0)).isInput() {
			count += riskOfFunction
		}
	}
	return count
}

// mayCancel reports whether terms of both signs are among those given, and one
// that is rounded.
func mayCancel(terms []monomial) bool {
	var plus, minus, rounded bool
	for _, t := range terms {
		plus = plus || t.coef.Sign() > 0
		minus = minus || t.coef.Sign() < 0
		rounded = rounded || !t.isInput()
	}
	return plus && minus && rounded
}

// isInput reports whether a term is a number or a variable.
func (m monomial) isInput() bool {
	if len(m.factors) == 0 {
		return true
	}
	m.coef = m.coef.Abs()
	x, ok := m.sole()
	return ok && x.Op() == expr.OpVar && !isOpaque(x)
}

// innerParts reports for each node whether all its uses are as a part of a sum,
// if it is a sum, or of a product, if it is a product: then it is no sum or
// product of its own.
func innerParts(g *expr.Graph, ids []expr.ID) expr.Memo[bool] {
	inner := expr.NewMemo[bool](ids)
	outer := expr.NewMemo[bool](ids)
	for _, id := range ids {
		x := g.At(id)
		for _, a := range x.ArgIDs() {
			y := g.At(a)
			within := isSum(y) && (isSum(x) || x.Op() == expr.OpNeg) || isProduct(y) && isProduct(x)
			*inner.At(a) = *inner.At(a) || within
			*outer.At(a) = *outer.At(a) || !within
		}
	}
	for _, id := range ids {
		*inner.At(id) = *inner.At(id) && !*outer.At(id)
	}
	return inner
}
