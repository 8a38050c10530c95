package main

import (
	"github.com/spf13/cobra"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/compare/points"
	"github.com/gradcmp/gradcmp/compare/report"
)

// runHunt looks for the worst point of a box and prints it.
func (f *evalFlags) runHunt(
	cmd *cobra.Command, p compare.Problem, sample points.Source, box []points.Range, use compare.RefereeUse, opts report.ManyOptions,
) error {
	progress := newProgress(cmd.ErrOrStderr(), f.sample)
	r, err := compare.Hunt(p, sample, box, compare.HuntOptions{Referee: use, Progress: progress.show})
	progress.end()
	if err != nil {
		return err
	}
	print := report.HuntText
	if f.format == "json" {
		print = report.HuntJSON
	}
	if err := print(cmd.OutOrStdout(), r, opts); err != nil {
		return err
	}
	if r.Found == nil {
		return nil
	}
	return verdictError(r.Found.Report.Verdict.ExitCode())
}
