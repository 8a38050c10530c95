package ball

import (
	"math/big"
	"math/rand/v2"
	"slices"
)

// row is a function under test. It is tried by every property of the table, and
// if it is one of recorded against the values that mpmath recorded for its name.
type row struct {
	name string
	f    any                               // of a Context and up to three balls
	draw func(random *rand.Rand) []float64 // arguments in the domain and about its edges
}

// recorded are the functions whose values mpmath recorded, by families.
var recorded = slices.Concat(elementaryRows, trigonometricRows, gammaRows, besselRows)

// rows are the functions of the package. Those of order are checked against
// rational arithmetic, in TestOrderTruth, which needs no records.
var rows = slices.Concat(recorded, orderRows)

// call applies the function to as many arguments as it takes.
func (r row) call(c Context, args []Ball) Ball {
	switch f := r.f.(type) {
	case func(Context) Ball:
		return f(c)
	case func(Context, Ball) Ball:
		return f(c, args[0])
	case func(Context, Ball, Ball) Ball:
		return f(c, args[0], args[1])
	}
	panic("a row of a type that is not listed")
}

// rowOf returns the row of that name.
func rowOf(name string) (row, bool) {
	i := slices.IndexFunc(rows, func(r row) bool { return r.name == name })
	if i < 0 {
		return row{}, false
	}
	return rows[i], true
}

// exactly returns the balls of exact numbers.
func exactly(args []*big.Float) []Ball {
	balls := make([]Ball, len(args))
	for i, x := range args {
		balls[i] = Exact(x)
	}
	return balls
}
