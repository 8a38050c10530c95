package main

import (
	"errors"
	"fmt"
	"math"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
)

// newPrecision returns the subcommand that measures arithmetic of many digits beside mpmath.
func newPrecision() *cobra.Command {
	var budget time.Duration
	var digits int
	var pythons []string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "precision",
		Short: "Time every function in many digits beside mpmath",
		Long: `Time every function in many digits beside mpmath, which has the integers of
Python for its arithmetic, and not those of GMP.

gradcmp's functions are those of package eval/ball, whose results carry a bound
of their error. Arguments are doubles, or their thirds in full precision. What
both keep from one call to the next, such as pi, they have before the first is
timed. The times are the fastest of many batches, which alternate. With 1000 digits
and more a run takes many minutes, nearly all of them in mpmath's bessely.

The run fails if a goal is missed: gradcmp may take 3 times as long as mpmath
for exp, log, pow, sin and atan, and 5 times as long for the others. It fails
too if a value has not all its digits or mpmath's is another.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if digits < 1 || digits > maxDigits {
				return fmt.Errorf("--digits: %d is not from 1 to %d", digits, maxDigits)
			}
			result, err := comparePrecision(findPython(pythons), budget, digits, precisionFunctions())
			if err != nil {
				return err
			}
			if err := write(cmd.OutOrStdout(), result, asJSON); err != nil {
				return err
			}
			if len(result.Missed) > 0 {
				return fmt.Errorf("%d of %d goals are missed", len(result.Missed), len(result.Rows))
			}
			return nil
		},
	}
	cmd.Flags().IntVar(&digits, "digits", 50, "how many decimal digits")
	cmd.Flags().DurationVar(&budget, "time", 20*time.Millisecond, "time to spend on each side of a row, "+strconv.Itoa(passes)+" times over")
	cmd.Flags().StringSliceVar(&pythons, "python", []string{"/usr/bin/python3", "python3"},
		"the Python that runs mpmath, the first of these that exists")
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	return cmd
}

const (
	// maxDigits is as far as the values are known to agree: at 4000 digits mpmath 1.2.1 loses 18 bits of digamma(-2.7).
	maxDigits = 2000
	// passes is how often the table is gone through, so that a time in which the machine is busy decides no row.
	passes = 3
	// extraBits is with how many bits beyond its digits a number is computed, to have all of them.
	extraBits = 6
)

// precisionResult is what was measured: a plain value that is printed as a table or as JSON.
type precisionResult struct {
	Schema  int            `json:"schema"`
	Gradcmp string         `json:"gradcmp"` // what it was built with and for
	Mpmath  system         `json:"mpmath"`
	Digits  int            `json:"digits"`
	Bits    uint           `json:"bits"`   // of gradcmp's midpoints
	Budget  float64        `json:"budget"` // seconds for each side of a row and pass
	Rows    []precisionRow `json:"rows"`
	Missed  []string       `json:"missed"` // goals
}

// precisionRow is a function at a point.
type precisionRow struct {
	Function string  `json:"function"`
	Argument string  `json:"argument"`
	Goal     goal    `json:"goal"`     // for Slowdown
	Gradcmp  float64 `json:"gradcmp"`  // seconds
	Mpmath   float64 `json:"mpmath"`   // seconds; 0 without mpmath
	Slowdown float64 `json:"slowdown"` // gradcmp's time divided by mpmath's; 0 without mpmath
}

// comparePrecision measures the functions with so many digits.
func comparePrecision(python string, budget time.Duration, digits int, functions []precisionFunction) (result *precisionResult, err error) {
	bits := bitsOf(digits)
	duels := newDuels(bits+extraBits, functions)
	for _, d := range duels {
		if err := d.check(bits); err != nil {
			return nil, err
		}
	}
	m, err := startMpmath(python, digits, expressions(duels))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, m.stop()) }()
	if m.Missing == "" {
		for i, d := range duels {
			if err := d.face(m, i, bits); err != nil {
				return nil, err
			}
		}
	}
	for range passes {
		for _, d := range duels {
			if err := alternate(budget.Seconds(), d.sides...); err != nil {
				return nil, err
			}
		}
	}
	r := &precisionResult{
		Schema:  1,
		Gradcmp: fmt.Sprintf("%s %s/%s", runtime.Version(), runtime.GOOS, runtime.GOARCH),
		Mpmath:  m.system,
		Digits:  digits,
		Bits:    bits + extraBits,
		Budget:  budget.Seconds(),
		Missed:  []string{},
	}
	for _, d := range duels {
		r.add(d.row())
	}
	return r, nil
}

// bitsOf returns how many bits as many decimal digits are, rounded up.
func bitsOf(digits int) uint {
	return uint(math.Ceil(float64(digits) * math.Log2(10)))
}

// add adds a row and finds out whether its goal is met.
func (r *precisionResult) add(row precisionRow) {
	r.Rows = append(r.Rows, row)
	if row.Slowdown > float64(row.Goal) {
		r.Missed = append(r.Missed, fmt.Sprintf("%s at %s: %s", row.Function, row.Argument, ratio(row.Slowdown)))
	}
}

// String returns the rows as a table, and what to make of them. Without mpmath there is no column for it.
func (r *precisionResult) String() string {
	present := r.Mpmath.Missing == ""
	t := table{header: []string{"function", "argument", "gradcmp µs"}, words: 2}
	verdict := "No goals were judged, without mpmath.\n"
	if present {
		t.header = append(t.header, "mpmath µs", "gradcmp/mpmath", "goal")
		verdict = "All goals are met.\n"
	}
	if len(r.Missed) > 0 {
		verdict = "Missed:\n  " + strings.Join(r.Missed, "\n  ") + "\n"
	}
	for _, row := range r.Rows {
		cells := []string{row.Function, row.Argument, digits(row.Gradcmp * 1e6)}
		if present {
			cells = append(cells, digits(row.Mpmath*1e6), ratio(row.Slowdown), fmt.Sprintf("≤ %vx", row.Goal))
		}
		t.rows = append(t.rows, cells)
	}
	return fmt.Sprintf("gradcmp (%s) with %d bits, %s\n%d digits. Times of one call, the fastest batch.\n\n%v\n%s",
		r.Gradcmp, r.Bits, r.Mpmath, r.Digits, t, verdict)
}
