package claim

import (
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/expr"
)

const (
	mostDivisors = 20 // that are searched for zeros
	farthestZero = 12 // of the small zeros that are tried, in both directions
)

// singular lists points at which a divisor in one of the formulas is 0, as far
// as it is one of a single variable whose zero is small or that is linear. The
// points of a sequence rarely meet those, and there a formula and its canonical
// form may differ. The other coordinates are 1, 2, and so on.
func singular(vars []expr.Expr, formulas ...expr.Expr) []point {
	var points []point
	for _, d := range divisors(formulas) {
		free := expr.Vars(d)
		if len(free) != 1 {
			continue
		}
		for j, x := range vars {
			if x != free[0] {
				continue
			}
			for _, zero := range zeros(d, x) {
				p := make(point, len(vars))
				for i := range p {
					p[i] = expr.Int(int64(i + 1))
				}
				p[j] = zero
				points = append(points, p)
			}
		}
	}
	return points
}

// divisors lists what the formulas divide by, itself or as a base of a power.
func divisors(formulas []expr.Expr) []expr.Expr {
	var list []expr.Expr
	g := formulas[0].Graph()
	for _, id := range expr.Reach(formulas...) {
		x := g.At(id)
		switch {
		case len(list) >= mostDivisors:
			return list
		case x.Op() == expr.OpDiv:
			list = append(list, x.Arg(1))
		case x.Op() == expr.OpPow && x.Arg(1).Op() != expr.OpVar:
			if n, ok := enclosure.Fold(x.Arg(1))[0].Number(); ok && n.Sign() < 0 {
				list = append(list, x.Arg(0))
			}
		}
	}
	return list
}

// zeros lists zeros of a divisor of one variable that doubles hold.
func zeros(d, x expr.Expr) []expr.Number {
	value := func(at expr.Number) (expr.Number, bool) {
		replaced := expr.Substitute(d.Graph(), map[expr.ID]expr.Expr{x.ID(): d.Graph().Num(at)}, d)
		return enclosure.Fold(replaced...)[0].Number()
	}
	candidates := make([]expr.Number, 0, 4*farthestZero+2)
	for n := int64(-2 * farthestZero); n <= 2*farthestZero; n++ {
		candidates = append(candidates, fraction(n, 2))
	}
	before, ok0 := value(expr.Int(0))
	after, ok1 := value(expr.Int(1))
	if slope := after.Sub(before); ok0 && ok1 && !slope.IsZero() {
		root := before.Neg().Mul(slope.Inv())
		if y, ok := expr.FromFloat(root.Float64()); ok && y.Cmp(root) == 0 {
			candidates = append(candidates, y.Tidy())
		}
	}
	var list []expr.Number
	for _, n := range candidates {
		if y, ok := value(n); ok && y.IsZero() {
			list = append(list, n)
		}
	}
	return list
}
