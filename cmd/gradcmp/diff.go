package main

import (
	"bufio"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
	"github.com/gradcmp/gradcmp/parser"
)

// maxNodes is the most nodes of formulas that are written out, unless a flag
// says otherwise.
const maxNodes = 10_000_000

// diffFlags are the flags of gradcmp diff.
type diffFlags struct {
	source
	convention string
	wrt        string
	order      int
	hessian    bool
	mixed      string
	let        bool
	format     string
	maxNodes   int64
}

func newDiff() *cobra.Command {
	var f diffFlags
	cmd := &cobra.Command{
		Use:   "diff EXPR",
		Short: "Print the partial derivatives as formulas",
		Example: `  gradcmp diff 'x1^2 + 3*x1*x2 + x2^2'
  gradcmp diff 'exp(-x^2/2)' --order 2
  gradcmp diff 'x^2*sin(y)' --mixed x,x,y
  gradcmp diff -f model.gc --wrt w --let --format latex`,
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(cmd, args) },
	}
	f.addFlags(cmd)
	flags := cmd.Flags()
	flags.StringVar(&f.wrt, "wrt", "", "differentiate with respect to these variables (default: all)")
	flags.StringVar(&f.convention, "convention", "torch", "the derivative at kinks and ties: torch, jax, left, right, minnorm or error")
	flags.IntVar(&f.order, "order", 1, "order of the derivatives; of each mixed derivative one is printed")
	flags.BoolVar(&f.hessian, "hessian", false, "print the matrix of second derivatives")
	flags.StringVar(&f.mixed, "mixed", "", "print one mixed derivative, such as x,x,y")
	flags.BoolVar(&f.let, "let", false, "print shared subexpressions once, as definitions")
	flags.StringVar(&f.format, "format", "text", "text, unicode, latex or json")
	flags.Int64Var(&f.maxNodes, "max-nodes", maxNodes, "most nodes of formulas printed without --let")
	complete(cmd, "format", "text", "unicode", "latex", "json")
	complete(cmd, "convention", conventionNames()...)
	cmd.MarkFlagsMutuallyExclusive("order", "hessian", "mixed")
	return cmd
}

func (f *diffFlags) run(cmd *cobra.Command, args []string) error {
	style, asJSON := print.Text, f.format == "json"
	if !asJSON {
		var err error
		if style, err = print.ParseStyle(f.format); err != nil {
			return fmt.Errorf("unknown format %q; the formats are text, unicode, latex, json", f.format)
		}
	}
	convention, err := expr.ParseConvention(f.convention)
	if err != nil {
		return err
	}
	text, err := f.read(cmd, args)
	if err != nil {
		return err
	}
	program, err := parser.Parse(text, f.options(nil, convention))
	if err != nil {
		return err
	}
	derivatives, err := f.derive(program, diff.StandardRules(convention))
	if err != nil {
		return err
	}
	if len(derivatives.formulas) == 0 {
		fmt.Fprintln(cmd.ErrOrStderr(), "gradcmp: the formula has no variables to differentiate with respect to")
	}
	definitions, err := derivatives.readable(f)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(cmd.OutOrStdout())
	if asJSON {
		err = derivatives.json(out, program, definitions)
	} else {
		err = derivatives.text(out, style, definitions)
	}
	return errors.Join(err, out.Flush())
}
