package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/gradcmp/gradcmp/compare/selftest"
)

// selftestFlags are the flags of gradcmp selftest.
type selftestFlags struct {
	seed    uint64
	corpora string
	json    bool
}

func newSelftest() *cobra.Command {
	var f selftestFlags
	cmd := &cobra.Command{
		Use:   "selftest",
		Short: "Plant mistakes in gradcmp, and see whether it finds them",
		Long: `selftest plants mistakes, one at a time, in the symbolic rules, the reverse partials, the
forward rules, the sweeps, the simplifier, in claims and in the comparison of two
numbers: a sign, a factor 2, a lost chain factor or product term, an order off by one,
swapped arguments, a relative error of 1e-6, a one-sided comparison, a tolerance ten
times too wide.

A mistake is killed if the verdict is wrong and blames the route that has it and no
other, and named if the report also says where it is. One that changes nothing at its
point is skipped. Then formulas without a mistake are compared, where nothing may be
found wrong; --corpora names a folder with more of them.

Exit codes: 0 all are killed and named and there is no false alarm, 1 not so, 2 bad input.`,
		Example: `  gradcmp selftest
  gradcmp selftest --seed 7 --json
  gradcmp selftest --corpora testdata/corpora`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return f.run(cmd) },
	}
	flags := cmd.Flags()
	flags.Uint64Var(&f.seed, "seed", 0, "the seed of the points at which mistakes are planted")
	flags.StringVar(&f.corpora, "corpora", "", "a folder with corpora of truth (*.jsonl) that are to raise no alarm")
	flags.BoolVar(&f.json, "json", false, "print JSON")
	return cmd
}

func (f *selftestFlags) run(cmd *cobra.Command) error {
	progress := newProgress(cmd.ErrOrStderr(), 0)
	progress.unit = "tests"
	r, err := selftest.Run(selftest.Options{Seed: f.seed, Corpora: f.corpora, Progress: func(done, total int) {
		progress.total = total
		progress.show(done)
	}})
	progress.end()
	if err != nil {
		return err
	}
	if f.json {
		err = selftestJSON(cmd.OutOrStdout(), r)
	} else {
		err = selftestText(cmd.OutOrStdout(), r)
	}
	if err == nil && !r.Passed() {
		return verdictError(exitWrong)
	}
	return err
}

func selftestJSON(w io.Writer, r *selftest.Report) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(struct {
		Passed bool `json:"passed"`
		*selftest.Report
	}{r.Passed(), r})
}

// selftestText prints what failed, the table by place, and the false alarms.
func selftestText(w io.Writer, r *selftest.Report) error {
	text := ""
	for _, m := range r.Missed {
		text += m.String() + "\n"
	}
	for _, alarm := range r.Alarms {
		text += "false alarm: " + alarm + "\n"
	}
	if text != "" {
		text += "\n"
	}
	const row, head = "%-18s%9d%9d%9d%9d\n", "%-18s%9s%9s%9s%9s\n"
	text += fmt.Sprintf(head, "place", "planted", "killed", "named", "skipped")
	var total selftest.Tally
	for _, t := range r.Places {
		text += fmt.Sprintf(row, t.Place, t.Planted, t.Killed, t.Named, t.Skipped)
		total.Planted += t.Planted
		total.Killed += t.Killed
		total.Named += t.Named
		total.Skipped += t.Skipped
	}
	text += fmt.Sprintf(row, "total", total.Planted, total.Killed, total.Named, total.Skipped)
	text += fmt.Sprintf("\nfalse alarms: %d of %d comparisons without a mistake\n", len(r.Alarms), r.Checked)
	_, err := io.WriteString(w, text)
	return err
}
