package truth

import (
	"fmt"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// Formula is a record's formula, read.
type Formula struct {
	*Record
	graph   *expr.Graph
	program *parser.Result
	vars    []expr.Variable // as in the record
}

// Parse reads the record's formula, in which the record's variables shadow
// constants and functions.
func (r *Record) Parse() (*Formula, error) {
	f := &Formula{Record: r, graph: expr.NewGraph()}
	for _, name := range r.Vars {
		f.vars = append(f.vars, f.graph.NewVariable(name, nil))
	}
	var err error
	f.program, err = f.read(r.Expr)
	return f, err
}

// read reads a formula of the record's variables into the graph.
func (f *Formula) read(source string) (*parser.Result, error) {
	shapes := make(map[string]expr.Shape, len(f.Vars))
	for _, name := range f.Vars {
		shapes[name] = nil
	}
	result, err := parser.ParseInto(f.graph, source, parser.Options{Shapes: shapes})
	if err != nil {
		return nil, err
	}
	for _, v := range result.Vars {
		if _, ok := shapes[v.Name]; !ok {
			return nil, fmt.Errorf("%q has the variable %s, which the record does not name", source, v.Name)
		}
	}
	if len(result.Value.Shape) > 0 {
		return nil, fmt.Errorf("%q is no number but has the shape %v", source, result.Value.Shape)
	}
	return result, nil
}

// Problem returns the comparison of routes at one of the record's points, by
// every variable of the record.
func (f *Formula) Problem(point int) compare.Problem {
	p := compare.Problem{F: f.program.Value, Text: f.Expr, Knee: f.program.Knee, Wrt: f.variables(), Tolerance: compare.DefaultTolerance}
	for i, x := range f.at(point) {
		p.Point = append(p.Point, compare.Input{Variable: f.vars[i], Values: []float64{x}})
	}
	return p
}

// variables returns the variables as nodes of the graph.
func (f *Formula) variables() []expr.Expr {
	var all []expr.Expr
	for _, v := range f.vars {
		all = append(all, v.Elems...)
	}
	return all
}

// at returns the coordinates of a point, in the order of the variables.
func (f *Formula) at(point int) []float64 {
	var at []float64
	for _, name := range f.Vars {
		at = append(at, f.Points[point].At(name))
	}
	return at
}
