package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/gradcmp/gradcmp/compare"
)

// ManyOptions say how a survey or a hunt is written.
type ManyOptions struct {
	Width int // of the terminal in columns; 0 means 100
	// Points says where the points come from, such as "data.csv".
	Points string
	// Command, if not nil, writes the command that shows one point alone.
	Command func(at []compare.Coordinate) string
	Hex     bool // of JSON: see [JSONOptions]
}

// SurveyText writes a survey for a person: how many points have which verdict,
// the first offenders, the worst row whole, and a sentence.
func SurveyText(w io.Writer, r *compare.SurveyReport, opts ManyOptions) error {
	p := newPage(opts)
	p.formula(r.Expr)
	p.wrapped("at  ", opts.Points)
	p.line("")
	p.counts(r)
	p.badRows(r)
	p.offenders(r, opts)
	if r.Worst != nil && (r.Worst.Error > 0 || r.Offending > 0) {
		p.line("")
		p.wrapped("", "Worst: "+r.Worst.Place+", "+errorSize(*r.Worst))
		p.row(r.Worst, opts)
	}
	p.line("")
	p.wrapped("", surveySummary(r))
	_, err := io.WriteString(w, p.String())
	return err
}

func newPage(opts ManyOptions) *page {
	if opts.Width == 0 {
		opts.Width = defaultWidth
	}
	return &page{width: opts.Width}
}

// counts writes a table of verdicts.
func (p *page) counts(r *compare.SurveyReport) {
	rows := [][]string{{"verdict", "points"}}
	for _, c := range r.Counts {
		rows = append(rows, []string{c.Verdict.String(), fmt.Sprint(c.Points)})
	}
	widths := columnWidths(rows)
	for _, row := range rows {
		p.line(row[0] + strings.Repeat(" ", widths[0]-len(row[0])) + gap + strings.Repeat(" ", widths[1]-len(row[1])) + row[1])
	}
}

// badRows writes the first rows of a file that are no points.
func (p *page) badRows(r *compare.SurveyReport) {
	if r.BadRows == 0 {
		return
	}
	p.line("")
	p.wrapped("", plural(r.BadRows, "1 row was skipped:", "%d rows were skipped"+first(len(r.Bad), r.BadRows)+":"))
	for i := range r.Bad {
		p.wrapped("  ", r.Bad[i].Error())
	}
}

// first says that a list has only the first of many, or nothing.
func first(shown, all int) string {
	switch {
	case shown == all:
		return ""
	case shown == 1:
		return ", of which the first is"
	}
	return fmt.Sprintf(", of which the first %d are", shown)
}

// offenders writes what is wrong with the first offenders, each with the command
// that shows it whole.
func (p *page) offenders(r *compare.SurveyReport, opts ManyOptions) {
	if r.Offending == 0 {
		return
	}
	p.line("")
	p.wrapped("", plural(r.Offending, "1 point offends:", "%d points offend"+first(len(r.Offenders), r.Offending)+":"))
	for i := range r.Offenders {
		row := &r.Offenders[i]
		p.line("")
		p.wrapped("  ", row.Place+": "+row.Report.Verdict.String()+", "+errorSize(*row))
		p.wrapped("  at  ", point(row.Report.At))
		for _, q := range offending(row.Report) {
			p.wrapped("  ", name(row.Report, q)+": "+strings.Join(inShort(q), ": "))
		}
		p.command("  ", row, opts)
	}
}

// inShort returns the verdict on a partial, the first note and the remedy.
func inShort(q *compare.Partial) []string {
	parts := []string{q.Verdict.String()}
	if len(q.Notes) > 0 {
		parts = append(parts, q.Notes[0])
	}
	if q.Remedy != nil {
		parts = append(parts, q.Remedy.String())
	}
	return parts
}

// mostOffending is how many partials of an offender are shown.
const mostOffending = 3

// offending returns the first partials whose verdict is that something is off.
func offending(r *compare.Report) []*compare.Partial {
	var list []*compare.Partial
	for _, q := range shown(r) {
		if q.Verdict.ExitCode() != 0 && len(list) < mostOffending {
			list = append(list, q)
		}
	}
	return list
}

// row writes a row whole.
func (p *page) row(row *compare.Row, opts ManyOptions) {
	p.wrapped("at  ", point(row.Report.At))
	p.wrapped("f = ", vector(row.Report.Value, exact))
	if len(row.Report.Partials) > 0 {
		p.line("")
		p.partials(row.Report)
	}
	p.notes(row.Report)
	p.line("")
	p.command("", row, opts)
}

// command writes the command that shows a row alone, on one line however long, so
// that it can be copied.
func (p *page) command(indent string, row *compare.Row, opts ManyOptions) {
	if opts.Command != nil {
		p.line(indent + opts.Command(row.Report.At))
	}
}

// errorSize writes the error of a row.
func errorSize(row compare.Row) string {
	if row.Error == 0 {
		return "no relative error"
	}
	return "relative error " + short(row.Error)
}

// surveySummary says in a sentence how the survey went.
func surveySummary(r *compare.SurveyReport) string {
	points := plural(r.Points, "1 point", "%d points")
	how := "compared by " + and(routeNames(r.Routes))
	if r.Referred > 0 {
		how += fmt.Sprintf("; the referee was asked at %d", r.Referred)
	}
	if r.Offending == 0 {
		return "Nothing is off at " + points + ", " + how + "."
	}
	verb := "offend"
	if r.Offending == 1 {
		verb = "offends"
	}
	return fmt.Sprintf("%d of %s %s, %s.", r.Offending, points, verb, how)
}
