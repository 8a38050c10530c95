package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gradcmp/gradcmp/compare/claim"
	"github.com/gradcmp/gradcmp/compare/truth"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/ball"
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
	"github.com/gradcmp/gradcmp/parser"
)

// claimGoal is the share of wrong claims of which the mistake has to be named.
const claimGoal = 0.85

// newClaims returns the subcommand that judges made-up claims.
func newClaims() *cobra.Command {
	var folder string
	var seed uint64
	var count, show int
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "claims",
		Short: "Judge right and wrong claims about the formulas of the corpora",
		Long: `Judge right and wrong claims about the formulas of the corpora.

Wrong claims are made by deriving a formula with one planted mistake, each kind of
mistake as often, and right ones by deriving it without; both are then written in
another form. Balls at points next to the recorded ones tell right from wrong
without package claim. The run fails if a claim is misjudged, if a diagnosis is false, that
is if the two formulas that it says are equal are not, or if the mistake is named
in fewer than 85% of the wrong claims.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			result, err := judgeClaims(folder, seed, count)
			if err != nil {
				return err
			}
			result.show = show
			if err := write(cmd.OutOrStdout(), result, asJSON); err != nil {
				return err
			}
			if len(result.Missed) > 0 {
				return errors.New("goals are missed: " + strings.Join(result.Missed, "; "))
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&folder, "corpus", "testdata/corpora", "the folder of the corpora")
	cmd.Flags().Uint64Var(&seed, "seed", 7, "the seed of the claims")
	cmd.Flags().IntVar(&count, "count", 200, "how many right and how many wrong claims")
	cmd.Flags().IntVar(&show, "show", 0, "how many claims to print that were misjudged or not explained")
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	return cmd
}

// claimRow counts the claims of a kind.
type claimRow struct {
	Mistake    string `json:"mistake"`
	Claims     int    `json:"claims"`
	Misjudged  int    `json:"misjudged"`
	CannotTell int    `json:"cannot_tell"`
	Named      int    `json:"named"` // the mistake is the first diagnosis
	Among      int    `json:"among"` // it is one of several that fit
	Other      int    `json:"other"` // another mistake is named that gives the same
	None       int    `json:"none"`
	False      int    `json:"false"`
}

type claimsResult struct {
	Schema  int        `json:"schema"`
	Seed    uint64     `json:"seed"`
	Proved  int        `json:"proved"` // of the right ones
	Rows    []claimRow `json:"rows"`
	Missed  []string   `json:"missed"`
	Details []string   `json:"details"`

	show int
}

// judgeClaims makes the claims and judges them.
func judgeClaims(folder string, seed uint64, count int) (*claimsResult, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.jsonl"))
	if err != nil || len(files) == 0 {
		return nil, errors.Join(err, fmt.Errorf("no corpora *.jsonl in %q", folder))
	}
	var records []truth.Record
	for _, file := range files {
		more, err := truth.ReadFile(file)
		if err != nil {
			return nil, err
		}
		records = append(records, more...)
	}
	maker := &claimMaker{records: records, random: rand.New(rand.NewPCG(seed, 0))}
	result := &claimsResult{Schema: 1, Seed: seed, Missed: []string{}, Details: []string{}}
	for k := range mistakes {
		share := count / len(mistakes)
		if k < count%len(mistakes) {
			share++
		}
		if err := result.run(maker, &mistakes[k], share); err != nil {
			return nil, err
		}
	}
	if err := result.run(maker, nil, count); err != nil {
		return nil, err
	}
	result.judge()
	return result, nil
}

// run judges claims with one mistake, or right ones.
func (r *claimsResult) run(maker *claimMaker, m *mistake, n int) error {
	row := claimRow{Mistake: "none: right claims"}
	if m != nil {
		row.Mistake = m.name
	}
	for range n {
		made, err := maker.make(m)
		if err != nil {
			return err
		}
		if made == nil {
			break
		}
		row.Claims++
		v, err := made.judge()
		if err != nil {
			return fmt.Errorf("%s: %s: %w", made.formula, made.claim, err)
		}
		detail := made.formula + " | " + made.claim + " | " + v.Status.String() + " " + v.How
		switch {
		case v.Status == claim.CannotTell:
			row.CannotTell++
			r.Details = append(r.Details, row.Mistake+": "+detail)
			continue
		case v.Status.IsRight() != (m == nil):
			row.Misjudged++
			r.Details = append(r.Details, row.Mistake+": "+detail)
			continue
		case m == nil:
			if v.Proof {
				r.Proved++
			}
			continue
		}
		r.diagnosed(&row, m, made, v, detail)
	}
	r.Rows = append(r.Rows, row)
	return nil
}

// diagnosed counts the diagnosis of a wrong claim.
func (r *claimsResult) diagnosed(row *claimRow, m *mistake, made *madeClaim, v claim.Verdict, detail string) {
	if v.Diagnosis == nil {
		row.None++
		r.Details = append(r.Details, row.Mistake+": "+detail+" | no diagnosis")
		return
	}
	all := append([]claim.Diagnosis{*v.Diagnosis}, v.Also...)
	for _, d := range all {
		if d.Claim.IsValid() && !made.agree(d.Claim, d.Gives) {
			row.False++
			r.Details = append(r.Details, row.Mistake+": "+detail+" | false: "+d.Text)
		}
	}
	named := func(d claim.Diagnosis) bool { return slices.Contains(m.kinds, d.Kind) }
	switch {
	case named(all[0]):
		row.Named++
	case slices.ContainsFunc(all, named):
		row.Among++
	default:
		row.Other++
		r.Details = append(r.Details, row.Mistake+": "+detail+" | "+string(all[0].Kind)+": "+all[0].Text)
	}
}

// judge enters the goals that are missed.
func (r *claimsResult) judge() {
	total := r.total()
	wrong := total.Claims - r.Rows[len(r.Rows)-1].Claims
	if total.Misjudged > 0 {
		r.Missed = append(r.Missed, fmt.Sprintf("%d claims are misjudged", total.Misjudged))
	}
	if total.False > 0 {
		r.Missed = append(r.Missed, fmt.Sprintf("%d diagnoses are false", total.False))
	}
	if named := total.Named + total.Among; float64(named) < claimGoal*float64(wrong) {
		r.Missed = append(r.Missed, fmt.Sprintf("the mistake is named in %d of %d wrong claims", named, wrong))
	}
}

// total sums the rows.
func (r *claimsResult) total() claimRow {
	t := claimRow{Mistake: "all"}
	for _, row := range r.Rows {
		t.Claims += row.Claims
		t.Misjudged += row.Misjudged
		t.CannotTell += row.CannotTell
		t.Named += row.Named
		t.Among += row.Among
		t.Other += row.Other
		t.None += row.None
		t.False += row.False
	}
	return t
}

// String returns the table.
func (r *claimsResult) String() string {
	t := table{header: []string{"mistake", "claims", "misjudged", "cannot tell", "named", "among", "other", "no diagnosis", "false"}, words: 1}
	for _, row := range append(slices.Clone(r.Rows), r.total()) {
		cells := []string{row.Mistake}
		for _, n := range []int{row.Claims, row.Misjudged, row.CannotTell, row.Named, row.Among, row.Other, row.None, row.False} {
			cells = append(cells, strconv.Itoa(n))
		}
		t.rows = append(t.rows, cells)
	}
	text := fmt.Sprintf("%sOf the right claims %d are proved, the others equal to %d digits at up to %d points.\n",
		t, r.Proved, claim.DefaultDigits, claim.DefaultPoints)
	for _, d := range r.Details[:min(r.show, len(r.Details))] {
		text += d + "\n"
	}
	return text
}

// madeClaim is a claim about a formula, as text.
type madeClaim struct {
	formula, claim string
	vars           []expr.Expr // of the graph that it was made in
	points         [][]float64
	shapes         map[string]expr.Shape
	program        *parser.Result
}

// judge reads the texts and judges them.
func (c *madeClaim) judge() (claim.Verdict, error) {
	var err error
	if c.program, err = parser.Parse(c.formula, parser.Options{Shapes: c.shapes}); err != nil {
		return claim.Verdict{}, err
	}
	claims, err := claim.Parse(c.program, []string{c.claim}, parser.Options{})
	if err != nil {
		return claim.Verdict{}, err
	}
	p := claim.Problem{F: c.program.Value}
	for _, v := range c.program.Vars {
		p.Vars = append(p.Vars, v.Elems...)
	}
	return claim.Judge(p, claims[0])
}

// agree reports whether two formulas of the judged program may have the same
// values at the recorded points.
func (c *madeClaim) agree(a, b expr.Expr) bool {
	var vars []expr.Expr
	for _, v := range c.vars {
		vars = append(vars, a.Graph().Var(v.Name()))
	}
	_, apart := compareAt(vars, c.points, a, b)
	return apart == 0
}

// comparedDigits is to how many digits made claims are compared with what is
// right.
const comparedDigits = 40

// compareAt counts the points at which two formulas have the same values, to
// many digits, and at which they certainly differ.
func compareAt(vars []expr.Expr, points [][]float64, a, b expr.Expr) (same, apart int) {
	p, err := eval.Compile(vars, enclosure.Fold(a, b))
	if err != nil {
		return 0, 0
	}
	goal := enclosure.Goal{Digits: comparedDigits, Budget: 2048}
	for _, x := range points {
		y, err := enclosure.Enclose(p, enclosure.StandardFunctions(), enclosure.At(x...), goal)
		switch {
		case err != nil || !y[0].IsKnown() || !y[1].IsKnown():
		case !ball.Overlaps(y[0], y[1]):
			apart++
		default:
			same++
		}
	}
	return same, apart
}

// claimText writes a claim.
func claimText(target string, x expr.Expr) string { return target + " = " + print.String(x) }
