package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"
)

// newRoot returns the command with its subcommands. By itself it prints its help.
func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:           "gradbench",
		Short:         "Measure gradcmp beside its peers, as formulas grow and against recorded truth",
		Args:          cobra.NoArgs,
		SilenceUsage:  true,
		SilenceErrors: true,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.AddCommand(newClaims(), newExamples(), newScale(), newPrecision(), newTruth())
	return root
}

// write writes a result to w, as JSON or as the text that it prints as.
func write(w io.Writer, result fmt.Stringer, asJSON bool) error {
	if !asJSON {
		_, err := io.WriteString(w, result.String())
		return err
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(result)
}
