package selftest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// formula is a scalar formula at a point, as text.
type formula struct {
	text string
	at   map[string]float64
}

// problem returns the comparison of all routes, by every variable.
func (f formula) problem() (compare.Problem, error) {
	r, err := parser.Parse(f.text, parser.Options{})
	if err != nil {
		return compare.Problem{}, err
	}
	p := compare.Problem{
		F: r.Value, Text: f.text, Knee: r.Knee, Routes: compare.AllRoutes(),
		Tolerance: compare.DefaultTolerance, Tables: compare.StandardTables(expr.Torch),
	}
	for _, v := range r.Vars {
		x, ok := f.at[v.Name]
		if !ok {
			return p, fmt.Errorf("%s: no value for %s", f.text, v.Name)
		}
		p.Wrt = append(p.Wrt, v.Elems...)
		p.Point = append(p.Point, compare.Input{Variable: v, Values: []float64{x}})
	}
	return p, nil
}

// judge runs the comparison with a mistake in one route, and sets what became of the
// mutant. The phrase is what a note has to say for the mistake to be named.
func (m *Mutant) judge(p compare.Problem, route compare.Route, phrase string) {
	report, err := compare.Run(p)
	if err != nil {
		m.Said = err.Error()
		return
	}
	var notes []string
	wrong, others := 0, 0
	for _, q := range report.Partials {
		notes = append(notes, q.Notes...)
		switch {
		case q.Verdict == compare.Wrong && slices.Equal(q.Wrong, []compare.Route{route}):
			wrong++
		case q.Verdict.ExitCode() != 0:
			others++
		}
	}
	m.Killed = wrong > 0 && others == 0
	m.Named = m.Killed && slices.ContainsFunc(notes, func(s string) bool { return strings.Contains(s, phrase) })
	if !m.Named {
		m.Said = fmt.Sprintf("the verdict is %s at %v: %s", report.Verdict, p.Text, strings.Join(notes, "; "))
	}
}

// values computes formulas at the problem's point.
func values(p compare.Problem, formulas ...expr.Expr) ([]float64, error) {
	program, at, err := compiled(p, formulas)
	if err != nil {
		return nil, err
	}
	machine, err := eval.NewMachine(program, p.Tables.Kernels)
	if err != nil {
		return nil, err
	}
	return machine.Eval(nil, at), nil
}

// compiled returns a program for formulas of the problem's variables, and the point.
func compiled(p compare.Problem, formulas []expr.Expr) (*eval.Program, []float64, error) {
	var at []float64
	for _, in := range p.Point {
		at = append(at, in.Values...)
	}
	program, err := eval.Compile(p.Wrt, formulas, eval.Keep())
	return program, at, err
}
