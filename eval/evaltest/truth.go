// Package evaltest is what the tests of all engines share: values and
// partials of functions recorded from mpmath, and random expressions. Only
// tests import it; of this module it may import only expr.
package evaltest

import (
	_ "embed"
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/gradcmp/gradcmp/expr"
)

//go:embed testdata/truth.tsv
var truthTable string

// Row is one recorded result of a function, or of a power, whose name is "^".
type Row struct {
	Name     string
	Args     []float64
	Value    *big.Float
	Partials []*big.Float // one for each argument; nil where there is none
}

// Truth returns the recorded values and partials of functions and powers.
func Truth() []Row {
	var rows []Row
	for _, fields := range records(truthTable) {
		row := Row{Name: fields[0], Value: number(fields[2])}
		for _, arg := range list(fields[1]) {
			row.Args = append(row.Args, float(arg))
		}
		for _, partial := range list(fields[3]) {
			var p *big.Float
			if partial != "" {
				p = number(partial)
			}
			row.Partials = append(row.Partials, p)
		}
		rows = append(rows, row)
	}
	return rows
}

// ULP returns the distance of got from want in units of the last place of
// want, of which 0.5 is unavoidable. Where want overflows, the infinity of
// its sign is at distance 0.
func ULP(got float64, want *big.Float) float64 {
	nearest, _ := want.Float64()
	if math.IsInf(nearest, 0) && got == nearest {
		return 0
	}
	if math.IsInf(got, 0) || math.IsNaN(got) {
		return math.Inf(1)
	}
	magnitude := math.Abs(nearest)
	ulp := math.Nextafter(magnitude, math.Inf(1)) - magnitude
	if math.IsInf(ulp, 0) {
		ulp = 0x1p971
	}
	distance := new(big.Float).SetPrec(200).SetFloat64(got)
	distance.Sub(distance, want)
	distance.Quo(distance, big.NewFloat(ulp))
	d, _ := distance.Float64()
	return math.Abs(d)
}

func records(table string) [][]string {
	var rows [][]string
	for line := range strings.Lines(table) {
		if !strings.HasPrefix(line, "#") {
			rows = append(rows, strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
		}
	}
	return rows
}

// Call returns the recorded function, or the power for "^", of n variables, and
// the variables. It panics if there is no function of that name.
func Call(name string, n int) (f expr.Expr, vars []expr.Expr) {
	g := expr.NewGraph()
	vars = g.NewVariable("x", expr.Shape{n}).Elems
	if name == "^" {
		return g.Pow(vars[0], vars[1]), vars
	}
	fn, ok := expr.LookupFunc(name)
	if !ok {
		panic("evaltest: no function " + name)
	}
	return g.Call(fn, vars...), vars
}

func list(field string) []string {
	if field == "" {
		return nil
	}
	return strings.Split(field, ",")
}

// float and number panic on a damaged table: the tests cannot run.
func float(text string) float64 {
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		panic(err)
	}
	return x
}

func number(text string) *big.Float {
	x, _, err := big.ParseFloat(text, 10, 200, big.ToNearestEven)
	if err != nil {
		panic(err)
	}
	return x
}

// Close reports whether got is the recorded special derivative want: both are
// NaN, or they are equal up to rounding.
func Close(got, want float64) bool {
	return got == want || got != got && want != want || math.Abs(got-want) <= 1e-10*math.Abs(want)
}
