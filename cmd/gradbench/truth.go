package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/compare/truth"
)

// newTruth returns the subcommand that runs the corpora of recorded truth.
func newTruth() *cobra.Command {
	var folder, routes string
	var failures int
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "truth",
		Short: "Compare every route with recorded values and derivatives",
		Long: `Compare every route with recorded values and derivatives.

The corpora are the files *.jsonl of a folder, one record a line: see
testdata/corpora/README.md and "go doc ./compare/truth", which has the rules by
which a number passes and the goals. The run fails if a goal is missed.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			chosen, err := compare.ParseRoutes(routes)
			if err != nil {
				return fmt.Errorf("--route: %w", err)
			}
			result, err := checkTruth(folder, chosen)
			if err != nil {
				return fmt.Errorf("--corpus: %w", err)
			}
			result.failures = failures
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
	cmd.Flags().StringVar(&routes, "route", "symbolic,reverse,forward,fd", "the routes to run")
	cmd.Flags().IntVar(&failures, "failures", 0, "how many failures of each corpus to print")
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON, with all failures")
	return cmd
}

// truthResult is what the corpora of a folder gave: a plain value that is printed as tables or as JSON.
type truthResult struct {
	Schema  int             `json:"schema"`
	Corpora []*truth.Corpus `json:"corpora"`
	Missed  []string        `json:"missed"` // goals

	routes   []compare.Route
	failures int // to be printed of each corpus
}

// checkTruth runs the corpora of a folder in the order of their names.
func checkTruth(folder string, routes []compare.Route) (*truthResult, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.jsonl"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no corpora *.jsonl in %q", folder)
	}
	result := &truthResult{Schema: 1, Missed: []string{}, routes: routes}
	for _, file := range files {
		records, err := truth.ReadFile(file)
		if err != nil {
			return nil, err
		}
		c := truth.Check(strings.TrimSuffix(filepath.Base(file), ".jsonl"), records, routes)
		result.Corpora = append(result.Corpora, c)
		result.Missed = append(result.Missed, c.Missed()...)
	}
	return result, nil
}
