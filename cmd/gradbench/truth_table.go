package main

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/compare/truth"
)

// String returns the tables, the failures asked for and the goals that are missed.
func (r *truthResult) String() string {
	parts := []string{
		"pass/fail/unsupported; what has no truth, or is lost in doubles, is not counted\n\n" + r.counts().String(),
	}
	if slices.Contains(r.routes, compare.FiniteDifferences) {
		parts = append(parts, "Error bars of finite differences\n\n"+r.bars().String())
	}
	if slices.Contains(r.routes, compare.Referee) {
		parts = append(parts, "The referee: equal to the truth to a unit of its 20th digit\n\n"+r.referee().String())
	}
	parts = append(parts, "Verdicts on partial derivatives\n\n"+r.verdicts().String())
	if t := r.torch(); t != "" {
		parts = append(parts, t)
	}
	for _, c := range r.Corpora {
		if n := min(r.failures, len(c.Failures)); n > 0 {
			parts = append(parts, fmt.Sprintf("%s: %d of %d failures\n\n%s\n", c.Name, n, len(c.Failures), strings.Join(c.Failures[:n], "\n")))
		}
	}
	if len(r.Missed) == 0 {
		parts = append(parts, "All goals are met.\n")
	}
	return strings.Join(parts, "\n")
}

// counts returns the table of what passes.
func (r *truthResult) counts() table {
	t := table{header: []string{"corpus", "records", "parsed", "points", "value"}, words: 1}
	for _, route := range compare.Unrefereed(r.routes) {
		t.header = append(t.header, route.String())
	}
	t.header = append(t.header, "wrt lists", "expected")
	for _, c := range r.Corpora {
		cells := []string{c.Name, strconv.Itoa(c.Records), fmt.Sprintf("%d/%d", c.Parsed, c.Formulas), strconv.Itoa(c.Points), tally(c.Value)}
		for _, route := range compare.Unrefereed(r.routes) {
			cells = append(cells, tally(c.Routes[route.String()]))
		}
		t.rows = append(t.rows, append(cells, tally(c.Derivatives), tally(c.Expected)))
	}
	return t
}

// tally writes a tally, "-" if it is empty.
func tally(t truth.Tally) string {
	if t.Pass+t.Fail+t.Unsupported == 0 {
		return "-"
	}
	return fmt.Sprintf("%d/%d/%d", t.Pass, t.Fail, t.Unsupported)
}

// bars returns the table of the error bars of finite differences.
func (r *truthResult) bars() table {
	t := table{header: []string{"corpus", "partials", "truth inside", "well-conditioned", "bar <= 1e-6", "median of bar/error"}, words: 1}
	for _, c := range r.Corpora {
		d := &c.Differences
		t.rows = append(t.rows, []string{
			c.Name, strconv.Itoa(d.Partials), percent(d.InsideShare()), strconv.Itoa(d.WellConditioned),
			percent(d.SharpShare()), fmt.Sprintf("%.3g", d.Median),
		})
	}
	return t
}

// referee returns the table of what the referee found.
func (r *truthResult) referee() table {
	t := table{header: []string{"corpus", "asked", "right", "disputed", "wrong", "silent", "answers", "falsely agreed", "median", "99th percentile"}, words: 1}
	for _, c := range r.Corpora {
		f := &c.Referee
		t.rows = append(t.rows, []string{
			c.Name, strconv.Itoa(f.Asked), strconv.Itoa(f.Right), strconv.Itoa(f.Disputed), strconv.Itoa(f.Wrong), strconv.Itoa(f.Silent), percent(f.AnswerShare()),
			strconv.Itoa(f.FalseAgreements), milliseconds(f.Median), milliseconds(f.Late),
		})
	}
	return t
}

func milliseconds(d time.Duration) string {
	return fmt.Sprintf("%.3g ms", float64(d.Microseconds())/1000)
}

// verdicts returns the table of the verdicts that occur, in their order.
func (r *truthResult) verdicts() table {
	occur := map[string]bool{compare.Wrong.String(): true}
	for _, c := range r.Corpora {
		for v := range c.Verdicts {
			occur[v] = true
		}
	}
	columns := slices.Sorted(maps.Keys(occur))
	t := table{header: append([]string{"corpus"}, columns...), words: 1}
	for _, c := range r.Corpora {
		cells := []string{c.Name}
		for _, v := range columns {
			cells = append(cells, strconv.Itoa(c.Verdicts[v]))
		}
		t.rows = append(t.rows, cells)
	}
	return t
}

// torch says how many of PyTorch's answers at special points gradcmp shares, and why not the others; "" if there are none.
func (r *truthResult) torch() string {
	var b strings.Builder
	for _, c := range r.Corpora {
		if c.Torch.Numbers == 0 {
			continue
		}
		fmt.Fprintf(&b, "%s: PyTorch's values and gradients at special points: %d of %d agree (%s)\n\n",
			c.Name, c.Torch.Agree, c.Torch.Numbers, percent(c.Torch.Share()))
		t := table{header: []string{"reason", "numbers"}, words: 1}
		for _, name := range slices.Sorted(maps.Keys(c.Torch.Listed)) {
			t.rows = append(t.rows, []string{name, strconv.Itoa(c.Torch.Listed[name])})
		}
		t.rows = append(t.rows, []string{"none", strconv.Itoa(c.Torch.Unlisted)})
		b.WriteString(t.String())
	}
	return b.String()
}

// percent writes a share, rounded down so that only all is 100%.
func percent(x float64) string { return fmt.Sprintf("%.2f%%", float64(int(x*1e4))/100) }
