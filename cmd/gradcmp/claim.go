package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gradcmp/gradcmp/compare/claim"
	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// claimFlags are the flags of gradcmp claim.
type claimFlags struct {
	source
	convention string
	at         string
	digits     int
	points     int
	seed       uint64
	format     string
}

const (
	mostClaimDigits = 1000
	mostClaimPoints = 10_000
)

func newClaim() *cobra.Command {
	var f claimFlags
	cmd := &cobra.Command{
		Use:   "claim EXPR CLAIM...",
		Short: "Say whether claimed derivatives are right, and what went wrong if not",
		Long: `claim judges derivatives that somebody claims. A claim is one of

  x = 2*x + 3*y      the partial derivative by x
  x,y = 3            an entry of the Hessian
  [2],x = y          the derivative of element 2 of a vector: an entry of the Jacobian
  w = [y, 2*x]       all derivatives by the elements of a vector

It is proved right where its formula or its canonical form is that of the derivative;
otherwise both are compared in ball arithmetic, to 60 digits at 24 points. A wrong
claim is shown at the simplest point found, with the right formula and, where the
mistake is a known one that has been checked to give this very claim, what it is.

With --at the claims are judged at that point alone, where they may be numbers.
Coordinates are the numbers as they are written. A claimed decimal is right if the
value rounds to it.

Exit codes: 0 all claims are right, 1 one is wrong, 2 bad input, 3 one cannot be told.`,
		Example: `  gradcmp claim 'x1^2 + 3*x1*x2 + x2^2' 'x1 = 2*x1 + 3*x2' 'x2 = 3*x1 + 2*x2'
  gradcmp claim 'sin(x^2)' 'x = cos(x^2)'
  gradcmp claim 'x^2 + 3*x*y' --at x=2,y=3 'x = 13'
  gradcmp claim -f model.gc 'w[0] = x'`,
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(cmd, args) },
	}
	f.addFlags(cmd)
	flags := cmd.Flags()
	flags.StringVar(&f.convention, "convention", "torch", "the derivative at kinks and ties: torch, jax, left, right, minnorm or error")
	flags.StringVar(&f.at, "at", "", "judge at this point alone: x=2,y=3")
	flags.IntVar(&f.digits, "digits", claim.DefaultDigits, "how many digits have to be equal where nothing is proved")
	flags.IntVar(&f.points, "points", claim.DefaultPoints, "at how many points")
	flags.Uint64Var(&f.seed, "seed", 0, "the seed of the points that come after the simple ones")
	flags.StringVar(&f.format, "format", "text", "text or json")
	complete(cmd, "format", "text", "json")
	complete(cmd, "convention", conventionNames()...)
	return cmd
}

func (f *claimFlags) run(cmd *cobra.Command, args []string) error {
	switch {
	case f.format != "text" && f.format != "json":
		return fmt.Errorf("unknown format %q; the formats are text, json", f.format)
	case f.digits < 1 || f.digits > mostClaimDigits:
		return fmt.Errorf("--digits must be from 1 to %d", mostClaimDigits)
	case f.points < 1 || f.points > mostClaimPoints:
		return fmt.Errorf("--points must be from 1 to %d", mostClaimPoints)
	}
	convention, err := expr.ParseConvention(f.convention)
	if err != nil {
		return err
	}
	claims := args
	if f.file == "" && len(args) > 0 {
		args, claims = args[:1], args[1:]
	} else {
		args = nil
	}
	text, err := f.read(cmd, args)
	if err != nil {
		return err
	}
	if len(claims) == 0 {
		return errors.New("a claim is needed, such as 'x = 2*x'")
	}
	program, err := parser.Parse(text, f.options(nil, convention))
	if err != nil {
		return err
	}
	var at *claimPoint
	if cmd.Flags().Changed("at") {
		at = &claimPoint{name: "--at", text: f.at}
	}
	options := claim.Options{Digits: f.digits, Points: f.points, Seed: f.seed}
	verdicts, err := judgeClaims(program, claims, f.options(nil, convention), at, options)
	if err != nil {
		return err
	}
	if f.format == "json" {
		err = claimsJSON(cmd.OutOrStdout(), text, verdicts)
	} else {
		err = claimsText(cmd.OutOrStdout(), verdicts)
	}
	if code := claimsExit(verdicts); err == nil && code != exitOK {
		return verdictError(code)
	}
	return err
}

// claimPoint is a point at which claims are judged, as text.
type claimPoint struct{ name, text string }

// judgeClaims judges the texts of claims about a program's formula.
func judgeClaims(
	program *parser.Result, texts []string, opts parser.Options, at *claimPoint, options claim.Options,
) ([]claim.Verdict, error) {
	claims, err := claim.Parse(program, texts, opts)
	if err != nil {
		return nil, err
	}
	p := claim.Problem{F: program.Value, Rules: diff.StandardRules(opts.Convention), Options: options}
	for _, v := range program.Vars {
		p.Vars = append(p.Vars, v.Elems...)
	}
	if at != nil {
		if p.At, err = at.read(program); err != nil {
			return nil, err
		}
	}
	var verdicts []claim.Verdict
	for _, c := range claims {
		v, err := claim.Judge(p, c)
		if err != nil {
			return nil, err
		}
		verdicts = append(verdicts, v)
	}
	return verdicts, nil
}

// read gives every variable of a program its value, as it is written.
func (p *claimPoint) read(program *parser.Result) (map[expr.ID]expr.Expr, error) {
	assignments, err := parser.ParsePoint(program.Graph, p.text, parser.Options{File: p.name})
	if err != nil {
		return nil, err
	}
	values := map[expr.ID]expr.Expr{}
	for _, a := range assignments {
		v, ok := lookupVariable(program.Vars, a.Name)
		if !ok {
			return nil, unknownVariable(p.name, p.text, a.Span, a.Name, program.Vars)
		}
		if v.Shape.String() != a.Value.Shape.String() {
			return nil, parser.NewError(p.name, p.text, a.Span,
				fmt.Sprintf("%s is a %s, its value a %s", a.Name, v.Shape, a.Value.Shape), "")
		}
		for i, x := range v.Elems {
			values[x.ID()] = a.Value.Elems[i]
		}
	}
	var missing []string
	for _, v := range program.Vars {
		if _, ok := values[v.Elems[0].ID()]; !ok {
			missing = append(missing, v.Name)
		}
	}
	if len(missing) > 0 {
		return nil, fmt.Errorf("no value for %s: give it with --at %s=…", strings.Join(missing, ", "), missing[0])
	}
	return values, nil
}

// claimsExit returns the exit code: a wrong claim outweighs one that cannot be
// told.
func claimsExit(verdicts []claim.Verdict) int {
	code := exitOK
	for _, v := range verdicts {
		switch {
		case v.Status == claim.Wrong:
			return exitWrong
		case v.Status == claim.CannotTell:
			code = exitCannotTell
		}
	}
	return code
}
