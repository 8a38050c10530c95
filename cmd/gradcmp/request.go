package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/compare/report"
	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
	"github.com/gradcmp/gradcmp/parser"
	"github.com/gradcmp/gradcmp/simplify"
)

// request is one line of gradcmp batch.
type request struct {
	ID         json.RawMessage            `json:"id"`
	Op         string                     `json:"op"`
	Expr       *string                    `json:"expr"`
	Vars       []string                   `json:"vars"`
	At         map[string]json.RawMessage `json:"at"`
	Convention string                     `json:"convention"`
	Routes     []string                   `json:"routes"`
	Wrt        []string                   `json:"wrt"`
	Claims     []string                   `json:"claims"`
}

// answerLine answers one line; nil for a blank one.
func answerLine(line []byte) any {
	line = bytes.TrimSpace(line)
	if len(line) == 0 {
		return nil
	}
	var q request
	if err := json.Unmarshal(line, &q); err != nil {
		return refusal(salvageID(line), "json", inJSON(err))
	}
	answer, err := q.answer()
	if err != nil {
		return refusal(q.ID, codeOf(err), err)
	}
	return append(report.Object{{Name: "id", Value: q.ID}}, answer...)
}

// inJSON says what is wrong in words of JSON, not of Go.
func inJSON(err error) error {
	var wrongType *json.UnmarshalTypeError
	if errors.As(err, &wrongType) {
		return fmt.Errorf("%q cannot be a %s", wrongType.Field, wrongType.Value)
	}
	return err
}

// salvageID returns the id of a request whose other fields are of the wrong
// type, null if even that cannot be read.
func salvageID(line []byte) json.RawMessage {
	var q struct{ ID json.RawMessage }
	if json.Unmarshal(line, &q) != nil {
		return nil
	}
	return q.ID
}

// codeOf returns the code for an error: syntax for what has a place in the
// formula, unless the error says otherwise.
func codeOf(err error) string {
	var coded *requestError
	var at *parser.Error
	switch {
	case errors.As(err, &coded):
		return coded.code
	case errors.As(err, &at):
		return "syntax"
	}
	return "request"
}

func (q *request) answer() (report.Object, error) {
	if q.Expr == nil {
		return nil, errors.New(`the request has no "expr"`)
	}
	convention := expr.Torch
	if q.Convention != "" {
		var err error
		if convention, err = expr.ParseConvention(q.Convention); err != nil {
			return nil, err
		}
	}
	switch q.Op {
	case "eval":
		return q.eval(convention)
	case "diff":
		return q.diff(convention)
	case "claim":
		return q.claim(convention)
	}
	return nil, fmt.Errorf("unknown op %q; the ops are eval, diff, claim", q.Op)
}

// parse reads the formula in a graph in which the declared names and those of
// the point are variables.
func (q *request) parse(shapes map[string]expr.Shape, c expr.Convention) (*parser.Result, []expr.Variable, error) {
	for _, name := range q.Vars {
		if _, ok := shapes[name]; !ok {
			shapes[name] = nil
		}
	}
	program, err := parser.Parse(*q.Expr, parser.Options{Shapes: shapes, Convention: c})
	if err != nil {
		return nil, nil, err
	}
	var vars []expr.Variable
	for _, name := range q.Vars {
		if _, twice := lookupVariable(vars, name); twice {
			return nil, nil, fmt.Errorf("the variable %s is declared twice", name)
		}
		v, ok := lookupVariable(program.Vars, name)
		if !ok {
			v = program.Graph.NewVariable(name, shapes[name])
		}
		vars = append(vars, v)
	}
	for _, v := range program.Vars {
		if _, ok := lookupVariable(vars, v.Name); !ok {
			vars = append(vars, v)
		}
	}
	return program, vars, nil
}

func (q *request) eval(convention expr.Convention) (report.Object, error) {
	point := map[string]jsonArray{}
	shapes := map[string]expr.Shape{}
	for _, name := range slices.Sorted(maps.Keys(q.At)) {
		a, err := readJSONArray(q.At[name])
		if err != nil {
			return nil, &requestError{"point", fmt.Errorf("the value of %s: %w", name, err)}
		}
		point[name], shapes[name] = a, a.shape
	}
	program, vars, err := q.parse(shapes, convention)
	if err != nil {
		return nil, err
	}
	problem := compare.Problem{
		F: program.Value, Text: strings.TrimSpace(*q.Expr), Place: placesIn(program), Knee: program.Knee,
		Tolerance: compare.DefaultTolerance, Convention: convention, Routes: compare.Unrefereed(compare.AllRoutes()),
	}
	for _, v := range vars {
		a, ok := point[v.Name]
		if !ok {
			return nil, &requestError{"point", fmt.Errorf("no value for %s", v.Name)}
		}
		problem.Point = append(problem.Point, compare.Input{Variable: v, Values: a.values})
		problem.Wrt = append(problem.Wrt, v.Elems...)
	}
	for _, name := range slices.Sorted(maps.Keys(point)) {
		if _, ok := lookupVariable(vars, name); !ok {
			return nil, &requestError{"point", fmt.Errorf("the formula has no variable %s", name)}
		}
	}
	if len(q.Routes) > 0 {
		if problem.Routes, err = compare.ParseRoutes(strings.Join(q.Routes, ",")); err != nil {
			return nil, err
		}
	}
	r, err := compare.Run(problem)
	if err != nil {
		return nil, err
	}
	return report.Answer(r), nil
}

func (q *request) diff(convention expr.Convention) (report.Object, error) {
	program, vars, err := q.parse(map[string]expr.Shape{}, convention)
	if err != nil {
		return nil, err
	}
	rules := diff.StandardRules(convention)
	if len(q.Wrt) > 0 {
		return q.mixed(program, vars, rules)
	}
	var wrt []expr.Expr
	for _, v := range vars {
		wrt = append(wrt, v.Elems...)
	}
	grad, err := diff.Jacobian(program.Value.Elems, wrt, rules)
	if err != nil {
		return nil, err
	}
	texts, err := written(grad)
	if err != nil {
		return nil, err
	}
	formulas := report.Object{}
	for j, x := range wrt {
		column := make([]string, len(program.Value.Elems))
		for i := range column {
			column[i] = texts[i*len(wrt)+j]
		}
		formulas = append(formulas, report.Field{Name: x.Name(), Value: report.Nested(program.Value.Shape, column)})
	}
	return report.Object{{Name: "formulas", Value: formulas}}, nil
}

// mixed answers with one repeated or mixed derivative.
func (q *request) mixed(program *parser.Result, vars []expr.Variable, rules *diff.Rules) (report.Object, error) {
	var wrt []expr.Expr
	for _, name := range q.Wrt {
		refs, err := parser.ParseNames(name, parser.Options{File: "wrt"})
		if err != nil {
			return nil, &requestError{"request", err}
		}
		for _, ref := range refs {
			elems, err := element(name, "wrt", ref, vars)
			if err != nil {
				return nil, &requestError{"request", err}
			}
			wrt = append(wrt, elems...)
		}
	}
	outputs := make([]expr.Expr, len(program.Value.Elems))
	for i, x := range program.Value.Elems {
		var err error
		if outputs[i], err = diff.Mixed(x, wrt, rules, simplify.Full); err != nil {
			return nil, err
		}
	}
	texts, err := written(outputs)
	if err != nil {
		return nil, err
	}
	return report.Object{{Name: "formula", Value: report.Nested(program.Value.Shape, texts)}}, nil
}

// written simplifies formulas and writes them out, unless they are too long.
func written(formulas []expr.Expr) ([]string, error) {
	simplified, whole := simplify.Readable(maxNodes, maxNodes, formulas...)
	if !whole {
		return nil, &requestError{"limit", fmt.Errorf("written out, the formulas have more than %d nodes", maxNodes)}
	}
	texts := make([]string, len(simplified))
	for i, x := range simplified {
		texts[i] = print.String(x)
	}
	return texts, nil
}
