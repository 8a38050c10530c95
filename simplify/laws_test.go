package simplify_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
	"github.com/gradcmp/gradcmp/parser"
	"github.com/gradcmp/gradcmp/simplify"
)

// manners are the ways to simplify that must obey the laws.
var manners = map[string]simplify.Options{
	"unbounded": {KeepShared: simplify.Unbounded},
	"shared":    {KeepShared: simplify.Shared},
	"kept":      {KeepShared: 2},
}

// forEachManner checks a law of one random expression and one way to simplify.
func forEachManner(t *testing.T, law func(t *rapid.T, opts simplify.Options, b build)) {
	for _, name := range []string{"unbounded", "shared", "kept"} {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				law(t, manners[name], drawExpression(t, rapid.IntRange(1, 5).Draw(t, "depth")))
			})
		})
	}
}

func TestIdempotent(t *testing.T) {
	forEachManner(t, func(t *rapid.T, opts simplify.Options, b build) {
		x := b(expr.NewGraph(), asDrawn)
		once := simplify.Simplify(opts, x)[0]
		twice := simplify.Simplify(opts, once)[0]
		if once != twice {
			t.Fatalf("%s\nis simplified to %s\nand that to       %s", print.String(x), print.String(once), print.String(twice))
		}
	})
}

// Where the original is defined and its value in doubles is to be trusted, the
// simplified expression has the same value.
func TestSound(t *testing.T) {
	forEachManner(t, func(t *rapid.T, opts simplify.Options, b build) {
		x := b(expr.NewGraph(), asDrawn)
		y := simplify.Simplify(opts, x)[0]
		vars := expr.Vars(x)
		before, after := newReading(t, vars, x), newReading(t, vars, y)
		point := make([]float64, len(vars))
		for range 5 {
			for i := range point {
				point[i] = float64(rapid.IntRange(-3000, 3000).Draw(t, "coordinate")) / 1024
			}
			want, noise, ok := before.at(point)
			if !ok {
				continue
			}
			got, more, _ := after.at(point)
			noise += more
			if math.IsNaN(noise) || noise > 1e-3*(1+math.Abs(want)) {
				continue // the simplified formula is right but loses digits here
			}
			if !(math.Abs(got-want) <= noise+1e-12*math.Abs(want)) {
				t.Fatalf("at %v %s\nis %v but %s\nis %v; noise %g", point, print.String(x), want, print.String(y), got, noise)
			}
		}
	})
}

func TestPrintStable(t *testing.T) {
	forEachManner(t, func(t *rapid.T, opts simplify.Options, b build) {
		original := b(expr.NewGraph(), asDrawn)
		x := simplify.Simplify(opts, original)[0]
		text := print.String(x)
		r, err := parser.Parse(text, parser.Options{Shapes: map[string]expr.Shape{"v": {1}}})
		if err != nil {
			t.Fatal(err)
		}
		if again := print.String(simplify.Simplify(opts, r.Value.Elems[0])[0]); again != text {
			t.Fatalf("%s\nis simplified to\n%s\nwhich is read and simplified to\n%s", print.String(original), text, again)
		}
	})
}

// The result does not depend on what else is in the graph, nor on the order
// of terms and factors.
func TestOrderIndependent(t *testing.T) {
	forEachManner(t, func(t *rapid.T, opts simplify.Options, b build) {
		want := print.String(simplify.Simplify(opts, b(expr.NewGraph(), asDrawn))[0])
		g := expr.NewGraph()
		for range rapid.IntRange(0, 3).Draw(t, "others") {
			simplify.Simplify(opts, drawExpression(t, 3)(g, asDrawn))
		}
		if got := print.String(simplify.Simplify(opts, b(g, asDrawn))[0]); got != want {
			t.Fatalf("%s\nbecomes in another graph\n%s", want, got)
		}
		seed := rapid.IntRange(0, 5).Draw(t, "turn")
		turn := func(args []expr.Expr) {
			n := seed % len(args)
			slices.Reverse(args[:n])
			slices.Reverse(args[n:])
		}
		if opts.KeepShared != simplify.Unbounded {
			return // another order shares other subexpressions
		}
		if got := print.String(simplify.Simplify(opts, b(g, turn))[0]); got != want {
			t.Fatalf("%s\nbecomes with its terms in another order\n%s", want, got)
		}
	})
}

// Results are written as people write: see the package comment.
func TestPresentation(t *testing.T) {
	forEachManner(t, func(t *rapid.T, opts simplify.Options, b build) {
		y := simplify.Simplify(opts, b(expr.NewGraph(), asDrawn))[0]
		for _, id := range expr.Reach(y) {
			node := y.Graph().At(id)
			if opts.KeepShared != simplify.Unbounded && node.Op() == expr.OpDiv {
				continue // a shared quotient may stand in another
			}
			if fault := awkward(node); fault != "" {
				t.Fatalf("%s in %s", fault, print.String(y))
			}
		}
	})
}

// awkward says what is wrong with how a node is written, "" if nothing is.
func awkward(x expr.Expr) string {
	isNumber := func(x expr.Expr, n int64) bool {
		v, ok := x.Number()
		return ok && v.Cmp(expr.Int(n)) == 0
	}
	switch x.Op() {
	case expr.OpNum:
		switch v, _ := x.Number(); {
		case v.Sign() < 0:
			return "a negative number"
		case !v.IsInt() && !v.IsDecimal():
			return "a fraction as a number"
		}
	case expr.OpNeg:
		if x.Arg(0).Op() == expr.OpNeg {
			return "a double negation"
		}
	case expr.OpAdd:
		for _, a := range x.Args()[1:] {
			if a.Op() == expr.OpNeg {
				return "a negation added"
			}
		}
	case expr.OpMul:
		for _, a := range x.Args() {
			if a.Op() == expr.OpNeg || isNumber(a, 1) {
				return "a sign or a 1 as a factor"
			}
		}
	case expr.OpSub:
		if x.Arg(1).Op() == expr.OpNeg || isNumber(x.Arg(0), 0) {
			return "a negation subtracted, or something subtracted from 0"
		}
	case expr.OpDiv:
		if x.Arg(0).Op() == expr.OpDiv || x.Arg(1).Op() == expr.OpDiv || isNumber(x.Arg(1), 1) {
			return "a quotient of quotients or by 1"
		}
	case expr.OpPow:
		e := x.Arg(1)
		if e.Op() == expr.OpNeg && e.Arg(0).Op() == expr.OpNum || isNumber(e, 1) || isNumber(e, 0) {
			return "a power that is a quotient, or trivial"
		}
	}
	return ""
}
