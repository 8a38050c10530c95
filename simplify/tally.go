package simplify

import (
	"slices"

	"github.com/gradcmp/gradcmp/expr"
)

// tally is an exact sum or product of numbers. Fractions are combined in pairs,
// and the results of pairs in pairs, at the end: adding 1/k to a fraction that
// grows with each k would take quadratic time.
type tally struct {
	total   expr.Number
	rest    []expr.Number // what is not in total
	decimal bool          // whether a decimal was among the numbers
}

// add adds n to a sum. Integers are cheap to add at once.
func (t *tally) add(n expr.Number) {
	t.decimal = t.decimal || n.IsDecimal()
	if t.total.IsZero() {
		t.total = n
		return
	}
	if t.total.IsInt() && n.IsInt() {
		if sum := t.total.Add(n); sum.Digits() <= expr.MaxDigits/2 {
			t.total = sum
			return
		}
	}
	t.rest = append(t.rest, n)
}

// multiply multiplies a product, which begins with a total of 1, by n.
func (t *tally) multiply(n expr.Number) {
	t.decimal = t.decimal || n.IsDecimal()
	if n.Abs().IsOne() || t.total.Abs().IsOne() {
		t.total = t.total.Mul(n)
		return
	}
	t.rest = append(t.rest, n)
}

// is reports whether the tally is surely n, without working it out.
func (t *tally) is(n int64) bool { return len(t.rest) == 0 && t.total.Cmp(expr.Int(n)) == 0 }

// hasZero reports whether a factor is 0.
func (t *tally) hasZero() bool {
	return t.total.IsZero() || slices.ContainsFunc(t.rest, expr.Number.IsZero)
}

// sum returns numbers that add up to the tally: a single one, or all of them in
// order if that one would be too long.
func (t *tally) sum() []expr.Number { return t.fold(expr.Number.Add) }

// product returns numbers whose product is the tally in the same way.
func (t *tally) product() []expr.Number { return t.fold(expr.Number.Mul) }

func (t *tally) fold(combine func(a, b expr.Number) expr.Number) []expr.Number {
	folded := t.total
	if len(t.rest) > 0 {
		all := slices.Concat(t.rest, []expr.Number{t.total})
		var ok bool
		if folded, ok = pairwise(all, combine); !ok {
			slices.SortStableFunc(all, func(a, b expr.Number) int { return b.Cmp(a) })
			return all
		}
	}
	if t.decimal {
		folded = asDecimal(folded)
	}
	return []expr.Number{folded}
}

// pairwise combines the numbers to one, and reports false if that is too long.
func pairwise(numbers []expr.Number, combine func(a, b expr.Number) expr.Number) (expr.Number, bool) {
	const onTheWay = 4 * expr.MaxDigits // digits of an intermediate result that may yet cancel
	level := slices.Clone(numbers)
	for len(level) > 1 {
		next := level[:0]
		for i := 0; i < len(level); i += 2 {
			x := level[i]
			if i+1 < len(level) {
				x = combine(x, level[i+1])
			}
			if x.Digits() > onTheWay {
				return x, false
			}
			next = append(next, x)
		}
		level = next
	}
	return level[0], level[0].Digits() <= expr.MaxDigits
}

// asDecimal marks x as a decimal, if it has a finite decimal expansion and is
// no integer. Marking the result of a sum or product in place of its parts
// makes the mark independent of their order.
func asDecimal(x expr.Number) expr.Number {
	one, _ := expr.ParseNumber("1.0", 2)
	return x.Mul(one)
}
