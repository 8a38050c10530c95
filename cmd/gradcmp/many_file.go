package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/compare/points"
	"github.com/gradcmp/gradcmp/compare/report"
	"github.com/gradcmp/gradcmp/expr"
)

// runFile compares at the points of a file.
func (f *evalFlags) runFile(
	cmd *cobra.Command, p compare.Problem, vars []expr.Variable, use compare.RefereeUse, opts report.ManyOptions,
) error {
	file, err := points.Open(f.manyFlags.points, vars, points.Options{NonFinite: f.nonFinite})
	if err != nil {
		return err
	}
	defer file.Close()
	source := &rows{Reader: file, strict: f.strict}
	err = f.survey(cmd, p, source, use, opts)
	if verdict := verdictError(0); err == nil || errors.As(err, &verdict) {
		source.sayUnneeded(cmd, f.manyFlags.points)
	}
	return err
}

// rows are the points of a file, of which there must be one.
type rows struct {
	*points.Reader
	strict bool
	read   int
	bad    *points.RowError // the first one
}

// Next returns the next point.
func (r *rows) Next() (points.Point, error) {
	p, err := r.Reader.Next()
	var bad *points.RowError
	switch {
	case errors.As(err, &bad) && r.bad == nil:
		r.bad = bad
	case err == nil:
		r.read++
	case err == io.EOF && r.read == 0 && r.bad != nil:
		err = fmt.Errorf("no row is a point; the first: %v", r.bad) // not wrapped: it is about all rows
	case err == io.EOF && r.read == 0:
		err = fmt.Errorf("%s: there are no points", r.Place(1))
	}
	if names := r.Unneeded(); r.strict && len(names) > 0 {
		return points.Point{}, fmt.Errorf("%s: the formula has no variable %s", r.Place(max(p.Number, 1)), names[0])
	}
	return p, err
}

// sayUnneeded says which names of the file the formula does not need.
func (r *rows) sayUnneeded(cmd *cobra.Command, name string) {
	if names := r.Unneeded(); len(names) > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "gradcmp: the formula does not need %s of %s\n", strings.Join(names, ", "), name)
	}
}
