package simplify

import "github.com/gradcmp/gradcmp/expr"

// Readable simplifies the roots for printing. If none of them has more than
// each nodes written out as a tree, and all of them together not more than
// total, they are simplified in full; otherwise their shared subexpressions
// are kept apart, to be printed as definitions, and whole is false.
func Readable(each, total int64, roots ...expr.Expr) (formulas []expr.Expr, whole bool) {
	formulas = Simplify(Options{KeepShared: Shared}, roots...)
	if expr.TreeSize(total+1, formulas...) > total {
		return formulas, false
	}
	for _, x := range formulas {
		if each < total && expr.TreeSize(each+1, x) > each {
			return formulas, false
		}
	}
	return Simplify(Options{KeepShared: Unbounded}, roots...), true
}
