package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/gradcmp/gradcmp/cmd/gradcmp/internal/catalog"
	"github.com/gradcmp/gradcmp/expr"
)

// functionsFlags are the flags of gradcmp functions.
type functionsFlags struct {
	convention string
	format     string
}

func newFunctions() *cobra.Command {
	var f functionsFlags
	cmd := &cobra.Command{
		Use:   "functions [NAME]",
		Short: "Print the functions of the language, or all there is to know about one",
		Long: `functions prints the functions of the language with their meaning and derivatives.
With a name or an alias it prints everything about that one: arguments, domain
and poles, the derivative rule, what the derivative is at kinks and jumps under
each convention, accuracy, its names in PyTorch, JAX, NumPy and SymPy, and a call
with its value and derivative.

In a rule f is the function's value, and X the vector of all arguments.`,
		Example: `  gradcmp functions
  gradcmp functions atan2
  gradcmp functions relu --convention right
  gradcmp functions --format markdown`,
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(cmd, args) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.convention, "convention", "torch", "the derivative at kinks and ties: torch, jax, left, right, minnorm or error")
	flags.StringVar(&f.format, "format", "text", "text, json or markdown")
	complete(cmd, "convention", conventionNames()...)
	complete(cmd, "format", "text", "json", "markdown")
	return cmd
}

func (f *functionsFlags) run(cmd *cobra.Command, args []string) error {
	format, ok := catalog.Formats[f.format]
	if !ok {
		return fmt.Errorf("unknown format %q; the formats are text, json, markdown", f.format)
	}
	convention, err := expr.ParseConvention(f.convention)
	if err != nil {
		return err
	}
	if len(args) > 1 {
		return errors.New("give one name, or none for all functions")
	}
	entries, err := catalog.Entries(convention)
	if err != nil {
		return err
	}
	if len(args) == 0 {
		return format.All(cmd.OutOrStdout(), entries)
	}
	if entries, err = catalog.Find(args[0], entries); err != nil {
		return err
	}
	return format.Each(cmd.OutOrStdout(), entries)
}
