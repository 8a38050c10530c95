package main

import (
	"fmt"
	"math"
	"runtime"
	"time"

	"github.com/spf13/cobra"
)

// newExamples returns the subcommand that measures small formulas beside the peers.
func newExamples() *cobra.Command {
	var budget time.Duration
	var pythons []string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "examples",
		Short: "Parse, derive and evaluate small formulas beside SymPy and PyTorch",
		Long: `Parse, derive and evaluate small formulas beside SymPy and PyTorch.

The tasks are:
  parse          read the text
  differentiate  read it and derive all partials; gradcmp's are simplified too
  evaluate       compute value and gradient at a point: gradcmp and PyTorch in
                 reverse mode, SymPy by a function compiled with lambdify

A time is that of the fastest batch; a ratio is the peer's time divided by
gradcmp's. The run fails if a peer's value or gradient differs from gradcmp's.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := compareExamples(findPython(pythons), budget, examples())
			if err != nil {
				return err
			}
			return write(cmd.OutOrStdout(), c, asJSON)
		},
	}
	cmd.Flags().DurationVar(&budget, "time", 200*time.Millisecond, "time to spend on each measurement")
	cmd.Flags().StringSliceVar(&pythons, "python", []string{"/usr/bin/python3", "python3"},
		"the Python that runs the peers, the first of these that exists")
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	return cmd
}

// comparison is the result of the examples: a plain value that is printed as a table or as JSON.
type comparison struct {
	Schema  int      `json:"schema"`
	Gradcmp string   `json:"gradcmp"` // what it was built with and for
	Budget  float64  `json:"budget"`  // seconds for each measurement
	Peers   []system `json:"peers"`
	Rows    []row    `json:"rows"`
}

// row is a task on a workload.
type row struct {
	Task     task               `json:"task"`
	Workload string             `json:"workload"`
	Gradcmp  float64            `json:"gradcmp"` // seconds
	Peers    map[string]peerRow `json:"peers"`   // by name, those that do the task
}

// peerRow is a peer's part of a row.
type peerRow struct {
	Seconds float64 `json:"seconds"`
	Ratio   float64 `json:"ratio"` // to gradcmp's time
}

// compareExamples measures the workloads on gradcmp and on the peers.
func compareExamples(python string, budget time.Duration, workloads []workload) (*comparison, error) {
	peers, err := measurePeers(python, budget, workloads)
	if err != nil {
		return nil, err
	}
	build := fmt.Sprintf("%s %s/%s", runtime.Version(), runtime.GOOS, runtime.GOARCH)
	c := &comparison{Schema: 1, Gradcmp: build, Budget: budget.Seconds()}
	for _, p := range peers {
		c.Peers = append(c.Peers, p.system)
	}
	ours := make([]subject, len(workloads))
	for i, w := range workloads {
		if ours[i], err = newSubject(w); err != nil {
			return nil, err
		}
		for _, p := range peers {
			if err := ours[i].check(p); err != nil {
				return nil, err
			}
		}
	}
	for _, t := range []task{parse, differentiate, evaluate} {
		for i, w := range workloads {
			seconds, err := fastest(budget, func() error { return ours[i].do(t) })
			if err != nil {
				return nil, err
			}
			r := row{Task: t, Workload: w.Name, Gradcmp: seconds, Peers: map[string]peerRow{}}
			for _, p := range peers {
				if s, ok := p.Results[w.Name].Seconds[t]; ok {
					r.Peers[p.Name] = peerRow{s, s / seconds}
				}
			}
			c.Rows = append(c.Rows, r)
		}
	}
	return c, nil
}

// check returns an error if the peer ran and its value and gradient are not those of gradcmp.
func (s *subject) check(p peer) error {
	if p.Missing != "" {
		return nil
	}
	ours := append([]float64{s.value}, s.gradient...)
	got := p.Results[s.name]
	theirs := append([]float64{got.Value}, got.Gradient...)
	same := len(ours) == len(theirs)
	for i := 0; same && i < len(ours); i++ {
		same = math.Abs(ours[i]-theirs[i]) <= 1e-12*max(1, math.Abs(ours[i]))
	}
	if !same {
		return fmt.Errorf("%s: value and gradient are %v with gradcmp, %v with %s", s.name, ours, theirs, p.Name)
	}
	return nil
}

// String returns the comparison as a table, without columns for peers that are missing.
func (c *comparison) String() string {
	about := "gradcmp (" + c.Gradcmp + ")"
	t := table{header: []string{"task", "workload", "gradcmp"}, words: 2}
	var present []string
	for _, p := range c.Peers {
		about += ", " + p.String()
		if p.Missing == "" {
			present = append(present, p.Name)
			t.header = append(t.header, p.Name, "ratio")
		}
	}
	for i, r := range c.Rows {
		if i > 0 && r.Task != c.Rows[i-1].Task {
			t.rows = append(t.rows, nil)
		}
		cells := []string{string(r.Task), r.Workload, duration(r.Gradcmp)}
		for _, name := range present {
			if p, ok := r.Peers[name]; ok {
				cells = append(cells, duration(p.Seconds), ratio(p.Ratio))
			} else {
				cells = append(cells, "-", "-")
			}
		}
		t.rows = append(t.rows, cells)
	}
	return about + "\nTimes of one call, the fastest batch; ratio = the peer's time / gradcmp's.\n\n" + t.String()
}
