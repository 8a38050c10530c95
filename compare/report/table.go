package report

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/gradcmp/gradcmp/compare"
)

// layout is a way to write the table.
type layout struct {
	formulas bool // in the table
	digits   int  // significant digits of values, or exact
	fdDigits int  // at most, of finite differences
	absolute bool // whether there is a column for the absolute difference, if for any
}

// exact stands for the shortest form that reads back as the same double.
const exact = -1

// layouts are tried in this order until one fits. Finite differences, which are
// the least exact, give up digits first; formulas leave the table before values
// lose digits that anyone needs; the last digits stay longer than the absolute
// difference, which the relative one tells as well.
var layouts = []layout{
	{true, exact, exact, true},
	{true, exact, 6, true},
	{true, 15, 6, true},
	{true, 12, 6, true},
	{false, exact, exact, true},
	{false, exact, 6, true},
	{false, exact, 4, true},
	{false, exact, 4, false},
	{false, 15, 4, true},
	{false, 12, 4, true},
	{false, 10, 4, true},
	{false, 12, 4, false},
	{false, 11, 4, false},
	{false, 10, 4, false},
	{false, 9, 4, false},
	{false, 8, 3, false},
	{false, 7, 3, false},
	{false, 6, 2, false},
}

// partials writes the table, in the first layout that fits, or else paragraphs.
func (p *page) partials(r *compare.Report) {
	for _, l := range layouts {
		if l.formulas && (r.Let != nil || !hasFormulas(r)) {
			continue
		}
		rows := l.rows(r)
		widths := columnWidths(rows)
		if total(widths) > p.width {
			continue
		}
		for _, row := range rows {
			p.line(pad(row, widths))
		}
		if missing := l.missing(r); missing != "" {
			p.wrapped("", missing)
		}
		if !l.formulas {
			p.formulas(r)
		}
		return
	}
	p.paragraphs(r)
}

// missing says what the layout leaves out; "" if nothing but digits of finite
// differences, which show it themselves.
func (l layout) missing(r *compare.Report) string {
	var parts []string
	if len(shown(r)) < len(r.Partials) {
		parts = append(parts, "symmetric: one of each two equal entries")
	}
	if l.digits != exact {
		parts = append(parts, fmt.Sprintf("values to %d digits", l.digits))
	}
	if !l.absolute && !hasTruth(r) {
		parts = append(parts, "no absolute differences")
	}
	if parts == nil {
		return ""
	}
	return "(" + strings.Join(parts, ", ") + "; --format json gives all)"
}

// rows returns the table's rows, the header first.
func (l layout) rows(r *compare.Report) [][]string {
	header := []string{"partial"}
	if r.Kind != compare.Gradient {
		header[0] = "derivative"
	}
	if l.formulas {
		header = append(header, "formula")
	}
	for _, route := range r.Routes {
		header = append(header, columnOf(route))
	}
	switch {
	case hasTruth(r):
		header = append(header, "digits")
	case l.absolute:
		header = append(header, "max abs", "max rel", "max ulp")
	default:
		header = append(header, "max rel", "max ulp")
	}
	rows := [][]string{append(header, "verdict")}
	for _, q := range shown(r) {
		rows = append(rows, l.row(r, q))
	}
	return rows
}

func (l layout) row(r *compare.Report, q *compare.Partial) []string {
	row := []string{name(r, q)}
	if l.formulas {
		row = append(row, q.Formula)
	}
	for _, route := range r.Routes {
		row = append(row, l.value(q, route))
	}
	switch {
	case hasTruth(r):
		return append(row, rightDigits(q), q.Verdict.String())
	case l.absolute:
		row = append(row, short(q.Max.Absolute))
	}
	return append(row, short(q.Max.Relative), short(q.Max.ULP), q.Verdict.String())
}

// columnOf is the heading of a route's values. Those of the referee are what the
// others are judged by.
func columnOf(route compare.Route) string {
	if route == compare.Referee {
		return "truth"
	}
	return route.String()
}

// hasTruth reports whether the referee found a derivative: then the digits that
// are right tell more than the differences between routes.
func hasTruth(r *compare.Report) bool {
	return slices.ContainsFunc(r.Partials, func(q compare.Partial) bool { return q.Accounts != nil })
}

// rightDigits writes how many digits are right by the route with the fewest;
// finite differences aside, which have their bar.
func rightDigits(q *compare.Partial) string {
	if q.Accounts == nil {
		return "-"
	}
	least := 17.0
	for route, a := range q.Accounts {
		if route != compare.FiniteDifferences {
			least = min(least, a.Digits)
		}
	}
	return strconv.Itoa(int(min(least, 16)))
}

func (l layout) value(q *compare.Partial, route compare.Route) string {
	if route == compare.FiniteDifferences {
		return withBar(q.Values[route], q.FDError, l.fdDigits)
	}
	if route == compare.Referee && math.IsNaN(q.Values[route]) {
		return "none"
	}
	return number(q.Values[route], l.digits)
}

// paragraphs writes each partial derivative with a line for each route.
func (p *page) paragraphs(r *compare.Report) {
	p.definitions(r)
	widest := len("symbolic")
	for _, route := range r.Routes {
		widest = max(widest, len(route.String()))
	}
	for i, q := range shown(r) {
		if i > 0 || len(r.Let) > 0 {
			p.line("")
		}
		if q.Formula != "" {
			p.wrapped(name(r, q)+" = ", q.Formula)
		} else {
			p.wrapped("", name(r, q))
		}
		for _, route := range r.Routes {
			lead := "    " + route.String() + strings.Repeat(" ", widest-len(route.String())) + gap
			p.wrapped(lead, layout{digits: exact, fdDigits: exact}.value(q, route))
		}
		right := ""
		if hasTruth(r) {
			right = ", " + rightDigits(q) + " digits right"
		}
		p.wrapped("    ", fmt.Sprintf("max abs %s, max rel %s, max ulp %s%s: %s",
			short(q.Max.Absolute), short(q.Max.Relative), short(q.Max.ULP), right, q.Verdict))
	}
}

func hasFormulas(r *compare.Report) bool { return len(r.Partials) > 0 && r.Partials[0].Formula != "" }
