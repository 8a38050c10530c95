package main

import (
	"encoding/json"
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/gradcmp/gradcmp/eval/ball"
)

// made returns a result with made-up times.
func made(rows ...precisionRow) *precisionResult {
	r := &precisionResult{Gradcmp: "go1.26 linux/amd64", Mpmath: system{Name: "mpmath", Version: "1.2.1"}, Digits: 50, Bits: 173}
	for _, row := range rows {
		r.add(row)
	}
	return r
}

func Example_precision() {
	fmt.Print(made(
		precisionRow{Function: "+", Argument: "2.7/3, 0.7/3", Goal: 5, Gradcmp: 1e-7, Mpmath: 4e-7, Slowdown: 0.25},
		precisionRow{Function: "exp", Argument: "0.7", Goal: 3, Gradcmp: 9e-6, Mpmath: 3e-6, Slowdown: 3},
	))
	// Output:
	// gradcmp (go1.26 linux/amd64) with 173 bits, mpmath 1.2.1
	// 50 digits. Times of one call, the fastest batch.
	//
	// function  argument      gradcmp µs  mpmath µs  gradcmp/mpmath  goal
	// +         2.7/3, 0.7/3       0.100      0.400          0.250x  ≤ 5x
	// exp       0.7                 9.00       3.00           3.00x  ≤ 3x
	//
	// All goals are met.
}

func Example_precisionMissed() {
	fmt.Print(made(
		precisionRow{Function: "exp", Argument: "0.7", Goal: 3, Gradcmp: 9.3e-6, Mpmath: 3e-6, Slowdown: 3.1},
		precisionRow{Function: "erfinv", Argument: "0.7", Goal: 5, Gradcmp: 12, Mpmath: 2, Slowdown: 6},
	))
	// Output:
	// gradcmp (go1.26 linux/amd64) with 173 bits, mpmath 1.2.1
	// 50 digits. Times of one call, the fastest batch.
	//
	// function  argument  gradcmp µs  mpmath µs  gradcmp/mpmath  goal
	// exp       0.7             9.30       3.00           3.10x  ≤ 3x
	// erfinv    0.7         12000000    2000000           6.00x  ≤ 5x
	//
	// Missed:
	//   exp at 0.7: 3.10x
	//   erfinv at 0.7: 6.00x
}

func Example_precisionAlone() {
	r := made(precisionRow{Function: "exp", Argument: "0.7", Goal: 3, Gradcmp: 9e-6})
	r.Mpmath = system{Name: "mpmath", Missing: "not installed (there is no python3)"}
	fmt.Print(r)
	// Output:
	// gradcmp (go1.26 linux/amd64) with 173 bits, mpmath: not installed (there is no python3)
	// 50 digits. Times of one call, the fastest batch.
	//
	// function  argument  gradcmp µs
	// exp       0.7             9.00
	//
	// No goals were judged, without mpmath.
}

// argumentY finds the second argument in a call of mpmath: y, but not that of bessely.
var argumentY = regexp.MustCompile(`\by\b`)

// TestPrecisionFunctions makes sure that the table is well formed and that its values have their digits.
func TestPrecisionFunctions(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range precisionFunctions() {
		if f.name == "" || f.mpmath == "" || len(f.points) == 0 || f.goal != core && f.goal != other {
			t.Errorf("a row lacks something: %q, %q, %d points, goal %v", f.name, f.mpmath, len(f.points), f.goal)
		}
		for _, p := range f.points {
			if key := f.name + " at " + p.String(); seen[key] {
				t.Errorf("%s is there twice", key)
			} else {
				seen[key] = true
			}
			if two := argumentY.MatchString(f.mpmath); two != (len(p.arguments) == 2) {
				t.Errorf("%s has %d arguments for %s", f.name, len(p.arguments), f.mpmath)
			}
		}
	}
	for _, digits := range []int{1, 50, 200} {
		for _, d := range newDuels(bitsOf(digits)+extraBits, precisionFunctions()) {
			if err := d.check(bitsOf(digits)); err != nil {
				t.Errorf("%d digits: %v", digits, err)
			}
		}
	}
}

// TestPrecisionAlone runs the command on a machine without Python.
func TestPrecisionAlone(t *testing.T) {
	t.Setenv("PATH", "")
	out, err := gradbench("precision", "--digits", "20", "--time", "1us", "--python", "python3")
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for _, f := range precisionFunctions() {
		rows += len(f.points)
		if !strings.Contains(out, "\n"+f.name+"  ") {
			t.Errorf("the output has no row of %s", f.name)
		}
	}
	lines := 4 + rows + 2 // the heading, the rows and the verdict
	if n := strings.Count(out, "\n"); n != lines || !strings.Contains(out, "mpmath: not installed") || strings.Contains(out, "goals are") {
		t.Errorf("%d lines, want %d:\n%s", n, lines, out)
	}
}

func TestPrecisionJSON(t *testing.T) {
	t.Setenv("PATH", "")
	out, err := gradbench("precision", "--digits", "20", "--time", "1us", "--python", "python3", "--json")
	if err != nil {
		t.Fatal(err)
	}
	var got precisionResult
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	if r := got.Rows[0]; got.Schema != 1 || got.Digits != 20 || got.Mpmath.Missing == "" || r.Gradcmp <= 0 || r.Slowdown != 0 {
		t.Errorf("got %s", out)
	}
}

func TestPrecisionErrors(t *testing.T) {
	for _, digits := range []string{"0", "-1", "2001", "x"} {
		if _, err := gradbench("precision", "--digits", digits); err == nil || !strings.Contains(err.Error(), "--digits") {
			t.Errorf("%s digits: error %v", digits, err)
		}
	}
	uncertain := precisionFunction{
		name: "cancel", goal: other, mpmath: "sin(x) - sin(x)", points: at(3),
		gradcmp: func(c ball.Context, x []ball.Ball) ball.Ball { return c.Sub(c.Sin(x[0]), c.Sin(x[0])) },
	}
	_, err := comparePrecision("", time.Microsecond, 20, []precisionFunction{uncertain})
	if err == nil || !strings.HasPrefix(err.Error(), "cancel at 3: ") {
		t.Errorf("the error of a value without digits is %v", err)
	}
}

// squared is the function x^2 at 3, which is 9, with a goal.
func squared(g goal) []precisionFunction {
	return []precisionFunction{{"^2", g, power(2), "x**2", at(3)}}
}

// nine is what an mpmath answers that found 9.
const nine = `echo '{"version":"9","backend":"python","values":[{"mantissa":"9","exponent":0}]}'`

// mpmathFake is a Python whose mpmath takes 8 seconds for whatever it is asked.
func mpmathFake(t *testing.T) string {
	return fakePython(t, "read -r l\n"+nine+"\nwhile read -r l; do echo 8; done")
}

func TestComparePrecision(t *testing.T) {
	r, err := comparePrecision(mpmathFake(t), time.Microsecond, 50, squared(other))
	if err != nil {
		t.Fatal(err)
	}
	got := r.Rows[0]
	if got.Function != "^2" || got.Argument != "3" || got.Mpmath != 8 || got.Slowdown != got.Gradcmp/8 || got.Goal != other {
		t.Errorf("the row is %+v", got)
	}
	if len(r.Missed) != 0 || r.Mpmath.String() != "mpmath 9" || r.Bits != 173 {
		t.Errorf("the result is %+v", r)
	}
	r, err = comparePrecision(mpmathFake(t), time.Microsecond, 50, squared(0))
	if err != nil || len(r.Missed) != 1 || !strings.HasPrefix(r.Missed[0], "^2 at 3: ") {
		t.Errorf("a goal that cannot be met: %q, %v", r.Missed, err)
	}
}

func TestMpmathFails(t *testing.T) {
	for _, tt := range []struct{ name, script, want string }{
		{"wrong value", `echo '{"backend":"python","values":[{"mantissa":"-9","exponent":0}]}'; cat`, "^2 at 3: 9 with gradcmp, -9 with mpmath"},
		{"wrong in the last digits", `echo '{"backend":"python","values":[{"mantissa":"9` + strings.Repeat("0", 37) + `1","exponent":-152}]}'; cat`, "with mpmath"},
		{"no number", `echo '{"backend":"python","values":[{"mantissa":"x","exponent":0}]}'; cat`, `"x" is no hexadecimal integer`},
		{"too few values", `echo '{"backend":"python","values":[]}'; cat`, "0 values for 1 expressions"},
		{"GMP", `echo '{"backend":"gmpy","values":[]}'; cat`, "the integers of gmpy"},
		{"crash", `printf 'Traceback:\n  NameError: f\n' >&2; exit 3`, "exit status 3: NameError: f"},
		{"silent crash", "exit 3", "exit status 3"},
		{"no answer", "cat >/dev/null &", "does not answer in JSON"},
		{"no JSON", "echo hello", "does not answer in JSON"},
		{"crash on the way", nine + "; read -r l; exit 3", "exit status 3"},
		{"end on the way", nine + "; read -r l", "does not answer in JSON: EOF"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := comparePrecision(fakePython(t, "read -r l\n"+tt.script), time.Microsecond, 50, squared(other))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one with %q", err, tt.want)
			}
		})
	}
}

// TestPrecisionScript runs precision.py where Python is installed: with mpmath the values of the whole table are compared.
func TestPrecisionScript(t *testing.T) {
	python := findPython([]string{"/usr/bin/python3", "python3"})
	if python == "" {
		t.Skip("there is no python3")
	}
	r, err := comparePrecision(python, time.Microsecond, 50, precisionFunctions())
	if err != nil {
		t.Fatal(err)
	}
	if r.Mpmath.Missing != "" {
		t.Skip(r.Mpmath)
	}
	for _, row := range r.Rows {
		if !(row.Slowdown > 0) || row.Mpmath <= 0 {
			t.Errorf("%+v was not measured", row)
		}
	}
	wrong := []precisionFunction{{"sin", core, of1(ball.Context.Sin), "cos(x)", at(0.7)}}
	if _, err := comparePrecision(python, time.Microsecond, 50, wrong); err == nil || !strings.Contains(err.Error(), "sin at 0.7: 0.644") {
		t.Errorf("sin against cos: error %v", err)
	}
	imaginary := []precisionFunction{{"sqrt", core, of1(ball.Context.Sqrt), "sqrt(-x)", at(0.7)}}
	if _, err := comparePrecision(python, time.Microsecond, 50, imaginary); err == nil || !strings.Contains(err.Error(), "no real number") {
		t.Errorf("a complex value: error %v", err)
	}
}

func TestNumber(t *testing.T) {
	for _, x := range []float64{0, 1, -3, 0.7, -1e300, 5e-324, math.MaxFloat64} {
		b, err := newNumber(ball.FromFloat64(x)).ball()
		if got, ok := b.Float64(); err != nil || !ok || got != x || !b.IsExact() {
			t.Errorf("%v comes back as %v, %v", x, b, err)
		}
	}
}

func TestAlternate(t *testing.T) {
	var order string
	side := func(name string, seconds float64) *contender {
		return newContender(func(calls int) (float64, error) {
			order += name
			return seconds * float64(calls), nil
		})
	}
	// A batch of a is long enough from 4 calls on: 4 of them are run until the budget of 1 is spent. b is long enough at once.
	a, b := side("a", 0.05), side("b", 0.5)
	if err := alternate(1, a, b); err != nil {
		t.Fatal(err)
	}
	if math.Abs(a.best-0.05) > 1e-9 || b.best != 0.5 || a.calls != 4 || b.calls != 1 {
		t.Errorf("best are %v in batches of %d and %v in batches of %d", a.best, a.calls, b.best, b.calls)
	}
	if want := strings.Repeat("ab", len(order)/2); order != want || len(order) < 10 {
		t.Errorf("the order is %s", order)
	}
}
