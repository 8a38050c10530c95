package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/compare/report"
	"github.com/gradcmp/gradcmp/eval/enclosure"
)

// most digits that --digits may ask for, and most bits of --max-bits: with more
// a single function takes seconds.
const (
	mostDigits = 100_000
	mostBits   = 1 << 20
)

// precise prints the value and the gradient to many digits.
func (f *evalFlags) precise(cmd *cobra.Command, p compare.Problem) error {
	for _, flag := range []string{"routes", "rtol", "atol", "ulp", "order", "hessian", "jvp", "vjp", "hvp", "hex"} {
		if cmd.Flags().Changed(flag) {
			return fmt.Errorf("give --digits or --%s, not both", flag)
		}
	}
	switch {
	case f.digits < 1 || f.digits > mostDigits:
		return fmt.Errorf("--digits must be from 1 to %d", mostDigits)
	case f.maxBits > mostBits:
		return fmt.Errorf("--max-bits must be at most %d", mostBits)
	}
	goal := enclosure.Goal{Digits: f.digits, Budget: f.maxBits}
	if least := goal.Bits(); f.maxBits < least && cmd.Flags().Changed("max-bits") {
		return fmt.Errorf("%d digits take --max-bits %d or more", f.digits, least)
	}
	if !cmd.Flags().Changed("max-bits") {
		goal.Budget = max(goal.Budget, 4*goal.Bits())
	}
	r, err := compare.RunPrecise(p, goal)
	if err != nil {
		return err
	}
	w := cmd.OutOrStdout()
	if f.format == "json" {
		err = report.PreciseJSON(w, r)
	} else {
		err = report.PreciseText(w, r, report.TextOptions{Width: terminalWidth(w)})
	}
	if err == nil && !r.IsWhole() {
		return verdictError(compare.Undefined.ExitCode())
	}
	return err
}
