package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/compare/report"
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// evalFlags are the flags of gradcmp eval.
type evalFlags struct {
	source
	pointFlags
	secondFlags
	manyFlags
	convention string
	wrt        string
	routes     string
	tolerance  compare.Tolerance
	maxSteps   int64
	curve      bool
	digits     int
	maxBits    uint
	format     string
	hex        bool
}

func newEval() *cobra.Command {
	var f evalFlags
	cmd := &cobra.Command{
		Use:   "eval EXPR --at x1=2,x2=3",
		Short: "Print the value and every partial derivative by all routes",
		Long: `eval prints the value of a formula at a point, and for each partial derivative its
formula, the formula's value, its values by reverse-mode and forward-mode
automatic differentiation, a finite difference with an error bar, the truth, how
many digits of the worst route are right, and a verdict.

The truth is the referee's: it evaluates the formula in ball arithmetic, which
knows its own error, and differences it at rising precision, with no derivative
rule and no double. A route is right if its error is at most 64*(ulp of the truth +
what moving each coordinate and each rounded literal by its ulp does). What is
beyond that is explained by rounding (cancellation), by the range of doubles
(overflow) or by another branch, with the operation to blame and a stable form
where one is known; else the route is wrong, and the report names the function
whose rule is. --rtol, --atol and --ulp set a tolerance in place of all that.

--routes without the referee leaves the truth out: then two values a and b agree
if |a - b| <= atol + rtol*max(|a|, |b|), a larger difference is weighed against the
formula's own rounding error, and finite differences never decide alone.

A literal in the formula is the exact number. A coordinate in --at is a constant
expression, such as pi/4, rounded once to the nearest double, which every route
sees; --exact-at takes it as written.

--digits N computes in ball arithmetic, which knows its own error, and prints
digits that are certain; what the budget of --max-bits does not decide is said.` + secondHelp + manyHelp,
		Example: `  gradcmp eval 'x1^2 + 3*x1*x2 + x2^2' --at x1=2,x2=3
  gradcmp eval 'sigmoid(w @ x + b)' --at 'x=[2,3],w=[0.5,-1],b=2' --wrt w,b
  gradcmp eval -f model.gc --at x=pi/4 --routes symbolic,reverse --format json
  gradcmp eval 'x^2*sin(y)' --at x=2,y=1 --hessian
  gradcmp eval 'gamma(1/3)' --digits 50
  gradcmp eval 'x^2*sin(y)' --at x=2,y=1 --hvp x=1,y=0.5
  gradcmp eval 'exp(-x^2)*sin(y)' --sample 1000 --range x=-2..2,y=0..1 --seed 7
  gradcmp eval 'exp(-x^2)*sin(y)' --points data.csv --on-bad-row skip
  gradcmp eval '(1 - cos(x))/x^2' --hunt --range x=0.00001..1`,
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(cmd, args) },
	}
	f.source.addFlags(cmd)
	f.pointFlags.addFlags(cmd)
	f.secondFlags.addFlags(cmd)
	f.manyFlags.addFlags(cmd)
	flags := cmd.Flags()
	flags.StringVar(&f.convention, "convention", "torch", "the derivative at kinks and ties: torch, jax, left, right, minnorm or error")
	flags.StringVar(&f.wrt, "wrt", "", "differentiate with respect to these variables; the others are held fixed (default: all)")
	flags.StringVar(&f.routes, "routes", "", "the routes to take: of symbolic,reverse,forward,fd,referee, for second derivatives of symbolic,forward-reverse,hyperdual,fd,referee (default: all)")
	flags.Float64Var(&f.tolerance.Relative, "rtol", compare.DefaultTolerance.Relative, "relative tolerance")
	flags.Float64Var(&f.tolerance.Absolute, "atol", compare.DefaultTolerance.Absolute, "absolute tolerance")
	flags.Float64Var(&f.tolerance.ULP, "ulp", 0, "tolerance in units of the last place")
	flags.Int64Var(&f.maxSteps, "max-steps", compare.DefaultMaxSteps, "most steps that one route may take")
	flags.BoolVar(&f.curve, "fd-curve", false, "plot the error of finite differences over their steps")
	flags.IntVar(&f.digits, "digits", 0, "print the value and the gradient to so many digits, all certain, in place of a comparison")
	flags.UintVar(&f.maxBits, "max-bits", enclosure.DefaultBudget, "with --digits: the greatest precision to compute with, in bits")
	flags.StringVar(&f.format, "format", "text", "text or json")
	flags.BoolVar(&f.hex, "hex", false, "with --format json: numbers as hexadecimal floats")
	complete(cmd, "format", "text", "json")
	complete(cmd, "convention", conventionNames()...)
	complete(cmd, "routes", "symbolic", "reverse", "forward", "fd", "forward-reverse", "hyperdual", "referee")
	return cmd
}

func (f *evalFlags) run(cmd *cobra.Command, args []string) error {
	if f.format != "text" && f.format != "json" {
		return fmt.Errorf("unknown format %q; the formats are text, json", f.format)
	}
	if !(f.tolerance.Relative >= 0) || !(f.tolerance.Absolute >= 0) || !(f.tolerance.ULP >= 0) {
		return errors.New("tolerances cannot be negative")
	}
	routes, err := f.parseRoutes(f.routes)
	if err != nil {
		return err
	}
	convention, err := expr.ParseConvention(f.convention)
	if err != nil {
		return err
	}
	if f.manyFlags.given(cmd) {
		return f.runMany(cmd, args, routes, convention)
	}
	if routes, err = f.withReferee(routes, f.allRoutes()); err != nil {
		return err
	}
	g := expr.NewGraph()
	point, err := f.pointFlags.read(g)
	if err != nil {
		return err
	}
	text, err := f.source.read(cmd, args)
	if err != nil {
		return err
	}
	program, err := parser.ParseInto(g, text, f.options(point.shapes(), convention))
	if err != nil {
		return err
	}
	inputs, err := point.inputs(program)
	if err != nil {
		return err
	}
	if names := point.unneeded(program.Vars); len(names) > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "gradcmp: the formula does not need %s of %s\n", strings.Join(names, ", "), point.name)
	}
	elems, err := wrt(f.wrt, program.Vars)
	if err != nil {
		return err
	}
	problem := f.problem(cmd, program, text)
	problem.Wrt, problem.Point, problem.Routes, problem.Convention = elems, inputs, routes, convention
	if cmd.Flags().Changed("digits") {
		return f.precise(cmd, problem)
	}
	r, err := f.compare(cmd, g, problem)
	if err != nil {
		return err
	}
	if err := f.print(cmd.OutOrStdout(), r); err != nil {
		return err
	}
	if code := r.Verdict.ExitCode(); code != exitOK {
		return verdictError(code)
	}
	return nil
}

// ownTolerance returns the tolerance that the flags give, nil if they give none.
// The default of --rtol counts only between routes.
func (f *evalFlags) ownTolerance(cmd *cobra.Command) *compare.Tolerance {
	given := func(flag string) bool { return cmd.Flags().Changed(flag) }
	if !given("rtol") && !given("atol") && !given("ulp") {
		return nil
	}
	own := f.tolerance
	if !given("rtol") {
		own.Relative = 0
	}
	return &own
}

// problem returns the problem of a program, but for its point, its variables, its
// routes and the convention.
func (f *evalFlags) problem(cmd *cobra.Command, program *parser.Result, text string) compare.Problem {
	return compare.Problem{
		F: program.Value, Text: strings.TrimSpace(text),
		Place: placesIn(program), Excerpt: excerptsOf(program), Knee: program.Knee,
		Tolerance: f.tolerance, Override: f.ownTolerance(cmd), MaxSteps: f.maxSteps, Curve: f.curve,
	}
}

func (f *evalFlags) print(w io.Writer, r *compare.Report) error {
	if f.format == "json" {
		return report.JSON(w, r, report.JSONOptions{Hex: f.hex})
	}
	return report.Text(w, r, report.TextOptions{Width: terminalWidth(w)})
}

func conventionNames() []string {
	var names []string
	for _, c := range expr.Conventions() {
		names = append(names, c.String())
	}
	return names
}

// terminalWidth returns the width of the terminal that w writes to, 0 if it is
// none.
func terminalWidth(w io.Writer) int {
	file, ok := w.(*os.File)
	if !ok {
		return 0
	}
	width, _, err := term.GetSize(int(file.Fd()))
	if err != nil {
		return 0
	}
	return width
}
