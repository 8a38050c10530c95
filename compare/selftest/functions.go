package selftest

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"

	"gonum.org/v1/gonum/num/dual"

	"github.com/gradcmp/gradcmp/autodiff/forward"
	"github.com/gradcmp/gradcmp/autodiff/reverse"
	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/expr"
)

// function is a function inside a formula, near the arguments of its example.
type function struct {
	expr.Func
	formula
	args     []float64
	partials []float64 // by the reverse table
	rule     diff.Rule
}

// argumentNames are the names of arguments in the texts of rules, and of the
// formulas' variables.
var argumentNames = []string{"x", "y", "z"}

// functions returns every function with a formula that uses it inside a power and
// beside a factor, but no function twice, where two wrong signs make a right one. The
// seed moves the arguments away from those of the example, by at most a 16th.
func functions(seed uint64) []function {
	random := rand.New(rand.NewPCG(seed, 1))
	var all []function
	for _, fn := range expr.Funcs() {
		rule, ok := diff.StandardRules(expr.Torch).Lookup(fn)
		partials := reverse.StandardRules(expr.Torch)[fn]
		if fn.Info().MaxArgs == 0 || !ok || partials == nil {
			continue
		}
		f := function{Func: fn, rule: rule, formula: formula{at: map[string]float64{}}}
		_, list, _ := strings.Cut(strings.TrimSuffix(fn.Info().Example, ")"), "(")
		var names []string
		for i, text := range strings.Split(list, ", ") {
			arg, _ := strconv.ParseFloat(text, 64) // the catalogue's own tests read it
			name := text
			if f.text(i) != "" {
				arg *= 1 + float64(1+random.IntN(63))/1024
				name = argumentNames[i]
				f.at[name] = arg
			}
			names, f.args = append(names, name), append(f.args, arg)
		}
		f.formula.text = "(x + 3)^2*2^(" + fn.Name() + "(" + strings.Join(names, ", ") + ")/8)"
		if _, ok := f.at["x"]; !ok {
			f.formula.text = strings.Replace(f.formula.text, "(x + 3)", "(y + 3)", 1)
		}
		f.partials = make([]float64, len(f.args))
		partials(f.args, compare.StandardTables(expr.Torch).Kernels[fn](f.args), f.partials)
		all = append(all, f)
	}
	return all
}

// text returns the rule for the derivative by an argument, "" if there is none.
func (f *function) text(i int) string {
	if f.rule.Each != "" {
		return f.rule.Each
	}
	return f.rule.Partials[i]
}

// trials returns every mistake in the rules of a function, by all three tables.
func (f *function) trials() []trial {
	var all []trial
	for i := range f.args {
		if f.text(i) == "" {
			continue
		}
		for _, m := range mistakes {
			about := f.Name()
			if len(f.args) > 1 {
				about += " by " + argumentNames[i]
			}
			for _, table := range tables {
				all = append(all, trial{Mutant{Place: table.place, About: about, Mistake: m.name}, func(out *Mutant) {
					switch d := f.partials[i]; {
					case math.IsNaN(d):
						out.skip("there is no derivative")
					case !changes(d, m.value(d, f.args[i])):
						out.skip(sameHere)
					default:
						f.judge(out, table.route, func(t *compare.Tables) { table.plant(t, f, i, m) })
					}
				}})
			}
		}
	}
	if len(f.args) != 2 || f.rule.Each != "" {
		return all
	}
	for _, table := range tables {
		all = append(all, trial{Mutant{Place: table.place, About: f.Name(), Mistake: "swapped argument"}, func(out *Mutant) {
			switch d := f.partials; {
			case f.text(0) == "" || f.text(1) == "":
				out.skip("it has a derivative by one argument only")
			case !changes(d[0], d[1]):
				out.skip(sameHere)
			default:
				f.judge(out, table.route, func(t *compare.Tables) { table.swap(t, f) })
			}
		}})
	}
	return all
}

// judge plants a mistake in the tables and runs the comparison.
func (f *function) judge(out *Mutant, route compare.Route, plant func(*compare.Tables)) {
	p, err := f.problem()
	if err != nil {
		out.Said = err.Error()
		return
	}
	plant(&p.Tables)
	out.judge(p, route, "the rule of the "+route.String()+" route for "+f.Name()+" is wrong")
}

// tables are the three tables of rules, with how to plant a mistake about a function's
// derivative by one argument, and how to exchange its derivatives by two. Each
// comparison has tables of its own.
var tables = []struct {
	place Place
	route compare.Route
	plant func(t *compare.Tables, f *function, i int, m mistake)
	swap  func(t *compare.Tables, f *function)
}{
	{SymbolicRules, compare.Symbolic, plantSymbolic, swapSymbolic},
	{ReversePartials, compare.Reverse, plantReverse, swapReverse},
	{ForwardRules, compare.Forward, plantForward, swapForward},
}

func plantSymbolic(t *compare.Tables, f *function, i int, m mistake) {
	rule := diff.Rule{Op: expr.OpCall, Func: f.Func}
	if f.rule.Each != "" {
		rule.Each = m.text(f.rule.Each, "x")
	} else {
		rule.Partials = append(rule.Partials, f.rule.Partials...)
		rule.Partials[i] = m.text(rule.Partials[i], argumentNames[i])
	}
	t.Symbolic = t.Symbolic.With(rule)
}

func swapSymbolic(t *compare.Tables, f *function) {
	rule := diff.Rule{Op: expr.OpCall, Func: f.Func, Partials: []string{f.rule.Partials[1], f.rule.Partials[0]}}
	t.Symbolic = t.Symbolic.With(rule)
}

func plantReverse(t *compare.Tables, f *function, i int, m mistake) {
	right := t.Reverse[f.Func]
	t.Reverse[f.Func] = reverse.Partials(func(args []float64, value float64, out []float64) {
		right(args, value, out)
		out[i] = m.value(out[i], args[i])
	})
}

func swapReverse(t *compare.Tables, f *function) {
	right := t.Reverse[f.Func]
	t.Reverse[f.Func] = reverse.Partials(func(args []float64, value float64, out []float64) {
		right(args, value, out)
		out[0], out[1] = out[1], out[0]
	})
}

func plantForward(t *compare.Tables, f *function, i int, m mistake) {
	right := t.Forward[f.Func]
	t.Forward[f.Func] = forward.Rule(func(args []dual.Number) dual.Number {
		alone := make([]dual.Number, len(args)) // the direction of argument i
		for k, a := range args {
			alone[k].Real = a.Real
		}
		alone[i].Emag = 1
		d := right(alone).Emag
		y := right(args)
		y.Emag += (m.value(d, args[i].Real) - d) * args[i].Emag
		return y
	})
}

func swapForward(t *compare.Tables, f *function) {
	right := t.Forward[f.Func]
	t.Forward[f.Func] = forward.Rule(func(args []dual.Number) dual.Number {
		return right([]dual.Number{{Real: args[0].Real, Emag: args[1].Emag}, {Real: args[1].Real, Emag: args[0].Emag}})
	})
}
