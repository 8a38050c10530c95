package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/compare/points"
	"github.com/gradcmp/gradcmp/compare/report"
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

const manyHelp = `

--sample N compares at N points of the box of --range, edges and special values
among them, and --points FILE at those of a file of CSV, TSV, JSON lines or JSON.
The points are counted by verdict; the first that offend and the worst are shown,
each with the command that shows it alone, and the exit code is that of the gravest.
A row of the file that is no point ends it with exit code 2, or is counted with
--on-bad-row skip. --hunt looks in the box for the worst disagreement or the first
NaN and shortens its point.

The referee is the dearest of the routes. At many points it is asked where the
others differ or may all have lost digits; --referee all asks it everywhere,
--referee never nowhere. With --routes it is asked if they name it.`

// maxSample is the most points that --sample takes.
const maxSample = 10_000_000

// huntSample is how many points --hunt begins with, unless --sample says it.
const huntSample = 1000

// manyFlags ask for many points in place of one.
type manyFlags struct {
	sample   int
	ranges   string
	seed     uint64
	points   string
	onBadRow string
	hunt     bool
	referee  string
}

func (f *manyFlags) addFlags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.IntVar(&f.sample, "sample", 0, "compare at so many points of the box of --range")
	flags.StringVar(&f.ranges, "range", "", "the box of --sample and --hunt: x=-2..2,y=0..pi/4")
	flags.Uint64Var(&f.seed, "seed", 1, "with --sample or --hunt: another seed gives other points, the same seed the same")
	flags.StringVar(&f.points, "points", "", "compare at the points of a file, by its name .csv, .tsv, .jsonl or .json, or one of these and .gz")
	flags.StringVar(&f.onBadRow, "on-bad-row", "error", "with --points: error or skip")
	flags.BoolVar(&f.hunt, "hunt", false, "look for the worst point of the box of --range")
	flags.StringVar(&f.referee, "referee", "", "where the referee is asked: offenders, all or never (default: at one point all, at many offenders)")
	complete(cmd, "on-bad-row", "error", "skip")
	complete(cmd, "referee", "offenders", "all", "never")
	cmd.MarkFlagsMutuallyExclusive("sample", "points")
	cmd.MarkFlagsMutuallyExclusive("hunt", "points")
}

// given reports whether a flag asks for many points.
func (f *manyFlags) given(cmd *cobra.Command) bool {
	asks := func(flag string) bool { return cmd.Flags().Changed(flag) }
	return f.hunt || slices.ContainsFunc([]string{"sample", "range", "seed", "points", "on-bad-row"}, asks)
}

// withReferee returns the routes of a comparison at one point, where the referee
// is asked unless the routes are named without it. Nil stands for all.
func (f *manyFlags) withReferee(routes, all []compare.Route) ([]compare.Route, error) {
	if f.referee == "" {
		return routes, nil
	}
	use, err := f.use(routes)
	if routes == nil {
		routes = all
	}
	routes = compare.Unrefereed(routes)
	if use != compare.RefereeNever {
		routes = append(routes, compare.Referee)
	}
	return routes, err
}

// refereeUses are the values of --referee.
var refereeUses = map[string]compare.RefereeUse{
	"offenders": compare.RefereeOffenders, "all": compare.RefereeAll, "never": compare.RefereeNever,
}

// use says where the referee is asked among many points. Routes are those of
// --routes, nil if it is not given.
func (f *manyFlags) use(routes []compare.Route) (compare.RefereeUse, error) {
	named := len(compare.Unrefereed(routes)) < len(routes)
	use, known := refereeUses[f.referee]
	switch {
	case f.referee == "" && routes == nil:
		return compare.RefereeOffenders, nil
	case f.referee == "" && named:
		return compare.RefereeAll, nil
	case f.referee == "":
		return compare.RefereeNever, nil
	case !known:
		return 0, fmt.Errorf("unknown --referee %q; it is offenders, all or never", f.referee)
	case named && use == compare.RefereeNever:
		return 0, errors.New("--routes names the referee, and --referee never forbids it")
	}
	return use, nil
}

// check refuses flags that make no sense together.
func (f *manyFlags) check(cmd *cobra.Command) error {
	given := func(flag string) bool { return cmd.Flags().Changed(flag) }
	for _, flag := range []string{"at", "exact-at", "digits", "max-bits", "order", "hessian", "jvp", "vjp", "hvp"} {
		if given(flag) {
			return fmt.Errorf("--%s is about one point, and --sample, --points and --hunt about the gradient at many", flag)
		}
	}
	inBox := given("sample") || f.hunt
	switch {
	case given("range") && !inBox:
		return errors.New("--range needs --sample or --hunt")
	case given("seed") && !inBox:
		return errors.New("--seed needs --sample or --hunt")
	case given("on-bad-row") && !given("points"):
		return errors.New("--on-bad-row needs --points")
	case given("strict") && !given("points"):
		return errors.New("--strict needs --at @FILE or --points")
	case f.onBadRow != "error" && f.onBadRow != "skip":
		return fmt.Errorf("unknown --on-bad-row %q; it is error or skip", f.onBadRow)
	case given("sample") && (f.sample < 1 || f.sample > maxSample):
		text := strconv.Itoa(f.sample)
		return parser.NewError("--sample", text, parser.Span{End: len(text)}, fmt.Sprintf("the number of points is from 1 to %d", maxSample), "")
	case !given("sample"):
		f.sample = huntSample
	}
	return nil
}

// runMany compares at many points, or hunts in a box.
func (f *evalFlags) runMany(cmd *cobra.Command, args []string, routes []compare.Route, convention expr.Convention) error {
	if err := f.manyFlags.check(cmd); err != nil {
		return err
	}
	use, err := f.use(routes)
	if err != nil {
		return err
	}
	fromStandardInput := len(args) == 1 && args[0] == "-"
	text, err := f.source.read(cmd, args)
	if err != nil {
		return err
	}
	program, err := parser.Parse(text, f.options(nil, convention))
	if err != nil {
		return err
	}
	problem := f.problem(cmd, program, text)
	problem.Routes, problem.Convention = routes, convention
	if problem.Wrt, err = wrt(f.wrt, program.Vars); err != nil {
		return err
	}
	for _, v := range program.Vars {
		problem.Point = append(problem.Point, compare.Input{Variable: v})
	}
	opts := report.ManyOptions{
		Width: terminalWidth(cmd.OutOrStdout()), Points: f.described(), Hex: f.hex,
		Command: f.commandAt(cmd, text, fromStandardInput),
	}
	if f.manyFlags.points != "" {
		return f.runFile(cmd, problem, program.Vars, use, opts)
	}
	box, err := points.ParseRanges("--range", f.ranges, program.Vars, enclosure.Constant)
	if err != nil {
		return err
	}
	sample, err := points.NewSample(box, f.sample, f.seed)
	if err != nil {
		return err
	}
	if f.hunt {
		return f.runHunt(cmd, problem, sample, box, use, opts)
	}
	return f.survey(cmd, problem, sample, use, opts)
}

// described says where the points come from.
func (f *manyFlags) described() string {
	if f.points != "" {
		return f.points
	}
	return fmt.Sprintf("%d points of %s, seed %d", f.sample, strings.TrimSpace(f.ranges), f.seed)
}

// survey compares at the points of a source and prints the report.
func (f *evalFlags) survey(
	cmd *cobra.Command, p compare.Problem, source points.Source, use compare.RefereeUse, opts report.ManyOptions,
) error {
	total := f.sample
	if f.manyFlags.points != "" {
		total = 0
	}
	progress := newProgress(cmd.ErrOrStderr(), total)
	r, err := compare.Survey(p, source, compare.SurveyOptions{
		Referee: use, SkipBadRows: f.onBadRow == "skip", Progress: progress.show,
	})
	progress.end()
	if err != nil {
		return err
	}
	print := report.SurveyText
	if f.format == "json" {
		print = report.SurveyJSON
	}
	if err := print(cmd.OutOrStdout(), r, opts); err != nil {
		return err
	}
	if code := r.Verdict.ExitCode(); code != exitOK {
		return verdictError(code)
	}
	return nil
}
