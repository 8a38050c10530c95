package main

import (
	"fmt"
	"io"
	"math"
	"runtime"
	"strconv"
	"time"

	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
	"github.com/gradcmp/gradcmp/parser"
	"github.com/gradcmp/gradcmp/simplify"
	"github.com/spf13/cobra"
)

// newScale returns the subcommand that measures large formulas.
func newScale() *cobra.Command {
	var budget time.Duration
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "scale",
		Short: "Parse, derive and print large formulas, to see whether the cost is linear",
		Long: `Parse, derive and print large formulas, to see whether the cost is linear.

The stages are:
  parse   read the text
  derive  derive all partials and simplify them, shared subexpressions kept
  print   name the shared subexpressions and write everything out

Mn/s are millions of nodes per second: of the formula's graph for parse, of the
partials' for derive and print. A time is the fastest of several runs.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			s, err := measureScale(budget, largeFormulas())
			if err != nil {
				return err
			}
			return write(cmd.OutOrStdout(), s, asJSON)
		},
	}
	cmd.Flags().DurationVar(&budget, "time", 200*time.Millisecond, "time to spend on each formula; one run is made at least")
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	return cmd
}

// scaling is the result of the large formulas: a plain value that is printed as a table or as JSON.
type scaling struct {
	Schema int        `json:"schema"`
	Budget float64    `json:"budget"` // seconds for each formula
	Rows   []scaleRow `json:"rows"`
}

// scaleRow is what one formula took.
type scaleRow struct {
	Formula       string  `json:"formula"`
	Bytes         int     `json:"bytes"`          // of the text
	Nodes         int     `json:"nodes"`          // of the formula's graph
	PartialsNodes int     `json:"partials_nodes"` // of the graph of all simplified partials
	Parse         float64 `json:"parse"`          // seconds
	Derive        float64 `json:"derive"`         // seconds
	Print         float64 `json:"print"`          // seconds
}

// measureScale measures the formulas, each for as long as the budget lasts but at least once.
func measureScale(budget time.Duration, formulas []formula) (*scaling, error) {
	s := &scaling{Schema: 1, Budget: budget.Seconds()}
	rules := diff.StandardRules(expr.Torch)
	for _, f := range formulas {
		best := scaleRow{Parse: math.Inf(1), Derive: math.Inf(1), Print: math.Inf(1)}
		start := time.Now()
		for {
			runtime.GC() // the garbage of one run is not to burden the next
			run, err := runStages(f, rules)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", f.name, err)
			}
			run.Parse, run.Derive, run.Print = min(run.Parse, best.Parse), min(run.Derive, best.Derive), min(run.Print, best.Print)
			best = run
			if time.Since(start) >= budget {
				break
			}
		}
		s.Rows = append(s.Rows, best)
	}
	return s, nil
}

// runStages takes a formula through all stages once. Each time starts from a new graph, since in an old one every node that
// is to be built is there already.
func runStages(f formula, rules *diff.Rules) (scaleRow, error) {
	row := scaleRow{Formula: f.name, Bytes: len(f.text)}
	clock := time.Now()
	lap := func() float64 {
		seconds := time.Since(clock).Seconds()
		clock = time.Now()
		return seconds
	}

	r, err := parser.Parse(f.text, parser.Options{MaxDepth: len(f.text)})
	if err != nil {
		return row, err
	}
	row.Parse = lap()

	partials, err := diff.Jacobian(r.Value.Elems, coordinates(r), rules)
	if err != nil {
		return row, err
	}
	partials = simplify.Simplify(simplify.Options{KeepShared: simplify.Shared}, partials...)
	row.Derive = lap()

	definitions, bodies := print.Let(partials)
	for _, d := range definitions {
		bodies = append(bodies, d.Value)
	}
	for _, x := range bodies {
		if err := print.Fprint(io.Discard, print.Text, x); err != nil {
			return row, err
		}
	}
	row.Print = lap()

	row.Nodes = len(expr.Reach(r.Value.Elems...))
	row.PartialsNodes = len(expr.Reach(partials...))
	return row, nil
}

// String returns the rows as a table.
func (s *scaling) String() string {
	t := table{
		header: []string{"formula", "nodes", "parse", "Mn/s", "partials", "derive", "Mn/s", "print", "Mn/s"},
		words:  1,
	}
	for _, r := range s.Rows {
		t.rows = append(t.rows, []string{
			r.Formula, strconv.Itoa(r.Nodes), duration(r.Parse), rate(r.Nodes, r.Parse),
			strconv.Itoa(r.PartialsNodes), duration(r.Derive), rate(r.PartialsNodes, r.Derive),
			duration(r.Print), rate(r.PartialsNodes, r.Print),
		})
	}
	return "Fastest of several runs; Mn/s = millions of nodes per second, of the formula or of its partials.\n\n" + t.String()
}
